import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("RDF/XML parser with hostile documents")
struct RDFXMLHostileTests {
  private static let rdf = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
  private static let size = 1 << 20

  /// A document of about a megabyte, and whether it is refused.
  struct Document: CustomStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var isRefused: Bool
    var description: String { name }

    init(_ name: String, _ text: String, isRefused: Bool) {
      self.name = name
      bytes = Array(text.utf8)
      self.isRefused = isRefused
    }
  }

  private static func repeated(_ text: String) -> String {
    String(repeating: text, count: size / text.utf8.count)
  }

  private static func numbered(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined()
  }

  private static func root(_ body: String, _ attributes: String = "") -> String {
    "<rdf:RDF \(rdf) xmlns:e='http://e/' \(attributes)>\(body)</rdf:RDF>"
  }

  static let documents = [
    Document("deep nesting", root(repeated("<e:T><e:p>")), isRefused: true),
    Document("a long attribute", root("<e:T e:p='\(repeated("x"))'/>"), isRefused: false),
    Document("a long text", root("<e:T><e:p>\(repeated("\"\\"))</e:p></e:T>"), isRefused: false),
    Document("a long comment", root("<!--\(repeated("x >"))-->"), isRefused: false),
    Document("a long IRI", root("<e:T rdf:about='http://e/\(repeated("x"))'/>"), isRefused: false),
    Document("a long name", root("<e:\(repeated("x"))/>"), isRefused: true),
    Document("a long namespace", root("<n:a xmlns:n='u:\(repeated("x"))'/>"), isRefused: true),
    Document(
      "a long base", root(repeated("<e:T rdf:about='a'/>"), "xml:base='u:\(repeated("x"))'"),
      isRefused: true),
    Document(
      "a base that is resolved again and again",
      root(
        repeated("<e:T rdf:about='a'/>"),
        "xml:base='http://e/\(String(repeating: "x", count: 8000))/'"), isRefused: false),
    Document(
      "a long language", root("<e:T><e:p>x</e:p></e:T>", "xml:lang='a\(repeated("-a"))'"),
      isRefused: true),
    Document(
      "many attributes", root("<e:T \(numbered(100_000) { "a\($0)='' " })/>"), isRefused: true),
    Document(
      "many namespaces of one tag", root("<e:T \(numbered(50_000) { "xmlns:a\($0)='u:' " })/>"),
      isRefused: true),
    Document(
      "many namespaces", root(numbered(40_000) { "<a:b xmlns:a='u:\($0)'/>" }), isRefused: false),
    Document(
      "many prefixes", root(numbered(40_000) { "<a\($0):b xmlns:a\($0)='u:'/>" }), isRefused: false),
    Document("many names", root(numbered(90_000) { "<e:a\($0)/>" }), isRefused: false),
    Document(
      "many names in a long namespace",
      root(
        numbered(80_000) { "<n:a\($0)/>" }, "xmlns:n='u:\(String(repeating: "x", count: 8000))'"),
      isRefused: false),
    Document(
      "many IDs",
      root(
        numbered(30_000) { "<e:T rdf:ID='a\($0)'/>" },
        "xml:base='http://e/\(String(repeating: "x", count: 8000))'"), isRefused: false),
    Document(
      "many bases",
      root(
        numbered(20_000) { "<e:T xml:base='\($0)' rdf:ID='a'/>" },
        "xml:base='http://e/\(String(repeating: "x", count: 8000))/'"), isRefused: false),
    Document(
      "many labels", root(numbered(30_000) { "<e:T rdf:nodeID='anon\($0 * 2)'/>" }),
      isRefused: false),
    Document(
      "a literal that grows",
      root(
        "<e:T><e:p rdf:parseType='Literal'>\(repeated("<n:a/>"))</e:p></e:T>",
        "xmlns:n='u:\(String(repeating: "x", count: 8000))'"), isRefused: true),
    Document(
      "entities that grow",
      "<!DOCTYPE a [<!ENTITY a '\(repeated("x"))'>]>"
        + root("<e:T><e:p>\(String(repeating: "&a;", count: 1000))</e:p></e:T>"), isRefused: true),
    Document(
      "defaults that grow",
      "<!DOCTYPE a [<!ATTLIST e:T e:a CDATA '\(String(repeating: "x", count: 100_000))'>]>"
        + root(repeated("<e:T/>")), isRefused: true),
    Document(
      "many declarations",
      "<!DOCTYPE a [\(numbered(30_000) { "<!ATTLIST a\($0) b CDATA ''>" })]>" + root(""),
      isRefused: false),
    Document(
      "many entities", "<!DOCTYPE a [\(numbered(40_000) { "<!ENTITY a\($0) ''>" })]>" + root(""),
      isRefused: false),
    Document("an open tag", "<rdf:RDF \(rdf) \(repeated("x"))", isRefused: true),
    Document("an open quote", "<rdf:RDF \(rdf) a='\(repeated("x>"))", isRefused: true),
    Document("an open comment", "<!--\(repeated("-"))", isRefused: true),
    Document("an open section", root("<![CDATA[\(repeated("]"))"), isRefused: true),
    Document("an open DTD", "<!DOCTYPE a [\(repeated("<!ENTITY a 'b'>"))", isRefused: true),
    Document("no XML", repeated("x"), isRefused: true),
    Document("zeros", repeated("\0"), isRefused: true),
    Document(
      "another encoding", "<?xml version='1.0' encoding='UTF-16'?>" + root(repeated("<e:T/>")),
      isRefused: true),
    Document(
      "an unknown encoding", "<?xml version='1.0' encoding='x'?>" + root(repeated("<e:T/>")),
      isRefused: true),
  ]

  @Test("comes to an end with each, whatever the pieces", arguments: documents)
  func outcome(_ document: Document) throws {
    let (count, error) = try read(document.bytes, pieceSize: .max)
    #expect((error != nil) == document.isRefused, "\(error as Any)")
    let pieces = try read(document.bytes, pieceSize: 1000)
    #expect(pieces.count == count)
    #expect(pieces.error == error)
  }

  private func read(_ bytes: [UInt8], pieceSize: Int) throws -> (count: Int, error: SyntaxError?) {
    var count = 0
    do {
      let reader = try RDFXMLParser().reader(of: ByteArraySource(bytes, pieceSize: pieceSize))
      var block = QuadBlock()
      while try reader.next(into: &block) { count += block.count }
    } catch let error as SyntaxError {
      return (count, error)
    }
    return (count, nil)
  }

  @Test("bytes that are no UTF-8 are refused where they stand")
  func invalidUTF8() throws {
    for bad: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3],
    ] {
      let text =
        Array(Self.root("<e:T><e:p>").utf8.dropLast(10)) + bad
        + Array("</e:p></e:T></rdf:RDF>".utf8)
      #expect(try read(text, pieceSize: .max).error?.location.lowerBound.line == 0)
    }
  }

  @Test("mistakes set into good text have one outcome, whatever the pieces")
  func mutations() throws {
    var generator = SeededGenerator()
    let seed = generator.seed
    print("RDF/XML pieces: SIMPUL_SEED=\(seed)")
    let good = Array(
      ("<!DOCTYPE a [<!ENTITY e 'x&f;'><!ENTITY f '<e:T/>'><!ATTLIST e:T e:d CDATA 'd'>]>"
        + Self.root(
          "<e:T rdf:about='http://s/' xml:lang='id'><e:p>kota &amp; &lt;é&e;</e:p><rdf:li ID='i'/>"
            + "<e:q rdf:parseType='Collection'><e:T/>&f;</e:q><e:r rdf:parseType='Literal'><b/></e:r>"
            + "</e:T><!-- c --><?p i?>", "xml:base='http://b/'")).utf8)
    var refused = 0
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 40)], at: index)
        default: bytes[index] = bytes[bytes.count / 2]
        }
      }
      let whole = try read(bytes, pieceSize: .max)
      let pieces = try read(bytes, pieceSize: Int.random(in: 1...64, using: &generator))
      #expect(pieces.count == whole.count, "SIMPUL_SEED=\(seed)")
      #expect(pieces.error == whole.error, "SIMPUL_SEED=\(seed)")
      if whole.error != nil { refused += 1 }
    }
    #expect(refused > 500)
  }
}
