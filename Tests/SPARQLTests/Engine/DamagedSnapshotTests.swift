import Foundation
import QuadStore
import RDF
import SPARQL
import TestSupport
import Testing

@Suite("Queries of a damaged snapshot")
struct DamagedSnapshotTests {
  /// What a query is answered with.
  private enum Answer: Equatable {
    case rows([[Term?]])
    case truth(Bool)
    case graph(Set<Quad>)

    var isEmpty: Bool {
      switch self {
      case .rows(let rows): rows.isEmpty
      case .truth(let isTrue): !isTrue
      case .graph(let quads): quads.isEmpty
      }
    }
  }

  /// A snapshot whose sections have several blocks, in a folder that goes with it.
  private final class Snapshot {
    let path: String
    let bytes: [UInt8]
    /// Where the sections lie, by number.
    let sections: [(number: Int, range: Range<Int>)]
    private let folder: URL
    private let file: FileHandle

    init(statements: Int) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.appending(path: "graph.simpul").path()
      try Self.store(statements).writeSnapshot(to: path)
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
      file = try FileHandle(forUpdating: URL(filePath: path))
      let whole = bytes
      func word(_ offset: Int) -> Int {
        (0..<8).reduce(0) { $0 | Int(whole[offset + $1]) << ($1 * 8) }
      }
      // A header of 64 bytes, then for each section its number, offset and length.
      sections = (0..<word(24)).map { index in
        let entry = 64 + index * 24
        return (word(entry), word(entry + 8)..<word(entry + 8) + word(entry + 16))
      }
    }

    deinit {
      do { try FileManager.default.removeItem(at: folder) } catch {
        Issue.record("the folder of a test can be removed: \(error)")
      }
    }

    /// A graph with labels, relations, circles and dates, of which two thirds stand in named graphs
    /// too.
    private static func store(_ statements: Int) -> QuadStore {
      func node(_ number: Int) -> NamedNode { NamedNode(unchecked: "http://example.org/\(number)") }
      func literal(_ text: String, _ datatype: NamedNode) -> Term {
        .literal(Literal(text, datatype: datatype))
      }
      var builder = QuadStoreBuilder()
      var triples = (0..<statements).map { index -> Triple in
        let subject = Subject.namedNode(node(100 + index / 4))
        return switch index % 4 {
        case 0: Triple(subject, node(0), .literal(Literal("text \(index)", language: "id")))
        case 1: Triple(subject, node(1), .namedNode(node(100 + index / 9)))
        case 2: Triple(subject, node(2), literal("20\(10 + index % 90)-01-02", XSD.date))
        default: Triple(subject, node(3), literal("\(index)", XSD.integer))
        }
      }
      // A ring whose nodes all lead to one node and from it: circles that are many two by two.
      let ring = statements / 24
      for index in 0..<ring {
        let (one, next) = (node(100 + index), node(100 + (index + 1) % ring))
        for (subject, object) in [(one, next), (one, node(99)), (node(99), one)] {
          triples.append(Triple(.namedNode(subject), node(4), .namedNode(object)))
        }
      }
      builder.append(QuadCollection(triples.map { Quad($0) }))
      builder.append(
        QuadCollection(
          triples.enumerated().filter { $0.offset % 3 != 0 }
            .map { Quad($0.element, in: .namedNode(node(10 + $0.offset % 5))) }))
      return builder.finish()
    }

    /// Calls `body` while the file has another byte at a place.
    func changing<Result>(_ place: Int, by bits: UInt8, _ body: () throws -> Result) throws
      -> Result
    {
      try write(bytes[place] ^ bits, at: place)
      let result = try body()
      try write(bytes[place], at: place)
      return result
    }

    private func write(_ byte: UInt8, at place: Int) throws {
      try file.seek(toOffset: UInt64(place))
      try file.write(contentsOf: [byte])
    }

