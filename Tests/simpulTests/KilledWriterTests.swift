import Foundation
import TestSupport
import Testing

@Suite("Killed writer of a snapshot", .serialized)
final class KilledWriterTests {
  private let simpul: SimpulProcess

  init() throws { simpul = try SimpulProcess() }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  /// N-Triples of so many statements.
  private static func triples(_ count: Int) -> String {
    (0..<count).map { index in
      "<http://example.org/\(index / 5)> <http://example.org/p\(index % 5)> \"text \(index)\" .\n"
    }.joined()
  }

  /// How many statements a snapshot has, each of them read.
  private func count() throws -> Int? {
    let outcome = try simpul.run([
      "query", "--data", "g.simpul", "--results", "csv", "-q",
      "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (STRLEN(?o) > 0) }",
    ])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return Int(outcome.text.split(whereSeparator: \.isNewline).last ?? "")
  }

  /// How many bytes the file at a path has; 0 if there is none.
  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private func write(_ input: String) -> [String] { ["convert", input, "-o", "g.simpul"] }

  @Test("leaves the old file or the new one, wherever it is killed, and the next one cleans up")
  func kill() throws {
    var generator = SeededGenerator()
    let counts = ["a.nt": 60_000, "b.nt": 60_001]
    for (name, count) in counts { try simpul.write(Self.triples(count), to: name) }
    #expect(try simpul.run(write("a.nt")).status == 0)
    let whole = Self.size(simpul.folder.appending(path: "g.simpul").path())
    let partial = simpul.folder.appending(path: "g.simpul.partial").path()
    var (killed, within, renewed) = (0, 0, 0)
    for round in 0..<200 {
      let before = try count()
      let input = before == counts["a.nt"] ? "b.nt" : "a.nt"
      // What the writer before left is emptied first.
      let rest = Self.size(partial)
      let process = Process()
      process.executableURL = SimpulProcess.program
      process.arguments = write(input)
      process.currentDirectoryURL = simpul.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let ending = try process.start()
      // The signal is sent when so many bytes are there; at the end there are the table, the header,
      // the way to the disk and the new name, which one in five falls among.
      let least = generator.below(whole + whole / 4)
      while process.isRunning, rest > 0, Self.size(partial) == rest {}
      while process.isRunning, Self.size(partial) < min(least, whole) {}
      Foundation.kill(process.processIdentifier, SIGKILL)
      ending.wait(for: process)
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let after = try count()
      #expect(
        after == before || after == counts[input], "round \(round), seed \(generator.seed)")
      if after != before { renewed += 1 }
      let left = Self.size(partial)
      if left > 0, left < whole { within += 1 }
      let names = try simpul.names
      #expect(
        Set(names).isSubset(of: ["a.nt", "b.nt", "g.simpul", "g.simpul.partial"]),
        "\(names), round \(round)")
    }
    // How many were killed in time depends on the machine; it is told, not asked for.
    print(
      "writers of snapshots: \(killed) of 200 killed, \(within) of them within the file; \(renewed) "
        + "renewed it")
    #expect(killed > 0 && within > 0)
    #expect(try simpul.run(write("b.nt")).status == 0)
    #expect(try count() == counts["b.nt"])
    #expect(try simpul.names == ["a.nt", "b.nt", "g.simpul"])
  }

  @Test("is waited for by another one, and both files are whole")
  func together() throws {
    let counts = [19_000, 20_000, 21_000]
    for count in counts { try simpul.write(Self.triples(count), to: "\(count).nt") }
    let processes = try counts.map { count in
      let process = Process()
      process.executableURL = SimpulProcess.program
      process.arguments = write("\(count).nt")
      process.currentDirectoryURL = simpul.folder
      return (process, try process.start())
    }
    for (process, ending) in processes {
      ending.wait(for: process)
      #expect(process.terminationStatus == 0)
    }
    #expect(counts.contains(try #require(try count())))
    #expect(try simpul.names == counts.map { "\($0).nt" } + ["g.simpul"])
  }
}
