public import Diagnostics
internal import RDF

/// What a graph is called.
public enum DatasetTitle: Hashable, Sendable {
  /// One text, whatever its language.
  case plain(String)
  /// English and Indonesian.
  case translated(Message)

  /// The title in a language where it has one in that.
  public func text(in language: MessageLanguage) -> String {
    switch self {
    case .plain(let text): text
    case .translated(let message): message.text(in: language)
    }
  }

  /// The title for a graph that nobody gave one: the subject, if the pack names it, and the number
  /// of documents.
  public static func unnamed(subject: Message?, documents: Int) -> DatasetTitle {
    let plural = documents == 1 ? "document" : "documents"
    guard let subject else {
      return .translated(
        Message(
          en: "Knowledge graph of \(documents) \(plural)",
          id: "Graf pengetahuan dari \(documents) dokumen"))
    }
    return .translated(
      Message(
        en: "\(subject.english), from \(documents) \(plural)",
        id: "\(subject.indonesian), dari \(documents) dokumen"))
  }

  /// The title as RDF: a plain one without language.
  var literals: [Literal] {
    switch self {
    case .plain(let text): [Literal(text)]
    case .translated(let message): message.literals
    }
  }
}

extension Message {
  /// The message as RDF, one literal for each language.
  var literals: [Literal] {
    [Literal(english, language: "en"), Literal(indonesian, language: "id")]
  }
}
