internal import Claims
internal import RDF

/// The figures of [VoID](https://www.w3.org/TR/void/#statistics) for some statements, counted as
/// the statements are added, each of which must come once.
struct DatasetStatistics {
  /// Statements; one that stands in two graphs counts twice.
  private(set) var triples = 0
  private(set) var subjects: Set<Subject> = []
  private(set) var properties: Set<NamedNode> = []
  /// What stands as the object of `rdf:type`.
  private(set) var classes: Set<NamedNode> = []
  /// The subjects of each class of the vocabulary, by class.
  private(set) var members: [NamedNode: Set<Subject>] = [:]

  mutating func add(_ triple: Triple) {
    triples += 1
    subjects.insert(triple.subject)
    properties.insert(triple.predicate)
    guard triple.predicate == RDFVocabulary.type, let type = triple.object.namedNode else { return }
    classes.insert(type)
    if type.iri.hasPrefix(SMP.namespace) { members[type, default: []].insert(triple.subject) }
  }

  /// Everything of a class of the vocabulary but what only tells of statements: claims, passages
  /// and conflicts.
  var entities: Int {
    members.reduce(0) { sum, entry in
      [SMP.claim, SMP.passage, SMP.conflict].contains(entry.key) ? sum : sum + entry.value.count
    }
  }

  /// The namespaces of properties and classes in order, those of RDF and RDF Schema left out.
  var vocabularies: [NamedNode] {
    Set(properties.union(classes).map(\.namespace))
      .subtracting([RDFVocabulary.namespace, RDFS.namespace])
      .map(NamedNode.init(unchecked:)).sorted()
  }
}

extension NamedNode {
  /// What stands before the local name: the IRI up to its last `#`, else up to its last `/`.
  fileprivate var namespace: String {
    let end = iri.lastIndex(of: "#") ?? iri.lastIndex(of: "/")
    return end.map { String(iri[...$0]) } ?? iri
  }
}
