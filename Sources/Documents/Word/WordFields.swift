/// The open fields of a Word document, and what becomes of their text
/// ([ECMA-376 part 1 §17.16](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
struct WordFields {
  private struct Field {
    var instruction: [UInt8] = []
    var isInResult = false
    var isUnwanted: Bool { !isInResult || !kind.isShown }
    var kind: Kind = .other
  }

  /// What a field puts into the text.
  enum Kind {
    case other
    /// Numbers the captions of figures and tables.
    case sequence
    /// The number of a page, or how many there are.
    case page
    /// A table of contents, a list of figures, an index.
    case index

    /// Whether its result is text of the document.
    var isShown: Bool { self == .other || self == .sequence }

    /// The kind of a field by the first word of its instruction.
    init(instruction: some Sequence<UInt8>) {
      var word: [UInt8] = []
      for byte in instruction {
        if byte <= 0x20 || byte == UInt8(ascii: "\\") {
          if word.isEmpty, byte <= 0x20 { continue }
          break
        }
        word.append(byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte)
        if word.count > 16 { break }
      }
      self =
        switch String(decoding: word, as: UTF8.self) {
        case "SEQ": .sequence
        case "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION": .page
        case "TOC", "TOA", "INDEX", "RD": .index
        default: .other
        }
    }
  }

  private var fields: [Field] = []
  private var unwantedCount = 0

  /// How the flow has to follow a change.
  enum Change {
    case none
    case beginsUnwanted
    case endsUnwanted
  }

  /// Whether text that comes now is no text of the document.
  var isUnwanted: Bool { unwantedCount > 0 }

  /// Begins a field; its instruction comes first.
  mutating func begin() -> Change {
    guard fields.count < Self.deepest else { return .none }
    fields.append(Field())
    unwantedCount += 1
    return unwantedCount == 1 ? .beginsUnwanted : .none
  }

  /// Takes a piece of the innermost field's instruction.
  mutating func addInstruction(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let last = fields.indices.last, !fields[last].isInResult,
      fields[last].instruction.count < Self.longestInstruction
    else { return }
    fields[last].instruction.append(contentsOf: piece.prefix(Self.longestInstruction))
  }

  /// Ends the instruction of the innermost field; its result follows.
  ///
  /// - Returns: the kind of the field, and what changes.
  mutating func separate() -> (Kind, Change) {
    guard let last = fields.indices.last, !fields[last].isInResult else { return (.other, .none) }
    fields[last].isInResult = true
    fields[last].kind = Kind(instruction: fields[last].instruction)
    guard !fields[last].isUnwanted else { return (fields[last].kind, .none) }
    unwantedCount -= 1
    return (fields[last].kind, unwantedCount == 0 ? .endsUnwanted : .none)
  }

  /// Ends the innermost field.
  mutating func end() -> Change {
    guard let field = fields.popLast(), field.isUnwanted else { return .none }
    unwantedCount -= 1
    return unwantedCount == 0 ? .endsUnwanted : .none
  }

  /// Most open fields; further ones are not told apart.
  private static let deepest = 64
  private static let longestInstruction = 256
}
