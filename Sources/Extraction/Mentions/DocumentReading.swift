import Claims
import Documents
import DomainPack

/// A document while it is being read: its tokens, sentences, and the things found so far.
struct DocumentReading {
  /// A block with its tokens.
  struct ReadBlock {
    var block: Block
    var tokens: [Token]
  }

  let document: Document
  let pack: CompiledPack
  var words: WordTable
  var blocks: [ReadBlock] = []
  var sentences: [SentenceReading] = []
  var entities = EntityTable()
  /// Names of the rules that matched.
  var firedRules: Set<String> = []
  /// Names that this document gives to its own things.
  var ownNames = PhraseTrie()
  var ownRecords: [(entity: Int, exactCase: Bool, text: [UInt8])] = []
  /// Entries of the gazetteer whose names needed a context and had one somewhere in the document, by
  /// their numbers: elsewhere they need none.
  var confirmedEntries: Set<Int> = []
  /// Sentence at which an agreement was named or referred to, by its position in the entities.
  var descriptorSites: [Int: Int] = [:]
  /// The regulation that the document is the text of; position in the entities.
  var ownRegulation: Int?
  /// Country of the language that the document is written in, as in keys; nil if none is known.
  var homeCountry: Substring?
  /// Main language, by the small words.
  var language: String?

  init(document: Document, pack: CompiledPack) {
    self.document = document
    self.pack = pack
    words = pack.words
    for block in document.blocks {
      blocks.append(
        ReadBlock(block: block, tokens: Tokenizer.tokens(of: block.text.bytes, words: &words)))
    }
    MisreadingRepair.repair(&self)
    language = Self.told(document.metadata, pack) ?? Self.language(of: blocks, pack)
    split()
  }

  /// The language that a person says the document is in; what files say of themselves is often wrong.
  private static func told(_ metadata: DocumentMetadata, _ pack: CompiledPack) -> String? {
    guard metadata.origin(of: .language) == .sidecar, let tag = metadata.language else {
      return nil
    }
    let main = tag.prefix { $0 != "-" }.lowercased()
    return pack.stopWords.contains { $0.tag == main } ? main : tag
  }

  private static func language(of blocks: [ReadBlock], _ pack: CompiledPack) -> String? {
    let counts = pack.stopWords.map { language in
      blocks.reduce(0) { sum, block in sum + block.tokens.count { language.words.contains($0.word) }
      }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 else {
      return nil
    }
    return pack.stopWords[best].tag
  }

  /// Tokens of a block that is a line by itself, and of one that introduces nothing.
  private static let (longestLine, shortestIntroduction) = (16, 2)

  private mutating func split() {
    var section = SentenceContext.body
    let colon = words.intern([UInt8(ascii: ":")])
    // The last sentence before a list or table, and the first row of the table.
    var (introduction, header): (Int?, Int?) = (nil, nil)
    for (number, read) in blocks.enumerated() {
      var context: SentenceContext
      if let part = pack.headings.opening(of: read) { section = part }
      switch read.block.kind {
      case .heading:
        section = pack.headings.context(of: read.tokens)
        context = .heading
      case .paragraph: context = section == .question ? .body : section
      case .listItem: context = section == .body ? .listItem : section
      case .tableRow: context = .tableRow
      case .note: context = .note
      case .bibliographyEntry: context = .bibliography
      case .caption: context = .caption
      case .quotation: context = .quotation
      }
      // A work cited is one statement, however many dots its entry has.
      let spans =
        context == .bibliography
        ? [SentenceSpan(tokens: read.tokens.indices)]
        : SentenceSpan.spans(of: read.tokens, in: pack.splitter.sentences(of: read.block))
      for span in spans where !span.tokens.isEmpty {
        var own = context
        if context != .heading,
          read.tokens[span.tokens].suffix(3).contains(where: { $0.word == pack.questionMark })
        {
          own = .question
        }
        var sentence = SentenceReading(block: number, tokens: span.tokens, context: own)
        if read.block.kind == .listItem || read.block.kind == .tableRow
          || read.tokens.count <= Self.longestLine
        {
          sentence.introductions = [introduction, header].compactMap(\.self)
        }
        sentences.append(sentence)
      }
      // Such as *ttd.* between an office and the name of its holder.
      if read.block.kind == .paragraph, read.tokens.count <= Self.shortestIntroduction,
        introduction != nil
      {
        continue
      }
      switch read.block.kind {
      case .listItem:
        header = nil
        // What ends with a colon introduces a list within the list.
        if read.tokens.last?.word == colon { introduction = sentences.indices.last }
      case .tableRow: header = header ?? sentences.indices.last
      default: (introduction, header) = (sentences.indices.last, nil)
      }
    }
  }

  /// Lets names that a context has confirmed once stand for themselves; false if no name gains by it.
  mutating func confirmNames() -> Bool {
    var (named, unconfirmed): (Set<Int>, Set<Int>) = ([], [])
    for mention in sentences.lazy.flatMap(\.mentions) {
      if mention.isUnconfirmed {
        unconfirmed.formUnion(mention.entities)
      } else if mention.standing != .dropped {
        named.formUnion(mention.entities)
      }
    }
    confirmedEntries = entities.entries(of: named.intersection(unconfirmed))
    return !confirmedEntries.isEmpty
  }

  /// The words that some tokens of a block stand for, as the repaired text has them.
  func text(_ tokens: Range<Int>, inBlock block: Int) -> String {
    guard !tokens.isEmpty else { return "" }
    let read = blocks[block]
    let bytes =
      read.tokens[tokens.lowerBound].range
      .lowerBound..<read.tokens[tokens.upperBound - 1].range.upperBound
    return String(decoding: read.block.text.bytes[bytes], as: UTF8.self)
  }

  /// Where some tokens of a block stand in the raw text.
  func range(_ tokens: Range<Int>, inBlock block: Int) -> SourceRange {
    let read = blocks[block]
    guard !tokens.isEmpty else { return read.block.text.sourceRange(of: 0..<0) }
    return read.block.text.sourceRange(
      of: read.tokens[tokens.lowerBound].range
        .lowerBound..<read.tokens[tokens.upperBound - 1].range.upperBound)
  }

  /// The sentence as evidence.
  func evidence(_ sentence: SentenceReading) -> Evidence {
    let passage = range(sentence.tokens, inBlock: sentence.block)
    let block = blocks[sentence.block].block
    return Evidence(
      passage: passage, quote: document.quote(passage), page: block.page, part: block.part)
  }
}
