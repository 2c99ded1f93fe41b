import Claims
import Documents
import DomainPack

/// Finds the title of a document: its metadata, what a rule recognises, else its first heading.
struct TitleFinder {
  /// The title and where it stands: sentence and tokens; nil tokens if it is not in the text.
  struct Title {
    var text: String
    var sentence: Int?
    var tokens: Range<Int>?
    /// The rule that recognised it.
    var rule: String?
  }

  /// How many blocks the head of a document has at most: a heading further down is one of its parts.
  private static let headBlocks = 10

  /// Among how many blocks the headline stands.
  private static let kickerBlocks = 3

  /// Longest headline, in tokens.
  private static let headlineLength = 24

  /// The first line of a document that does not only tell the kind of text, if it is short, begins with a capital and does not end as a sentence does.
  private static func headline(in reading: DocumentReading) -> Title? {
    let number = reading.sentences.firstIndex {
      !reading.pack.headings.isKicker(reading.blocks[$0.block].tokens)
    }
    guard let number else { return nil }
    let first = reading.sentences[number]
    let tokens = reading.blocks[first.block].tokens
    guard first.block < kickerBlocks, first.tokens.count == tokens.count,
      (3...headlineLength).contains(tokens.count),
      tokens.first?.look.contains(.capital) ?? false, tokens.last?.look.contains(.mark) == false
    else { return nil }
    return Title(
      text: RuleEnvironment.trimmed(reading.blocks[first.block].block.text.string),
      sentence: number,
      tokens: first.tokens)
  }

  /// The title of a document.
  static func find(in reading: DocumentReading) -> Title {
    let metadata = reading.document.metadata
    if let title = metadata.title, !title.isEmpty, metadata.origin(of: .title) != .text {
      return Title(text: title)
    }
    if let regulation = reading.ownRegulation.map({ reading.entities.entities[$0] }) {
      let about = regulation.attributes["title"]?.first.map { ": \($0)" } ?? ""
      return Title(text: regulation.label + about)
    }
    var best: (confidence: Double, title: Title)?
    if let compiled = reading.pack.layers[.title] {
      var matcher = compiled.matcher
      var rows = ItemRows(reading.pack.rows)
      for (number, sentence) in reading.sentences.enumerated() {
        rows.fill(sentence.items)
        let allowed = compiled.rulesAllowed(in: sentence.context)
        for match in matcher.matches(
          in: rows, allowing: { allowed[$0] })
        {
          let environment = RuleEnvironment(
            match, sentence: number, names: matcher.name(ofSlot:), in: reading)
          guard let span = environment.captures["title"]?.first else { continue }
          let rule = compiled.rules[match.rule]
          if best.map({ rule.confidence > $0.confidence }) ?? true {
            best = (
              rule.confidence,
              Title(
                text: RuleEnvironment.trimmed(reading.text(span.tokens, inBlock: sentence.block)),
                sentence: number, tokens: span.tokens, rule: rule.name)
            )
          }
        }
      }
    }
    if let best { return best.title }
    let headline = Self.headline(in: reading)
    for (number, sentence) in reading.sentences.enumerated()
    where sentence.context == .heading && sentence.block < headBlocks {
      if reading.pack.headings.isKicker(reading.blocks[sentence.block].tokens) { continue }
      // The heading of a section such as the abstract is none of the document.
      if reading.pack.headings.context(of: reading.blocks[sentence.block].tokens) != .body {
        if let headline { return headline }
        continue
      }
      let block = reading.blocks[sentence.block].block
      return Title(
        text: RuleEnvironment.trimmed(block.text.string), sentence: number, tokens: sentence.tokens)
    }
    if let headline { return headline }
    return Title(text: String(reading.document.fileName.prefix { $0 != "." }))
  }
}
