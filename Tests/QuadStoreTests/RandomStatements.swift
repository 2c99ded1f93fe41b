import QuadStore
import RDF
import TestSupport

/// Statements made at random of few terms, so that terms meet in all places.
struct RandomStatements {
  let quads: [Quad]

  /// So many statements in the default graph and some named ones.
  init(_ generator: inout SeededGenerator, count: Int, graphs: Int) {
    func node(_ number: Int) -> NamedNode { NamedNode(unchecked: "http://example.org/n\(number)") }
    func subject(_ number: Int) -> Subject {
      number % 7 == 6 ? .blankNode(BlankNode(label: "b\(number)")) : .namedNode(node(number))
    }
    quads = (0..<count).map { _ in
      let kind = generator.below(4)
      let number = generator.below(12)
      let object: Term =
        switch kind {
        case 0: .literal(Literal("text \(number)", language: number % 2 == 0 ? "en" : "id"))
        case 1: .tripleTerm(Triple(subject(number), node(1), .literal(Literal("\(number)"))))
        default: subject(number).term
        }
      let triple = Triple(subject(generator.below(12)), node(generator.below(4)), object)
      let graph = generator.below(graphs + 1)
      return graph == 0 ? Quad(triple) : Quad(triple, in: .namedNode(node(100 + graph)))
    }
  }

  /// A store of the statements.
  var store: QuadStore {
    var builder = QuadStoreBuilder()
    quads.forEachBlock { builder.append($0) }
    return builder.finish()
  }
}

extension QuadStore {
  /// All statements as numbers, subject first, graph last, as an order of them has them.
  func rows(_ permutation: Permutation, _ places: [Int]) throws -> [[UInt32]] {
    var rows: [[UInt32]] = []
    for first in 0..<max(permutation.offsets.count - 1, 0) {
      for row in try permutation.rows(UInt32(first)) {
        var values = [UInt32(first), permutation.second[row], permutation.third[row]]
        if let fourth = permutation.fourth { values.append(fourth[row]) }
        rows.append(places.map { values[$0] })
      }
    }
    return rows
  }

  /// The statements as values, verified as they are read.
  func quads() throws -> Set<Quad> {
    var decoder = CanonicalTermDecoder()
    func term(_ id: UInt32) throws -> Term { try terms.withBytes(of: id) { decoder.term($0) } }
    func quad(_ ids: [UInt32]) throws -> Quad {
      let subject: Subject
      switch try term(ids[0]) {
      case .namedNode(let node): subject = .namedNode(node)
      case .blankNode(let node): subject = .blankNode(node)
      case .literal, .tripleTerm: throw SnapshotError(.notASnapshot, file: "a subject")
      }
      guard let predicate = try term(ids[1]).namedNode else {
        throw SnapshotError(.notASnapshot, file: "a predicate")
      }
      let triple = Triple(subject, predicate, try term(ids[2]))
      guard ids.count > 3, let graph = try term(ids[3]).namedNode else { return Quad(triple) }
      return Quad(triple, in: .namedNode(graph))
    }
    var quads: Set<Quad> = []
    for permutation in [defaultGraph.spo, namedGraphs.spog] {
      let columns =
        [permutation.second, permutation.third] + (permutation.fourth.map { [$0] } ?? [])
      for column in columns { try column.verify(0..<column.count) }
      try permutation.offsets.verify(0..<permutation.offsets.count)
      for ids in try rows(permutation, Array(0..<columns.count + 1)) { quads.insert(try quad(ids)) }
    }
    return quads
  }
}
