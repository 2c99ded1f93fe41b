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
/// for chunk in chunks { try parser.parse(chunk[...]) }
/// try parser.finish()
/// ```
public struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let session: PushSession

  /// A parser that hands content to `handler`; the encoding is the one that the document declares.
  ///
  /// Of the limits the depth counts, and the bytes of the whole document. `skip` takes what the
  /// handler refuses: the element whose start it refuses is then passed over with all in it, text or
  /// an end that it refuses is passed over alone. Without it the first refusal ends the reading; what
  /// is not well formed always does. With `refusesDoctype` so does a document type declaration, and
  /// with it every entity but the five of XML itself.
  ///
  /// - Throws: ``SyntaxError`` if no parser can be made.
  public init(
    handler: XMLContentHandler, file: String? = nil, limits: XMLLimits = .init(bytes: .max),
    refusesDoctype: Bool = false, skip: ((SyntaxError) -> Void)? = nil
  ) throws(SyntaxError) {
    xmlInitParser()
    var functions = PushSession.functions
    if refusesDoctype { functions.internalSubset = PushSession.refuseDoctype }
    guard let context = xmlCreatePushParserCtxt(&functions, nil, nil, 0, nil),
      let scopes = NamespaceScopes()
    else {
      throw SyntaxError(
        Message(en: "the XML cannot be opened", id: "XML tidak dapat dibuka"),
        at: .start ..< .start, file: file)
    }
    // Only the handlers of the first kind were copied.
    context.pointee.sax.pointee = functions
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    session = PushSession(
      handler: handler, scopes: scopes, file: file, limits: limits, skip: skip)
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
  public mutating func parse(_ chunk: UnsafeRawBufferPointer) throws(SyntaxError) {
    var rest = chunk[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.largestPiece))
      rest = rest.dropFirst(Self.largestPiece)
      try session.admit(piece.count, context)
      let status = xmlParseChunk(
        context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0)
      session.noteStatus(status, context)
      if let failure = session.failure { throw failure }
    }
  }

  /// Parses the next bytes of the document.
  ///
  /// - Throws: as ``parse(_:)-(UnsafeRawBufferPointer)`` does.
  public mutating func parse(_ chunk: ArraySlice<UInt8>) throws(SyntaxError) {
    let result = chunk.withUnsafeBytes { bytes -> Result<Void, SyntaxError> in
      do throws(SyntaxError) {
        return .success(try parse(bytes))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

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

  /// How many bytes wait for more before they can be parsed, such as those of a long tag.
  public var pendingByteCount: Int {
    guard let input = context.pointee.input, let current = input.pointee.cur,
      let end = input.pointee.end
    else { return 0 }
    return end - current
  }

  /// The prefixes declared so far with the namespace that each stood for last, in order of their
  /// first appearance; the prefix of `xmlns` is empty.
  public var namespaces: [(prefix: String, namespace: String)] {
    session.scopes.declarations.map {
      (prefix: String(cString: $0.prefix), namespace: String(cString: $0.namespace))
    }
  }

  /// How much libxml2 gets at once, so that what it buffers stays small.
  private static let largestPiece = 1 << 20
}
