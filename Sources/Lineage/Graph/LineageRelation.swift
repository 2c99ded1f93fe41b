/// How the things of a lineage are related; the subject acts upon the object.
///
/// The order is the one in which answers tell them.
public enum LineageRelation: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// An act ends another, wholly or in part.
  case repeals
  /// An act takes the place of another.
  case replaces
  /// An act changes the words of another.
  case amends
  /// An act turns an emergency regulation into law.
  case enacts
  /// An act carries out another.
  case implements
  /// An act, an agreement or a program has another act as its legal basis.
  case basedOn
  /// An act or a document names another act.
  case cites
  /// An act is about a place, a body or a program.
  case regulates
  /// A document is about an act, or is its text.
  case about
  /// Somebody takes part in an agreement.
  case partyTo
  /// A program belongs to an agreement.
  case programOf
  /// Somebody carries out a program.
  case runsProgram

  /// The local name of the property of the vocabulary.
  public var name: String {
    switch self {
    case .repeals: "repeals"
    case .replaces: "replaces"
    case .amends: "amends"
    case .enacts: "enacts"
    case .implements: "implements"
    case .basedOn: "basedOn"
    case .cites: "cites"
    case .regulates: "regulates"
    case .about: "about"
    case .partyTo: "partyTo"
    case .programOf: "programOf"
    case .runsProgram: "runsProgram"
    }
  }

  /// The relation with this local name; nil if there is none.
  public init?(name: String) {
    guard let relation = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = relation
  }

  /// The local name of the property of the European Legislation Identifier that says the same of
  /// acts, or of ``enacts`` what it implies; nil if it has none.
  var eliName: String? {
    switch self {
    case .repeals: "repeals"
    case .amends: "amends"
    case .implements: "implements"
    case .basedOn: "based_on"
    case .cites: "cites"
    case .enacts: "implements"
    case .regulates: "is_about"
    case .replaces, .about, .partyTo, .programOf, .runsProgram: nil
    }
  }

  /// The IRI of the property of the vocabulary.
  public var iri: String { LineageVocabulary.namespace + name }

  /// The IRI of the property of the European Legislation Identifier; nil if it has none.
  public var eliIRI: String? { eliName.map { LineageVocabulary.eli + $0 } }

  /// The relations between acts that make a lineage, in the order in which answers tell them.
  public static let ofDescent: [LineageRelation] = [
    .repeals, .replaces, .amends, .enacts, .implements, .basedOn,
  ]

  /// Those by which an act rests on another: without that one it would not be what it is.
  public static let ofSupport: [LineageRelation] = [.amends, .enacts, .implements, .basedOn]

  /// Earlier told before later told.
  public static func < (left: LineageRelation, right: LineageRelation) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Several relations between the same two things.
public struct LineageRelations: OptionSet, Hashable, Sendable {
  /// One bit for each relation.
  public let rawValue: UInt16

  /// The relations of some bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One relation alone.
  public init(_ relation: LineageRelation) { rawValue = 1 << UInt16(relation.rawValue) }

  /// The relations, in the order in which answers tell them.
  public var all: [LineageRelation] { LineageRelation.allCases.filter(contains) }

  /// Whether a relation is among them.
  public func contains(_ relation: LineageRelation) -> Bool { contains(Self(relation)) }
}
