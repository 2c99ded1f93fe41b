#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The data that are asked where none are named.
public enum StandardData {
  /// What the main job writes.
  private static let graph = "exports/graph.nq"
  /// The snapshot of it that a user can have made.
  private static let snapshot = "exports/graph" + SnapshotConversion.fileEnding

  /// The snapshot if it was written after the graph, or there is no graph; the graph otherwise.
  public static var path: String {
    guard let made = modification(of: snapshot) else { return graph }
    guard let renewed = modification(of: graph) else { return snapshot }
    return (made.tv_sec, made.tv_nsec) > (renewed.tv_sec, renewed.tv_nsec) ? snapshot : graph
  }

  /// When a file was written last; nil if there is none to be asked about.
  private static func modification(of path: String) -> timespec? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      return status.st_mtimespec
    #else
      return status.st_mtim
    #endif
  }
}
