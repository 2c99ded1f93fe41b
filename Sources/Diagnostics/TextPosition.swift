/// A place in a text.
public struct TextPosition: Hashable, Comparable, Sendable, Codable {
  /// Line, counted from 0.
  public var line: Int
  /// Column in Unicode code points, counted from 0.
  public var column: Int
  /// Offset in bytes from the start of the text.
  public var offset: Int

  /// A place given by its line, column and byte offset, all from 0.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// The start of a text.
  public static let start = TextPosition(line: 0, column: 0, offset: 0)

  /// Earlier in the text, by byte offset.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    left.offset < right.offset
  }
}
