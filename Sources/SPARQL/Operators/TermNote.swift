import QuadStore
import RDF

/// What is seen in the bytes of a term, as one word that is kept with the store: its language, or the
/// value of a common literal.
struct TermNote {
  /// What the lowest byte says.
  enum Kind: UInt8 {
    /// Anything that has neither language nor a common value.
    case other = 1
    /// A text in a language, whose letters stand above the kind.
    case language
    /// A literal without a language; its value is none of those below.
    case literal
    /// A ``QuickValue``.
    case number, date
  }

  let word: UInt64

  /// What was noted; nil for a word of nothing.
  @inline(__always)
  init?(word: UInt64) {
    guard word != 0 else { return nil }
    self.word = word
  }

  private init(_ kind: Kind, _ payload: UInt64) {
    word = payload << 8 | UInt64(kind.rawValue)
  }

  /// What is seen in a term in canonical form.
  init(_ term: Span<UInt8>) {
    guard let end = LiteralBytes.endOfText(term) else {
      self.init(.other, 0)
      return
    }
    let tag = LiteralBytes.language(term, end: end)
    if !tag.isEmpty {
      if let letters = Self.letters(term.extracting(tag)) {
        self.init(.language, letters)
      } else {
        self.init(.other, 0)
      }
      return
    }
    guard let value = QuickValue(term), (value.value << 8) >> 8 == value.value else {
      self.init(.literal, 0)
      return
    }
    self.init(value.kind == .date ? .date : .number, UInt64(bitPattern: value.value << 8) >> 8)
  }

  /// A language tag as a number, none for none; nil if it has too many letters.
  static func letters(_ tag: Span<UInt8>) -> UInt64? {
    guard tag.count <= 7 else { return nil }
    var letters: UInt64 = 0
    for index in tag.indices { letters = letters << 8 | UInt64(tag[index]) }
    return letters
  }

  /// The language of a literal, as ``letters(_:)`` has it; nil if the word does not say.
  @inline(__always)
  var language: UInt64? {
    switch UInt8(truncatingIfNeeded: word) {
    case Kind.language.rawValue: word >> 8
    case Kind.literal.rawValue, Kind.number.rawValue, Kind.date.rawValue: 0
    default: nil
    }
  }

  /// The value of a common literal; nil if it is none.
  @inline(__always)
  var quickValue: QuickValue? {
    switch UInt8(truncatingIfNeeded: word) {
    case Kind.number.rawValue: QuickValue(.number, Int64(bitPattern: word) >> 8)
    case Kind.date.rawValue: QuickValue(.date, Int64(bitPattern: word) >> 8)
    default: nil
    }
  }
}

extension ExecutionContext {
  /// What is seen in a term whose number is not 0; it is looked into but once.
  @inline(__always)
  func note(of id: TermID) throws -> TermNote {
    guard Int(id) <= storedTermCount else { return try withBytes(of: id) { TermNote($0) } }
    if let note = TermNote(word: terms.notes[id]) { return note }
    let note = try terms.withReader { TermNote(try $0.bytes(of: id).span) }
    terms.notes[id] = note.word
    return note
  }
}
