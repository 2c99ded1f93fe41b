import RDF

/// What the label of a blank node says about its place, and whether anybody chose it.
struct BlankNodeLabel {
  /// How many bytes stand before the number at the end; all if there is none.
  private(set) var stemLength: Int
  /// Whether ``AnonymousLabels`` made it, for a node that the text left without one.
  private(set) var isGenerated: Bool

  /// The longest number that counts as one.
  private static let mostDigits = 18

  /// A label without its `_:`.
  init(_ label: Span<UInt8>) {
    var start = label.count
    while start > 0, label.count - start <= Self.mostDigits,
      ASCIISet.digits.contains(label[start - 1])
    {
      start -= 1
    }
    let digits = label.count - start
    let isNumber =
      (1...Self.mostDigits).contains(digits) && (digits == 1 || label[start] != UInt8(ascii: "0"))
    stemLength = isNumber ? start : label.count
    isGenerated = (1...Self.mostDigits).contains(digits) && Self.isGenerated(label, start, isNumber)
  }

  private static func isGenerated(_ label: Span<UInt8>, _ start: Int, _ isNumber: Bool) -> Bool {
    let stem = AnonymousLabels.stem
    guard start >= stem.utf8CodeUnitCount else { return false }
    for offset in 0..<stem.utf8CodeUnitCount where label[offset] != stem.utf8Start[offset] {
      return false
    }
    for offset in stem.utf8CodeUnitCount..<start where label[offset] != UInt8(ascii: "-") {
      return false
    }
    return isNumber || start > stem.utf8CodeUnitCount
  }

  /// How many underscores stand between an `n` and the number that are all of the label; nil for
  /// any other label.
  func underscoresOfShortStem(in label: Span<UInt8>) -> Int? {
    guard stemLength > 0, stemLength < label.count, label[0] == UInt8(ascii: "n") else {
      return nil
    }
    for offset in 1..<stemLength where label[offset] != UInt8(ascii: "_") { return nil }
    return stemLength - 1
  }

  /// Appends bytes without a zero whose order is that of the labels: by stem, then by number, so
  /// that `b2` comes before `b10`; labels that nobody chose get the stem given.
  func appendKey(of label: Span<UInt8>, stem: [UInt8], to bytes: inout [UInt8]) {
    guard isGenerated else {
      bytes.append(copying: label.extracting(0..<stemLength))
      appendNumber(label.extracting(stemLength..<label.count), to: &bytes)
      return
    }
    var start = AnonymousLabels.stem.utf8CodeUnitCount
    while label[start] == UInt8(ascii: "-") { start += 1 }
    bytes.append(contentsOf: stem)
    appendNumber(label.extracting(start..<label.count), to: &bytes)
    bytes.append(copying: label.extracting(AnonymousLabels.stem.utf8CodeUnitCount..<start))
  }

  private func appendNumber(_ digits: Span<UInt8>, to bytes: inout [UInt8]) {
    guard digits.count > 0 else { return }
    bytes.append(1)
    bytes.append(UInt8(truncatingIfNeeded: digits.count))
    bytes.append(copying: digits)
  }
}
