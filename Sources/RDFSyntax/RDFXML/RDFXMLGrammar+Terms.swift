import Diagnostics
import RDF
import XML

/// Terms on their way into the block, and statements of them.
extension RDFXMLGrammar {
  @inline(__always)
  mutating func emit(_ subject: Run, _ predicate: Run, _ object: Run) {
    if tripleTerms.isOpen { return tripleTerms.add(subject, predicate, object, of: terms) }
    statements.append(QuadBlock.Statement(subject, predicate, object, in: .none))
  }

  /// The statement of the innermost element, a property, and what names it
  /// ([§7.3](https://www.w3.org/TR/rdf-syntax-grammar/#section-Reification)).
  mutating func emitProperty(_ object: Run) { emitProperty(object, of: frames.count - 1) }

  /// The statement of a property whose value is the innermost element.
  mutating func emitOuterProperty(_ object: Run) { emitProperty(object, of: frames.count - 2) }

  /// The statement of an open property.
  @inline(__always)
  private mutating func emitProperty(_ object: Run, of property: Int) {
    let subject = termRun(of: property - 1)
    let predicate = predicateRun(of: property)
    emit(subject, predicate, object)
    let reification = frames[property].reification
    if !reification.isEmpty { emitReification(reification, of: subject, predicate, object) }
    let annotation = frames[property].annotation
    if !annotation.isEmpty { emitAnnotation(annotation, of: subject, predicate, object) }
  }

  private mutating func emitReification(
    _ reification: Frame.Bytes, of subject: Run, _ predicate: Run, _ object: Run
  ) {
    let statement = append(held: reification)
    emit(statement, append(RDFVocabulary.type), append(RDFVocabulary.statement))
    emit(statement, append(RDFVocabulary.subject), subject)
    emit(statement, append(RDFVocabulary.predicate), predicate)
    emit(statement, append(RDFVocabulary.object), object)
  }

  /// The reifier of a statement, in the way of RDF 1.2.
  private mutating func emitAnnotation(
    _ annotation: Frame.Bytes, of subject: Run, _ predicate: Run, _ object: Run
  ) {
    let reifier = append(held: annotation)
    let reifies = append(RDFVocabulary.reifies)
    let start = terms.end
    terms.append("<<( ")
    terms.append(again: subject)
    terms.append(UInt8(ascii: " "))
    terms.append(again: predicate)
    terms.append(UInt8(ascii: " "))
    terms.append(again: object)
    terms.append(" )>>")
    emit(reifier, reifies, terms.run(from: start))
  }

  // MARK: Triple terms

  /// `parseTypeTriplePropertyElt`: from here on statements are parts of a triple term.
  ///
  /// Where RDF 1.2 is not announced the property says nothing, as the working group's tests have it.
  mutating func openTripleTerm() throws(XMLRefusal) {
    guard top.announced.contains(.rdf12) else {
      top.content = .ignored
      return
    }
    let property = frames.count - 1
    if tripleTerms.isOpen {
      let subject = termRun(of: property - 1)
      try tripleTerms.openWithin(subject, predicateRun(of: property), of: terms)
    } else {
      tripleTerms.open()
    }
    top.content = .triple
  }

  /// The end of a property whose value is a triple term.
  mutating func endTripleTerm() throws(XMLRefusal) {
    switch tripleTerms.close() {
    case .broken, .within: break
    case .whole:
      guard tripleTerms.bytes.count <= longestToken else { throw Self.tooLong }
      let start = terms.end
      tripleTerms.bytes.withUnsafeBytes { terms.append($0) }
      emitProperty(terms.run(from: start))
    case .miscounted:
      close()
      throw Self.refusal(
        en: "'rdf:parseType=\"Triple\"' needs a node element that makes exactly one statement",
        id: "'rdf:parseType=\"Triple\"' memerlukan elemen simpul dengan tepat satu pernyataan")
    }
  }

  // MARK: Terms of open elements

  /// The predicate of an open property.
  @inline(__always)
  private mutating func predicateRun(of property: Int) -> Run {
    let name = Int(frames[property].predicateName)
    return name >= 0
      ? names.run(of: name, in: &terms, number: blockNumber) : termRun(of: property)
  }

  /// The node of an open element, or the property of an `rdf:li`.
  @inline(__always)
  private mutating func termRun(of index: Int) -> Run {
    let term = frames[index].term
    if term.block == blockNumber { return term.run }
    let run = append(held: term.bytes)
    frames[index].term.run = run
    frames[index].term.block = blockNumber
    return run
  }

