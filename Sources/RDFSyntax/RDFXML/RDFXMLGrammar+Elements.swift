import Diagnostics
import RDF
import XML

/// The productions of the grammar, each of a start tag whose attributes are sorted.
extension RDFXMLGrammar {
  /// Takes `xml:base`, `xml:lang`, `rdf:version` and `its:dir` of a tag into its frame
  /// ([§6.1.2](https://www.w3.org/TR/rdf12-xml/#section-element-node)).
  @inline(__always)
  mutating func readScope(of tag: XMLTag) throws(XMLRefusal) {
    if attributes.hasAnyOfScope { try takeScope() }
  }

  private mutating func takeScope() throws(XMLRefusal) {
    if let base = attributes[.base] {
      let run = try appendResolved(base)
      guard run.count <= Self.longestInherited else { throw Self.tooLongToInherit }
      let iri = terms.copy(run, dropping: 1)
      bases.append(BaseIRI(NamedNode(unchecked: String(decoding: iri, as: UTF8.self))))
      top.baseCount = bases.count
    }
    if let version = attributes[.version] {
      // A later version has what this one has.
      if version.elementsEqual("1.1".utf8) {
        top.announced.remove(.rdf12)
      } else {
        top.announced.insert(.rdf12)
      }
    }
    if let direction = attributes[.direction] { try takeDirection(direction) }
    guard let language = attributes[.language] else { return }
    guard language.isEmpty || Self.isLanguageTag(language) else {
      let text = String(decoding: language, as: UTF8.self)
      throw Self.refusal(
        en: "'\(text)' is not a language tag", id: "'\(text)' bukan tanda bahasa")
    }
    guard language.count <= Self.longestInherited else { throw Self.tooLongToInherit }
    top.language = language.isEmpty ? Frame.Bytes() : try hold(language)
  }

