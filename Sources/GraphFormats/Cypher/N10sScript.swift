public import PropertyGraph

/// The script that loads the RDF itself into Neo4j, with
/// [neosemantics](https://neo4j.com/labs/neosemantics/), so that no value is lost: several values
/// become arrays, and texts keep their languages.
public struct N10sScript: Sendable {
  /// The writer.
  public init() {}

  /// The script for `graph.ttl`; classes and predicates get the names that the other formats for Neo4j
  /// give them.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var script = """
      // Loads graph.ttl from the folder import of a database that has the plug-in n10s:
      //   cypher-shell -f graph.n10s.cypher
      CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE;
      CALL n10s.graphconfig.init({handleVocabUris: 'MAP', handleMultival: 'ARRAY', \
      keepLangTag: true, handleRDFTypes: 'LABELS'});

      """
    var names: [(iri: String, name: String)] = []
    for look in graph.classes { names.append((look.iri, Neo4jNames.label(of: look))) }
    for predicate in graph.predicates {
      names.append((predicate.iri, Neo4jNames.type(of: predicate)))
    }
    var properties = AttributeNames(fixed: [])
    for key in graph.attributes.keys {
      names.append((key.predicate, properties.name(of: .init(predicate: key.predicate))))
    }
    var seen: Set<String> = []
    // The plug-in maps terms of namespaces that it knows.
    names = names.filter { Self.namespace(of: $0.iri) != nil && seen.insert($0.iri).inserted }
    let namespaces = Set(names.compactMap { Self.namespace(of: $0.iri) }).sorted()
    for (number, namespace) in namespaces.enumerated() {
      script += "CALL n10s.nsprefixes.add('s\(number)', \(CypherText.literal(namespace)));\n"
    }
    for (iri, name) in names {
      script +=
        "CALL n10s.mapping.add(\(CypherText.literal(iri)), \(CypherText.literal(name)));\n"
    }
    script +=
      "CALL n10s.rdf.import.fetch('file:///graph.ttl', 'Turtle', {verifyUriSyntax: false});\n"
    return Array(script.utf8)
  }

  /// What an IRI begins with, up to its last `#` or `/`; nil where it has none, or ends with it.
  private static func namespace(of iri: String) -> String? {
    guard let cut = iri.lastIndex(where: { $0 == "#" || $0 == "/" }) else { return nil }
    let namespace = iri[...cut]
    return namespace.count < iri.count ? String(namespace) : nil
  }
}
