import CLibXML2
import Diagnostics

/// What the callbacks of one push parser share.
///
/// A class, for C holds its address.
final class PushSession {
  private(set) var failure: SyntaxError?
  private let handler: any XMLContentHandler
  private let file: String?
  private let limits: XMLLimits
  private var depth = 0
  private var bytesIn = 0
  private var bytesOut = 0
  private var names: [NameKey: XMLName] = [:]
  private var prefixes: [UnsafePointer<xmlChar>: String] = [:]

  /// Two addresses in the parser's dictionary, where one address is always one name.
  private struct NameKey: Hashable {
    var local: UnsafePointer<xmlChar>
    var namespace: UnsafePointer<xmlChar>?
  }

  init(handler: any XMLContentHandler, file: String?, limits: XMLLimits) {
    self.handler = handler
    self.file = file
    self.limits = limits
  }

  /// Counts the bytes about to be parsed.
  func admit(_ count: Int, _ context: xmlParserCtxtPtr) throws(SyntaxError) {
    bytesIn += count
    if bytesIn > limits.bytes {
      fail(
        Message(
          en: "the XML is longer than \(limits.bytes) bytes",
          id: "XML lebih panjang dari \(limits.bytes) bita"), context)
    }
    if let failure { throw failure }
  }

  /// Takes a failure of the parser that no callback reported.
  func noteStatus(_ status: Int32, _ context: xmlParserCtxtPtr) {
    guard status != 0, failure == nil, context.pointee.wellFormed != 1 else { return }
    fail(
      Message(en: "the XML is not well formed", id: "XML tidak tersusun dengan benar"), context)
  }

  /// Keeps the first failure, with the place the parser is at, and stops the parser.
  func fail(_ message: Message, _ context: xmlParserCtxtPtr, inTag: Bool = false) {
    guard failure == nil else { return }
    let place = InputPlace.current(context, inTag: inTag)
    failure = SyntaxError(message, at: place..<place, file: file)
    xmlStopParser(context)
  }

  /// Takes an error of libxml2.
  func fail(_ error: xmlError, _ context: xmlParserCtxtPtr) {
    guard failure == nil else { return }
    var text = error.message.map { String(cString: $0) } ?? "not well formed"
    while text.last?.isWhitespace == true { text.removeLast() }
    fail(Message(en: text, id: text), context)
  }

  private func perform(
    _ context: xmlParserCtxtPtr, inTag: Bool = false, _ action: () throws(XMLRefusal) -> Void
  ) {
    guard failure == nil else { return }
    do throws(XMLRefusal) {
      try action()
    } catch {
      fail(error.message, context, inTag: inTag)
    }
  }

  /// Counts what is handed over: far more than came in is an attack by expansion.
  private func count(_ bytes: Int) throws(XMLRefusal) {
    bytesOut += bytes
    if bytesOut > bytesIn * 10 + 1 << 20 { throw Self.explosion }
  }

  func startElement(
    _ context: xmlParserCtxtPtr, local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?,
    namespace: UnsafePointer<xmlChar>?, namespaceCount: Int, defaultedCount: Int,
    attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  ) {
    perform(context, inTag: true) { () throws(XMLRefusal) in
      depth += 1
      guard depth <= limits.depth else {
        throw XMLRefusal(
          Message(
            en: "nested deeper than \(limits.depth) elements",
            id: "bersarang lebih dalam dari \(limits.depth) elemen"))
      }
      let attributeCount = attributes.count / Self.attributeParts
      try count((namespaceCount + attributeCount) * Self.attributeCost)
      guard defaultedCount <= Self.maximumDefaults else { throw Self.explosion }
      var tag = XMLTag(name: name(local, namespace), prefix: interned(prefix))
      tag.attributes.reserveCapacity(attributeCount)
      for index in stride(from: 0, to: attributes.count, by: Self.attributeParts) {
        guard let local = attributes[index], let start = attributes[index + 3],
          let end = attributes[index + 4]
        else { continue }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        try count(value.count)
        tag.attributes.append(
          XMLTagAttribute(
            name: name(local, attributes[index + 2]), prefix: interned(attributes[index + 1]),
            value: String(decoding: value, as: UTF8.self)))
      }
      try handler.startElement(tag)
    }
  }

  func endElement(_ context: xmlParserCtxtPtr) {
    perform(context) { () throws(XMLRefusal) in
      depth -= 1
      try handler.endElement()
    }
  }

  func text(_ context: xmlParserCtxtPtr, _ piece: UnsafeBufferPointer<UInt8>) {
    perform(context) { () throws(XMLRefusal) in
      try count(piece.count)
      try handler.text(piece)
    }
  }

  func comment(_ context: xmlParserCtxtPtr, _ text: UnsafePointer<xmlChar>?) {
    perform(context) { () throws(XMLRefusal) in
      try handler.comment(text.map { String(cString: $0) } ?? "")
    }
  }

  func processingInstruction(
    _ context: xmlParserCtxtPtr, _ target: UnsafePointer<xmlChar>?,
    _ data: UnsafePointer<xmlChar>?
  ) {
    perform(context) { () throws(XMLRefusal) in
      try handler.processingInstruction(
        target.map { String(cString: $0) } ?? "", data: data.map { String(cString: $0) } ?? "")
    }
  }

  private func name(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLName {
    let key = NameKey(local: local, namespace: namespace)
    if let known = names[key] { return known }
    let name = XMLName(
      namespace: namespace.map { String(cString: $0) } ?? "", String(cString: local))
    names[key] = name
    return name
  }

  private func interned(_ prefix: UnsafePointer<xmlChar>?) -> String {
    guard let prefix else { return "" }
    if let known = prefixes[prefix] { return known }
    let name = String(cString: prefix)
    prefixes[prefix] = name
    return name
  }

  private static let explosion = XMLRefusal(
    Message(
      en: "entities or default attributes make the document explode",
      id: "entitas atau atribut bawaan membuat dokumen membengkak"))

  /// What an attribute or a namespace declaration counts, in bytes beside its value; one that is
  /// written out takes more than a tenth of it.
  private static let attributeCost = 40
  /// How many attributes of one tag a DTD may supply.
  private static let maximumDefaults = 256
  /// Local name, prefix, namespace, begin and end of the value.
  private static let attributeParts = 5
}
