import RDF

/// The end of an IRI as people read it.
enum LocalName {
  /// Appends what stands after the last `#`, `/` or `:` that has anything behind it, with percent
  /// signs decoded where they make UTF-8; the whole where there is no such end.
  static func append(_ iri: Span<UInt8>, to text: inout [UInt8]) {
    var end = iri.count
    while end > 0, isSeparator(iri[end - 1]) { end -= 1 }
    guard end > 0 else { return text.append(copying: iri) }
    var start = end
    var isPlain = true
    while start > 0, !isSeparator(iri[start - 1]) {
      start -= 1
      if iri[start] == UInt8(ascii: "%") { isPlain = false }
    }
    let name = iri.extracting(start..<end)
    guard !isPlain else { return text.append(copying: name) }
    let decoded = percentDecoded(name)
    if String(validating: decoded, as: UTF8.self) != nil {
      text += decoded
    } else {
      text.append(copying: name)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
  }

  private static func percentDecoded(_ bytes: Span<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Character(UnicodeScalar(bytes[index + 1])).hexDigitValue,
        let low = Character(UnicodeScalar(bytes[index + 2])).hexDigitValue
      {
        decoded.append(UInt8(high * 16 + low))
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }
}

extension String {
  /// The end of an IRI, as ``LocalName`` finds it.
  package var localName: String {
    let iri = Array(utf8)
    var name: [UInt8] = []
    LocalName.append(iri.span, to: &name)
    return String(decoding: name, as: UTF8.self)
  }

  /// In order of UTF-8, which is the same on every system.
  package func precedesInUTF8(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
