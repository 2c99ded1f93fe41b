import RDF

/// The values that Gephi will change when it reads a document.
///
/// Gephi's importer puts "Infinity" for every "INF" in the value of a column, for the sake of
/// numbers as [XML Schema](https://www.w3.org/TR/xmlschema11-2/#double) writes them, but in texts
/// too (`ElementDraftImpl.parseValue`): "INFRASTRUKTUR" becomes "InfinityRASTRUKTUR". Labels are
/// properties and no columns, and stay as they are.
public struct GephiInfinities: Sendable, Hashable {
  /// How many values of nodes and edges, at least 1.
  public var count: Int
  /// The first of them in the order of the file: some 60 bytes around its "INF", without line ends.
  public var example: String

  /// So many values, and the first of them.
  package init(count: Int, example: String) {
    self.count = count
    self.example = example
  }
}

/// Looks for ``GephiInfinities`` in the finished pieces of a document, so that what is counted is
/// what stands in the file, and writers of other flavours do nothing for it.
struct GephiInfinityScan {
  private(set) var found: GephiInfinities?
  /// What stands before the values that Gephi keeps in columns of text.
  private let openings: Set<[UInt8]>

  private static let closing = Array("</data>".utf8)

  init(_ keys: GraphMLKeys) {
    let labels = [GraphMLColumn.label.key.id, GraphMLColumn.edgeLabel.key.id]
    openings = Set(
      keys.all.filter { $0.type == .string && !labels.contains($0.id) }.map(\.opening))
  }

  /// Reads a piece, which has whole lines; a value stands in one.
  mutating func read(_ piece: [UInt8]) {
    var position = 0
    while let hit = Self.firstInfinity(in: piece.span, from: position) {
      let start = piece[position..<hit].lastIndex(of: 0x0A).map { $0 + 1 } ?? position
      let end = piece[hit...].firstIndex(of: 0x0A) ?? piece.count
      read(line: piece[start..<end], hit: hit)
      position = end
    }
  }

  private mutating func read(line: ArraySlice<UInt8>, hit: Int) {
    guard let bracket = line.firstIndex(of: UInt8(ascii: ">")),
      openings.contains(Array(line[...bracket])), bracket < hit
    else { return }
    if found != nil {
      found?.count += 1
    } else {
      let value = line[(bracket + 1)...].dropLast(Self.closing.count)
      found = GephiInfinities(count: 1, example: Self.excerpt(of: value, around: hit))
    }
  }

  /// The first place of "INF" at or behind `start`.
  private static func firstInfinity(in text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position &+ 2 < text.count {
      // The last of three bytes tells how far the next place can be.
      switch text[position &+ 2] {
      case UInt8(ascii: "F"):
        if text[position] == UInt8(ascii: "I"), text[position &+ 1] == UInt8(ascii: "N") {
          return position
        }
        position &+= 3
      case UInt8(ascii: "N"): position &+= 1
      case UInt8(ascii: "I"): position &+= 2
      default: position &+= 3
      }
    }
    return nil
  }

  /// What stands around a place in escaped text, up to the next reference on either side; ellipses
  /// where something is left out.
  private static func excerpt(of value: ArraySlice<UInt8>, around hit: Int) -> String {
    let longest = (before: 20, behind: 40)
    var start = hit
    while start > value.startIndex, value[start - 1] != UInt8(ascii: ";"),
      hit - start < longest.before || isInsideCharacter(value[start])
    { start -= 1 }
    var end = hit
    while end < value.endIndex, value[end] != UInt8(ascii: "&"),
      end - hit < longest.behind || isInsideCharacter(value[end])
    { end += 1 }
    let text = String(decoding: value[start..<end], as: UTF8.self)
    return (start > value.startIndex ? "…" : "") + text + (end < value.endIndex ? "…" : "")
  }

  private static func isInsideCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
