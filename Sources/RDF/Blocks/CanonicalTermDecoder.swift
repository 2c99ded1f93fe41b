/// Makes values of terms in canonical form: the way back from ``CanonicalTerm``.
///
/// The bytes have to be a term in canonical form, as those of a ``QuadBlock`` are; other bytes are a
/// mistake of the program and end it. The last IRIs are remembered, since neighbours share theirs.
package struct CanonicalTermDecoder {
  private var bytes: [UInt8] = []
  /// The subject, predicate and graph name of the statement before, with their bytes.
  private var last: [(bytes: [UInt8], node: NamedNode)?] = [nil, nil, nil]

  /// A decoder that has seen nothing.
  package init() {}

  /// A statement of a block.
  package mutating func quad(_ statement: QuadBlock.Statement, in bytes: Span<UInt8>) -> Quad {
    let subject = subject(bytes.extracting(statement.subject.range), slot: 0)
    let predicate = namedNode(bytes.extracting(statement.predicate.range), slot: 1)
    let object = term(bytes.extracting(statement.object.range))
    let triple = Triple(subject, predicate, object)
    guard statement.graphName.count > 0 else { return Quad(triple) }
    switch self.subject(bytes.extracting(statement.graphName.range), slot: 2) {
    case .namedNode(let node): return Quad(triple, in: .namedNode(node))
    case .blankNode(let node): return Quad(triple, in: .blankNode(node))
    }
  }

  /// A term.
  package mutating func term(_ bytes: Span<UInt8>) -> Term {
    switch CanonicalTerm.kind(of: bytes) {
    case .iri: .namedNode(Self.namedNode(bytes))
    case .blankNode: .blankNode(Self.blankNode(bytes))
    case .literal: .literal(literal(bytes))
    case .tripleTerm: .tripleTerm(triple(bytes))
    }
  }

  /// A subject or the name of a graph; that of the last call with this slot is remembered.
  private mutating func subject(_ bytes: Span<UInt8>, slot: Int) -> Subject {
    switch CanonicalTerm.kind(of: bytes) {
    case .iri: .namedNode(namedNode(bytes, slot: slot))
    case .blankNode: .blankNode(Self.blankNode(bytes))
    case .literal, .tripleTerm: preconditionFailure("a subject is an IRI or a blank node")
    }
  }

  private mutating func namedNode(_ bytes: Span<UInt8>, slot: Int) -> NamedNode {
    if let last = last[slot], last.bytes.span.hasSameBytes(as: bytes) { return last.node }
    let node = Self.namedNode(bytes)
    last[slot] = (Array(copying: bytes), node)
    return node
  }

  private static func namedNode(_ bytes: Span<UInt8>) -> NamedNode {
    NamedNode(unchecked: String(copying: bytes.extracting(1..<bytes.count - 1)))
  }

  private static func blankNode(_ bytes: Span<UInt8>) -> BlankNode {
    BlankNode(label: EncodedLabel.decode(String(copying: bytes.extracting(2..<bytes.count))))
  }

  private mutating func literal(_ bytes: Span<UInt8>) -> Literal {
    let quote = CanonicalTerm.endOfText(in: bytes)
    let text = text(bytes.extracting(1..<quote))
    let tail = bytes.extracting(quote + 1..<bytes.count)
    guard tail.count > 0 else { return Literal(text) }
    if tail[0] == UInt8(ascii: "^") {
      return Literal(text, datatype: Self.namedNode(tail.extracting(2..<tail.count)))
    }
    let tag = String(copying: tail.extracting(1..<tail.count))
    guard let dashes = tag.firstRange(of: "--") else { return Literal(text, language: tag) }
    return Literal(
      text, language: String(tag[..<dashes.lowerBound]),
      direction: BaseDirection(rawValue: String(tag[dashes.upperBound...])))
  }

  /// A lexical form without its escapes.
  private mutating func text(_ escaped: Span<UInt8>) -> String {
    bytes.removeAll(keepingCapacity: true)
    CanonicalTerm.appendUnescaped(escaped, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A triple term; those within it cost a level of the stack each, and readers bound them.
  private mutating func triple(_ bytes: Span<UInt8>) -> Triple {
    let (subject, predicate, object) = CanonicalTerm.parts(ofTripleTerm: bytes)
    let node: Subject =
      switch term(bytes.extracting(subject)) {
      case .namedNode(let node): .namedNode(node)
      case .blankNode(let node): .blankNode(node)
      case .literal, .tripleTerm: preconditionFailure("a subject is an IRI or a blank node")
      }
    return Triple(
      node, Self.namedNode(bytes.extracting(predicate)), term(bytes.extracting(object)))
  }
}
