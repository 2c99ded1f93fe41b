import RDF
import RDFSyntax

/// What has to hold of everything that can be read: every syntax that can say it says it.
package enum WritingCheck {
  /// Writes statements in every syntax and layout, reads them back and compares.
  ///
  /// - Parameter lines: N-Quads.
  /// - Throws: ``Violation`` for the first layout that says something else, or whatever reading
  ///   back fails with.
  package static func check(_ lines: [UInt8]) throws {
    let quads = try NQuadsParser().parse(lines)
    let hasGraphs = quads.contains { $0.graphName != .defaultGraph }
    let streamed = try stream(lines)
    guard try TriGParser().parse(streamed) == quads else {
      throw Violation("streamed TriG is read back as something else")
    }
    try compare(TriGSerializer().serialize(quads), .trig, with: quads)
    guard !hasGraphs else { return }
    try compare(TurtleSerializer().serialize(quads.map(\.triple)), .turtle, with: quads)
    let xml: [UInt8]
    do throws(RDFXMLError) {
      xml = try RDFXMLSerializer().serialize(quads.map(\.triple))
    } catch {
      // There is no name for a property, or no place for a character.
      return
    }
    try compare(xml, .rdfxml, with: quads)
  }

  private static func stream(_ lines: [UInt8]) throws -> [UInt8] {
    var reader = NQuadsParser().reader(of: ByteArraySource(lines))
    var encoder = TurtleEncoder(
      prefixes: [.rdf, .xsd, Prefix(unchecked: "", namespace: "http://example/")])
    var (block, text) = (QuadBlock(), [UInt8]())
    while try reader.next(into: &block) { encoder.encode(block, into: &text) }
    encoder.finish(into: &text)
    return text
  }

  private static func compare(_ text: [UInt8], _ format: RDFFormat, with quads: [Quad]) throws {
    let outcome = try ReadingOutcome(reading: text, as: format)
    guard outcome.failure == nil else {
      throw Violation("\(format.name) is not read back: \(outcome.failure as Any)")
    }
    let again = try NQuadsParser().parse(outcome.lines)
    guard try Isomorphism.areIsomorphic(again, quads) else {
      throw Violation("\(format.name) is read back as something else")
    }
  }
}
