public import Diagnostics
import Foundation

extension FactDifference {
  /// Tells the difference to a person.
  ///
  /// - Parameter language: the language of the headings.
  /// - Returns: lines with `-` before what is gone, `+` before what is new and `~` before what has
  ///   changed, the passages indented below; nothing where there is no difference.
  public func text(in language: MessageLanguage) -> String {
    func say(_ english: String, _ indonesian: String) -> String {
      Message(en: english, id: indonesian).text(in: language)
    }
    var text = ""
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      text += "\(text.isEmpty ? "" : "\n")\(title)\n" + lines.map { "\($0)\n" }.joined()
    }
    section(
      say("Things", "Entitas"),
      thingsLost.map { "- \(Self.told($0))" } + thingsGained.map { "+ \(Self.told($0))" })
    section(
      say("Changed facts", "Fakta yang berubah"),
      factsChanged.map { change in
        "~ \(change.old.subject.label) \(change.old.predicate): "
          + "\(Self.told(change.old.object)) → \(Self.told(change.new.object))"
          + Self.told(change.old.passages, mark: "- ") + Self.told(change.new.passages, mark: "+ ")
      })
    section(
      say("Facts gone", "Fakta yang hilang"),
      factsLost.map { "- \(Self.told($0))" + Self.told($0.passages) })
    section(
      say("New facts", "Fakta baru"),
      factsGained.map { "+ \(Self.told($0))" + Self.told($0.passages) })
    return text
  }

  /// How much differs, in one line.
  public var summary: Message {
    guard !isEmpty else { return Message(en: "no differences", id: "tidak ada perbedaan") }
    return Message(
      en:
        "things: \(thingsLost.count) gone, \(thingsGained.count) new; facts: \(factsLost.count) gone, "
        + "\(factsGained.count) new, \(factsChanged.count) changed",
      id:
        "entitas: \(thingsLost.count) hilang, \(thingsGained.count) baru; fakta: "
        + "\(factsLost.count) hilang, \(factsGained.count) baru, \(factsChanged.count) berubah")
  }

  /// The difference for a program, as JSON with members in order of their names; ends with a line feed.
  ///
  /// - Throws: `EncodingError`, never for these values.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  private static func told(_ thing: Thing) -> String {
    "\(thing.class.map { "\($0) " } ?? "")\(thing.label) <\(thing.iri)>"
  }

  private static func told(_ object: Object) -> String {
    switch object {
    case .thing(let thing): thing.label
    case .value(let value): value
    }
  }

  private static func told(_ fact: Fact) -> String {
    "\(fact.subject.label) \(fact.predicate) \(told(fact.object))"
  }

  /// Each passage on a line of its own, in one line whatever its breaks are.
  private static func told(_ passages: [Passage], mark: String = "") -> String {
    passages.map { passage in
      let words = passage.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "\n    \(mark)\(words.isEmpty ? "" : "“\(words)” ")<\(passage.document)>"
    }.joined()
  }
}
