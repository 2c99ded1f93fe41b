import DomainPack

/// What the words of a heading say of the section below it.
struct HeadingWords: Sendable {
  private let sections: [(context: SentenceContext, words: [String])]

  init(languages: [LanguageData]) {
    let kinds: [(SentenceContext, String)] = [
      (.question, "question"), (.aim, "aim"), (.suggestion, "suggestion"), (.outline, "outline"),
      (.bibliography, "bibliography"), (.abstract, "abstract"),
    ]
    sections = kinds.map { context, name in
      (context, languages.flatMap { $0.headings[name] ?? [] }.map(EntityTable.foldedLabel))
    }
  }

  /// The kind of section that a heading opens.
  func context(of heading: String) -> SentenceContext {
    let folded = " \(EntityTable.foldedLabel(heading)) "
    return sections.first { _, words in words.contains { folded.hasSuffix(" \($0) ") || folded.hasPrefix(" \($0) ") } }?.context ?? .body
  }
}
