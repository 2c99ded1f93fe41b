import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("RDF/XML parser that skips mistakes")
struct RDFXMLSkippingTests {
  private static let opening =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>\n"

  /// The statements of a body as N-Triples, and the mistakes in it.
  private func read(_ body: String) throws -> (statements: String, mistakes: [String]) {
    var mistakes: [String] = []
    let text = Self.opening + body + "</rdf:RDF>"
    let reader = try RDFXMLParser().reader(
      of: ByteArraySource(Array(text.utf8)),
      options: ReaderOptions(skip: { mistakes.append($0.description) }))
    var quads: [Quad] = []
    var block = QuadBlock()
    while try reader.next(into: &block) { quads += block.quads }
    let bytes: [UInt8] = NQuadsSerializer().serialize(quads)
    return (String(decoding: bytes, as: UTF8.self), mistakes)
  }

  @Test(
    "leaves out the element with the mistake and all in it, and nothing else",
    arguments: [
      ("<e:T rdf:about='x'><e:p><e:T rdf:about='y'/></e:p></e:T>", "2:1: <x>: not an absolute"),
      (
        "<rdf:Description rdf:about='http://s/' e:a='1' rdf:type='x'/>", "2:1: <x>: not an absolute"
      ),
      ("<rdf:li><e:p/></rdf:li>", "2:1: <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> cannot be"),
      (
        "<rdf:Description rdf:about='http://s/'><e:p rdf:resource='x'/></rdf:Description>",
        "2:40: <x>: not an absolute"
      ),
      (
        "<rdf:Description rdf:about='http://s/'><e:p><e:T xml:lang='1'/> </e:p></rdf:Description>",
        "2:45: '1' is not a language tag"
      ),
      (
        "<rdf:Description rdf:about='http://s/'><e:p rdf:datatype="
          + "'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'>x</e:p></rdf:Description>",
        "2:121: a literal of this datatype"
      ),
      (
        "<rdf:Description rdf:about='http://s/'>a<!-- -->b<rdf:Description/>c</rdf:Description>",
        "2:41: text stands where"
      ),
    ])
  func skipping(_ mistake: String, _ expected: String) throws {
    let good = "<rdf:Description rdf:about='http://good/'><e:p>1</e:p></rdf:Description>"
    let found = try read("\(mistake)\n\(good)")
    if mistake.contains("<rdf:Description/>") {
      // The element in the place of a property is a second mistake.
      #expect(found.mistakes.count == 2)
    } else {
      #expect(found.mistakes.count == 1)
    }
    #expect(found.mistakes.first?.hasPrefix(expected) == true, "\(found.mistakes)")
    #expect(found.statements == "<http://good/> <http://e/p> \"1\" .\n")
  }

  @Test("goes on in a list and in a node after a mistake in one of their parts")
  func parts() throws {
    let found = try read(
      """
      <rdf:Description rdf:about='http://s/'>
        <e:p>1</e:p><e:p rdf:nodeID='1'/><rdf:li>2</rdf:li><rdf:li rdf:about=''/><rdf:li>3</rdf:li>
        <e:l rdf:parseType='Collection'>
          <rdf:Description rdf:about='http://a/'/><rdf:Description rdf:about='b'/>
          <rdf:Description rdf:about='http://c/'/>
        </e:l>
      </rdf:Description>
      <rdf:Description rdf:ID='x'/>
      """)
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    #expect(found.mistakes.count == 4)
    #expect(
      found.statements == """
        <http://s/> <http://e/p> "1" .
        <http://s/> <\(rdf)_1> "2" .
        <http://s/> <\(rdf)_3> "3" .
        <http://s/> <http://e/l> _:anon0 .
        _:anon0 <\(rdf)first> <http://a/> .
        _:anon0 <\(rdf)rest> _:anon2 .
        _:anon2 <\(rdf)first> <http://c/> .
        _:anon2 <\(rdf)rest> <\(rdf)nil> .

        """)
  }

  @Test("ends at XML that is not well formed, and says why")
  func malformed() {
    let error = #expect(throws: SyntaxError.self) { try read("<e:T/><e:T>") }
    #expect(
      error?.message.english.hasSuffix("; XML that is not well formed cannot be skipped") == true)
    #expect(error?.message.indonesian.isEmpty == false)
  }

  @Test("ends at what exceeds a bound")
  func bounds() {
    let base = "http://e/" + String(repeating: "x", count: 10_000)
    let error = #expect(throws: SyntaxError.self) { try read("<e:T xml:base='\(base)'/>") }
    #expect(error?.message.english == "a base or language of more than 8192 bytes")
  }
}
