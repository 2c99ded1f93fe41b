internal import Diagnostics
internal import RDF

/// The base and the prefixes that hold at a place of a query
/// ([SPARQL 1.1 §4.1.1](https://www.w3.org/TR/sparql11-query/#QSynIRI)).
struct QueryNames {
  /// What relative IRIs are resolved against; nil to refuse them.
  private(set) var base: BaseIRI?
  /// What the query itself declared, in its order, each name once.
  private(set) var declared: [Query.Prefix] = []
  /// Declared prefixes before those that the query may use undeclared.
  private var namespaces: [String: String] = [:]
  private var places: [String: Int] = [:]
  /// References that were resolved last, by the low bits of their lengths.
  ///
  /// Properties come again and again. References stand as nodes, which are compared by code points.
  private var resolved: [(reference: NamedNode, node: NamedNode)?] = Array(
    repeating: nil, count: 16)

  init(base: NamedNode?, prefixes: [Query.Prefix]) {
    self.base = base.map { BaseIRI($0) }
    for prefix in prefixes { namespaces[prefix.name] = prefix.iri }
  }

  /// `BASE <…>`.
  mutating func setBase(_ node: NamedNode) {
    base = BaseIRI(node)
    for place in resolved.indices { resolved[place] = nil }
  }

  /// `PREFIX name: <…>`; the last declaration of a name holds.
  mutating func declare(_ name: String, _ node: NamedNode) {
    namespaces[name] = node.iri
    let prefix = Query.Prefix(name, node.iri)
    if let place = places[name] {
      declared[place] = prefix
    } else {
      places[name] = declared.count
      declared.append(prefix)
    }
  }

  /// The IRI of a reference: an absolute one as it stands.
  ///
  /// - Returns: nil for a relative one without a base.
  /// - Throws: ``IRIError`` if it is no IRI.
  mutating func resolve(_ reference: String) throws(IRIError) -> NamedNode? {
    let place = reference.utf8.count & (resolved.count - 1)
    let key = NamedNode(unchecked: reference)
    if let last = resolved[place], last.reference == key { return last.node }
    let node =
      Self.hasScheme(reference)
      ? try NamedNode(validating: reference) : try base?.resolve(reference)
    resolved[place] = node.map { (key, $0) }
    return node
  }

  private static func hasScheme(_ reference: String) -> Bool {
    let characters = schemeCharacters
    guard let first = reference.utf8.first, ASCIISet.letters.contains(first),
      let end = reference.utf8.first(where: { !characters.contains($0) })
    else { return false }
    return end == UInt8(ascii: ":")
  }

  private static let schemeCharacters = ASCIISet.letters.union(.digits).union(ASCIISet("+-."))

  /// The namespace of a prefix; nil if nobody declared it.
  func namespace(of prefix: String) -> String? { namespaces[prefix] }

  /// What may have been meant by a prefix that nobody declared.
  func suggestion(for prefix: String) -> Message? {
    if let iri = WellKnownPrefixes.namespaces[prefix] {
      let line = "PREFIX \(prefix): <\(iri)>"
      return Message(en: "add \(line)", id: "tambahkan \(line)")
    }
    let nearest = EditDistance.nearest(
      to: prefix, among: Array(namespaces.keys) + WellKnownPrefixes.namespaces.keys)
    guard let nearest = nearest.first else { return nil }
    return Message(en: "did you mean '\(nearest):'?", id: "apakah maksud Anda '\(nearest):'?")
  }
}
