import RDF

/// The prefixes that names of RDF/XML may have without being asked, `rdf` among them.
struct GivenNamespaces {
  /// A prefix and what it stands for.
  struct Namespace {
    var prefix: String
    var iri: [UInt8]
  }

  /// Different namespaces, in order of their bytes: an index is a number of ``index``.
  let namespaces: [Namespace]
  /// All names of prefixes, also of those that stand for a namespace that another stands for.
  let taken: Set<String>
  private let index: NamespaceIndex

  /// The prefixes that XML can declare; of those of one name the first, of those of one namespace
  /// `rdf`, or else the first by name.
  init(_ prefixes: [Prefix]) {
    var names: Set<String> = ["rdf", "xml", "xmlns"]
    let given = prefixes.filter { names.insert($0.name).inserted && Self.canStand($0) }
      .sorted { $0.name < $1.name }
      .map { Namespace(prefix: $0.name, iri: Array($0.namespace.utf8)) }
    let rdf = Namespace(prefix: "rdf", iri: Array(RDFVocabulary.namespace.utf8))
    var seen: Set<[UInt8]> = []
    namespaces = ([rdf] + given).filter { seen.insert($0.iri).inserted }
      .sorted { $0.iri.lexicographicallyPrecedes($1.iri) }
    index = NamespaceIndex(namespaces.map { (namespace: $0.iri, name: []) })
    taken = Set(given.map(\.prefix))
  }

  /// The longest namespace that leaves a name of XML of an IRI; nil if none does.
  func find(_ iri: Span<UInt8>) -> Namespace? {
    var number = index.find(iri, hint: -1)
    while number >= 0 {
      if XMLNameBytes.isNCName(iri.extracting(index.count(of: number)..<iri.count)) {
        return namespaces[number]
      }
      number = index.shorter(than: number)
    }
    return nil
  }

  /// A prefix for attributes of a namespace: one that stands for it, or else `name`, with a number if
  /// another namespace has that.
  func attributePrefix(of namespace: String, like name: String) -> (name: String, isGiven: Bool) {
    for given in namespaces
    where !given.prefix.isEmpty && given.iri.elementsEqual(namespace.utf8) {
      return (given.prefix, true)
    }
    var (prefix, number) = (name, 1)
    while taken.contains(prefix) {
      number += 1
      prefix = "\(name)\(number)"
    }
    return (prefix, false)
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
