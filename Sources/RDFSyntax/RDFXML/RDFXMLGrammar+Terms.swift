import Diagnostics
import RDF
import XML

/// Terms on their way into the block, and statements of them.
extension RDFXMLGrammar {
  mutating func emit(_ subject: Run, _ predicate: Run, _ object: Run) {
    block.statements.append(QuadBlock.Statement(subject, predicate, object, in: .none))
  }

  /// A property's statement, and what names it
  /// ([§7.3](https://www.w3.org/TR/rdf-syntax-grammar/#section-Reification)).
  mutating func emitProperty(_ index: Int, _ object: Run) {
    let subject = termRun(index - 1)
    let predicate = predicateRun(index)
    emit(subject, predicate, object)
    let reification = frames[index].reification
    guard !reification.isEmpty else { return }
    let statement = append(reification)
    emit(statement, append(RDFVocabulary.type), append(RDFVocabulary.statement))
    emit(statement, append(RDFVocabulary.subject), subject)
    emit(statement, append(RDFVocabulary.predicate), predicate)
    emit(statement, append(RDFVocabulary.object), object)
  }

  // MARK: Terms of open elements

  /// The node of a node element, or the property of an `rdf:li`.
  mutating func termRun(_ index: Int) -> Run {
    if frames[index].term.block == blockNumber { return frames[index].term.run }
    let run = append(frames[index].term.bytes)
    frames[index].term.run = run
    frames[index].term.block = blockNumber
    return run
  }

  /// The property of a property element.
  mutating func predicateRun(_ index: Int) -> Run {
    let name = Int(frames[index].predicateName)
    return name < 0 ? termRun(index) : names.run(of: name, in: &block, number: blockNumber)
  }

  /// The term in a run of the block, held for an element.
  mutating func hold(_ run: Run) throws(XMLRefusal) -> Frame.HeldTerm {
    let start = held.count
    guard start + Int(run.count) <= Self.mostHeld else { throw Self.tooLong }
    Self.copy(run.range, of: block.bytes, to: &held)
    return Frame.HeldTerm(
      bytes: Frame.Bytes(start: Int32(start), count: Int32(run.count)), run: run,
      block: blockNumber)
  }

  /// Bytes that are held for an element.
  mutating func hold(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) -> Frame.Bytes {
    let start = held.count
    guard start + bytes.count <= Self.mostHeld else { throw Self.tooLong }
    held.append(contentsOf: bytes)
    return Frame.Bytes(start: Int32(start), count: Int32(bytes.count))
  }

  /// A held term, copied into the block.
  private mutating func append(_ term: Frame.Bytes) -> Run {
    let start = block.bytes.count
    Self.copy(term.range, of: held, to: &block.bytes)
    return Run(start: start, count: Int(term.count))
  }

  /// Appends some bytes of an array to another.
  static func copy(_ range: Range<Int>, of source: [UInt8], to target: inout [UInt8]) {
    target.append(copying: source.span.extracting(range))
  }

  // MARK: New terms

  /// A term of a vocabulary.
  mutating func append(_ node: NamedNode) -> Run {
    let start = block.bytes.count
    block.bytes.append(UInt8(ascii: "<"))
    block.bytes.append(contentsOf: node.iri.utf8)
    block.bytes.append(UInt8(ascii: ">"))
    return Run(start: start, count: block.bytes.count - start)
  }

  /// What a reference means in an element; an IRI that needs no base stays as it is written.
  mutating func appendResolved(
    _ reference: Span<UInt8>
  ) throws(XMLRefusal) -> Run {
    let start = block.bytes.count
    block.bytes.append(UInt8(ascii: "<"))
    if let base = bases.last, !Self.isAbsolute(reference) {
      base.appendResolved(reference, to: &block.bytes)
    } else {
      block.bytes.append(copying: reference)
    }
    block.bytes.append(UInt8(ascii: ">"))
    let end = block.bytes.count
    block.bytes.append(contentsOf: padding)
    let close = IRIScan.end(block.bytes.span, from: start, end: end)
    block.bytes.removeLast(padding.count)
    guard close == end - 1 else { throw refusal(ofIRI: start + 1..<end - 1) }
    return Run(start: start, count: end - start)
  }

