import RDF

/// The address of the official pages of acts, with places for year and number.
struct LineagePagePattern: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case year
    case number
  }

  private var pieces: [Piece] = []

  /// An address with `{year}` and `{number}`.
  init(_ pattern: String) {
    var rest = pattern[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      pieces.append(.text(Array(rest[..<open].utf8)))
      pieces.append(rest[open...close] == "{year}" ? .year : .number)
      rest = rest[rest.utf8.index(after: close)...]
    }
    pieces.append(.text(Array(rest.utf8)))
  }

  /// Appends the address of an act, whose number stands there in small letters.
  ///
  /// - Parameters:
  ///   - year: where the year stands in `text`.
  ///   - number: where the number stands in `text`.
  ///   - text: what holds both.
  ///   - bytes: what is appended to.
  func append(
    year: Range<Int>, number: Range<Int>, in text: Span<UInt8>, to bytes: inout [UInt8]
  ) {
    for piece in pieces {
      switch piece {
      case .text(let text): bytes.append(contentsOf: text)
      case .year: bytes.append(copying: text.extracting(year))
      case .number:
        for place in number {
          let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= text[place]
          bytes.append(isCapital ? text[place] | 0x20 : text[place])
        }
      }
    }
  }
}
