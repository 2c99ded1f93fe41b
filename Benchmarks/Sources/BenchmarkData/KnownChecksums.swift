extension BenchmarkData {
  /// The SHA-256 that the bytes must have; nil if no checksum is known for the size and the seed.
  package var knownChecksum: String? {
    seed == 1 ? Self.knownChecksums[scale]?[format] : nil
  }

  /// The sizes whose checksums are known.
  package static var knownScales: [Scale] {
    knownChecksums.keys.sorted { $0.statements < $1.statements }
  }

  /// The SHA-256 of the graphs with seed 1.
  private static let knownChecksums: [Scale: [DataFormat: String]] = [
    .thousand: [
      .nTriples: "4c3962ddf2b806d1149e1396ee6de84901a840a5cf4bb5b435cb519d900a78e1",
      .nQuads: "024b0956e28f8a2cbb97dcbee663e4c5981fe5d9e914c270476a67891ef48849",
      .turtle: "4d16e97989349d45d197c498e1107e88593257b1ecc53f7b3988a4b236bdcb05",
      .triG: "7d415d65542824bbbfaf8e39b2c4394abf4399370556ef5b790f147833d67b4d",
    ],
    .hundredThousand: [
      .nTriples: "e42e8caa99dfb58d8dae5d0797b0b92f84a7ba9afd4fc76c534dd1bf5510868f",
      .nQuads: "49bc6d503a12fd65e591d93689bcd0c918ebdd462de3807ca3f02de744129494",
      .turtle: "97e73d22f8feb1a819eaa84f43ae451baa3738a621df843bd337c48f36d2587b",
      .triG: "1e65689e5adb2c81962c20f910a47d16ecc1dbc53874b86f7b9cb0c7deee5f28",
    ],
    .million: [
      .nTriples: "79abb42d9286c88f38c13df64ff7a49616085c2830f958eb3af61faf20bb1465",
      .nQuads: "89524b6ed72fe5b5ba2d2b0531f296d1028962450e436e1a9d520e3271674318",
      .turtle: "d7986e62493cfb27c005c04862fdee97d772148994a6e81c41cbd44b40a2420c",
      .triG: "b5640141e34b2837be18af1360679b2b97b44a346ab00e5d61ce7cf672794ebf",
    ],
    .fiveMillion: [
      .nTriples: "6d7a7bc7b68427ce3f0a645b5f4b6eee504b68cc014a0d645835bd1e3575461e",
      .nQuads: "94beed085f4175b5c2a104e2d9e827badc30c20cffb2143c1a93a4b3de2e73c8",
      .turtle: "30ff1ed59bb0fcfe67e22ff1d279a5b1bc6c0e7c3c2fa5eef488fef3450affa5",
      .triG: "d76d754e68c7dab21387a3373df273b060ea6d12a06d67e8b81350fcbbc588d5",
    ],
  ]
}
