/// The namespaces of the benchmark graph.
///
/// `base` is the generator's own, so that nobody takes the invented data for real.
enum Namespace {
  static let base: ByteText = "https://data.sistercity.example/"
  static let id: ByteText = "\(base)id/"
  static let cooperation: ByteText = "\(base)ontology#"
  static let regulation: ByteText = "\(base)regulation#"
  static let rdf: ByteText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs: ByteText = "http://www.w3.org/2000/01/rdf-schema#"
  static let owl: ByteText = "http://www.w3.org/2002/07/owl#"
  static let xsd: ByteText = "http://www.w3.org/2001/XMLSchema#"
  static let prov: ByteText = "http://www.w3.org/ns/prov#"
  static let skos: ByteText = "http://www.w3.org/2004/02/skos/core#"
  static let dct: ByteText = "http://purl.org/dc/terms/"
  static let foaf: ByteText = "http://xmlns.com/foaf/0.1/"
  static let geo: ByteText = "http://www.w3.org/2003/01/geo/wgs84_pos#"
  static let oa: ByteText = "http://www.w3.org/ns/oa#"

  /// The prefixes of Turtle and TriG, in the order in which they are declared.
  static let prefixes: [(name: ByteText, iri: ByteText)] =
    [
      ("sc", cooperation), ("reg", regulation), ("rdf", rdf), ("rdfs", rdfs), ("owl", owl),
      ("xsd", xsd),
      ("prov", prov), ("skos", skos), ("dct", dct), ("foaf", foaf), ("geo", geo), ("oa", oa),
    ]
    + ByteText.words(
      """
      city province country government person tenure document passage regulation agreement program \
      tool claim field agent graph
      """
    ).map { ($0, "\(id)\($0)/") }
}

/// A resource of the data itself.
func id(_ path: ByteText) -> Term { .iri("\(Namespace.id)\(path)") }

/// A term of the cooperation vocabulary.
func sc(_ name: ByteText) -> Term { .iri("\(Namespace.cooperation)\(name)") }

/// A term of the regulation vocabulary.
func reg(_ name: ByteText) -> Term { .iri("\(Namespace.regulation)\(name)") }

func rdf(_ name: ByteText) -> Term { .iri("\(Namespace.rdf)\(name)") }
func rdfs(_ name: ByteText) -> Term { .iri("\(Namespace.rdfs)\(name)") }
func owl(_ name: ByteText) -> Term { .iri("\(Namespace.owl)\(name)") }
func prov(_ name: ByteText) -> Term { .iri("\(Namespace.prov)\(name)") }
func skos(_ name: ByteText) -> Term { .iri("\(Namespace.skos)\(name)") }
func dct(_ name: ByteText) -> Term { .iri("\(Namespace.dct)\(name)") }
func foaf(_ name: ByteText) -> Term { .iri("\(Namespace.foaf)\(name)") }
func geo(_ name: ByteText) -> Term { .iri("\(Namespace.geo)\(name)") }
func oa(_ name: ByteText) -> Term { .iri("\(Namespace.oa)\(name)") }
