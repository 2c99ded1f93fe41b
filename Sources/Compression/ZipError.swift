public import Diagnostics

/// Why a zip archive, or one entry of it, could not be read.
public struct ZipError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Hashable, Sendable {
    /// The bytes do not follow the format; what was expected and not found.
    case malformed(String)
    /// A feature that is not read: encryption, several disks, another method.
    case unsupported(String)
    /// A bound that the archive exceeds, and the bound.
    case tooLarge(String, limit: Int)
    /// A name that leads out of the archive, or that stands there twice.
    case unsafeName
    /// The content does not have the checksum or size that the archive promises.
    case damaged
    /// The system could not read the bytes any more; its reason.
    case unreadable(Message)
  }

  /// What went wrong.
  public var kind: Kind
  /// The entry concerned; nil for the archive as a whole.
  public var entry: String?

  /// An error of an archive or of one entry.
  public init(_ kind: Kind, entry: String? = nil) {
    self.kind = kind
    self.entry = entry
  }

  /// The failure in words.
  public var message: Message {
    let place = entry.map { " (\($0))" } ?? ""
    return switch kind {
    case .malformed(let what):
      Message(
        en: "damaged zip archive: \(what)\(place)", id: "arsip zip rusak: \(what)\(place)")
    case .unsupported(let what):
      Message(
        en: "zip feature not supported: \(what)\(place)",
        id: "fitur zip tidak didukung: \(what)\(place)")
    case .tooLarge(let what, let limit):
      Message(
        en: "zip archive exceeds the limit of \(limit) for \(what)\(place)",
        id: "arsip zip melampaui batas \(limit) untuk \(what)\(place)")
    case .unsafeName:
      Message(
        en: "zip archive with an unsafe or repeated name\(place)",
        id: "arsip zip dengan nama yang tidak aman atau berulang\(place)")
    case .damaged:
      Message(
        en: "zip entry does not match its checksum or size\(place)",
        id: "isi arsip zip tidak cocok dengan checksum atau ukurannya\(place)")
    case .unreadable(let reason):
      Message(en: "\(reason.english)\(place)", id: "\(reason.indonesian)\(place)")
    }
  }

  /// The failure in English.
  public var description: String { message.english }
}
