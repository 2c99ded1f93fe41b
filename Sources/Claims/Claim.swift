/// The datatypes of values in claims.
public enum ValueType: String, Sendable, Codable, CaseIterable {
  /// `xsd:string`
  case string
  /// `xsd:gYear`
  case year
  /// `xsd:gYearMonth`
  case yearMonth
  /// `xsd:date`
  case date
  /// `xsd:integer`
  case integer
  /// A length of time, `xsd:duration`: `P5Y`.
  case duration
  /// An interval in the Extended Date/Time Format: `2017/2019`, `1960/..`, `2017-09`.
  case period
}

/// The passage that states a claim.
public struct Evidence: Hashable, Sendable, Codable {
  /// The sentence or table row, in characters of the raw text.
  public var passage: SourceRange
  /// The raw text of the passage, unaltered.
  public var quote: String
  /// Page number as printed by the format, where there are pages; counted from 1.
  public var page: Int?
  /// Name of the part within a container format; nil for one-part formats.
  public var part: String?

  /// A passage with its exact text.
  public init(passage: SourceRange, quote: String, page: Int? = nil, part: String? = nil) {
    self.passage = passage
    self.quote = quote
    self.page = page
    self.part = part
  }
}

/// A statement that a document makes, with the passage that makes it.
public struct Claim: Hashable, Sendable, Codable {
  /// Sixteen hexadecimal digits, fixed at extraction; see ``DocumentClaims/sealed()``.
  public var id: String
  /// Position in ``DocumentClaims/entities``.
  public var subject: Int
  /// What is said of the subject.
  public var predicate: Predicate
  /// What the subject is said to be related to, or its value.
  public var object: ClaimObject
  /// Nil where the text says nothing of it: read as done for what asserts that something happened.
  public var status: Status?
  /// `intended`, `expected`, `target`: the outcome is not claimed to have come about.
  public var modality: String?
  /// The agreement within which the statement holds; position in ``DocumentClaims/entities``.
  public var within: Int?
  /// When, as an EDTF date or interval; nil where the text gives none.
  public var period: String?
  /// Other qualifiers by name: `article`, `quantity`, `scope`, `repair`.
  public var qualifiers: [String: String]
  /// 0…1.
  public var confidence: Double
  /// Name of the rule that fired: `file/rule`.
  public var rule: String
  /// The passage that says so.
  public var evidence: Evidence

  /// A claim without identity; ``DocumentClaims/sealed()`` gives it.
  public init(
    subject: Int, predicate: Predicate, object: ClaimObject, status: Status? = nil,
    modality: String? = nil, within: Int? = nil, period: String? = nil,
    qualifiers: [String: String] = [:], confidence: Double, rule: String, evidence: Evidence
  ) {
    self.id = ""
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.status = status
    self.modality = modality
    self.within = within
    self.period = period
    self.qualifiers = qualifiers
    self.confidence = confidence
    self.rule = rule
    self.evidence = evidence
  }
}
