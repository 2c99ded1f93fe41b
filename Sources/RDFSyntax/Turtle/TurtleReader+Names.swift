import Diagnostics
import RDF

/// IRIs, prefixed names, blank node labels and bare words.
extension TurtleReader {
  /// A subject or a graph's name that is one token, or `[]` where it names a graph:
  /// `labelOrSubject` [7g].
  mutating func readLabel() throws(SyntaxError) -> Subject {
    switch lexer.current {
    case UInt8(ascii: "_"): .blankNode(try readBlankNodeLabel())
    case UInt8(ascii: "["): .blankNode(try readANON())
    default: .namedNode(try readIRI())
    }
  }

  /// `ANON` [162s].
  mutating func readANON() throws(SyntaxError) -> BlankNode {
    lexer.position += 1
    lexer.skipSpace()
    guard lexer.skip(UInt8(ascii: "]")) else { throw lexer.unexpected("']'") }
    return freshNode()
  }

  /// `BLANK_NODE_LABEL` [141s], kept apart from the names of nodes without a label.
  mutating func readBlankNodeLabel() throws(SyntaxError) -> BlankNode {
    let node = try lexer.readBlankNode()
    guard node.label.hasPrefix("anon") else { return node }
    let rest = node.label.utf8.dropFirst(4)
    let digits = rest.drop { $0 == UInt8(ascii: "-") }
    guard !digits.isEmpty, digits.allSatisfy(ASCIISet.digits.contains) else { return node }
    return BlankNode(label: "anon-" + node.label.dropFirst(4))
  }

  /// `iri` [135s].
  mutating func readIRI() throws(SyntaxError) -> NamedNode {
    if lexer.current == UInt8(ascii: "<") { return try lexer.readIRI(against: base) }
    return try readPrefixedName(expected: "IRI")
  }

  /// `PrefixedName` [136s].
  mutating func readPrefixedName(expected: String) throws(SyntaxError) -> NamedNode {
    let start = lexer.position
    let word = lexer.readWord()
    guard lexer.skip(UInt8(ascii: ":")) else {
      lexer.position = start
      throw lexer.unexpected(expected)
    }
    return try readLocalName(behind: word)
  }

  /// `BooleanLiteral` [133s] or `PrefixedName` [136s].
  mutating func readBooleanOrName() throws(SyntaxError) -> Term {
    let start = lexer.position
    let word = lexer.readWord()
    if lexer.skip(UInt8(ascii: ":")) { return .namedNode(try readLocalName(behind: word)) }
    if lexer.isWord(word, "true") { return .literal(Literal("true", datatype: XSD.boolean)) }
    if lexer.isWord(word, "false") { return .literal(Literal("false", datatype: XSD.boolean)) }
    lexer.position = start
    throw lexer.unexpected(
      Message(
        en: "IRI / '_:' / '[' / '(' / a literal", id: "IRI / '_:' / '[' / '(' / sebuah literal"))
  }

  /// The rest of a prefixed name behind its colon.
  private mutating func readLocalName(behind word: Range<Int>) throws(SyntaxError) -> NamedNode {
    let prefix = PrefixName(lexer.bytes, word)
    guard let namespace = namespaces[prefix] else {
      throw lexer.error(
        at: word.lowerBound..<lexer.position,
        Message(
          en: "the prefix '\(prefix.text):' is not declared",
          id: "awalan '\(prefix.text):' belum dinyatakan"))
    }
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: namespace)
    try lexer.readLocalName(appendingTo: &name)
    do {
      return try NamedNode(validating: String(decoding: name, as: UTF8.self))
    } catch {
      throw lexer.error(at: word.lowerBound..<lexer.position, error.message)
    }
  }
}
