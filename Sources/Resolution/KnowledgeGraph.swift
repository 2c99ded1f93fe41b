public import Claims
public import DomainPack

/// What all documents together say: things, facts, the claims behind them and their contradictions.
///
/// Made by ``Resolver/resolve(_:)``; positions in its lists are identities
/// within one graph only, ``Entity/path`` is the lasting one.
public struct KnowledgeGraph: Hashable, Sendable {
  /// In order of their keys.
  public var documents: [SourceDocument]
  /// In order of their paths; the donations, which fusion makes, come last.
  public var entities: [Entity]
  /// Document by document, in the order of the document.
  public var claims: [ResolvedClaim]
  /// In order of subject, predicate and object, each once.
  public var facts: [Fact]
  /// In order of their paths.
  public var conflicts: [Conflict]
}

/// A document that was read.
public struct SourceDocument: Hashable, Sendable {
  /// Path below its input without ending, each segment slugged.
  public var key: String
  /// Without folders.
  public var fileName: String
  /// Nil if none was found.
  public var title: String?
  /// BCP 47 tag; nil if unknown.
  public var language: String?
  /// The document itself: position in ``KnowledgeGraph/entities``.
  public var entity: Int
  /// What it names, without itself: positions in ``KnowledgeGraph/entities``, ascending.
  public var mentions: [Int]
}

/// One thing, brought together from all documents that name it.
public struct Entity: Hashable, Sendable {
  /// Path of its IRI below the base: `city/id/bandung`, `agreement/bandung-kawasaki/mou/2016`.
  public var path: String
  /// Its one class.
  public var entityClass: EntityClass
  /// Key of the pack or of a regulation (`UU/1999/22`); nil for a thing known by its name only.
  public var key: String?
  /// The best label of each language met, in order of the languages; never empty.
  public var labels: [Label]
  /// Every other name met, sorted.
  public var aliases: [String]
  /// The values of ``LocalEntity/attributes`` over all documents, sorted.
  public var attributes: [String: [String]]
  /// The things of ``LocalEntity/links`` over all documents: positions, ascending.
  public var links: [String: [Int]]
  /// Whether a person gave the labels: they are shown, whatever the pack calls it.
  public var hasGivenLabels = false
  /// Where it lies by a person's decision, whatever the pack says; nil where nobody decided.
  public var coordinates: Coordinates?

  /// A name in a language.
  public struct Label: Hashable, Sendable {
    /// The name as met.
    public var text: String
    /// BCP 47 tag; nil if unknown.
    public var language: String?

    /// A name in a language.
    public init(text: String, language: String?) {
      self.text = text
      self.language = language
    }
  }
}

/// What stands as the object of a fact or claim of the graph.
public enum GraphObject: Hashable, Comparable, Sendable {
  /// Position in ``KnowledgeGraph/entities``.
  case entity(Int)
  /// Local name of a concept of the vocabulary.
  case concept(String)
  /// Lexical form and datatype.
  case value(String, ValueType)

  private var order: (Int, Int, String, String) {
    switch self {
    case .entity(let entity): (0, entity, "", "")
    case .concept(let concept): (1, 0, concept, "")
    case .value(let value, let type): (2, 0, value, type.rawValue)
    }
  }

  /// Things in their order, then concepts, then values by their lexical forms.
  public static func < (left: GraphObject, right: GraphObject) -> Bool { left.order < right.order }
}

/// A document's claim with its ends in the graph.
public struct ResolvedClaim: Hashable, Sendable {
  /// As the document makes it; the positions in it are those of the document.
  public var claim: Claim
  /// Position in ``KnowledgeGraph/documents``.
  public var document: Int
  /// Position in ``KnowledgeGraph/entities``.
  public var subject: Int
  /// The claim's object in the graph.
  public var object: GraphObject
  /// The agreement within which it holds: position in ``KnowledgeGraph/entities``.
  public var within: Int?
  /// Whether a person confirmed or corrected it: its confidence is 1, and it wins over others.
  public var isDecided = false
}

/// What the claims on one statement make together.
public struct Fact: Hashable, Sendable {
  /// Position in ``KnowledgeGraph/entities``.
  public var subject: Int
  /// Never an annotation.
  public var predicate: Predicate
  /// Never the subject itself.
  public var object: GraphObject
  /// The claims that support it: positions in ``KnowledgeGraph/claims``, ascending, never empty.
  public var claims: [Int]
  /// Noisy-or over the documents, each counted once at its best; at most 0.99, or 1 where a person
  /// decided on one of the claims.
  public var confidence: Double
}

/// Claims of which only one can hold.
public struct Conflict: Hashable, Sendable {
  /// Path of its IRI below the base.
  public var path: String
  /// What the claims disagree about: position in ``KnowledgeGraph/entities``.
  public var thing: Int
  /// Of which the thing, their subject, can have one value only; nil where the claims say what is
  /// done to the thing, which is their object.
  public var predicate: Predicate?
  /// All claims concerned: positions in ``KnowledgeGraph/claims``, ascending.
  public var claims: [Int]
  /// The best claim of what became the fact: position in ``KnowledgeGraph/claims``.
  public var chosen: Int
}

extension KnowledgeGraph {
  /// Whether a claim of a conflict says the same as the chosen one.
  public func agreesWithChosen(_ claim: Int, of conflict: Conflict) -> Bool {
    let (one, chosen) = (claims[claim], claims[conflict.chosen])
    guard one.object == chosen.object else { return false }
    return conflict.predicate != nil
      || one.subject == chosen.subject && one.claim.predicate == chosen.claim.predicate
  }

  /// The predicates that the claims of a conflict have, in their order, each once.
  public func predicates(of conflict: Conflict) -> [Predicate] {
    if let predicate = conflict.predicate { return [predicate] }
    return Set(conflict.claims.map { claims[$0].claim.predicate }).sorted()
  }
}
