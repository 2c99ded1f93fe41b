internal import CLibXML2
public import Diagnostics

/// Parses an XML document that arrives in chunks, and hands its content to a handler.
///
/// Memory does not grow with the document. Entities that an internal DTD declares are expanded;
/// external entities and parameter entities are refused, an external DTD is not read, loops and
/// exploding expansions are refused.
///
/// ```swift
/// var parser = try XMLPushParser(handler: handler, file: "a.xml")
/// for chunk in chunks { try parser.parse(chunk) }
/// try parser.finish()
/// ```
public struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let session: PushSession

  /// A parser that hands content to `handler`; the encoding is the one that the document declares.
  ///
  /// Of the limits the depth counts, and the bytes of the whole document.
  ///
  /// - Throws: ``SyntaxError`` if no parser can be made.
  public init(
    handler: any XMLContentHandler, file: String? = nil,
    limits: XMLLimits = .init(bytes: .max)
  ) throws(SyntaxError) {
    xmlInitParser()
    var functions = PushSession.functions
    guard let context = xmlCreatePushParserCtxt(&functions, nil, nil, 0, nil) else {
      throw SyntaxError(
        Message(en: "the XML cannot be opened", id: "XML tidak dapat dibuka"),
        at: .start ..< .start, file: file)
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    session = PushSession(handler: handler, file: file, limits: limits)
    context.pointee._private = Unmanaged.passUnretained(session).toOpaque()
    self.context = context
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
  }

  /// Parses the next bytes of the document.
  ///
  /// - Throws: the first mistake, or what the handler refused, with its place; again on every
  ///   further call.
  public mutating func parse(_ chunk: ArraySlice<UInt8>) throws(SyntaxError) {
    var rest = chunk
    while !rest.isEmpty {
      let piece = rest.prefix(Self.pieceSize)
      rest = rest.dropFirst(Self.pieceSize)
      try session.admit(piece.count, context)
      piece.withUnsafeBytes { bytes in
        let status = xmlParseChunk(
          context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
        session.noteStatus(status, context)
      }
      if let failure = session.failure { throw failure }
    }
  }

  /// Parses the next bytes of the document.
  ///
  /// - Throws: as ``parse(_:)-(ArraySlice<UInt8>)`` does.
  public mutating func parse(_ chunk: [UInt8]) throws(SyntaxError) { try parse(chunk[...]) }

  /// Declares the document complete.
  ///
  /// - Throws: the first mistake, such as an element left open.
  public mutating func finish() throws(SyntaxError) {
    if let failure = session.failure { throw failure }
    session.noteStatus(xmlParseChunk(context, nil, 0, 1), context)
    if session.failure == nil, context.pointee.wellFormed != 1 {
      session.fail(
        Message(en: "the XML is not well formed", id: "XML tidak tersusun dengan benar"), context)
    }
    if let failure = session.failure { throw failure }
  }

  /// How much libxml2 gets at once, so that what it buffers stays small.
  private static let pieceSize = 1 << 16
}
