import Diagnostics
import RDF
import XML

/// Turns the content of an RDF/XML document into statements, element by element.
///
/// A class, for the XML parser calls back into it. Open elements stand on a stack of its own, so
/// that depth costs memory only.
final class RDFXMLReader: XMLContentHandler {
  /// A property whose value is being read.
  struct OpenProperty {
    var subject: Subject
    var predicate: NamedNode
    /// Names the statement (`rdf:ID` of a property element).
    var reification: NamedNode?
    var datatype: NamedNode?
  }

  /// What an open element is, and so what may stand in it.
  enum Content {
    /// The document itself: one root.
    case document
    /// `rdf:RDF`: node elements.
    case root
    /// A node element, or a property with `parseType="Resource"`: property elements. `items` counts
    /// the `rdf:li` so far.
    case node(Subject, items: Int)
    /// A property element: text, or one node element.
    case property(OpenProperty, hasObject: Bool)
    /// A property element that its attributes make complete: nothing but white space.
    case complete
    /// `parseType="Collection"`: node elements; the last cell of the list so far.
    case collection(OpenProperty, last: BlankNode?)
    /// `parseType="Literal"`: any XML.
    case literal(OpenProperty)
  }

  /// An open element with what it passes on to those inside.
  struct Frame {
    var content: Content
    var base: BaseIRI?
    var language: String?
  }

  var frames: [Frame]
  var names = RDFXMLNames()
  private var quads: [Quad] = []
  /// The text of the innermost property element so far.
  private var text: [UInt8] = []
  private var literal = CanonicalXML()
  private var blankNodes = 0
  private var ids: Set<NamedNode> = []

  init(base: BaseIRI?) {
    frames = [Frame(content: .document, base: base)]
  }

  /// Moves the statements that are complete.
  func handOver(to quads: inout [Quad]) {
    quads.append(contentsOf: self.quads)
    self.quads.removeAll(keepingCapacity: true)
  }

