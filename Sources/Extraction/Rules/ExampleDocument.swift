import Documents
import DomainPack

/// Makes the document that an example is read as.
///
/// Every line is a block: `# …` a heading, `- …` an item of a list, anything else the kind of block
/// that the rule asks for, which is a paragraph for most rules.
enum ExampleDocument {
  /// The document of an example.
  static func document(of example: RuleExample, for rule: Rule, languages: [LanguageData])
    -> Document
  {
    let setting = Setting(rule, languages)
    let lines = setting.opening + example.text.split(separator: "\n").map(String.init)
    let raw = Array(lines.joined(separator: "\n").unicodeScalars)
    var document = Document(fileName: "example.txt", format: "text", rawText: raw, blocks: [])
    var start = 0
    for line in lines {
      let end = start + line.unicodeScalars.count
      document.blocks.append(block(raw, start..<end, ordinary: setting.kind))
      start = end + 1
    }
    // A title of its own keeps the example from being taken for a headline.
    if rule.layer != .title, setting.kind != .heading(level: 1) {
      document.metadata.title = rule.name
    }
    return document
  }

  /// What must stand around a sentence for a rule to be allowed there.
  private struct Setting {
    var kind = BlockKind.paragraph
    var opening: [String] = []

    init(_ rule: Rule, _ languages: [LanguageData]) {
      guard !rule.blocks.isEmpty, !rule.blocks.contains(SentenceContext.body.rawValue) else {
        return
      }
      let kinds: [(SentenceContext, BlockKind)] = [
        (.title, .heading(level: 1)), (.heading, .heading(level: 1)), (.listItem, .listItem),
        (.tableRow, .tableRow), (.note, .note), (.caption, .caption), (.quotation, .quotation),
        (.bibliography, .bibliographyEntry),
      ]
      if let known = kinds.first(where: { rule.blocks.contains($0.0.rawValue) }) {
        kind = known.1
        return
      }
      let sections: [SentenceContext] = [.abstract, .aim, .suggestion, .outline]
      let legalParts: [SentenceContext] = [.considering, .legalBasis, .enacting]
      for context in sections + legalParts where rule.blocks.contains(context.rawValue) {
        guard let words = languages.lazy.compactMap({ $0.headings[context.rawValue]?.first }).first
        else { continue }
        opening = [legalParts.contains(context) ? "\(words):" : "# \(words)"]
        return
      }
    }
  }

  private static func block(_ raw: [Unicode.Scalar], _ line: Range<Int>, ordinary: BlockKind)
    -> Block
  {
    var kind = ordinary
    var start = line.lowerBound
    if line.count > 1, raw[start + 1] == " ", raw[start] == "#" || raw[start] == "-" {
      kind = raw[start] == "#" ? .heading(level: 2) : .listItem
      start += 2
    }
    var text = RepairedText()
    for index in start..<line.upperBound { text.append(raw[index], from: index..<index + 1) }
    return Block(kind: kind, text: text)
  }
}
