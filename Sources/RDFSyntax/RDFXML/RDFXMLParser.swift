public import Diagnostics
public import RDF
import XML

/// Reads RDF/XML, strictly ([RDF 1.2 XML Syntax](https://www.w3.org/TR/rdf12-xml/)).
///
/// Terms keep their lexical form. A blank node with an `rdf:nodeID` has it as its label, and those
/// without are called `anon0`, `anon1` and so on; a label that ``RDFXMLEncoder`` had to spell in
/// other letters comes back. XML literals come out in exclusive canonical form with comments.
/// Entities of an internal DTD are expanded, external ones refused.
///
/// Triple terms (`rdf:parseType="Triple"`) and base directions (`its:dir`) are read where an
/// `rdf:version` other than `1.1` is in scope. Elsewhere the property of a triple term says nothing,
/// and a text has no direction. Reifiers (`rdf:annotation`, `rdf:annotationNodeID`) are read always.
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
    var reader = try reader(of: ByteArraySource(bytes), options: ReaderOptions(file: file))
    var quads: [Quad] = []
    do {
      quads = try reader.all()
    } catch let error as SyntaxError {
      throw error
    } catch {
      preconditionFailure("an array always gives its bytes: \(error)")
    }
    return quads
  }

  /// A reader that hands out block after block.
  ///
  /// What is skipped where mistakes are: a node or property element with all in it, or stray text;
  /// XML that is not well formed ends the reading all the same.
  ///
  /// - Throws: if no XML parser can be made.
  public func reader(
    of source: any ByteSource, options: ReaderOptions = .init()
  ) throws(SyntaxError) -> RDFXMLReader {
    try RDFXMLReader(source, parser: self, options: options)
  }
}
