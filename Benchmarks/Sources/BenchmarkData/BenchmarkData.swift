/// The benchmark graph of Simpul: made-up cooperations between cities, the same bytes on every
/// machine.
///
/// ```swift
/// let graph = BenchmarkData(scale: .million, format: .turtle)
/// try graph.write { try file.write($0) }
/// ```
package struct BenchmarkData: Sendable {
  /// How many statements are wanted.
  package var scale: Scale
  /// The syntax.
  package var format: DataFormat
  /// What decides the random choices.
  package var seed: UInt64

  /// The graph of a size in a syntax.
  package init(scale: Scale, format: DataFormat, seed: UInt64 = 1) {
    self.scale = scale
    self.format = format
    self.seed = seed
  }

  /// What was written.
  package struct Summary: Equatable, Sendable {
    /// The statements: what was wanted, or up to about 450 more, since blocks are whole.
    package var statements: Int
    /// The SHA-256 of the bytes in hexadecimal digits.
    package var checksum: String
  }

  /// Makes the graph.
  ///
  /// - Parameter take: is given the bytes, about a megabyte at a time.
  /// - Returns: how much was written, and its checksum.
  /// - Throws: what `take` throws.
  package func write<Failure: Error>(
    to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Summary {
    switch format {
    case .nTriples: try write(with: LineWriter(keepsGraphs: false), to: take)
    case .nQuads: try write(with: LineWriter(keepsGraphs: true), to: take)
    case .turtle: try write(with: GroupedWriter(keepsGraphs: false), to: take)
    case .triG: try write(with: GroupedWriter(keepsGraphs: true), to: take)
    }
  }

  private func write<Failure: Error>(
    with writer: some StatementWriter, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Summary {
    var generator = GraphGenerator(seed: seed, writer: writer)
    var digest = SHA256()
    try generator.run(wanted: scale.statements) { (bytes) throws(Failure) in
      digest.update(bytes)
      try take(bytes)
    }
    return Summary(statements: generator.count, checksum: digest.hexadecimal())
  }
}
