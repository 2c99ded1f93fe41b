import QuadStore
import RDF
import TestSupport
import Testing

@Suite("Quad store")
struct QuadStoreTests {
  @Test("holds each statement once, whatever the order it came in")
  func statements() throws {
    var generator = SeededGenerator()
    for _ in 0..<50 {
      let statements = RandomStatements(&generator, count: 1 + generator.below(400), graphs: 3)
      let store = statements.store
      #expect(try store.quads() == Set(statements.quads), "seed \(generator.seed)")
      #expect(store.count == Set(statements.quads).count, "seed \(generator.seed)")
    }
  }

  @Test("has the same statements in all orders, each order ascending")
  func orders() throws {
    var generator = SeededGenerator()
    let store = RandomStatements(&generator, count: 500, graphs: 3).store
    let (triples, quads) = (store.defaultGraph, store.namedGraphs)
    let all: [(Permutation, [Int])] = [
      (triples.spo, [0, 1, 2]), (triples.pso, [1, 0, 2]), (triples.pos, [2, 0, 1]),
      (triples.ops, [2, 1, 0]), (quads.spog, [0, 1, 2, 3]), (quads.posg, [2, 0, 1, 3]),
      (quads.opsg, [2, 1, 0, 3]), (quads.gspo, [1, 2, 3, 0]), (quads.gpos, [3, 1, 2, 0]),
      (quads.gops, [3, 2, 1, 0]),
    ]
    let expected = [
      Set(try store.rows(triples.spo, [0, 1, 2])), Set(try store.rows(quads.spog, [0, 1, 2, 3])),
    ]
    for (permutation, places) in all {
      let rows = try store.rows(permutation, places)
      #expect(Set(rows) == expected[places.count - 3], "seed \(generator.seed)")
      let stored = try store.rows(permutation, Array(places.indices))
      #expect(
        zip(stored, stored.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) },
        "seed \(generator.seed)")
    }
  }

  @Test("has what a set of the statements has when there are many, in any order, some again")
  func many() throws {
    var generator = SeededGenerator()
    // More than fit where memory is the allocator's, so that columns are pages of their own.
    var rows: Set<[UInt32]> = []
    var quads: [Quad] = []
    func node(_ number: Int) -> NamedNode { NamedNode(unchecked: "http://example.org/\(number)") }
    for _ in 0..<150_000 {
      let (subject, property, object) = (
        generator.below(3_000), generator.below(6), generator.below(400)
      )
      rows.insert([UInt32(subject), UInt32(property), UInt32(object)])
      quads.append(
        Quad(Triple(.namedNode(node(subject)), node(property), .namedNode(node(object)))))
    }
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection(quads))
    #expect(builder.count == quads.count)
    let store = builder.finish()
    #expect(store.count == rows.count && store.count < quads.count)
    var numbers: [UInt32] = [0]
    for id in 1...UInt32(store.termCount) {
      let text = try store.terms.withBytes(of: id) { String(copying: $0) }
      numbers.append(try #require(UInt32(text.dropFirst(20).dropLast())))
    }
    let found = try store.rows(store.defaultGraph.spo, [0, 1, 2]).map { row in
      row.map { numbers[Int($0)] }
    }
    #expect(found.count == rows.count && Set(found) == rows, "seed \(generator.seed)")
  }

  @Test("keeps no notes where there is no memory for them")
  func notes() {
    let notes = TermNotes(count: 5)
    let none = TermNotes(count: 5) { _, _ in nil }
    for kept in [notes, none] { kept[3] = 7 }
    #expect(notes[3] == 7 && notes[4] == 0)
    #expect(none[3] == 0)
  }

  @Test("is the same however many threads put it in order", arguments: [2, 3, 7, 64])
  func threads(_ parts: Int) throws {
    var generator = SeededGenerator()
    let store = RandomStatements(&generator, count: 300, graphs: 2).store
    for (permutation, places) in [
      (store.defaultGraph.spo, [1, 2]), (store.namedGraphs.spog, [1, 2, 3]),
    ] {
      for place in places {
        func rows(_ parts: Int) throws -> [[UInt32]] {
          let reordered = permutation.reordered(
            by: place, termCount: store.termCount, parts: parts)
          return try store.rows(reordered, [0] + places)
        }
        #expect(try rows(parts) == rows(1), "seed \(generator.seed)")
      }
    }
  }

  @Test("finds the rows that begin with some terms")
  func ranges() throws {
    var generator = SeededGenerator()
    let store = RandomStatements(&generator, count: 2_000, graphs: 2).store
    let permutation = store.namedGraphs.opsg
    let rows = try store.rows(permutation, [0, 1, 2, 3])
    let highest = UInt32(store.termCount) + 2
    for _ in 0..<2_000 {
      let known = rows[generator.below(rows.count)]
      let key = (0..<4).map { place in
        generator.below(5) == 0 ? UInt32(generator.below(Int(highest))) : known[place]
      }
      func matching(_ count: Int) -> Int { rows.count { $0.prefix(count) == key.prefix(count) } }
      #expect(try permutation.rows(key[0]).count == matching(1))
      #expect(try permutation.rows(key[0], key[1]).count == matching(2))
      #expect(try permutation.rows(key[0], key[1], key[2]).count == matching(3))
      #expect(try permutation.rows(key[0], key[1], key[2], key[3]).count == matching(4))
    }
  }

  @Test("counts the statements, subjects and objects of each predicate")
  func statistics() throws {
    var generator = SeededGenerator()
    let store = RandomStatements(&generator, count: 800, graphs: 0).store
    let rows = try store.rows(store.defaultGraph.spo, [0, 1, 2])
    let expected = Dictionary(grouping: rows, by: { $0[1] }).map { predicate, rows in
      PredicateStatistics(
        predicate: predicate, count: rows.count, subjects: Set(rows.map { $0[0] }).count,
        objects: Set(rows.map { $0[2] }).count)
    }
    #expect(Set(store.defaultGraph.statistics) == Set(expected))
    for statistics in expected {
      #expect(store.defaultGraph.statistics.of(statistics.predicate) == statistics)
    }
    #expect(store.defaultGraph.statistics.of(.max) == nil)
  }

  @Test("knows a graph that has no statement")
  func declaredGraph() throws {
    var builder = QuadStoreBuilder()
    builder.declareGraph(XSD.string)
    let store = builder.finish()
    #expect(store.count == 0)
    #expect(store.namedGraphs.names == [1])
    #expect(try store.defaultGraph.spo.rows(1).isEmpty)
  }

  @Test("takes texts whose language tags differ in capitals for one term")
  func languageTags() throws {
    func quad(_ language: String, _ isWithin: Bool) -> Quad {
      let text = Term.literal(Literal("Teks", language: language))
      let triple = Triple(.namedNode(XSD.string), XSD.string, text)
      return Quad(isWithin ? Triple(.namedNode(XSD.string), XSD.date, .tripleTerm(triple)) : triple)
    }
    for isWithin in [false, true] {
      var builder = QuadStoreBuilder()
      builder.append(QuadCollection([quad("id-ID", isWithin), quad("id-id", isWithin)]))
      #expect(try builder.finish().quads() == [quad("id-id", isWithin)])
    }
  }

  @Test("goes on apart where a builder is copied")
  func copies() throws {
    func quad(_ number: Int) -> Quad {
      let node = NamedNode(unchecked: "http://example.org/\(number)")
      return Quad(Triple(.namedNode(node), XSD.string, .namedNode(node)))
    }
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection([quad(1)]))
    var copy = builder
    builder.append(QuadCollection([quad(2)]))
    copy.append(QuadCollection([quad(3)]))
    #expect(try builder.finish().quads() == [quad(1), quad(2)])
    #expect(try copy.finish().quads() == [quad(1), quad(3)])
  }

  @Test("is empty without statements")
  func empty() throws {
    let store = QuadStoreBuilder().finish()
    #expect(store.count == 0)
    #expect(try store.quads().isEmpty)
    #expect(store.namedGraphs.names.isEmpty)
  }
}
