import RDF

/// Values as literals ([JSON-LD 1.1 API §8.2](https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion)).
extension JSONLDExpander {
  /// What a string, number or truth value means as the value of a property
  /// ([§5.3](https://www.w3.org/TR/json-ld11-api/#value-expansion)).
  mutating func expandScalar(
    _ index: Int, in context: Int, key: Int?, graph: QuadBlock.Run?
  ) throws -> Item {
    let isString = document.isString(index)
    let type = key.map { contexts.keys[$0].type } ?? .unspecified
    switch type {
    case .id where isString:
      return Item(term: node(index, in: context, relative: true), isNode: true)
    case .vocab where isString:
      return Item(
        term: node(index, in: context, vocabulary: true, relative: true), isNode: true)
    case .datatype(let iri): return try literal(index, datatype: iri)
    case .unspecified, .id, .vocab, .json, .none: break
    }
    guard isString, type == .unspecified || type == .id || type == .vocab || type == .json else {
      return try literal(index, datatype: nil)
    }
    let definition = key.flatMap { contexts.keys[$0].definition }
    var language = contexts[context].language
    var direction = contexts[context].direction
    if case .given(let own)? = definition?.language { language = own }
    if case .given(let own)? = definition?.direction { direction = own }
    return text(index, language: language, direction: direction, graph: graph)
  }

  /// A value of a datatype; of the one that JSON tells where none is given.
  mutating func literal(_ index: Int, datatype: [UInt8]?) throws -> Item {
    let document = document
    let native: NamedNode
    let start = block.bytes.count
    block.bytes.append(UInt8(ascii: "\""))
    switch document.kind(index) {
    case .truth:
      CanonicalTerm.append("true", to: &block.bytes)
      native = XSD.boolean
    case .falsehood:
      CanonicalTerm.append("false", to: &block.bytes)
      native = XSD.boolean
    case .number:
      let form = document.withBytes(index) { Array(copying: $0) }
      let isDouble = datatype.map { $0 == Self.double } ?? false
      guard let number = JSONLDNumber.text(form, isDouble: isDouble) else {
        throw mistake(.numberOutOfRange, at: index)
      }
      block.bytes += number.bytes
      native = number.isInteger ? XSD.integer : XSD.double
    case .string, .escaped:
      document.withBytes(index) { Self.appendEscaped($0, to: &block.bytes) }
      native = XSD.string
    case .null, .array, .object: throw mistake(.invalidValueObjectValue, at: index)
    }
    block.bytes.append(UInt8(ascii: "\""))
    if let datatype {
      guard IRISyntax.firstFault(in: datatype.span) == nil, !Self.languageTypes.contains(datatype)
      else {
        block.bytes.removeLast(block.bytes.count - start)
        return Item(term: .none, isNode: false)
      }
      if datatype != Self.string {
        CanonicalTerm.append("^^", to: &block.bytes)
        CanonicalTerm.appendIRI(datatype, to: &block.bytes)
      }
    } else if native != XSD.string {
      CanonicalTerm.append("^^", to: &block.bytes)
      CanonicalTerm.append(native, to: &block.bytes)
    }
    try checkSize(at: index)
    return Item(
      term: QuadBlock.Run(start: start, count: block.bytes.count - start), isNode: false)
  }

  /// A text in a language and a direction, where there are any.
  mutating func text(
    _ index: Int, language: [UInt8]?, direction: BaseDirection?, graph: QuadBlock.Run?
  ) -> Item {
    if let language, !LanguageTag.isWellFormed(language.span) {
      return Item(term: .none, isNode: false)
    }
    if let direction, let form = options.rdfDirection {
      switch form {
      case .i18nDatatype:
        return plainText(
          index,
          tail: Array("^^<\(Self.i18n)".utf8) + Self.lowercased(language ?? [])
            + Array("_\(direction.rawValue)>".utf8))
      case .compoundLiteral:
        return Item(
          term: compound(index, language: language, direction: direction, in: graph),
          isNode: false)
      }
    }
    return plainText(index, tail: language.map { [UInt8(ascii: "@")] + $0 } ?? [])
  }

  private mutating func plainText(_ index: Int, tail: [UInt8]) -> Item {
    let document = document
    let start = block.bytes.count
    block.bytes.append(UInt8(ascii: "\""))
    document.withBytes(index) { Self.appendEscaped($0, to: &block.bytes) }
    block.bytes.append(UInt8(ascii: "\""))
    block.bytes += tail
    return Item(
      term: QuadBlock.Run(start: start, count: block.bytes.count - start), isNode: false)
  }

  /// A blank node with text, language and direction
  /// ([§4.2.4 of JSON-LD 1.1](https://www.w3.org/TR/json-ld11/#the-rdf-compoundliteral-class-and-the-rdf-language-and-rdf-direction-properties)).
  private mutating func compound(
    _ index: Int, language: [UInt8]?, direction: BaseDirection, in graph: QuadBlock.Run?
  ) -> QuadBlock.Run {
    let node = fresh()
    let value = plainText(index, tail: []).term
    state(node, fixed(.value), value, in: graph)
    if let language {
      let tag = block.appendRun { bytes in
        bytes += [UInt8(ascii: "\"")] + Self.lowercased(language) + [UInt8(ascii: "\"")]
      }
      state(node, fixed(.language), tag, in: graph)
    }
    let name = block.appendRun { CanonicalTerm.append("\"\(direction.rawValue)\"", to: &$0) }
    state(node, fixed(.direction), name, in: graph)
    return node
  }

  /// A JSON literal: any value in canonical form
  /// ([§8.1.2](https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion)).
  mutating func jsonLiteral(_ index: Int) throws -> Item {
    var json: [UInt8] = []
    if let failure = CanonicalJSON.append(index, of: document, to: &json) {
      throw mistake(.numberOutOfRange, at: failure)
    }
    let text = json
    let run = block.appendRun { bytes in
      bytes.append(UInt8(ascii: "\""))
      Self.appendEscaped(text.span, to: &bytes)
      CanonicalTerm.append("\"^^", to: &bytes)
      CanonicalTerm.append(RDFVocabulary.json, to: &bytes)
    }
    return Item(term: run, isNode: false)
  }

  /// Appends the text of a literal in canonical form.
  private static func appendEscaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    var isPlain = true
    for offset in text.indices {
      let byte = text[unchecked: offset]
      isPlain =
        isPlain && byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        && byte != 0x7F && byte != 0xEF
    }
    if isPlain { return bytes.append(copying: text) }
    var previous: (UInt8, UInt8) = (0, 0)
    for offset in text.indices {
      CanonicalTerm.appendEscaped(text[offset], after: previous, to: &bytes)
      previous = (previous.1, text[offset])
    }
  }

  private static func lowercased(_ tag: [UInt8]) -> [UInt8] {
    tag.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static let double = Array(XSD.double.iri.utf8)
  private static let string = Array(XSD.string.iri.utf8)
  /// The datatypes that a literal has by its language only.
  private static let languageTypes = [RDFVocabulary.langString, RDFVocabulary.dirLangString].map {
    Array($0.iri.utf8)
  }

  /// What the datatypes of texts with a direction begin with.
  static let i18n = "https://www.w3.org/ns/i18n#"
}
