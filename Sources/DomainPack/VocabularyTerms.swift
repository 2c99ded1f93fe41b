public import Claims

/// The name of a term of the vocabulary in the languages of the pack.
public struct Caption: Hashable, Sendable {
  /// The name in Indonesian.
  public var indonesian: String
  /// The name in English.
  public var english: String

  /// A name in both languages.
  public init(id indonesian: String, en english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  /// The name by language as a BCP 47 tag, in the order of the tags.
  public var byLanguage: [(language: String, text: String)] {
    [("en", english), ("id", indonesian)]
  }
}

/// What makes two mentions of a class one thing, and what its IRI is made of.
public enum Identity: String, Hashable, Sendable, CaseIterable {
  /// The label or another name; the default.
  case name
  /// The owner (agreement, else place or body, else document) and the label.
  case owner
  /// The body it belongs to, if one is known, and the label.
  case body
  /// The place governed.
  case government
  /// The parties' places, the type and the earliest year.
  case agreement
  /// The full name together with a shared role, organisation or topic.
  case person
}

/// A class of the vocabulary.
public struct ClassDescription: Hashable, Sendable {
  /// Its local name.
  public var name: EntityClass
  /// First segment of the IRIs of its things, below the base; nil if they have no IRI of their own.
  public var folder: String?
  /// The name for people.
  public var label: Caption
  /// The name of several, for legends and headings.
  public var plural: Caption
  /// How its things are told apart.
  public var identity: Identity
  /// IRIs of the classes of other vocabularies that things of this class belong to too.
  public var alignments: [String]

  /// A class of the vocabulary.
  public init(
    name: EntityClass, folder: String?, label: Caption, plural: Caption? = nil,
    identity: Identity = .name, alignments: [String] = []
  ) {
    self.name = name
    self.folder = folder
    self.label = label
    self.plural = plural ?? label
    self.identity = identity
    self.alignments = alignments
  }
}

/// When the claims of a predicate become facts.
public enum PredicateKind: String, Hashable, Sendable, CaseIterable {
  /// Whatever the status of the claim.
  case describes
  /// Only when the claim says that it happened, at least in part.
  case asserts
  /// Never: the program itself writes it about sources, evidence and identifiers.
  case annotation
}

/// What stands as the object of a predicate.
public enum ObjectKind: String, Hashable, Sendable, CaseIterable {
  /// A thing.
  case entity
  /// A year, a month or a day.
  case date
  /// An interval or a length of time.
  case period
  /// A concept of the vocabulary.
  case concept
  /// A plain value.
  case literal
}

/// What a statement makes of its object, which decides what else can hold of it.
public enum ObjectEffect: String, Hashable, Sendable, CaseIterable {
  /// The object is over: it ends once, and nothing changes it afterwards.
  case ends
  /// The object goes on, changed.
  case changes
  /// Subject and object are one from now on.
  case joins
}

/// A predicate of the vocabulary.
public struct PredicateDescription: Hashable, Sendable {
  /// Its local name.
  public var name: Predicate
  /// When its claims become facts.
  public var kind: PredicateKind
  /// What its object is.
  public var object: ObjectKind
  /// Whether the statement holds both ways.
  public var isSymmetric: Bool
  /// Whether a thing has one value at most, so that two values contradict each other.
  public var isFunctional: Bool
  /// What becomes of the object; nil where the statement decides nothing about it.
  public var effect: ObjectEffect?
  /// Read from subject to object.
  public var label: Caption
  /// Read from object to subject; nil where the label serves both ways or the object is no entity.
  public var inverseLabel: Caption?
  /// The classes of the subject; empty for any.
  public var domain: [EntityClass]
  /// The classes of the object; empty for any, or where the object is no entity.
  public var range: [EntityClass]
  /// IRIs of the properties of other vocabularies that a statement with this one implies.
  public var alignments: [String]

  /// A predicate of the vocabulary.
  public init(
    name: Predicate, kind: PredicateKind, object: ObjectKind, isSymmetric: Bool = false,
    isFunctional: Bool = false, effect: ObjectEffect? = nil, label: Caption,
    inverseLabel: Caption? = nil,
    domain: [EntityClass] = [], range: [EntityClass] = [], alignments: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.object = object
    self.isSymmetric = isSymmetric
    self.isFunctional = isFunctional
    self.effect = effect
    self.label = label
    self.inverseLabel = inverseLabel
    self.domain = domain
    self.range = range
    self.alignments = alignments
  }
}

/// A type of agreement.
public struct AgreementType: Hashable, Sendable {
  /// Local name of the concept: `SisterCity`.
  public var id: String
  /// The short form in data and queries: `sister city`.
  public var notation: String
  /// The name for people.
  public var label: Caption
  /// Whether it is a paper that is signed rather than the cooperation itself.
  public var isInstrument: Bool

  /// A type of agreement.
  public init(id: String, notation: String, label: Caption, isInstrument: Bool) {
    self.id = id
    self.notation = notation
    self.label = label
    self.isInstrument = isInstrument
  }
}

/// A status with its name.
public struct StatusDescription: Hashable, Sendable {
  /// The status named.
  public var status: Status
  /// The name for people.
  public var label: Caption

  /// A status with its name.
  public init(status: Status, label: Caption) {
    self.status = status
    self.label = label
  }
}
