import Pipeline
import Testing

@Suite("Judgements of claims")
struct JudgementReaderTests {
  private func read(_ text: String, _ file: String) throws -> [Judgement] {
    try JudgementReader.read(Array(text.utf8), file: file)
  }

  @Test("are read from lines of JSON, judged or not")
  func json() throws {
    let judgements = try read(
      """
      {"id": "a1", "right": "yes", "predicate": "donates", "rule": "70/x", "confidence": 0.9, "quote": "…"}

      {"id": "a2", "right": false, "reason": "only planned"}
      {"id": "a3"}
      {"id": "a4", "right": "tidak"}\r

      """, "sample.jsonl")
    #expect(judgements.map(\.id) == ["a1", "a2", "a3", "a4"])
    #expect(judgements.map(\.isRight) == [true, false, nil, false])
    #expect(judgements[0].predicate == "donates")
    #expect(judgements[0].confidence == 0.9)
    #expect(judgements[1].reason == "only planned")
  }

  @Test("are read from a table with quoted fields and any line ends")
  func table() throws {
    let judgements = try read(
      "\u{FEFF}id,right,reason,rule\r\na1,yes,,70/x\na2,no,\"a \"\"gift\"\",\nnot given\",\na3,,,\n",
      "sample.CSV")
    #expect(judgements.map(\.id) == ["a1", "a2", "a3"])
    #expect(judgements.map(\.isRight) == [true, false, nil])
    #expect(judgements[1].reason == "a \"gift\",\nnot given")
    #expect(judgements.map(\.rule) == ["70/x", nil, nil])
  }

  static let mistakes: [(text: String, file: String, message: String)] = [
    ("{\"id\": \"a\"}\n{\"right\": \"yes\"}", "s.jsonl", "s.jsonl:2: expected an id"),
    ("{\"id\": \"a\"}\n{\"id\": \"a\"}", "s.jsonl", "s.jsonl:2: a is judged twice"),
    ("{\"id\": \"a\", \"right\": \"maybe\"}", "s.jsonl", "s.jsonl:1: “maybe” is no judgement"),
    ("\n{\"id\": ", "s.jsonl", "s.jsonl:2: not JSON: "),
    ("{\"id\": 1}", "s.jsonl", "s.jsonl:1: id: not of the type expected"),
    ("id,reason\na,b", "s.csv", "s.csv:1: expected a first line that names the columns"),
    ("", "s.csv", "s.csv:1: expected a first line that names the columns"),
    ("id,right\na,yes\nb", "s.csv", "s.csv:3: expected 2 fields, found 1"),
    ("id,right\na,\"yes", "s.csv", "s.csv:2:1: a quotation mark is not closed"),
    ("id,right\n\"a\"b,yes", "s.csv", "s.csv:2:1: expected a comma or the end of the line"),
    ("id,right,confidence\na,yes,high", "s.csv", "s.csv:2: “high” is no confidence"),
  ]

  @Test("tell file and line of a mistake", arguments: mistakes)
  func mistake(text: String, file: String, message: String) throws {
    let error = #expect(throws: PipelineError.self) { try read(text, file) }
    #expect(error?.kind == .badInput)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
