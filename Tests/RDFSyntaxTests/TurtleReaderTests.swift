import RDF
import RDFSyntax
import Testing

@Suite("Turtle and TriG block by block")
struct TurtleReaderTests {
  /// The first block of a text.
  private func block(
    _ text: String, options: ReaderOptions = .init()
  ) throws -> QuadBlock {
    var reader = TriGParser().reader(of: ByteArraySource(Array(text.utf8)), options: options)
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    return block
  }

  @Test("the prefix of labels stands before every label")
  func labelPrefix() throws {
    let block = try block(
      "_:a.b <a:p> [], _:anon0, <<( _:é <a:p> [] )>> .", options: ReaderOptions(labelPrefix: "f1-"))
    let bytes: [UInt8] = NQuadsSerializer().serialize(block.quads)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        _:f1-a.b <a:p> _:f1-anon0 .
        _:f1-a.b <a:p> _:f1-anon-0 .
        _:f1-a.b <a:p> <<( _:f1-é <a:p> _:f1-anon1 )>> .

        """)
  }

  @Test("the prefixes declared so far are told by name")
  func prefixes() throws {
    let text = "@prefix b: <b:> . @prefix : <a:> . PREFIX b: <c:> :s :p b:o ."
    var reader = TurtleParser(prefixes: [.rdf]).reader(of: ByteArraySource(Array(text.utf8)))
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    #expect(
      reader.prefixes == [
        Prefix(unchecked: "", namespace: "a:"), Prefix(unchecked: "b", namespace: "c:"), .rdf,
      ])
  }

  @Test(
    "texts stand in the canonical form, however they are quoted",
    arguments: [
      (#"'a"b\'c'"#, #"a\"b'c"#), (#""a'b\"c""#, #"a'b\"c"#), ("\"\"\"a\"b\"\"\"", #"a\"b"#),
      ("'''a\"\n'b\t'''", #"a\"\n'b\t"#), (#"'\t\b\n\r\f\\'"#, #"\t\b\n\r\f\\"#),
      ("'\u{FFFF}\u{FFFD}\u{7F}\u{1}\\u0041\\U0001F600'", "\\uFFFF\u{FFFD}\\u007F\\u0001A😀"),
      ("''", ""), (#""""""""#, ""),
    ])
  func canonicalTexts(_ text: String, _ canonical: String) throws {
    let block = try block("<a:s> <a:p> \(text) . <a:s> <a:p> 1 .")
    let object = try #require(block.statements.first?.object)
    let bytes = Array(block.bytes[object.range])
    #expect(bytes == Array("\"\(canonical)\"".utf8))
    // What values become is the same.
    var again = QuadBlock()
    for quad in block.quads { again.append(quad) }
    let written = try #require(again.statements.first?.object)
    #expect(Array(again.bytes[written.range]) == bytes)
  }
}
