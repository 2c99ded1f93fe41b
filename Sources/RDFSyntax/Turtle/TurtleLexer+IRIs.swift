import Diagnostics
import RDF

/// IRIs between angle brackets.
extension TurtleLexer {
  /// `IRIREF` [18], absolute or relative to the base, as a term.
  mutating func readIRI(_ text: Span<UInt8>) throws(TurtleStop) -> QuadBlock.Run {
    let start = position
    let stop = endOfPlainIRI(text, from: start)
    if stop > 0, stop < end {
      let termStart = terms.end
      terms.append(padded: text, from: start, count: stop &+ 1 &- start)
      position = stop &+ 1
      return terms.run(from: termStart)
    }
    return try readAnyIRI(text)
  }

  /// The offset of the `>` behind an IRI of `http` or `https` with a plain host and without escapes,
  /// of signs that RFC 3987 allows there; zero if this is none.
  ///
  /// It takes less than the grammar does and nothing else.
  @inline(__always)
  private func endOfPlainIRI(_ text: Span<UInt8>, from start: Int) -> Int {
    let head = text.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ 1, as: UInt64.self)
    // "http://" and "https://", the first byte lowest.
    var index: Int
    if head & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468 {
      index = start &+ 8
    } else if head == 0x2F2F_3A73_7074_7468 {
      index = start &+ 9
    } else {
      return 0
    }
    while true {
      let byte = text[unchecked: index]
      if Self.isLetter(byte) || Self.isDigit(byte) || byte == 0x2D || byte == 0x2E {
        index &+= 1
        continue
      }
      if byte == UInt8(ascii: ">") { return index }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { break }
      return 0
    }
    var hasFragment = false
    while index < end {
      let stop = Self.plain(ByteLanes(text, at: index)).firstOther
      index &+= stop
      if stop == 16 { continue }
      let byte = text[unchecked: index]
      if byte == UInt8(ascii: ">") { return index }
      guard byte == UInt8(ascii: "#"), !hasFragment else { return 0 }
      hasFragment = true
      index &+= 1
    }
    return 0
  }

  /// Letters, digits and those signs that may stand anywhere in a path, a query or a fragment and
  /// begin nothing: most of `ipchar`, `/` and `?`.
  @inline(__always)
  private static func plain(_ lanes: ByteLanes) -> ByteLanes.Selection {
    // `&` to `;` are `&'()*+,-./0123456789:;`, and `?@` are neighbours as well.
    lanes.letters | lanes.inRange(from: 0x26, count: 0x16)
      | lanes.inRange(from: 0x3F, count: 2) | lanes.equal(UInt8(ascii: "="))
      | lanes.equal(UInt8(ascii: "_")) | lanes.equal(UInt8(ascii: "~"))
  }

  /// `IRIREF` with all that it may hold.
  private mutating func readAnyIRI(_ text: Span<UInt8>) throws(TurtleStop) -> QuadBlock.Run {
    let start = position
    position += 1
    scratch.removeAll(keepingCapacity: true)
    var hasEscapes = false
    var runStart = position
    while true {
      guard let byte = try byte(text, at: position), byte != 0x0A, byte != 0x0D else {
        throw try unexpected("'>'", text)
      }
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "\\") {
        scratch.append(copying: text.extracting(runStart..<position))
        UTF8Scalar.append(try readNumericEscape(text), to: &scratch)
        hasEscapes = true
        runStart = position
      } else if byte <= 0x20 || Self.isForbidden(byte) {
        throw try unexpected(Message(en: "a character of an IRI", id: "karakter IRI"), text)
      } else {
        position += 1
      }
    }
    let run = runStart..<position
    position += 1
    if !hasEscapes { return try finishIRI(text.extracting(run), at: start, isAsWritten: true) }
    scratch.append(copying: text.extracting(run))
    let unescaped = scratch
    return try finishIRI(unescaped.span, at: start, isAsWritten: false)
  }

  /// Writes an IRI, resolved if it is relative.
  private mutating func finishIRI(
    _ iri: Span<UInt8>, at start: Int, isAsWritten: Bool
  ) throws(TurtleStop) -> QuadBlock.Run {
    let termStart = terms.end
    if let base, !Self.isAbsolute(iri) {
      if base.directoryCount > 0, Self.isPlainPath(iri) {
        terms.append(padded: base.directory.span, from: 0, count: base.directoryCount)
        iri.withUnsafeBytes { terms.append($0) }
        terms.append(UInt8(ascii: ">"))
        return terms.run(from: termStart)
      }
      do throws(IRIError) {
        let node = try base.iri.resolve(iri)
        terms.append(UInt8(ascii: "<"))
        Array(node.iri.utf8).withUnsafeBytes { terms.append($0) }
      } catch {
        throw mistake(at: start..<position, error.message)
      }
    } else {
      if let fault = IRISyntax.firstFault(in: iri) {
        let place = isAsWritten && base == nil ? start + 1 + fault.offset : start
        throw mistake(
          at: place..<position, IRIError(fault.reason, at: fault.offset, in: "").message)
      }
      terms.append(UInt8(ascii: "<"))
      iri.withUnsafeBytes { terms.append($0) }
    }
    terms.append(UInt8(ascii: ">"))
    return terms.run(from: termStart)
  }

  /// Whether a reference begins with a scheme, or with what should be one, and needs no base.
  private static func isAbsolute(_ reference: Span<UInt8>) -> Bool {
    for offset in reference.indices {
      switch reference[offset] {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  /// Whether a reference is a relative path of letters, digits, `-`, `_` and slashes, perhaps with a
  /// fragment of the same: it has no dot segments and stands behind the base's directory as it is.
  private static func isPlainPath(_ reference: Span<UInt8>) -> Bool {
    guard reference.count > 0, isNameTail(reference[0]) else { return false }
    var hasFragment = false
    for offset in 1..<reference.count {
      let byte = reference[offset]
      if isNameTail(byte) || byte == UInt8(ascii: "/") { continue }
      guard byte == UInt8(ascii: "#"), !hasFragment else { return false }
      hasFragment = true
    }
    return true
  }

  /// What `IRIREF` takes only as an escape, beside the control characters and the space.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// `UCHAR` [26].
  mutating func readNumericEscape(_ text: Span<UInt8>) throws(TurtleStop) -> Unicode.Scalar {
    let length: Int
    switch try byte(text, at: position + 1) {
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    default:
      throw try unexpected(Message(en: "an escape that exists", id: "urutan escape yang ada"), text)
    }
    var value: UInt32 = 0
    for offset in 2..<2 + length {
      guard let digit = try byte(text, at: position + offset), Self.isHexadecimal(digit) else {
        throw mistake(
          at: position..<min(position + offset + 1, end),
          Message(
            en: "expected \(length) hexadecimal digits",
            id: "diharapkan \(length) angka heksadesimal"))
      }
      value = value << 4 | UInt32(CanonicalTerm.hexadecimalValue(digit))
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw mistake(
        at: position..<position + 2 + length,
        Message(
          en: "the escape names no Unicode character",
          id: "urutan escape ini bukan karakter Unicode"))
    }
    position += 2 + length
    return scalar
  }
}
