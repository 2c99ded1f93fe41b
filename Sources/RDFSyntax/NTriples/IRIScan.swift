import RDF

/// Checks an IRI that stands between `<` and `>` as it is passed.
enum IRIScan {
  /// The offset of the `>` that ends a valid absolute IRI without escapes; nil for anything else.
  ///
  /// What is common (`http`, a plain host, ASCII behind it) is told sixteen bytes at a time; the rest
  /// goes to the whole grammar of RFC 3987.
  ///
  /// `start` is the offset of the `<`; behind `end`, where the text ends, stand
  /// ``TextScan/padding`` zeros.
  @inline(__always)
  static func end(_ text: Span<UInt8>, from start: Int, end: Int) -> Int? {
    let head = text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    var position = start &+ 8
    if head.littleEndian == httpsHead {
      guard text[unchecked: position] == UInt8(ascii: "/") else {
        return endOfAny(text, from: start, end: end)
      }
      position &+= 1
    } else if head.littleEndian != httpHead {
      return endOfAny(text, from: start, end: end)
    }
    position = TextScan.endOfPlainHost(text, from: position)
    switch text[unchecked: position] {
    case UInt8(ascii: "/"), UInt8(ascii: ">"): break
    default: return endOfAny(text, from: start, end: end)
    }
    position = TextScan.endOfPlainIRI(text, from: position)
    if text[unchecked: position] == UInt8(ascii: ">") { return position }
    return endOfRest(text, from: position) ?? endOfAny(text, from: start, end: end)
  }

  /// The `>` behind a path, a query or a fragment; nil for what needs a closer look.
  private static func endOfRest(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    var isInFragment = false
    while true {
      switch text[unchecked: position] {
      case UInt8(ascii: ">"): return position
      case UInt8(ascii: "#"):
        guard !isInFragment else { return nil }
        isInFragment = true
      case UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "~"): break
      default: return nil
      }
      position = TextScan.endOfPlainIRI(text, from: position &+ 1)
    }
  }

  /// The same by the whole grammar.
  private static func endOfAny(_ text: Span<UInt8>, from start: Int, end: Int) -> Int? {
    var close = start + 1
    while close < end, text[close] != UInt8(ascii: ">") {
      if text[close] == UInt8(ascii: "\\") || text[close] <= 0x20 { return nil }
      close += 1
    }
    guard close < end else { return nil }
    let iri = text.extracting(start + 1..<close)
    guard UTF8Scalar.firstMalformedByte(in: iri) == nil, IRISyntax.firstFault(in: iri) == nil
    else { return nil }
    return close
  }

  /// `<http://`, loaded as one word.
  private static var httpHead: UInt64 { 0x2F2F_3A70_7474_683C }
  /// `<https:/`, loaded as one word.
  private static var httpsHead: UInt64 { 0x2F3A_7370_7474_683C }
}
