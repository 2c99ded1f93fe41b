public import RDF

/// Writes statements as RDF/XML while they come
/// ([RDF 1.2 XML Syntax](https://www.w3.org/TR/rdf12-xml/)).
///
/// Statements about one subject that follow each other share an `rdf:Description`; nothing is
/// ordered, typed, nested or left out. The prefixes given are declared at the top; a property in
/// another namespace declares it on its own element. One whose value is a triple term or has a base
/// direction announces RDF 1.2; documents without any are RDF/XML 1.1. Labels of blank nodes that are no XML names are
/// spelled in other letters (``RDFXMLParser`` gives them back).
///
/// ```swift
/// var encoder = RDFXMLEncoder(prefixes: reader.prefixes)
/// while try reader.next(into: &block) {
///   encoder.encode(block, into: &output)
///   if let failure = encoder.failure { throw failure }
/// }
/// encoder.finish(into: &output)
/// ```
public struct RDFXMLEncoder: QuadEncoder {
  /// The first statement that RDF/XML cannot say; nothing is appended from it on.
  public private(set) var failure: RDFXMLError?

  private var names: StreamedNames
  private var isStarted = false
  /// The subject of the open element; empty if none is open.
  private var subject: [UInt8] = []

  /// An encoder that declares these prefixes at the top, and `rdf:`; of two with one name the first
  /// counts.
  public init(prefixes: [Prefix] = []) { names = StreamedNames(prefixes: prefixes) }

  /// Appends the statements of a block, up to the first that RDF/XML cannot say (see ``failure``).
  public mutating func encode(_ block: borrowing QuadBlock, into output: inout [UInt8]) {
    guard failure == nil else { return }
    start(&output)
    let bytes = block.bytes.span
    var lastSubject: QuadBlock.Run?
    for statement in block.statements {
      let property = bytes.extracting(statement.predicate.range)
      let object = bytes.extracting(statement.object.range)
      names.beginStatement()
      let name = names.name(of: property)
      if let reason = refusal(statement, name, in: bytes) {
        var decoder = CanonicalTermDecoder()
        failure = RDFXMLError(reason: reason, triple: decoder.quad(statement, in: bytes).triple)
        return
      }
      // Readers that group hand out the very same run again.
      if statement.subject != lastSubject {
        open(bytes.extracting(statement.subject.range), &output)
        lastSubject = statement.subject
      }
      append(object, of: name, &output)
    }
  }

  /// Appends the end of the document.
  public mutating func finish(into output: inout [UInt8]) {
    guard failure == nil else { return }
    start(&output)
    close(&output)
    Self.markup("</rdf:RDF>\n", &output)
  }

  private mutating func start(_ output: inout [UInt8]) {
    guard !isStarted else { return }
    isStarted = true
    Self.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF", &output)
    names.appendDeclarations(to: &output)
    Self.markup(">\n", &output)
  }

  /// Begins the element of a subject, unless it is open.
  private mutating func open(_ term: Span<UInt8>, _ output: inout [UInt8]) {
    guard !subject.span.hasSameBytes(as: term) else { return }
    close(&output)
    subject.append(copying: term)
    Self.markup("  <rdf:Description", &output)
    Self.appendNode(term, iriAttribute: " rdf:about=\"", &output)
    Self.markup(">\n", &output)
  }

  private mutating func close(_ output: inout [UInt8]) {
    guard !subject.isEmpty else { return }
    subject.removeAll(keepingCapacity: true)
    Self.markup("  </rdf:Description>\n", &output)
  }

  /// The element of a property.
  private mutating func append(
    _ object: Span<UInt8>, of name: StreamedNames.Name, _ output: inout [UInt8]
  ) {
    Self.markup("    <", &output)
    names.appendName(name, to: &output)
    names.appendDeclaration(of: name, to: &output)
    guard object[0] == UInt8(ascii: "\"") else {
      guard CanonicalTerm.kind(of: object) != .tripleTerm else {
        return appendTripleTerm(object, of: name, &output)
      }
      Self.appendNode(object, iriAttribute: " rdf:resource=\"", &output)
      Self.markup("/>\n", &output)
      return
    }
    let textEnd = CanonicalTerm.endOfText(in: object)
    if textEnd + 1 < object.count {
      if object[textEnd + 1] == UInt8(ascii: "@") {
        appendLanguage(object.extracting(textEnd + 2..<object.count), &output)
      } else {
        Self.markup(" rdf:datatype=\"", &output)
        XMLText.escape(
          object.extracting(textEnd + 4..<object.count - 1), in: .attribute, to: &output)
        Self.markup("\"", &output)
      }
    }
    Self.markup(">", &output)
    XMLText.append(object.extracting(1..<textEnd), in: .content, to: &output)
    Self.markup("</", &output)
    names.appendName(name, to: &output)
    Self.markup(">\n", &output)
  }

