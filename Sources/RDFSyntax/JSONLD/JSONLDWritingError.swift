public import Diagnostics

/// Why statements cannot be written in JSON-LD.
public struct JSONLDWritingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// A triple term, which JSON-LD 1.1 does not have.
    case tripleTerm
    /// A JSON literal whose text is no JSON.
    case invalidJSONLiteral
    /// An IRI that the context gives another meaning, however it is written.
    case hiddenByContext
  }

  /// What stands in the way.
  public let reason: Reason
  /// The term in question as N-Triples have it.
  public let term: String

  /// An error about a term.
  public init(reason: Reason, term: String) {
    self.reason = reason
    self.term = term
  }

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch reason {
    case .tripleTerm:
      Message(
        en: "\(term) is a triple term: JSON-LD 1.1 has none",
        id: "\(term) adalah tripel sebagai istilah: tidak ada dalam JSON-LD 1.1")
    case .invalidJSONLiteral:
      Message(
        en: "\(term): the text of a JSON literal is no JSON",
        id: "\(term): teks literal JSON bukan JSON")
    case .hiddenByContext:
      Message(
        en: "\(term) cannot be written: the context gives it another meaning",
        id: "\(term) tidak dapat ditulis: konteks memberinya makna lain")
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}
