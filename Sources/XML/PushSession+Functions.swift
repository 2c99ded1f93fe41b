import CLibXML2
import Diagnostics

extension PushSession {
  /// The callbacks of a push parser: libxml2's own for what a DTD with internal entities needs, ours
  /// for content and errors, none for all that would read other files.
  static var functions: xmlSAXHandler {
    var functions = xmlSAXHandler()
    xmlSAXVersion(&functions, 2)
    functions.resolveEntity = nil
    functions.externalSubset = nil
    functions.unparsedEntityDecl = nil
    functions.notationDecl = nil
    functions.attributeDecl = nil
    functions.elementDecl = nil
    functions.reference = nil
    functions.startElement = nil
    functions.endElement = nil
    functions.warning = nil
    functions.error = nil
    functions.fatalError = nil
    functions.entityDecl = declareEntity
    functions.characters = takeText
    functions.ignorableWhitespace = takeText
    functions.cdataBlock = takeText
    functions.comment = { pointer, text in
      PushSession.with(pointer) { $0.comment($1, text) }
    }
    functions.processingInstruction = { pointer, target, data in
      PushSession.with(pointer) { $0.processingInstruction($1, target, data) }
    }
    functions.startElementNs = takeStartTag
    functions.endElementNs = { pointer, _, _, _ in
      PushSession.with(pointer) { $0.endElement($1) }
    }
    functions.serror = takeError
    return functions
  }

  /// The session of a callback; its first argument is always the parser's context, for no other
  /// user data are given.
  static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (PushSession, xmlParserCtxtPtr) -> Void
  ) {
    guard let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self),
      let session = context.pointee._private
    else { return }
    body(Unmanaged<PushSession>.fromOpaque(session).takeUnretainedValue(), context)
  }
}

private func takeStartTag(
  _ pointer: UnsafeMutableRawPointer?, _ local: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
  _ namespaceCount: Int32, _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
  _ attributeCount: Int32, _ defaultedCount: Int32,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let local else { return }
  PushSession.with(pointer) { session, context in
    session.startElement(
      context, local: local, prefix: prefix, namespace: namespace,
      namespaceCount: Int(namespaceCount), defaultedCount: Int(defaultedCount),
      attributes: UnsafeBufferPointer(start: attributes, count: Int(attributeCount) * 5))
  }
}

private func takeText(
  _ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32
) {
  PushSession.with(pointer) {
    $0.text($1, UnsafeBufferPointer(start: text, count: Int(count)))
  }
}

private func declareEntity(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ kind: Int32,
  _ publicID: UnsafePointer<xmlChar>?, _ systemID: UnsafePointer<xmlChar>?,
  _ content: UnsafeMutablePointer<xmlChar>?
) {
  guard kind == Int32(bitPattern: XML_INTERNAL_GENERAL_ENTITY.rawValue) else {
    PushSession.with(pointer) { session, context in
      session.fail(
        Message(
          en: "external entities and parameter entities are not read",
          id: "entitas luar dan entitas parameter tidak dibaca"), context)
    }
    return
  }
  xmlSAX2EntityDecl(pointer, name, kind, publicID, systemID, content)
}

/// Stores the first error; warnings are not errors here.
private func takeError(_ pointer: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
    !harmlessErrors.contains(error.pointee.code)
  else { return }
  PushSession.with(pointer) { $0.fail(error.pointee, $1) }
}

/// What libxml2 reports of namespace names that are IRIs but not URIs, or relative.
private let harmlessErrors: Set<Int32> = [
  Int32(bitPattern: XML_WAR_NS_URI.rawValue), Int32(bitPattern: XML_WAR_NS_URI_RELATIVE.rawValue),
]
