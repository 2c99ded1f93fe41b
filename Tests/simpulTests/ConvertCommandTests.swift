import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul convert", .serialized)
final class ConvertCommandTests {
  private let simpul: SimpulProcess

  init() throws { simpul = try SimpulProcess() }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  static let turtle = """
    @prefix kota: <http://example.org/kota/> .
    kota:bandung a kota:Kota ; kota:kembar _:k .
    _:k kota:nama "Kawasaki"@id .

    """

  @Test("goes through all five formats and packed files, and the graph is the same")
  func chain() throws {
    try simpul.write(Self.turtle, to: "a.ttl")
    let steps = ["a.ttl", "b.rdf", "c.nq.gz", "d.trig", "e.nt.gz", "f.ttl"]
    for (from, to) in zip(steps, steps.dropFirst()) {
      let outcome = try simpul.run(["convert", from, "-o", to])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.messages == "")
    }
    let quads = try TurtleParser().parse(try simpul.bytes(of: "f.ttl"))
    #expect(quads.count == 3)
    #expect(
      try Isomorphism.areIsomorphic(quads, try TurtleParser().parse(Array(Self.turtle.utf8))))
    #expect(try simpul.bytes(of: "c.nq.gz").starts(with: [0x1F, 0x8B]))
    #expect(try simpul.names == steps)
  }

  @Test("reads standard input, packed or not, and writes standard output")
  func standardStreams() throws {
    let line = "<http://example.org/s> <http://example.org/p> \"o\" .\n"
    try simpul.write(line, to: "a.nt")
    #expect(try simpul.run(["convert", "a.nt", "-o", "a.nt.gz"]).status == 0)
    for input in [Array(line.utf8), try simpul.bytes(of: "a.nt.gz")] {
      let outcome = try simpul.run(
        ["convert", "-", "--from", "ntriples", "--to", "nquads"], input: input)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.text == line)
    }
  }

  @Test("keeps the prefixes of Turtle, and resolves against --base")
  func prefixes() throws {
    try simpul.write("@prefix k: <http://example.org/> . <a> k:p k:o .", to: "a.ttl")
    let outcome = try simpul.run(
      ["convert", "a.ttl", "--to", "turtle", "--base", "http://example.org/x/"])
    #expect(
      outcome.text == "@prefix k: <http://example.org/> .\n\n<http://example.org/x/a> k:p k:o .\n")
    #expect(try simpul.run(["convert", "a.ttl", "--to", "turtle"]).status == 65)
    let wrong = try simpul.run(["convert", "a.ttl", "--to", "turtle", "--base", "x"])
    #expect(wrong.status == 2)
  }

  @Test("keeps blank nodes of different inputs apart")
  func manyInputs() throws {
    for name in ["a.nt", "b.nt"] {
      try simpul.write("_:x <http://example.org/p> \"\(name)\" .\n", to: name)
    }
    let outcome = try simpul.run(["convert", "a.nt", "b.nt", "--to", "ntriples"])
    #expect(Set(try NQuadsParser().parse(outcome.output).map(\.subject)).count == 2)
  }

  @Test("tells file, line and column of a mistake, ends with 65 and leaves no file behind")
  func mistake() throws {
    let good = "<http://example.org/s> <http://example.org/p> \"o\" .\n"
    // Far enough behind the start that it lies in a later block.
    let before = 30_000
    try simpul.write(String(repeating: good, count: before) + "<http://a/> oops .\n", to: "a.nt")
    try simpul.write("earlier", to: "b.nq")
    for output in ["b.nq", "c.nq", "c.ttl"] {
      let outcome = try simpul.run(["convert", "a.nt", "-o", output])
      #expect(outcome.status == 65)
      #expect(outcome.messages.hasPrefix("simpul: a.nt:\(before + 1):13: "), "\(outcome.messages)")
    }
    #expect(try simpul.names == ["a.nt", "b.nq"])
    #expect(try simpul.text(of: "b.nq") == "earlier")
  }

  @Test("skips lines with a mistake where asked to, and counts them")
  func lenient() throws {
    let good = "<http://example.org/s> <http://example.org/p> \"o\" .\n"
    try simpul.write("\(good)oops\r\n\(good)\"x\" .\n\(good)", to: "a.nt")
    let outcome = try simpul.run(["convert", "a.nt", "--to", "ntriples", "--lenient"])
    #expect(outcome.status == 0)
    #expect(outcome.text == good + good + good)
    #expect(outcome.messages.contains("a.nt:2:1: warning: "))
    #expect(outcome.messages.contains("a.nt:4:1: warning: "))
    #expect(outcome.messages.hasSuffix("2 statements skipped\n"))
  }

  @Test("writes the same with any number of threads", arguments: ["ntriples", "turtle", "nquads"])
  func threads(format: String) throws {
    let lines = (0..<30_000).map {
      $0 % 7_000 == 6_999 ? "oops" : "<http://a/\($0)> <http://a/p> \"\($0)\"@id ."
    }
    try simpul.write(lines.joined(separator: "\n"), to: "a.nt")
    let options = ["convert", "a.nt", "--to", format, "--stream", "--lenient", "--jobs"]
    let one = try simpul.run(options + ["1"])
    #expect(one.status == 0 && one.messages.contains("a.nt:28000:1: "))
    for threads in ["2", "5"] {
      let several = try simpul.run(options + [threads])
      #expect(several.status == 0)
      #expect(several.output == one.output)
      #expect(several.messages == one.messages)
    }
    #expect(try simpul.run(["convert", "a.nt", "--to", format, "--jobs", "0"]).status == 2)
    let strict = try simpul.run(["convert", "a.nt", "--to", format, "--jobs", "3"])
    #expect(strict.status == 65 && strict.messages.contains("a.nt:7000:1: "))
  }

  @Test("leaves nothing behind when it is interrupted", arguments: [SIGINT, SIGTERM])
  func interruption(signal: Int32) throws {
    let process = Process()
    process.executableURL = SimpulProcess.program
    process.arguments = ["convert", "-", "--from", "ntriples", "-o", "out.nt"]
    process.currentDirectoryURL = simpul.folder
    let pipe = Pipe()
    process.standardInput = pipe
    let ending = try process.start()
    // The output file is there, under its hidden name, before the input is at its end.
    let deadline = ContinuousClock.now + .seconds(30)
    while try simpul.names.isEmpty, ContinuousClock.now < deadline { sched_yield() }
    #expect(try simpul.names.count == 1)
    kill(process.processIdentifier, signal)
    ending.wait(for: process)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(try simpul.names == [])
  }

  @Test("refuses named graphs where the format has none, and says what to do")
  func namedGraphs() throws {
    try simpul.write(
      "<http://a/s> <http://a/p> \"o\" <http://a/g> .\n", to: "a.nq")
    for format in ["turtle", "ntriples", "rdfxml"] {
      let outcome = try simpul.run(["convert", "a.nq", "--to", format, "-o", "out"])
      #expect(outcome.status == 65)
      #expect(outcome.messages.contains("<http://a/g>") && outcome.messages.contains("--to trig"))
    }
    #expect(try simpul.names == ["a.nq"])
    #expect(try simpul.run(["convert", "a.nq", "-o", "a.trig"]).status == 0)
  }

  @Test("streams Turtle in the order of the input, and groups and sorts it without")
  func layouts() throws {
    let lines = ["b", "a"].map { "<http://a/\($0)> <http://a/p> \"\($0)\" .\n" }.joined()
    try simpul.write(lines, to: "a.nt")
    let pretty = try simpul.run(["convert", "a.nt", "--to", "turtle"]).text
    #expect(pretty == "<http://a/a> <http://a/p> \"a\" .\n\n<http://a/b> <http://a/p> \"b\" .\n")
    let streamed = try simpul.run(["convert", "a.nt", "--to", "turtle", "--stream"]).text
    #expect(
      streamed.hasSuffix(
        "\n<http://a/b> <http://a/p> \"b\" .\n\n<http://a/a> <http://a/p> \"a\" .\n"))
    #expect(
      try simpul.run(["convert", "a.nt", "--to", "trig", "--stream", "--pretty"]).status == 2)
  }

  @Test("asks for a format that no ending tells, and tells of a file that is not there")
  func arguments() throws {
    let unknown = try simpul.run(["convert", "a.txt", "--to", "turtle"])
    #expect(unknown.status == 2 && unknown.messages.contains("--from"))
    let silent = try simpul.run(["convert", "a.nt"])
    #expect(silent.status == 2 && silent.messages.contains("--to"))
    #expect(try simpul.run(["convert", "a.nt", "-o", "b.nt"]).status == 74)
    #expect(try simpul.names == [])
  }

  @Test("refuses packed input that ends too early")
  func truncated() throws {
    try simpul.write(Self.turtle, to: "a.ttl")
    #expect(try simpul.run(["convert", "a.ttl", "-o", "a.nt.gz"]).status == 0)
    let packed = try simpul.bytes(of: "a.nt.gz")
    try Data(packed.dropLast(4)).write(to: simpul.folder.appending(path: "cut.nt.gz"))
    let outcome = try simpul.run(["convert", "cut.nt.gz", "-o", "b.nt"])
    #expect(outcome.status == 65 && outcome.messages.contains("cut.nt.gz"))
    #expect(try simpul.names == ["a.nt.gz", "a.ttl", "cut.nt.gz"])
  }

  @Test(
    "warns once of values that Gephi misreads, where the graph is for Gephi",
    arguments: [("graphml:gephi", 1), ("graphml", 0), ("gexf", 0)])
  func warnsOfInfinities(format: String, warnings: Int) throws {
    let law = "<i:a> <p:law> \"INFRASTRUCTURE ACT\" ."
    try simpul.write("\(law)\n\(law.replacing("i:a", with: "i:b"))\n", to: "a.nt")
    let outcome = try simpul.run(["convert", "a.nt", "--to", format, "-o", "a.xml"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let lines = outcome.messages.split(separator: "\n").filter { $0.contains("Infinity") }
    #expect(lines.count == warnings, "\(outcome.messages)")
    for line in lines {
      #expect(line.hasPrefix("a.xml: warning: "))
      #expect(line.contains("2 values") && line.contains("\"INFRASTRUCTURE ACT\""))
    }
  }
}
