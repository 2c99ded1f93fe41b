import Documents

/// A lexicon with the few words that the cases of these tests need.
enum ReadingSamples {
  static let lexicon: ReadingLexicon = {
    var lexicon = ReadingLexicon()
    lexicon.bibliographyHeadings = ["Daftar Pustaka", "References"]
    lexicon.headings = ["Pendahuluan", "Rumusan Masalah", "Abstract"]
    lexicon.chapterWords = ["Bab", "Chapter"]
    lexicon.sectionWords = ["Pasal", "Bagian"]
    lexicon.ordinals = ["Kesatu"]
    lexicon.paragraphMarkers = ["Kata Kunci"]
    lexicon.captionWords = ["Gambar"]
    lexicon.pageWords = ["Halaman"]
    lexicon.runningHeads = ["Presiden Republik Indonesia"]
    lexicon.continuationWords = ["dengan", "dan"]
    lexicon.hyphenPrefixes = ["non"]
    lexicon.boilerplateNames = ["menu", "share", "cookie", "breadcrumb", "navbox"]
    lexicon.seeAlso = ["Baca juga"]
    lexicon.noteNames = ["sdfootnote"]
    lexicon.referenceNames = ["references"]
    return lexicon
  }()

  static let reader = DocumentReader(lexicon: lexicon)

  /// The blocks of a text, one a line: kind, colon, text.
  static func blocks(_ text: String, fileName: String = "a.txt") throws -> [String] {
    try reader.read(Array(text.utf8), fileName: fileName).blocks.map(describe)
  }

  static func describe(_ block: Block) -> String {
    let kind =
      switch block.kind {
      case .heading(let level): "h\(level)"
      case .paragraph: "p"
      case .listItem: "li"
      case .tableRow: "row"
      case .note: "note"
      case .bibliographyEntry: "bib"
      case .caption: "caption"
      case .quotation: "quote"
      }
    return "\(kind): \(block.text.string)"
  }
}
