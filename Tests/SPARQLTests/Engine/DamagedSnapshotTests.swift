import Foundation
import QuadStore
import RDF
import SPARQL
import Testing

@Suite("Queries of a damaged snapshot")
struct DamagedSnapshotTests {
  @Test("are answered rightly or end with an error, wherever the damage is")
  func flippedBytes() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch {
        Issue.record("the folder of a test can be removed: \(error)")
      }
    }
    func node(_ number: Int) -> NamedNode { NamedNode(unchecked: "http://example.org/\(number)") }
    var builder = QuadStoreBuilder()
    builder.append(
      QuadCollection(
        (0..<40).map {
          Quad(Triple(.namedNode(node($0)), node(1), .literal(Literal("text \($0)"))))
        }))
    let path = folder.appending(path: "graph.simpul")
    try builder.finish().writeSnapshot(to: path.path())
    let whole = Array(try Data(contentsOf: path))
    let query = try Query(parsing: "SELECT * { ?s ?p ?o } ORDER BY ?s")
    func rows() throws -> [[Term?]]? {
      do {
        let engine = QueryEngine(store: try QuadStore(snapshot: path.path()))
        guard case .solutions(let solutions) = try engine.answer(query) else { return [] }
        return (0..<solutions.count).map { row in (0..<3).map { solutions.term(at: row, $0) } }
      } catch is SnapshotError {
        return nil
      }
    }
    let expected = try #require(try rows())
    #expect(expected.count == 40)
    for place in whole.indices where whole[place] != 0 {
      var bytes = whole
      bytes[place] ^= 0x15
      try Data(bytes).write(to: path)
      let found = try rows()
      #expect(found == nil || found == expected, "byte \(place)")
    }
  }
}