  func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    let outer = frames[frames.count - 1]
    if case .literal = outer.content {
      literal.start(tag)
      return
    }
    var frame = Frame(content: .complete, base: outer.base, language: outer.language)
    try readScope(of: tag, into: &frame)
    switch outer.content {
    case .document: try readRoot(tag, &frame)
    case .root:
      let subject = try readNode(tag, &frame)
      frame.content = .node(subject, items: 0)
    case .node(let subject, let items): try readProperty(tag, of: subject, items: items, &frame)
    case .property(let property, hasObject: false):
      guard isBlank(text) else { throw Self.mixedContent }
      text.removeAll(keepingCapacity: true)
      frames[frames.count - 1].content = .property(property, hasObject: true)
      let subject = try readNode(tag, before: { emit(property, $0.term) }, &frame)
      frame.content = .node(subject, items: 0)
    case .property(_, hasObject: true):
      throw Self.refusal(
        en: "a property element holds one node element only",
        id: "elemen properti hanya memuat satu elemen simpul")
    case .complete:
      throw Self.refusal(
        en: "this property element has its value in an attribute and must be empty",
        id: "elemen properti ini bernilai lewat atribut dan harus kosong")
    case .collection(let property, let last):
      let cell = newBlankNode()
      frames[frames.count - 1].content = .collection(property, last: cell)
      if let last {
        emit(.blankNode(last), RDFVocabulary.rest, .blankNode(cell))
      } else {
        emit(property, .blankNode(cell))
      }
      let subject = try readNode(
        tag, before: { emit(.blankNode(cell), RDFVocabulary.first, $0.term) }, &frame)
      frame.content = .node(subject, items: 0)
    case .literal: break
    }
    frames.append(frame)
  }

  func endElement() throws(XMLRefusal) {
    switch frames[frames.count - 1].content {
    case .literal where literal.isInside:
      literal.end()
      return
    case .literal(let property):
      emit(
        property,
        .literal(Literal(literal.take(), datatype: RDFVocabulary.xmlLiteral)))
    case .property(let property, hasObject: false):
      emit(property, try textLiteral(property, language: frames[frames.count - 1].language))
    case .collection(let property, let last):
      if let last {
        emit(.blankNode(last), RDFVocabulary.rest, .namedNode(RDFVocabulary.nil))
      } else {
        emit(property, .namedNode(RDFVocabulary.nil))
      }
    case .document, .root, .node, .property, .complete: break
    }
    frames.removeLast()
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    switch frames[frames.count - 1].content {
    case .literal: literal.text(piece)
    case .property(_, hasObject: false): text.append(contentsOf: piece)
    case .property, .document, .root, .node, .complete, .collection:
      guard isBlank(piece) else { throw Self.mixedContent }
    }
  }

  func comment(_ text: String) throws(XMLRefusal) {
    if case .literal = frames[frames.count - 1].content { literal.comment(text) }
  }

  func processingInstruction(_ target: String, data: String) throws(XMLRefusal) {
    if case .literal = frames[frames.count - 1].content {
      literal.processingInstruction(target, data: data)
    }
  }

  /// Starts to collect the text of a property.
  func expectText() { text.removeAll(keepingCapacity: true) }

  private func textLiteral(
    _ property: OpenProperty, language: String?
  ) throws(XMLRefusal) -> Term {
    let value = String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
    guard let datatype = property.datatype else { return plainLiteral(value, language) }
    guard datatype != RDFVocabulary.langString, datatype != RDFVocabulary.dirLangString else {
      throw Self.refusal(
        en: "a literal of this datatype has its language in 'xml:lang', without 'rdf:datatype'",
        id: "literal dengan tipe data ini berbahasa lewat 'xml:lang', tanpa 'rdf:datatype'")
    }
    return .literal(Literal(value, datatype: datatype))
  }

  /// A text in the language in scope, if there is one.
  func plainLiteral(_ value: String, _ language: String?) -> Term {
    .literal(language.map { Literal(value, language: $0) } ?? Literal(value))
  }

  func emit(_ subject: Subject, _ predicate: NamedNode, _ object: Term) {
    quads.append(Quad(Triple(subject, predicate, object)))
  }

  /// A property's statement, and what names it
  /// ([§7.3](https://www.w3.org/TR/rdf-syntax-grammar/#section-Reification)).
  func emit(_ property: OpenProperty, _ object: Term) {
    emit(property.subject, property.predicate, object)
    guard let statement = property.reification.map(Subject.namedNode) else { return }
    emit(statement, RDFVocabulary.type, .namedNode(RDFVocabulary.statement))
    emit(statement, RDFVocabulary.subject, property.subject.term)
    emit(statement, RDFVocabulary.predicate, .namedNode(property.predicate))
    emit(statement, RDFVocabulary.object, object)
  }

  /// A node that no other of the document is; its label starts with a digit, as no name does.
  func newBlankNode() -> BlankNode {
    blankNodes += 1
    return BlankNode(label: String(blankNodes))
  }

  /// The IRI of an `rdf:ID`, which names one thing only (constraint-id).
  func newID(_ id: String, _ frame: Frame) throws(XMLRefusal) -> NamedNode {
    try checkName(id, of: "ID")
    let node = try resolve("#" + id, frame)
    guard ids.insert(node).inserted else {
      throw Self.refusal(
        en: "the ID '\(id)' stands twice", id: "ID '\(id)' ada dua kali")
    }
    return node
  }

  private func isBlank(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x9 || $0 == 0xA || $0 == 0xD }
  }

  static func refusal(en english: String, id indonesian: String) -> XMLRefusal {
    XMLRefusal(Message(en: english, id: indonesian))
  }

  private static let mixedContent = refusal(
    en: "text stands where only elements may", id: "teks ada di tempat yang hanya untuk elemen")
}
