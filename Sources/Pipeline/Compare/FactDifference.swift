/// What two builds do not have in common: things and facts that are gone, new or changed, with the
/// passages that they rest on.
///
/// Lists are in order of IRIs, whatever that of the data.
public struct FactDifference: Encodable, Hashable, Sendable {
  /// A thing of the graph.
  public struct Thing: Encodable, Hashable, Sendable {
    /// Its IRI.
    public var iri: String
    /// Its name, in the language asked for where it has one.
    public var label: String
    /// The local name of its class; nil where the graph does not tell.
    public var `class`: String?
  }

  /// What stands at the end of a fact: a thing, or a value as it is written.
  public enum Object: Encodable, Hashable, Sendable {
    /// A thing.
    case thing(Thing)
    /// A value, with its language or datatype.
    case value(String)

    private enum Keys: String, CodingKey { case thing, value }

    /// Writes `{"thing": …}` or `{"value": …}`.
    public func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Keys.self)
      switch self {
      case .thing(let thing): try members.encode(thing, forKey: .thing)
      case .value(let value): try members.encode(value, forKey: .value)
      }
    }
  }

  /// The words behind a fact.
  public struct Passage: Encodable, Hashable, Sendable {
    /// The IRI of the document.
    public var document: String
    /// Its words; empty where quotes are held back.
    public var quote: String
  }

  /// A fact that only one of the graphs has.
  public struct Fact: Encodable, Hashable, Sendable {
    /// What it is about.
    public var subject: Thing
    /// The local name of the predicate.
    public var predicate: String
    /// What it says.
    public var object: Object
    /// What it rests on; empty for what no claim says by itself.
    public var passages: [Passage]
  }

  /// A predicate that has one value in the one graph and another in the other.
  public struct Change: Encodable, Hashable, Sendable {
    /// What the fact that was said.
    public var old: Fact
    /// What the fact that is says.
    public var new: Fact
  }

  /// Things that only the old graph has.
  public var thingsLost: [Thing] = []
  /// Things that only the new graph has.
  public var thingsGained: [Thing] = []
  /// Facts that only the old graph has and that nothing has taken the place of.
  public var factsLost: [Fact] = []
  /// Facts that only the new graph has and that take the place of none.
  public var factsGained: [Fact] = []
  /// Facts whose value is another.
  public var factsChanged: [Change] = []

  /// Nothing.
  public init() {}

  /// Whether the graphs say the same.
  public var isEmpty: Bool {
    thingsLost.isEmpty && thingsGained.isEmpty && factsLost.isEmpty && factsGained.isEmpty
      && factsChanged.isEmpty
  }
}
