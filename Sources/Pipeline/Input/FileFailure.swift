import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the system refused a file.
struct FileFailure: Error, Hashable {
  /// The system's error number.
  let code: Int32

  /// The failure of the call just made.
  static var last: FileFailure { FileFailure(code: errno) }

  /// What is told of something else where a file should be.
  static var notAFile: FileFailure { FileFailure(code: EISDIR) }

  /// Whether there is nothing at the path, or can be nothing since a name is too long.
  var isMissing: Bool { code == ENOENT || code == ENAMETOOLONG }

  /// Whether the path leads through a file as if it were a folder.
  var isBelowFile: Bool { code == ENOTDIR }

  /// The reason; the common ones in both languages, the others in the system's words.
  var message: Message {
    switch code {
    case ENOENT: Message(en: "no such file or folder", id: "berkas atau folder tidak ada")
    case EACCES, EPERM: Message(en: "permission denied", id: "izin ditolak")
    case EISDIR: Message(en: "is a folder", id: "adalah folder")
    case ENOTDIR: Message(en: "is not a folder", id: "bukan folder")
    case ENOSPC: Message(en: "no space left on the disk", id: "ruang disk habis")
    case EDQUOT: Message(en: "the disk quota is used up", id: "kuota disk habis")
    case EFBIG:
      Message(
        en: "the file would be larger than is allowed here",
        id: "berkas akan lebih besar daripada yang diizinkan di sini")
    case EROFS: Message(en: "the disk is read-only", id: "disk hanya dapat dibaca")
    case ELOOP: Message(en: "too many links in a circle", id: "tautan melingkar")
    default:
      Message(en: String(cString: strerror(code)), id: String(cString: strerror(code)))
    }
  }
}
