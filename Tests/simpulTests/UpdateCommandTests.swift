import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul update", .serialized)
final class UpdateCommandTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write(Self.turtle, to: "a.ttl")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private static let turtle = """
    @prefix smp: <https://w3id.org/simpul/ns#> .
    @base <https://w3id.org/simpul/id/> .
    <city/id/bandung> a smp:City ; smp:note "lama"@id .

    """

  private func update(_ arguments: String..., input: [UInt8] = []) throws -> SimpulProcess.Outcome {
    try simpul.run(["update", "--lang", "en"] + arguments, input: input)
  }

  private static let replacement = """
    PREFIX smp: <https://w3id.org/simpul/ns#>
    DELETE { ?city smp:note ?note } INSERT { ?city smp:note "baru"@id } WHERE { ?city smp:note ?note }
    """

  private static let line =
    "<https://w3id.org/simpul/id/city/id/bandung> <https://w3id.org/simpul/ns#note> \"baru\"@id .\n"

  @Test("writes what a request leaves, to standard output or in the place of its input")
  func change() throws {
    let outcome = try update("-u", Self.replacement, "--data", "a.ttl")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.text.contains(Self.line))
    #expect(!outcome.text.contains("lama"))
    #expect(try simpul.text(of: "a.ttl") == Self.turtle)
    #expect(try update("-u", Self.replacement, "--data", "a.ttl", "-o", "a.ttl").status == 0)
    let text = try simpul.text(of: "a.ttl")
    #expect(text.contains("@prefix smp: <https://w3id.org/simpul/ns#> ."))
    #expect(text.contains("smp:note \"baru\"@id"))
    #expect(try simpul.names == ["a.ttl"])
  }

  @Test("reads requests from files and standard input, one after the other, without data too")
  func requests() throws {
    try simpul.write("INSERT DATA { <a> <p> 1 }", to: "one.ru")
    let outcome = try update(
      "one.ru", "-", "--base", "http://e.example/", "--to", "ntriples",
      input: Array("INSERT { ?s <q> ?o } WHERE { ?s <p> ?o }".utf8))
    let integer = "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
    #expect(
      outcome.text.split(separator: "\n").sorted().joined(separator: "\n") + "\n"
        == "<http://e.example/a> <http://e.example/p> \(integer)"
        + "<http://e.example/a> <http://e.example/q> \(integer)", "\(outcome.messages)")
  }

  @Test("writes nothing if a request cannot be done")
  func failure() throws {
    let text = Self.replacement + "; DROP GRAPH <g>"
    let outcome = try update("-u", text, "--data", "a.ttl", "-o", "a.ttl")
    #expect(outcome.status == 65)
    #expect(
      outcome.messages.contains("there is no graph <https://w3id.org/simpul/id/g>"),
      "\(outcome.messages)")
    #expect(try simpul.text(of: "a.ttl") == Self.turtle)
    #expect(try simpul.names == ["a.ttl"])
  }

  @Test("shows a mistake in its line, and changes a snapshot as it changes a file")
  func mistakesAndSnapshots() throws {
    let mistake = try update("-u", "INSERT DATA { <a> <p> ?x }", "--check")
    #expect(mistake.status == 65)
    #expect(
      mistake.messages.contains(
        """
        -u:1:23: data have no variables; use INSERT or DELETE with WHERE
          INSERT DATA { <a> <p> ?x }
                                ^
        """), "\(mistake.messages)")
    #expect(try update("-u", "CLEAR ALL", "--check").status == 0)
    #expect(try simpul.run(["convert", "a.ttl", "-o", "a.simpul"]).status == 0)
    let outcome = try update("-u", Self.replacement, "--data", "a.simpul", "-o", "a.simpul")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let query = "SELECT ?note { ?s <https://w3id.org/simpul/ns#note> ?note }"
    #expect(
      try simpul.run(["query", "--data", "a.simpul", "--results", "csv", "-q", query]).text
        == "note\r\nbaru\r\n")
  }

  /// How many statements have a predicate.
  private func count(_ predicate: String, in file: String) throws -> Int? {
    let outcome = try simpul.run([
      "query", "--data", file, "--results", "csv", "-q",
      "SELECT (COUNT(*) AS ?n) { ?s <http://e.example/\(predicate)> ?o }",
    ])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return Int(outcome.text.split(whereSeparator: \.isNewline).last ?? "")
  }

  @Test(
    "that change one file at once wait for each other, and none is lost",
    arguments: [
      "many.simpul", "many.nt",
    ])
  func together(file: String) throws {
    // So many that reading takes longer than starting.
    try simpul.write(
      (0..<20_000).map { "<http://e.example/s\($0)> <http://e.example/p> \"\($0)\" .\n" }.joined(),
      to: "many.nt")
    #expect(try simpul.run(["convert", "many.nt", "-o", "many.simpul"]).status == 0)
    let processes = try (0..<6).map { number in
      try simpul.start([
        "update", "-u", "INSERT DATA { <s\(number)> <http://e.example/q> \(number) }", "--data",
        file, "-o", file,
      ])
    }
    for process in processes { #expect(process.status() == 0) }
    #expect(try count("q", in: file) == 6)
    #expect(try count("p", in: file) == 20_000)
  }

  @Test("leave a snapshot as it is and write beside it, which is worked in when it is asked for")
  func besideSnapshots() throws {
    #expect(try simpul.run(["convert", "a.ttl", "-o", "a.simpul"]).status == 0)
    let before = try simpul.bytes(of: "a.simpul")
    let outcome = try update("-u", Self.replacement, "--data", "a.simpul", "-o", "a.simpul")
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.messages)")
    #expect(try simpul.bytes(of: "a.simpul") == before)
    #expect(try simpul.names == ["a.simpul", "a.simpul.delta", "a.ttl"])
    // Whatever reads the snapshot reads both.
    for arguments in [
      ["query", "--data", "a.simpul", "-q", "SELECT * { ?s ?p ?o }"],
      ["update", "--data", "a.simpul", "-u", "INSERT DATA {}"],
      ["explain", "bandung", "--data", "a.simpul", "--json"],
    ] {
      let text = try simpul.run(arguments).text
      #expect(!text.contains("lama"), "\(arguments)")
      if arguments[0] != "explain" { #expect(text.contains("baru"), "\(arguments)") }
    }
    let compacted = try simpul.run(["compact", "a.simpul", "--lang", "en"])
    #expect(compacted.status == 0)
    #expect(compacted.messages == "a.simpul: 1 statement added and 1 removed worked in\n")
    #expect(try simpul.names == ["a.simpul", "a.ttl"])
    #expect(
      try simpul.run(["query", "--data", "a.simpul", "-q", "SELECT * { ?s ?p ?o }"]).text
        .contains("baru"))
    let again = try simpul.run(["compact", "a.simpul", "--lang", "en"])
    #expect(again.messages == "a.simpul: nothing was changed beside it\n")
    #expect(try simpul.run(["compact", "none.simpul"]).status == 74)
    #expect(try simpul.run(["compact", "a.ttl"]).status == 65)
    #expect(try simpul.run(["compact"]).status == 2)
  }

  @Test("leave everything as it was where the disk takes no more")
  func fullDisk() throws {
    #expect(try simpul.run(["convert", "a.ttl", "-o", "a.simpul"]).status == 0)
    let small = "INSERT DATA { <s> <http://e.example/q> 1 }"
    #expect(try update("-u", small, "--data", "a.simpul", "-o", "a.simpul").status == 0)
    let changes = try simpul.bytes(of: "a.simpul.delta")
    try simpul.write(
      "INSERT DATA {" + (0..<60).map { "<s> <http://e.example/q> \"text \($0)\" ." }.joined() + "}",
      to: "large.ru")
    // No file may be longer than 1 KiB, and the signal that says so is passed over.
    let outcome = try simpul.run(
      ["update", "large.ru", "--data", "a.simpul", "-o", "a.simpul"], fileSizeLimit: 1_024)
    #expect(outcome.status == 74, "\(outcome.messages)")
    #expect(try simpul.bytes(of: "a.simpul.delta") == changes)
    #expect(try count("q", in: "a.simpul") == 1)
  }

  @Test("loads files of this machine, and nothing from a network")
  func load() throws {
    let address = simpul.folder.appending(path: "a.ttl").absoluteString
    let loaded = try update("-u", "LOAD <\(address)> INTO GRAPH <http://e.example/g>")
    #expect(loaded.text.contains(" <http://e.example/g> .\n"), "\(loaded.messages)")
    #expect(loaded.text.split(separator: "\n").count == 2)
    for (source, message) in [
      ("http://e.example/a.ttl", "nothing is fetched from a network"),
      ("file://other.example/a.ttl", "nothing is fetched from a network"),
      (address + "x", "no ending that tells the format"),
      (address.replacing("a.ttl", with: "no.ttl"), "No such file"),
    ] {
      let outcome = try update("-u", "LOAD <\(source)>")
      #expect(outcome.status == 65)
      #expect(outcome.messages.contains("LOAD <\(source)>"), "\(outcome.messages)")
      #expect(outcome.messages.lowercased().contains(message.lowercased()), "\(outcome.messages)")
      #expect(try update("-u", "LOAD SILENT <\(source)>").status == 0)
    }
  }

  @Test("refuses named graphs in a syntax that has none, and leaves the file")
  func namedGraphs() throws {
    let outcome = try update(
      "-u", "INSERT DATA { GRAPH <g> { <a> <p> <b> } }", "--data", "a.ttl", "-o", "a.ttl")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("turtle has no named graphs"), "\(outcome.messages)")
    #expect(try simpul.text(of: "a.ttl") == Self.turtle)
  }

  @Test("unusable arguments are told as such")
  func arguments() throws {
    for arguments in [
      [], ["-u", "CLEAR ALL", "x.ru"], ["-u", "CLEAR ALL", "--to", "graphml"],
      ["-u", "CLEAR ALL", "-o", "a.xyz"], ["-u", "CLEAR ALL", "--to", "snapshot"],
    ] {
      #expect(try simpul.run(["update"] + arguments).status == 2)
    }
  }
}
