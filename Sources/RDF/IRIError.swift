public import Diagnostics

/// Why a text is not an absolute IRI.
public struct IRIError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the text.
  public enum Reason: Hashable, Sendable {
    /// It does not begin with a scheme and a colon.
    case noScheme
    /// A character stands where RFC 3987 does not allow it.
    case forbiddenCharacter
    /// A `%` is not followed by two hexadecimal digits.
    case malformedPercentEncoding
    /// What stands between `[` and `]` is no IP address.
    case malformedAddress
    /// What follows the host's colon is not a number.
    case malformedPort
  }

  /// What is wrong.
  public let reason: Reason
  /// Where, in bytes of the text's UTF-8 from 0.
  public let offset: Int
  /// The text that was refused.
  public let iri: String

  /// An error at a byte of a text.
  public init(_ reason: Reason, at offset: Int, in iri: String) {
    self.reason = reason
    self.offset = offset
    self.iri = iri
  }

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch reason {
    case .noScheme:
      Message(
        en: "not an absolute IRI: it must begin with a scheme such as 'https:'",
        id: "bukan IRI mutlak: harus diawali skema seperti 'https:'")
    case .forbiddenCharacter:
      Message(
        en: "a character that an IRI may not have here",
        id: "karakter yang tidak boleh ada di bagian IRI ini")
    case .malformedPercentEncoding:
      Message(
        en: "'%' must be followed by two hexadecimal digits",
        id: "'%' harus diikuti dua angka heksadesimal")
    case .malformedAddress:
      Message(
        en: "no IP address between '[' and ']'", id: "tidak ada alamat IP di antara '[' dan ']'")
    case .malformedPort:
      Message(en: "the port must be a number", id: "porta harus berupa angka")
    }
  }

  /// The refused text, the byte (counted from 1) and the reason.
  public var description: String { "<\(iri)>: byte \(offset + 1): \(message.text(in: .english))" }
}
