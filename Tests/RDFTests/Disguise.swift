import RDF
import TestSupport

/// The same dataset in other words.
enum Disguise {
  /// Other blank nodes and another order, by chance.
  static func of(_ quads: [Quad], with generator: inout SeededGenerator) -> [Quad] {
    var labels: [BlankNode: BlankNode] = [:]
    var free = Array(0..<(quads.count * 3 + 1)).shuffled(using: &generator)
    func other(_ node: BlankNode) -> BlankNode {
      if let known = labels[node] { return known }
      labels[node] = BlankNode(label: "x\(free.removeLast())")
      return other(node)
    }
    func subject(_ subject: Subject) -> Subject {
      if case .blankNode(let node) = subject { .blankNode(other(node)) } else { subject }
    }
    func triple(_ value: Triple) -> Triple {
      let object =
        switch value.object {
        case .blankNode(let node): Term.blankNode(other(node))
        case .tripleTerm(let inner): Term.tripleTerm(triple(inner))
        case .namedNode, .literal: value.object
        }
      return Triple(subject(value.subject), value.predicate, object)
    }
    return quads.shuffled(using: &generator).map { quad in
      if case .blankNode(let graph) = quad.graphName {
        return Quad(triple(quad.triple), in: .blankNode(other(graph)))
      }
      return Quad(triple(quad.triple), in: quad.graphName)
    }
  }
}
