extension StatuteReading {
  /// The days of enactment and promulgation.
  mutating func readDates(_ range: Range<Int>) {
    let text = scan.text.bytes
    let bytes = text.span
    for index in range {
      let event = scan.events[index]
      guard !event.cues.isDisjoint(with: [.enacted, .promulgated]),
        bytes.isCapital(event.range.lowerBound),
        let date = date(from: event.range.upperBound, within: 90)
      else { continue }
      let day = StatuteDate(day: date.day, range: event.range.lowerBound..<date.end)
      if event.cues.contains(.promulgated) { setPromulgated(day) } else { setEnacted(day) }
    }
  }

  /// When the act says that it comes into force; the last such clause counts.
  mutating func readForce(_ range: Range<Int>) {
    let text = scan.text.bytes
    let bytes = text.span
    for index in range
    where scan.events[index].cues.contains(.inForce) && isOutsideTitle(index) {
      let start = scan.events[index].range.upperBound
      var offset = start
      while let match = parser.phrases.match(bytes, at: bytes.skippingSpace(offset, and: ":")),
        match.value.contains(.day)
      {
        offset = match.end
      }
      let place = bytes.skippingSpace(offset, and: ":")
      if let date = exactDate(at: place) {
        force = .day(date.day, start: scan.events[index].range.lowerBound, end: date.end)
      } else if let term = term(at: place) {
        force = .behind(
          term.count, term.unit, start: scan.events[index].range.lowerBound, end: term.end)
      } else if let match = parser.phrases.match(bytes, at: place) {
        let start = scan.events[index].range.lowerBound
        if match.value.contains(.onPromulgation) {
          force = .behind(0, "D", start: start, end: match.end)
        } else if match.value.contains(.onEnactment) {
          force = .onEnactment(start: start, end: match.end)
        }
      }
    }
  }

  /// The day of coming into force, once those of enactment and promulgation are known.
  mutating func readDatesBehindForce() {
    switch force {
    case nil: break
    case .day(let day, let start, let end):
      setInForce(StatuteDate(day: day, range: start..<end))
    case .onEnactment(let start, let end):
      setInForce(statute.enacted.map { StatuteDate(day: $0.day, range: start..<end) })
    case .behind(let count, let unit, let start, let end):
      let base = statute.promulgated ?? statute.enacted
      setInForce(
        base.flatMap { CalendarDay($0.day) }?.adding(count, unit).map {
          StatuteDate(day: $0.description, range: start..<end)
        })
    }
  }

  /// The first day named within some bytes.
  private func date(from start: Int, within length: Int) -> (day: String, end: Int)? {
    let text = scan.text.bytes
    let bytes = text.span
    var offset = start
    while offset < min(bytes.count, start + length) {
      if bytes.isDigit(offset), !bytes.isDigit(offset - 1), let date = exactDate(at: offset) {
        return date
      }
      offset += 1
    }
    return nil
  }

  /// `7 Mei 1999`, with a gap within the day as scanners leave it.
  private func exactDate(at start: Int) -> (day: String, end: Int)? {
    let text = scan.text.bytes
    let bytes = text.span
    var end = bytes.endOfDigits(start)
    guard end > start, end - start <= 2, var day = bytes.integer(start..<end) else { return nil }
    if end - start == 1, bytes.byte(end) == 0x20, bytes.isDigit(end + 1), !bytes.isDigit(end + 2),
      let more = bytes.integer(end + 1..<end + 2)
    {
      day = day * 10 + more
      end += 2
    }
    guard let month = parser.months.match(bytes, at: bytes.skippingSpace(end, and: "-.")) else {
      return nil
    }
    let place = bytes.skippingSpace(month.end, and: "-.,")
    guard let year = parser.citations.year(bytes, at: place),
      let found = CalendarDay(year: year.value, month: month.value, day: day)
    else { return nil }
    return (found.description, year.end)
  }

  /// `30 (tiga puluh) hari sejak tanggal diundangkan`, in the same sentence.
  private func term(at start: Int) -> (count: Int, unit: String, end: Int)? {
    let text = scan.text.bytes
    let bytes = text.span
    var offset = bytes.skippingSpace(start)
    if let match = parser.phrases.match(bytes, at: offset), match.value.contains(.aside) {
      offset = bytes.skippingSpace(match.end)
    }
    let digits = offset..<bytes.endOfDigits(offset)
    var count = digits.count <= 3 ? bytes.integer(digits) : nil
    offset = digits.upperBound
    if digits.isEmpty {
      guard let number = parser.numbers.match(bytes, at: offset) else { return nil }
      count = number.value
      offset = number.end
    }
    offset = bytes.skippingSpace(offset)
    if bytes.byte(offset) == UInt8(ascii: "(") {
      while offset < min(bytes.count, digits.upperBound + 60), bytes[offset] != UInt8(ascii: ")") {
        offset += 1
      }
      offset = bytes.skippingSpace(offset + 1)
    }
    guard let count, let unit = parser.units.match(bytes, at: offset) else { return nil }
    offset = unit.end
    while offset < min(bytes.count, unit.end + 80), bytes[offset] != UInt8(ascii: ".") {
      if bytes.isWordStart(offset), let match = parser.phrases.match(bytes, at: offset) {
        if match.value.contains(.onPromulgation) { return (count, unit.value, match.end) }
        offset = match.end
      } else {
        offset += 1
      }
    }
    return nil
  }
}

/// When an act says that it comes into force.
enum StatuteForce {
  case day(String, start: Int, end: Int)
  case onEnactment(start: Int, end: Int)
  /// So many units of time (`D`, `M`, `Y`, `W`) behind the promulgation.
  case behind(Int, String, start: Int, end: Int)
}
