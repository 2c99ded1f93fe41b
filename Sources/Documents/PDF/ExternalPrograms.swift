#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the programs of other makers are looked for.
public struct ExternalPrograms: Hashable, Sendable {
  /// Folders in the order in which they are looked into.
  public var folders: [String]

  /// Programs in some folders; without them, in those of the environment's `PATH`.
  public init(folders: [String]? = nil) {
    self.folders = folders ?? Self.environmentFolders
  }

  /// The path of the first program of a name that may be run; nil if there is none.
  func path(of name: String) -> String? {
    for folder in folders where !folder.isEmpty {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        access(path, X_OK) == 0
      else { continue }
      return path
    }
    return nil
  }

  private static var environmentFolders: [String] {
    guard let path = getenv("PATH") else { return ["/usr/local/bin", "/usr/bin", "/bin"] }
    return String(cString: path).split(separator: ":").map(String.init)
  }
}
