/// Phrases of several words, found in text whatever its capitals, hyphens and line breaks.
///
/// A walk follows the letters of the text. Between two words of a phrase any gap of spaces, hyphens
/// and such may stand, or none at all (`Undangundang`). Within a word of a phrase a dot may stand
/// (`PERA.TURAN`, `M.P.R.`), and in a long phrase (of six letters or more where nothing else is said)
/// up to two other gaps (`ten tang`), because scanners break words.
struct PhraseTrie<Value: Sendable>: Sendable {
  /// Where a phrase ends and what it stands for.
  struct Match {
    var value: Value
    var end: Int
  }

  private static var boundary: Int { 0 }
  /// Column of each byte in the table; 0 for bytes that no phrase has.
  private var columns = [UInt8](repeating: 0, count: 256)
  private var width = 1
  /// Column tables of the nodes, one behind the other; 0 means no child.
  private var children: [Int32] = []
  private var terminals: [Int32] = []
  private var values: [Value] = []
  /// Letters of the shortest phrase that may have gaps within its words.
  private let shortestBroken: Int

  /// A trie of phrases; of two equal phrases the first counts.
  init(_ phrases: [(text: String, value: Value)], shortestBroken: Int = 6) {
    self.shortestBroken = shortestBroken
    for (text, _) in phrases {
      for byte in text.utf8 where byte != 0x20 && columns[Int(Self.folded(byte))] == 0 {
        columns[Int(Self.folded(byte))] = UInt8(truncatingIfNeeded: width)
        width += 1
      }
    }
    addNode()
    for (text, value) in phrases {
      var node = 0
      for byte in text.utf8 {
        let column = byte == 0x20 ? Self.boundary : Int(columns[Int(Self.folded(byte))])
        let place = node * width + column
        if children[place] == 0 {
          children[place] = Int32(terminals.count)
          addNode()
        }
        node = Int(children[place])
      }
      guard node > 0, terminals[node] < 0 else { continue }
      terminals[node] = Int32(values.count)
      values.append(value)
    }
  }

  private mutating func addNode() {
    children.append(contentsOf: repeatElement(0, count: width))
    terminals.append(-1)
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  private func child(_ node: Int, _ column: Int) -> Int { Int(children[node * width + column]) }

  /// The longest phrase that begins at the offset and ends where a word ends.
  ///
  /// - Complexity: O(length of the longest phrase).
  func match(_ text: Span<UInt8>, at start: Int) -> Match? {
    guard text.isWordStart(start) else { return nil }
    var walk = Walk(offset: start)
    /// The last place where another way was open.
    var other: Walk?
    var best: Match?
    while true {
      guard advance(&walk, text, &other) else {
        guard let next = other else { return best }
        walk = next
        other = nil
        continue
      }
      if terminals[walk.node] >= 0, !text.isLetter(walk.offset),
        walk.breaks == 0 || walk.letters >= shortestBroken, walk.offset > best?.end ?? 0
      {
        best = Match(value: values[Int(terminals[walk.node])], end: walk.offset)
      }
    }
  }

  /// Takes the next letter, across a gap if one stands before it.
  private func advance(_ walk: inout Walk, _ text: Span<UInt8>, _ other: inout Walk?) -> Bool {
    guard walk.offset < text.count else { return false }
    if text.isLetter(walk.offset) {
      let column = Int(columns[Int(Self.folded(text[walk.offset]))])
      return column > 0 && step(&walk, column, &other)
    }
    guard cross(&walk, text, &other) else { return false }
    return advance(&walk, text, &other)
  }

  private struct Walk {
    var offset: Int
    var node = 0
    var letters = 0
    /// Letters since the last gap.
    var run = 0
    /// Gaps within a word of the phrase.
    var breaks = 0
  }

  private func step(_ walk: inout Walk, _ column: Int, _ other: inout Walk?) -> Bool {
    let behind = child(walk.node, Self.boundary)
    let direct = child(walk.node, column)
    let squeezed = behind == 0 ? 0 : child(behind, column)
    guard direct != 0 || squeezed != 0 else { return false }
    walk.letters += 1
    walk.run += 1
    walk.offset += 1
    walk.node = direct == 0 ? squeezed : direct
    if direct != 0, squeezed != 0 {
      var way = walk
      way.node = squeezed
      other = way
    }
    return true
  }

  private func cross(_ walk: inout Walk, _ text: Span<UInt8>, _ other: inout Walk?) -> Bool {
    guard let gap = PhraseGap(text, at: walk.offset, afterLetters: walk.run),
      text.isLetter(gap.end)
    else { return false }
    walk.run = 0
    walk.offset = gap.end
    var within = walk
    if !gap.isDot { within.breaks += 1 }
    let canStay = !gap.hasComma && within.breaks <= 2
    let next = child(walk.node, Self.boundary)
    guard next != 0 else {
      walk = within
      return canStay
    }
    walk.node = next
    if canStay { other = within }
    return true
  }
}

/// What stands between two letters of a phrase.
private struct PhraseGap {
  var end: Int
  /// One dot and nothing else.
  var isDot = false
  var hasComma = false

  /// The gap at an offset, at most 8 bytes; nil if something else stands there.
  ///
  /// A dot with a space behind it ends a sentence unless the word before it is as short as an
  /// abbreviation.
  init?(_ text: Span<UInt8>, at start: Int, afterLetters run: Int) {
    var offset = start
    while offset < text.count, offset - start <= 8, !text.isLetter(offset) {
      switch text[offset] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "^"):
        offset += 1
      case UInt8(ascii: ","):
        hasComma = true
        offset += 1
      case UInt8(ascii: "."):
        if !text.isLetter(offset + 1) {
          guard run <= 4 else { return nil }
        } else if offset == start {
          isDot = true
        }
        offset += 1
      case 0xC2 where text.byte(offset + 1) == 0xA0 || text.byte(offset + 1) == 0xAD:
        offset += 2
      case 0xE2 where text.byte(offset + 1) == 0x80 && Self.isMark(text.byte(offset + 2)):
        offset += 3
      default:
        return nil
      }
    }
    guard offset > start, offset - start <= 8 else { return nil }
    end = offset
  }

  /// Whether U+2000 plus the last byte is a hyphen, a dash or an apostrophe.
  private static func isMark(_ last: UInt8) -> Bool {
    (0x90...0x94).contains(last) || last == 0x99
  }
}

extension PhraseTrie where Value == Bool {
  /// A trie of phrases that stand for nothing but themselves.
  init(_ phrases: [String], shortestBroken: Int = 6) {
    self.init(phrases.map { ($0, true) }, shortestBroken: shortestBroken)
  }

  /// The end of the longest phrase at the offset.
  func end(_ text: Span<UInt8>, at start: Int) -> Int? { match(text, at: start)?.end }
}
