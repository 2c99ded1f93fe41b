internal import Diagnostics
internal import RDF

/// Words, prefixed names, variables and labels of blank nodes.
extension QueryLexer {
  /// `PNAME_NS` [140] or `PNAME_LN` [141] if a colon follows, else a word.
  mutating func readNameOrWord() throws(SPARQLSyntaxError) -> QueryToken.Kind {
    let start = position
    let end = endOfPrefix(from: start)
    if byte(at: end) == UInt8(ascii: ":") {
      let prefix = text(start..<end)
      position = end + 1
      return .prefixedName(prefix: prefix, local: try readLocalName())
    }
    while let byte = byte(at: position), Self.wordCharacters.contains(byte) { position += 1 }
    guard position > start else {
      throw mistake(
        at: start,
        Message(
          en: "this character begins no name with a prefix; there is no colon behind it",
          id: "karakter ini tidak mengawali nama berawalan; tidak ada titik dua setelahnya"))
    }
    return .word(text(start..<position))
  }

  private static let wordCharacters = ASCIISet.letters.union(.digits).union(ASCIISet("_"))

  /// Where `PN_PREFIX` [168] ends; dots count only when something follows them.
  private func endOfPrefix(from start: Int) -> Int {
    guard let first = scalar(at: start), NameCharacters.isBase(first.value) else { return start }
    var end = start + first.length
    var index = end
    while let next = scalar(at: index), next.value == 0x2E || NameCharacters.isName(next.value) {
      index += next.length
      if next.value != 0x2E { end = index }
    }
    return end
  }

  /// `PN_LOCAL` [169] or nothing, without the backslashes of `PN_LOCAL_ESC` [173].
  private mutating func readLocalName() throws(SPARQLSyntaxError) -> String {
    var name: [UInt8] = []
    // Dots count only when something follows them.
    var dots = 0
    let start = position
    var index = position
    while let next = scalar(at: index) {
      var piece = bytes[index..<index + next.length]
      switch next.value {
      case 0x2E where index > start:
        dots += 1
        index += 1
        continue
      case UInt32(UInt8(ascii: "%")):
        guard let high = byte(at: index + 1), let low = byte(at: index + 2),
          ASCIISet.hexDigits.contains(high), ASCIISet.hexDigits.contains(low)
        else { throw mistake(at: index, .noPercentEncoding) }
        piece = bytes[index..<index + 3]
      case UInt32(UInt8(ascii: "\\")):
        guard let escaped = byte(at: index + 1), Self.escapable.contains(escaped) else {
          throw mistake(at: index, .noNameEscape)
        }
        index += 1
        piece = bytes[index..<index + 1]
      case 0x3A: break
      case _ where index == start && NameCharacters.isLabelStart(next.value): break
      case _ where index > start && NameCharacters.isName(next.value): break
      default:
        return String(decoding: name, as: UTF8.self)
      }
      name += [UInt8](repeating: 0x2E, count: dots)
      dots = 0
      name += piece
      index = piece.endIndex
      position = index
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static let escapable = ASCIISet("_~.-!$&'()*+,;=/?#@%")

  /// `VARNAME` [166] behind its sign; nil, and nothing is read, if there is none.
  mutating func readVariableName() -> String? {
    let start = position + 1
    var end = start
    while let next = scalar(at: end), Self.isVariable(next.value, isFirst: end == start) {
      end += next.length
    }
    guard end > start else { return nil }
    position = end
    return text(start..<end)
  }

  private static func isVariable(_ scalar: UInt32, isFirst: Bool) -> Bool {
    if NameCharacters.isLabelStart(scalar) { return true }
    guard !isFirst else { return false }
    return scalar == 0xB7 || (0x300...0x36F).contains(scalar) || (0x203F...0x2040).contains(scalar)
  }

  /// `BLANK_NODE_LABEL` [142] without `_:`.
  mutating func readBlankNodeLabel() throws(SPARQLSyntaxError) -> String {
    guard byte(at: position + 1) == UInt8(ascii: ":"), let first = scalar(at: position + 2),
      NameCharacters.isLabelStart(first.value)
    else { throw mistake(at: position, .noLabel) }
    let start = position + 2
    var end = start + first.length
    var index = end
    while let next = scalar(at: index), next.value == 0x2E || NameCharacters.isName(next.value) {
      index += next.length
      if next.value != 0x2E { end = index }
    }
    position = end
    return text(start..<end)
  }
}

extension Message {
  fileprivate static let noPercentEncoding = Message(
    en: "expected two hexadecimal digits behind '%'",
    id: "diharapkan dua angka heksadesimal setelah '%'")
  fileprivate static let noNameEscape = Message(
    en: "a name may have one of _~.-!$&'()*+,;=/?#@% behind a backslash",
    id: "setelah garis miring terbalik, nama boleh memuat salah satu dari _~.-!$&'()*+,;=/?#@%")
  fileprivate static let noLabel = Message(
    en: "expected the label of a blank node, such as _:a",
    id: "diharapkan label simpul kosong, seperti _:a")
}
