public import Diagnostics
public import RDF
import XML

/// Reads RDF/XML, strictly ([RDF 1.1 XML Syntax](https://www.w3.org/TR/rdf-syntax-grammar/)).
///
/// Terms keep their lexical form. A blank node with an `rdf:nodeID` has it as its label; the others
/// have numbers, which no `rdf:nodeID` can be. XML literals come out in exclusive canonical form with
/// comments. Entities of an internal DTD are expanded, external ones refused.
public struct RDFXMLParser: Hashable, Sendable {
  /// What relative references are resolved against until an `xml:base` says otherwise; without
  /// either they are refused.
  public var base: NamedNode?
  /// How deep elements may nest before the input is refused.
  public var maximumDepth: Int

  /// A parser with a base.
  public init(base: NamedNode? = nil, maximumDepth: Int = 4096) {
    self.base = base
    self.maximumDepth = maximumDepth
  }

  /// All statements, in the order of the text, duplicates kept; all in the default graph.
  ///
  /// `file` is the name put before the place in errors.
  ///
  /// - Throws: the first mistake.
  public func parse(_ bytes: [UInt8], file: String? = nil) throws(SyntaxError) -> [Quad] {
    var stream = try stream(file: file)
    var quads: [Quad] = []
    try stream.parse(bytes, into: &quads)
    try stream.finish(into: &quads)
    return quads
  }

  /// A stream that takes a document in chunks.
  ///
  /// - Throws: if no XML parser can be made.
  public func stream(file: String? = nil) throws(SyntaxError) -> RDFXMLStream {
    try RDFXMLStream(parser: self, file: file)
  }
}

/// Takes one document in chunks and gives its statements as they are complete.
///
/// Memory grows with the depth of the document, its `rdf:ID`s (each may occur once) and its names,
/// not with its length.
public struct RDFXMLStream: ~Copyable {
  private let reader: RDFXMLReader
  private var parser: XMLPushParser

  init(parser: RDFXMLParser, file: String?) throws(SyntaxError) {
    reader = RDFXMLReader(base: parser.base.map { BaseIRI($0) })
    self.parser = try XMLPushParser(
      handler: reader, file: file, limits: XMLLimits(depth: parser.maximumDepth, bytes: .max))
  }

  /// Reads the next bytes and appends the statements that they complete.
  ///
  /// - Throws: the first mistake, once the statements before it are appended; again on every
  ///   further call.
  public mutating func parse(_ chunk: [UInt8], into quads: inout [Quad]) throws(SyntaxError) {
    try parse(chunk[...], into: &quads)
  }

  /// Reads the next bytes and appends the statements that they complete.
  ///
  /// - Throws: the first mistake, once the statements before it are appended; again on every
  ///   further call.
  public mutating func parse(
    _ chunk: ArraySlice<UInt8>, into quads: inout [Quad]
  ) throws(SyntaxError) {
    defer { reader.handOver(to: &quads) }
    try parser.parse(chunk)
  }

  /// Declares the document complete and appends what was left.
  ///
  /// - Throws: the first mistake, such as an element left open.
  public mutating func finish(into quads: inout [Quad]) throws(SyntaxError) {
    defer { reader.handOver(to: &quads) }
    try parser.finish()
  }
}
