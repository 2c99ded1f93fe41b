public import Diagnostics
import DomainPack

extension ReviewItem {
  /// The matter for a person to read, each line ended: identity and question, passages, decisions.
  ///
  /// - Parameters:
  ///   - language: of captions and question.
  ///   - width: characters of a quotation at most.
  /// - Returns: several lines, without what a terminal would take for a command.
  public func text(in language: MessageLanguage, width: Int = 300) -> String {
    func say(_ english: String, _ indonesian: String) -> String {
      Message(en: english, id: indonesian).text(in: language)
    }
    var lines = ["\(id)  \(title.text(in: language))", "  \(question.text(in: language))"]
    for passage in passages {
      let page = passage.page.map { ", \(say("page", "hlm.")) \($0)" } ?? ""
      let percent = Int((passage.confidence * 100).rounded())
      lines.append(
        "    \(passage.file)\(page), \(passage.rule), \(percent) %: \(passage.statement)")
      lines.append("      “\(Self.shortened(passage.quote, to: width))”")
    }
    for (word, decision) in [(say("yes", "ya"), yes), (say("no", "tidak"), no)] {
      guard let decision else { continue }
      lines.append("  \(word):")
      lines += decision.yaml().split(separator: "\n").map { "    \($0)" }
    }
    return lines.map { "\(Self.shown($0))\n" }.joined()
  }

  private var title: Message {
    switch kind {
    case .idleDecision: Message(en: "decision without effect", id: "keputusan tanpa pengaruh")
    case .conflict: Message(en: "conflict", id: "pertentangan")
    case .duplicate: Message(en: "perhaps one thing", id: "mungkin satu entitas")
    case .plannedGift: Message(en: "gift planned and given", id: "hibah direncanakan dan diberikan")
    case .unknownPlace: Message(en: "unknown place", id: "tempat tak dikenal")
    case .lowConfidence: Message(en: "little confidence", id: "keyakinan rendah")
    }
  }

  /// A text in one line.
  private static func shortened(_ text: String, to width: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > width ? "\(line.prefix(width)) …" : line
  }

  /// A line without what a terminal would take for a command.
  private static func shown(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
