import CLibXML2
import Diagnostics

/// What the callbacks of one push parser share.
///
/// A class, for C holds its address. Only the callbacks of one parser touch it, one after the other,
/// so that nothing checks whether two accesses overlap.
final class PushSession {
  @exclusivity(unchecked)
  private(set) var failure: SyntaxError?
  /// Whether there is a failure; asked with every call, when a look at the failure costs more.
  @exclusivity(unchecked)
  private var hasFailed = false
  @exclusivity(unchecked)
  private(set) var scopes: NamespaceScopes
  private let handler: XMLContentHandler
  private let file: String?
  private let limits: XMLLimits
  private let skip: ((SyntaxError) -> Void)?
  @exclusivity(unchecked)
  private var depth = 0
  /// The depth of the element that is passed over; more than any where none is.
  @exclusivity(unchecked)
  private var skippedDepth = Int.max
  @exclusivity(unchecked)
  private var bytesIn = 0
  @exclusivity(unchecked)
  private var bytesOut = 0
  /// What was handed over since the last piece came in.
  @exclusivity(unchecked)
  private var bytesOutOfPiece = 0
  /// Whether a DTD declares anything; without one nothing can expand, and nothing is counted.
  @exclusivity(unchecked)
  private var canExpand = false
  @exclusivity(unchecked)
  private var declarations = AttributeDeclarations()
  /// The attributes of a tag as they are handed over.
  private let attributes: UnsafeMutablePointer<XMLTagAttribute>
  /// The attributes of a tag as they are written, and those supplied behind them.
  private let written: UnsafeMutablePointer<WrittenAttribute>
  /// By the number of a name: the last tag that has it as an attribute.
  @exclusivity(unchecked)
  private var lastTags: [Int] = []
  @exclusivity(unchecked)
  private var tagCount = 0
  @exclusivity(unchecked)
  private var pendingTag = PendingTag()

  private struct WrittenAttribute {
    var name: Int
    var value: UnsafePointer<xmlChar>
  }

  init(
    handler: XMLContentHandler, scopes: consuming NamespaceScopes, file: String?, limits: XMLLimits,
    skip: ((SyntaxError) -> Void)?
  ) {
    self.handler = handler
    self.scopes = scopes
    self.file = file
    self.limits = limits
    self.skip = skip
    let capacity = Self.maximumAttributes + AttributeDeclarations.maximumDefaults
    attributes = .allocate(capacity: capacity)
    written = .allocate(capacity: capacity)
  }

  deinit {
    attributes.deallocate()
    written.deallocate()
  }

  /// Whether the document may declare entities.
  var admitsEntities: Bool { limits.admitsEntities }

  /// Counts the bytes about to be parsed.
  func admit(_ count: Int, _ context: xmlParserCtxtPtr) throws(SyntaxError) {
    bytesIn += count
    bytesOutOfPiece = 0
    if bytesIn > limits.bytes {
      fail(
        Message(
          en: "the XML is longer than \(limits.bytes) bytes",
          id: "XML lebih panjang dari \(limits.bytes) bita"), context)
    }
    if let failure { throw failure }
  }

  /// Takes a failure of the parser that no callback reported, and looks at what it keeps back.
  func noteStatus(_ status: Int32, _ context: xmlParserCtxtPtr) {
    guard !hasFailed else { return }
    if status != 0, context.pointee.wellFormed != 1 {
      fail(notWellFormed: "the XML is not well formed", "XML tidak tersusun dengan benar", context)
    } else if pendingTag.hasTooManyAttributes(context, limit: Self.maximumAttributes) {
      fail(Self.tooManyAttributes.message, context)
    }
  }

  /// Keeps the first failure, with the place the parser is at, and stops the parser.
  func fail(_ message: Message, _ context: xmlParserCtxtPtr, inTag: Bool = false) {
    guard !hasFailed else { return }
    failure = error(message, context, inTag: inTag)
    hasFailed = true
    xmlStopParser(context)
  }

  /// Takes an error of libxml2.
  func fail(_ error: xmlError, _ context: xmlParserCtxtPtr) {
    guard !hasFailed else { return }
    var text = error.message.map { String(cString: $0) } ?? "not well formed"
    while text.last?.isWhitespace == true { text.removeLast() }
    fail(notWellFormed: text, text, context)
  }

