import DomainPack

/// A set of cues.
struct CueSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ cue: StatuteCue) {
    let position = StatuteCue.allCases.firstIndex(of: cue) ?? 0
    rawValue = 1 << UInt64(position)
  }

  static let considering = CueSet(.considering)
  static let legalBasis = CueSet(.legalBasis)
  static let otherRecital = CueSet(.otherRecital)
  static let enacting = CueSet(.enacting)
  static let establishing = CueSet(.establishing)
  static let publishing = CueSet(.publishing)
  static let enacted = CueSet(.enacted)
  static let promulgated = CueSet(.promulgated)
  static let elucidation = CueSet(.elucidation)
  static let article = CueSet(.article)
  static let reason = CueSet(.reason)
  static let amendingTitle = CueSet(.amendingTitle)
  static let repealingTitle = CueSet(.repealingTitle)
  static let enactingTitle = CueSet(.enactingTitle)
  static let implementingTitle = CueSet(.implementingTitle)
  static let titleFiller = CueSet(.titleFiller)
  static let amendedBy = CueSet(.amendedBy)
  static let enactedBy = CueSet(.enactedBy)
  static let repealed = CueSet(.repealed)
  static let revoked = CueSet(.revoked)
  static let repealing = CueSet(.repealing)
  static let amended = CueSet(.amended)
  static let amending = CueSet(.amending)
  static let implementing = CueSet(.implementing)
  static let filler = CueSet(.filler)
  static let toReplace = CueSet(.toReplace)
  static let guideline = CueSet(.guideline)
  static let unfit = CueSet(.unfit)
  static let joining = CueSet(.joining)
  static let inForce = CueSet(.inForce)
  static let this = CueSet(.this)
  static let notYet = CueSet(.notYet)
  static let provision = CueSet(.provision)
  static let within = CueSet(.within)
  static let referring = CueSet(.referring)
  static let dependent = CueSet(.dependent)
  static let derived = CueSet(.derived)
  static let narrowed = CueSet(.narrowed)
  static let aside = CueSet(.aside)
  static let reading = CueSet(.reading)
  static let onPromulgation = CueSet(.onPromulgation)
  static let onEnactment = CueSet(.onEnactment)
  static let day = CueSet(.day)
  /// What the title of an act says that it does to another.
  static let titles: CueSet = [amendingTitle, repealingTitle, enactingTitle, implementingTitle]
}

/// Something of meaning in the text of a regulation.
struct StatuteEvent {
  enum Kind {
    case cue(CueSet)
    /// Position among the citations.
    case citation(Int)
    /// The heading of an article.
    case article(ArticleNumber)
    /// A paragraph of an article, `(2)`.
    case paragraph
    /// An item of a list.
    case item
    /// The end of a sentence.
    case stop
  }

  /// The number of an article.
  enum ArticleNumber: Equatable {
    case arabic(Int)
    case roman
  }

  var kind: Kind
  var range: Range<Int>

  /// The cues of the event; none for other events.
  var cues: CueSet {
    if case .cue(let cues) = kind { cues } else { [] }
  }

  /// Whether a clause may end here.
  var endsClause: Bool {
    switch kind {
    case .article, .paragraph, .stop: true
    case .cue, .citation, .item: false
    }
  }
}
