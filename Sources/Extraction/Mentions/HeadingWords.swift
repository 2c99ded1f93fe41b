import DomainPack

/// What the words of a heading say of the section below it.
struct HeadingWords: Sendable {
  private let sections: [(context: SentenceContext, words: [String])]

  init(languages: [LanguageData]) {
    let kinds: [(SentenceContext, String)] = [
      (.question, "question"), (.aim, "aim"), (.suggestion, "suggestion"), (.outline, "outline"),
      (.bibliography, "bibliography"), (.abstract, "abstract"), (.considering, "considering"),
      (.legalBasis, "legalBasis"), (.enacting, "enacting"),
    ]
    sections = kinds.map { context, name in
      (context, languages.flatMap { $0.headings[name] ?? [] }.map(EntityTable.foldedLabel))
    }
  }

  /// The part of a regulation that a block opens with its first word, such as *Mengingat:*; nil if it opens none.
  func opening(of text: String) -> SentenceContext? {
    guard let colon = text.unicodeScalars.prefix(24).firstIndex(of: ":") else { return nil }
    let folded = EntityTable.foldedLabel(String(text.unicodeScalars[..<colon]))
    let parts: [SentenceContext] = [.considering, .legalBasis, .enacting]
    return sections.first { parts.contains($0.context) && $0.words.contains(folded) }?.context
  }

  /// The kind of section that a heading opens.
  func context(of heading: String) -> SentenceContext {
    let folded = " \(EntityTable.foldedLabel(heading)) "
    return sections.first { _, words in
      words.contains { folded.hasSuffix(" \($0) ") || folded.hasPrefix(" \($0) ") }
    }?.context ?? .body
  }
}