  private func fail(
    notWellFormed english: String, _ indonesian: String, _ context: xmlParserCtxtPtr,
    inTag: Bool = false
  ) {
    let isSkipping = skip != nil
    fail(
      Message(
        en: isSkipping ? "\(english); XML that is not well formed cannot be skipped" : english,
        id: isSkipping
          ? "\(indonesian); XML yang tidak tersusun dengan benar tidak dapat dilewati" : indonesian),
      context, inTag: inTag)
  }

  private func error(
    _ message: Message, _ context: xmlParserCtxtPtr, inTag: Bool
  ) -> SyntaxError {
    let place = InputPlace.current(context, inTag: inTag)
    return SyntaxError(message, at: place..<place, file: file)
  }

  /// Takes what the handler refuses: the end of the reading, unless mistakes are skipped.
  private func take(_ refusal: XMLRefusal, _ context: xmlParserCtxtPtr, inTag: Bool = false) {
    guard let skip, !refusal.endsReading else {
      fail(refusal.message, context, inTag: inTag)
      return
    }
    skip(error(refusal.message, context, inTag: inTag))
    if inTag { skippedDepth = depth }
  }

  /// Counts what is handed over: far more than came in is an attack by expansion, and so is more at
  /// once than libxml2 keeps back.
  @inline(__always)
  private func count(_ bytes: Int) throws(XMLRefusal) {
    guard canExpand else { return }
    bytesOut &+= bytes
    bytesOutOfPiece &+= bytes
    if bytesOut > bytesIn &* 10 &+ 1 << 20 || bytesOutOfPiece > Self.largestExpansion {
      throw Self.explosion
    }
  }

  /// A start tag; `values` are names and values in turn, and a nil behind them.
  func startElement(
    _ context: xmlParserCtxtPtr, _ name: UnsafePointer<xmlChar>,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !hasFailed else { return }
    let tag: XMLTag
    do throws(XMLRefusal) {
      depth += 1
      guard depth <= limits.depth else {
        throw XMLRefusal(
          Message(
            en: "nested deeper than \(limits.depth) elements",
            id: "bersarang lebih dalam dari \(limits.depth) elemen"))
      }
      tag = try readTag(name, values)
    } catch {
      fail(notWellFormed: error.message.english, error.message.indonesian, context, inTag: true)
      return
    }
    guard depth < skippedDepth else { return }
    do throws(XMLRefusal) {
      try handler.startElement(tag)
    } catch {
      take(error, context, inTag: true)
    }
  }

  /// Takes the declarations of a tag into the scopes, and its other attributes into ``attributes``.
  private func readTag(
    _ name: UnsafePointer<xmlChar>, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) throws(XMLRefusal) -> XMLTag {
    var count = 0
    var size = 0
    if var rest = values {
      while let attribute = rest[0], let value = rest[1] {
        guard size < Self.maximumAttributes else { throw Self.tooManyAttributes }
        if !declarations.isEmpty {
          declarations.normalize(
            UnsafeMutablePointer(mutating: value), of: attribute, in: name)
        }
        try write(try scopes.number(of: attribute), value, at: &count)
        size &+= 1
        rest += 2
      }
    }
    if !declarations.isEmpty {
      for supplied in try missingDefaults(of: name, values) {
        try write(try scopes.number(of: supplied.name), supplied.value, at: &count)
        size &+= 1
      }
    }
    return XMLTag(
      name: try scopes.element(try scopes.number(of: name)),
      attributes: try expandWritten(count, size: size &* Self.attributeCost))
  }

  /// Takes a namespace declaration into the scopes; notes any other attribute.
  @inline(__always)
  private func write(
    _ name: Int, _ value: UnsafePointer<xmlChar>, at index: inout Int
  ) throws(XMLRefusal) {
    let prefix = scopes.declaredPrefix(name)
    if prefix >= 0 {
      try scopes.declare(prefix, value, depth: depth)
    } else {
      written[index] = WrittenAttribute(name: name, value: value)
      index &+= 1
    }
  }

  /// What the DTD supplies to the attributes that are written.
  private func missingDefaults(
    of element: UnsafePointer<xmlChar>, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) throws(XMLRefusal) -> [AttributeDeclarations.Default] {
    var names: Set<UnsafePointer<xmlChar>> = []
    if var rest = values {
      while let attribute = rest[0] {
        names.insert(attribute)
        rest += 2
      }
    }
    return declarations.defaults(of: element).filter { !names.contains($0.name) }
  }

