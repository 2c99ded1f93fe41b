/// What stands behind a thing of the graph: every statement about it with the claims, the quotes
/// and the rules that made them, and the conflicts.
public struct Explanation: Hashable, Sendable, Encodable {
  /// Something that the graph speaks of.
  public struct Thing: Hashable, Sendable, Encodable {
    /// Its IRI.
    public var iri: String
    /// Local name of the class; nil for what has none, such as concepts of other vocabularies.
    public var type: String?
    /// In the language asked for, else in any; the end of the IRI where there is none.
    public var label: String
  }

  /// The end of a statement: a thing or a value.
  public enum End: Hashable, Sendable, Encodable {
    case thing(Thing)
    case value(String)

    /// The label of the thing, or the value.
    public var text: String {
      switch self {
      case .thing(let thing): thing.label
      case .value(let value): value
      }
    }

    /// A thing as an object, a value as a string.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .thing(let thing): try container.encode(thing)
      case .value(let value): try container.encode(value)
      }
    }
  }

  /// A claim of a document.
  public struct Source: Hashable, Sendable, Encodable {
    /// The IRI of the claim.
    public var claim: String
    /// The document that makes it.
    public var document: Thing
    /// Name of the file that the document was read from; nil if the graph does not tell.
    public var fileName: String?
    /// The exact text.
    public var quote: String
    /// The passage with its range in characters: `…#char=120,310`.
    public var passage: String
    /// Counted from 1; nil where there are no pages.
    public var page: Int?
    /// Name of the rule that fired.
    public var rule: String
    /// 0…1.
    public var confidence: Double
    /// Local name of the status; nil where the text says nothing of it.
    public var status: String?
    /// `intended`, `expected` or `target`; nil where it is simply stated.
    public var modality: String?
    /// When, as the text tells; nil if it does not.
    public var period: String?
    /// The agreement within which it holds.
    public var within: Thing?
  }

  /// Something said of the thing, or with it as the object.
  public struct Statement: Hashable, Sendable, Encodable {
    /// What it speaks of.
    public var subject: Thing
    /// Local name of the predicate, or its IRI where it is of another vocabulary.
    public var predicate: String
    /// What it says.
    public var object: End
    /// Whether it stands in the default graph.
    public var isFact: Bool
    /// The most confident first; empty for what the domain pack knows.
    public var sources: [Source]
  }

  /// Claims of which only one can hold.
  public struct Conflict: Hashable, Sendable, Encodable {
    /// Its IRI.
    public var iri: String
    /// The name shown.
    public var label: String
    /// The claim whose value is taken.
    public var chosen: String
    /// With their values, the one chosen first.
    public var claims: [Statement]
  }

  /// The thing explained.
  public var thing: Thing
  /// Its other names, sorted.
  public var names: [String]
  /// Facts first; in the order of predicates, then of ends.
  public var statements: [Statement]
  /// Contradictions that it takes part in.
  public var conflicts: [Conflict]
}
