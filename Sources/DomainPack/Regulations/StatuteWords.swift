public import Diagnostics

/// What a phrase in the text of a regulation tells; the raw value is its name in
/// `regulation-documents.yaml`, whose comments say what each is for.
public enum StatuteCue: String, Hashable, Sendable, CaseIterable {
  case considering
  case legalBasis = "legal-basis"
  case otherRecital = "other-recital"
  case enacting, establishing, publishing, enacted, promulgated, elucidation, article, reason
  case amendingTitle = "amending-title"
  case repealingTitle = "repealing-title"
  case enactingTitle = "enacting-title"
  case implementingTitle = "implementing-title"
  case titleFiller = "title-filler"
  case amendedBy = "amended-by"
  case enactedBy = "enacted-by"
  case repealed, revoked, repealing, amended, amending, implementing, filler
  case toReplace = "to-replace"
  case guideline, unfit, joining
  case inForce = "in-force"
  case this
  case notYet = "not-yet"
  case provision, within, referring, dependent, derived, narrowed, aside, reading
  case onPromulgation = "on-promulgation"
  case onEnactment = "on-enactment"
  case day
}

/// The wording of regulations: the phrases that open their parts and those of their clauses.
public struct StatuteWords: Hashable, Sendable {
  /// The phrases of each cue, words separated by single spaces; a phrase may stand under several.
  public var phrases: [StatuteCue: [String]] = [:]

  /// No words: no text is read as a regulation.
  public init() {}

  /// Reads `regulation-documents.yaml`.
  ///
  /// - Throws: ``SyntaxError`` at the first list that is missing or of an unknown name.
  public static func load(_ root: PackNode) throws(SyntaxError) -> StatuteWords {
    try root.allowOnly(["phrases"])
    let lists = try root.required("phrases")
    try lists.allowOnly(Set(StatuteCue.allCases.map(\.rawValue)))
    var words = StatuteWords()
    for cue in StatuteCue.allCases {
      words.phrases[cue] = try lists.required(cue.rawValue).texts()
    }
    return words
  }
}
