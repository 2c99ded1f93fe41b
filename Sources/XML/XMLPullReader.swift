internal import CLibXML2
public import Diagnostics

/// Reads an XML document one event at a time.
///
/// A document type declaration is refused, and with it every entity but the five of XML itself.
/// Comments and processing instructions are passed over.
public struct XMLPullReader: ~Copyable {
  private let reader: xmlTextReaderPtr
  private let memory: UnsafeMutableBufferPointer<CChar>
  private let failure: ReaderFailure
  private let file: String?
  private let limits: XMLLimits
  private var pendingEnd: XMLName?
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  /// A reader of the bytes of a document; the encoding is the one that the document declares.
  ///
  /// - Throws: ``SyntaxError`` if the document exceeds the limits or no reader can be made.
  public init(_ bytes: [UInt8], file: String? = nil, limits: XMLLimits = .init())
    throws(SyntaxError)
  {
    xmlInitParser()
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      throw SyntaxError(
        Message(
          en: "the XML has \(bytes.count) bytes; at most \(limits.bytes) are read",
          id: "XML berukuran \(bytes.count) bita; paling banyak \(limits.bytes) yang dibaca"),
        at: .start ..< .start, file: file)
    }
    let memory = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
    memory.initialize(repeating: 0)
    for (index, byte) in bytes.enumerated() { memory[index] = CChar(bitPattern: byte) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    guard
      let reader = xmlReaderForMemory(
        memory.baseAddress, Int32(bytes.count), nil, nil, Int32(bitPattern: options))
    else {
      memory.deallocate()
      throw SyntaxError(
        Message(en: "the XML cannot be opened", id: "XML tidak dapat dibuka"),
        at: .start ..< .start,
        file: file)
    }
    self.reader = reader
    self.memory = memory
    self.file = file
    self.limits = limits
    failure = ReaderFailure()
    xmlTextReaderSetStructuredErrorHandler(
      reader, reportReaderError, Unmanaged.passUnretained(failure).toOpaque())
  }

  deinit {
    xmlFreeTextReader(reader)
    memory.deallocate()
  }

  /// The next event; nil at the end of the document.
  ///
  /// - Throws: ``SyntaxError`` where the document is not well formed, has a document type
  ///   declaration, or is nested too deeply.
  public mutating func next() throws(SyntaxError) -> XMLEvent? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      let status = xmlTextReaderRead(reader)
      guard status == 1 else {
        if status == 0, failure.message == nil { return nil }
        throw error(failure.message ?? "not well formed")
      }
      if let message = failure.message { throw error(message) }
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        return try readStart()
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
        return .end(currentName())
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue),
        Int32(XML_READER_TYPE_WHITESPACE.rawValue):
        return .text(string(xmlTextReaderConstValue(reader)))
      case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue),
        Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
        throw refusal
      default:
        continue
      }
    }
  }

  private mutating func readStart() throws(SyntaxError) -> XMLEvent {
    guard Int(xmlTextReaderDepth(reader)) < limits.depth else {
      throw error("nested deeper than \(limits.depth) elements")
    }
    let name = currentName()
    let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
    var attributes: [XMLAttribute] = []
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
      attributes.append(
        XMLAttribute(name: currentName(), value: string(xmlTextReaderConstValue(reader))))
    }
    if !attributes.isEmpty { xmlTextReaderMoveToElement(reader) }
    if isEmpty { pendingEnd = name }
    return .start(name, attributes: attributes)
  }

  private mutating func currentName() -> XMLName {
    XMLName(
      namespace: interned(xmlTextReaderConstNamespaceUri(reader)),
      interned(xmlTextReaderConstLocalName(reader)))
  }

  /// Names come from the reader's own dictionary, so that one address is always one name.
  private mutating func interned(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text else { return "" }
    if let known = names[text] { return known }
    let name = string(text)
    names[text] = name
    return name
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private var refusal: SyntaxError {
    SyntaxError(
      Message(
        en: "document type declarations and entities are not read",
        id: "deklarasi jenis dokumen dan entitas tidak dibaca"), at: position, file: file)
  }

  private func error(_ message: String) -> SyntaxError {
    SyntaxError(Message(en: message, id: message), at: failure.position ?? position, file: file)
  }

  private var position: Range<TextPosition> {
    let place = TextPosition(
      line: max(0, Int(xmlTextReaderGetParserLineNumber(reader)) - 1),
      column: max(0, Int(xmlTextReaderGetParserColumnNumber(reader)) - 1),
      offset: max(0, Int(xmlTextReaderByteConsumed(reader))))
    return place..<place
  }
}

/// The first error that libxml2 reports to a reader.
///
/// A class, for C holds its address.
final class ReaderFailure {
  fileprivate(set) var message: String?
  fileprivate(set) var position: Range<TextPosition>?
}

/// Stores the first error; warnings and recoverable validity errors of the parser are not errors here.
private func reportReaderError(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
    return
  }
  let failure = Unmanaged<ReaderFailure>.fromOpaque(context).takeUnretainedValue()
  guard failure.message == nil else { return }
  var text = error.pointee.message.map { String(cString: $0) } ?? "not well formed"
  while text.last?.isWhitespace == true { text.removeLast() }
  failure.message = text
  let place = TextPosition(
    line: max(0, Int(error.pointee.line) - 1), column: max(0, Int(error.pointee.int2) - 1),
    offset: 0)
  failure.position = place..<place
}
