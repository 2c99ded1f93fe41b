public import RDF

/// Shortens terms for people by prefixes and a base, in forms that a query can take back.
public struct TermAbbreviation: Sendable {
  /// Longest IRI first, so that the shortest name is found.
  private let prefixes: [Query.Prefix]
  private let base: String?

  /// Names by these prefixes; where two stand for the same IRI, by the first of them.
  ///
  /// - Parameters:
  ///   - prefixes: the names and what they stand for.
  ///   - base: IRIs that begin with it and go on are written as a relative reference; without effect
  ///     if it does not end with `/`.
  public init(_ prefixes: [Query.Prefix], base: String? = nil) {
    self.prefixes = prefixes.enumerated()
      .sorted { ($1.element.iri.utf8.count, $0.offset) < ($0.element.iri.utf8.count, $1.offset) }
      .map(\.element)
    self.base = base.flatMap { $0.hasSuffix("/") ? $0 : nil }
  }

  /// A term as Turtle writes it, IRIs shortened; dates, times and durations are their bare text, which
  /// nothing else looks like.
  public func text(_ term: Term) -> String {
    switch term {
    case .namedNode(let node): return text(node)
    case .blankNode, .tripleTerm: return canonicalText(term)
    case .literal(let literal):
      if literal.isBareInTurtle || Self.isBare(literal.datatype) { return literal.lexicalForm }
      if literal.language != nil || literal.datatype == XSD.string { return canonicalText(term) }
      return canonicalText(.literal(Literal(literal.lexicalForm))) + "^^" + text(literal.datatype)
    }
  }

  /// An IRI as a prefixed name, a relative reference or in full.
  public func text(_ node: NamedNode) -> String {
    let iri = node.iri
    for prefix in prefixes where iri.utf8.starts(with: prefix.iri.utf8) {
      let local = iri.utf8.dropFirst(prefix.iri.utf8.count)
      if Self.isPlainLocalName(local) { return prefix.name + ":" + String(Substring(local)) }
    }
    if let base, iri.utf8.count > base.utf8.count, iri.utf8.starts(with: base.utf8) {
      let rest = Substring(iri.utf8.dropFirst(base.utf8.count))
      let firstSegment = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      // Otherwise it would be an absolute IRI, or one that is resolved to something else.
      let isPlain = !firstSegment.isEmpty && !firstSegment.utf8.contains(UInt8(ascii: ":"))
      let hasDots = rest.split(separator: "/").contains { $0 == "." || $0 == ".." }
      if isPlain, !hasDots { return "<\(rest)>" }
    }
    return canonicalText(.namedNode(node))
  }

  private func canonicalText(_ term: Term) -> String {
    var bytes: [UInt8] = []
    CanonicalTerm.append(term, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a name needs no escape ([SPARQL 1.1, production 169](https://www.w3.org/TR/sparql11-query/#rPN_LOCAL)),
  /// told for letters and digits of ASCII only.
  private static func isPlainLocalName(_ name: Substring.UTF8View) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isLetterOrDigit(first) && last != UInt8(ascii: ".")
      && name.allSatisfy {
        isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  private static func isBare(_ datatype: NamedNode) -> Bool {
    switch XSDDatatype(datatype) {
    case .boolean, .dateTime, .dateTimeStamp, .date, .time, .gYearMonth, .gYear, .gMonthDay, .gDay,
      .gMonth:
      true
    default: false
    }
  }
}
