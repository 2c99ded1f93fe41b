import RDF

/// Finds XML names for IRIs, and remembers which namespaces were needed.
struct QualifiedNames {
  private let prefixes: [Prefix]
  private var known: [NamedNode: String?] = [:]
  /// Declared namespaces by prefix.
  private var used: [String: String] = ["rdf": RDFVocabulary.namespace]
  /// Prefixes by the namespace they stand for, told apart by code points.
  private var invented: [NamedNode: String] = [:]

  init(prefixes: [Prefix]) {
    var names: Set<String> = ["rdf", "xml", "xmlns"]
    self.prefixes =
      [.rdf]
      + prefixes
      .filter { names.insert($0.name).inserted && Self.canStand($0) }
      .sorted { ($1.namespace.utf8.count, $0.name) < ($0.namespace.utf8.count, $1.name) }
  }

  /// `prefix:local`; nil if the IRI does not end in an XML name, or its role is not to name a class
  /// or property.
  mutating func name(of node: NamedNode) -> String? {
    if let name = known[node] { return name }
    let name = makeName(node)
    known[node] = name
    return name
  }

  /// The declarations that the names so far need, by prefix.
  var declarations: [(prefix: String, namespace: String)] {
    used.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (prefix: $0.key, namespace: $0.value) }
  }

  private mutating func makeName(_ node: NamedNode) -> String? {
    let iri = node.iri.unicodeScalars
    if node.iri.utf8.starts(with: RDFVocabulary.namespace.utf8) {
      let local = String(node.iri.utf8.dropFirst(RDFVocabulary.namespace.utf8.count)) ?? ""
      guard RDFXMLNames.roles[local] == nil else { return nil }
    }
    for prefix in prefixes where node.iri.utf8.starts(with: prefix.namespace.utf8) {
      guard let local = String(node.iri.utf8.dropFirst(prefix.namespace.utf8.count)),
        NameCharacters.isNCName(local)
      else { continue }
      used[prefix.name] = prefix.namespace
      return prefix.name.isEmpty ? local : "\(prefix.name):\(local)"
    }
    let tail = iri.reversed().prefix { NameCharacters.isNCNameCharacter($0.value) }.count
    let start = iri.index(iri.endIndex, offsetBy: -tail)
    guard
      let split = iri[start...].firstIndex(where: { NameCharacters.isNCNameStart($0.value) }),
      split > iri.startIndex
    else { return nil }
    return "\(invent(String(iri[..<split]))):\(String(iri[split...]))"
  }

  /// The prefix of a namespace that was given none.
  private mutating func invent(_ namespace: String) -> String {
    let key = NamedNode(unchecked: namespace)
    if let prefix = invented[key] { return prefix }
    var number = invented.count + 1
    while prefixes.contains(where: { $0.name == "ns\(number)" }) || used["ns\(number)"] != nil {
      number += 1
    }
    let prefix = "ns\(number)"
    invented[key] = prefix
    used[prefix] = namespace
    return prefix
  }

  private static func canStand(_ prefix: Prefix) -> Bool {
    !prefix.namespace.isEmpty && (prefix.name.isEmpty || NameCharacters.isNCName(prefix.name))
      && !prefix.name.lowercased().hasPrefix("xml")
      && !reserved.contains(prefix.namespace)
  }

  /// What only the prefixes `xml` and `xmlns` may stand for.
  private static let reserved: Set<String> = [
    "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
  ]
}
