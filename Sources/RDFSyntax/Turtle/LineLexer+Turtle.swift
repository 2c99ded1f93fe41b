import Diagnostics
import RDF

/// The tokens that Turtle and TriG have beyond those of N-Quads.
extension LineLexer {
  /// Skips `WS` [161s] and comments.
  mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  /// Skips one sign if it stands here.
  mutating func skip(_ sign: UInt8) -> Bool {
    guard current == sign else { return false }
    position += 1
    return true
  }

  /// Whether a text stands here.
  func isAt(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The characters of a word or of a prefix: `PN_PREFIX` [167s] or nothing.
  mutating func readWord() -> Range<Int> {
    let start = position
    var end = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        if ASCIISet.letters.contains(byte) || (position > start && Self.wordTail.contains(byte)) {
          position += 1
          end = position
        } else if byte == UInt8(ascii: "."), position > start {
          position += 1
        } else {
          break
        }
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(bytes.span, at: position)
      guard
        position == start ? NameCharacters.isBase(scalar) : NameCharacters.isName(scalar)
      else { break }
      position += length
      end = position
    }
    position = end
    return start..<end
  }

  /// Whether the bytes of a word are these letters, small or capital.
  func isKeyword(_ word: Range<Int>, _ keyword: StaticString) -> Bool {
    guard word.count == keyword.utf8CodeUnitCount else { return false }
    for offset in 0..<word.count
    where bytes[word.lowerBound + offset] | 0x20 != keyword.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether the bytes of a word are these, letter for letter.
  func isWord(_ word: Range<Int>, _ text: StaticString) -> Bool {
    guard word.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<word.count where bytes[word.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// `PN_LOCAL` [168s] or nothing, appended without the backslashes of `PN_LOCAL_ESC`.
  mutating func readLocalName(appendingTo name: inout [UInt8]) throws(SyntaxError) {
    let start = position
    var end = start
    var length = name.count
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80, Self.localName.contains(byte) {
        guard byte != UInt8(ascii: "-") || position > start else { break }
        name.append(byte)
        position += 1
      } else if byte == UInt8(ascii: "."), position > start {
        name.append(byte)
        position += 1
        continue
      } else if byte == UInt8(ascii: "%") {
        for offset in 1...2 {
          guard position + offset < bytes.count,
            ASCIISet.hexDigits.contains(bytes[position + offset])
          else {
            throw error(
              at: position..<min(position + offset + 1, bytes.count),
              Message(
                en: "'%' must be followed by two hexadecimal digits",
                id: "'%' harus diikuti dua angka heksadesimal"))
          }
        }
        name.append(contentsOf: bytes[position..<position + 3])
        position += 3
      } else if byte == UInt8(ascii: "\\") {
        guard let escaped = next, Self.escapable.contains(escaped) else {
          position += 1
          throw unexpected(
            Message(
              en: "a character that a name may have behind a backslash",
              id: "karakter yang boleh berada setelah garis miring terbalik dalam nama"))
        }
        name.append(escaped)
        position += 2
      } else if byte >= 0x80 {
        let (scalar, width) = UTF8Scalar.decode(bytes.span, at: position)
        guard
          position == start ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar)
        else { break }
        name.append(contentsOf: bytes[position..<position + width])
        position += width
      } else {
        break
      }
      end = position
      length = name.count
    }
    position = end
    name.removeLast(name.count - length)
  }

  /// `INTEGER` [19], `DECIMAL` [20] or `DOUBLE` [21], as written.
  mutating func readNumber() throws(SyntaxError) -> Literal {
    let start = position
    if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
    let whole = digits(at: position)
    position += whole
    var datatype = XSD.integer
    var fraction = 0
    if current == UInt8(ascii: ".") {
      fraction = digits(at: position + 1)
      if fraction > 0 {
        position += 1 + fraction
        datatype = XSD.decimal
      } else if whole > 0, exponent(at: position + 1) > 0 {
        position += 1
      }
    }
    guard whole + fraction > 0 else {
      throw unexpected(Message(en: "a digit", id: "angka"))
    }
    let exponent = exponent(at: position)
    if exponent > 0 {
      position += exponent
      datatype = XSD.double
    }
    return Literal(String(decoding: bytes[start..<position], as: UTF8.self), datatype: datatype)
  }

  /// How many digits stand at a byte.
  private func digits(at start: Int) -> Int {
    var index = start
    while index < bytes.count, ASCIISet.digits.contains(bytes[index]) { index += 1 }
    return index - start
  }

  /// How long the `EXPONENT` [154s] at a byte is; 0 if there is none.
  private func exponent(at start: Int) -> Int {
    guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "e") else { return 0 }
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    let count = digits(at: index)
    return count == 0 ? 0 : index + count - start
  }

  /// The ASCII part of `PN_CHARS` [166s].
  private static let wordTail = ASCIISet.letters.union(.digits).union(ASCIISet("_-"))
  /// What may stand in a local name as it is; the hyphen not at its start.
  private static let localName = wordTail.union(ASCIISet(":"))
  /// What `PN_LOCAL_ESC` [172s] takes behind a backslash.
  private static let escapable = ASCIISet("_~.-!$&'()*+,;=/?#@%")
}