  /// The term in a run of the block, held for the innermost element.
  @inline(__always)
  mutating func hold(_ run: Run) throws(XMLRefusal) -> Frame.HeldTerm {
    let start = held.end
    guard start + Int(run.count) <= Self.mostHeld else { throw Self.tooLong }
    Self.copy(run.range, of: terms, to: &held)
    return Frame.HeldTerm(
      bytes: Frame.Bytes(start: Int32(start), count: Int32(run.count)), run: run,
      block: blockNumber)
  }

  /// Bytes that are held for the innermost element.
  mutating func hold(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) -> Frame.Bytes {
    let start = held.end
    guard start + bytes.count <= Self.mostHeld else { throw Self.tooLong }
    held.append(UnsafeRawBufferPointer(bytes))
    return Frame.Bytes(start: Int32(start), count: Int32(bytes.count))
  }

  /// A held term, copied into the block.
  @discardableResult
  mutating func append(held bytes: Frame.Bytes) -> Run {
    let start = terms.end
    Self.copy(bytes.range, of: held, to: &terms)
    return terms.run(from: start)
  }

  @inline(__always)
  private static func copy(
    _ range: Range<Int>, of source: borrowing TermBytes, to target: inout TermBytes
  ) {
    target.append(padded: source.bytes.span, from: range.lowerBound, count: range.count)
  }

  // MARK: New terms

  /// A term of a vocabulary.
  mutating func append(_ node: NamedNode) -> Run {
    let start = terms.end
    terms.append(UInt8(ascii: "<"))
    append(node.iri)
    terms.append(UInt8(ascii: ">"))
    return terms.run(from: start)
  }

