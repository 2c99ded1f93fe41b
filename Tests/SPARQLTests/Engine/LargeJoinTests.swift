import Foundation
import QuadStore
import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

/// The engine over graphs of many batches and of several blocks, beside a plain evaluator with an
/// index: merged scans, look-ups that go on in the next batch, joins by hash and by leapfrog.
@Suite("Joins of more than a batch")
struct LargeJoinTests {
  /// A graph of some ten thousand statements, in memory and as a snapshot.
  private struct Graph {
    let reference: IndexedGraph
    let engines: [QueryEngine]
  }

  /// Nodes with one value, with a few, with none, and some that thousands lead to or come from.
  private static func triples(_ generator: inout SeededGenerator) -> Set<IndexedGraph.Statement> {
    let nodes = 6_000
    var triples: Set<IndexedGraph.Statement> = []
    func add(_ subject: Int, _ predicate: Int, _ object: Int) {
      triples.insert(.init(subject: subject, predicate: predicate, object: object))
    }
    for node in 0..<nodes {
      add(node, 0, (node * 7 + 3) % nodes)
      for _ in 0..<max(0, generator.below(5) - 1) { add(node, 1, generator.below(nodes)) }
      if generator.below(2) == 0 { add(node, 2, generator.below(3)) }
      if node % 40 == 0 { add(node, 3, generator.below(nodes)) }
      if generator.below(3) > 0 { add(node, 4, node / 10) }
      if generator.below(100) < 60 { add(node % 2 == 0 ? 5 : 17, 5, node) }
    }
    return triples
  }

