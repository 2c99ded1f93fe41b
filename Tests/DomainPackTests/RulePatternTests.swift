import Diagnostics
import DomainPack
import Testing

@Suite("Notation of patterns")
struct RulePatternTests {
  private static let list = RulePattern.alternatives([
    .sequence([
      .shape(.separator), .repeated(.wordClass("and"), minimum: 0, maximum: 1, lazy: false),
    ]),
    .wordClass("and"),
  ])

  private static let patterns: [(String, RulePattern)] = [
    ("kota", .word("kota")),
    ("'kota kembar'", .word("kota kembar")),
    ("','", .word(",")),
    ("~hibah", .stem("hibah")),
    ("@sign", .wordClass("sign")),
    ("<City>", .mention(["City"], unconfirmed: false)),
    ("<City|Province?>", .mention(["City", "Province"], unconfirmed: true)),
    ("#number", .shape(.number)),
    ("!'.'", .not(.word("."))),
    ("!<City>", .not(.mention(["City"], unconfirmed: false))),
    ("a b", .sequence([.word("a"), .word("b")])),
    ("a | b c", .alternatives([.word("a"), .sequence([.word("b"), .word("c")])])),
    ("(a | b) c", .sequence([.alternatives([.word("a"), .word("b")]), .word("c")])),
    ("a?", .repeated(.word("a"), minimum: 0, maximum: 1, lazy: false)),
    ("a*", .repeated(.word("a"), minimum: 0, maximum: nil, lazy: false)),
    ("a+?", .repeated(.word("a"), minimum: 1, maximum: nil, lazy: true)),
    ("a{2,4}", .repeated(.word("a"), minimum: 2, maximum: 4, lazy: false)),
    ("a{0,2}?", .repeated(.word("a"), minimum: 0, maximum: 2, lazy: true)),
    ("...", .repeated(.shape(.gap), minimum: 0, maximum: nil, lazy: true)),
    ("..6", .repeated(.shape(.gap), minimum: 0, maximum: 6, lazy: true)),
    ("^ a $", .sequence([.sentenceStart, .word("a"), .sentenceEnd])),
    ("c:<City>", .capture("c", .mention(["City"], unconfirmed: false))),
    ("c:a?", .capture("c", .repeated(.word("a"), minimum: 0, maximum: 1, lazy: false))),
    (
      "c:(a b)", .capture("c", .sequence([.word("a"), .word("b")]))
    ),
    (
      "c:a,+",
      .sequence([
        .capture("c", .word("a")),
        .repeated(
          .sequence([list, .capture("c", .word("a"))]), minimum: 0, maximum: nil, lazy: false),
      ])
    ),
    ("program-program", .word("program-program")),
  ]

  @Test("is read as what it says", arguments: patterns)
  func reads(text: String, expected: RulePattern) throws {
    #expect(try RulePatternParser.parse(text) == expected)
  }

  @Test(
    "tells at which character it goes wrong",
    arguments: [
      ("", 0, "expected a word, @class, <Class>, #shape or ("),
      ("a |", 3, "expected a word, @class, <Class>, #shape or ("),
      ("(a", 2, "expected )"),
      ("a)", 1, "unexpected “)”"),
      ("'a", 2, "expected '"),
      ("@", 1, "expected the name of a word class"),
      ("~ a", 1, "expected a stem"),
      (
        "#nam", 4,
        "unknown shape “nam”; expected one of: "
          + "any, word, cap, name, upper, number, year, phrase, clause, gap, separator"
      ),
      ("<>", 1, "expected the name of a class"),
      ("<City", 5, "expected >"),
      ("a {1,2}", 2, "unexpected “{”"),
      ("a{2,1}", 5, "expected {m,n}"),
      ("a{x,1}", 3, "expected {m,n}"),
      ("a,b", 1, "expected ,+"),
      (". a", 1, "expected ... or .. and a number"),
      ("..", 2, "expected ... or .. and a number"),
      ("c:", 2, "the pattern ends too early"),
      ("!", 1, "the pattern ends too early"),
      ("a & b", 2, "unexpected “&”"),
    ])
  func mistakes(text: String, offset: Int, message: String) {
    let mistake = #expect(throws: RulePatternParser.Mistake.self) {
      try RulePatternParser.parse(text)
    }
    #expect(mistake?.offset == offset)
    #expect(mistake?.message.english == message)
  }
}
