import QuadStore
import RDF
import SPARQL
import Testing

@Suite("Plan of a query")
struct PlanReportTests {
  /// Many people, few of whom are mayors of few cities.
  private static let engine: QueryEngine = {
    func node(_ name: String) -> NamedNode { NamedNode(unchecked: "http://example.org/\(name)") }
    var quads: [Quad] = []
    for number in 0..<1_000 {
      let person = Subject.namedNode(node("person\(number)"))
      quads.append(Quad(Triple(person, node("name"), .literal(Literal("\(number)")))))
      quads.append(Quad(Triple(person, node("lives"), .namedNode(node("city\(number % 10)")))))
      if number % 100 == 0 {
        quads.append(
          Quad(Triple(person, node("mayor"), .namedNode(node("city\(number / 100)")))))
      }
    }
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection(quads))
    return QueryEngine(store: builder.finish())
  }()

  private static func report(_ text: String) throws -> PlanReport {
    var report: PlanReport?
    _ = try engine.answer(try Query(parsing: "PREFIX : <http://example.org/> \(text)")) {
      report = $0
    }
    return try #require(report)
  }

  /// The patterns in the order in which they are looked up.
  private static func patterns(_ report: PlanReport) -> [String] {
    report.inputs.flatMap { patterns($0) } + (report.name == "match" ? [report.detail] : [])
  }

  @Test("begins where there is least, whatever the order of the text")
  func order() throws {
    for text in [
      "SELECT * { ?p :name ?n . ?p :lives ?c . ?p :mayor ?m }",
      "SELECT * { ?p :mayor ?m . ?p :name ?n . ?p :lives ?c }",
    ] {
      let report = try Self.report(text)
      #expect(Self.patterns(report).first == "?p <http://example.org/mayor> ?m")
      #expect(report.rows == 10)
    }
  }

  @Test("counts the triples of one pattern without looking at them")
  func count() throws {
    let report = try Self.report("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    #expect(Self.patterns(report).isEmpty)
  }

  @Test("tells rows of every part")
  func rows() throws {
    let report = try Self.report("SELECT ?n { ?p :mayor :city3 ; :name ?n } LIMIT 5")
    func all(_ report: PlanReport) -> [Int] { [report.rows] + report.inputs.flatMap(all) }
    #expect(all(report).allSatisfy { $0 == 1 })
  }
}