  private static func graph(_ generator: inout SeededGenerator, in folder: URL) throws -> Graph {
    let triples = triples(&generator)
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection(triples.sorted().map(\.quad)))
    let store = builder.finish()
    let path = folder.appending(path: "graph.simpul").path()
    try store.writeSnapshot(to: path)
    return Graph(
      reference: IndexedGraph(triples),
      engines: [
        QueryEngine(store: store), QueryEngine(store: try QuadStore(snapshot: path)),
      ])
  }

  /// A query of two to four patterns that hang together.
  ///
  /// A place is a node (0 or more) or a variable (-1 for the first).
  private static func patterns(
    _ generator: inout SeededGenerator
  ) -> [IndexedGraph.Statement] {
    var variables = 1
    var patterns: [IndexedGraph.Statement] = []
    for index in 0..<2 + generator.below(3) {
      let known = -1 - generator.below(variables)
      var other: Int
      switch generator.below(6) {
      case 0: other = [0, 1, 2, 5, 17, 40][generator.below(6)]
      case 1 where variables > 1: other = -1 - generator.below(variables)
      default:
        variables += 1
        other = -variables
      }
      // The first pattern has two ends, or few rows come of it.
      if index == 0, other >= 0 {
        variables += 1
        other = -variables
      }
      let predicate = generator.below(6)
      patterns.append(
        generator.below(2) == 0
          ? .init(subject: known, predicate: predicate, object: other)
          : .init(subject: other, predicate: predicate, object: known))
    }
    return patterns
  }

  private static func text(_ pattern: IndexedGraph.Statement) -> String {
    func place(_ number: Int) -> String { number < 0 ? "?v\(-number)" : "e:n\(number)" }
    return "\(place(pattern.subject)) e:p\(pattern.predicate) \(place(pattern.object))"
  }

  /// The rows of an answer, as numbers of nodes, -1 for none.
  private func rows(
    _ engine: QueryEngine, _ text: String, _ strategy: JoinStrategy
  ) throws -> [[Int]] {
    let answer = try engine.answer(
      try Query(parsing: "PREFIX e: <\(IndexedGraph.namespace)> " + text),
      functions: FunctionContext(base: nil, seed: 0), joins: strategy)
    guard case .solutions(let solutions) = answer else { return [] }
    var numbers: [Term: Int] = [:]
    return try (0..<solutions.count).map { row in
      try solutions.variables.indices.map { column in
        guard let term = solutions.term(at: row, column) else { return -1 }
        if let number = numbers[term] { return number }
        let number = try #require(IndexedGraph.number(of: term))
        numbers[term] = number
        return number
      }
    }
  }

  private static func sorted(_ rows: [[Int]]) -> [[Int]] {
    rows.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Calls `body` with a folder that goes with it.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
    try body(folder)
  }

  @Test("give what a plain evaluator gives, in memory and from a snapshot, however they are joined")
  func differential() throws {
    var generator = SeededGenerator()
    print("joins of more than a batch: seed \(generator.seed)")
    var (large, compared) = (0, 0)
    try withFolder { folder in
      let graph = try Self.graph(&generator, in: folder)
      while compared < 60 || large < 12, compared < 600 {
        let patterns = Self.patterns(&generator)
        let variables = IndexedGraph.variables(of: patterns)
        guard let expected = graph.reference.rows(of: patterns, most: 30_000) else { continue }
        compared += 1
        large += expected.count > 2_048 ? 1 : 0
        let wanted = Self.sorted(expected.map { row in variables.map { row[$0] ?? -1 } })
        let body = patterns.map(Self.text).joined(separator: " . ")
        let names = variables.map { "?v\(-$0)" }.joined(separator: " ")
        for engine in graph.engines {
          for strategy in [JoinStrategy.cheapest, .pairwise, .variableByVariable] {
            let found = Self.sorted(try rows(engine, "SELECT \(names) { \(body) }", strategy))
            #expect(
              found == wanted,
              "seed \(generator.seed): \(body): \(found.count) rows, \(wanted.count) expected")
          }
        }
      }
    }
    print("joins of more than a batch: \(large) of \(compared) answers have more rows than one")
    #expect(large >= 12)
  }

  @Test("go on where they stopped: optional parts, marks, slices and what begins at one node")
  func resumption() throws {
    var generator = SeededGenerator()
    try withFolder { folder in
      let graph = try Self.graph(&generator, in: folder)
      let reference = graph.reference
      let first = IndexedGraph.Statement(subject: -1, predicate: 1, object: -2)
      let links = reference.rows(of: [first], most: .max) ?? []
      // One node that thousands hang at is looked up once, over several batches.
      let hub = reference.statements(predicate: 5).filter { $0.subject == 5 }
      #expect(links.count > 4_096 && hub.count > 1_024)
      let expected: [(text: String, rows: [[Int]])] = [
        (
          "SELECT ?a ?b ?c { ?a e:p1 ?b OPTIONAL { ?b e:p3 ?c } }",
          links.flatMap { row -> [[Int]] in
            let (a, b) = (row[-1] ?? -1, row[-2] ?? -1)
            let ends = reference.objects(of: b, 3)
            return ends.isEmpty ? [[a, b, -1]] : ends.map { [a, b, $0] }
          }
        ),
        (
          "SELECT ?a ?b { ?a e:p1 ?b FILTER NOT EXISTS { ?b e:p2 ?c } }",
          links.map { [$0[-1] ?? -1, $0[-2] ?? -1] }
            .filter { reference.objects(of: $0[1], 2).isEmpty }
        ),
        (
          "SELECT ?a ?b { ?a e:p1 ?b FILTER EXISTS { e:n5 e:p5 ?b } }",
          links.map { [$0[-1] ?? -1, $0[-2] ?? -1] }
            .filter { reference.holds(5, 5, $0[1]) }
        ),
        (
          "SELECT ?a ?b { ?a e:p1 ?b MINUS { ?b e:p4 ?c . ?c e:p2 ?d } }",
          links.map { [$0[-1] ?? -1, $0[-2] ?? -1] }.filter { row in
            !reference.objects(of: row[1], 4).contains { !reference.objects(of: $0, 2).isEmpty }
          }
        ),
        (
          "SELECT ?b ?c { e:n5 e:p5 ?b . ?b e:p1 ?c }",
          hub.flatMap { one in reference.objects(of: one.object, 1).map { [one.object, $0] } }
        ),
        (
          "SELECT ?a ?b { ?a e:p4+ ?b }",
          (0..<6_000).flatMap { node in reference.closure(of: node, 4).map { [node, $0] } }
        ),
        (
          "SELECT ?x ?b { VALUES ?x { e:n5 e:n17 e:n5 e:n6001 } ?x e:p5 ?b }",
          [5, 17, 5].flatMap { hub in reference.objects(of: hub, 5).map { [hub, $0] } }
        ),
      ]
      for engine in graph.engines {
        for (text, wanted) in expected {
          #expect(wanted.count > 1_024, "\(text)")
          let found = try rows(engine, text, .cheapest)
          #expect(
            Self.sorted(found) == Self.sorted(wanted),
            "seed \(generator.seed): \(text): \(found.count) rows, \(wanted.count) expected")
          // A slice is of the very rows in the same order, whatever batches it begins and ends in.
          for (offset, limit) in [(0, 1), (2_047, 3), (2_048, 1), (1_000, 5_000)] {
            let slice = try rows(engine, "\(text) OFFSET \(offset) LIMIT \(limit)", .cheapest)
            #expect(slice == Array(found.dropFirst(offset).prefix(limit)), "\(text), \(offset)")
          }
        }
      }
    }
  }
}
