import Diagnostics
import RDF
import XML

/// Turns the content of an RDF/XML document into statements, element by element.
///
/// Open elements stand on a stack of its own, so that depth costs memory only. Terms go straight into
/// the block in canonical form; those that an open element may need again are held beside it, since
/// blocks come and go.
struct RDFXMLGrammar: ~Copyable {
  typealias Frame = RDFXMLFrame
  typealias Run = QuadBlock.Run

  /// The statements of the block that is being filled.
  var statements: [QuadBlock.Statement] = []
  /// The terms of that block.
  var terms = TermBytes()
  /// The number of the block, from 1.
  var blockNumber = 0
  /// The open elements.
  var frames: RDFXMLFrames
  /// The last `rdf:about`: in documents of one statement an element the next is often the same.
  var lastSubject = Frame.HeldTerm()
  /// What open elements hold, each its own behind that of the one around it.
  var held = TermBytes()
  /// The bases in scope.
  var bases: [BaseIRI]
  var names = RDFXMLNames()
  var ids = RDFXMLIdentifiers()
  var labels = AnonymousLabels()
  let labelPrefix: [UInt8]
  /// The triple terms that are being read.
  var tripleTerms = RDFXMLTripleTerms()
  /// The attributes of the tag at hand.
  var attributes = RDFXMLAttributes()
  /// The text of the innermost property element so far.
  private var text = TermBytes()
  private var literal = CanonicalXML()
  /// The longest text of a literal, in bytes.
  var longestToken = 1 << 28 {
    didSet { literal.longestText = longestToken }
  }

  init(base: BaseIRI?, labelPrefix: String) {
    bases = base.map { [$0] } ?? []
    frames = RDFXMLFrames(
      document: Frame(
        content: .document, announced: [], language: .init(), baseCount: bases.count, heldCount: 0))
    self.labelPrefix = Array(labelPrefix.utf8)
  }

  /// Takes over the memory of a block, to fill it again.
  mutating func begin(_ block: inout QuadBlock) {
    terms.reuse(&block.bytes)
    swap(&statements, &block.statements)
    statements.removeAll(keepingCapacity: true)
    blockNumber += 1
  }

  /// Gives the statements since then.
  mutating func hand(to block: inout QuadBlock) {
    terms.hand(to: &block.bytes)
    swap(&statements, &block.statements)
  }

  /// The innermost open element.
  var top: Frame {
    @inline(__always) get { frames.top }
    @inline(__always) _modify { yield &frames.top }
  }

