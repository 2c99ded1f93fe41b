import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul cache, stats and standard input", .serialized)
final class CacheCommandTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write("Kota Bandung dan Kota Kawasaki adalah sister city.", to: "berita.txt")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func build(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(
      ["build", "berita.txt", "-o", "out", "--ontology", TestPlaces.ontologyPath] + arguments,
      cache: "cache")
  }

  @Test("what is kept is told, used, counted and removed")
  func cycle() throws {
    #expect(try build().status == 0)
    let second = try build()
    #expect(second.messages.contains("1 document (1 unchanged)"), "\(second.messages)")
    #expect(second.messages.contains("nothing has changed: out/graph.ttl"), "\(second.messages)")
    let fresh = try build("--no-cache")
    #expect(!fresh.messages.contains("unchanged") && fresh.status == 0, "\(fresh.messages)")
    let status = try simpul.run(["cache"], cache: "cache")
    #expect(status.text.hasPrefix("cache: 2 entries, "), "\(status.text)")
    let kept = try simpul.run(["cache", "--prune"], cache: "cache")
    #expect(kept.text.hasPrefix("0 entries removed"), "\(kept.text)")
    let emptied = try simpul.run(["cache", "--prune", "--unused-for", "0"], cache: "cache")
    #expect(emptied.text.hasPrefix("2 entries removed, "), "\(emptied.text)")
    #expect(emptied.text.contains("cache: 0 entries, 0.0 MB\n"), "\(emptied.text)")
    let off = try simpul.run(["cache", "--lang", "id"], cache: "off")
    #expect(off.text == "tidak ada simpanan: cache mati\n")
  }

  @Test("all that was read at the same time is kept, whoever makes its folder")
  func sideBySide() throws {
    let names = (0..<60).map { "berita-\($0).txt" }
    for name in names { try simpul.write("Kota Bandung, \(name).", to: name) }
    // Every round begins without folders, so that several want to make them.
    for round in 0..<3 {
      let arguments =
        ["build"] + names
        + ["-o", "out\(round)", "--ontology", TestPlaces.ontologyPath, "--jobs", "8"]
      let first = try simpul.run(arguments, cache: "cache\(round)")
      #expect(!first.messages.contains("not kept"), "\(first.messages)")
      let second = try simpul.run(arguments, cache: "cache\(round)")
      #expect(second.messages.contains("60 documents (60 unchanged)"), "\(second.messages)")
    }
  }

  @Test("the settings of a project name the folder of what is kept")
  func settings() throws {
    try simpul.write("cache: kept\n", to: ".simpul.yaml")
    // An empty variable is none.
    let outcome = try simpul.run(
      ["build", "berita.txt", "--ontology", TestPlaces.ontologyPath], cache: "")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try simpul.names.contains("kept"))
  }

  @Test("a second build into a folder says so and stops, and one after it goes on")
  func locked() throws {
    let lock = simpul.folder.appending(path: ".out.simpul-lock").path()
    let file = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    try #require(file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0)
    let refused = try build()
    #expect(refused.status == 74)
    #expect(refused.messages.contains("out: another build is at work here"), "\(refused.messages)")
    #expect(try !simpul.names.contains("out"))
    close(file)
    // The file that a killed build left locks nothing.
    #expect(try build().status == 0)
    #expect(try !simpul.names.contains(".out.simpul-lock"))
  }

  @Test("documents of the standard input are read, and their claims built")
  func standardInput() throws {
    let corpus =
      "{\"id\": \"a/satu\", \"text\": \"Kota Bandung dan Kota Kawasaki adalah sister city.\"}\n"
      + "{\"id\": \"dua\", \"text\": \"Kota Surabaya menerima dua ambulans dari Kota Kochi.\"}\n"
    let extracted = try simpul.run(
      ["extract", "-", "--ontology", TestPlaces.ontologyPath], input: Array(corpus.utf8))
    #expect(extracted.status == 0, "\(extracted.messages)")
    #expect(extracted.text.split(separator: "\n").count == 2)
    #expect(extracted.text.contains("\"documentKey\":\"a/satu\""))
    let built = try simpul.run(
      ["build", "--from-claims", "-", "-o", "out", "--ontology", TestPlaces.ontologyPath],
      input: extracted.output)
    #expect(built.status == 0, "\(built.messages)")
    let whole = try simpul.run(
      ["build", "-", "-o", "whole", "--ontology", TestPlaces.ontologyPath],
      input: Array(corpus.utf8))
    #expect(whole.status == 0, "\(whole.messages)")
    #expect(try simpul.bytes(of: "out/graph.nq") == simpul.bytes(of: "whole/graph.nq"))
  }

  @Test("stats counts classes, predicates, years, statuses and documents")
  func stats() throws {
    try simpul.write(
      "Pada tahun 2016 Kota Bandung dan Kota Kawasaki menandatangani MoU. "
        + "Kota Kawasaki akan menghibahkan dua ambulans kepada Kota Bandung.", to: "berita.txt")
    #expect(try build().status == 0)
    let outcome = try simpul.run(
      [
        "stats", "out/graph.nq", "--queries",
        TestPlaces.root.appending(path: "Examples/queries").path(),
      ], cache: "off")
    #expect(outcome.status == 0, "\(outcome.messages)")
    for part in [
      "How many things there are of each class", "smp:City", "smp:partyTo", "\"2016\"",
      "smp:Planned", "How many statements each document makes",
    ] {
      #expect(outcome.text.localizedCaseInsensitiveContains(part), "\(part)\n\(outcome.text)")
    }
  }
}
