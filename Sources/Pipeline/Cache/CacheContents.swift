import Diagnostics
public import Foundation

/// What a cache holds, and the tidying of it.
public struct CacheContents: Sendable {
  /// A file of the cache.
  private struct Entry {
    var path: String
    var stamp: FileStamp
  }

  /// The folder of the cache.
  public let folder: String
  private var entries: [Entry] = []

  /// Looks through a cache; one that is not there is empty.
  ///
  /// - Throws: ``PipelineError`` for a folder that cannot be looked into.
  public init(folder: String) throws(PipelineError) {
    self.folder = folder
    for name in [ExtractionCache.name, BuildRecord.name] {
      do throws(FileFailure) {
        try look(into: "\(folder)/\(name)")
      } catch {
        if !error.isMissing { throw PipelineError("\(folder)/\(name)", reason: error) }
      }
    }
  }

  private mutating func look(into folder: String) throws(FileFailure) {
    for name in try FileSystem.names(in: folder) {
      let path = "\(folder)/\(name)"
      if let stamp = FileStamp(ofFile: path) {
        entries.append(Entry(path: path, stamp: stamp))
      } else {
        try look(into: path)
      }
    }
  }

  /// How many entries there are.
  public var count: Int { entries.count }
  /// Bytes of all entries.
  public var bytes: Int64 { entries.reduce(0) { $0 + $1.stamp.size } }
  /// When the entry that has gone without use longest was used; nil for an empty cache.
  public var leastRecentUse: Date? {
    entries.map(\.stamp.seconds).min().map { Date(timeIntervalSince1970: TimeInterval($0)) }
  }

  /// Removes the entries that were last used before a time.
  ///
  /// - Returns: how many were removed, and their bytes.
  /// - Throws: ``PipelineError`` if the system refuses.
  public mutating func prune(
    usedBefore time: Date
  ) throws(PipelineError) -> (count: Int, bytes: Int64) {
    let limit = Int64(time.timeIntervalSince1970.rounded(.up))
    var removed: (count: Int, bytes: Int64) = (0, 0)
    var kept: [Entry] = []
    for entry in entries {
      guard entry.stamp.seconds < limit else {
        kept.append(entry)
        continue
      }
      do throws(FileFailure) {
        try FileSystem.removeFile(entry.path)
      } catch {
        // Another prune may have been quicker.
        if !error.isMissing { throw PipelineError(entry.path, reason: error) }
      }
      removed = (removed.count + 1, removed.bytes + entry.stamp.size)
    }
    entries = kept
    return removed
  }
}
