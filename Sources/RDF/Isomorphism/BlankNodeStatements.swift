/// The statements of two datasets that hold blank nodes, with the blank nodes as numbers.
///
/// A statement is a shape (the quad with every blank node replaced by the same one) and the blank
/// nodes that stand in its gaps, in the order graph name, subject, object. Nodes of the left
/// dataset have the numbers below `leftNodeCount`.
struct BlankNodeStatements {
  /// A shape and what fills its gaps.
  struct Statement: Hashable {
    var shape: Int
    var nodes: [Int]
  }

  /// Statements with blank nodes, of both datasets.
  private(set) var statements: [Statement] = []
  /// Per node, the statements it occurs in, each once.
  private(set) var occurrences: [[Int]] = []
  /// The statements of the right dataset.
  private(set) var right: Set<Statement> = []
  /// How many nodes the left dataset has.
  private(set) var leftNodeCount = 0
  /// The blank nodes by number.
  private(set) var nodes: [BlankNode] = []
  /// Whether both datasets have the same shapes equally often, and equally many blank nodes.
  private(set) var haveSameShapes = false

  private var shapes: [Quad: Int] = [:]

  init(_ left: some Sequence<Quad>, _ right: some Sequence<Quad>) {
    let leftCounts = add(left, isRight: false)
    leftNodeCount = nodes.count
    let rightCounts = add(right, isRight: true)
    haveSameShapes = leftCounts == rightCounts && nodes.count == 2 * leftNodeCount
  }

  /// Takes in a dataset and counts, per shape, its statements.
  private mutating func add(_ quads: some Sequence<Quad>, isRight: Bool) -> [Int: Int] {
    var seen: Set<Quad> = []
    var counts: [Int: Int] = [:]
    var numbers: [BlankNode: Int] = [:]
    for quad in quads where seen.insert(quad).inserted {
      var found: [BlankNode] = []
      let shape = Self.shape(of: quad, blankNodes: &found)
      let id = shapes[shape] ?? shapes.count
      shapes[shape] = id
      counts[id, default: 0] += 1
      guard !found.isEmpty else { continue }
      let statement = Statement(shape: id, nodes: found.map { number($0, in: &numbers) })
      for (index, node) in statement.nodes.enumerated()
      where !statement.nodes[..<index].contains(node) {
        occurrences[node].append(statements.count)
      }
      statements.append(statement)
      if isRight { self.right.insert(statement) }
    }
    return counts
  }

  private mutating func number(_ node: BlankNode, in numbers: inout [BlankNode: Int]) -> Int {
    if let known = numbers[node] { return known }
    numbers[node] = nodes.count
    nodes.append(node)
    occurrences.append([])
    return nodes.count - 1
  }

  private static let gap = BlankNode(label: "")

  private static func shape(of quad: Quad, blankNodes: inout [BlankNode]) -> Quad {
    var graphName = quad.graphName
    if case .blankNode(let node) = graphName {
      blankNodes.append(node)
      graphName = .blankNode(gap)
    }
    return Quad(shape(of: quad.triple, blankNodes: &blankNodes), in: graphName)
  }

  private static func shape(of triple: Triple, blankNodes: inout [BlankNode]) -> Triple {
    var subject = triple.subject
    if case .blankNode(let node) = subject {
      blankNodes.append(node)
      subject = .blankNode(gap)
    }
    switch triple.object {
    case .namedNode, .literal:
      return Triple(subject, triple.predicate, triple.object)
    case .blankNode(let node):
      blankNodes.append(node)
      return Triple(subject, triple.predicate, .blankNode(gap))
    case .tripleTerm(let inner):
      let object = Term.tripleTerm(shape(of: inner, blankNodes: &blankNodes))
      return Triple(subject, triple.predicate, object)
    }
  }
}