  /// Why bytes of the block are no absolute IRI.
  private func refusal(ofIRI range: Range<Int>) -> XMLRefusal {
    let iri = Array(block.bytes[range])
    let fault = IRISyntax.firstFault(in: iri.span)
    let error = IRIError(
      fault?.reason ?? .forbiddenCharacter, at: fault?.offset ?? 0,
      in: String(decoding: iri, as: UTF8.self))
    return XMLRefusal(error.refusal)
  }

  /// Whether a reference begins with a scheme, or with what should be one.
  private static func isAbsolute(_ reference: Span<UInt8>) -> Bool {
    for index in 0..<reference.count {
      switch reference[index] {
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
    let run = try appendResolved(reference.span)
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
    let start = block.bytes.count
    CanonicalTerm.append("_:", to: &block.bytes)
    block.bytes.append(contentsOf: labelPrefix)
    CanonicalTerm.append("anon", to: &block.bytes)
    CanonicalTerm.append(String(number), to: &block.bytes)
    return Run(start: start, count: block.bytes.count - start)
  }

  /// The node of an `rdf:nodeID`.
  mutating func appendLabelled(_ nodeID: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) -> Run {
    try checkName(nodeID, of: "nodeID")
    let start = block.bytes.count
    CanonicalTerm.append("_:", to: &block.bytes)
    if Self.isPlainLabel(nodeID) {
      block.bytes.append(contentsOf: labelPrefix)
      block.bytes.append(contentsOf: nodeID)
    } else {
      var label = Array(
        EncodedLabel.decode(String(decoding: nodeID, as: UTF8.self), in: .ncName).utf8)
      if labels.mustMove(label.span) {
        label.insert(UInt8(ascii: "-"), at: AnonymousLabels.stem.utf8CodeUnitCount)
      }
      let prefixed = String(decoding: labelPrefix + label, as: UTF8.self)
      CanonicalTerm.append(EncodedLabel.encode(prefixed), to: &block.bytes)
    }
    return Run(start: start, count: block.bytes.count - start)
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
  mutating func appendPlainLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Run {
    let start = block.bytes.count
    appendQuoted(Array(text))
    appendLanguage()
    return Run(start: start, count: block.bytes.count - start)
  }

  /// A text with what stands behind it.
  mutating func appendLiteral(_ text: [UInt8], suffix: String) -> Run {
    let start = block.bytes.count
    appendQuoted(text)
    CanonicalTerm.append(suffix, to: &block.bytes)
    return Run(start: start, count: block.bytes.count - start)
  }

  mutating func appendLanguage() {
    let language = frames[frames.count - 1].language
    guard !language.isEmpty else { return }
    block.bytes.append(UInt8(ascii: "@"))
    Self.copy(language.range, of: held, to: &block.bytes)
  }

  private mutating func appendQuoted(_ text: consuming [UInt8]) {
    var text = text
    Self.appendQuoted(&text, padding, to: &block.bytes)
  }

  /// A text of XML between quotes, escaped as the canonical form asks; U+FFFE and U+FFFF, which have
  /// escapes too, are no characters of XML.
  ///
  /// Zeros are put behind the text, so that it can be scanned.
  static func appendQuoted(
    _ paddedText: inout [UInt8], _ padding: [UInt8], to bytes: inout [UInt8]
  ) {
    let count = paddedText.count
    paddedText.append(contentsOf: padding)
    let text = paddedText.span
    bytes.append(UInt8(ascii: "\""))
    var (start, position) = (0, 0)
    while true {
      position = TextScan.endOfPlainText(text, from: position)
      guard position < count else { break }
      if text[position] >= 0x80 {
        repeat { position &+= 1 } while text[position] >= 0x80
        continue
      }
      bytes.append(copying: text.extracting(start..<position))
      CanonicalTerm.appendEscaped(text[position], after: (0, 0), to: &bytes)
      position &+= 1
      start = position
    }
    bytes.append(copying: text.extracting(start..<count))
    bytes.append(UInt8(ascii: "\""))
  }

  private static let plainStart = ASCIISet.letters.union(ASCIISet("_"))
  private static let plainLabel = ASCIISet.letters.union(.digits).union(ASCIISet("-_"))
  /// How many bytes open elements may hold together.
  private static let mostHeld = 1 << 30
}
