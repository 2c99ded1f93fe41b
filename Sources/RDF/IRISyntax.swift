/// The grammar of absolute IRIs, checked on bytes
/// ([RFC 3987 §2.2](https://www.rfc-editor.org/rfc/rfc3987#section-2.2), production `IRI`).
package enum IRISyntax {
  /// The first byte that breaks the grammar, and how.
  package struct Fault {
    /// What is wrong.
    package var reason: IRIError.Reason
    /// Where, in bytes from 0.
    package var offset: Int

    init(_ reason: IRIError.Reason, at offset: Int) {
      self.reason = reason
      self.offset = offset
    }
  }

  private static let schemeTail = ASCIISet.letters.union(.digits).union(ASCIISet("+-."))
  private static let unreserved = ASCIISet.letters.union(.digits).union(ASCIISet("-._~"))
  private static let registeredName = unreserved.union(ASCIISet("!$&'()*+,;="))
  private static let userInformation = registeredName.union(ASCIISet(":"))
  private static let path = userInformation.union(ASCIISet("@/"))
  private static let queryOrFragment = path.union(ASCIISet("?"))

  /// The first fault of a text that should be an absolute IRI; nil if it is one.
  ///
  /// The bytes must be well-formed UTF-8.
  ///
  /// - Complexity: O(n), one pass.
  package static func firstFault(in bytes: Span<UInt8>) -> Fault? {
    guard let colon = endOfScheme(bytes) else { return Fault(.noScheme, at: 0) }
    var position = colon + 1
    if position + 1 < bytes.count, bytes[position] == slash, bytes[position + 1] == slash {
      let end = firstIndex(in: bytes, from: position + 2) {
        $0 == slash || $0 == question || $0 == hash
      }
      if let fault = authorityFault(in: bytes, from: position + 2, to: end) { return fault }
      position = end
    }
    let endOfPath = firstIndex(in: bytes, from: position) { $0 == question || $0 == hash }
    if let fault = fault(in: bytes, from: position, to: endOfPath, allowed: path) { return fault }
    position = endOfPath
    if position < bytes.count, bytes[position] == question {
      let end = firstIndex(in: bytes, from: position) { $0 == hash }
      let query = fault(
        in: bytes, from: position + 1, to: end, allowed: queryOrFragment, privateUse: true)
      if let query { return query }
      position = end
    }
    guard position < bytes.count else { return nil }
    return fault(in: bytes, from: position + 1, to: bytes.count, allowed: queryOrFragment)
  }

  /// `scheme ":"`: the index of the colon.
  private static func endOfScheme(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count > 0, ASCIISet.letters.contains(bytes[0]) else { return nil }
    let end = firstIndex(in: bytes, from: 1) { !schemeTail.contains($0) }
    return end < bytes.count && bytes[end] == colon ? end : nil
  }

  /// `[ iuserinfo "@" ] ihost [ ":" port ]`.
  private static func authorityFault(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Fault?
  {
    var host = start
    let at = firstIndex(in: bytes, from: start) { $0 == commercialAt }
    if at < end {
      if let fault = fault(in: bytes, from: start, to: at, allowed: userInformation) {
        return fault
      }
      host = at + 1
    }
    var endOfHost: Int
    if host < end, bytes[host] == openBracket {
      endOfHost = firstIndex(in: bytes, from: host) { $0 == closeBracket }
      guard endOfHost < end, isAddress(bytes, from: host + 1, to: endOfHost) else {
        return Fault(.malformedAddress, at: host)
      }
      endOfHost += 1
    } else {
      endOfHost = min(firstIndex(in: bytes, from: host) { $0 == colon }, end)
      let fault = fault(in: bytes, from: host, to: endOfHost, allowed: registeredName)
      if let fault { return fault }
    }
    guard endOfHost < end else { return nil }
    guard bytes[endOfHost] == colon else { return Fault(.forbiddenCharacter, at: endOfHost) }
    let stop = firstIndex(in: bytes, from: endOfHost + 1) { !ASCIISet.digits.contains($0) }
    return stop < end ? Fault(.malformedPort, at: stop) : nil
  }

  /// `IPv6address / IPvFuture`.
  private static func isAddress(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    if bytes[start] | 0x20 == UInt8(ascii: "v") {
      let dot = firstIndex(in: bytes, from: start + 1) { !ASCIISet.hexDigits.contains($0) }
      guard dot > start + 1, dot + 1 < end, bytes[dot] == UInt8(ascii: ".") else { return false }
      return firstIndex(in: bytes, from: dot + 1) { !userInformation.contains($0) } == end
    }
    return isIPv6Address(bytes, from: start, to: end)
  }

  /// Eight groups of up to four hexadecimal digits, `::` once for a run of zero groups, an IPv4
  /// address in place of the last two.
  private static func isIPv6Address(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var position = start
    var groups = 0
    var compressed = false
    if end - start >= 2, bytes[start] == colon {
      guard bytes[start + 1] == colon else { return false }
      compressed = true
      position += 2
    }
    while position < end {
      let stop = min(
        firstIndex(in: bytes, from: position) { !ASCIISet.hexDigits.contains($0) }, end)
      if stop < end, bytes[stop] == UInt8(ascii: ".") {
        guard isIPv4Address(bytes, from: position, to: end) else { return false }
        groups += 2
        position = end
        break
      }
      guard (1...4).contains(stop - position) else { return false }
      groups += 1
      position = stop
      guard position < end else { break }
      guard bytes[position] == colon, position + 1 < end else { return false }
      position += 1
      if bytes[position] == colon {
        guard !compressed else { return false }
        compressed = true
        position += 1
      }
    }
    return compressed ? groups <= 7 : groups == 8
  }

  /// Four numbers of 0 to 255 without leading zeros.
  private static func isIPv4Address(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var position = start
    for part in 0..<4 {
      let stop = min(firstIndex(in: bytes, from: position) { !ASCIISet.digits.contains($0) }, end)
      guard (1...3).contains(stop - position) else { return false }
      if stop - position > 1, bytes[position] == UInt8(ascii: "0") { return false }
      var value = 0
      for index in position..<stop { value = value * 10 + Int(bytes[index] & 0x0F) }
      guard value <= 255 else { return false }
      guard part < 3 else { return stop == end }
      guard stop < end, bytes[stop] == UInt8(ascii: ".") else { return false }
      position = stop + 1
    }
    return false
  }

  /// The first character of a part that is neither in the set, nor percent-encoded, nor `ucschar`
  /// (nor `iprivate` where that is allowed).
  private static func fault(
    in bytes: Span<UInt8>, from start: Int, to end: Int, allowed: ASCIISet,
    privateUse: Bool = false
  ) -> Fault? {
    var position = start
    while position < end {
      let byte = bytes[position]
      if allowed.contains(byte) {
        position += 1
      } else if byte == UInt8(ascii: "%") {
        guard position + 2 < end, ASCIISet.hexDigits.contains(bytes[position + 1]),
          ASCIISet.hexDigits.contains(bytes[position + 2])
        else { return Fault(.malformedPercentEncoding, at: position) }
        position += 3
      } else {
        let (scalar, length) = UTF8Scalar.decode(bytes, at: position)
        guard isUniversal(scalar) || (privateUse && isPrivateUse(scalar)) else {
          return Fault(.forbiddenCharacter, at: position)
        }
        position += length
      }
    }
    return nil
  }

  /// `ucschar`.
  private static func isUniversal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x1_0000...0xD_FFFF: scalar & 0xFFFF <= 0xFFFD
    case 0xE_1000...0xE_FFFD: true
    default: false
    }
  }

  /// `iprivate`.
  private static func isPrivateUse(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: true
    default: false
    }
  }

  /// The first index from `start` whose byte fits; the count if none does.
  private static func firstIndex(
    in bytes: Span<UInt8>, from start: Int, where fits: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index < bytes.count, !fits(bytes[index]) { index += 1 }
    return index
  }

  private static let slash = UInt8(ascii: "/")
  private static let question = UInt8(ascii: "?")
  private static let hash = UInt8(ascii: "#")
  private static let colon = UInt8(ascii: ":")
  private static let commercialAt = UInt8(ascii: "@")
  private static let openBracket = UInt8(ascii: "[")
  private static let closeBracket = UInt8(ascii: "]")
}
