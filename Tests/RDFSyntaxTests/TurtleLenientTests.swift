import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("Turtle and TriG with mistakes that are skipped")
struct TurtleLenientTests {
  /// A text, the objects (or what else stands last) of the statements that are read, and the lines and
  /// columns of the mistakes.
  struct Case: CustomStringConvertible, Sendable {
    var description: String
    var text: String
    var objects: [String]
    var places: [String]

    init(_ description: String, _ text: String, _ objects: [String], _ places: [String]) {
      self.description = description
      self.text = text
      self.objects = objects
      self.places = places
    }
  }

  static let cases = [
    Case("no object", "<a:s> <a:p> . <a:s> <a:p> 2 .", ["2"], ["1:13"]),
    Case(
      "what stands before the mistake stays", "<a:s> <a:p> 1, 2 ; ? 3 . <a:s> <a:p> 4 .",
      ["1", "2", "4"], ["1:20"]),
    Case(
      "dots in texts, IRIs and comments",
      "<a:s> ? 'a . b' <a:x. y> \"\"\" . \" . \"\"\" # .\n <a:t> <a:p> 1 . <a:s> <a:p> 2 .",
      ["2"], ["1:7"]),
    Case("a dot within a name or a number", "<a:s> ? x:a.b 1.5 . <a:s> <a:p> 2 .", ["2"], ["1:7"]),
    Case(
      "a dot before the next IRI", "<a:s> ? 1.<a:s> <a:p> 2.<a:s> <a:p> 3 .", ["2", "3"],
      ["1:7"]),
    Case(
      "a text that its line does not close", "<a:s> <a:p> \"x .\n<a:s> <a:p> 2 .", ["2"],
      ["1:17"]),
    Case(
      "a text that its line does not close, within a statement",
      "<a:s> <a:p> \"x ;\n <a:q> 2 .\n<a:s> <a:p> 3 .", ["3"], ["1:17"]),
    Case("an unknown escape", "<a:s> <a:p> \"x\\q . \" . <a:s> <a:p> 2 .", ["2"], ["1:15"]),
    Case("a broken IRI", "<a:s> <a:p> <a: b> . <a:s> <a:p> 2 .", ["2"], ["1:16"]),
    Case("an unknown prefix", "x:s <a:p> 1 . <a:s> <a:p> 2 .", ["2"], ["1:1"]),
    Case("a directive of Turtle's form", "@prefix x <a:> . <a:s> <a:p> 2 .", ["2"], ["1:10"]),
    Case("a directive of SPARQL's form", "PREFIX x <a:>\n<a:s> <a:p> 2 .", ["2"], ["1:9"]),
    Case("open brackets", "<a:s> <a:p> [ <a:q> ( 1 ? ) ] . <a:s> <a:p> 2 .", ["2"], ["1:25"]),
    Case(
      "two in one statement are one", "<a:s> ? ? . ! . <a:s> <a:p> 2 .", ["2"],
      ["1:7", "1:13"]),
    Case("the last statement", "<a:s> <a:p> 1 . <a:s> <a:p>", ["1"], ["1:28"]),
    Case("no dot at all", "<a:s> ? ? ?", [], ["1:7"]),
    Case(
      "a long text that nothing closes", "<a:s> <a:p> 1 . <a:s> <a:p> '''x . <a:s> <a:p> 2 .",
      ["1"], ["1:51"]),
    Case("a graph goes on", "<a:g> { <a:s> <a:p> . <a:s> <a:p> 2 }", ["<a:g>"], ["1:21"]),
    Case("a graph's end ends the statement", "<a:g> { <a:s> ? } <a:s> <a:p> 2 .", ["2"], ["1:15"]),
    Case(
      "a graph without a name that holds", "? { <a:s> <a:p> 1 . } <a:s> <a:p> 2 .", ["2"],
      ["1:1"]),
    Case(
      "a graph that is not closed",
      "<a:g> { <a:s> <a:p> 1 . <a:h> { <a:s> <a:p> 2 . } <a:s> <a:p> 3 .",
      ["<a:g>", "3"], ["1:31"]),
    Case("a brace too many", "} <a:s> <a:p> 2 .", ["2"], ["1:1"]),
    Case("a graph that the text does not close", "<a:g> { <a:s> <a:p> 1 .", ["<a:g>"], ["1:24"]),
  ]

