import Foundation
import TestSupport
import Testing

@Suite("simpul build --watch", .serialized)
final class WatchTests {
  private let place: AccidentFolder

  init() throws {
    place = try AccidentFolder()
    try place.writeDocuments(1, in: "in")
  }

  deinit {
    do { try place.remove() } catch { Issue.record(error) }
  }

  /// Waits until a condition holds, as long as the program runs and a test may take.
  private func wait(for process: Process, _ what: String, _ holds: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: Process.bound)
    while try !holds() {
      guard process.isRunning, Date() < end else {
        Issue.record("\(what): \(try place.simpul.text(of: "messages"))")
        return
      }
      usleep(20_000)
    }
  }

  @Test("builds at every change, tells failures and goes on, and leaves nothing when interrupted")
  func watch() throws {
    let process = Process()
    process.executableURL = SimpulProcess.program
    process.arguments = AccidentFolder.build(["in"], into: "in/out") + ["--watch"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SIMPUL_CACHE": "cache"], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = place.simpul.folder
    try Data().write(to: place.url("messages"))
    process.standardError = try FileHandle(forWritingTo: place.url("messages"))
    let ending = try process.start()
    /// How often the program has said that it waits.
    func rounds() throws -> Int {
      try place.simpul.text(of: "messages").components(separatedBy: "waiting for changes").count - 1
    }
    try wait(for: process, "the first build") { try rounds() == 1 }
    #expect(try place.simpul.text(of: "in/out/graph.ttl").contains("city/jp/kawasaki"))
    try place.simpul.write("Kota Bandung dan Kota Fuzhou adalah sister city.", to: "in/satu.txt")
    try wait(for: process, "a new document") { try rounds() == 2 }
    #expect(try place.simpul.text(of: "in/out/graph.ttl").contains("city/cn/fuzhou"))
    for name in ["in/satu.txt", "in/berita-1000.txt"] {
      try FileManager.default.removeItem(at: place.url(name))
    }
    try FileManager.default.removeItem(at: place.url("in/out"))
    try wait(for: process, "no document") { try rounds() == 3 }
    #expect(try place.simpul.text(of: "messages").contains("simpul: in: no documents found"))
    try place.simpul.write("Kota Bandung dan Kota Kochi adalah sister city.", to: "in/dua.txt")
    try wait(for: process, "a document again") { try rounds() == 4 }
    #expect(try place.simpul.text(of: "in/out/graph.ttl").contains("city/jp/kochi"))
    // As Ctrl-C does, which whoever runs tests behind a shell may have told them to ignore.
    process.terminate()
    ending.wait(for: process)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGTERM)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("in")).sorted()
        == ["dua.txt", "out"])
  }

  @Test("cannot go with the standard input or without writing", arguments: ["-", "--dry-run"])
  func refused(argument: String) throws {
    let outcome = try place.simpul.run(["build", "in", argument, "--watch"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("--watch"), "\(outcome.messages)")
  }
}
