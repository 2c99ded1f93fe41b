import Diagnostics
import QuadStore
import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite("Differential test of updates")
struct UpdateDifferentialTests {
  /// Requests one after the other on one dataset, so that each finds what those before have left.
  @Test(
    "leave what the definitions leave, for random requests, however changes are worked in",
    arguments: [ChangingDataset.Merging.never, .always])
  func same(merging: ChangingDataset.Merging) throws {
    let part = merging == .never ? 0 : 1
    var generator = SeededGenerator()
    for _ in 0..<part { _ = generator.next() }
    print("differential test of updates: seed \(generator.seed), part \(part)")
    var graphs = RandomGraphs(SeededGenerator(seed: generator.next()))
    var requests = RandomQueries(SeededGenerator(seed: generator.next()))
    var sameCount = 0
    var doneCount = 0
    for _ in 0..<500 {
      let (quads, names) = graphs.next()
      var naive = NaiveUpdates(NaiveDataset(quads, graphs: names))
      var dataset = try ChangingDataset(
        NaiveUpdates.store(of: naive.dataset), merging: merging)
      for _ in 0..<5 {
        let text = requests.nextUpdate()
        let update = try Update(parsing: text)
        let before = naive.dataset.quads
        var isDone = true
        do {
          try naive.apply(update) { modification in Self.functions(modification) }
        } catch NaiveFailure.tooManyRows {
          break
        } catch {
          isDone = false
        }
        let found = Result { try Self.engine.apply(update, to: &dataset) }
        let left = try NaiveUpdates.quads(of: dataset.store())
        let isSame = try Isomorphism.areIsomorphic(left, naive.dataset.quads)
        let names = Set(naive.dataset.namedGraphs.map(\.name))
        let foundNames = try dataset.graphNames
        try #require(
          isSame && isDone == found.isSuccess && names == foundNames,
          """
          \(text)
          before \(before)
          expected \(isDone ? "" : "nothing done, ")\(naive.dataset.quads)
          found \(found) \(left)
          """)
        sameCount += 1
        if isDone { doneCount += 1 }
      }
    }
    print("differential test of updates: \(sameCount) the same, \(doneCount) of them done")
    #expect(sameCount > 2_000)
    #expect(doneCount > 1_500)
  }

  private static var engine: UpdateEngine {
    UpdateEngine(seed: 1) { source, _ in
      throw UpdateError.unreadable(source, Message(en: "no document", id: "tanpa dokumen"))
    }
  }

  private static func functions(_ modification: UpdateOperation.Modification) -> FunctionContext {
    FunctionContext(
      base: modification.baseIRI.map { BaseIRI(NamedNode(unchecked: $0)) }, seed: 1)
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { true } else { false }
  }
}

extension ChangingDataset {
  /// The names of the graphs.
  fileprivate var graphNames: Set<Term> {
    get throws {
      var decoder = CanonicalTermDecoder()
      return Set(try graphs.map { try terms.withBytes(of: $0) { decoder.term($0) } })
    }
  }
}
