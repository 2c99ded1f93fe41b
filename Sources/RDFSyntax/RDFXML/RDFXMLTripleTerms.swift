import RDF
import XML

/// The triple terms that are being read, each of the one statement inside its property
/// (`rdf:parseType="Triple"`, [RDF 1.2 XML Syntax](https://www.w3.org/TR/rdf12-xml/)).
///
/// The text of all of them grows in one place: a term within another begins where the other needs its
/// object, so that nothing is copied level by level.
struct RDFXMLTripleTerms {
  /// What has come of a triple term at its end.
  enum Outcome {
    /// The outermost one is written: its text is ``bytes``.
    case whole
    /// It is written into the one around it.
    case within
    /// A mistake in it was passed over, so it is left out.
    case broken
    /// It has no statement, or more than one.
    case miscounted
  }

  private struct Level {
    /// How many statements it has; the text is that of the first.
    var count = 0
    var isBroken = false
  }

  private var levels: [Level] = []
  /// The text of the outermost one so far, in canonical form.
  private(set) var bytes: [UInt8] = []

  /// Whether statements are parts of a triple term now.
  private(set) var isOpen = false

  /// How deep triple terms may nest: as deep as in N-Triples, so that what is read can be written.
  static let deepest = 64

  /// Begins one that stands in no other.
  mutating func open() {
    bytes.removeAll(keepingCapacity: true)
    levels.append(Level())
    isOpen = true
  }

  /// Begins one that is the object of a statement of another.
  ///
  /// - Throws: ``XMLRefusal`` if there are too many around it.
  mutating func openWithin(
    _ subject: QuadBlock.Run, _ predicate: QuadBlock.Run, of terms: borrowing TermBytes
  ) throws(XMLRefusal) {
    guard levels.count < Self.deepest else {
      throw RDFXMLGrammar.refusal(
        en: "triple terms nest deeper than \(Self.deepest)",
        id: "tripel di dalam tripel lebih dalam dari \(Self.deepest)")
    }
    if beginStatement() { appendStart(subject, predicate, of: terms) }
    levels.append(Level())
  }

  /// Takes a statement of the innermost one.
  mutating func add(
    _ subject: QuadBlock.Run, _ predicate: QuadBlock.Run, _ object: QuadBlock.Run,
    of terms: borrowing TermBytes
  ) {
    guard beginStatement() else { return }
    appendStart(subject, predicate, of: terms)
    bytes.append(copying: terms.bytes.span.extracting(object.range))
    CanonicalTerm.append(" )>>", to: &bytes)
  }

  /// Notes that something in the innermost one is passed over; nothing happens if none is open.
  mutating func noteMistake() {
    if isOpen { levels[levels.count - 1].isBroken = true }
  }

  /// Ends the innermost one.
  mutating func close() -> Outcome {
    guard let level = levels.popLast() else { preconditionFailure("a triple term is open") }
    isOpen = !levels.isEmpty
    guard !level.isBroken, level.count == 1 else {
      noteMistake()
      return level.isBroken ? .broken : .miscounted
    }
    guard isOpen else { return .whole }
    // Of a second statement nothing was begun.
    if levels[levels.count - 1].count == 1 { CanonicalTerm.append(" )>>", to: &bytes) }
    return .within
  }

  /// Counts a statement of the innermost one; false if its text is of no use.
  private mutating func beginStatement() -> Bool {
    levels[levels.count - 1].count += 1
    return levels.allSatisfy { $0.count == 1 && !$0.isBroken }
  }

  private mutating func appendStart(
    _ subject: QuadBlock.Run, _ predicate: QuadBlock.Run, of terms: borrowing TermBytes
  ) {
    CanonicalTerm.append("<<( ", to: &bytes)
    bytes.append(copying: terms.bytes.span.extracting(subject.range))
    bytes.append(UInt8(ascii: " "))
    bytes.append(copying: terms.bytes.span.extracting(predicate.range))
    bytes.append(UInt8(ascii: " "))
  }
}
