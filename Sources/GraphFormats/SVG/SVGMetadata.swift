import PropertyGraph
import RDF

/// What a picture says of itself to programs and to screen readers: `title` and `desc`
/// ([SVG 2 §5.8](https://www.w3.org/TR/SVG2/struct.html#DescriptionAndTitleElements)), and every
/// statement of the description as RDF/XML in `metadata`
/// ([§5.9](https://www.w3.org/TR/SVG2/struct.html#MetadataElement)).
struct SVGMetadata {
  private let about: GraphDescription
  /// Prefixes of the namespaces of all predicates.
  private let prefixes: [String: String]

  init(_ about: GraphDescription) {
    self.about = about
    let namespaces = Set(about.statements.map { Self.namespace(of: $0.predicate) })
      .sorted { $0.precedesInUTF8($1) }
    var prefixes: [String: String] = [:]
    for (number, namespace) in namespaces.enumerated() {
      prefixes[namespace] = namespace == RDFVocabulary.namespace ? "rdf" : "ns\(number + 1)"
    }
    prefixes[RDFVocabulary.namespace] = "rdf"
    self.prefixes = prefixes
  }

  func write(to out: inout XMLBytes) {
    out.markup("<title>")
    out.escaped(about.title)
    out.markup("</title>\n<desc>")
    out.escaped(about.summary)
    out.markup("</desc>\n<metadata>\n<rdf:RDF")
    for (namespace, prefix) in prefixes.sorted(by: { $0.value.precedesInUTF8($1.value) }) {
      out.ascii(" xmlns:\(prefix)=\"")
      out.escaped(namespace)
      out.markup("\"")
    }
    out.markup(">\n")
    var order: [Subject] = []
    var triplesOf: [Subject: [Triple]] = [:]
    for triple in about.statements {
      if triplesOf[triple.subject] == nil { order.append(triple.subject) }
      triplesOf[triple.subject, default: []].append(triple)
    }
    for subject in order {
      out.markup("<rdf:Description rdf:about=\"")
      out.escaped(Self.iri(of: subject.term))
      out.markup("\">\n")
      for triple in triplesOf[subject] ?? [] { write(triple, to: &out) }
      out.markup("</rdf:Description>\n")
    }
    out.markup("</rdf:RDF>\n</metadata>\n")
  }

  /// A property element ([RDF/XML §2.4](https://www.w3.org/TR/rdf-syntax-grammar/)).
  private func write(_ triple: Triple, to out: inout XMLBytes) {
    let namespace = Self.namespace(of: triple.predicate)
    guard let prefix = prefixes[namespace] else {
      preconditionFailure("the namespace of every predicate has a prefix")
    }
    let name = "\(prefix):\(triple.predicate.iri.dropFirst(namespace.count))"
    out.ascii("<\(name)")
    guard let literal = triple.object.literal else {
      out.markup(" rdf:resource=\"")
      out.escaped(Self.iri(of: triple.object))
      out.markup("\"/>\n")
      return
    }
    if let language = literal.language {
      out.ascii(" xml:lang=\"\(language)\"")
    } else if literal.datatype != XSD.string {
      out.markup(" rdf:datatype=\"")
      out.escaped(literal.datatype.iri)
      out.markup("\"")
    }
    out.markup(">")
    out.escaped(literal.lexicalForm)
    out.ascii("</\(name)>\n")
  }

  private static func iri(of term: Term) -> String {
    guard let node = term.namedNode else {
      preconditionFailure("a description names everything that it speaks of")
    }
    return node.iri
  }

  /// What stands before the local name of a predicate.
  private static func namespace(of predicate: NamedNode) -> String {
    String(predicate.iri.dropLast(predicate.iri.localName.count))
  }
}
