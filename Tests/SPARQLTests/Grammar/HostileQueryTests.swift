import Diagnostics
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite("Hostile queries")
struct HostileQueryTests {
  private static func many(_ text: String, _ count: Int = 200_000) -> String {
    String(repeating: text, count: count)
  }

  static let refused: [(String, String)] = [
    ("open braces", "SELECT * " + many("{")),
    ("open parentheses", "SELECT * { FILTER " + many("(")),
    ("groups", "SELECT * " + many("{ ", 10_000) + many("} ", 10_000)),
    ("negations", "SELECT * { FILTER " + many("(!", 10_000) + "1" + many(")", 10_000) + "}"),
    ("minus signs", "SELECT * { FILTER (" + many("-") + "1) }"),
    ("lists", "SELECT * { ?s ?p " + many("(")),
    ("blank nodes", "SELECT * { ?s ?p " + many("[ ?p ")),
    ("path groups", "SELECT * { ?s " + many("(")),
    ("path inverses", "SELECT * { ?s " + many("^(")),
    ("subqueries", many("SELECT * { ", 100_000)),
    ("calls", "SELECT * { FILTER (" + many("STR(")),
    ("optional groups", "SELECT * { " + many("OPTIONAL { ", 100_000)),
    ("existence", "SELECT * { " + many("FILTER EXISTS { ", 100_000)),
    ("sums", "SELECT * { FILTER (1" + many(" + 1") + ") }"),
    ("quotients", "SELECT * { FILTER (1" + many("/1") + ") }"),
    ("an endless text", "SELECT * { ?s ?p \"\"\"" + many("\"a")),
    ("an endless comment", "SELECT # " + many("x")),
    ("many BINDs", "SELECT * { " + (0..<100_000).map { "BIND (1 AS ?v\($0)) " }.joined() + "}"),
  ]

  @Test("that nest or chain without end are refused", arguments: refused)
  func areRefused(_ name: String, _ text: String) {
    #expect(throws: SPARQLSyntaxError.self) { try Query(parsing: text) }
  }

  static let accepted: [(String, String)] = [
    ("a list of values", "SELECT * { FILTER (?x IN (1" + many(", 1") + ")) }"),
    ("a table", "SELECT * { VALUES ?x { " + many("1 ") + "} }"),
    ("alternatives", "SELECT * { FILTER (?x" + many(" || ?x") + ") }"),
    ("conditions", "SELECT * { FILTER (?x" + many(" && ?x") + ") }"),
    ("filters", "SELECT * { " + many("FILTER (?x) ") + "}"),
    ("triples", "SELECT * { " + many("?s ?p ?o . ") + "}"),
    ("branches", "SELECT * { {}" + many(" UNION {}") + " }"),
    ("a path of steps", "SELECT * { ?s <x:p>" + many("/<x:p>") + " ?o }"),
    ("a path of alternatives", "SELECT * { ?s (<x:p>" + many("|<x:p>") + ")* ?o }"),
    ("prefixes", (0..<100_000).map { "PREFIX p\($0): <x:> " }.joined() + "ASK {}"),
    ("columns", "SELECT " + (0..<100_000).map { "?v\($0) " }.joined() + "{}"),
    ("a list", "SELECT * { ?s ?p (" + many("1 ") + ") }"),
    ("arguments", "SELECT * { FILTER (CONCAT(?x" + many(", ?x") + ")) }"),
  ]

  @Test("that are long but flat are understood", arguments: accepted)
  func areUnderstood(_ name: String, _ text: String) throws {
    _ = try Query(parsing: text)
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
