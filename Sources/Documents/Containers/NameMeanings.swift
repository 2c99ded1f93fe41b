import XML

/// What the names of a vocabulary mean to a reader, looked up once for each name of a document.
struct NameMeanings<Meaning> {
  private var meanings: [Meaning?] = []
  private let resolve: (_ namespace: String, _ local: String) -> Meaning

  /// Meanings that a function tells.
  init(_ resolve: @escaping (_ namespace: String, _ local: String) -> Meaning) {
    self.resolve = resolve
  }

  /// The meaning of a name.
  @inline(__always)
  mutating func meaning(of name: XMLInternedName) -> Meaning {
    if name.id < meanings.count, let known = meanings[name.id] { return known }
    return learn(name)
  }

  private mutating func learn(_ name: XMLInternedName) -> Meaning {
    let meaning = resolve(String(cString: name.namespace), String(cString: name.local))
    while meanings.count <= name.id { meanings.append(nil) }
    meanings[name.id] = meaning
    return meaning
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes as text.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The whole number that the bytes write in decimal digits, a sign before them or not; nil if it is
  /// none or beyond 32 bits.
  var integer: Int? {
    guard count > 0, count <= 11 else { return nil }
    let isNegative = self[0] == UInt8(ascii: "-")
    var start = isNegative || self[0] == UInt8(ascii: "+") ? 1 : 0
    guard start < count else { return nil }
    var value = 0
    while start < count {
      guard self[start] >= 0x30, self[start] <= 0x39 else { return nil }
      value = value * 10 + Int(self[start] - 0x30)
      start += 1
    }
    guard value <= Int(Int32.max) else { return nil }
    return isNegative ? -value : value
  }

  /// Whether the bytes write a switch that is off ([ECMA-376 part 1
  /// §22.9.2.7](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
  var isOff: Bool { self.string == "0" || self.string == "false" || self.string == "off" }
}
