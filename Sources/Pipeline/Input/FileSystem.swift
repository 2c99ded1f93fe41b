import Claims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls to the operating system that the pipeline needs, with their reasons for failing.
enum FileSystem {
  /// What a path leads to, links followed.
  enum Kind: Hashable {
    case file
    case folder
    /// A device, a pipe, a socket.
    case other
  }

  /// What stands for the standard input where files are named.
  static let standardInput = "-"

  /// The path by which the system opens a file that a user named.
  static func openable(_ path: String) -> String { path == standardInput ? "/dev/stdin" : path }

  /// What a path leads to.
  static func kind(of path: String) throws(FileFailure) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The length of a file in bytes; nil where it cannot be told, which whoever reads the file will
  /// find out.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The names in a folder in order of their UTF-8, without `.` and `..`.
  ///
  /// A name that is not UTF-8 is left out.
  static func names(in folder: String) throws(FileFailure) -> [String] {
    try listing(of: folder).names
  }

  /// The names in a folder in order of their UTF-8, without `.` and `..`, and apart from them those
  /// that are not UTF-8, with U+FFFD for what cannot be read.
  ///
  /// A path with such a name leads nowhere, since paths are given to the system as UTF-8.
  static func listing(
    of folder: String
  ) throws(FileFailure) -> (names: [String], illegible: [String]) {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var (names, illegible): ([String], [String]) = ([], [])
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) }
      if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        illegible.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    func sorted(_ names: [String]) -> [String] {
      names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return (sorted(names), sorted(illegible))
  }

  /// Whether a path leads to a folder; one that leads nowhere does not.
  static func isFolder(_ path: String) throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      return try kind(of: path) == .folder
    } catch {
      guard error.isMissing else { throw error }
      return false
    }
  }

  /// The path without links, `.` and `..`: the same for the same file.
  static func canonicalPath(of path: String) throws(FileFailure) -> String {
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// All bytes of a file.
  static func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileFailure(code: EISDIR) }
    var bytes: [UInt8] = []
    // One byte more than the size tells the end of the file without a second round.
    var room = max(Int(status.st_size) + 1, 65536)
    while true {
      let start = bytes.count
      var count = 0
      bytes.reserveCapacity(start + room)
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = systemRead(file, buffer.baseAddress, room)
        filled = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { return bytes }
      if start == 0 { bytes = piece } else { bytes.append(contentsOf: piece) }
      room = 65536
    }
  }

  /// SHA-256 of a file's bytes as 64 lower-case hexadecimal digits; no more than a piece of it is held.
  static func digest(of path: String) throws(FileFailure) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    var digest = SHA256()
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
        count = systemRead(file, buffer.baseAddress, buffer.count)
        filled = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { return digest.hexadecimal() }
      digest.update(piece)
    }
  }

  /// Gives a file the present time as that of its last change; what resists is of no consequence to
  /// whoever only notes that the file was used.
  static func touch(_ path: String) { _ = utimensat(AT_FDCWD, path, nil, 0) }

  /// Writes a new file.
  ///
  /// - Parameters:
  ///   - bytes: all that the file is to hold.
  ///   - path: where it is written, in place of a file that is there.
  ///   - isDurable: whether it is handed to the disk, so that it outlasts a failing system.
  /// - Throws: ``FileFailure`` if the system refuses; a part of the file may then be there.
  static func write(
    _ bytes: [UInt8], to path: String, isDurable: Bool = true
  ) throws(FileFailure) {
    var sink = try FileSink(path)
    sink.write(bytes)
    try sink.close(isDurable: isDurable)
  }

  /// Makes a folder and those above it that are missing.
  static func makeFolder(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o777) == 0 { return }
    let failure = FileFailure.last
    switch failure.code {
    case EEXIST:
      guard try kind(of: path) == .folder else { throw FileFailure(code: ENOTDIR) }
    case ENOENT:
      let above = parent(of: path)
      guard above != path else { throw failure }
      try makeFolder(above)
      guard mkdir(path, 0o777) != 0 else { return }
      // Others may have made it in the meantime.
      let failure = FileFailure.last
      guard failure.code == EEXIST, try kind(of: path) == .folder else { throw failure }
    default: throw failure
    }
  }

  /// Renames a file or folder, in place of a file of the new name.
  static func move(_ old: String, to new: String) throws(FileFailure) {
    guard rename(old, new) == 0 else { throw .last }
  }

  /// Removes a file.
  static func removeFile(_ path: String) throws(FileFailure) {
    guard unlink(path) == 0 else { throw .last }
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: String) throws(FileFailure) {
    guard rmdir(path) == 0 else { throw .last }
  }

  /// The folder that a path stands in: `.` for a bare name.
  static func parent(of path: String) -> String {
    let trimmed = trimmed(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// The last name of a path.
  static func name(of path: String) -> String {
    let trimmed = trimmed(path)
    return trimmed.lastIndex(of: "/").map { String(trimmed[trimmed.index(after: $0)...]) }
      ?? trimmed
  }

  /// A path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = Substring(path)
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return String(path)
  }
}

// Within `FileSystem` the plain names mean its own functions.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}
