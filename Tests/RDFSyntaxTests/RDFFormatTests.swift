import RDFSyntax
import Testing

@Suite("RDF formats")
struct RDFFormatTests {
  @Test(
    "are told by endings, whatever their case and with or without .gz",
    arguments: [
      ("a.nt", RDFFormat.ntriples), ("b/a.nq", .nquads), ("a.TTL", .turtle), ("a.trig.gz", .trig),
      ("a.b.rdf", .rdfxml), ("a.owl", .rdfxml), ("a.xml.GZ", .rdfxml),
    ])
  func byEnding(path: String, format: RDFFormat) {
    #expect(RDFFormat(path: path) == format)
  }

  @Test("are not guessed", arguments: ["a", "-", "a.gz", "ttl", "a.txt", "a.ttl/b", ""])
  func unknown(path: String) {
    #expect(RDFFormat(path: path) == nil)
  }

  @Test("are found by their names, and no ending or media type stands for two")
  func names() {
    for format in RDFFormat.allCases {
      #expect(RDFFormat(name: format.name.uppercased()) == format)
    }
    #expect(RDFFormat(name: "n3") == nil)
    let endings = RDFFormat.allCases.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    let types = RDFFormat.allCases.flatMap(\.mediaTypes)
    #expect(Set(types).count == types.count)
  }
}
