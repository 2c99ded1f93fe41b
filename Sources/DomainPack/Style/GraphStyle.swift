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
    /// A letter or sign for the middle of its nodes; nil leaves the choice to the program.
    public var icon: String?
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

  /// How the things of a class become edges: from the object of one of their predicates to the
  /// object of another.
  public struct Contraction: Sendable, Hashable {
    /// The predicate whose object the edge comes from.
    public var from: String
    /// The predicate whose object the edge goes to.
    public var to: String
    /// The predicate of the edge.
    public var edge: String
    /// The predicate of the edge where the thing has a dashed status; nil for the same.
    public var planned: String?

    /// An edge between the objects of two predicates.
    public init(from: String, to: String, edge: String, planned: String? = nil) {
      self.from = from
      self.to = to
      self.edge = edge
      self.planned = planned
    }
  }

  /// What a value says of the time of its subject.
  public enum TimeRole: String, CaseIterable, Sendable, Hashable {
    /// The day, month or year when it happened or began.
    case at
    /// The first day of validity.
    case from
    /// The last day of validity.
    case until
    /// An interval ([EDTF](https://www.loc.gov/standards/datetime/)).
    case span
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

  /// By the class's IRI: classes whose things are left out and stand as edges instead.
  public var contractions: [String: [Contraction]] = [:]
  /// By the predicate's IRI: what values say of time.
  public var timeRoles: [String: TimeRole] = [:]
  /// What is where on a map.
  public var map = MapStyle()

  /// The style that shows everything and knows no caption.
  public init() {}
}
