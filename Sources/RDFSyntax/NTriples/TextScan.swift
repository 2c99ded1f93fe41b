/// Finds the next byte that needs a look, sixteen at a time.
///
/// All of these read up to sixteen bytes beyond `position`: whoever calls keeps that many zeros
/// behind the text, and zeros stop every scan.
enum TextScan {
  /// How many zeros stand behind a text that is scanned.
  static let padding = 16

  // Every operand is a vector of a named type: with a scalar, or with types left to be inferred, the
  // standard library's generic operators are taken, which go lane by lane.
  private typealias Bytes = SIMD16<UInt8>
  private typealias Mask = SIMDMask<SIMD16<Int8>>

  /// The first byte of a literal's text that is not plain: a quote, a backslash, a control character
  /// or a byte beyond ASCII.
  @inline(__always)
  static func endOfPlainText(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      let bytes = load(text, at: position)
      let stops: Mask =
        isControlOrBeyondASCII(bytes, from: 0x20) .| isSame(bytes, UInt8(ascii: "\""))
        .| isSame(bytes, UInt8(ascii: "\\")) .| isSame(bytes, 0x7F)
      if let offset = firstLane(of: stops) { return position &+ offset }
      position &+= 16
    }
  }

  /// The first byte of an IRI that is not one of the letters, digits and signs that may stand in
  /// every part behind the authority.
  ///
  /// `=` and `~` stop too, though they may stand there: leaving them out saves time.
  @inline(__always)
  static func endOfPlainIRI(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      let bytes = load(text, at: position)
      // `"` and `#`; `<` to `?`.
      let pair: Bytes = bytes & Bytes(repeating: 0xFE)
      let four: Bytes = bytes & Bytes(repeating: 0xFC)
      let signs: Mask = isSame(pair, 0x22) .| isSame(four, 0x3C) .| isSame(bytes, UInt8(ascii: "%"))
      // `[` to `^`; "`"; from `{` on.
      let brackets: Mask =
        isBelow(bytes &- Bytes(repeating: 0x5B), 4) .| isSame(bytes, UInt8(ascii: "`"))
        .| isBelow(Bytes(repeating: 0x7A), bytes)
      let stops: Mask = isControlOrBeyondASCII(bytes, from: 0x21) .| signs .| brackets
      if let offset = firstLane(of: stops) { return position &+ offset }
      position &+= 16
    }
  }

  /// The first byte of a host that is neither a letter nor a digit nor `-` nor `.`.
  @inline(__always)
  static func endOfPlainHost(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      let bytes = load(text, at: position)
      let small: Bytes = bytes | Bytes(repeating: 0x20)
      let goes: Mask =
        isBelow(small &- Bytes(repeating: UInt8(ascii: "a")), 26)
        .| isBelow(bytes &- Bytes(repeating: UInt8(ascii: "0")), 10)
        .| isBelow(bytes &- Bytes(repeating: UInt8(ascii: "-")), 2)
      if let offset = firstLane(of: .!goes) { return position &+ offset }
      position &+= 16
    }
  }

  @inline(__always)
  private static func isSame(_ bytes: Bytes, _ byte: UInt8) -> Mask {
    bytes .== Bytes(repeating: byte)
  }

  @inline(__always)
  private static func isBelow(_ bytes: Bytes, _ bound: UInt8) -> Mask {
    isBelow(bytes, Bytes(repeating: bound))
  }

  @inline(__always)
  private static func isBelow(_ left: Bytes, _ right: Bytes) -> Mask { left .< right }

  /// Bytes below `first` and from 0x80, which as signed numbers are below it too.
  @inline(__always)
  private static func isControlOrBeyondASCII(_ bytes: Bytes, from first: Int8) -> Mask {
    let signed: SIMD16<Int8> = unsafeBitCast(bytes, to: SIMD16<Int8>.self)
    let bound: SIMD16<Int8> = SIMD16<Int8>(repeating: first)
    return signed .< bound
  }

  @inline(__always)
  private static func load(_ text: Span<UInt8>, at position: Int) -> Bytes {
    text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: Bytes.self)
  }

  /// The first lane that is set.
  @inline(__always)
  private static func firstLane(of mask: Mask) -> Int? {
    let words: SIMD2<UInt64> = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if words.x != 0 { return words.x.trailingZeroBitCount &>> 3 }
    if words.y != 0 { return 8 &+ words.y.trailingZeroBitCount &>> 3 }
    return nil
  }
}
