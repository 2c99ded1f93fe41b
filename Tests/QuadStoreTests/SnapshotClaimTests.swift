import Dispatch
import Foundation
import QuadStore
import RDF
import TestSupport
import Testing

@Suite("Changes beside a snapshot")
struct SnapshotClaimTests {
  private static let name = "graph.simpul"
  private static let changes = "graph.simpul.delta"

  /// A snapshot in a folder of its own, and what it should hold.
  private struct Sample {
    let folder: SnapshotFolder
    var generator = SeededGenerator()
    var quads: Set<Quad>

    var path: String { folder.path(SnapshotClaimTests.name) }

    init(statements: Int = 300) throws {
      folder = try SnapshotFolder()
      let random = RandomStatements(&generator, count: statements, graphs: 3)
      quads = Set(random.quads)
      try random.store.writeSnapshot(to: path)
    }

    /// Puts a statement into a dataset, or takes it away.
    static func change(
      _ quad: Quad, isAdded: Bool, in dataset: inout ChangingDataset
    ) throws {
      func number(_ term: Term) throws -> UInt32 {
        var bytes: [UInt8] = []
        CanonicalTerm.append(term, to: &bytes)
        return try dataset.intern(bytes.span)
      }
      let statement = TermDictionary.Statement(
        try number(quad.subject.term), try number(.namedNode(quad.predicate)),
        try number(quad.object), in: try quad.graphName.name.map { try number($0) } ?? 0)
      isAdded ? try dataset.insert(statement) : try dataset.remove(statement)
    }

    /// Changes the snapshot at random by one update.
    mutating func update(_ count: Int = 12) throws -> SnapshotClaim.Outcome {
      let claim = try SnapshotClaim(path)
      var dataset = try ChangingDataset(claim.store)
      for quad in RandomStatements(&generator, count: count, graphs: 4).quads {
        quads.insert(quad)
        try Self.change(quad, isAdded: true, in: &dataset)
      }
      for quad in quads where generator.below(quads.count) < count {
        quads.remove(quad)
        try Self.change(quad, isAdded: false, in: &dataset)
      }
      return try claim.commit(&dataset)
    }

    /// Puts so many statements in that were never there.
    mutating func put(_ count: Int) throws -> SnapshotClaim.Outcome {
      let claim = try SnapshotClaim(path)
      var dataset = try ChangingDataset(claim.store)
      for number in quads.count..<quads.count + count {
        let node = NamedNode(unchecked: "http://example.org/put\(number)")
        let quad = Quad(Triple(.namedNode(node), node, .literal(Literal("\(number)"))))
        quads.insert(quad)
        try Self.change(quad, isAdded: true, in: &dataset)
      }
      return try claim.commit(&dataset)
    }

    /// What the snapshot and its changes hold; nil if they are refused.
    func held() throws -> Set<Quad>? {
      do {
        return try QuadStore(snapshot: path).quads()
      } catch is SnapshotError {
        return nil
      }
    }
  }

