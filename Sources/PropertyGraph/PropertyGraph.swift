public import Diagnostics
public import DomainPack
public import RDF

/// A graph as viewers know it: nodes and edges that carry attributes.
///
/// ``Projection`` makes it from RDF, ``GraphLayout`` places its nodes. It is made of columns of
/// numbers; the texts stay where they were read, in ``terms``. ``node(_:)`` and ``edge(_:)`` show
/// one row as a value.
///
/// ```swift
/// var graph = Projection(style: style, language: .indonesian).graph(of: collection)
/// GraphLayout().arrange(&graph)
/// ```
public struct PropertyGraph: Sendable {
  /// All terms that the columns number.
  public internal(set) var terms: TermDictionary
  /// The things.
  public internal(set) var nodes = NodeColumns()
  /// The literals about the nodes, and the IRIs that the style shows as values.
  public internal(set) var attributes = AttributeColumns()
  /// The statements between nodes.
  public internal(set) var edges = EdgeColumns()
  /// What is said of edges: the quantity and the date of a gift.
  public internal(set) var edgeAttributes = AttributeColumns()
  /// What the documents say, one row a claim, in order of the claims' names.
  public internal(set) var claims = ClaimColumns()
  /// The claims behind each edge.
  public internal(set) var edgeClaims = ClaimRows()
  /// The claims about each node that are behind no edge: those about values, and those that lost
  /// against others or tell of plans, and so made no fact.
  public internal(set) var nodeClaims = ClaimRows()
  /// Where claims contradict each other, in order of their names.
  public internal(set) var conflicts: [Conflict] = []
  /// The classes of the nodes, in the order of the style, then of their IRIs.
  public internal(set) var classes: [NodeClass] = []
  /// The predicates of the edges, in order of their IRIs.
  public internal(set) var predicates: [EdgePredicate] = []
  /// The statuses that claims have, in order of their IRIs.
  public internal(set) var statuses: [Status] = []
  /// The documents with claims, in order of their IRIs.
  public internal(set) var documents: [Document] = []
  /// What values say of time, by the predicate's IRI.
  public internal(set) var timeRoles: [String: GraphStyle.TimeRole] = [:]
  /// What is where on a map.
  public internal(set) var map = MapStyle()
  /// The language of the captions.
  public internal(set) var language: MessageLanguage
  /// What became of every statement.
  public internal(set) var tally = ProjectionTally()
  /// What is to be said of the graph as a whole; nil for nothing.
  public var about: GraphDescription?

  /// A graph without nodes.
  public init(terms: TermDictionary = TermDictionary(), language: MessageLanguage = .english) {
    self.terms = terms
    self.language = language
  }

  /// A class that nodes have, and how it looks.
  public struct NodeClass: Sendable, Hashable {
    /// Empty for the nodes without a class.
    public var iri: String
    /// The end of the IRI: `City`.
    public var name: String
    /// Caption for one in the language of the graph.
    public var label: String
    /// Caption for many.
    public var plural: String
    /// For light backgrounds.
    public var colour: Colour
    /// For dark backgrounds.
    public var darkColour: Colour
    /// Outline of its nodes.
    public var shape: NodeShape
    /// A letter or sign for the middle of its nodes; empty for none.
    public var icon: String

    /// A class and its looks.
    public init(
      iri: String, name: String, label: String, plural: String, colour: Colour, darkColour: Colour,
      shape: NodeShape, icon: String = ""
    ) {
      self.iri = iri
      self.name = name
      self.label = label
      self.plural = plural
      self.colour = colour
      self.darkColour = darkColour
      self.shape = shape
      self.icon = icon
    }
  }

  /// A predicate that edges have, and how it looks.
  public struct EdgePredicate: Sendable, Hashable {
    /// The IRI.
    public var iri: String
    /// The end of the IRI: `donates`.
    public var name: String
    /// Caption read from source to target; never empty.
    public var label: String
    /// For light backgrounds; grey if the style gives none.
    public var colour: Colour
    /// How its edges are drawn where no status says otherwise.
    public var line: LineStyle
    /// Whether its statements hold both ways.
    public var isSymmetric: Bool
  }

  /// How far something has come true, by the words of a claim.
  public struct Status: Sendable, Hashable {
    /// The IRI.
    public var iri: String
    /// The end of the IRI: `Realised`.
    public var name: String
    /// Caption in the language of the graph.
    public var label: String
    /// Whether its edges are dashed.
    public var isDashed: Bool
  }

  /// A document that claims stand in.
  public struct Document: Sendable, Hashable {
    /// The name of the graph with its claims.
    public var iri: String
    /// Its caption where it is a node, else the end of the IRI.
    public var label: String
    /// Its place among the nodes; nil if it is none.
    public var node: Int?
  }

  /// Claims of which only one can hold.
  public struct Conflict: Sendable, Hashable {
    /// Its own IRI.
    public var iri: String
    /// What the claims disagree about, its place among the nodes; nil if it is none.
    public var node: Int?
    /// The predicate's IRI; empty if the conflict does not tell, as where the claims say what is done
    /// to the thing.
    public var predicate: String
    /// Caption of the predicate; without one, of those of the claims.
    public var predicateLabel: String
    /// Places in ``PropertyGraph/claims``, ascending; without repetition.
    public var claims: [Int]
    /// The claim whose value became the fact; nil if none did.
    public var chosen: Int?
  }
}

/// What became of each statement given to a ``Projection``; the counts add up to their number.
public struct ProjectionTally: Sendable, Hashable {
  /// Became an edge, or one more source of an edge that is there already.
  public var edges = 0
  /// Became a value of a node.
  public var attributes = 0
  /// Named a class.
  public var types = 0
  /// Part of a claim or of a conflict.
  public var evidence = 0
  /// About a thing that edges stand for (see ``GraphStyle/contractions``).
  public var contracted = 0
  /// About a concept that only serves as a value.
  public var concepts = 0
  /// Left out by the style: its predicate, or the class of one of its ends.
  public var hidden = 0
  /// Left out since a more specific statement joins the same two nodes.
  public var implied = 0
  /// Said before in the same or another graph.
  public var repeated = 0

  /// Nothing yet.
  public init() {}

  /// All of them.
  public var total: Int {
    edges + attributes + types + evidence + contracted + concepts + hidden + implied + repeated
  }
}
