import RDF
import SPARQL
import Testing

@Suite("Regular expressions")
struct RegularExpressionTests {
  private let functions = FunctionContext(seed: 1)

  /// - Throws: what the function throws.
  private func regex(_ text: String, _ pattern: String, _ flags: String) throws -> String {
    let terms = [text, pattern, flags].map { Term.literal(Literal($0)) }
    return try functions.call(.regex, terms).literal?.lexicalForm ?? ""
  }

  private func replace(
    _ text: String, _ pattern: String, _ replacement: String, _ flags: String = ""
  ) throws -> String {
    let terms = [text, pattern, replacement, flags].map { Term.literal(Literal($0)) }
    return try functions.call(.replace, terms).literal?.lexicalForm ?? ""
  }

  static let matches: [(text: String, pattern: String, flags: String, isMatch: Bool)] = [
    ("abracadabra", "bra", "", true), ("abracadabra", "^a.*a$", "", true),
    ("abracadabra", "^bra", "", false), ("Kota\nBandung", "Kota.Bandung", "", false),
    ("Kota\nBandung", "Kota.Bandung", "s", true), ("Kota\rBandung", "Kota.Bandung", "", false),
    ("Kota\nBandung", "^Bandung$", "", false), ("Kota\nBandung", "^Bandung$", "m", true),
    ("Kota\n", "Kota$", "", false), ("Kota\n", "Kota$", "m", true),
    ("BANDUNG", "bandung", "i", true), ("BANDUNG", "bandung", "", false),
    ("É", "é", "i", true), ("hello world", "hello\\ sworld", "x", true),
    ("helloworld", "hello world", "x", true), ("hello world", "hello[ ]world", "x", true),
    ("a.c", "a.c", "q", true), ("abc", "a.c", "q", false), ("A.C", "a.c", "qi", true),
    ("a[b", "[", "q", true), ("12", "^\\d+$", "", true), ("١٢", "^\\d+$", "", true),
    ("a_b", "^\\w+$", "", false), ("a+b", "^\\w+$", "", true), ("-", "\\W", "", true),
    ("a b", "\\s", "", true), ("a\u{A0}b", "\\s", "", false), ("x:y", "^\\i\\c*$", "", true),
    ("1x", "^\\i", "", false), ("aeiou", "[a-z-[aeiou]]", "", false),
    ("aeixou", "[a-z-[aeiou]]", "", true), ("b", "^[^a-z-[b]]$", "", false),
    ("-", "[a-]", "", true), ("-", "^[-a]$", "", true), ("]", "\\]", "", true),
    ("abab", "^(ab)\\1$", "", true), ("aa", "^(a)(b)?\\2a$", "", true),
    ("a0", "^(a)\\10$", "", false), ("Ünal", "^\\p{Lu}", "", true), ("ü", "\\P{L}", "", false),
    ("aaa", "^a{2}$", "", false), ("aaa", "^a{2,}$", "", true), ("aaa", "^a{1,2}$", "", false),
    ("aaa", "^a{1,3}?$", "", true), ("", "", "", true), ("x", "a|", "", true),
    ("tel: 022-1", "(?:tel|fax): [0-9]{3}-", "", true), ("a\u{301}", "^.{2}$", "", true),
  ]

  @Test("match as XPath says", arguments: matches)
  func match(_ text: String, _ pattern: String, _ flags: String, _ isMatch: Bool) throws {
    #expect(try regex(text, pattern, flags) == (isMatch ? "true" : "false"))
  }

