public import Diagnostics

/// Why gzip data could not be unpacked or packed.
public enum GzipError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The data do not follow the format, or not their checksum.
  case damaged
  /// The data end in the middle.
  case truncated
  /// The content is larger than the bound, in bytes.
  case tooLarge(limit: Int)
  /// zlib had no memory.
  case outOfMemory

  /// The failure in words.
  public var message: Message {
    switch self {
    case .damaged: Message(en: "damaged gzip data", id: "data gzip rusak")
    case .truncated: Message(en: "gzip data that end too early", id: "data gzip terpotong")
    case .tooLarge(let limit):
      Message(
        en: "gzip data that unpack to more than \(limit) bytes",
        id: "isi data gzip melebihi \(limit) bita")
    case .outOfMemory: Message(en: "not enough memory for gzip", id: "memori kurang untuk gzip")
    }
  }

  /// The failure in English.
  public var description: String { message.text(in: .english) }
}
