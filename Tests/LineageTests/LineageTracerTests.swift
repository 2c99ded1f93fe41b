import Diagnostics
import Lineage
import RDF
import TestSupport
import Testing

@Suite("Tracing")
struct LineageTracerTests {
  private struct Naive {
    var neighbours: [[Int]]
    func distances(from start: Int) -> [Int: Int] {
      var distances = [start: 0]
      var front = [start]
      while !front.isEmpty {
        var next: [Int] = []
        for node in front {
          for other in neighbours[node] where distances[other] == nil {
            distances[other] = (distances[node] ?? 0) + 1
            next.append(other)
          }
        }
        front = next
      }
      return distances
    }
  }

  @Test("finds what the closure of the relations holds, at its distance, in both directions")
  func closure() throws {
    var generator = SeededGenerator()
    for _ in 0..<40 {
      let acts = 2 + generator.below(60)
      let chain = generator.below(8)
      let (sample, edges) = LineageSample.random(
        acts: acts, edges: generator.below(3), chain: chain, generator: &generator)
      let graph = try PackUnderTest.shared.get().graph(sample)
      var tracer = LineageTracer(graph)
      let nodes = try (0..<acts).map {
        try #require(graph.node(forKey: LineageSample.key($0)))
      }
      for direction in Trace.Direction.allCases {
        var neighbours = [[Int]](repeating: [], count: acts)
        for edge in edges {
          direction == .up
            ? neighbours[edge.from].append(edge.to) : neighbours[edge.to].append(edge.from)
        }
        let naive = Naive(neighbours: neighbours)
        for start in 0..<acts {
          let distances = naive.distances(from: start)
          let depth = generator.below(3) == 0 ? 1 + generator.below(4) : nil
          let trace = tracer.trace(from: nodes[start], direction, depth: depth)
          let expected = Dictionary(
            uniqueKeysWithValues: distances.filter { depth == nil || $0.value <= depth ?? 0 }
              .map { (nodes[$0.key], $0.value) })
          let found = Dictionary(uniqueKeysWithValues: zip(trace.nodes, trace.depths))
          #expect(found == expected, "seed \(generator.seed)")
          #expect(trace.depths == trace.depths.sorted(), "seed \(generator.seed)")
          for (place, node) in trace.nodes.enumerated() where trace.stepsBeyond[place] == 0 {
            let index = nodes.firstIndex(of: node) ?? 0
            let steps = Set(trace.steps[place].map { trace.nodes[$0.place] })
            #expect(steps == Set(neighbours[index].map { nodes[$0] }), "seed \(generator.seed)")
          }
        }
      }
    }
  }

  @Test("does not depend on the order of the statements")
  func order() throws {
    var generator = SeededGenerator()
    let (sample, _) = LineageSample.random(acts: 40, edges: 2, chain: 5, generator: &generator)
    let pack = try PackUnderTest.shared.get()
    func report(_ quads: [Quad]) throws -> [UInt8] {
      var loader = LineageLoader(kinds: pack.kinds, known: pack.known)
      loader.take(quads)
      var tracer = LineageTracer(loader.finish())
      let node = try #require(tracer.graph.node(forKey: LineageSample.key(20)))
      let day = try #require(LineageDate("2020-01-01"))
      let answer = tracer.answer(LineageQuestion(node: node, day: day))
      return JSONReport(tracer.graph, words: pack.words()).json(answer)
    }
    let first = try report(sample.quads)
    #expect(try report(sample.quads.shuffled(using: &generator)) == first, "seed \(generator.seed)")
  }

  @Test("goes through a hundred thousand acts with cycles and chains without a stack of its own")
  func large() throws {
    var generator = SeededGenerator(seed: 7)
    let count = 100_000
    let (sample, edges) = LineageSample.random(
      acts: count, edges: 1, chain: 50_000, backward: 1000, generator: &generator)
    let graph = try PackUnderTest.shared.get().graph(sample)
    #expect(graph.regulationCount == count)
    var tracer = LineageTracer(graph)
    let last = try #require(graph.node(forKey: LineageSample.key(count - 1)))
    let trace = tracer.trace(from: last, .up)
    var neighbours = [[Int]](repeating: [], count: count)
    for edge in edges { neighbours[edge.from].append(edge.to) }
    #expect(trace.nodes.count == Naive(neighbours: neighbours).distances(from: count - 1).count)
  }

  @Test("what hangs on an act hangs on those that rest on it too, not on those that ended it")
  func hanging() throws {
    var sample = LineageSample()
    let base = LineageSample.base
    sample.relate("PERMENDAGRI/2020/25", "implements", "PP/2018/28")
    sample.relate("PP/2018/28", "implements", "UU/2014/23")
    sample.relate("UU/2014/23", "repeals", "UU/2004/32")
    sample.add("\(base)agreement/a", "Agreement", label: "MoU A")
    sample.add("\(base)agreement/b", "Agreement", label: "MoU B")
    sample.add("\(base)program/p", "Program", label: "Program P")
    sample.add("\(base)government/g", "Government", label: "Pemerintah Kota G")
    sample.addDocument("berita")
    sample.state("\(base)agreement/a", "basedOn", LineageSample.iri("PERMENDAGRI/2020/25"))
    sample.state("\(base)agreement/b", "basedOn", LineageSample.iri("UU/2004/32"))
    sample.state("\(base)program/p", "programOf", "\(base)agreement/a")
    sample.state("\(base)government/g", "partyTo", "\(base)agreement/a")
    sample.state(LineageSample.document("berita"), "cites", LineageSample.iri("UU/2014/23"))
    var tracer = LineageTracer(try PackUnderTest.shared.get().graph(sample))
    func names(_ things: [HangingThings.Thing]) -> [String] {
      things.map { tracer.graph.label(of: $0.node, in: .indonesian) }
    }
    let act = try #require(tracer.graph.node(forKey: "UU/2014/23"))
    let things = tracer.hanging(on: act)
    #expect(names(things.agreements) == ["MoU A"])
    #expect(names(things.programs) == ["Program P"])
    #expect(names(things.parties) == ["Pemerintah Kota G"])
    #expect(names(things.documents) == ["berita"])
    let old = try #require(tracer.graph.node(forKey: "UU/2004/32"))
    #expect(names(tracer.hanging(on: old).agreements) == ["MoU B"])
  }
}
