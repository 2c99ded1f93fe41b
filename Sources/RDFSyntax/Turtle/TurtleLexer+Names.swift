import Diagnostics
import RDF

/// Prefixed names and the labels of blank nodes.
extension TurtleLexer {
  /// `PrefixedName` [136s] with a declared prefix, most of them; nil, and nothing is read, if it
  /// takes ``readPrefixedName(_:behind:namespaces:)`` to read it or to refuse it.
  @inline(__always)
  mutating func readPlainName(
    _ text: Span<UInt8>, namespaces: Namespaces
  ) -> QuadBlock.Run? {
    let start = position
    let raw = text.bytes
    let colon = ByteLanes(text, at: start).equal(UInt8(ascii: ":")).first
    guard colon < 16 else { return nil }
    // The name with its colon, zeros behind it.
    var low = raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    var high: UInt64 = 0
    if colon < 8 {
      low &= UInt64.max >> UInt64(truncatingIfNeeded: 56 &- 8 &* colon)
    } else {
      high = raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 8, as: UInt64.self)
      high &= UInt64.max >> UInt64(truncatingIfNeeded: 120 &- 8 &* colon)
    }
    let namespace = namespaces.find(low, high)
    guard namespace.count > 0 else { return nil }
    let local = start &+ colon &+ 1
    guard text[unchecked: local] != UInt8(ascii: "-"), let stop = endOfPlainName(text, from: local)
    else { return nil }
    let termStart = terms.end
    terms.append(
      padded: namespaces.bytes.span, from: namespace.start, count: namespace.count)
    terms.append(padded: text, from: local, count: stop &- local)
    terms.append(UInt8(ascii: ">"))
    position = stop
    return terms.run(from: termStart)
  }

  /// Where a run of letters, digits, `-`, `_` and `:` ends; nil if the name may go on, or if that is
  /// not known yet.
  @inline(__always)
  private func endOfPlainName(
    _ text: Span<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while true {
      let lanes = ByteLanes(text, at: index)
      let inName =
        lanes.letters | lanes.inRange(from: 0x30, count: 11)
        | lanes.equal(UInt8(ascii: "_")) | lanes.equal(UInt8(ascii: "-"))
      let count = inName.firstOther
      index &+= count
      if count < 16 { break }
      if index >= end { return nil }
    }
    guard index &+ 1 < end else { return nil }
    switch text[unchecked: index] {
    case UInt8(ascii: "."):
      // A dot belongs to the name if more of it follows.
      let next = text[unchecked: index &+ 1]
      return next <= 0x20 ? index : nil
    case UInt8(ascii: "\\"), UInt8(ascii: "%"), 0x80...: return nil
    default: return index
    }
  }

  /// `PrefixedName` [136s] whose prefix was read and whose colon is read next.
  mutating func readPrefixedName(
    _ text: Span<UInt8>, behind word: Range<Int>, namespaces: Namespaces
  ) throws(TurtleStop) -> QuadBlock.Run {
    position += 1
    let name = Array(copying: text.extracting(word))
    guard let namespace = namespaces.entry(of: name) else {
      let prefix = String(decoding: name, as: UTF8.self)
      throw mistake(
        at: word.lowerBound..<position,
        Message(
          en: "the prefix '\(prefix):' is not declared",
          id: "awalan '\(prefix):' belum dinyatakan"))
    }
    let termStart = terms.end
    terms.append(padded: namespaces.bytes.span, from: namespace.start, count: namespace.count)
    try readLocalName(text)
    if let fault = terms.faultOfIRI(from: termStart + 1) {
      throw mistake(
        at: word.lowerBound..<position, IRIError(fault.reason, at: fault.offset, in: "").message)
    }
    terms.append(UInt8(ascii: ">"))
    return terms.run(from: termStart)
  }

  /// `PN_LOCAL` [168s] or nothing, written without the backslashes of `PN_LOCAL_ESC`.
  private mutating func readLocalName(_ text: Span<UInt8>) throws(TurtleStop) {
    let start = position
    // Dots count only when something follows them.
    var (end, endOfTerm) = (start, terms.end)
    while let byte = try byte(text, at: position) {
      switch byte {
      case UInt8(ascii: "-") where position == start: break
      case _ where byte == UInt8(ascii: ":") || Self.isNameTail(byte):
        terms.append(byte)
        position += 1
        (end, endOfTerm) = (position, terms.end)
        continue
      case UInt8(ascii: ".") where position > start:
        terms.append(byte)
        position += 1
        continue
      case UInt8(ascii: "%"):
        try readPercentEncoding(text)
        (end, endOfTerm) = (position, terms.end)
        continue
      case UInt8(ascii: "\\"):
        guard let escaped = try self.byte(text, at: position + 1),
          TurtleLocalName.isEscapable(escaped)
        else {
          position += 1
          throw try unexpected(
            Message(
              en: "a character that a name may have behind a backslash",
              id: "karakter yang boleh berada setelah garis miring terbalik dalam nama"), text)
        }
        terms.append(escaped)
        position += 2
        (end, endOfTerm) = (position, terms.end)
        continue
      case 0x80...:
        let (scalar, width) = UTF8Scalar.decode(text, at: position)
        guard
          position == start ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar)
        else { break }
        terms.append(padded: text, from: position, count: width)
        position += width
        (end, endOfTerm) = (position, terms.end)
        continue
      default: break
      }
      break
    }
    position = end
    terms.end = endOfTerm
  }

  /// `PERCENT` [170s], as written.
  private mutating func readPercentEncoding(_ text: Span<UInt8>) throws(TurtleStop) {
    for offset in 1...2 {
      guard let digit = try byte(text, at: position + offset), Self.isHexadecimal(digit) else {
        throw mistake(
          at: position..<min(position + offset + 1, end),
          Message(
            en: "'%' must be followed by two hexadecimal digits",
            id: "'%' harus diikuti dua angka heksadesimal"))
      }
    }
    terms.append(padded: text, from: position, count: 3)
    position += 3
  }

  // MARK: Blank nodes

  /// `BLANK_NODE_LABEL` [141s], kept apart from the labels of nodes without one.
  mutating func readBlankNodeLabel(_ text: Span<UInt8>) throws(TurtleStop) -> QuadBlock.Run {
    try expect("_:", text)
    let start = position
    var end = start
    while let byte = try byte(text, at: position) {
      if byte < 0x80 {
        if Self.isNameTail(byte), byte != UInt8(ascii: "-") || position > start {
          position += 1
          end = position
        } else if byte == UInt8(ascii: "."), position > start {
          position += 1
        } else {
          break
        }
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      let fits =
        position == start ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar)
      guard fits else { break }
      position += length
      end = position
    }
    position = end
    guard end > start else {
      throw try unexpected(
        Message(en: "the label of a blank node", id: "label simpul kosong"), text)
    }
    let termStart = terms.end
    terms.append("_:")
    labelPrefix.withUnsafeBytes { terms.append($0) }
    let stem = AnonymousLabels.stem
    var rest = start
    if end - start > stem.utf8CodeUnitCount, text[start] == stem.utf8Start[0],
      labels.mustMove(text.extracting(start..<end))
    {
      terms.append(stem)
      terms.append(UInt8(ascii: "-"))
      rest += stem.utf8CodeUnitCount
    }
    terms.append(padded: text, from: rest, count: end - rest)
    return terms.run(from: termStart)
  }

  /// The label of a node without one.
  mutating func writeFreshNode() -> QuadBlock.Run {
    let termStart = terms.end
    terms.append("_:")
    labelPrefix.withUnsafeBytes { terms.append($0) }
    terms.append(AnonymousLabels.stem)
    var number = labels.fresh()
    let digitsStart = terms.end
    repeat {
      terms.append(UInt8(ascii: "0") + UInt8(number % 10))
      number /= 10
    } while number > 0
    terms.reverse(from: digitsStart)
    return terms.run(from: termStart)
  }
}
