import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("Hostile JSON-LD")
struct JSONLDHostileTests {
  private func read(_ text: String, _ options: JSONLDOptions = .init()) throws -> [Quad] {
    try JSONLDParser(options: options).parse(Array(text.utf8), file: "a.jsonld")
  }

  @Test(
    "that is no JSON is refused at its place",
    arguments: [
      ("", "a.jsonld:1:1: the text ends where a value is expected"),
      ("{", "a.jsonld:1:2: the text ends where a name in double quotes is expected"),
      ("[1,\n 02]", "a.jsonld:2:3: expected a comma or ], found \"2\""),
      ("[1 2]", "a.jsonld:1:4: expected a comma or ], found \"2\""),
      ("{\"é\": 1, \"é\" 2}", "a.jsonld:1:14: expected a colon, found \"2\""),
      ("{\"a\": 1,}", "a.jsonld:1:9: expected a name in double quotes, found \"}\""),
      ("[tru]", "a.jsonld:1:2: expected a value, found \"t\""),
      ("[1.]", "a.jsonld:1:4: expected a digit, found \"]\""),
      ("[-]", "a.jsonld:1:3: expected a digit, found \"]\""),
      ("[1e+]", "a.jsonld:1:5: expected a digit, found \"]\""),
      ("[\"\\x\"]", "a.jsonld:1:3: a backslash has to be followed by one of \"\\/bfnrtu"),
      ("[\"\\u12g4\"]", "a.jsonld:1:3: \\u has to be followed by four hexadecimal digits"),
      ("[\"\\ud800\"]", "a.jsonld:1:3: half of a surrogate pair is no character"),
      ("[\"a\nb\"]", "a.jsonld:1:4: a control character in a string; it has to be escaped"),
      ("[\"a", "a.jsonld:1:4: the text ends where the quote that ends the string is expected"),
      ("[] []", "a.jsonld:1:4: expected the end of the text, found \"[\""),
      (
        "{\"a\": 1, \"b\": {\"a\": 2}, \"\\u0061\": 3}",
        "a.jsonld:1:25: the name \"a\" stands in this object already"
      ),
    ])
  func mistakes(text: String, message: String) {
    let error = #expect(throws: SyntaxError.self) { try read(text) }
    #expect(error?.description == message)
  }

  @Test("refuses a name that stands twice among many")
  func repeatedNames() {
    let names = (0..<2_000).map { "\"n\($0)\": \($0)" }.joined(separator: ", ")
    #expect(throws: Never.self) { try read("{\(names)}") }
    #expect(throws: SyntaxError.self) { try read("{\(names), \"n77\": 1}") }
  }

  @Test("nests no deeper than a bound, whatever nests")
  func depth() throws {
    for (open, close) in [("[", "]"), ("{\"@list\":", "}"), ("{\"@context\":{},\"urn:p\":", "}")] {
      func text(_ depth: Int) -> String {
        let inner =
          String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        return "{\"urn:q\": \(inner)}"
      }
      #expect(throws: Never.self) { try read(text(200)) }
      let error = #expect(throws: SyntaxError.self) { try read(text(100_000)) }
      #expect(error?.message.english == "values nested deeper than 256")
    }
  }

  @Test("has no numbers beyond all doubles, and loses no digit of whole ones")
  func numbers() throws {
    for number in ["1e400", "-1e999999999999999999", "123e309"] {
      let error = #expect(throws: SyntaxError.self) { try read("{\"urn:p\": \(number)}") }
      #expect(error?.message.english.hasPrefix("number out of range: ") == true)
    }
    let forms = [
      ("123456789012345678901", "123456789012345678901", XSD.integer), ("-0", "0", XSD.integer),
      ("1E2", "100", XSD.integer), ("1.50", "1.5E0", XSD.double), ("1e21", "1.0E21", XSD.double),
      ("1e-400", "0", XSD.integer), ("0.1", "1.0E-1", XSD.double),
    ]
    for (form, text, datatype) in forms {
      let quads = try read("{\"urn:p\": \(form)}")
      #expect(quads.map(\.object) == [.literal(Literal(text, datatype: datatype))])
    }
  }

