import Diagnostics
import RDF
import XML

extension RDFXMLReader {
  /// Takes `xml:base` and `xml:lang` of a tag into its frame
  /// ([§6.1.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-element-node)).
  func readScope(of tag: XMLTag, into frame: inout Frame) throws(XMLRefusal) {
    guard !tag.attributes.isEmpty else { return }
    if let base = RDFXMLAttributes.xml("base", of: tag) {
      frame.base = BaseIRI(try resolve(base, frame))
    }
    guard let language = RDFXMLAttributes.xml("lang", of: tag) else { return }
    guard language.isEmpty || LanguageTag.isWellFormed(language) else {
      throw Self.refusal(
        en: "'\(language)' is not a language tag", id: "'\(language)' bukan tanda bahasa")
    }
    frame.language = language.isEmpty ? nil : language
  }

  /// `doc` (§7.2.8): `rdf:RDF`, or one node element.
  func readRoot(_ tag: XMLTag, _ frame: inout Frame) throws(XMLRefusal) {
    if !tag.name.namespace.isEmpty, try names.resolve(tag.name).role == .root {
      let attributes = try RDFXMLAttributes(tag, names: &names)
      guard attributes.isEmpty else {
        throw Self.refusal(
          en: "'rdf:RDF' takes no attributes", id: "'rdf:RDF' tidak menerima atribut")
      }
      frame.content = .root
    } else {
      frame.content = .node(try readNode(tag, &frame), items: 0)
    }
  }

  /// `nodeElement` (§7.2.11); `before` gets the node ahead of the statements about it.
  func readNode(
    _ tag: XMLTag, before: (Subject) -> Void = { _ in }, _ frame: inout Frame
  ) throws(XMLRefusal) -> Subject {
    let name = try names.resolve(tag.name)
    guard name.role == .description || name.role == .term else {
      throw Self.refusal(
        en: "<\(name.node.iri)> cannot be a node element",
        id: "<\(name.node.iri)> tidak dapat menjadi elemen simpul")
    }
    let attributes = try RDFXMLAttributes(tag, names: &names)
    guard attributes.resource == nil, attributes.datatype == nil, attributes.parseType == nil
    else {
      throw Self.refusal(
        en: "'rdf:resource', 'rdf:datatype' and 'rdf:parseType' belong to property elements",
        id: "'rdf:resource', 'rdf:datatype' dan 'rdf:parseType' hanya untuk elemen properti")
    }
    let subject: Subject
    switch (attributes.id, attributes.about, attributes.nodeID) {
    case (nil, nil, nil): subject = .blankNode(newBlankNode())
    case (let id?, nil, nil): subject = .namedNode(try newID(id, frame))
    case (nil, let about?, nil): subject = .namedNode(try resolve(about, frame))
    case (nil, nil, let nodeID?): subject = .blankNode(try labelled(nodeID))
    default:
      throw Self.refusal(
        en: "only one of 'rdf:ID', 'rdf:about' and 'rdf:nodeID' may stand here",
        id: "hanya satu dari 'rdf:ID', 'rdf:about' dan 'rdf:nodeID' yang boleh ada di sini")
    }
    before(subject)
    if name.role == .term { emit(subject, RDFVocabulary.type, .namedNode(name.node)) }
    try emitProperties(attributes, of: subject, frame)
    return subject
  }

  /// `propertyElt` (§7.2.14).
  func readProperty(
    _ tag: XMLTag, of subject: Subject, items: Int, _ frame: inout Frame
  ) throws(XMLRefusal) {
    let name = try names.resolve(tag.name)
    var predicate = name.node
    switch name.role {
    case .term: break
    case .item:
      frames[frames.count - 1].content = .node(subject, items: items + 1)
      predicate = NamedNode(unchecked: "\(RDFVocabulary.namespace)_\(items + 1)")
    case .root, .description, .reserved:
      throw Self.refusal(
        en: "<\(name.node.iri)> cannot be a property element",
        id: "<\(name.node.iri)> tidak dapat menjadi elemen properti")
    }
    let attributes = try RDFXMLAttributes(tag, names: &names)
    guard attributes.about == nil else {
      throw Self.refusal(
        en: "'rdf:about' belongs to node elements",
        id: "'rdf:about' hanya untuk elemen simpul")
    }
    var property = OpenProperty(subject: subject, predicate: predicate)
    if let id = attributes.id { property.reification = try newID(id, frame) }
    if let parseType = attributes.parseType {
      try readParsed(property, as: parseType, attributes, &frame)
    } else if let datatype = attributes.datatype {
      guard attributes.resource == nil, attributes.nodeID == nil, attributes.properties.isEmpty
      else {
        throw Self.refusal(
          en: "beside 'rdf:datatype' only 'rdf:ID' may stand",
          id: "di samping 'rdf:datatype' hanya boleh ada 'rdf:ID'")
      }
      property.datatype = try resolve(datatype, frame)
      expectText()
      frame.content = .property(property, hasObject: false)
    } else if attributes.resource == nil, attributes.nodeID == nil,
      attributes.properties.isEmpty
    {
      expectText()
      frame.content = .property(property, hasObject: false)
    } else {
      try emitEmptyProperty(property, attributes, frame)
    }
  }

