import RDF

/// Checks absolute IRIs one after the other, sixteen bytes at a step.
///
/// Neighbours mostly begin alike, so the scheme and authority of the last one are remembered.
struct AbsoluteIRIs {
  /// Scheme, authority and the slash behind them of an IRI that was found good; empty if none was.
  private var origin: [UInt8] = []

  /// The first fault of well-formed UTF-8 that should be an absolute IRI; nil if it is one.
  mutating func firstFault(in iri: Span<UInt8>) -> IRISyntax.Fault? {
    if startsAtOrigin(iri), isPlain(iri, from: origin.count) { return nil }
    if let fault = IRISyntax.firstFault(in: iri) { return fault }
    remember(iri)
    return nil
  }

  private func startsAtOrigin(_ iri: Span<UInt8>) -> Bool {
    !origin.isEmpty && iri.count >= origin.count
      && iri.extracting(first: origin.count).hasSameBytes(as: origin.span)
  }

  /// Whether all bytes may stand in a path, a query or a fragment as they are, and at most one
  /// number sign begins the last.
  private func isPlain(_ iri: Span<UInt8>, from start: Int) -> Bool {
    let bytes = iri.bytes
    var position = start
    var numberSigns = 0
    while position &+ 16 <= iri.count {
      let vector = bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: SIMD16<UInt8>.self)
      let isNumberSign = vector .== SIMD16(repeating: UInt8(ascii: "#"))
      guard all(Self.isPlain(vector) .| isNumberSign) else { return false }
      let bits = unsafeBitCast(isNumberSign, to: SIMD2<UInt64>.self)
      numberSigns &+= (bits.x.nonzeroBitCount &+ bits.y.nonzeroBitCount) / 8
      position &+= 16
    }
    while position < iri.count {
      let byte = iri[position]
      if byte == UInt8(ascii: "#") {
        numberSigns &+= 1
      } else if !Self.plain.contains(byte) {
        return false
      }
      position &+= 1
    }
    return numberSigns <= 1
  }

  /// The lanes in ``plain``.
  private static func isPlain(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    let letters = (bytes | SIMD16(repeating: 0x20)) &- SIMD16(repeating: UInt8(ascii: "a"))
    // `&` to `;`, and `?` with `@`.
    let middle = bytes &- SIMD16(repeating: UInt8(ascii: "&"))
    let marks = bytes &- SIMD16(repeating: UInt8(ascii: "?"))
    return (letters .< SIMD16(repeating: 26)) .| (middle .< SIMD16(repeating: 22))
      .| (marks .< SIMD16(repeating: 2)) .| (bytes .== SIMD16(repeating: UInt8(ascii: "!")))
      .| (bytes .== SIMD16(repeating: UInt8(ascii: "$")))
      .| (bytes .== SIMD16(repeating: UInt8(ascii: "=")))
      .| (bytes .== SIMD16(repeating: UInt8(ascii: "_")))
      .| (bytes .== SIMD16(repeating: UInt8(ascii: "~")))
  }

  private mutating func remember(_ iri: Span<UInt8>) {
    var slashes = 0
    for index in 0..<min(iri.count, Self.longestOrigin) {
      switch iri[index] {
      case UInt8(ascii: "/"):
        slashes += 1
        guard slashes == 2 || iri[index == 0 ? 0 : index - 1] != UInt8(ascii: "/") else { return }
        guard slashes == 3 else { continue }
        origin.removeAll(keepingCapacity: true)
        origin.append(copying: iri.extracting(first: index + 1))
        return
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return
      default:
        // Two slashes directly behind the colon begin an authority.
        if slashes == 1 { return }
        if slashes == 0, index > 0, iri[index - 1] == UInt8(ascii: ":") { return }
      }
    }
  }

  private static let plain = ASCIISet.letters.union(.digits).union(ASCIISet("!$&'()*+,-./:;=?@_~"))
  private static let longestOrigin = 64
}
