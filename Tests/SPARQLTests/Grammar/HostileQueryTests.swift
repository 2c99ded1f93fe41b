import Diagnostics
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

/// A text that was made to bring a parser down; lists of tests show its name only.
struct HostileText: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }
}

@Suite("Hostile queries")
struct HostileQueryTests {
  private static func many(_ text: String, _ count: Int = 200_000) -> String {
    String(repeating: text, count: count)
  }

  static let refused: [HostileText] = [
    HostileText("open braces", "SELECT * " + many("{")),
    HostileText("open parentheses", "SELECT * { FILTER " + many("(")),
    HostileText("groups", "SELECT * " + many("{ ", 10_000) + many("} ", 10_000)),
    HostileText(
      "negations", "SELECT * { FILTER " + many("(!", 10_000) + "1" + many(")", 10_000) + "}"),
    HostileText("minus signs", "SELECT * { FILTER (" + many("-") + "1) }"),
    HostileText("lists", "SELECT * { ?s ?p " + many("(")),
    HostileText("blank nodes", "SELECT * { ?s ?p " + many("[ ?p ")),
    HostileText("path groups", "SELECT * { ?s " + many("(")),
    HostileText("path inverses", "SELECT * { ?s " + many("^(")),
    HostileText("subqueries", many("SELECT * { ", 100_000)),
    HostileText("calls", "SELECT * { FILTER (" + many("STR(")),
    HostileText("optional groups", "SELECT * { " + many("OPTIONAL { ", 100_000)),
    HostileText("existence", "SELECT * { " + many("FILTER EXISTS { ", 100_000)),
    HostileText("sums", "SELECT * { FILTER (1" + many(" + 1") + ") }"),
    HostileText("quotients", "SELECT * { FILTER (1" + many("/1") + ") }"),
    HostileText("an endless text", "SELECT * { ?s ?p \"\"\"" + many("\"a")),
    HostileText("an endless comment", "SELECT # " + many("x")),
    HostileText(
      "many BINDs", "SELECT * { " + (0..<100_000).map { "BIND (1 AS ?v\($0)) " }.joined() + "}"),
  ]

  @Test("that nest or chain without end are refused", arguments: refused)
  func areRefused(_ hostile: HostileText) {
    let isRefused: Bool
    do throws(SPARQLSyntaxError) {
      _ = try Query(parsing: hostile.text)
      isRefused = false
    } catch {
      isRefused = true
    }
    #expect(isRefused)
  }

  static let accepted: [HostileText] = [
    HostileText("a list of values", "SELECT * { FILTER (?x IN (1" + many(", 1") + ")) }"),
    HostileText("a table", "SELECT * { VALUES ?x { " + many("1 ") + "} }"),
    HostileText("alternatives", "SELECT * { FILTER (?x" + many(" || ?x") + ") }"),
    HostileText("conditions", "SELECT * { FILTER (?x" + many(" && ?x") + ") }"),
    HostileText("filters", "SELECT * { " + many("FILTER (?x) ") + "}"),
    HostileText("triples", "SELECT * { " + many("?s ?p ?o . ") + "}"),
    HostileText("branches", "SELECT * { {}" + many(" UNION {}") + " }"),
    HostileText("a path of steps", "SELECT * { ?s <x:p>" + many("/<x:p>") + " ?o }"),
    HostileText("a path of alternatives", "SELECT * { ?s (<x:p>" + many("|<x:p>") + ")* ?o }"),
    HostileText("prefixes", (0..<100_000).map { "PREFIX p\($0): <x:> " }.joined() + "ASK {}"),
    HostileText("columns", "SELECT " + (0..<100_000).map { "?v\($0) " }.joined() + "{}"),
    HostileText("a list", "SELECT * { ?s ?p (" + many("1 ") + ") }"),
    HostileText("arguments", "SELECT * { FILTER (CONCAT(?x" + many(", ?x") + ")) }"),
  ]

  @Test("that are long but flat are understood", arguments: accepted)
  func areUnderstood(_ hostile: HostileText) throws {
    _ = try Query(parsing: hostile.text)
  }

  @Test("made of good ones by small changes are understood or refused with a place in their text")
  func mutated() throws {
    let count = 20_000
    var generator = SeededGenerator()
    print("mutated queries: seed \(generator.seed)")
    var queries = RandomQueries(SeededGenerator(seed: generator.next()))
    let originals = (0..<300).map { _ in Array(queries.next().text.utf8) } + Self.samples
    var understood = 0
    for _ in 0..<count {
      let bytes = mutation(of: originals, &generator)
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(SPARQLSyntaxError) {
        _ = try Query(parsing: text)
        understood += 1
      } catch {
        let size = text.utf8.count
        #expect(error.location.upperBound.offset <= size, "seed \(generator.seed): \(text)")
        #expect(error.caret <= error.line.unicodeScalars.count, "seed \(generator.seed): \(text)")
        #expect(!error.description.isEmpty)
      }
    }
    #expect(understood > 0)
    #expect(understood < count)
  }

  private static let samples = [
    "BASE <http://e/> PREFIX : <x#> DESCRIBE ?a <b> FROM <c> FROM NAMED <d> { ?a :p\\-q%20 'x'@en }",
    "SELECT * { SERVICE SILENT <http://e/> { ?a ?b \"\"\"x\"y\"\"\" } ?s a [ :p (1 +2.5 -3e1 ()) ] }",
    "CONSTRUCT WHERE { ?a <x:p>/^<x:q>*|!(a|^<x:r>) ?b ; ?c \"\\u00e9\\t\"^^<x:d>, true }",
  ].map { Array($0.utf8) }

  private static let tokens = [
    "{", "}", "(", ")", "[", "]", ".", ";", ",", "^", "^^", "<", ">", "\"", "'''", "\\", "\\u", "?",
    "$x", "_:b", "@", "#", "1e", "-", "!", "||", "&&", "*", "/", "|", "=", "a", "SELECT", "UNION",
    "OPTIONAL", "FILTER", "BIND", "AS", "GROUP BY", "HAVING", "COUNT(*)", "NOT", "IN", "EXISTS",
    "VALUES", "UNDEF", "é", "\u{0}", "\n", "ORDER BY", "LIMIT", "GRAPH", "MINUS",
  ].map { Array($0.utf8) }

  private func mutation(
    of originals: [[UInt8]], _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var text = originals[generator.below(originals.count)]
    for _ in 0...generator.below(4) {
      let place = generator.below(text.count + 1)
      let range = place..<min(place + 1 + generator.below(8), text.count)
      switch generator.below(6) {
      case 0 where place < text.count: text[place] ^= 1 << UInt8(generator.below(8))
      case 1: text.removeSubrange(range)
      case 2: text.insert(contentsOf: text[range], at: place)
      case 3: text.removeSubrange(place...)
      case 4:
        text.replaceSubrange(range, with: Self.tokens[generator.below(Self.tokens.count)])
      default: text.insert(contentsOf: Self.tokens[generator.below(Self.tokens.count)], at: place)
      }
    }
    return text
  }
}
