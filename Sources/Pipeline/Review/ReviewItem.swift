public import Diagnostics
public import DomainPack

/// Something that deserves a person's decision, with the decisions that are likely.
public struct ReviewItem: Hashable, Sendable {
  /// Why it deserves a decision.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nothing corresponds to a decision of the file any more.
    case idleDecision
    /// Claims contradict each other.
    case conflict
    /// Two things may be one.
    case duplicate
    /// A gift that is only planned stands beside one that was given.
    case plannedGift
    /// The pack does not know a place.
    case unknownPlace
    /// A fact rests on claims of little confidence.
    case lowConfidence
  }

  /// A thing that it is about.
  public struct Thing: Hashable, Sendable, Encodable {
    /// Path of its IRI below the base.
    public var path: String
    /// Its class.
    public var type: String
    /// Its label, in the language of the review where there is one.
    public var label: String
  }

  /// A passage to judge by.
  public struct Passage: Hashable, Sendable, Encodable {
    /// Key of the document.
    public var document: String
    /// The document's file name without folders.
    public var file: String
    /// Page number, counted from 1; nil where there are no pages.
    public var page: Int?
    /// First character in the raw text (code points, counted from 0).
    public var start: Int
    /// The character behind the last.
    public var end: Int
    /// The exact text.
    public var quote: String
    /// The claim that rests on it.
    public var claim: String
    /// What the claim says: subject, predicate, object.
    public var statement: String
    /// How sure the claim is, 0…1.
    public var confidence: Double
    /// The rule that made the claim.
    public var rule: String

    /// A passage with the claim that rests on it.
    package init(
      document: String, file: String, page: Int?, start: Int, end: Int, quote: String,
      claim: String, statement: String, confidence: Double, rule: String
    ) {
      self.document = document
      self.file = file
      self.page = page
      self.start = start
      self.end = end
      self.quote = quote
      self.claim = claim
      self.statement = statement
      self.confidence = confidence
      self.rule = rule
    }
  }

  /// Twelve hexadecimal digits; the same in every run as long as the matter is the same.
  public var id: String
  /// Why it deserves a decision.
  public var kind: Kind
  /// How much it deserves one, 0…1.
  public var urgency: Double
  /// What to decide; answered by yes or no where there are decisions for both.
  public var question: Message
  /// The things concerned, the one to keep first.
  public var things: [Thing]
  /// Passages to judge by, the most telling first.
  public var passages: [Passage]
  /// What yes decides; nil where only the person can say.
  public var yes: DecisionText?
  /// What no decides; nil where only the person can say.
  public var no: DecisionText?

  /// A matter with all that a person needs to decide.
  package init(
    id: String, kind: Kind, urgency: Double, question: Message, things: [Thing],
    passages: [Passage], yes: DecisionText?, no: DecisionText?
  ) {
    self.id = id
    self.kind = kind
    self.urgency = urgency
    self.question = question
    self.things = things
    self.passages = passages
    self.yes = yes
    self.no = no
  }
}

extension ReviewItem: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, kind, urgency, question, things, passages, yes, no
  }

  private enum LanguageKeys: String, CodingKey {
    case en, id
  }

  /// Writes an object with the question under `en` and `id` and the decisions as YAML texts.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(id, forKey: .id)
    try members.encode(kind.rawValue, forKey: .kind)
    try members.encode(urgency, forKey: .urgency)
    var question = members.nestedContainer(keyedBy: LanguageKeys.self, forKey: .question)
    try question.encode(self.question.english, forKey: .en)
    try question.encode(self.question.indonesian, forKey: .id)
    try members.encode(things, forKey: .things)
    try members.encode(passages, forKey: .passages)
    try members.encode(yes?.yaml(), forKey: .yes)
    try members.encode(no?.yaml(), forKey: .no)
  }
}
