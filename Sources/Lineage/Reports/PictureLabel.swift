/// What is written on a node of a picture: its name, its title on three lines at most, its time.
struct PictureLabel {
  /// All lines one behind the other, in UTF-8.
  private(set) var text: [UInt8] = []
  /// Where each line stands in the text; none of them is empty.
  private(set) var lines: [Range<Int>] = []

  /// The label of a node.
  init(_ node: LineagePicture.Node) {
    append(node.label)
    appendWrapped(node.title)
    if let span = node.span { append(span) }
  }

  private mutating func append(_ line: String) {
    guard !line.isEmpty else { return }
    let start = text.count
    text.append(contentsOf: line.utf8)
    lines.append(start..<text.count)
  }

  /// Appends a text in lines of some so many characters; what is too much for the last line is an
  /// ellipsis.
  private mutating func appendWrapped(_ title: String, width: Int = 40, mostLines: Int = 3) {
    let bytes = Array(title.utf8)
    var (start, length, lineCount) = (text.count, 0, 0)
    for word in bytes.split(whereSeparator: { $0 == 0x20 || 0x09...0x0D ~= $0 }) {
      // Characters are counted by the bytes that begin one.
      let wordLength = word.count { $0 & 0xC0 != 0x80 }
      if length > 0, length + wordLength >= width {
        lineCount += 1
        guard lineCount < mostLines else {
          text.append(contentsOf: " …".utf8)
          lines.append(start..<text.count)
          return
        }
        lines.append(start..<text.count)
        (start, length) = (text.count, 0)
      }
      if length > 0 {
        text.append(0x20)
        length += 1
      }
      text.append(contentsOf: word)
      length += wordLength
    }
    if text.count > start { lines.append(start..<text.count) }
  }
}

extension [UInt8] {
  /// Appends fixed words.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a number that is not negative.
  mutating func append(decimal value: Int) {
    let start = count
    var rest = value
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
