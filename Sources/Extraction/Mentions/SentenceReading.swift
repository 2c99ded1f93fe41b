import Citations
import Claims
import DomainPack

/// Where in a document a sentence stands, as far as it matters for what it may state.
enum SentenceContext: String, CaseIterable {
  case title, heading, body, listItem, tableRow, note, caption, quotation, front
  /// Research questions and sentences that ask.
  case question
  /// Aims and benefits of the research.
  case aim
  case suggestion
  /// The plan of the chapters.
  case outline
  case bibliography
  case abstract
  /// The recitals, the legal bases and the enacting part of a regulation.
  case considering, legalBasis, enacting
}

/// A stretch of a sentence that names things or holds a value.
struct SentenceMention {
  /// Positions in the block's tokens.
  var tokens: Range<Int>
  var entityClass: Int32
  /// Positions in the document's entities; empty for values and for references not yet bound.
  var entities: [Int]
  /// What it refers to before it is bound: `cities`, `agreement` and so on.
  var reference: String?
  /// The reference to an act that is not yet bound.
  var short: ShortCitation?
  /// What a naming of an act says besides it: `article`, and `repair`, what is put right in it; nil for
  /// other mentions.
  var citation: [String: String]?
  /// The words of the title of an act: positions in the block's tokens; nil for other mentions.
  var title: Range<Int>?
  /// A further class by which patterns can ask for it; -1 if none.
  var tag: Int32 = -1
  /// The value of a date, interval, length of time or number.
  var value: String?
  var isUnconfirmed = false
  var standing = Standing.top

  /// Whether patterns see a mention.
  enum Standing {
    case top
    /// Covered by a longer mention; still a mention.
    case inner
    /// A name that its context did not confirm: none.
    case dropped
  }

  /// Claims to make of it once the sentence is read: the rule and its captures.
  var origin: MentionOrigin?
}

/// The rule that found a mention and what it captured.
struct MentionOrigin {
  var layer: RuleLayer
  /// Number of the rule in its layer.
  var rule: Int
  var captures: [String: [CapturedSpan]]
}

/// What a capture holds: mentions it consists of exactly, or just words.
struct CapturedSpan {
  /// Positions in the block's tokens.
  var tokens: Range<Int>
  /// The mention that the capture is; nil if it is words.
  var mention: Int?
}

/// One sentence with what has been found in it.
struct SentenceReading {
  var block: Int
  var tokens: Range<Int>
  var context: SentenceContext
  /// Positions of the sentences that introduce the list or table that it stands in: the last one
  /// before it and, for the rows of a table, its first row.
  var introductions: [Int] = []
  var items: [Item] = []
  var mentions: [SentenceMention] = []
  /// What each application of a layer of mention rules matched when the sentence was read before;
  /// empty if it must be read anew.
  var found: [[RuleMatch]] = []
  /// Where rules made mentions when the sentence was read before; positions in the block's tokens.
  var ruleSpans: [Range<Int>] = []
}
