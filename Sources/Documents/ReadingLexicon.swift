/// The words by which a reader recognises the parts of a document, from the pack's language files.
///
/// Words are compared without regard to case, with single spaces, and without a colon or dot at
/// their end.
public struct ReadingLexicon: Hashable, Sendable {
  /// Whole headings of a list of works cited, such as *references*.
  public var bibliographyHeadings: Set<String> = []
  /// Other whole lines that are headings, such as *abstract*.
  public var headings: Set<String> = []
  /// Words that, followed by a number, head a chapter: the next line may carry its name.
  public var chapterWords: Set<String> = []
  /// Words that, followed by a number and nothing else, head a section or an article.
  public var sectionWords: Set<String> = []
  /// Number words that may follow a chapter or section word.
  public var ordinals: Set<String> = []
  /// Words at the start of a line that always begin a paragraph, such as *keywords*.
  public var paragraphMarkers: Set<String> = []
  /// Words that, followed by a number, begin the caption of a figure or table.
  public var captionWords: Set<String> = []
  /// Words that stand before a page number.
  public var pageWords: Set<String> = []
  /// Heads that the pages of official papers repeat above `-2-`; scanning mistakes are allowed for.
  public var runningHeads: Set<String> = []
  /// Words that never end a sentence: a line that ends with one goes on.
  public var continuationWords: Set<String> = []
  /// Beginnings that keep their hyphen where a line breaks after it, such as *non*.
  public var hyphenPrefixes: Set<String> = []
  /// Parts of class names and ids that mark menus, advertisements and the like on web pages.
  public var boilerplateNames: Set<String> = []
  /// Words at the start of a line of a web page that only leads to other pages, such as *read also*.
  public var seeAlso: Set<String> = []
  /// What programs write as title or author where nobody gave one; with a hyphen at its end, what
  /// they put before the name of the file.
  public var placeholderNames: Set<String> = []
  /// Parts of class names and ids that mark footnotes on web pages.
  public var noteNames: Set<String> = []
  /// Parts of class names and ids that mark lists of works cited on web pages.
  public var referenceNames: Set<String> = []

  /// By which sentences are divided.
  public var sentences = SentenceWords()
  /// By which the language of a text is told.
  public var languages: [LanguageWords] = []
  /// By which the mistakes of scanning are told.
  public var scanning = ScanWords()
  /// Words by which title pages and entries of lists of works cited are read.
  public var works = WorkWords()

  /// No words at all: only layout and markup tell.
  public init() {}

  /// The words of several languages: for each, the lists of its `headings` table by name.
  ///
  /// The names `bibliography`, `chapter`, `section`, `ordinal`, `paragraph`, `caption`, `page`,
  /// `runningHead`, `continuation`, `hyphenPrefix`, `boilerplate`, `seeAlso`, `noteName`,
  /// `referenceName` and `placeholder` fill the list of that meaning; every other list (`abstract`, `aim`, …) is one of
  /// headings.
  public init(headings languages: [[String: [String]]]) {
    for table in languages {
      func words(_ name: String) -> Set<String> { Set(table[name] ?? []) }
      bibliographyHeadings.formUnion(words("bibliography"))
      for (name, list) in table where !Self.listNames.contains(name) { headings.formUnion(list) }
      chapterWords.formUnion(words("chapter"))
      sectionWords.formUnion(words("section"))
      ordinals.formUnion(words("ordinal"))
      paragraphMarkers.formUnion(words("paragraph"))
      captionWords.formUnion(words("caption"))
      pageWords.formUnion(words("page"))
      runningHeads.formUnion(words("runningHead"))
      continuationWords.formUnion(words("continuation"))
      hyphenPrefixes.formUnion(words("hyphenPrefix"))
      boilerplateNames.formUnion(words("boilerplate"))
      seeAlso.formUnion(words("seeAlso"))
      placeholderNames.formUnion(words("placeholder"))
      noteNames.formUnion(words("noteName"))
      referenceNames.formUnion(words("referenceName"))
    }
  }

  /// Names of the lists that are not headings.
  private static let listNames: Set<String> = [
    "bibliography", "chapter", "section", "ordinal", "paragraph", "caption", "page", "runningHead",
    "continuation", "hyphenPrefix", "boilerplate", "seeAlso", "placeholder", "noteName",
    "referenceName",
  ]

  /// The same words in the form in which lines are compared.
  func normalised() -> ReadingLexicon {
    func keys(_ words: Set<String>) -> Set<String> {
      Set(words.map { ScalarText.key(of: Array($0.unicodeScalars)) }.filter { !$0.isEmpty })
    }
    var result = ReadingLexicon()
    result.bibliographyHeadings = keys(bibliographyHeadings)
    result.headings = keys(headings)
    result.chapterWords = keys(chapterWords)
    result.sectionWords = keys(sectionWords)
    result.ordinals = keys(ordinals)
    result.paragraphMarkers = keys(paragraphMarkers)
    result.captionWords = keys(captionWords)
    result.pageWords = keys(pageWords)
    result.runningHeads = keys(runningHeads)
    result.continuationWords = keys(continuationWords)
    result.hyphenPrefixes = keys(hyphenPrefixes)
    result.boilerplateNames = keys(boilerplateNames)
    result.seeAlso = keys(seeAlso)
    result.placeholderNames = keys(placeholderNames)
    result.noteNames = keys(noteNames)
    result.referenceNames = keys(referenceNames)
    result.works = works
    return result
  }
}