  @Test("finds contexts that include themselves")
  func contextLoops() throws {
    let texts = [
      "http://c/a": "{\"@context\": \"b\"}", "http://c/b": "{\"@context\": [\"a\"]}",
      "http://c/s": "{\"@context\": {\"t\": {\"@id\": \"urn:t\", \"@context\": \"s\"}}}",
      "http://c/i": "{\"@context\": {\"@import\": \"i\"}}",
    ]
    let options = JSONLDOptions(loadContext: { iri in
      texts[iri].map { JSONLDOptions.Document(Array($0.utf8), file: iri, iri: iri) }
    })
    let loop = #expect(throws: SyntaxError.self) {
      try read("{\"@context\": \"http://c/a\"}", options)
    }
    #expect(loop?.description.hasPrefix("http://c/b:1:") == true)
    #expect(loop?.message.english.hasPrefix("recursive context inclusion") == true)
    #expect(throws: SyntaxError.self) { try read("{\"@context\": \"http://c/i\"}", options) }
    #expect(throws: SyntaxError.self) { try read("{\"@context\": \"http://c/none\"}", options) }
    // A context that a term brings may be the one that it stands in.
    let nested = try read(
      "{\"@context\": \"http://c/s\", \"t\": {\"t\": {\"t\": \"x\"}}}", options)
    #expect(nested.count == 3)
  }

  @Test("finds terms that need each other in a circle, and refuses long chains of them")
  func termLoops() {
    let circle = "{\"@context\": {\"a\": \"b:x\", \"b\": \"a:y\"}}"
    let error = #expect(throws: SyntaxError.self) { try read(circle) }
    #expect(error?.message.english.hasPrefix("cyclic IRI mapping") == true)
    let chain = (0..<50_000).map { "\"t\($0)\": \"t\($0 + 1):x\"" }.joined(separator: ", ")
    #expect(throws: SyntaxError.self) { try read("{\"@context\": {\(chain)}}") }
  }

  @Test("does not let contexts of terms multiply each other without end")
  func contextsOfTerms() throws {
    let terms = (0..<400).map { "\"n\($0)\": \"urn:n\($0)\"" }.joined(separator: ", ")
    let scoped = "{\(terms)}"
    func node(_ depth: Int) -> String {
      depth == 0
        ? "\"x\"" : "{\"p\": \(node(depth - 1)), \"q\": \(node(depth - 1))}"
    }
    let text = """
      {"@context": {"p": {"@id": "urn:p", "@context": \(scoped)},
        "q": {"@id": "urn:q", "@context": \(scoped)}}, "p": \(node(11))}
      """
    let error = #expect(throws: SyntaxError.self) { try read(text) }
    #expect(error?.message.english.hasPrefix("context overflow") == true)
  }

  @Test("skips an element with a mistake where mistakes are skipped")
  func lenient() throws {
    let text = """
      [{"@id": "urn:a", "urn:p": 1}, {"@id": 2, "urn:p": 2}, {"@id": "urn:c", "urn:p": 3}]
      """
    var mistakes: [SyntaxError] = []
    var reader = JSONLDParser().reader(
      of: ByteArraySource(Array(text.utf8)), options: ReaderOptions(skip: { mistakes.append($0) }))
    var count = 0
    var block = QuadBlock()
    while try reader.next(into: &block) { count += block.count }
    #expect(count == 2)
    #expect(mistakes.count == 1)
  }

  /// Statements of a text, one element of which has most of them.
  private func blocks(_ text: String, skip: ((SyntaxError) -> Void)? = nil) throws -> [Int] {
    var reader = JSONLDParser().reader(
      of: ByteArraySource(Array(text.utf8)), options: ReaderOptions(skip: skip))
    var (block, counts) = (QuadBlock(), [Int]())
    while try reader.next(into: &block) { counts.append(block.count) }
    return counts
  }

  @Test(
    "hands on the statements of one large element in many blocks, in the order of the text",
    arguments: [
      ("{\"@id\": \"urn:s\", \"urn:p\": [", "]}"),
      ("{\"urn:q\": {\"@id\": \"urn:s\", \"urn:p\": [", "]}}"),
      ("{\"@id\": \"urn:g\", \"@graph\": [{\"@id\": \"urn:s\", \"urn:p\": [", "]}]}"),
    ])
  func largeElement(before: String, after: String) throws {
    let numbers = (0..<30_000).map(String.init)
    let text = "[{\"urn:p\": \"first\"}, \(before)\(numbers.joined(separator: ", "))\(after)]"
    let quads = try read(text)
    let values = quads.filter { $0.subject == .namedNode(NamedNode(unchecked: "urn:s")) }
      .compactMap(\.object.literal?.lexicalForm)
    #expect(values == numbers)
    #expect(quads.first?.object == .literal(Literal("first")))
    let counts = try blocks(text)
    #expect(counts.count > 5 && counts.allSatisfy { $0 <= 1 << 13 })
    #expect(counts.reduce(0, +) == quads.count)
  }

  @Test("a long list of every kind of item comes out whole")
  func longList() throws {
    let items = (0..<6_000).map { number in
      [
        "\(number)", "\"x\(number)\"", "{\"@id\": \"urn:\(number)\"}", "{\"urn:q\": \(number)}",
        "{\"@list\": [\(number), true]}", "{\"@value\": \"v\", \"@language\": \"id\"}",
      ][number % 6]
    }
    let text = "{\"@id\": \"urn:s\", \"urn:p\": {\"@list\": [\(items.joined(separator: ", "))]}}"
    let quads = try read(text)
    #expect(quads.count == 1 + 2 * 6_000 + 1_000 + 4_000)
    var next = Dictionary(grouping: quads.filter { $0.predicate == RDFVocabulary.rest }) {
      $0.subject.term
    }
    .compactMapValues { $0.count == 1 ? $0[0].object : nil }
    var cell = try #require(
      quads.first { $0.subject == .namedNode(NamedNode(unchecked: "urn:s")) }
    ).object
    var length = 0
    while let rest = next.removeValue(forKey: cell) {
      length += 1
      cell = rest
    }
    #expect(length == 6_000)
    #expect(cell == .namedNode(RDFVocabulary.nil))
  }

  @Test("a mistake at the end of a large element leaves all of it out, and nothing else")
  func mistakeInLargeElement() throws {
    let numbers = (0..<30_000).map(String.init).joined(separator: ", ")
    let text = """
      [{"urn:p": 1}, {"urn:p": [\(numbers)], "urn:q": {"@id": 2}}, {"urn:p": 3}]
      """
    var mistakes = 0
    let counts = try blocks(text, skip: { _ in mistakes += 1 })
    #expect(counts.reduce(0, +) == 2)
    #expect(mistakes == 1)
    #expect(throws: SyntaxError.self) { try read(text) }
  }
}
