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
    functions.attributeDecl = takeAttributeDeclaration
    functions.elementDecl = nil
    functions.reference = nil
    functions.warning = nil
    functions.fatalError = nil
    functions.entityDecl = declareEntity
    functions.getEntity = findEntity
    functions.characters = takeText
    functions.ignorableWhitespace = takeText
    functions.cdataBlock = takeText
    functions.comment = { pointer, text in
      PushSession.with(pointer) { $0.comment($1, text) }
    }
    functions.processingInstruction = { pointer, target, data in
      PushSession.with(pointer) { $0.processingInstruction($1, target, data) }
    }
    // Handlers of the first kind: libxml2 leaves namespaces, defaults and tokens alone; see
    // NamespaceScopes.
    functions.initialized = 1
    functions.startElementNs = nil
    functions.endElementNs = nil
    functions.startElement = { pointer, name, attributes in
      guard let name else { return }
      PushSession.with(pointer) { $0.startElement($1, name, attributes) }
    }
    functions.endElement = { pointer, _ in PushSession.with(pointer) { $0.endElement($1) } }
    functions.serror = takeError
    simpul_xml_use_structured_errors(&functions)
    return functions
  }

  /// Takes the place of libxml2's own handler where no document type declaration may stand.
  static let refuseDoctype: internalSubsetSAXFunc = { pointer, _, _, _ in
    PushSession.with(pointer) { session, context in
      session.fail(
        Message(
          en: "document type declarations and entities are not read",
          id: "deklarasi jenis dokumen dan entitas tidak dibaca"), context)
    }
  }

  /// The session of a callback; its first argument is always the parser's context, for no other
  /// user data are given.
  @inline(__always)
  static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (PushSession, xmlParserCtxtPtr) -> Void
  ) {
    guard let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self),
      let session = context.pointee._private
    else { return }
    Unmanaged<PushSession>.fromOpaque(session)._withUnsafeGuaranteedRef { body($0, context) }
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
  var isAdmitted = false
  PushSession.with(pointer) { session, context in
    isAdmitted = session.admitsEntities
    guard isAdmitted else {
      session.fail(
        Message(
          en: "entities of a document type declaration are not read",
          id: "entitas dari deklarasi jenis dokumen tidak dibaca"), context)
      return
    }
    session.noteDeclaration()
  }
  guard isAdmitted else { return }
  xmlSAX2EntityDecl(pointer, name, kind, publicID, systemID, content)
}

/// The entity of a name; none after a failure.
///
/// Text of an entity is parsed with a context of its own, which is all that a failure there stops: the
/// references behind it would be expanded in vain, one after the other. That the document counts as
/// not well-formed keeps libxml2 from looking for the entity itself.
private func findEntity(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?
) -> xmlEntityPtr? {
  var hasFailed = false
  PushSession.with(pointer) { session, context in
    hasFailed = session.failure != nil
    guard hasFailed else { return }
    context.pointee.wellFormed = 0
    xmlStopParser(context)
  }
  return hasFailed ? nil : xmlSAX2GetEntity(pointer, name)
}

private func takeAttributeDeclaration(
  _ pointer: UnsafeMutableRawPointer?, _ element: UnsafePointer<xmlChar>?,
  _ attribute: UnsafePointer<xmlChar>?, _ type: Int32, _ kind: Int32,
  _ defaultValue: UnsafePointer<xmlChar>?, _ values: xmlEnumerationPtr?
) {
  defer { xmlFreeEnumeration(values) }
  guard let element, let attribute else { return }
  PushSession.with(pointer) { session, context in
    session.declareAttribute(
      context, attribute, of: element,
      areTokens: type != Int32(bitPattern: XML_ATTRIBUTE_CDATA.rawValue),
      defaultValue: defaultValue)
  }
}

/// Stores the first error; warnings are not errors here.
private func takeError(_ pointer: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
  PushSession.with(pointer) { $0.fail(error.pointee, $1) }
}
