/// Bounds on a zip archive, checked before anything is unpacked.
public struct ZipLimits: Hashable, Sendable {
  /// Most entries.
  public var entries: Int
  /// Largest directory in bytes.
  public var directoryBytes: Int
  /// Largest unpacked entry in bytes.
  public var entryBytes: Int
  /// Largest sum of all unpacked entries in bytes.
  public var totalBytes: Int
  /// Largest ratio of unpacked to packed size of an entry above one mebibyte.
  public var ratio: Int

  /// Bounds that office documents stay far below; deflate itself packs at most 1032 to 1.
  public init(
    entries: Int = 10_000, directoryBytes: Int = 64 << 20, entryBytes: Int = 256 << 20,
    totalBytes: Int = 1 << 30, ratio: Int = 500
  ) {
    self.entries = entries
    self.directoryBytes = directoryBytes
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
  }
}
