import Mapping
import RDFSyntax

/// The prefixes of the Turtle that a build writes.
enum ExportPrefixes {
  /// In the order in which the first of two fitting ones counts; those that are used get declared.
  static let all: [Prefix] = [.rdf, .rdfs, .xsd] + others.map(Prefix.init(unchecked:namespace:))

  /// Those that statements about regulations need.
  static let ofLineages = all.filter {
    ["rdf", "rdfs", "xsd", "smp", "eli", "foaf", "skos"].contains($0.name)
  }

  private static let others: [(String, String)] = [
    ("smp", SMP.namespace),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("gn", "http://www.geonames.org/ontology#"),
    ("nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("wd", "http://www.wikidata.org/entity/"),
  ]
}
