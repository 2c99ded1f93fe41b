import RDF

/// The work of one ``RDFXMLSerializer`` run.
struct RDFXMLWriter {
  private var names: QualifiedNames
  private var body: [UInt8] = []
  /// Statements by subject, in order of the output.
  private var statements: [Subject: [Triple]] = [:]
  /// Blank nodes that stand inside the one statement they are the value of.
  private var nested: Set<BlankNode> = []
  private var subjects: [Subject] = []

  init(_ triples: some Sequence<Triple>, prefixes: [Prefix]) {
    names = QualifiedNames(prefixes: prefixes)
    for triple in Set(triples) { statements[triple.subject, default: []].append(triple) }
    for subject in statements.keys { statements[subject]?.sort(by: Self.precedes) }
    subjects = statements.keys.sorted(by: Self.precedes)
    nested = Self.nestable(statements, subjects)
  }

  /// Writes all node elements.
  mutating func writeBody() throws(RDFXMLError) {
    for subject in subjects {
      if case .blankNode(let node) = subject, nested.contains(node) { continue }
      try writeNode(subject, indentation: 1)
    }
  }

  /// The whole document around what was written.
  func document(header: [String]) -> [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    let lines = header.flatMap { $0.split(omittingEmptySubsequences: false) { $0.isNewline } }
    if !lines.isEmpty {
      CanonicalTerm.append("<!--\n", to: &bytes)
      for line in lines { CanonicalTerm.append("  \(Self.commentText(line))\n", to: &bytes) }
      CanonicalTerm.append("-->\n", to: &bytes)
    }
    CanonicalTerm.append("<rdf:RDF", to: &bytes)
    for (prefix, namespace) in names.declarations {
      CanonicalTerm.append(
        prefix.isEmpty ? "\n    xmlns=\"" : "\n    xmlns:\(prefix)=\"", to: &bytes)
      Self.escape(namespace, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    CanonicalTerm.append(">\n", to: &bytes)
    bytes.append(contentsOf: body)
    CanonicalTerm.append("</rdf:RDF>\n", to: &bytes)
    return bytes
  }

  /// One element about a subject, on lines of its own.
  private mutating func writeNode(
    _ subject: Subject, indentation: Int
  ) throws(RDFXMLError) {
    let triples = statements[subject] ?? []
    let type = triples.firstIndex {
      $0.predicate == RDFVocabulary.type
        && ($0.object.namedNode.flatMap { names.name(of: $0) }) != nil
    }
    let element =
      type.flatMap { triples[$0].object.namedNode }.flatMap { names.name(of: $0) }
      ?? "rdf:Description"
    indent(indentation)
    markup("<\(element)")
    switch subject {
    case .namedNode(let node): attribute("rdf:about", node.iri)
    case .blankNode(let node):
      if !nested.contains(node) { attribute("rdf:nodeID", Self.label(node)) }
    }
    let rest = triples.indices.filter { $0 != type }
    guard !rest.isEmpty else {
      markup("/>\n")
      return
    }
    markup(">\n")
    for index in rest { try writeProperty(triples[index], indentation: indentation + 1) }
    indent(indentation)
    markup("</\(element)>\n")
  }

  private mutating func writeProperty(
    _ triple: Triple, indentation: Int
  ) throws(RDFXMLError) {
    guard let element = names.name(of: triple.predicate) else {
      throw RDFXMLError(reason: .propertyIsNoName, triple: triple)
    }
    indent(indentation)
    markup("<\(element)")
    switch triple.object {
    case .namedNode(let node):
      attribute("rdf:resource", node.iri)
      markup("/>\n")
    case .blankNode(let node) where nested.contains(node):
      markup(">\n")
      try writeNode(.blankNode(node), indentation: indentation + 1)
      indent(indentation)
      markup("</\(element)>\n")
    case .blankNode(let node):
      attribute("rdf:nodeID", Self.label(node))
      markup("/>\n")
    case .literal(let literal):
      try writeLiteral(literal, of: triple)
      markup("</\(element)>\n")
    case .tripleTerm: throw RDFXMLError(reason: .laterRDF, triple: triple)
    }
  }

  private mutating func writeLiteral(
    _ literal: Literal, of triple: Triple
  ) throws(RDFXMLError) {
    guard literal.direction == nil else {
      throw RDFXMLError(reason: .laterRDF, triple: triple)
    }
    if let stray = literal.lexicalForm.unicodeScalars.first(where: { !Self.isXML($0.value) }) {
      throw RDFXMLError(reason: .characterOutsideXML(stray), triple: triple)
    }
    if let language = literal.language {
      attribute("xml:lang", language)
    } else if literal.datatype != XSD.string {
      attribute("rdf:datatype", literal.datatype.iri)
    }
    markup(">")
    Self.escape(literal.lexicalForm, to: &body)
  }

  private mutating func markup(_ text: String) { CanonicalTerm.append(text, to: &body) }

  private mutating func indent(_ depth: Int) {
    body.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func attribute(_ name: String, _ value: String) {
    markup(" \(name)=\"")
    Self.escape(value, to: &body)
    markup("\"")
  }
}

extension RDFXMLWriter {
  /// Blank nodes that are the value of exactly one statement, and whose chain of such statements
  /// starts at a subject that is none of them.
  private static func nestable(
    _ statements: [Subject: [Triple]], _ subjects: [Subject]
  ) -> Set<BlankNode> {
    var uses: [BlankNode: (count: Int, subject: Subject)] = [:]
    for (subject, triples) in statements {
      for case .blankNode(let node) in triples.map(\.object) {
        uses[node] = (count: (uses[node]?.count ?? 0) + 1, subject: subject)
      }
    }
    let once = uses.filter { $0.value.count == 1 }.mapValues(\.subject)
    var depths: [BlankNode: Int] = [:]
    var children: [Subject: [BlankNode]] = [:]
    for (node, subject) in once { children[subject, default: []].append(node) }
    var open = subjects.filter { subject in
      guard case .blankNode(let node) = subject else { return true }
      return once[node] == nil
    }
    .map { (subject: $0, depth: 0) }
    while let (subject, depth) = open.popLast() {
      for node in children[subject] ?? [] {
        let isNested = depth < maximumNesting
        if isNested { depths[node] = depth + 1 }
        open.append((subject: .blankNode(node), depth: isNested ? depth + 1 : 0))
      }
    }
    return Set(depths.keys)
  }

  /// How deep node elements stand in each other; a deeper one stands by itself, so that no reader's
  /// limit is met.
  private static let maximumNesting = 16

  /// Named nodes by IRI, then blank nodes by label.
  private static func precedes(_ left: Subject, _ right: Subject) -> Bool {
    switch (left, right) {
    case (.namedNode(let left), .namedNode(let right)): left < right
    case (.blankNode(let left), .blankNode(let right)):
      left.label.utf8.lexicographicallyPrecedes(right.label.utf8)
    case (.namedNode, .blankNode): true
    case (.blankNode, .namedNode): false
    }
  }

  /// Types first, then by property, then by the bytes of the value.
  private static func precedes(_ left: Triple, _ right: Triple) -> Bool {
    guard left.predicate == right.predicate else {
      if left.predicate == RDFVocabulary.type { return true }
      if right.predicate == RDFVocabulary.type { return false }
      return left.predicate < right.predicate
    }
    var keys: ([UInt8], [UInt8]) = ([], [])
    CanonicalTerm.append(left.object, to: &keys.0)
    CanonicalTerm.append(right.object, to: &keys.1)
    return keys.0.lexicographicallyPrecedes(keys.1)
  }

  /// The label where it is an `NCName`, else `u--` and the hexadecimal digits of its bytes, so that
  /// two nodes never become one.
  private static func label(_ node: BlankNode) -> String {
    guard NameCharacters.isNCName(node.label), !node.label.hasPrefix("u--") else {
      return node.label.utf8.reduce(into: "u--") {
        $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16, uppercase: true)
      }
    }
    return node.label
  }

  /// A text in element content or in an attribute with double quotes; a line end survives both.
  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): CanonicalTerm.append("&amp;", to: &bytes)
      case UInt8(ascii: "<"): CanonicalTerm.append("&lt;", to: &bytes)
      case UInt8(ascii: ">"): CanonicalTerm.append("&gt;", to: &bytes)
      case UInt8(ascii: "\""): CanonicalTerm.append("&quot;", to: &bytes)
      case 0xD: CanonicalTerm.append("&#13;", to: &bytes)
      default: bytes.append(byte)
      }
    }
  }

  /// `Char` of [XML 1.0 §2.2](https://www.w3.org/TR/xml/#charsets).
  private static func isXML(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// A line that can stand in a comment.
  private static func commentText(_ line: Substring) -> String {
    var text = ""
    for scalar in line.unicodeScalars {
      if scalar == "-", text.hasSuffix("-") { text += " " }
      text.unicodeScalars.append(isXML(scalar.value) ? scalar : "\u{FFFD}")
    }
    return text
  }
}
