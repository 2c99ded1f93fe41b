import Diagnostics
import RDF
import XML

/// Turns the content of an RDF/XML document into statements, element by element.
///
/// Open elements stand on a stack of its own, so that depth costs memory only. Terms go straight into
/// the block in canonical form; those that an open element may need again are held beside it, since
/// blocks come and go.
struct RDFXMLGrammar {
  typealias Frame = RDFXMLFrame
  typealias Run = QuadBlock.Run

  /// The block that is being filled.
  var block = QuadBlock()
  /// The number of the block, from 1.
  var blockNumber = 0
  var frames: [Frame]
  /// What open elements hold, each its own behind that of the one around it.
  var held: [UInt8] = []
  /// The bases in scope.
  var bases: [BaseIRI]
  var names = RDFXMLNames()
  var ids = RDFXMLIdentifiers()
  var labels = AnonymousLabels()
  let labelPrefix: [UInt8]
  /// What is put behind a text that is scanned.
  let padding = [UInt8](repeating: 0, count: TextScan.padding)
  /// The attributes of the tag at hand.
  var attributes = RDFXMLAttributes()
  /// The text of the innermost property element so far.
  private var text: [UInt8] = []
  private var literal = CanonicalXML()

  init(base: BaseIRI?, labelPrefix: String) {
    bases = base.map { [$0] } ?? []
    frames = [Frame(content: .document, language: .init(), baseCount: bases.count, heldCount: 0)]
    self.labelPrefix = Array(labelPrefix.utf8)
  }

  /// Gives the block that is being filled for another, whose statements go on behind those it has.
  mutating func exchange(_ other: inout QuadBlock) {
    swap(&block, &other)
    blockNumber += 1
  }

  mutating func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    if frames[frames.count - 1].content == .literal {
      try literal.start(tag)
      return
    }
    let statements = block.statements.count
    let outer = frames[frames.count - 1]
    frames.append(
      Frame(
        content: .complete, language: outer.language, baseCount: outer.baseCount,
        heldCount: held.count))
    do throws(XMLRefusal) {
      try openElement(tag, in: outer)
    } catch {
      block.statements.removeLast(block.statements.count - statements)
      close()
      throw error
    }
  }

  private mutating func openElement(_ tag: XMLTag, in outer: Frame) throws(XMLRefusal) {
    try attributes.sort(tag, &names)
    try readScope(of: tag)
    switch outer.content {
    case .document: try readRoot(tag)
    case .root: try readNode(tag)
    case .node: try readProperty(tag)
    case .property:
      guard !outer.hasObject else {
        throw Self.refusal(
          en: "a property element holds one node element only",
          id: "elemen properti hanya memuat satu elemen simpul")
      }
      // What follows is no literal, even if this node is skipped.
      frames[frames.count - 2].hasObject = true
      let hasText = !Self.isBlank(text.span)
      text.removeAll(keepingCapacity: true)
      guard !hasText else { throw Self.mixedContent }
      try readNode(tag, isObject: true)
    case .complete:
      throw Self.refusal(
        en: "this property element has its value in an attribute and must be empty",
        id: "elemen properti ini bernilai lewat atribut dan harus kosong")
    case .collection: try readItem(tag, of: outer)
    case .literal: break
    }
  }

  mutating func endElement() throws(XMLRefusal) {
    let index = frames.count - 1
    switch frames[index].content {
    case .literal where literal.isInside:
      literal.end()
      return
    case .literal:
      let text = literal.take()
      emitProperty(
        index, appendLiteral(text, suffix: "^^<\(RDFVocabulary.xmlLiteral.iri)>"))
    case .property where !frames[index].hasObject: try endText(index)
    case .collection:
      if let cell = frames[index].cell {
        emit(append(anonymous: cell), append(RDFVocabulary.rest), append(RDFVocabulary.nil))
      } else {
        emitProperty(index, append(RDFVocabulary.nil))
      }
    case .document, .root, .node, .property, .complete: break
    }
    close()
  }

  /// Ends the innermost element and what it held.
  private mutating func close() {
    guard let frame = frames.popLast() else { return }
    if held.count > frame.heldCount { held.removeLast(held.count - frame.heldCount) }
    let baseCount = frames[frames.count - 1].baseCount
    if bases.count > baseCount { bases.removeLast(bases.count - baseCount) }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    let index = frames.count - 1
    switch frames[index].content {
    case .literal: try literal.text(piece)
    case .property where !frames[index].hasObject:
      guard text.count + piece.count <= Self.longestToken else { throw Self.tooLong }
      text.append(contentsOf: piece)
    case .property, .document, .root, .node, .complete, .collection:
      guard !Self.isBlank(piece.span), !frames[index].hasStrayText else { return }
      frames[index].hasStrayText = true
      throw Self.mixedContent
    }
  }

  mutating func comment(_ text: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    if frames[frames.count - 1].content == .literal { try literal.comment(text) }
  }

  mutating func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, data: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {
    if frames[frames.count - 1].content == .literal {
      try literal.processingInstruction(target, data: data)
    }
  }

  /// Starts to collect the text of a property.
  mutating func expectText() { text.removeAll(keepingCapacity: true) }

  /// `literalPropertyElt` (§7.2.16) at its end.
  private mutating func endText(_ index: Int) throws(XMLRefusal) {
    let frame = frames[index]
    let start = block.bytes.count
    Self.appendQuoted(&text, padding, to: &block.bytes)
    if !frame.datatype.isEmpty {
      switch DatatypeRole(held.span, frame.datatype.range) {
      case .string: break
      case .other:
        CanonicalTerm.append("^^", to: &block.bytes)
        Self.copy(frame.datatype.range, of: held, to: &block.bytes)
      case .languageString:
        text.removeAll(keepingCapacity: true)
        close()
        throw Self.refusal(
          en: "a literal of this datatype has its language in 'xml:lang', without 'rdf:datatype'",
          id: "literal dengan tipe data ini berbahasa lewat 'xml:lang', tanpa 'rdf:datatype'")
      }
    } else {
      appendLanguage()
    }
    text.removeAll(keepingCapacity: true)
    emitProperty(index, Run(start: start, count: block.bytes.count - start))
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
    en: "a text of more than \(longestToken) bytes", id: "teks lebih dari \(longestToken) bita")
  /// The longest text of a literal, in bytes.
  static let longestToken = 1 << 28
  /// The longest namespace, base or language, in bytes: one of them can come out again with every
  /// few bytes of a document.
  static let longestInherited = 1 << 13
}