  @Test("are there when it is opened again, and gone when they are worked in")
  func commits() throws {
    var sample = try Sample()
    let before = try sample.folder.bytes(Self.name)
    for _ in 0..<30 {
      #expect(try sample.update() == .beside)
      #expect(try sample.held() == sample.quads, "seed \(sample.generator.seed)")
      // What is known about predicates is what counting says.
      let opened = try QuadStore(snapshot: sample.path)
      var dataset = try ChangingDataset(opened, merging: .never)
      let sorted = try dataset.store()
      for (own, other) in [
        (opened.defaultGraph.statistics, sorted.defaultGraph.statistics),
        (opened.namedGraphs.statistics, sorted.namedGraphs.statistics),
      ] { #expect(own == other, "seed \(sample.generator.seed)") }
      #expect(opened.defaultGraph.subjects == sorted.defaultGraph.subjects)
      #expect(opened.defaultGraph.objects == sorted.defaultGraph.objects)
      #expect(opened.namedGraphs.subjects == sorted.namedGraphs.subjects)
      #expect(opened.namedGraphs.objects == sorted.namedGraphs.objects)
    }
    #expect(try sample.folder.bytes(Self.name) == before)
    #expect(try sample.folder.names == [Self.name, Self.changes])
    #expect(try SnapshotClaim(sample.path).compact() != nil)
    #expect(try sample.folder.names == [Self.name])
    #expect(try sample.held() == sample.quads, "seed \(sample.generator.seed)")
    let compacted = try sample.folder.bytes(Self.name)
    #expect(try SnapshotClaim(sample.path).compact() == nil)
    #expect(try sample.folder.bytes(Self.name) == compacted)
  }

  @Test("are one record for each update, and none where nothing changes")
  func records() throws {
    var sample = try Sample()
    _ = try sample.update()
    let size = try sample.folder.bytes(Self.changes).count
    let claim = try SnapshotClaim(sample.path)
    var dataset = try ChangingDataset(claim.store)
    let quad = try #require(sample.quads.first)
    try Sample.change(quad, isAdded: false, in: &dataset)
    try Sample.change(quad, isAdded: true, in: &dataset)
    #expect(try claim.commit(&dataset) == .unchanged)
    #expect(try sample.folder.bytes(Self.changes).count == size)
  }

  @Test("that are as much as a new snapshot make one")
  func rewriting() throws {
    var sample = try Sample()
    _ = try sample.update()
    #expect(try sample.put(700) == .beside)
    #expect(try sample.held() == sample.quads, "seed \(sample.generator.seed)")
    #expect(try sample.put(700) == .rewritten)
    #expect(try sample.folder.names == [Self.name])
    #expect(try sample.held() == sample.quads, "seed \(sample.generator.seed)")
  }

  @Test("that others make leave a reader what it opened")
  func readers() throws {
    var sample = try Sample()
    var opened: [(QuadStore, Set<Quad>)] = []
    for round in 0..<6 {
      opened.append((try QuadStore(snapshot: sample.path), sample.quads))
      _ = try sample.update()
      if round % 3 == 2 { _ = try SnapshotClaim(sample.path).compact() }
    }
    for (store, quads) in opened { #expect(try store.quads() == quads) }
  }

  /// Puts a statement into a snapshot; the right to change it ends with the call.
  private static func put(_ quad: Quad, into path: String) throws {
    let claim = try SnapshotClaim(path)
    var dataset = try ChangingDataset(claim.store)
    try Sample.change(quad, isAdded: true, in: &dataset)
    _ = try claim.commit(&dataset)
  }

  @Test("are kept by one at a time, and none are lost")
  func claims() throws {
    let sample = try Sample()
    let path = sample.path
    let quads = (0..<24).map { number in
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: "http://example.org/new\(number)")),
          NamedNode(unchecked: "http://example.org/n1"), .literal(Literal("\(number)"))))
    }
    DispatchQueue.concurrentPerform(iterations: quads.count) { number in
      do {
        try Self.put(quads[number], into: path)
        if number % 5 == 0 { _ = try SnapshotClaim(path).compact() }
      } catch {
        Issue.record("\(error)")
      }
    }
    #expect(try sample.held() == sample.quads.union(quads))
  }

  @Test("whose last record was never finished are those before it, wherever it ends")
  func tornRecords() throws {
    var sample = try Sample(statements: 40)
    var states = [sample.quads]
    var ends = [0]
    for _ in 0..<3 {
      _ = try sample.update(3)
      states.append(sample.quads)
      ends.append(try sample.folder.bytes(Self.changes).count)
    }
    let whole = try sample.folder.bytes(Self.changes)
    for count in 0..<whole.count {
      _ = try sample.folder.write(whole[..<count], as: Self.changes)
      let finished = try #require(ends.lastIndex { $0 <= count })
      #expect(
        try sample.held() == states[finished], "\(count) bytes, seed \(sample.generator.seed)")
      // What was not finished is cut off, and another update stands there.
      if count % 97 == 0 {
        sample.quads = states[finished]
        #expect(
          try sample.put(1) == .beside, "\(count) bytes, seed \(sample.generator.seed)")
        #expect(
          try sample.held() == sample.quads, "\(count) bytes, seed \(sample.generator.seed)")
      }
    }
    // A file may also have grown by what was never written.
    _ = try sample.folder.write(whole + Array(repeating: 0, count: 200), as: Self.changes)
    #expect(try sample.held() == states.last)
  }

  @Test("are refused with a changed byte anywhere, and the file is named")
  func damage() throws {
    var sample = try Sample(statements: 40)
    for _ in 0..<3 { _ = try sample.update(3) }
    let whole = try sample.folder.bytes(Self.changes)
    for place in whole.indices {
      var changed = whole
      changed[place] ^= UInt8(1 + sample.generator.below(255))
      let path = try sample.folder.write(changed, as: Self.changes)
      let error = #expect(throws: SnapshotError.self, "byte \(place)") {
        try QuadStore(snapshot: sample.path)
      }
      #expect(error?.file == path)
      #expect(throws: SnapshotError.self) { try SnapshotClaim(sample.path) }
    }
  }

  @Test("of another snapshot are refused, and so is a file that is something else")
  func foreign() throws {
    var sample = try Sample(statements: 40)
    _ = try sample.update(3)
    let changes = try sample.folder.bytes(Self.changes)
    var other = try Sample(statements: 41)
    let path = try other.folder.write(changes, as: Self.changes)
    #expect(throws: SnapshotError(.foreignChanges, file: path)) {
      try QuadStore(snapshot: other.path)
    }
    _ = try other.folder.write(Array(repeating: UInt8(ascii: "a"), count: 100), as: Self.changes)
    #expect(throws: SnapshotError(.notChanges, file: path)) { try QuadStore(snapshot: other.path) }
    // A snapshot that is written in its place has none of it.
    try RandomStatements(&other.generator, count: 10, graphs: 0).store
      .writeSnapshot(to: other.path)
    #expect(try other.folder.names == [Self.name])
  }

  /// A name that keeps what another name is about to lose.
  private static func keep(_ name: String, in folder: SnapshotFolder) throws {
    try FileManager.default.linkItem(
      at: folder.url.appending(path: name), to: folder.url.appending(path: name + ".kept"))
  }

  private static func putBack(_ name: String, in folder: SnapshotFolder) throws {
    let kept = folder.url.appending(path: name + ".kept")
    if FileManager.default.fileExists(atPath: folder.path(name)) {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    try FileManager.default.moveItem(at: kept, to: folder.url.appending(path: name))
  }

  @Test("that are in the snapshot already are passed over, and those that are not yet are not")
  func interruptedCompaction() throws {
    var sample = try Sample()
    for _ in 0..<3 { _ = try sample.update() }
    // Ended behind the renaming: the new snapshot is there, and so are the changes.
    try Self.keep(Self.changes, in: sample.folder)
    _ = try SnapshotClaim(sample.path).compact()
    try Self.putBack(Self.changes, in: sample.folder)
    #expect(try sample.held() == sample.quads)
    #expect(try sample.update() == .beside)
    #expect(try sample.held() == sample.quads)
    // Ended before it: the old snapshot is there, and its changes say that they are in another one.
    for name in [Self.name, Self.changes] { try Self.keep(name, in: sample.folder) }
    _ = try SnapshotClaim(sample.path).compact()
    for name in [Self.name, Self.changes] { try Self.putBack(name, in: sample.folder) }
    #expect(try sample.held() == sample.quads)
    #expect(try sample.update() == .beside)
    #expect(try sample.held() == sample.quads)
    #expect(try SnapshotClaim(sample.path).compact() != nil)
    #expect(try sample.folder.names == [Self.name])
    #expect(try sample.held() == sample.quads)
  }

  @Test("are found through a link to the snapshot")
  func links() throws {
    var sample = try Sample()
    let link = sample.folder.path("link.simpul")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: sample.path)
    _ = try sample.update()
    #expect(try QuadStore(snapshot: link).quads() == sample.quads)
    _ = try SnapshotClaim(link).compact()
    #expect(try sample.folder.names == [Self.name, "link.simpul"])
    #expect(try sample.held() == sample.quads)
  }
}

extension GraphName {
  /// The name as a term; nil for the default graph.
  fileprivate var name: Term? {
    switch self {
    case .defaultGraph: nil
    case .namedNode(let node): .namedNode(node)
    case .blankNode(let node): .blankNode(node)
    }
  }
}
