public import Diagnostics
public import DomainPack
public import RDF

/// A graph as viewers know it: nodes and edges that carry attributes.
///
/// ``Projection`` makes it from RDF, ``GraphLayout`` places its nodes.
///
/// ```swift
/// var graph = Projection(style: style, language: .indonesian).graph(of: quads)
/// GraphLayout().arrange(&graph)
/// ```
public struct PropertyGraph: Sendable, Hashable {
  /// In order of their IRIs; the node at place `i` has the id `n` + i.
  public var nodes: [Node]
  /// In order of source, target and predicate; the edge at place `i` has the id `e` + i.
  public var edges: [Edge]
  /// The classes of the nodes, in the order of the style, then of their IRIs.
  public var classes: [NodeClass]
  /// The language of the captions.
  public var language: MessageLanguage
  /// What became of every statement.
  public var tally: ProjectionTally
  /// What is to be said of the graph as a whole; nil for nothing.
  public var about: GraphDescription?

  /// A graph from its parts.
  public init(
    nodes: [Node] = [], edges: [Edge] = [], classes: [NodeClass] = [],
    language: MessageLanguage = .english, tally: ProjectionTally = ProjectionTally()
  ) {
    self.nodes = nodes
    self.edges = edges
    self.classes = classes
    self.language = language
    self.tally = tally
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

    /// A class and its looks.
    public init(
      iri: String, name: String, label: String, plural: String, colour: Colour, darkColour: Colour,
      shape: NodeShape
    ) {
      self.iri = iri
      self.name = name
      self.label = label
      self.plural = plural
      self.colour = colour
      self.darkColour = darkColour
      self.shape = shape
    }
  }

  /// A thing.
  public struct Node: Sendable, Hashable {
    /// The IRI, or `_:` and the label of a blank node.
    public var iri: String
    /// Caption in the language of the graph; never empty.
    public var label: String
    /// Place of the class in ``PropertyGraph/classes``.
    public var classIndex: Int
    /// The literals about it and the IRIs that the style shows as values.
    public var attributes: [Attribute]
    /// The centre, to the right; one unit is a pixel of the picture at its natural size.
    public var x = 0.0
    /// The centre, downwards.
    public var y = 0.0
    /// The diameter in the same unit.
    public var size = 0.0
    /// From 0 by falling size; 0 for all before the layout.
    public var community = 0
    /// The number of edges at it, loops once.
    public var degree = 0

    /// A node without a place.
    public init(iri: String, label: String, classIndex: Int, attributes: [Attribute] = []) {
      self.iri = iri
      self.label = label
      self.classIndex = classIndex
      self.attributes = attributes
    }
  }

  /// Everything that one predicate says of a node in one language.
  public struct Attribute: Sendable, Hashable {
    /// The predicate's IRI.
    public var predicate: String
    /// BCP 47 tag in lower case; nil for values without language.
    public var language: String?
    /// At least one, without repetition; ordered by datatype, then by lexical form in UTF-8.
    public var values: [Literal]

    /// The values of one predicate.
    public init(predicate: String, language: String? = nil, values: [Literal]) {
      self.predicate = predicate
      self.language = language
      self.values = values
    }
  }

  /// A statement between two nodes.
  public struct Edge: Sendable, Hashable {
    /// Place of the subject in ``PropertyGraph/nodes``.
    public var source: Int
    /// Place of the object in ``PropertyGraph/nodes``.
    public var target: Int
    /// The predicate's IRI.
    public var predicate: String
    /// Caption in the language of the graph; never empty.
    public var label: String
    /// Colour of the predicate, grey if the style gives none.
    public var colour: Colour
    /// Dashed where it is planned.
    public var line: LineStyle
    /// Whether it holds both ways.
    public var isSymmetric: Bool
    /// Nil where no claim stands behind it.
    public var evidence: Evidence?

    /// An edge.
    public init(
      source: Int, target: Int, predicate: String, label: String,
      colour: Colour = Colour(red: 127, green: 134, blue: 144), line: LineStyle = .solid,
      isSymmetric: Bool = false, evidence: Evidence? = nil
    ) {
      self.source = source
      self.target = target
      self.predicate = predicate
      self.label = label
      self.colour = colour
      self.line = line
      self.isSymmetric = isSymmetric
      self.evidence = evidence
    }
  }

  /// What the sources say for an edge: the best of its claims, and how many documents agree.
  public struct Evidence: Sendable, Hashable {
    /// Local name of the best claim's status, such as `Realised`.
    public var status: String?
    /// Caption of the status in the language of the graph.
    public var statusLabel: String?
    /// 0…1, the highest of the claims.
    public var confidence: Double?
    /// The number of named graphs with a claim for the edge, at least 1.
    public var documentCount: Int
    /// The best claim's quote, in the words of the document.
    public var quote: String?
    /// The best claim's period, as written.
    public var period: String?

    /// What the claims of an edge say.
    public init(
      status: String? = nil, statusLabel: String? = nil, confidence: Double? = nil,
      documentCount: Int = 1, quote: String? = nil, period: String? = nil
    ) {
      self.status = status
      self.statusLabel = statusLabel
      self.confidence = confidence
      self.documentCount = documentCount
      self.quote = quote
      self.period = period
    }
  }

  /// The class of a node.
  public func nodeClass(of node: Node) -> NodeClass { classes[node.classIndex] }
}

/// What became of each statement given to a ``Projection``; the counts add up to their number.
public struct ProjectionTally: Sendable, Hashable {
  /// Became an edge, or one more source of an edge that is there already.
  public var edges = 0
  /// Became a value of a node.
  public var attributes = 0
  /// Named a class.
  public var types = 0
  /// Part of a claim: evidence of an edge.
  public var evidence = 0
  /// Left out by the style: its predicate, or the class of one of its ends.
  public var hidden = 0
  /// Left out since a more specific statement joins the same two nodes.
  public var implied = 0
  /// Said before in the same or another graph.
  public var repeated = 0

  /// Nothing yet.
  public init() {}

  /// All of them.
  public var total: Int { edges + attributes + types + evidence + hidden + implied + repeated }
}