  static let wrong: [(pattern: String, error: RegularExpressionError)] = [
    ("a**", .pattern(offset: 2)), ("a++", .pattern(offset: 2)), ("(a", .pattern(offset: 2)),
    ("a)", .pattern(offset: 1)), ("[b-a]", .pattern(offset: 4)), ("[]", .pattern(offset: 1)),
    ("(?=a)", .pattern(offset: 2)), ("(?i)a", .pattern(offset: 2)), ("\\b", .pattern(offset: 1)),
    ("\\1(a)", .pattern(offset: 0)), ("(a\\1)", .pattern(offset: 2)), ("{", .pattern(offset: 0)),
    ("a{2,1}", .pattern(offset: 5)), ("a]", .pattern(offset: 1)), ("\\x41", .pattern(offset: 1)),
    ("[[:alpha:]]", .pattern(offset: 1)), ("\\p{Greek}", .pattern(offset: 9)),
    ("\\p{IsGreek}", .unknownBlock("IsGreek")), ("\\", .pattern(offset: 1)),
    ("a{99999}", .tooLarge), ("(((a{1000}){1000}){1000})", .tooLarge),
  ]

  @Test("that XPath does not know are refused", arguments: wrong)
  func refused(_ pattern: String, _ error: RegularExpressionError) {
    #expect(throws: ExpressionError.pattern(error)) { try regex("a", pattern, "") }
  }

  @Test("have five flags")
  func flags() {
    #expect(throws: ExpressionError.pattern(.unknownFlag("g"))) { try regex("a", "a", "ig") }
  }

  static let replacements: [(String, String, String, String)] = [
    ("abracadabra", "bra", "*", "a*cada*"), ("abracadabra", "a.*a", "*", "*"),
    ("abracadabra", "a.*?a", "*", "*c*bra"), ("abracadabra", "a", "", "brcdbr"),
    ("abracadabra", "a(.)", "a$1$1", "abbraccaddabbra"), ("AAAA", "A+", "b", "b"),
    ("AAAA", "A+?", "b", "bbbb"), ("darted", "^(.*?)d(.*)$", "$1c$2", "carted"),
    ("abc", "(a)", "$0$0", "aabc"), ("abc", "(a)", "[$12]", "[a2]bc"),
    ("abc", "b", "$3", "ac"), ("a.b", "\\.", "\\\\", "a\\b"), ("abc", "b", "\\$", "a$c"),
    ("ü-ü", "-", "é", "üéü"), ("aXb", "(x)|(b)", "<$1$2>", "aX<b>"),
  ]

  @Test("are replaced as XPath says", arguments: replacements)
  func replaced(_ text: String, _ pattern: String, _ replacement: String, _ result: String)
    throws
  {
    #expect(try replace(text, pattern, replacement) == result)
  }

  @Test("that match nothing are not replaced, nor are wrong replacements taken")
  func wrongReplacements() throws {
    #expect(throws: ExpressionError.pattern(.matchesNothing)) { try replace("a", "x*", "-") }
    #expect(throws: ExpressionError.pattern(.replacement)) { try replace("a", "a", "$") }
    #expect(throws: ExpressionError.pattern(.replacement)) { try replace("a", "a", "\\n") }
    #expect(try replace("a.b", ".", "$", "q") == "a$b")
  }

  @Test("keep the language of what they are replaced in")
  func language() throws {
    let text = Term.literal(Literal("satu", language: "id"))
    let terms = [text, .literal(Literal("a")), .literal(Literal("e"))]
    #expect(try functions.call(.replace, terms) == .literal(Literal("setu", language: "id")))
  }

  @Test("that backtrack without end are given up, and end the query")
  func backtracking() {
    // The text holds all letters of the pattern, so that it cannot be refused at a glance.
    let text = String(repeating: "a", count: 40) + "bc"
    let error = #expect(throws: ExpressionError.self) { try regex(text, "^(a|aa|a*)*\\1c$", "") }
    #expect(error == .tooMuchBacktracking(limit: RegularExpression.mostSteps))
    #expect(error?.endsQuery == true)
  }

  @Test("on long texts have an answer or are given up")
  func longTexts() throws {
    let text = String(repeating: "Kota Bandung ", count: 100_000)
    #expect(try regex(text, "g K", "") == "true")
    do throws(ExpressionError) {
      let terms = [text, "^(Kota|Bandung| )+!"].map { Term.literal(Literal($0)) }
      let found = try functions.call(.regex, terms)
      #expect(found.literal?.lexicalForm == "false")
    } catch {
      #expect(error.endsQuery)
    }
  }
}
