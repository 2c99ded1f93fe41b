package import RDF
package import TestSupport

/// Small random datasets, made so that random queries find something in them.
///
/// No two of their literals are equal by value, so that every order of them is one order only.
package struct RandomGraphs {
  private var generator: SeededGenerator

  /// Datasets of the numbers of a generator.
  package init(_ generator: SeededGenerator) { self.generator = generator }

  static let namespace = "http://example.org/"

  /// The names of the named graphs that a dataset may have.
  private static let graphNames = (0..<3).map { NamedNode(unchecked: namespace + "g\($0)") }

  /// The literals of datasets, as SPARQL writes them.
  static let literals = [
    "0", "1", "2", "3", "-1", "0.5", "1.5", "2.5e0", "true", "false", "\"\"", "\"a\"", "\"b\"",
    "\"ab\"", "\"Bandung\"", "\"a\"@en", "\"b\"@id", "\"é\"", "\"x\"^^xsd:integer",
    "\"u\"^^:datatype", "\"2016-09-30T10:00:00Z\"^^xsd:dateTime",
    "\"2017-01-01T00:00:00+07:00\"^^xsd:dateTime", "\"2016-09-30\"^^xsd:date",
  ]

  private static let terms: [Term] = {
    let texts: [(String, NamedNode)] = [
      ("0", XSD.integer), ("1", XSD.integer), ("2", XSD.integer), ("3", XSD.integer),
      ("-1", XSD.integer), ("0.5", XSD.decimal), ("1.5", XSD.decimal), ("2.5e0", XSD.double),
      ("true", XSD.boolean), ("false", XSD.boolean), ("", XSD.string), ("a", XSD.string),
      ("b", XSD.string), ("ab", XSD.string), ("Bandung", XSD.string), ("é", XSD.string),
      ("x", XSD.integer), ("u", NamedNode(unchecked: namespace + "datatype")),
      ("2016-09-30T10:00:00Z", XSD.dateTime), ("2017-01-01T00:00:00+07:00", XSD.dateTime),
      ("2016-09-30", XSD.date),
    ]
    var terms: [Term] = texts.map { .literal(Literal($0.0, datatype: $0.1)) }
    terms.append(.literal(Literal("a", language: "en")))
    terms.append(.literal(Literal("b", language: "id")))
    return terms
  }()

  /// The next dataset, of up to about sixty statements.
  package mutating func next() -> (quads: [Quad], graphs: [NamedNode]) {
    var quads: [Quad] = []
    // Now and then nothing at all.
    let size = generator.below(12) == 0 ? 0 : 8 + generator.below(20)
    for _ in 0..<size { append(triple(), in: .defaultGraph, to: &quads) }
    let graphs = Array(Self.graphNames.prefix(generator.below(4)))
    for graph in graphs {
      for _ in 0..<generator.below(12) {
        append(triple(), in: .namedNode(graph), to: &quads)
      }
    }
    // A graph without statements is none in most stores.
    let filled = graphs.filter { graph in quads.contains { $0.graphName == .namedNode(graph) } }
    return (quads, filled)
  }

  /// Adds a triple, now and then with something that reifies it, or what it might be, and a statement
  /// about that.
  private mutating func append(_ triple: Triple, in graph: GraphName, to quads: inout [Quad]) {
    quads.append(Quad(triple, in: graph))
    guard generator.below(6) == 0 else { return }
    let reifier = subject()
    let reified = generator.below(3) == 0 ? self.triple() : triple
    quads.append(
      Quad(Triple(reifier, RDFVocabulary.reifies, .tripleTerm(reified)), in: graph))
    let about = self.triple()
    quads.append(Quad(Triple(reifier, about.predicate, about.object), in: graph))
  }

  private mutating func triple() -> Triple {
    let predicate = generator.below(3)
    return Triple(
      subject(), NamedNode(unchecked: Self.namespace + "p\(predicate)"), object(of: predicate))
  }

  private mutating func subject() -> Subject {
    switch generator.below(9) {
    case 0...7:
      .namedNode(
        NamedNode(unchecked: Self.namespace + "n\(generator.below(4))"))
    default: .blankNode(BlankNode(label: "b\(generator.below(2))"))
    }
  }

  /// The first properties lead to nodes, so that paths are long; the others to values, too.
  private mutating func object(of predicate: Int) -> Term {
    if predicate < 2 || generator.below(3) == 0 { return subject().term }
    if generator.below(8) == 0 { return .tripleTerm(triple()) }
    return Self.terms[generator.below(Self.terms.count)]
  }
}
