import RDF
import RDFSyntax
import TestSupport
import Testing

/// Every way to write statements, with the way to read them back.
enum WrittenForm: CaseIterable, Sendable {
  case nTriples
  case nQuads
  case turtle
  case streamedTurtle
  case triG
  case streamedTriG
  case rdfXML
  case streamedRDFXML

  var holdsNamedGraphs: Bool {
    switch self {
    case .nQuads, .triG, .streamedTriG: true
    case .nTriples, .turtle, .streamedTurtle, .rdfXML, .streamedRDFXML: false
    }
  }

  var isRDFXML: Bool { self == .rdfXML || self == .streamedRDFXML }

  func write(_ statements: QuadCollection) throws -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .nTriples, .nQuads:
      statements.forEachBlock { LineEncoder().encode($0, into: &bytes) }
    case .streamedTurtle, .streamedTriG:
      var encoder = TurtleEncoder(prefixes: [.rdf, .xsd])
      statements.forEachBlock { encoder.encode($0, into: &bytes) }
      encoder.finish(into: &bytes)
    case .turtle: bytes = TurtleSerializer(options: .init(prefixes: [.xsd])).serialize(statements)
    case .triG: bytes = TriGSerializer(options: .init(prefixes: [.xsd])).serialize(statements)
    case .rdfXML: bytes = try RDFXMLSerializer().serialize(statements)
    case .streamedRDFXML:
      var encoder = RDFXMLEncoder()
      statements.forEachBlock { encoder.encode($0, into: &bytes) }
      encoder.finish(into: &bytes)
      #expect(encoder.failure == nil)
    }
    return bytes
  }

  func read(_ bytes: [UInt8]) throws -> QuadCollection {
    let source = ByteArraySource(bytes, pieceSize: 1_000)
    var reader: any QuadReader =
      switch self {
      case .nTriples: NQuadsParser(dialect: .nTriples).reader(of: source)
      case .nQuads: NQuadsParser().reader(of: source)
      case .turtle, .streamedTurtle: TurtleParser().reader(of: source, options: .init())
      case .triG, .streamedTriG: TriGParser().reader(of: source, options: .init())
      case .rdfXML, .streamedRDFXML: try RDFXMLParser().reader(of: source, options: .init())
      }
    var statements = QuadCollection()
    var block = QuadBlock()
    while try reader.next(into: &block) { statements.append(block) }
    return statements
  }
}

@Suite("Statements on the way through two forms")
struct FormatPairsTests {
  @Test("come back the same", arguments: WrittenForm.allCases, WrittenForm.allCases)
  func pairs(first: WrittenForm, second: WrittenForm) throws {
    var random = RandomQuads(generator: SeededGenerator())
    for _ in 0..<40 {
      var quads = random.quads(12)
      if !first.holdsNamedGraphs || !second.holdsNamedGraphs {
        quads = quads.map { Quad($0.triple) }
      }
      if first.isRDFXML || second.isRDFXML { quads = quads.filter(\.fitsRDFXML) }
      let between = try first.read(first.write(QuadCollection(quads)))
      let after = try second.read(second.write(between))
      #expect(
        try Isomorphism.areIsomorphic(quads, after.quads),
        "seed \(random.generator.seed), \(first) and \(second): \(quads)")
    }
  }
}

extension QuadCollection {
  fileprivate var quads: [Quad] {
    var all: [Quad] = []
    forEachBlock { all += $0.quads }
    return all
  }
}

extension Quad {
  /// Whether RDF/XML can say the statement: no triple term, no base direction, no character that XML
  /// has not, and a predicate that can be split into a namespace and a name.
  fileprivate var fitsRDFXML: Bool {
    do throws(RDFXMLError) {
      _ = try RDFXMLSerializer().serialize([triple])
      return true
    } catch {
      return false
    }
  }
}
