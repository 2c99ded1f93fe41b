import Diagnostics
import RDF

/// Reified triples, reifiers and annotations of RDF 1.2
/// ([Turtle §2.10](https://www.w3.org/TR/rdf12-turtle/#reifying-triples)).
extension TurtleGrammar {
  /// Whether the `<<` that stands here begins a `reifiedTriple` [29], and no `tripleTerm` [31].
  func isReifiedTriple(_ text: Span<UInt8>) throws(TurtleStop) -> Bool {
    try lexer.byte(text, at: lexer.position + 2) != UInt8(ascii: "(")
  }

  /// Whether a `reifiedTriple` [29] begins here.
  func beginsReifiedTriple(_ text: Span<UInt8>) throws(TurtleStop) -> Bool {
    guard lexer.current(text) == UInt8(ascii: "<"),
      try lexer.byte(text, at: lexer.position + 1) == UInt8(ascii: "<")
    else { return false }
    return try isReifiedTriple(text)
  }

  /// `rtSubject` [30].
  mutating func readReifiedSubject(_ text: Span<UInt8>) throws(TurtleStop) {
    if try beginsReifiedTriple(text) { return try open(.reifiedTriple, text) }
    if lexer.current(text) == UInt8(ascii: "[") {
      lexer.position += 1
      expectation = .anonymousEnd
      return
    }
    take(try readLabel(text))
  }

  /// The `~` of a `reifier` [24], or the end of a `reifiedTriple` [29].
  mutating func readReifierOrEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    guard lexer.current(text) == UInt8(ascii: "~") else { return try readReifiedEnd(text) }
    lexer.position += 1
    expectation = .reifierName
    isReifierNext = true
  }

  /// The name of a `reifier` [24]; a blank node where there is none.
  mutating func readReifierName(_ text: Span<UInt8>) throws(TurtleStop) {
    switch lexer.current(text) {
    case UInt8(ascii: "["):
      lexer.position += 1
      expectation = .anonymousEnd
    case UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "]"),
      UInt8(ascii: ">"):
      takeReifier(lexer.writeFreshNode())
    default: takeReifier(try readLabel(text))
    }
  }

  /// Puts a reifier where it belongs.
  mutating func takeReifier(_ reifier: QuadBlock.Run) {
    isReifierNext = false
    frame.reifier = reifier
    if frame.kind == .reifiedTriple {
      expectation = .reifiedEnd
    } else {
      emitReification(by: reifier)
      expectation = .annotationEnd
    }
  }

  /// The `>>` of a `reifiedTriple` [29].
  mutating func readReifiedEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    try lexer.expect(">>", text)
    let reifier = frame.reifier.count > 0 ? frame.reifier : lexer.writeFreshNode()
    emitReification(by: reifier)
    frame = outer.removeLast()
    let isSubject = outer.isEmpty && frame.kind == .statement && frame.subject.count == 0
    take(reifier)
    if isSubject { expectation = .predicateOrEnd }
  }

  /// What follows an object and is neither `,` nor `;` nor the end of what holds it: a `reifier` [24]
  /// or an `annotationBlock` [26].
  mutating func readAnnotation(_ text: Span<UInt8>) throws(TurtleStop) {
    switch lexer.current(text) {
    case UInt8(ascii: "~"):
      lexer.position += 1
      expectation = .reifierName
      isReifierNext = true
    case UInt8(ascii: "{"):
      try lexer.expect("{|", text)
      let isNamed = frame.reifier.count > 0
      let reifier = isNamed ? frame.reifier : lexer.writeFreshNode()
      let annotated = frame
      try open(.annotation, text)
      frame.subject = reifier
      if !isNamed { emitReification(by: reifier, of: annotated) }
    default:
      let end =
        switch frame.kind {
        case .blankNodePropertyList: "']'"
        case .annotation: "'|}'"
        case .statement, .collection, .tripleTerm, .reifiedTriple: statementEnd
        }
      throw try lexer.unexpected("',' / ';' / \(end)", text)
    }
  }

  /// The `|}` of an `annotationBlock` [26].
  mutating func closeAnnotation(_ text: Span<UInt8>) throws(TurtleStop) {
    try lexer.expect("|}", text)
    frame = outer.removeLast()
    frame.reifier = .none
    expectation = .annotationEnd
  }

  /// More of an `annotation` [25], or what follows it.
  mutating func readAnnotationEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    switch lexer.current(text) {
    case UInt8(ascii: "~"), UInt8(ascii: "{"): try readAnnotation(text)
    default:
      frame.reifier = .none
      expectation = .objectEnd
    }
  }

  private mutating func emitReification(by reifier: QuadBlock.Run) {
    emitReification(by: reifier, of: frame)
  }

  /// The statement that a reifier reifies the triple read last.
  private mutating func emitReification(by reifier: QuadBlock.Run, of frame: Frame) {
    let reifies = written.reifies(in: &lexer.terms)
    let start = lexer.terms.end
    lexer.terms.append("<<( ")
    lexer.terms.append(again: frame.subject)
    lexer.terms.append(UInt8(ascii: " "))
    lexer.terms.append(again: frame.predicate)
    lexer.terms.append(UInt8(ascii: " "))
    lexer.terms.append(again: frame.value)
    lexer.terms.append(" )>>")
    emit(reifier, reifies, lexer.terms.run(from: start))
  }
}
