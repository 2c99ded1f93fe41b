import RDF

/// The shortest good name of every IRI of a document, and which prefixes they need.
///
/// In this order: a prefixed name (the longest namespace wins), a reference relative to the base,
/// the whole IRI.
struct TurtleNameTable {
  /// A prefix as it is written, and what it stands for.
  private struct Namespace {
    var prefix: Prefix
    /// With the colon.
    var name: [UInt8]
    var iri: [UInt8]
  }

  /// How an IRI is written.
  struct Form {
    fileprivate enum Kind: UInt8 {
      case whole
      case relative
      case prefixed
      /// Prefixed, with characters that a backslash has to stand before.
      case escaped
    }

    fileprivate var kind: Kind
    fileprivate var namespace: UInt32

    /// The whole IRI.
    static let whole = Form(kind: .whole, namespace: 0)
  }

  /// Different ones, in order of their bytes: an index is a number of ``index``.
  private let namespaces: [Namespace]
  private let index: NamespaceIndex
  private let base: NamedNode?
  /// What a relative reference is appended to; nil if the base cannot serve.
  private let basePath: [UInt8]?
  private var areUsed: [Bool]
  private var usesBase = false

  init(prefixes: [Prefix], base: NamedNode?) {
    var names: Set<String> = []
    var seen: Set<[UInt8]> = []
    namespaces =
      prefixes
      .filter { names.insert($0.name).inserted && !$0.namespace.isEmpty }
      .sorted { $0.name < $1.name }
      .map { prefix in
        var iri: [UInt8] = []
        CanonicalTerm.appendIRI(prefix.namespace.utf8, to: &iri)
        return Namespace(
          prefix: prefix, name: Array("\(prefix.name):".utf8),
          iri: Array(iri.dropFirst().dropLast()))
      }
      .filter { seen.insert($0.iri).inserted }
      .sorted { $0.iri.lexicographicallyPrecedes($1.iri) }
    index = NamespaceIndex(namespaces.map { (namespace: $0.iri, name: []) })
    areUsed = namespaces.map { _ in false }
    self.base = base
    basePath = base.flatMap { TurtleReference.basePath(of: $0.iri) }
  }

  /// The form of an IRI in canonical form, with its angle brackets; what it needs will be declared.
  mutating func use(_ term: Span<UInt8>) -> Form {
    let iri = term.extracting(1..<term.count - 1)
    var number = index.find(iri, hint: -1)
    while number >= 0 {
      if let isEscaped = TurtleLocalName.needsEscapes(
        iri.extracting(index.count(of: number)..<iri.count))
      {
        areUsed[number] = true
        return Form(kind: isEscaped ? .escaped : .prefixed, namespace: UInt32(number))
      }
      number = index.shorter(than: number)
    }
    if let basePath, Self.isStart(basePath, of: iri),
      TurtleReference.isSafe(iri.extracting(basePath.count..<iri.count))
    {
      usesBase = true
      return Form(kind: .relative, namespace: 0)
    }
    return .whole
  }

  private static func isStart(_ start: [UInt8], of iri: Span<UInt8>) -> Bool {
    let start = start.span
    return iri.count >= start.count && start.hasSameBytes(as: iri.extracting(0..<start.count))
  }

  /// Appends an IRI in canonical form as its form has it.
  func append(_ term: Span<UInt8>, as form: Form, to bytes: inout [UInt8]) {
    switch form.kind {
    case .whole: bytes.append(copying: term)
    case .relative:
      bytes.append(UInt8(ascii: "<"))
      bytes.append(copying: term.extracting(1 + (basePath?.count ?? 0)..<term.count))
    case .prefixed, .escaped:
      let namespace = namespaces[Int(form.namespace)]
      bytes.append(contentsOf: namespace.name)
      let local = term.extracting(1 + namespace.iri.count..<term.count - 1)
      if form.kind == .prefixed {
        bytes.append(copying: local)
      } else {
        TurtleLocalName.appendEscaped(local, to: &bytes)
      }
    }
  }

  /// Appends the declarations that the forms so far need, one on each line, by name.
  func appendDeclarations(to bytes: inout [UInt8]) {
    if usesBase, let base {
      CanonicalTerm.append("@base ", to: &bytes)
      CanonicalTerm.append(base, to: &bytes)
      CanonicalTerm.append(" .\n", to: &bytes)
    }
    let used = zip(namespaces, areUsed).filter(\.1).map(\.0)
    for namespace in used.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      CanonicalTerm.append("@prefix ", to: &bytes)
      bytes.append(contentsOf: namespace.name)
      bytes.append(UInt8(ascii: " "))
      CanonicalTerm.appendIRI(namespace.prefix.namespace.utf8, to: &bytes)
      CanonicalTerm.append(" .\n", to: &bytes)
    }
  }
}