  /// Gives the noted attributes their expanded names, once all declarations of the tag are known.
  private func expandWritten(
    _ count: Int, size: Int
  ) throws(XMLRefusal) -> UnsafeBufferPointer<XMLTagAttribute> {
    tagCount &+= 1
    var size = size
    for index in 0..<count {
      let name = try scopes.attribute(written[index].name)
      let start = written[index].value
      let value = UnsafeBufferPointer(start: start, count: simpul_xml_length(start))
      // Most tags have one, which cannot stand twice.
      if count > 1 { try note(name) }
      attributes[index] = XMLTagAttribute(name: name, value: value)
      size &+= value.count
    }
    try self.count(size)
    return UnsafeBufferPointer(start: attributes, count: count)
  }

  /// Notes that an attribute stands in the tag at hand.
  private func note(_ name: XMLInternedName) throws(XMLRefusal) {
    while name.id >= lastTags.count { lastTags.append(0) }
    guard lastTags[name.id] != tagCount else {
      let text = String(cString: name.local)
      throw XMLRefusal(
        Message(
          en: "the attribute '\(text)' stands twice", id: "atribut '\(text)' ada dua kali"))
    }
    lastTags[name.id] = tagCount
  }

  func endElement(_ context: xmlParserCtxtPtr) {
    guard !hasFailed else { return }
    scopes.endElement(depth: depth)
    depth -= 1
    guard depth + 1 < skippedDepth else {
      if depth + 1 == skippedDepth { skippedDepth = .max }
      return
    }
    do throws(XMLRefusal) {
      try handler.endElement()
    } catch {
      take(error, context)
    }
  }

  func text(_ context: xmlParserCtxtPtr, _ piece: UnsafeBufferPointer<UInt8>) {
    guard !hasFailed else { return }
    do throws(XMLRefusal) {
      try count(piece.count)
    } catch {
      fail(error.message, context)
      return
    }
    guard depth < skippedDepth else { return }
    do throws(XMLRefusal) {
      try handler.text(piece)
    } catch {
      take(error, context)
    }
  }

  func comment(_ context: xmlParserCtxtPtr, _ text: UnsafePointer<xmlChar>?) {
    guard !hasFailed, depth < skippedDepth else { return }
    do throws(XMLRefusal) {
      try handler.comment(Self.bytes(text))
    } catch {
      take(error, context)
    }
  }

  func processingInstruction(
    _ context: xmlParserCtxtPtr, _ target: UnsafePointer<xmlChar>?,
    _ data: UnsafePointer<xmlChar>?
  ) {
    guard !hasFailed, depth < skippedDepth else { return }
    do throws(XMLRefusal) {
      try handler.processingInstruction(Self.bytes(target), data: Self.bytes(data))
    } catch {
      take(error, context)
    }
  }

  /// A declaration of an entity or attribute in the DTD: from here on what is handed over is counted.
  func noteDeclaration() { canExpand = true }

  /// A declaration of an attribute in the DTD.
  func declareAttribute(
    _ context: xmlParserCtxtPtr, _ attribute: UnsafePointer<xmlChar>,
    of element: UnsafePointer<xmlChar>, areTokens: Bool, defaultValue: UnsafePointer<xmlChar>?
  ) {
    guard !hasFailed else { return }
    noteDeclaration()
    do throws(XMLRefusal) {
      var value: UnsafePointer<xmlChar>?
      if let defaultValue { value = try scopes.intern(defaultValue) }
      try declarations.declare(
        attribute, of: element, areTokens: areTokens, defaultValue: value)
    } catch {
      fail(error.message, context)
    }
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text, count: text.map { simpul_xml_length($0) } ?? 0)
  }

  static let explosion = XMLRefusal(
    Message(
      en: "entities or default attributes make the document explode",
      id: "entitas atau atribut bawaan membuat dokumen membengkak"))

  private static let tooManyAttributes = XMLRefusal(
    Message(
      en: "a tag has more than \(maximumAttributes) attributes",
      id: "sebuah tag memiliki lebih dari \(maximumAttributes) atribut"))

  /// What an attribute or a namespace declaration counts, in bytes beside its value; one that is
  /// written out takes more than a tenth of it.
  private static let attributeCost = 40
  /// How many bytes may come out of one piece.
  private static let largestExpansion = 1 << 25
  /// How many attributes a tag may have: libxml2 compares each with all.
  private static let maximumAttributes = 1024
}