    /// Calls `body` while the file has another length.
    func resized<Result>(to count: Int, _ body: () throws -> Result) throws -> Result {
      try file.truncate(atOffset: UInt64(count))
      let result = try body()
      try file.truncate(atOffset: 0)
      try file.seek(toOffset: 0)
      try file.write(contentsOf: bytes)
      return result
    }

    /// The answer to a query, the file opened anew.
    ///
    /// - Returns: nil if the file is refused.
    func answer(_ query: Query) throws -> Answer? {
      do {
        let engine = QueryEngine(store: try QuadStore(snapshot: path))
        switch try engine.answer(query) {
        case .solutions(let solutions):
          return .rows(
            (0..<solutions.count).map { row in
              solutions.variables.indices.map { solutions.term(at: row, $0) }
            })
        case .boolean(let isTrue): return .truth(isTrue)
        case .graph(let triples):
          var quads: Set<Quad> = []
          var decoder = CanonicalTermDecoder()
          triples.forEachBlock { block in
            for statement in block.statements {
              quads.insert(decoder.quad(statement, in: block.bytes.span))
            }
          }
          return .graph(quads)
        }
      } catch is SnapshotError {
        return nil
      }
    }
  }

  /// Queries that look into every order of the statements and every part of the terms.
  private static let queries = [
    "ASK { ?s ?p ?o }",
    "SELECT * { e:1100 ?p ?o }",
    "SELECT * { ?s ?p e:1100 }",
    "SELECT (COUNT(*) AS ?n) { e:1100 e:1 ?o }",
    "SELECT (COUNT(*) AS ?n) (MIN(?o) AS ?least) (SUM(?o) AS ?sum) { ?s e:3 ?o }",
    "SELECT ?s { ?s e:2 ?d FILTER (?d > '2098-01-01'^^xsd:date) } ORDER BY ?d ?s LIMIT 20",
    "SELECT ?s ?t { ?s e:0 ?t FILTER CONTAINS(STR(?t), '99') }",
    "SELECT ?s ?t { ?s e:0 ?t FILTER REGEX(?t, '0{3}$') }",
    "SELECT (COUNT(*) AS ?n) { ?a e:1 ?b . ?b e:1 ?c . ?c e:2 ?d OPTIONAL { ?b e:3 ?n2 } }",
    "SELECT ?x { e:9000 e:1+ ?x }",
    "SELECT (COUNT(*) AS ?n) { ?x e:1* e:100 }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o MINUS { ?x e:1 ?s } }",
    "SELECT (COUNT(*) AS ?n) { ?s e:1 ?o FILTER NOT EXISTS { ?o e:1 ?o } }",
    "SELECT ?p (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
    "CONSTRUCT { ?o e:1 ?s } { ?s e:1 ?o . ?s e:3 ?n FILTER (?n < 200) }",
    "DESCRIBE e:1100",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "SELECT * { GRAPH e:11 { e:1100 ?p ?o } }",
    "SELECT * { GRAPH e:10 { ?s ?p e:1100 } }",
    "SELECT (COUNT(*) AS ?n) { GRAPH e:13 { ?s e:1 ?o . ?s e:2 ?d } }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?o) AS ?m) { GRAPH e:13 { ?s e:1 ?o } }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?o) AS ?m) (COUNT(?g) AS ?k)"
      + " { GRAPH ?g { ?s e:1 ?o } }",
    "SELECT (COUNT(*) AS ?n) { ?a e:2 ?d . ?b e:1 ?a FILTER (?d > '2040-01-01'^^xsd:date) }",
    "SELECT (COUNT(*) AS ?n) { ?a e:4 ?b . ?b e:4 ?c . ?c e:4 ?a }",
    "SELECT * { GRAPH ?g { e:1100 ?p ?o } }",
    "SELECT * { GRAPH ?g { ?s ?p e:1100 } }",
    "SELECT (COUNT(*) AS ?n) FROM e:10 FROM e:11 { ?s ?p ?o . ?s e:1 ?x }",
  ]

  private static func parsed() throws -> [Query] {
    try queries.map {
      try Query(
        parsing: "PREFIX e: <http://example.org/> PREFIX xsd: <\(XSD.namespace)> " + $0)
    }
  }

  /// Asks everything of a damaged file.
  ///
  /// - Returns: how many queries were refused.
  private func ask(
    _ queries: [Query], of snapshot: Snapshot, _ expected: [Answer], _ damage: String
  ) throws -> Int {
    var refused = 0
    for (index, query) in queries.enumerated() {
      guard let found = try snapshot.answer(query) else {
        refused += 1
        continue
      }
      #expect(found == expected[index], "\(damage): \(Self.queries[index])")
    }
    return refused
  }

  @Test("are answered rightly or refused, whichever block of whichever section has a changed byte")
  func flippedBytes() throws {
    var generator = SeededGenerator()
    let snapshot = try Snapshot(statements: 36_000)
    let queries = try Self.parsed()
    let expected = try queries.map { try #require(try snapshot.answer($0)) }
    #expect(expected.allSatisfy { !$0.isEmpty })
    let engine = QueryEngine(store: try QuadStore(snapshot: snapshot.path))
    #expect(try queries.contains { "\(try engine.plan($0))".contains("leapfrog join") })
    let blockSize = 1 << 16
    var untouched: [Int] = []
    for (number, range) in snapshot.sections {
      var refused = 0
      for start in stride(from: range.lowerBound, to: range.upperBound, by: blockSize) {
        let block = start..<min(start + blockSize, range.upperBound)
        let places = [
          block.lowerBound, block.lowerBound + generator.below(block.count), block.upperBound - 1,
        ]
        for place in places {
          refused += try snapshot.changing(place, by: UInt8(1 + generator.below(255))) {
            try ask(queries, of: snapshot, expected, "section \(number), byte \(place)")
          }
        }
      }
      if refused == 0 { untouched.append(number) }
    }
    // A section that no query refuses is one that none looks at: then this test says nothing.
    #expect(untouched.isEmpty, "seed \(generator.seed)")
  }

  @Test(
    "are answered rightly or refused with a changed byte in header, table, checksums or padding")
  func flippedLayout() throws {
    var generator = SeededGenerator()
    let snapshot = try Snapshot(statements: 2_000)
    let queries = try Self.parsed()
    let expected = try queries.map { try #require(try snapshot.answer($0)) }
    let first = try #require(snapshot.sections.first)
    let used = 64 + snapshot.sections.count * 24
    var places = Array(0..<used) + (used..<first.range.lowerBound).filter { $0 % 61 == 0 }
    for (one, next) in zip(snapshot.sections, snapshot.sections.dropFirst())
    where one.range.upperBound < next.range.lowerBound {
      places.append(generator.below(next.range.lowerBound - one.range.upperBound))
      places[places.count - 1] += one.range.upperBound
    }
    for place in places {
      let refused = try snapshot.changing(place, by: UInt8(1 + generator.below(255))) {
        try ask(queries, of: snapshot, expected, "byte \(place), seed \(generator.seed)")
      }
      if place < used { #expect(refused == queries.count, "byte \(place)") }
    }
  }

  @Test("are refused at every boundary that a file can be cut at, and when it goes on")
  func lengths() throws {
    let snapshot = try Snapshot(statements: 2_000)
    let query = try #require(try Self.parsed().first)
    let whole = snapshot.bytes.count
    var lengths = Set([0, 1, 63, 64, 65, whole - 1, whole + 1, whole + 8, whole + (1 << 20)])
    for (_, range) in snapshot.sections {
      for length in [range.lowerBound, range.upperBound] {
        lengths.formUnion([length - 1, length, length + 1])
      }
    }
    lengths.remove(whole)
    for length in lengths.sorted() {
      let found = try snapshot.resized(to: length) { try snapshot.answer(query) }
      #expect(found == nil, "\(length) of \(whole) bytes")
    }
    #expect(try snapshot.answer(query) == .truth(true))
  }
}