  @inline(__always)
  mutating func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    if top.content.isOpaque { return try startOpaque(tag) }
    let count = statements.count
    frames.push(
      Frame(
        content: .complete, announced: top.announced, language: top.language,
        baseCount: top.baseCount, heldCount: held.end))
    do throws(XMLRefusal) {
      try openElement(tag)
    } catch {
      statements.removeLast(statements.count - count)
      tripleTerms.noteMistake()
      close()
      // What follows a node element is no literal, even if that is skipped.
      if top.content == .property || top.content == .triple { top.hasObject = true }
      throw error
    }
  }

  /// A tag within what is no RDF/XML.
  private mutating func startOpaque(_ tag: XMLTag) throws(XMLRefusal) {
    guard top.content == .ignored else { return try literal.start(tag) }
    frames.push(
      Frame(
        content: .ignored, announced: [], language: top.language, baseCount: top.baseCount,
        heldCount: held.end))
  }

  private mutating func openElement(_ tag: XMLTag) throws(XMLRefusal) {
    try attributes.sort(tag, &names)
    try readScope(of: tag)
    switch frames.outer.content {
    case .document: try readRoot(tag)
    case .root: try readNode(tag)
    case .node: try readProperty(tag)
    case .property:
      try takeOnlyNode()
      let hasText = !Self.isBlank(text.bytes.span.extracting(first: text.end))
      text.end = 0
      guard !hasText else { throw Self.mixedContent }
      try readNode(tag, isObject: true)
    case .complete:
      throw Self.refusal(
        en: "this property element has its value in an attribute and must be empty",
        id: "elemen properti ini bernilai lewat atribut dan harus kosong")
    case .collection: try readItem(tag)
    case .triple:
      try takeOnlyNode()
      try readNode(tag)
    case .literal, .ignored: break
    }
  }

  /// Notes the one node element of the property around it.
  private mutating func takeOnlyNode() throws(XMLRefusal) {
    guard !frames.outer.hasObject else {
      throw Self.refusal(
        en: "a property element holds one node element only",
        id: "elemen properti hanya memuat satu elemen simpul")
    }
    frames.outer.hasObject = true
  }

  @inline(__always)
  mutating func endElement() throws(XMLRefusal) {
    switch top.content {
    case .literal where literal.isInside:
      literal.end()
      return
    case .literal:
      let text = literal.take()
      emitProperty(appendLiteral(text, suffix: "^^<\(RDFVocabulary.xmlLiteral.iri)>"))
    case .property where !top.hasObject: try endText()
    case .collection:
      if let cell = top.cell {
        emit(append(anonymous: cell), append(RDFVocabulary.rest), append(RDFVocabulary.nil))
      } else {
        emitProperty(append(RDFVocabulary.nil))
      }
    case .triple: try endTripleTerm()
    case .document, .root, .node, .property, .complete, .ignored: break
    }
    close()
  }

  /// Ends the innermost element and what it held.
  mutating func close() {
    held.end = top.heldCount
    frames.pop()
    if bases.count > top.baseCount { bases.removeLast(bases.count - top.baseCount) }
  }

  @inline(__always)
  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    switch top.content {
    case .literal: try literal.text(piece)
    case .ignored: break
    case .property where !top.hasObject:
      guard text.end + piece.count <= longestToken else { throw Self.tooLong }
      text.append(UnsafeRawBufferPointer(piece))
    case .property, .document, .root, .node, .complete, .collection, .triple:
      guard !Self.isBlank(piece.span), !top.hasStrayText else { return }
      top.hasStrayText = true
      throw Self.mixedContent
    }
  }

  mutating func comment(_ text: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    if top.content == .literal { try literal.comment(text) }
  }

  mutating func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, data: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {
    if top.content == .literal { try literal.processingInstruction(target, data: data) }
  }

  /// Starts to collect the text of a property.
  mutating func expectText() { text.end = 0 }

  /// `literalPropertyElt` (§7.2.16) at its end.
  private mutating func endText() throws(XMLRefusal) {
    let start = terms.end
    Self.appendQuoted(&text, to: &terms)
    text.end = 0
    if top.datatype.isEmpty {
      appendLanguage()
    } else {
      switch DatatypeRole(held.bytes.span, top.datatype.range) {
      case .string: break
      case .other:
        terms.append("^^")
        append(held: top.datatype)
      case .languageString:
        tripleTerms.noteMistake()
        close()
        throw Self.refusal(
          en: "a literal of this datatype has its language in 'xml:lang', without 'rdf:datatype'",
          id: "literal dengan tipe data ini berbahasa lewat 'xml:lang', tanpa 'rdf:datatype'")
      }
    }
    emitProperty(terms.run(from: start))
  }

  static func isBlank(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x9, 0xA, 0xD: index &+= 1
      default: return false
      }
    }
    return true
  }

  /// What ends the reading even where mistakes are skipped.
  static func bound(en english: String, id indonesian: String) -> XMLRefusal {
    XMLRefusal(Message(en: english, id: indonesian), endsReading: true)
  }

  static func refusal(en english: String, id indonesian: String) -> XMLRefusal {
    XMLRefusal(Message(en: english, id: indonesian))
  }

  private static let mixedContent = refusal(
    en: "text stands where only elements may", id: "teks ada di tempat yang hanya untuk elemen")
  /// A text that does not fit into memory that stays bounded.
  static let tooLong = bound(
    en: "a text that is too long to be held", id: "teks terlalu panjang untuk dimuat")
  /// The longest namespace, base or language, in bytes: one of them can come out again with every
  /// few bytes of a document.
  static let longestInherited = 1 << 13
}
