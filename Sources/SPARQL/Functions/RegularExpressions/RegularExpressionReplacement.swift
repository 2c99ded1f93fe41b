/// A part of what a match is replaced with
/// ([XPath Functions 3.1 §5.6.4](https://www.w3.org/TR/xpath-functions-31/#func-replace)).
enum RegularExpressionReplacement: Equatable {
  /// This text, in UTF-8.
  case text([UInt8])
  /// What a pair of parentheses matched; the whole match for 0.
  case group(Int)

  /// The parts of a replacement.
  ///
  /// `$` takes as many digits as name a pair of parentheses; one that names none stands for nothing.
  /// - Throws: ``RegularExpressionError/replacement``.
  static func parts(
    of replacement: String, groupCount: Int, isLiteral: Bool
  ) throws(RegularExpressionError) -> [Self] {
    let bytes = Array(replacement.utf8)
    if isLiteral { return [.text(bytes)] }
    var parts: [Self] = []
    var text: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count else { throw .replacement }
      let next = bytes[position]
      if byte == UInt8(ascii: "\\") {
        guard next == UInt8(ascii: "$") || next == UInt8(ascii: "\\") else { throw .replacement }
        text.append(next)
        position += 1
        continue
      }
      guard next &- 0x30 < 10 else { throw .replacement }
      var group = Int(next - 0x30)
      position += 1
      while position < bytes.count, bytes[position] &- 0x30 < 10 {
        let longer = group * 10 + Int(bytes[position] - 0x30)
        guard longer <= groupCount else { break }
        group = longer
        position += 1
      }
      if !text.isEmpty { parts.append(.text(text)) }
      text = []
      if group <= groupCount { parts.append(.group(group)) }
    }
    return text.isEmpty ? parts : parts + [.text(text)]
  }
}