  /// The base direction of the texts inside
  /// ([ITS 2.0 §8.3](https://www.w3.org/TR/its20/#directionality)); it counts only where RDF 1.2 is
  /// announced.
  private mutating func takeDirection(
    _ direction: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {
    top.announced.subtract([.leftToRight, .rightToLeft])
    if direction.elementsEqual("ltr".utf8) {
      top.announced.insert(.leftToRight)
    } else if direction.elementsEqual("rtl".utf8) {
      top.announced.insert(.rightToLeft)
    } else if top.announced.contains(.rdf12), !direction.isEmpty {
      let text = String(decoding: direction, as: UTF8.self)
      throw Self.refusal(
        en: "'its:dir' must be 'ltr' or 'rtl', not '\(text)'",
        id: "'its:dir' harus 'ltr' atau 'rtl', bukan '\(text)'")
    }
  }

  /// `doc` (§7.2.8): `rdf:RDF`, or one node element.
  mutating func readRoot(_ tag: XMLTag) throws(XMLRefusal) {
    guard names.elementRole(tag.name) == .root else {
      try readNode(tag)
      return
    }
    guard attributes.isEmpty else {
      throw Self.refusal(
        en: "'rdf:RDF' takes no attributes", id: "'rdf:RDF' tidak menerima atribut")
    }
    top.content = .root
  }

  /// `nodeElement` (§7.2.11), that may be the value of an open property.
  mutating func readNode(_ tag: XMLTag, isObject: Bool = false) throws(XMLRefusal) {
    let node = try readSubject(tag)
    if isObject { emitOuterProperty(node) }
    try readDescription(tag, of: node)
  }

  /// A node element in a collection (§7.2.19), in a cell of its own.
  mutating func readItem(_ tag: XMLTag) throws(XMLRefusal) {
    let number = labels.fresh()
    let cell = append(anonymous: number)
    let node = try readSubject(tag)
    if let last = frames.outer.cell {
      emit(append(anonymous: last), append(RDFVocabulary.rest), cell)
    } else {
      emitOuterProperty(cell)
    }
    emit(cell, append(RDFVocabulary.first), node)
    try readDescription(tag, of: node)
    frames.outer.cell = number
  }

  /// The name and the subject of a node element.
  private mutating func readSubject(_ tag: XMLTag) throws(XMLRefusal) -> Run {
    switch names.elementRole(tag.name) {
    case .description, .term, .type: break
    case .invalid, .unknown: throw RDFXMLNames.refusal(tag.name)
    default:
      let iri = Self.iri(tag.name)
      throw Self.refusal(
        en: "<\(iri)> cannot be a node element", id: "<\(iri)> tidak dapat menjadi elemen simpul")
    }
    guard !attributes.hasAnyOfProperty else {
      throw Self.refusal(
        en: """
          'rdf:resource', 'rdf:datatype', 'rdf:parseType' and 'rdf:annotation' belong to property \
          elements
          """,
        id: """
          'rdf:resource', 'rdf:datatype', 'rdf:parseType' dan 'rdf:annotation' hanya untuk elemen \
          properti
          """)
    }
    switch (attributes[.id], attributes[.about], attributes[.nodeID]) {
    case (nil, let about?, nil): return try appendSubject(about)
    case (nil, nil, nil): return appendFresh()
    case (let id?, nil, nil): return try appendID(id)
    case (nil, nil, let nodeID?): return try appendLabelled(nodeID)
    default:
      throw Self.refusal(
        en: "only one of 'rdf:ID', 'rdf:about' and 'rdf:nodeID' may stand here",
        id: "hanya satu dari 'rdf:ID', 'rdf:about' dan 'rdf:nodeID' yang boleh ada di sini")
    }
  }

  /// What a node element says of its node: its type and its property attributes.
  private mutating func readDescription(
    _ tag: XMLTag, of node: Run
  ) throws(XMLRefusal) {
    if names.elementRole(tag.name) != .description {
      emit(
        node, append(RDFVocabulary.type),
        names.run(of: tag.name.id, in: &terms, number: blockNumber))
    }
    try emitAttributes(of: node)
    top.content = .node
    top.term = try hold(node)
  }

  /// `propertyElt` (§7.2.14).
  mutating func readProperty(_ tag: XMLTag) throws(XMLRefusal) {
    switch names.elementRole(tag.name) {
    case .term, .type: top.predicateName = Int32(tag.name.id)
    case .item:
      frames.outer.items += 1
      let start = terms.end
      append("<\(RDFVocabulary.namespace)_\(frames.outer.items)>")
      top.term = try hold(terms.run(from: start))
    case .invalid, .unknown: throw RDFXMLNames.refusal(tag.name)
    default:
      let iri = Self.iri(tag.name)
      throw Self.refusal(
        en: "<\(iri)> cannot be a property element",
        id: "<\(iri)> tidak dapat menjadi elemen properti")
    }
    guard !attributes.has(.about) else {
      throw Self.refusal(
        en: "'rdf:about' belongs to node elements",
        id: "'rdf:about' hanya untuk elemen simpul")
    }
    try readStatementNames()
    let hasValue = attributes.hasObject || !attributes.properties.isEmpty
    if let parseType = attributes[.parseType] {
      guard !hasValue, !attributes.has(.datatype) else {
        throw Self.refusal(
          en: "beside 'rdf:parseType' only 'rdf:ID' may stand",
          id: "di samping 'rdf:parseType' hanya boleh ada 'rdf:ID'")
      }
      try readParsed(as: parseType)
    } else if let datatype = attributes[.datatype] {
      guard !hasValue else {
        throw Self.refusal(
          en: "beside 'rdf:datatype' only 'rdf:ID' may stand",
          id: "di samping 'rdf:datatype' hanya boleh ada 'rdf:ID'")
      }
      top.datatype = try hold(try appendResolved(datatype)).bytes
      expectText()
      top.content = .property
    } else if !hasValue {
      expectText()
      top.content = .property
    } else {
      try readEmptyProperty()
    }
  }

  /// What names the statement of a property element: `rdf:ID` in the way of RDF 1.0,
  /// `rdf:annotation` and `rdf:annotationNodeID` in that of 1.2.
  private mutating func readStatementNames() throws(XMLRefusal) {
    guard attributes.has(.id) || attributes.hasAnnotation else { return }
    guard !tripleTerms.isOpen else {
      throw Self.refusal(
        en: "within a triple term a statement has no 'rdf:ID' and no 'rdf:annotation'",
        id: "pernyataan di dalam istilah tripel tidak memiliki 'rdf:ID' atau 'rdf:annotation'")
    }
    if let id = attributes[.id] {
      top.reification = try hold(try appendID(id)).bytes
    }
    switch (attributes[.annotation], attributes[.annotationNodeID]) {
    case (let reifier?, nil): top.annotation = try hold(try appendResolved(reifier)).bytes
    case (nil, let reifier?): top.annotation = try hold(try appendLabelled(reifier)).bytes
    case (nil, nil): break
    case (_?, _?):
      throw Self.refusal(
        en: "only one of 'rdf:annotation' and 'rdf:annotationNodeID' may stand here",
        id: "hanya satu dari 'rdf:annotation' dan 'rdf:annotationNodeID' yang boleh ada di sini")
    }
  }

  /// The properties with an `rdf:parseType` (§7.2.17 to §7.2.21); any other value counts as
  /// `Literal`.
  private mutating func readParsed(
    as parseType: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {
    if parseType.elementsEqual("Resource".utf8) {
      let node = appendFresh()
      emitProperty(node)
      top.content = .node
      top.term = try hold(node)
    } else if parseType.elementsEqual("Triple".utf8) {
      try openTripleTerm()
    } else {
      top.content = parseType.elementsEqual("Collection".utf8) ? .collection : .literal
    }
  }

  /// `emptyPropertyElt` (§7.2.21) with a value in its attributes.
  private mutating func readEmptyProperty() throws(XMLRefusal) {
    let object: Run
    switch (attributes[.resource], attributes[.nodeID]) {
    case (let resource?, nil): object = try appendResolved(resource)
    case (nil, let nodeID?): object = try appendLabelled(nodeID)
    case (nil, nil): object = appendFresh()
    case (_?, _?):
      throw Self.refusal(
        en: "only one of 'rdf:resource' and 'rdf:nodeID' may stand here",
        id: "hanya satu dari 'rdf:resource' dan 'rdf:nodeID' yang boleh ada di sini")
    }
    emitProperty(object)
    try emitAttributes(of: object)
  }

  /// The statements of property attributes (§7.2.11).
  private mutating func emitAttributes(of subject: Run) throws(XMLRefusal) {
    for index in attributes.properties.indices {
      let property = attributes.properties[index]
      let predicate = names.run(of: property.name, in: &terms, number: blockNumber)
      let object =
        property.isType
        ? try appendResolved(property.value)
        : appendPlainLiteral(property.value)
      emit(subject, predicate, object)
    }
  }

  private static func isLanguageTag(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    // Two letters are what nearly all have.
    if tag.count == 2, tag.allSatisfy({ ($0 | 0x20) &- UInt8(ascii: "a") < 26 }) { return true }
    return LanguageTag.isWellFormed(String(decoding: tag, as: UTF8.self))
  }

  private static func iri(_ name: XMLInternedName) -> String {
    String(cString: name.namespace) + String(cString: name.local)
  }

  private static let tooLongToInherit = bound(
    en: "a base or language of more than \(longestInherited) bytes",
    id: "basis atau bahasa lebih dari \(longestInherited) bita")
}