  /// A text, as it is.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { terms.append(UnsafeRawBufferPointer($0)) }
  }

  /// What a reference means in an element; an IRI that needs no base stays as it is written.
  mutating func appendResolved(
    _ reference: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) -> Run {
    let start = terms.end
    if let base = bases.last, !Self.isAbsolute(reference) {
      appendTarget(of: reference.span, base)
    } else {
      appendReference(UnsafeRawBufferPointer(reference))
    }
    return try checkedIRI(from: start)
  }

  /// The node of an `rdf:about`; where the one before was the same, it stands in the block already.
  @inline(__always)
  mutating func appendSubject(_ about: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) -> Run {
    let last = lastSubject.run
    if lastSubject.block == blockNumber, Int(last.count) == about.count + 2,
      terms.bytes.span.extracting(last.range).extracting(1..<about.count + 1)
        .hasSameBytes(as: about.span)
    {
      return last
    }
    let run = try appendResolved(about)
    lastSubject = Frame.HeldTerm(run: run, block: blockNumber)
    return run
  }

  /// What a reference that is relative means with a base.
  private mutating func appendTarget(of reference: Span<UInt8>, _ base: BaseIRI) {
    var target: [UInt8] = []
    base.appendResolved(reference, to: &target)
    target.withUnsafeBytes { appendReference($0) }
  }

  /// What stands from an offset to the end of the terms, if it is an absolute IRI.
  @inline(__always)
  private func checkedIRI(from start: Int) throws(XMLRefusal) -> Run {
    let end = terms.end
    guard IRIScan.end(terms.bytes.span, from: start, end: end) == end - 1 else {
      throw refusal(ofIRI: start + 1..<end - 1)
    }
    return terms.run(from: start)
  }

  @inline(__always)
  private mutating func appendReference(_ reference: UnsafeRawBufferPointer) {
    terms.append(iri: reference)
  }

  /// Why bytes of the block are no absolute IRI.
  private func refusal(ofIRI range: Range<Int>) -> XMLRefusal {
    let iri = Array(terms.bytes[range])
    let fault = IRISyntax.firstFault(in: iri.span)
    let error = IRIError(
      fault?.reason ?? .forbiddenCharacter, at: fault?.offset ?? 0,
      in: String(decoding: iri, as: UTF8.self))
    return XMLRefusal(error.refusal)
  }

  /// Whether a reference begins with a scheme, or with what should be one.
  private static func isAbsolute(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in reference {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  /// The IRI of an `rdf:ID`, which names one thing only (constraint-id).
  mutating func appendID(_ id: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) -> Run {
    try checkName(id, of: "ID")
    let reference = [UInt8(ascii: "#")] + Array(id)
    let start = terms.end
    if let base = bases.last {
      appendTarget(of: reference.span, base)
    } else {
      reference.withUnsafeBytes { appendReference($0) }
    }
    let run = try checkedIRI(from: start)
    guard ids.insert(id, base: bases.last) else {
      let text = String(decoding: id, as: UTF8.self)
      throw Self.refusal(en: "the ID '\(text)' stands twice", id: "ID '\(text)' ada dua kali")
    }
    return run
  }

  /// A node that no other of the document is.
  mutating func appendFresh() -> Run { append(anonymous: labels.fresh()) }

  /// The node of a number among those without a label.
  mutating func append(anonymous number: UInt64) -> Run {
    let start = terms.end
    terms.append("_:")
    labelPrefix.withUnsafeBytes { terms.append($0) }
    terms.append(AnonymousLabels.stem)
    append(String(number))
    return terms.run(from: start)
  }

  /// The node of an `rdf:nodeID`.
  mutating func appendLabelled(_ nodeID: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) -> Run {
    try checkName(nodeID, of: "nodeID")
    let start = terms.end
    terms.append("_:")
    if Self.isPlainLabel(nodeID) {
      labelPrefix.withUnsafeBytes { terms.append($0) }
      terms.append(UnsafeRawBufferPointer(nodeID))
    } else {
      var label = Array(
        EncodedLabel.decode(String(decoding: nodeID, as: UTF8.self), in: .ncName).utf8)
      if labels.mustMove(label.span) {
        label.insert(UInt8(ascii: "-"), at: AnonymousLabels.stem.utf8CodeUnitCount)
      }
      append(EncodedLabel.encode(String(decoding: labelPrefix + label, as: UTF8.self)))
    }
    return terms.run(from: start)
  }

  /// Whether an `NCName` is a label as it is, in every respect: letters, digits, `-` and `_`, neither
  /// one that stands for another text nor one like those of nodes without a label.
  private static func isPlainLabel(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 0, name[0] != UInt8(ascii: "u"), name[0] != UInt8(ascii: "a") else {
      return false
    }
    return name.allSatisfy { plainLabel.contains($0) }
  }

  /// Refuses the value of `rdf:ID` or `rdf:nodeID` that is not an `NCName`.
  private func checkName(
    _ value: UnsafeBufferPointer<UInt8>, of attribute: String
  ) throws(XMLRefusal) {
    if let first = value.first, Self.plainStart.contains(first),
      value.allSatisfy({ Self.plainLabel.contains($0) })
    {
      return
    }
    let text = String(decoding: value, as: UTF8.self)
    guard NameCharacters.isNCName(text) else {
      throw Self.refusal(
        en: "'rdf:\(attribute)' must be an XML name without a colon, not '\(text)'",
        id: "'rdf:\(attribute)' harus berupa nama XML tanpa titik dua, bukan '\(text)'")
    }
  }

  /// The text of an attribute in the language in scope, if there is one.
  mutating func appendPlainLiteral(_ value: UnsafeBufferPointer<UInt8>) -> Run {
    let start = terms.end
    var text = TermBytes()
    text.append(UnsafeRawBufferPointer(value))
    Self.appendQuoted(&text, to: &terms)
    appendLanguage()
    return terms.run(from: start)
  }

  /// A text with what stands behind it.
  mutating func appendLiteral(_ bytes: [UInt8], suffix: String) -> Run {
    let start = terms.end
    var text = TermBytes()
    bytes.withUnsafeBytes { text.append($0) }
    Self.appendQuoted(&text, to: &terms)
    append(suffix)
    return terms.run(from: start)
  }

  mutating func appendLanguage() {
    guard !top.language.isEmpty else { return }
    terms.append(UInt8(ascii: "@"))
    append(held: top.language)
    guard top.announced.contains(.rdf12) else { return }
    if top.announced.contains(.leftToRight) { terms.append("--ltr") }
    if top.announced.contains(.rightToLeft) { terms.append("--rtl") }
  }

  /// A text of XML between quotes, escaped as the canonical form asks; U+FFFE and U+FFFF, which have
  /// escapes too, are no characters of XML.
  static func appendQuoted(_ text: inout TermBytes, to terms: inout TermBytes) {
    let count = text.end
    // A zero ends the scan.
    text.append(0)
    let bytes = text.bytes.span
    terms.append(UInt8(ascii: "\""))
    var (start, position) = (0, 0)
    while true {
      position = TextScan.endOfPlainText(bytes, from: position)
      guard position < count else { break }
      if bytes[position] >= 0x80 {
        repeat { position &+= 1 } while bytes[position] >= 0x80
        continue
      }
      terms.append(padded: bytes, from: start, count: position &- start)
      appendEscaped(bytes[position], to: &terms)
      position &+= 1
      start = position
    }
    terms.append(padded: bytes, from: start, count: count &- start)
    terms.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ byte: UInt8, to terms: inout TermBytes) {
    var escape: [UInt8] = []
    CanonicalTerm.appendEscaped(byte, after: (0, 0), to: &escape)
    escape.withUnsafeBytes { terms.append($0) }
  }

  private static let plainStart = ASCIISet.letters.union(ASCIISet("_"))
  private static let plainLabel = ASCIISet.letters.union(.digits).union(ASCIISet("-_"))
  /// How many bytes open elements may hold together.
  private static let mostHeld = 1 << 30
}
