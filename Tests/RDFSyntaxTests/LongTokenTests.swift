import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("Tokens longer than a source allows")
struct LongTokenTests {
  /// A text that allows tokens of 64 KiB.
  private final class NarrowSource: ByteSource {
    private let text: ByteArraySource
    let longestToken = 1 << 16
    let longestText = 1 << 16

    init(_ text: [UInt8]) { self.text = ByteArraySource(text, pieceSize: 1_000) }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { text.read(into: buffer) }
  }

  private static func text(of format: RDFFormat, literal length: Int) -> [UInt8] {
    let value = String(repeating: "x", count: length)
    let text =
      switch format {
      case .rdfxml:
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://a/">
        <rdf:Description rdf:about="http://a/s"><a:p>\(value)</a:p></rdf:Description></rdf:RDF>
        """
      case .jsonld: "{\"@id\": \"http://a/s\", \"http://a/p\": \"\(value)\"}"
      case .ntriples, .nquads, .turtle, .trig: "<http://a/s> <http://a/p> \"\(value)\" .\n"
      }
    return Array(text.utf8)
  }

  private func read(_ format: RDFFormat, literal length: Int) throws -> Int {
    let source = NarrowSource(Self.text(of: format, literal: length))
    var reader: any QuadReader =
      switch format {
      case .ntriples: NQuadsParser(dialect: .nTriples).reader(of: source)
      case .nquads: NQuadsParser().reader(of: source)
      case .turtle: TurtleParser().reader(of: source)
      case .trig: TriGParser().reader(of: source)
      case .rdfxml: try RDFXMLParser().reader(of: source, options: .init())
      case .jsonld: JSONLDParser().reader(of: source)
      }
    var block = QuadBlock()
    var count = 0
    while try reader.next(into: &block) { count += block.count }
    return count
  }

  @Test("are refused, and shorter ones are read", arguments: RDFFormat.allCases)
  func bounds(format: RDFFormat) throws {
    #expect(try read(format, literal: 40_000) == 1)
    #expect(throws: SyntaxError.self) { try read(format, literal: 1_000_000) }
  }
}
