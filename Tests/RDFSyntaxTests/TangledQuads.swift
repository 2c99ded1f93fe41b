import RDF
import TestSupport

/// Small datasets full of blank nodes, from a seed: trees, shared nodes, rings, lists and lists with
/// defects, in several graphs.
struct TangledQuads {
  var generator: SeededGenerator
  private var nodes = 0

  init(generator: SeededGenerator) { self.generator = generator }

  private static let first = NamedNode(unchecked: RDFVocabulary.namespace + "first")
  private static let rest = NamedNode(unchecked: RDFVocabulary.namespace + "rest")
  private static let empty = Term.namedNode(
    NamedNode(unchecked: RDFVocabulary.namespace + "nil"))

  /// A dataset.
  mutating func dataset() -> [Quad] {
    nodes = 0
    var quads: [Quad] = []
    for _ in 0..<generator.below(4) + 1 {
      let graph = graphName()
      quads += description(of: subject(), depth: 0).map { Quad($0, in: graph) }
    }
    // Rings and nodes with several uses: some objects become another node.
    let labels = (0..<max(1, nodes)).map { node($0) }
    return quads.map { quad in
      guard generator.below(8) == 0, case .blankNode = quad.object else { return quad }
      let other = labels[generator.below(labels.count)]
      return Quad(
        Triple(quad.subject, quad.predicate, .blankNode(other)),
        in: generator.below(4) == 0 ? graphName() : quad.graphName)
    }
  }

  private mutating func graphName() -> GraphName {
    switch generator.below(6) {
    case 0: .namedNode(iri())
    case 1: .blankNode(node(generator.below(nodes + 1)))
    default: .defaultGraph
    }
  }

  private mutating func subject() -> Subject {
    generator.below(3) == 0 ? .namedNode(iri()) : .blankNode(fresh())
  }

  private mutating func iri() -> NamedNode {
    NamedNode(unchecked: "http://example.org/\(["a", "b", "c"][generator.below(3)])")
  }

  /// Some labels look like those of a reader, some do not.
  private func node(_ index: Int) -> BlankNode {
    BlankNode(label: ["anon\(index)", "b\(index)", "n\(index)", "x\(index)y"][index % 4])
  }

  private mutating func fresh() -> BlankNode {
    defer { nodes += 1 }
    return node(nodes)
  }

  private mutating func description(of subject: Subject, depth: Int) -> [Triple] {
    (0..<generator.below(3) + 1).flatMap { _ in
      let predicate =
        generator.below(5) == 0 ? RDFVocabulary.type : iri()
      let (object, triples) = object(depth: depth)
      return [Triple(subject, predicate, object)] + triples
    }
  }

  private mutating func object(depth: Int) -> (Term, [Triple]) {
    switch generator.below(depth < 4 ? 6 : 2) {
    case 0: return (.namedNode(iri()), [])
    case 1: return (.literal(Literal("\(generator.below(3))", datatype: XSD.integer)), [])
    case 2: return list(depth: depth)
    case 3: return (.blankNode(fresh()), [])
    default:
      let node = fresh()
      return (.blankNode(node), description(of: .blankNode(node), depth: depth + 1))
    }
  }

  private mutating func list(depth: Int) -> (Term, [Triple]) {
    var (head, triples) = (Self.empty, [Triple]())
    for _ in 0..<generator.below(4) {
      let cell = Subject.blankNode(fresh())
      let (item, inner) = object(depth: depth + 1)
      triples += inner
      triples.append(Triple(cell, Self.first, item))
      triples.append(Triple(cell, Self.rest, head))
      switch generator.below(20) {
      case 0: triples.append(Triple(cell, Self.rest, Self.empty))
      case 1: triples.append(Triple(cell, Self.first, .namedNode(iri())))
      case 2: triples.append(Triple(cell, iri(), .namedNode(iri())))
      case 3: triples.removeLast()
      default: break
      }
      head = cell.term
    }
    return (head, triples)
  }
}
