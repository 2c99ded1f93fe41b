import SPARQL
import Testing

@Suite("Mistakes in requests")
struct UpdateErrorTests {
  static let cases: [(text: String, english: String)] = [
    (
      "INSERT DATA { <x:a> <x:p> ?v }",
      """
      1:27: data have no variables; use INSERT or DELETE with WHERE
        INSERT DATA { <x:a> <x:p> ?v }
                                  ^
      """
    ),
    (
      "DELETE { _:a ?p ?o } WHERE { ?s ?p ?o }",
      """
      1:10: a blank node cannot be named to take it away; use a variable and WHERE
        DELETE { _:a ?p ?o } WHERE { ?s ?p ?o }
                 ^
      """
    ),
    (
      "DELETE WHERE { ?s ?p (1 2) }",
      """
      1:23: a blank node cannot be named to take it away; use a variable and WHERE
        DELETE WHERE { ?s ?p (1 2) }
                              ^
      """
    ),
    (
      "INSERT DATA { _:a <x:p> 1 } ;\nINSERT DATA { _:a <x:p> 2 }",
      """
      2:15: _:a stands in data of an operation before, where it is another node; use another label
        INSERT DATA { _:a <x:p> 2 }
                      ^
      """
    ),
    (
      "INSRT DATA { }",
      """
      1:1: 'INSRT' does not fit here; expected BASE, PREFIX, VERSION, INSERT, DELETE, WITH, LOAD, CLEAR, DROP, CREATE, ADD, MOVE or COPY
        INSRT DATA { }
        ^
      """
    ),
    (
      "CLEAR <x:g>",
      """
      1:7: '<x:g>' does not fit here; expected SILENT, DEFAULT, NAMED, ALL or GRAPH
        CLEAR <x:g>
              ^
      """
    ),
    (
      "DELETE { ?s smp:note ?o } WHERE { ?s smp:note ?o }",
      """
      1:13: the prefix 'smp:' is not declared; add PREFIX smp: <https://w3id.org/simpul/ns#>
        DELETE { ?s smp:note ?o } WHERE { ?s smp:note ?o }
                    ^
      """
    ),
  ]

  @Test("are shown in their line, with what was expected", arguments: cases)
  func shown(_ text: String, _ english: String) {
    let error = #expect(throws: SPARQLSyntaxError.self) { try Update(parsing: text) }
    #expect(error?.description == english)
  }

  @Test("are none where nothing is asked for, or a semicolon is left at the end")
  func none() throws {
    #expect(try Update(parsing: "# nothing").operations.isEmpty)
    #expect(try Update(parsing: "CLEAR ALL ; PREFIX : <x:>").operations.count == 1)
  }
}
