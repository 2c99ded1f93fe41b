import Diagnostics
import RDF
import RDFSyntax

extension RDFFormat {
  /// A reader of this format; without a base, relative IRIs are refused.
  ///
  /// - Throws: what RDF/XML cannot start without.
  func reader(
    of source: any ByteSource, base: NamedNode?, options: ReaderOptions,
    jsonLD: JSONLDOptions = JSONLDOptions()
  ) throws -> any QuadReader {
    switch self {
    case .ntriples: return NQuadsParser(dialect: .nTriples).reader(of: source, options: options)
    case .nquads: return NQuadsParser(dialect: .nQuads).reader(of: source, options: options)
    case .turtle: return TurtleParser(base: base).reader(of: source, options: options)
    case .trig: return TriGParser(base: base).reader(of: source, options: options)
    case .rdfxml: return try RDFXMLParser(base: base).reader(of: source, options: options)
    case .jsonld:
      var jsonLD = jsonLD
      jsonLD.base = base
      return JSONLDParser(options: jsonLD).reader(of: source, options: options)
    }
  }
}
