import Diagnostics
package import RDF
package import RDFSyntax

/// What has to hold of every text in a syntax, well-formed or not.
///
/// The mutated texts of the test suite and the fuzzer are held against the same rules.
package struct ReadingCheck {
  /// The syntax as which texts are read.
  package var format: RDFFormat
  /// What relative IRIs are resolved against.
  package var base: NamedNode?

  /// The rules of a syntax.
  package init(_ format: RDFFormat, base: NamedNode? = nil) {
    self.format = format
    self.base = base
  }

  /// Holds a text against every rule of reading; it is read again in pieces of every size given.
  ///
  /// - Throws: ``Violation`` for the first rule that is broken.
  package func check(_ text: [UInt8], pieceSizes: [Int]) throws {
    let strict = try read(text)
    let lenient = try read(text, isLenient: true)
    for mistake in lenient.mistakes { try checkPlace(of: mistake, in: text) }
    try checkLenient(lenient, against: strict)
    for size in pieceSizes {
      guard try read(text, pieceSize: size) == strict else {
        throw Violation("pieces of \(size) bytes give something else than the whole")
      }
      guard try read(text, pieceSize: size, isLenient: true) == lenient else {
        throw Violation("pieces of \(size) bytes give something else than the whole, leniently")
      }
    }
    let again = try ReadingOutcome(reading: lenient.lines, as: .nquads)
    guard again.failure == nil, again.lines == lenient.lines else {
      throw Violation("N-Quads written from it are not read back: \(again.failure as Any)")
    }
    try checkContainingSyntax(text, strict)
  }

  private func read(
    _ text: [UInt8], pieceSize: Int = .max, isLenient: Bool = false
  ) throws -> ReadingOutcome {
    try ReadingOutcome(
      reading: text, as: format, base: base, pieceSize: pieceSize, isLenient: isLenient)
  }

  /// Lenient reading gives what strict reading gave before its mistake, and goes on; only XML and
  /// JSON that are not well-formed end it too.
  private func checkLenient(_ lenient: ReadingOutcome, against strict: ReadingOutcome) throws {
    guard lenient.lines.starts(with: strict.lines) else {
      throw Violation("lenient reading loses what stands before a mistake")
    }
    guard let failure = strict.failure else {
      guard lenient == strict else {
        throw Violation("lenient reading finds something else where there is no mistake")
      }
      return
    }
    guard lenient.mistakes.first?.location == failure.location else {
      throw Violation("lenient reading puts the mistake elsewhere: \(failure), \(lenient.mistakes)")
    }
    guard lenient.failure == nil || format == .rdfxml || format == .jsonld else {
      throw Violation("lenient reading ends early: \(lenient.failure as Any)")
    }
  }

  /// A mistake lies within the text, and its line and column fit its offset.
  private func checkPlace(of mistake: SyntaxError, in text: [UInt8]) throws {
    let (start, end) = (mistake.location.lowerBound, mistake.location.upperBound)
    guard start.line >= 0, start.column >= 0, start.offset >= 0 else {
      throw Violation("a place before the text: \(mistake)")
    }
    // libxml2 counts what it has recoded.
    guard format != .rdfxml else { return }
    guard end.offset <= text.count else { throw Violation("a place behind the text: \(mistake)") }
    for place in [start, end] where isUTF8(text[..<place.offset]) {
      let expected = position(of: place.offset, in: text)
      guard place == expected else {
        throw Violation("byte \(place.offset) is at \(expected), not at \(place): \(mistake)")
      }
    }
  }

  private func isUTF8(_ text: ArraySlice<UInt8>) -> Bool {
    String(validating: text, as: UTF8.self) != nil
  }

  /// Line and column, counted anew.
  private func position(of offset: Int, in text: [UInt8]) -> TextPosition {
    var position = TextPosition.start
    while position.offset < offset {
      let byte = text[position.offset]
      position.offset += 1
      let isFirstOfTwo =
        byte == 0x0D && position.offset < text.count && text[position.offset] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isFirstOfTwo {
        position.line += 1
        position.column = 0
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return position
  }

  /// N-Triples are Turtle, N-Triples are N-Quads and Turtle is TriG.
  private func checkContainingSyntax(_ text: [UInt8], _ outcome: ReadingOutcome) throws {
    guard outcome.failure == nil else { return }
    let larger: [RDFFormat] =
      switch format {
      case .ntriples: [.nquads, .turtle]
      case .turtle: [.trig]
      case .nquads, .trig, .rdfxml, .jsonld: []
      }
    for other in larger {
      let again = try ReadingOutcome(reading: text, as: other, base: base)
      guard again == outcome else {
        throw Violation("\(other.name) says something else: \(again.failure as Any)")
      }
    }
  }
}
