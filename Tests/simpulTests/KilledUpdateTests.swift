import Foundation
import QuadStore
import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

/// Updates of a snapshot by the program, killed at any moment, beside a plain model of the definitions.
///
/// `SIMPUL_UPDATE_STEPS` says how many steps there are; `make soak` takes ten thousand.
@Suite("Killed updates of a snapshot", .serialized)
final class KilledUpdateTests {
  private let simpul: SimpulProcess
  private var generator = SeededGenerator()

  init() throws { simpul = try SimpulProcess() }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private static let steps =
    ProcessInfo.processInfo.environment["SIMPUL_UPDATE_STEPS"].flatMap { Int($0) } ?? 250

  /// From so many statements on everything is taken away, so that the model stays fast.
  private static let mostStatements = 120

  private var path: String { simpul.folder.appending(path: "g.simpul").path() }
  private var changes: String { path + ".delta" }

  /// What a snapshot holds, with its changes.
  private struct State {
    let quads: [Quad]
    let graphs: Set<Term>

    init(_ dataset: NaiveDataset) {
      quads = dataset.quads
      graphs = Set(dataset.namedGraphs.map(\.name))
    }

    init(_ store: QuadStore) throws {
      quads = try NaiveUpdates.quads(of: store)
      var decoder = CanonicalTermDecoder()
      graphs = Set(
        try store.namedGraphs.names.map { try store.terms.withBytes(of: $0) { decoder.term($0) } })
    }

    func isSame(as other: State) throws -> Bool {
      try graphs == other.graphs && Isomorphism.areIsomorphic(quads, other.quads)
    }
  }

  private struct Counts {
    var updates = 0
    var killed = 0
    /// How many of those were done all the same.
    var killedAfter = 0
    var compacted = 0
    var torn = 0
    var queries = 0
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  @Test("leave what was there or what should be, for random requests, whenever they are killed")
  func steps() throws {
    print("killed updates: seed \(generator.seed), \(Self.steps) steps")
    var graphs = RandomGraphs(SeededGenerator(seed: generator.next()))
    var requests = RandomQueries(SeededGenerator(seed: generator.next()))
    let (quads, names) = graphs.next()
    var naive = NaiveUpdates(NaiveDataset(quads, graphs: names))
    try NaiveUpdates.store(of: naive.dataset).writeSnapshot(to: path)
    var counts = Counts()
    // What an update takes that nobody kills, in seconds; the first ones tell.
    var usual = 0.02
    for step in 0..<Self.steps {
      let before = naive
      let hint: Comment = "step \(step), seed \(generator.seed)"
      let kind = generator.below(10)
      if kind == 0 {
        try run(["compact", "g.simpul"], usual, &counts.killed)
        counts.compacted += 1
        try #require(try State(QuadStore(snapshot: path)).isSame(as: State(naive.dataset)), hint)
        continue
      }
      if kind <= 2 {
        try ask(&requests, naive.dataset, hint)
        counts.queries += 1
        continue
      }
      let text =
        naive.dataset.quads.count > Self.mostStatements ? "CLEAR ALL" : requests.nextUpdate()
      let update = try Update(parsing: text)
      do {
        try naive.apply(update) { modification in
          FunctionContext(
            base: modification.baseIRI.map { BaseIRI(NamedNode(unchecked: $0)) }, seed: 1)
        }
      } catch is NaiveUpdateFailure {
        naive = before
      } catch NaiveFailure.tooManyRows {
        naive = before
        continue
      }
      let sizeBefore = Self.size(changes)
      let began = DispatchTime.now().uptimeNanoseconds
      let status = try run(
        ["update", "-u", text, "--data", "g.simpul", "-o", "g.simpul"], usual, &counts.killed)
      counts.updates += 1
      var found = try State(QuadStore(snapshot: path))
      if status == nil {
        if try found.isSame(as: State(naive.dataset)) {
          counts.killedAfter += 1
        } else {
          naive = before
        }
      } else {
        usual = usual * 0.9 + Double(DispatchTime.now().uptimeNanoseconds - began) / 1e10
      }
      try #require(
        try found.isSame(as: State(naive.dataset)),
        "step \(step), seed \(generator.seed), status \(String(describing: status))\n\(text)\nbefore \(before.dataset.quads)\nexpected \(naive.dataset.quads)\nfound \(found.quads)"
      )
      // A machine that loses its power leaves the beginning of a record.
      let sizeAfter = Self.size(changes)
      if sizeAfter > sizeBefore, generator.below(5) == 0 {
        let kept = sizeBefore + generator.below(sizeAfter - sizeBefore)
        try #require(truncate(changes, off_t(kept)) == 0)
        counts.torn += 1
        naive = before
        found = try State(QuadStore(snapshot: path))
        try #require(try found.isSame(as: State(naive.dataset)), hint)
      }
    }
    print(
      "killed updates: \(counts.updates) updates and \(counts.compacted) compactions, "
        + "\(counts.killed) of them killed, \(counts.killedAfter) when they were done; "
        + "\(counts.torn) records torn, \(counts.queries) queries")
    #expect(counts.killed > 0 && counts.queries > 0 && counts.torn > 0)
    #expect(try simpul.run(["compact", "g.simpul"]).status == 0)
    #expect(try State(QuadStore(snapshot: path)).isSame(as: State(naive.dataset)))
    // What a killed writer has left goes with the next one.
    #expect(try Set(simpul.names).isSubset(of: ["g.simpul", "g.simpul.partial"]))
  }

  /// Runs the program, and kills two of five runs at some moment of the time that one usually takes.
  ///
  /// - Returns: the exit status; nil for a run that was killed in time.
  @discardableResult
  private func run(
    _ arguments: [String], _ usual: Double, _ killed: inout Int
  ) throws -> Int32? {
    let running = try simpul.start(arguments)
    guard generator.below(5) < 2 else { return running.status() }
    let moment = usual * 1.2 * Double(generator.below(1_000)) / 1_000
    if !running.wait(moment) { running.kill() }
    let status = running.status()
    if status == nil { killed += 1 }
    return status
  }

  /// Compares the engine's answer to a random query of the snapshot with that of the definitions.
  private func ask(
    _ queries: inout RandomQueries, _ dataset: NaiveDataset, _ hint: Comment
  ) throws {
    let random = queries.next()
    let query = try Query(parsing: random.text)
    // Blank nodes of the model have labels of their own, and answers cannot be told by them.
    let store = try QuadStore(snapshot: path)
    let model = NaiveDataset(
      try NaiveUpdates.quads(of: store),
      graphs: dataset.namedGraphs.compactMap { graph in
        if case .namedNode(let name) = graph.name { name } else { nil }
      })
    let moment = try XSDDateTime(secondsSince1970: XSDDecimal(XSDInteger(1_475_229_600)))
    func functions() -> FunctionContext { FunctionContext(query, moment: moment, seed: 1) }
    let expected: NaiveAnswer
    do {
      expected = try NaiveEvaluator.answer(query, over: model, functions: functions())
    } catch NaiveFailure.tooManyRows {
      return
    }
    let found = NaiveAnswer(
      try QueryEngine(store: store).answer(query, functions: functions()))
    try #require(
      try AnswerComparison(isOrdered: random.isTotallyOrdered).areSame(found, expected), hint)
  }
}
