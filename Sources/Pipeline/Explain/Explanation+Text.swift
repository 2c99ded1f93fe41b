public import Diagnostics

extension Explanation {
  /// The explanation as text for a terminal, ending with a line feed.
  public func text(in language: MessageLanguage) -> String {
    let words = Words(language: language)
    var lines = ["\(thing.label)\(thing.type.map { " (\($0))" } ?? "")", thing.iri]
    if !names.isEmpty { lines.append("\(words.alsoCalled): \(names.joined(separator: "; "))") }
    let known = statements.filter { $0.isFact && $0.sources.isEmpty }
    let facts = statements.filter { $0.isFact && !$0.sources.isEmpty }
    let others = statements.filter { !$0.isFact }
    for (title, group) in [
      (words.facts, facts), (words.claimsOnly, others), (words.known, known),
    ] where !group.isEmpty {
      lines += ["", title]
      for statement in group { lines += Self.lines(statement, words) }
    }
    for conflict in conflicts {
      lines += ["", "\(words.conflict): \(conflict.label)"]
      for claim in conflict.claims {
        let isChosen = claim.sources.contains { $0.claim == conflict.chosen }
        lines += Self.lines(claim, words, mark: isChosen ? words.chosen : nil)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    _ statement: Statement, _ words: Words, mark: String? = nil
  ) -> [String] {
    var lines = [
      "  \(statement.subject.label) – \(statement.predicate) – \(statement.object.text)"
        + (mark.map { " (\($0))" } ?? "")
    ]
    for source in statement.sources {
      let quote = source.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append("    “\(quote)”")
      var facts = [source.fileName ?? source.document.label]
      if let range = source.passage.split(separator: "#").last, range.hasPrefix("char=") {
        let ends = range.dropFirst(5).split(separator: ",").joined(separator: "–")
        facts.append("\(words.characters) \(ends)")
      }
      if let page = source.page { facts.append("\(words.page) \(page)") }
      facts.append("\(words.rule) \(source.rule)")
      facts.append("\(words.confidence) \(source.confidence)")
      facts += [source.status, source.modality, source.period].compactMap { $0 }
      if let within = source.within { facts.append("\(words.within) \(within.label)") }
      lines.append("      \(facts.joined(separator: ", "))")
    }
    return lines
  }

  /// The fixed words of an explanation.
  private struct Words {
    let language: MessageLanguage

    private func say(_ english: String, _ indonesian: String) -> String {
      Message(en: english, id: indonesian).text(in: language)
    }

    var alsoCalled: String { say("also called", "nama lain") }
    var facts: String { say("Facts", "Fakta") }
    var claimsOnly: String {
      say("Claimed, not taken as fact", "Diklaim, tidak dianggap fakta")
    }
    var known: String { say("Derived, or from the domain pack", "Turunan, atau dari paket domain") }
    var conflict: String { say("Conflict", "Pertentangan") }
    var chosen: String { say("taken", "dipakai") }
    var characters: String { say("characters", "karakter") }
    var page: String { say("page", "halaman") }
    var rule: String { say("rule", "aturan") }
    var confidence: String { say("confidence", "keyakinan") }
    var within: String { say("within", "dalam") }
  }
}
