public import RDF

/// Writes statements as RDF/XML while they come
/// ([RDF 1.1 XML Syntax](https://www.w3.org/TR/rdf-syntax-grammar/)).
///
/// Statements about one subject that follow each other share an `rdf:Description`; nothing is
/// ordered, typed, nested or left out. The prefixes given are declared at the top; a property in
/// another namespace declares it on its own element. Labels of blank nodes that are no XML names are
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
  private func append(
    _ object: Span<UInt8>, of name: StreamedNames.Name, _ output: inout [UInt8]
  ) {
    Self.markup("    <", &output)
    names.appendName(name, to: &output)
    names.appendDeclaration(of: name, to: &output)
    guard object[0] == UInt8(ascii: "\"") else {
      Self.appendNode(object, iriAttribute: " rdf:resource=\"", &output)
      Self.markup("/>\n", &output)
      return
    }
    let textEnd = CanonicalTerm.endOfText(in: object)
    if textEnd + 1 < object.count {
      let isLanguage = object[textEnd + 1] == UInt8(ascii: "@")
      Self.markup(isLanguage ? " xml:lang=\"" : " rdf:datatype=\"", &output)
      let value = isLanguage ? textEnd + 2..<object.count : textEnd + 4..<object.count - 1
      XMLText.escape(object.extracting(value), in: .attribute, to: &output)
      Self.markup("\"", &output)
    }
    Self.markup(">", &output)
    XMLText.append(object.extracting(1..<textEnd), in: .content, to: &output)
    Self.markup("</", &output)
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
  private func refusal(
    _ statement: QuadBlock.Statement, _ name: StreamedNames.Name, in bytes: Span<UInt8>
  ) -> RDFXMLError.Reason? {
    if statement.graphName.count > 0 { return .namedGraph }
    guard name != .none else { return .propertyIsNoName }
    let object = bytes.extracting(statement.object.range)
    switch CanonicalTerm.kind(of: object) {
    case .tripleTerm: return .laterRDF
    case .literal:
      let textEnd = CanonicalTerm.endOfText(in: object)
      if textEnd + 1 < object.count, object[textEnd + 1] == UInt8(ascii: "@"),
        Self.hasDirection(object, from: textEnd + 1)
      {
        return .laterRDF
      }
    case .iri, .blankNode: break
    }
    for run in [statement.subject, statement.object] {
      if let stray = XMLText.firstStray(in: bytes.extracting(run.range)) {
        return .characterOutsideXML(stray)
      }
    }
    return nil
  }

  /// Whether two hyphens stand in a language tag.
  private static func hasDirection(_ literal: Span<UInt8>, from start: Int) -> Bool {
    (start + 1..<literal.count).contains {
      literal[$0] == UInt8(ascii: "-") && literal[$0 - 1] == UInt8(ascii: "-")
    }
  }

  private static func markup(_ text: StaticString, _ output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
