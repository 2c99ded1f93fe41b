import RDF

/// Finds the shortest good name of an IRI, and remembers which prefixes were needed.
///
/// In this order: a prefixed name without escapes (the longest namespace wins), a reference relative
/// to the base, the whole IRI.
struct TurtleNames {
  private let prefixes: [Prefix]
  private let base: NamedNode?
  /// What a relative reference is appended to; nil if the base cannot serve.
  private let basePath: [UInt8]?
  private var known: [NamedNode: [UInt8]] = [:]
  private var usedPrefixes: Set<Int> = []
  private var usesBase = false

  /// How many names are remembered.
  private static let mostKnown = 1 << 16

  init(prefixes: [Prefix], base: NamedNode?) {
    var names: Set<String> = []
    self.prefixes =
      prefixes
      .filter { names.insert($0.name).inserted && !$0.namespace.isEmpty }
      .sorted { ($1.namespace.utf8.count, $0.name) < ($0.namespace.utf8.count, $1.name) }
    self.base = base
    basePath = base.flatMap { Self.basePath(of: $0.iri) }
  }

  /// Appends the name of a node.
  mutating func append(_ node: NamedNode, to bytes: inout [UInt8]) {
    if let name = known[node] {
      bytes.append(contentsOf: name)
      return
    }
    let name = makeName(node)
    // What streams may name any number of nodes.
    if known.count == Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[node] = name
    bytes.append(contentsOf: name)
  }

  /// The declarations that the names so far need, one on each line, by name.
  func declarations() -> [UInt8] {
    var bytes: [UInt8] = []
    if usesBase, let base {
      CanonicalTerm.append("@base ", to: &bytes)
      CanonicalTerm.append(base, to: &bytes)
      CanonicalTerm.append(" .\n", to: &bytes)
    }
    Self.append(usedPrefixes.map { prefixes[$0] }, to: &bytes)
    return bytes
  }

  /// The declarations of all prefixes, one on each line, by name.
  func allDeclarations() -> [UInt8] {
    var bytes: [UInt8] = []
    Self.append(prefixes, to: &bytes)
    return bytes
  }

  private static func append(_ prefixes: [Prefix], to bytes: inout [UInt8]) {
    for prefix in prefixes.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      CanonicalTerm.append("@prefix \(prefix.name): ", to: &bytes)
      CanonicalTerm.appendIRI(prefix.namespace.utf8, to: &bytes)
      CanonicalTerm.append(" .\n", to: &bytes)
    }
  }

  private mutating func makeName(_ node: NamedNode) -> [UInt8] {
    let iri = Array(node.iri.utf8)
    for (index, prefix) in prefixes.enumerated() where iri.starts(with: prefix.namespace.utf8) {
      var name = Array("\(prefix.name):".utf8)
      if Self.appendLocalName(iri[prefix.namespace.utf8.count...], to: &name) {
        usedPrefixes.insert(index)
        return name
      }
    }
    var bytes: [UInt8] = []
    if let basePath, iri.starts(with: basePath),
      Self.isSafeReference(iri[basePath.count...])
    {
      usesBase = true
      CanonicalTerm.appendIRI(iri[basePath.count...], to: &bytes)
    } else {
      CanonicalTerm.append(node, to: &bytes)
    }
    return bytes
  }

  /// Appends `PN_LOCAL` [168s], escaping what must be escaped; false if a character cannot stand in
  /// it, if a slash would have to be escaped, which nobody likes to read, or a dot at the end, which
  /// rdflib 7.6 does not read.
  static func appendLocalName(_ local: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Bool {
    var position = local.startIndex
    while position < local.endIndex {
      let (scalar, length) = UTF8Scalar.decode(local.span, at: position - local.startIndex)
      let isFirst = position == local.startIndex
      let isLast = position + length == local.endIndex
      switch scalar {
      case 0x3A: bytes.append(0x3A)
      case 0x25 where isPercentEncoding(local[position...]): bytes.append(0x25)
      case 0x2F: return false
      case 0x2E where isLast: return false
      case 0x2E where !isFirst: bytes.append(0x2E)
      case _ where isFirst ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar):
        bytes.append(contentsOf: local[position..<position + length])
      case 0..<0x80 where escapable.contains(local[position]):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(local[position])
      default: return false
      }
      position += length
    }
    return true
  }

  private static func isPercentEncoding(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 3 && bytes.dropFirst().prefix(2).allSatisfy(ASCIISet.hexDigits.contains)
  }

  /// What a relative reference without `/` at its start replaces: the base up to the last slash of
  /// its path ([RFC 3986 §5.2.3](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.3)).
  private static func basePath(of base: String) -> [UInt8]? {
    let path = base.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let authority = path.firstRange(of: "://".utf8),
      let end = path[authority.upperBound...].lastIndex(of: UInt8(ascii: "/")),
      !hasDotSegment(path[authority.upperBound...])
    else { return nil }
    return Array(path[...end])
  }

  /// Whether the rest of an IRI, read as a relative reference, gives the IRI back.
  ///
  /// Stricter than need be for rdflib 7.6, which takes `<=` for an operator and any colon before the
  /// first slash, even in a fragment, for the end of a scheme.
  private static func isSafeReference(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, !notAtStart.contains(first) else { return false }
    let firstSegment = rest.prefix { $0 != UInt8(ascii: "/") }
    let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return !firstSegment.contains(UInt8(ascii: ":")) && !hasDotSegment(path)
  }

  private static func hasDotSegment(_ path: some Sequence<UInt8>) -> Bool {
    Array(path).split(separator: UInt8(ascii: "/")).contains { segment in
      segment.count <= 2 && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    }
  }

  /// What `PN_LOCAL_ESC` [172s] takes behind a backslash.
  private static let escapable = ASCIISet("_~.-!$&'()*+,;=/?#@%")
  private static let notAtStart = ASCIISet("/?#=")
}
