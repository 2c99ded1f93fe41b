import RDF

/// XML names for properties that come one after the other, when the root has been written already.
struct StreamedNames {
  /// The name of a property: its index among those that are remembered.
  struct Name: Equatable {
    fileprivate var index: Int
    /// What an IRI has that cannot be cut into a namespace and a name.
    static let none = Name(index: -1)
  }

  private struct Entry {
    /// `prefix:local`.
    var name: [UInt8]
    /// ` xmlns:prefix="namespace"`; empty where the root has it.
    var declaration: [UInt8] = []
  }

  private let given: GivenNamespaces
  /// A prefix that no other is, for namespaces that are declared where they are needed.
  private let localPrefix: String
  /// The prefix of `its:dir`, and what declares it where the root does not.
  let direction: (prefix: String, declaration: String)
  private var properties = TermDictionary()
  private var entries: [Entry?] = [nil]

  init(prefixes: [Prefix]) {
    given = GivenNamespaces(prefixes)
    var number = 1
    while given.taken.contains("ns\(number)") { number += 1 }
    localPrefix = "ns\(number)"
    let namespace = RDFXMLNames.itsNamespace
    let prefix = given.attributePrefix(of: namespace, like: "its")
    direction = (prefix.name, prefix.isGiven ? "" : " xmlns:\(prefix.name)=\"\(namespace)\"")
  }

  /// Begins a statement; names of those before have no meaning from now on.
  mutating func beginStatement() {
    guard properties.count > Self.mostRemembered else { return }
    properties = TermDictionary()
    entries = [nil]
  }

  /// The name of a property, given as a term in canonical form.
  mutating func name(of property: Span<UInt8>) -> Name {
    let index = Int(properties.intern(property))
    if index == entries.count {
      entries.append(makeEntry(property.extracting(1..<property.count - 1)))
    }
    return entries[index] == nil ? .none : Name(index: index)
  }

  /// Appends `prefix:local`.
  func appendName(_ name: Name, to output: inout [UInt8]) {
    if let entry = entries[name.index] { output.append(contentsOf: entry.name) }
  }

  /// Appends the declaration that the element of a property needs, if the root has none.
  func appendDeclaration(of name: Name, to output: inout [UInt8]) {
    if let entry = entries[name.index], !entry.declaration.isEmpty {
      output.append(contentsOf: entry.declaration)
    }
  }

  /// Appends the declarations of the root.
  func appendDeclarations(to output: inout [UInt8]) {
    let sorted = given.namespaces.sorted { Self.precedes($0.prefix, $1.prefix) }
    for namespace in sorted {
      let prefix = namespace.prefix
      CanonicalTerm.append(
        prefix.isEmpty ? "\n    xmlns=\"" : "\n    xmlns:\(prefix)=\"", to: &output)
      XMLText.escape(namespace.iri.span, in: .attribute, to: &output)
      output.append(UInt8(ascii: "\""))
    }
  }

  private func makeEntry(_ iri: Span<UInt8>) -> Entry? {
    guard let split = QualifiedNames.split(iri), XMLText.firstStray(in: iri) == nil else {
      return nil
    }
    if let namespace = given.find(iri) {
      var name = namespace.prefix.isEmpty ? [] : Array("\(namespace.prefix):".utf8)
      name.append(copying: iri.extracting(namespace.iri.count..<iri.count))
      return Entry(name: name)
    }
    var name = Array("\(localPrefix):".utf8)
    name.append(copying: iri.extracting(split..<iri.count))
    var declaration = Array(" xmlns:\(localPrefix)=\"".utf8)
    XMLText.escape(iri.extracting(0..<split), in: .attribute, to: &declaration)
    declaration.append(UInt8(ascii: "\""))
    return Entry(name: name, declaration: declaration)
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// How many properties are remembered before all are forgotten, so that memory stays bounded.
  private static let mostRemembered = 1 << 14
}
