public import Diagnostics

/// The outline of a node.
public enum NodeShape: String, CaseIterable, Sendable, Hashable {
  case ellipse
  case rectangle
  case roundRectangle = "roundrectangle"
  case diamond
  case triangle
  case hexagon
  case octagon
  case parallelogram
}

/// How an edge is drawn.
public enum LineStyle: String, CaseIterable, Sendable, Hashable {
  case solid
  /// For what is planned or otherwise not yet so.
  case dashed
  /// For what is said about a thing rather than done.
  case dotted
}

/// How the graph looks and what of the data it shows: `style.yaml` of the pack, with the captions
/// of `classes.yaml`, `predicates.yaml` and `statuses.yaml`.
///
/// Every class and predicate is an absolute IRI here; the files write local names of the pack's
/// namespace, `prefix:name`, or absolute IRIs. The style without entries is a style too: it shows
/// everything, with colours by rotation.
public struct GraphStyle: Sendable, Hashable {
  /// How the nodes of a class look.
  public struct ClassStyle: Sendable, Hashable {
    /// Caption; nil if the pack gives none.
    public var label: Message?
    /// Caption for many, as in a legend; nil if the pack gives none.
    public var plural: Message?
    /// Nil where the style leaves the choice to the program.
    public var colour: Colour?
    /// For dark backgrounds; nil lets the program lighten ``colour``.
    public var darkColour: Colour?
    /// Outline of its nodes.
    public var shape: NodeShape = .ellipse
    /// Place in legends; where a thing has several classes the lowest one counts.
    public var rank: Int

    /// A class without any wish.
    public init(rank: Int) { self.rank = rank }
  }

  /// How the edges of a predicate look.
  public struct PredicateStyle: Sendable, Hashable {
    /// Caption read from subject to object; nil if the pack gives none.
    public var label: Message?
    /// Nil where the style leaves the choice to the program.
    public var colour: Colour?
    /// How its edges are drawn where no status says otherwise.
    public var line: LineStyle = .solid
    /// Whether the statement holds both ways, so that one edge without arrow is enough.
    public var isSymmetric = false
    /// Predicates of other vocabularies that add nothing between two nodes that this one joins.
    public var aligned: [String] = []

    /// A predicate without any wish.
    public init() {}
  }

  /// Title of the picture; nil if the pack gives none.
  public var title: Message?
  /// The light page on which the colours are meant to be seen.
  public var lightBackground = Colour.white
  /// The dark page on which the colours are meant to be seen.
  public var darkBackground = Colour(red: 20, green: 23, blue: 28)
  /// By the class's IRI.
  public var classes: [String: ClassStyle] = [:]
  /// By the predicate's IRI.
  public var predicates: [String: PredicateStyle] = [:]
  /// Captions of statuses, by the local name.
  public var statusLabels: [String: Message] = [:]
  /// Local names of the statuses whose edges are dashed.
  public var dashedStatuses: Set<String> = []
  /// Classes whose things are left out of the graph.
  public var hiddenClasses: Set<String> = []
  /// Predicates left out of the graph.
  public var hiddenPredicates: Set<String> = []
  /// Predicates whose objects are values of the subject, not nodes, even where they are IRIs.
  public var attributePredicates: Set<String> = []

  /// The style that shows everything and knows no caption.
  public init() {}
}
