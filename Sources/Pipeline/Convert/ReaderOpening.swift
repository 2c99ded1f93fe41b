import Diagnostics
import RDF
import RDFSyntax

extension RDFFormat {
  /// A reader of this format; without a base, relative IRIs are refused.
  ///
  /// - Throws: what RDF/XML cannot start without.
  func reader(
    of source: any ByteSource, base: NamedNode?, options: ReaderOptions
  ) throws -> any QuadReader {
    switch self {
    case .ntriples: NQuadsParser(dialect: .nTriples).reader(of: source, options: options)
    case .nquads: NQuadsParser(dialect: .nQuads).reader(of: source, options: options)
    case .turtle: TurtleParser(base: base).reader(of: source, options: options)
    case .trig: TriGParser(base: base).reader(of: source, options: options)
    case .rdfxml: try RDFXMLParser(base: base).reader(of: source, options: options)
    }
  }
}