  /// The properties with an `rdf:parseType` (§7.2.17 to §7.2.20); any other value counts as
  /// `Literal`.
  private func readParsed(
    _ property: OpenProperty, as parseType: String, _ attributes: RDFXMLAttributes,
    _ frame: inout Frame
  ) throws(XMLRefusal) {
    guard attributes.resource == nil, attributes.nodeID == nil, attributes.datatype == nil,
      attributes.properties.isEmpty
    else {
      throw Self.refusal(
        en: "beside 'rdf:parseType' only 'rdf:ID' may stand",
        id: "di samping 'rdf:parseType' hanya boleh ada 'rdf:ID'")
    }
    switch parseType {
    case "Resource":
      let node = newBlankNode()
      emit(property, .blankNode(node))
      frame.content = .node(.blankNode(node), items: 0)
    case "Collection": frame.content = .collection(property, last: nil)
    default: frame.content = .literal(property)
    }
  }

  /// `emptyPropertyElt` (§7.2.21) with a value in its attributes.
  private func emitEmptyProperty(
    _ property: OpenProperty, _ attributes: RDFXMLAttributes, _ frame: Frame
  ) throws(XMLRefusal) {
    let object: Subject
    switch (attributes.resource, attributes.nodeID) {
    case (let resource?, nil): object = .namedNode(try resolve(resource, frame))
    case (nil, let nodeID?): object = .blankNode(try labelled(nodeID))
    case (nil, nil): object = .blankNode(newBlankNode())
    case (_?, _?):
      throw Self.refusal(
        en: "only one of 'rdf:resource' and 'rdf:nodeID' may stand here",
        id: "hanya satu dari 'rdf:resource' dan 'rdf:nodeID' yang boleh ada di sini")
    }
    emit(property, object.term)
    try emitProperties(attributes, of: object, frame)
  }

  /// The statements of property attributes (§7.2.11).
  private func emitProperties(
    _ attributes: RDFXMLAttributes, of subject: Subject, _ frame: Frame
  ) throws(XMLRefusal) {
    for (predicate, value) in attributes.properties {
      if predicate == RDFVocabulary.type {
        emit(subject, predicate, .namedNode(try resolve(value, frame)))
      } else {
        emit(subject, predicate, plainLiteral(value, frame.language))
      }
    }
  }

  /// What a reference means in an element; an IRI that needs no base stays as it is written.
  func resolve(_ reference: String, _ frame: Frame) throws(XMLRefusal) -> NamedNode {
    do throws(IRIError) {
      guard let base = frame.base, !BaseIRI.isAbsolute(reference) else {
        return try NamedNode(validating: reference)
      }
      return try base.resolve(reference)
    } catch {
      throw XMLRefusal(error.refusal)
    }
  }

  private func labelled(_ nodeID: String) throws(XMLRefusal) -> BlankNode {
    try checkName(nodeID, of: "nodeID")
    return BlankNode(label: nodeID)
  }

  /// Refuses the value of `rdf:ID` or `rdf:nodeID` that is not an `NCName`.
  func checkName(_ value: String, of attribute: String) throws(XMLRefusal) {
    guard NameCharacters.isNCName(value) else {
      throw Self.refusal(
        en: "'rdf:\(attribute)' must be an XML name without a colon, not '\(value)'",
        id: "'rdf:\(attribute)' harus berupa nama XML tanpa titik dua, bukan '\(value)'")
    }
  }
}
