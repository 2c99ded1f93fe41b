import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells one build of the program from another, as far as the same machine is concerned.
enum ProgramIdentity {
  /// The version, and the size and time of change of the program's file: what a newly built program
  /// does, an earlier one of the same version need not have done.
  static let text: String = {
    var status = stat()
    guard let path = Bundle.main.executablePath, stat(path, &status) == 0 else {
      return SimpulVersion.current
    }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    return "\(SimpulVersion.current) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
  }()
}
