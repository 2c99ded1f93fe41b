public import Diagnostics

/// A text with names of columns in braces, such as `{Mulai}/{Berakhir}`.
public struct MappedText: Hashable, Sendable {
  /// A part of the text.
  public enum Piece: Hashable, Sendable {
    /// Text as it stands.
    case text(String)
    /// The cell of a column, and where the mapping names it.
    case column(String, TextPosition)
  }

  /// In the order of the text.
  public var pieces: [Piece]

  /// A text of these pieces.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The columns that it names, with their places in the mapping file.
  public var columns: [(name: String, position: TextPosition)] {
    pieces.compactMap {
      switch $0 {
      case .text: nil
      case .column(let name, let position): (name, position)
      }
    }
  }

  /// The column that it is the cell of and nothing else; nil for any other text.
  public var onlyColumn: String? {
    guard pieces.count == 1, case .column(let name, _) = pieces[0] else { return nil }
    return name
  }

  /// The text where it names no column; nil where it does.
  public var constant: String? {
    var text = ""
    for piece in pieces {
      guard case .text(let part) = piece else { return nil }
      text += part
    }
    return text
  }

  /// The parts before and behind the first slash outside braces; nil if there is none.
  public var halves: (MappedText, MappedText)? {
    for (index, piece) in pieces.enumerated() {
      guard case .text(let text) = piece, let slash = text.firstIndex(of: "/") else { continue }
      func part(_ text: Substring) -> [Piece] { text.isEmpty ? [] : [.text(String(text))] }
      return (
        MappedText(Array(pieces[..<index]) + part(text[..<slash])),
        MappedText(part(text[text.index(after: slash)...]) + Array(pieces[(index + 1)...]))
      )
    }
    return nil
  }

  /// Reads a text from a part of a mapping.
  ///
  /// - Throws: ``SyntaxError`` for a brace that is not closed or holds no name.
  init(_ source: MappingSource) throws(SyntaxError) {
    pieces = []
    var text = ""
    var index = source.scalars.startIndex
    while index < source.scalars.endIndex {
      let scalar = source.scalars[index]
      guard scalar == "{" else {
        text.unicodeScalars.append(scalar)
        index += 1
        continue
      }
      guard let close = source.scalars[index...].firstIndex(of: "}") else {
        throw source.error(
          at: index,
          Message(
            en: "the brace is not closed; expected {column}",
            id: "kurung kurawal tidak ditutup; diharapkan {kolom}"))
      }
      let name = source.part(index + 1..<close).trimmed
      guard !name.scalars.isEmpty else {
        throw source.error(
          at: index,
          Message(
            en: "expected the name of a column in the braces",
            id: "diharapkan nama kolom di dalam kurung kurawal"))
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      pieces.append(.column(name.string, name.position))
      index = close + 1
    }
    if !text.isEmpty { pieces.append(.text(text)) }
  }
}

/// A stretch of a line of a mapping file, so that a mistake in it is told with its column.
struct MappingSource {
  /// The stretch; its indices are columns from ``start`` on.
  var scalars: ArraySlice<Unicode.Scalar>
  /// Where index 0 stands in the file.
  let start: TextPosition
  let file: String

  /// The text of a node.
  init(_ node: PackNode) throws(SyntaxError) {
    scalars = Array(try node.text().unicodeScalars)[...]
    start = node.textPosition
    file = node.file
  }

  /// A part of the stretch.
  func part(_ range: Range<Int>) -> MappingSource {
    var part = self
    part.scalars = scalars[range]
    return part
  }

  /// The stretch without blanks at its ends.
  var trimmed: MappingSource {
    var part = self
    while part.scalars.first?.properties.isWhitespace == true { part.scalars.removeFirst() }
    while part.scalars.last?.properties.isWhitespace == true { part.scalars.removeLast() }
    return part
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where the stretch begins in the file.
  var position: TextPosition { position(at: scalars.startIndex) }

  private func position(at index: Int) -> TextPosition {
    TextPosition(line: start.line, column: start.column + index, offset: 0)
  }

  /// An error about the whole stretch.
  func error(_ message: Message) -> SyntaxError { error(at: scalars.startIndex, message) }

  /// An error at an index.
  func error(at index: Int, _ message: Message) -> SyntaxError {
    SyntaxError(message, at: position(at: index)..<position(at: index), file: file)
  }

  /// The stretches between separators that stand outside quotes and braces.
  func split(_ separator: Unicode.Scalar) -> [MappingSource] {
    var parts: [MappingSource] = []
    var (begin, depth) = (scalars.startIndex, 0)
    var isQuoted = false
    for index in scalars.indices {
      switch scalars[index] {
      case "\"": isQuoted.toggle()
      case "{" where !isQuoted: depth += 1
      case "}" where !isQuoted: depth -= 1
      // `split=;` means the semicolon itself.
      case separator
      where !isQuoted && depth <= 0
        && !(index > begin && scalars[index - 1] == "="
          && part(begin..<index).trimmed.string == "split="):
        parts.append(part(begin..<index))
        begin = index + 1
      default: break
      }
    }
    return parts + [part(begin..<scalars.endIndex)]
  }
}