  @Test("lose no more than the statement", arguments: cases)
  func skips(_ example: Case) throws {
    for size in [1, 3, .max] {
      let reading = try TurtleReading(Array(example.text.utf8), pieceSize: size, isLenient: true)
      #expect(reading.error == nil)
      #expect(reading.skipped.map(\.place) == example.places)
      let objects = reading.quads.filter { $0.triple.predicate.iri.hasPrefix("a:") }.map(\.last)
      #expect(objects.filter { !$0.hasPrefix("_:") } == example.objects)
      let rest = reading.quads.filter { $0.triple.predicate == RDFVocabulary.first }.map(\.last)
      #expect(rest.count == (example.description == "open brackets" ? 1 : 0))
    }
  }

  @Test("a byte that is not UTF-8 costs its statement, in a comment nothing")
  func malformedUTF8() throws {
    let text: [UInt8] =
      Array("# \u{20}".utf8) + [0xFF, 0xE9] + Array("\n<a:s> <a:p> '".utf8) + [0xE9, 0x2E, 0xC3]
      + Array(".' . <a:s> <a:p> 2 .".utf8) + [0xC3]
    for size in [1, 2, .max] {
      let reading = try TurtleReading(text, pieceSize: size, isLenient: true)
      #expect(reading.quads.map(\.last) == ["2"])
      #expect(reading.skipped.count == 4)
      #expect(reading.skipped.allSatisfy { $0.message.english == "these bytes are not UTF-8" })
    }
  }

  @Test("a token that is too long is a mistake like others")
  func longToken() throws {
    let parser = TriGParser(limits: .init(longestToken: 1_000))
    let long = String(repeating: "x", count: 2_000)
    let text = "<a:s> <a:p> 1 . <a:s> <a:p> '\(long)' . # \(long)\n<a:s> <a:p> 2 ."
    for size in [1, 100, .max] {
      let strict = try TurtleReading(Array(text.utf8), pieceSize: size, parser: parser)
      #expect(strict.quads.map(\.last) == ["1"])
      #expect(
        strict.error?.description == "x:1:29: what begins here is longer than 1000 bytes")
      let lenient = try TurtleReading(
        Array(text.utf8), pieceSize: size, isLenient: true, parser: parser)
      #expect(lenient.quads.map(\.last) == ["1", "2"])
    }
  }
}

extension TurtleLenientTests {
  @Test("open terms that are too large together are a mistake like others")
  func openTerms() throws {
    let parser = TriGParser(limits: .init(maximumDepth: 100_000, longestToken: 1_000))
    let open = "[ <a:\(String(repeating: "x", count: 900))> "
    let text =
      "<a:s> <a:p> 1 . <a:s> <a:p> \(String(repeating: open, count: 20_000)) . <a:s> <a:p> 2 ."
    let strict = try TurtleReading(Array(text.utf8), parser: parser)
    #expect(strict.quads.map(\.last) == ["1"])
    #expect(strict.error?.message.english == "what is open here holds more than 16777216 bytes")
    let lenient = try TurtleReading(Array(text.utf8), isLenient: true, parser: parser)
    #expect(lenient.quads.map(\.last) == ["1", "2"])
    #expect(lenient.skipped.count == 1)
  }
}

extension SyntaxError {
  /// Line and column, from 1.
  fileprivate var place: String {
    "\(location.lowerBound.line + 1):\(location.lowerBound.column + 1)"
  }
}

extension Quad {
  /// The graph's name if it has one, else the object: an IRI, or the text of a literal.
  fileprivate var last: String {
    switch graphName {
    case .namedNode(let node): return "<\(node.iri)>"
    case .blankNode(let node): return "_:\(node.label)"
    case .defaultGraph: break
    }
    return switch triple.object {
    case .literal(let literal): literal.lexicalForm
    case .namedNode(let node): "<\(node.iri)>"
    case .blankNode(let node): "_:\(node.label)"
    case .tripleTerm: "<<()>>"
    }
  }
}
