#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a file that changes whenever somebody writes it: size, time of change and
/// number.
struct FileStamp: Codable, Hashable {
  var size: Int64
  var seconds: Int64
  var nanoseconds: Int64
  var number: UInt64

  /// The stamp of a file; nil if there is none at the path.
  init?(ofFile path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    size = Int64(status.st_size)
    seconds = Int64(changed.tv_sec)
    nanoseconds = Int64(changed.tv_nsec)
    number = UInt64(status.st_ino)
  }
}
