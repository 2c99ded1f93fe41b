import CLibXML2
import Diagnostics

/// Where a parser stands in its document.
enum InputPlace {
  /// The place of a context; with `inTag` that of the `<` before it.
  ///
  /// Within the text of an entity it is the place of the reference.
  static func current(_ context: xmlParserCtxtPtr, inTag: Bool) -> TextPosition {
    guard let input = context.pointee.inputTab?.pointee ?? context.pointee.input else {
      return .start
    }
    let line = max(0, Int(input.pointee.line) - 1)
    let column = max(0, Int(input.pointee.col) - 1)
    let offset = max(0, xmlByteConsumed(context))
    let place = TextPosition(line: line, column: column, offset: offset)
    guard inTag, context.pointee.inputNr <= 1, let base = input.pointee.base,
      let current = input.pointee.cur
    else { return place }
    return tagStart(in: UnsafeBufferPointer(start: base, count: current - base), before: place)
  }

  /// The last `<` of the bytes read; none stands raw inside a tag.
  private static func tagStart(
    in bytes: UnsafeBufferPointer<UInt8>, before place: TextPosition
  ) -> TextPosition {
    guard let start = bytes.lastIndex(of: UInt8(ascii: "<")) else { return place }
    let tag = bytes[start...]
    let lines = tag.count { $0 == UInt8(ascii: "\n") }
    let column: Int
    if lines == 0 {
      column = place.column - codePoints(tag)
    } else {
      let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      column = codePoints(bytes[lineStart..<start])
    }
    return TextPosition(
      line: max(0, place.line - lines), column: max(0, column),
      offset: max(0, place.offset - tag.count))
  }

  private static func codePoints(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