  /// The language of a text, and its base direction where it has one.
  private func appendLanguage(_ tag: Span<UInt8>, _ output: inout [UInt8]) {
    let (language, direction) = LanguageTagBytes.split(tag)
    if direction != nil {
      CanonicalTerm.append(names.direction.declaration, to: &output)
      Self.markup(" rdf:version=\"1.2\"", &output)
    }
    Self.markup(" xml:lang=\"", &output)
    XMLText.escape(tag.extracting(language), in: .attribute, to: &output)
    Self.markup("\"", &output)
    if let direction {
      CanonicalTerm.append(" \(names.direction.prefix):dir=\"\(direction.rawValue)\"", to: &output)
    }
  }

  /// The rest of a property element with a triple term: the one statement of its subject.
  ///
  /// Recursion goes as deep as ``RDFXMLTripleTerms/deepest``; what is deeper is refused before.
  private mutating func appendTripleTerm(
    _ term: Span<UInt8>, of name: StreamedNames.Name, _ output: inout [UInt8]
  ) {
    let parts = CanonicalTerm.parts(ofTripleTerm: term)
    Self.markup(
      " rdf:version=\"1.2\" rdf:parseType=\"Triple\">\n      <rdf:Description", &output)
    Self.appendNode(term.extracting(parts.subject), iriAttribute: " rdf:about=\"", &output)
    Self.markup(">\n    ", &output)
    append(
      term.extracting(parts.object), of: names.name(of: term.extracting(parts.predicate)), &output)
    Self.markup("      </rdf:Description>\n    </", &output)
    names.appendName(name, to: &output)
    Self.markup(">\n", &output)
  }

  /// The attribute that names a node.
  private static func appendNode(
    _ term: Span<UInt8>, iriAttribute: StaticString, _ output: inout [UInt8]
  ) {
    if term[0] == UInt8(ascii: "<") {
      markup(iriAttribute, &output)
      XMLText.escape(term.extracting(1..<term.count - 1), in: .attribute, to: &output)
    } else {
      markup(" rdf:nodeID=\"", &output)
      appendLabel(term.extracting(2..<term.count), &output)
    }
    markup("\"", &output)
  }

  /// A label in the letters of an `NCName`.
  private static func appendLabel(_ label: Span<UInt8>, _ output: inout [UInt8]) {
    // One that stands for itself in both alphabets does not begin as an encoding does.
    if label[0] != UInt8(ascii: "u"), XMLNameBytes.isNCName(label) {
      output.append(copying: label)
    } else {
      let text = EncodedLabel.decode(String(copying: label))
      CanonicalTerm.append(EncodedLabel.encode(text, in: .ncName), to: &output)
    }
  }

  /// Why a statement cannot be written; nil if it can.
  private mutating func refusal(
    _ statement: QuadBlock.Statement, _ name: StreamedNames.Name, in bytes: Span<UInt8>
  ) -> RDFXMLError.Reason? {
    if statement.graphName.count > 0 { return .namedGraph }
    guard name != .none else { return .propertyIsNoName }
    let object = bytes.extracting(statement.object.range)
    if CanonicalTerm.kind(of: object) == .tripleTerm, let reason = refusal(ofTripleTerm: object) {
      return reason
    }
    for run in [statement.subject, statement.object] {
      if let stray = XMLText.firstStray(in: bytes.extracting(run.range)) {
        return .characterOutsideXML(stray)
      }
    }
    return nil
  }

  /// Why a triple term cannot be written, but for its characters.
  private mutating func refusal(ofTripleTerm term: Span<UInt8>) -> RDFXMLError.Reason? {
    var rest = 0..<term.count
    var depth = 0
    while CanonicalTerm.kind(of: term.extracting(rest)) == .tripleTerm {
      depth += 1
      guard depth <= RDFXMLTripleTerms.deepest else { return .deepTripleTerm }
      let inner = term.extracting(rest)
      let parts = CanonicalTerm.parts(ofTripleTerm: inner)
      guard names.name(of: inner.extracting(parts.predicate)) != .none else {
        return .propertyIsNoName
      }
      rest = rest.lowerBound + parts.object.lowerBound..<rest.lowerBound + parts.object.upperBound
    }
    return nil
  }

  private static func markup(_ text: StaticString, _ output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
