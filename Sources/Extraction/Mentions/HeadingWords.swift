import Documents
import DomainPack

/// What the words of a heading say of the section below it.
struct HeadingWords: Sendable {
  /// A kind of section and the names of such sections, as numbered words.
  private typealias Kind = (context: SentenceContext, names: [[Int32]])

  /// The sections of any text, and among them the parts of a regulation.
  private let sections: [Kind]
  private let parts: [Kind]
  /// What stands above a title and tells the kind of text: *siaran pers*, *media release*.
  private let kickers: [[Int32]]
  private let colon: Int32

  init(languages: [LanguageData], words: inout WordTable) {
    let kinds: [(SentenceContext, String)] = [
      (.question, "question"), (.aim, "aim"), (.suggestion, "suggestion"), (.outline, "outline"),
      (.bibliography, "bibliography"), (.abstract, "abstract"), (.considering, "considering"),
      (.legalBasis, "legalBasis"), (.enacting, "enacting"),
    ]
    var sections: [Kind] = []
    for (context, name) in kinds {
      let names = languages.flatMap { $0.headings[name] ?? [] }.map { heading in
        Self.words(of: Tokenizer.tokens(of: Array(heading.utf8), words: &words)[...])
      }
      sections.append((context, names.filter { !$0.isEmpty }))
    }
    self.sections = sections
    kickers = languages.flatMap { $0.headings["kicker"] ?? [] }.map { kicker in
      Self.words(of: Tokenizer.tokens(of: Array(kicker.utf8), words: &words)[...])
    }
    parts = sections.filter { [.considering, .legalBasis, .enacting].contains($0.context) }
    colon = words.intern([UInt8(ascii: ":")])
  }

  /// The words among tokens, without marks.
  private static func words(of tokens: ArraySlice<Token>) -> [Int32] {
    tokens.lazy.filter { !$0.look.contains(.mark) }.map(\.word)
  }

  /// Characters (code points) within which the name of a part of a regulation ends.
  private static let longestName = 24

  /// The part of a regulation that a block opens with its first words, such as *Mengingat:*; nil if
  /// it opens none.
  func opening(of block: DocumentReading.ReadBlock) -> SentenceContext? {
    // A code point has four bytes at most.
    let near = block.tokens.prefix { $0.range.lowerBound < Self.longestName * 4 }
    guard let end = near.firstIndex(where: { $0.word == colon }),
      block.block.text.bytes[..<near[end].range.lowerBound].count(where: { $0 & 0xC0 != 0x80 })
        < Self.longestName
    else { return nil }
    let name = Self.words(of: near[..<end])
    return parts.first { $0.names.contains(name) }?.context
  }

  /// Whether a line only tells what kind of text follows; a number or a date may stand behind that.
  func isKicker(_ line: [Token]) -> Bool {
    let tokens = line.filter { !$0.look.contains(.mark) }
    return kickers.contains { kicker in
      guard !kicker.isEmpty, tokens.lazy.map(\.word).starts(with: kicker) else { return false }
      let rest = tokens.dropFirst(kicker.count)
      return rest.isEmpty
        || rest.count <= Self.longestDate
          && rest.prefix(2).contains { $0.look.contains(.number) }
    }
  }

  /// Words of a number or date: *Nomor 12 Tahun 2019*.
  private static let longestDate = 4

  /// The kind of section that a heading opens: one with whose name it begins or ends.
  func context(of heading: [Token]) -> SentenceContext {
    let words = Self.words(of: heading[...])
    return sections.first { _, names in
      names.contains { words.starts(with: $0) || words.suffix($0.count).elementsEqual($0) }
    }?.context ?? .body
  }
}
