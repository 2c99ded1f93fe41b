import Dispatch
import QuadStore
import RDF
import Synchronization
import TestSupport
import Testing

@Suite("Changes worked in as rows are read")
struct MergedRowsTests {
  /// A dataset of many statements, enough for columns of several blocks, and changes of it.
  private struct Sample {
    private var generator = SeededGenerator()
    let store: QuadStore

    var seed: UInt64 { generator.seed }

    init(statements: Int) {
      var generator = generator
      var builder = QuadStoreBuilder()
      var quads: [Quad] = []
      for _ in 0..<statements { quads.append(Self.quad(&generator, terms: 20_000)) }
      builder.append(QuadCollection(quads))
      self.generator = generator
      store = builder.finish()
    }

    static func node(_ number: Int) -> NamedNode {
      NamedNode(unchecked: "http://example.org/\(number)")
    }

    private static func quad(_ generator: inout SeededGenerator, terms: Int) -> Quad {
      // Some terms are in many statements, and some in few.
      let bound = generator.below(3) == 0 ? 20 : terms
      let triple = Triple(
        .namedNode(node(generator.below(terms))), node(generator.below(12)),
        .namedNode(node(generator.below(bound))))
      let graph = generator.below(5)
      return graph == 0 ? Quad(triple) : Quad(triple, in: .namedNode(node(graph)))
    }

    private static func number(
      _ node: NamedNode, in dataset: inout ChangingDataset
    ) throws -> UInt32 {
      var bytes: [UInt8] = []
      CanonicalTerm.append(node, to: &bytes)
      return try dataset.intern(bytes.span)
    }

    /// Puts statements in, of which some have new terms, and takes statements away.
    mutating func change(_ datasets: inout [ChangingDataset], count: Int) throws {
      for _ in 0..<count {
        let isNew = generator.below(3) == 0
        let quad = Self.quad(&generator, terms: isNew ? 40_000 : 20_000)
        let taken = UInt32(1 + generator.below(store.termCount))
        let (inGraph, place) = (generator.below(2) == 0, generator.below(1 << 20))
        for index in datasets.indices {
          let statement = TermDictionary.Statement(
            try Self.number(try #require(quad.subject.term.namedNode), in: &datasets[index]),
            try Self.number(quad.predicate, in: &datasets[index]),
            try Self.number(try #require(quad.object.namedNode), in: &datasets[index]),
            in: try quad.graphName.node.map { try Self.number($0, in: &datasets[index]) } ?? 0)
          try datasets[index].insert(statement)
          // One of a subject that has some, all of a subject that has few.
          let order = inGraph ? store.namedGraphs.spog : store.defaultGraph.spo
          for row in try order.rows(taken) where row % 3 != place % 3 {
            try datasets[index].remove(
              TermDictionary.Statement(
                taken, order.second[row], order.third[row], in: order.fourth?[row] ?? 0))
          }
        }
      }
    }
  }

  /// All orders of a store.
  private static func orders(_ store: QuadStore) -> [Permutation] {
    let (triples, quads) = (store.defaultGraph, store.namedGraphs)
    return [
      triples.spo, triples.pso, triples.pos, triples.ops, quads.gspo, quads.gpos, quads.gops,
      quads.spog, quads.posg, quads.opsg,
    ]
  }

  private static func columns(_ order: Permutation) -> [Column] {
    [order.second, order.third] + (order.fourth.map { [$0] } ?? [])
  }

  @Test("are what sorting everything anew gives, in every order, wherever reading begins")
  func same() throws {
    var sample = Sample(statements: 90_000)
    var datasets = [
      try ChangingDataset(sample.store, merging: .always),
      try ChangingDataset(sample.store, merging: .never),
    ]
    for count in [1, 40, 400] {
      try sample.change(&datasets, count: count)
      let (merged, sorted) = (try datasets[0].store(), try datasets[1].store())
      #expect(merged.count == sorted.count)
      #expect(merged.namedGraphs.names == sorted.namedGraphs.names)
      var generator = SeededGenerator()
      for (own, expected) in zip(Self.orders(merged), Self.orders(sorted)) {
        try #require(own.count == expected.count)
        for _ in 0..<200 {
          let term = UInt32(1 + generator.below(merged.termCount))
          try #require(try own.rows(term) == expected.rows(term), "seed \(sample.seed)")
        }
        for (column, other) in zip(Self.columns(own), Self.columns(expected)) {
          for _ in 0..<20 {
            let start = generator.below(column.count)
            let range = start..<min(start + generator.below(3_000), column.count)
            try column.verify(range)
            try #require(
              range.allSatisfy { column[$0] == other[$0] }, "seed \(sample.seed), \(range)")
          }
          try column.verify(0..<column.count)
          try #require(
            (0..<column.count).allSatisfy { column[$0] == other[$0] }, "seed \(sample.seed)")
        }
        for term in 1...UInt32(merged.termCount) {
          try #require(try own.rows(term) == expected.rows(term), "seed \(sample.seed), \(term)")
        }
      }
      for known in sorted.defaultGraph.statistics {
        #expect(
          merged.defaultGraph.statistics.of(known.predicate)?.count == known.count,
          "seed \(sample.seed)")
      }
    }
    #expect(try datasets[0].store().count != sample.store.count, "seed \(sample.seed)")
  }

  @Test("are the same for threads that read them at once")
  func threads() throws {
    var sample = Sample(statements: 90_000)
    var datasets = [
      try ChangingDataset(sample.store, merging: .always),
      try ChangingDataset(sample.store, merging: .never),
    ]
    try sample.change(&datasets, count: 300)
    let (merged, sorted) = (try datasets[0].store(), try datasets[1].store())
    let differing = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for (own, expected) in zip(Self.orders(merged), Self.orders(sorted)) {
        for (column, other) in zip(Self.columns(own), Self.columns(expected)) {
          // Every thread goes through all blocks, each beginning elsewhere.
          for part in 0..<16 {
            let place = (part + thread * 2) % 16
            let range = column.count * place / 16..<column.count * (place + 1) / 16
            do {
              try column.verify(range)
              if !range.allSatisfy({ column[$0] == other[$0] }) {
                differing.withLock { $0 += 1 }
              }
            } catch {
              differing.withLock { $0 += 1 }
            }
          }
        }
      }
    }
    #expect(differing.withLock { $0 } == 0, "seed \(sample.seed)")
  }
}

extension GraphName {
  /// The name, if it is an IRI.
  fileprivate var node: NamedNode? {
    if case .namedNode(let node) = self { node } else { nil }
  }
}
