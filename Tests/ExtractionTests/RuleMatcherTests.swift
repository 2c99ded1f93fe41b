import DomainPack
import Extraction
import TestSupport
import Testing

@Suite("Rule matcher")
struct RuleMatcherTests {
  private static let classes: [String: Int32] = ["City": 0, "Tool": 1]

  /// The matches of a pattern, written in the notation, over items of which each is a word, a
  /// number, or `City` or `Tool` for a mention.
  private func matches(
    _ pattern: String, unless exception: String? = nil, over text: [String]
  ) throws -> [ReferencePatternMatcher.Match] {
    let unless = exception.map { ", unless: \"\($0)\"" } ?? ""
    let file = "layer: relation\nrules:\n- {id: a, pattern: \"\(pattern)\"\(unless)}"
    let rule = try #require(
      RuleFile.load(try PackNode.parse(file, file: "r.yaml"), name: "r").first)
    var words = WordTable()
    var compiler = RuleCompiler(pack: DomainPack(folder: ""), classes: Self.classes)
    try compiler.add(rule, number: 0, words: &words)
    var table = RowTable(shapes: ShapeWords())
    var matcher = RuleMatcher(program: compiler.program, rows: &table)
    table.finish()
    var rows = ItemRows(table)
    let items = text.enumerated().map { index, word in
      let token = Tokenizer.tokens(of: Array(word.utf8), words: &words).first
      let entityClass = Self.classes[word] ?? -1
      return Item(
        tokens: index..<index + 1, mention: entityClass < 0 ? -1 : index,
        word: token?.word ?? -1, look: token?.look ?? [], entityClass: entityClass,
        isUnconfirmed: false)
    }
    rows.fill(items)
    return matcher.matches(in: rows) { _ in true }.map { match in
      .init(
        items: match.items,
        captures: match.captures.map { .init(name: matcher.name(ofSlot: $0.slot), items: $0.items) }
      )
    }
  }

  private func spans(_ pattern: String, _ text: String, unless: String? = nil) throws -> [Range<
    Int
  >] {
    try matches(pattern, unless: unless, over: text.split(separator: " ").map(String.init))
      .map(\.items)
  }

  @Test("gives the leftmost matches that do not overlap")
  func leftmost() throws {
    #expect(try spans("a b", "a a b a b") == [1..<3, 3..<5])
    #expect(try spans("a a", "a a a") == [0..<2])
    #expect(try spans("b | a b", "a b") == [0..<2])
  }

  @Test("takes the way that the pattern prefers")
  func preference() throws {
    #expect(try spans("a b*", "a b b c") == [0..<3])
    #expect(try spans("a b*?", "a b b c") == [0..<1])
    #expect(try spans("a b*? c", "a b b c") == [0..<4])
    #expect(try spans("a | a b", "a b") == [0..<1])
    #expect(try spans("a b?", "a b") == [0..<2])
    #expect(try spans("#any{1,2}", "a b c") == [0..<2, 2..<3])
  }

  @Test("holds every value of a capture that stands several times")
  func captures() throws {
    let found = try matches("x:(a b?) (y:c)* z:<City>", over: ["a", "b", "c", "c", "City"])
    #expect(found.count == 1)
    #expect(found[0].captures.map(\.name) == ["x", "y", "y", "z"])
    #expect(found[0].captures.map(\.items) == [0..<2, 2..<3, 3..<4, 4..<5])
  }

  @Test("knows where a sentence begins and ends")
  func ends() throws {
    #expect(try spans("^ a", "a b a") == [0..<1])
    #expect(try spans("a $", "a b a") == [2..<3])
    #expect(try spans("^ a $", "a b") == [])
  }

  @Test("holds one item against several tests at once")
  func conjunctions() throws {
    #expect(try spans("#any&!b c", "b c a c") == [2..<4])
    #expect(try spans("(#any&!<City>&!<Tool>)+", "a City b c Tool") == [0..<1, 2..<4])
    #expect(try spans("!(a | b)", "a b c") == [2..<3])
    #expect(try spans("<City|Tool>&!<Tool>", "Tool City") == [1..<2])
  }

  @Test("leaves a sentence alone in which an exception matches anywhere")
  func exceptions() throws {
    #expect(try spans("a", "a b", unless: "c") == [0..<1])
    #expect(try spans("a", "a b c", unless: "c") == [])
  }

  @Test("matches a phrase in several items, or in one mention of the same words")
  func phrases() throws {
    #expect(try spans("'kota kembar' a", "kota kembar a") == [0..<3])
    #expect(try spans("kota kembar", "kota kembar hijau") == [0..<2])
  }

  @Test("agrees with a matcher that tries everything")
  func reference() throws {
    var random = SeededGenerator()
    var found = 0
    for round in 0..<1500 {
      let pattern = Self.pattern(&random, depth: 3).text
      let text = (0..<random.below(9)).map { _ in
        ["a", "b", "c", "7", "City", "Tool"][random.below(6)]
      }
      let reference = ReferencePatternMatcher(
        things: text.map { word in
          .init(
            word: word.lowercased(), isNumber: word == "7",
            entityClass: Self.classes[word] == nil ? nil : word)
        })
      let expected = reference.matches(of: try RulePatternParser.parse(pattern))
        .filter { !$0.items.isEmpty }
      let actual = try matches(pattern, over: text).filter { !$0.items.isEmpty }
      found += expected.count

      #expect(
        actual.map(\.items) == expected.map(\.items)
          && zip(actual, expected).allSatisfy { Self.sorted($0) == Self.sorted($1) },
        "seed \(random.seed), round \(round): \(pattern) over \(text)")
    }
    #expect(found > 300)
  }

  @Test(
    "reads sentences of any length",
    arguments: [62, 63, 64, 65, 126, 127, 128, 200])
  func longSentences(length: Int) throws {
    let padding = [String](repeating: "x", count: length)
    let pairs = (0..<length).map { $0 % 2 == 0 ? "x" : "y" }
    let text = padding + ["a"] + pairs + ["b"]
    let end = text.count
    #expect(try matches("a (x | y)* b $", over: text).map(\.items) == [length..<end])
    #expect(try matches("a (x y)* x? b", over: text).map(\.items) == [length..<end])
    #expect(try matches("^ x* a #any*? b", over: text).map(\.items) == [0..<end])
    #expect(try matches("'x a'", over: text).map(\.items) == [length - 1..<length + 1])
    for quantifier in ["*", "*?"] {
      let found = try matches("s:(#any\(quantifier)) e:(a x)", over: text)
      #expect(found.map(\.items) == [0..<length + 2])
      #expect(found.first?.captures.map(\.items) == [0..<length, length..<length + 2])
    }
  }

  @Test("finds the same wherever in a sentence it stands")
  func shifted() throws {
    var random = SeededGenerator()
    var found = 0
    for round in 0..<400 {
      let pattern = Self.pattern(&random, depth: 3, isWide: false).text
      let text = (0..<1 + random.below(9)).map { _ in
        ["a", "b", "c", "City", "Tool"][random.below(5)]
      }
      let shift = random.below(140)
      let padded = [String](repeating: "z", count: shift) + text + ["z", "z"]
      let near = try matches(pattern, over: ["z"] + text + ["z"]).filter { !$0.items.isEmpty }
      let far = try matches(pattern, over: padded).filter { !$0.items.isEmpty }
      found += near.count

      #expect(
        far.map(\.items)
          == near.map { $0.items.lowerBound + shift - 1..<$0.items.upperBound + shift - 1 },
        "seed \(random.seed), round \(round): \(pattern) over \(text), \(shift) further on")
    }
    #expect(found > 100)
  }

  private static func sorted(_ match: ReferencePatternMatcher.Match) -> [String] {
    match.captures.map { "\($0.name) \($0.items)" }.sorted()
  }

  /// A pattern by chance, and whether it can match nothing: such a one is not repeated without bound.
  ///
  /// A wide one may hold tests that unknown words pass.
  private static func pattern(
    _ random: inout SeededGenerator, depth: Int, isWide: Bool = true
  ) -> (text: String, isNullable: Bool) {
    func pattern(_ random: inout SeededGenerator, depth: Int) -> (text: String, isNullable: Bool) {
      Self.pattern(&random, depth: depth, isWide: isWide)
    }
    switch random.below(depth > 0 ? 12 : 6) {
    case 3 where !isWide, 4 where !isWide: return ("b", false)
    case 0, 1: return (["a", "b", "c"][random.below(3)], false)
    case 2: return (["<City>", "<Tool>", "<City|Tool>"][random.below(3)], false)
    case 3: return (["#any", "#number"][random.below(2)], false)
    case 4: return (["!a", "!<City>", "!#number"][random.below(3)], false)
    case 5: return ("a", false)
    case 6, 7:
      let parts = (0..<2 + random.below(2)).map { _ in pattern(&random, depth: depth - 1) }
      return ("(\(parts.map(\.text).joined(separator: " ")))", parts.allSatisfy(\.isNullable))
    case 8:
      let parts = (0..<2 + random.below(2)).map { _ in pattern(&random, depth: depth - 1) }
      return (
        "(\(parts.map(\.text).joined(separator: " | ")))", parts.contains(where: \.isNullable)
      )
    case 9:
      let inner = pattern(&random, depth: depth - 1)
      return ("(x\(random.below(2)):(\(inner.text)))", inner.isNullable)
    default:
      let inner = pattern(&random, depth: depth - 1)
      let bounded = ["?", "{0,2}", "{1,2}", "{2,3}"]
      let quantifier =
        inner.isNullable
        ? bounded[random.below(4)] : (bounded + ["*", "+"])[random.below(6)]
      let isNullable = inner.isNullable || ["?", "{0,2}", "*"].contains(quantifier)
      return ("(\(inner.text))\(quantifier)\(random.below(2) == 0 ? "" : "?")", isNullable)
    }
  }
}
