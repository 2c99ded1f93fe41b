import Foundation
import TestSupport
import Testing

@Suite("Killed build", .serialized)
final class KilledBuildTests {
  private let place: AccidentFolder

  init() throws {
    place = try AccidentFolder()
    try place.writeDocuments(12, in: "a")
    try place.writeDocuments(14, in: "b", saying: "menandatangani Memorandum of Understanding")
  }

  deinit {
    do { try place.remove() } catch { Issue.record(error) }
  }

  @Test("leaves the earlier exports whole at 100 random moments, and the next build completes")
  func kill() throws {
    var generator = SeededGenerator()
    let wanted = ["a": try place.undisturbed("a"), "b": try place.undisturbed("b")]
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try place.simpul.run(AccidentFolder.build(["a"], into: "out")).status == 0)
    let span = clock.now - start
    var standing = "a"
    var (killed, mixed) = (0, 0)
    for round in 0..<100 {
      let input = standing == "a" ? "b" : "a"
      let process = Process()
      process.executableURL = SimpulProcess.program
      process.arguments = AccidentFolder.build([input], into: "out")
      process.currentDirectoryURL = place.simpul.folder
      // Half of them find what an earlier one kept, whole or in part.
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["SIMPUL_CACHE": round % 2 == 0 ? "cache" : "cache-\(round)"], uniquingKeysWith: { $1 })
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let ending = try process.start()
      usleep(UInt32(generator.below(max(Int(span / .microseconds(1)), 1))))
      Foundation.kill(process.processIdentifier, SIGKILL)
      ending.wait(for: process)
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let found = try place.files(in: "out")
      if found == wanted[input] {
        standing = input
      } else if found != wanted[standing] {
        // Killed between two renamings: each file is one or the other, and the rest stands ready.
        mixed += 1
        for (name, bytes) in found {
          #expect(
            bytes == wanted["a"]?[name] || bytes == wanted["b"]?[name],
            "\(name), round \(round), seed \(generator.seed)")
        }
        #expect(try !readyFolders().isEmpty, "round \(round), seed \(generator.seed)")
        standing = input
      }
      guard round % 5 == 4 else { continue }
      standing = round % 10 == 4 ? "a" : "b"
      let outcome = try place.simpul.run(
        AccidentFolder.build([standing], into: "out"), cache: "cache")
      #expect(outcome.status == 0, "\(outcome.messages), round \(round), seed \(generator.seed)")
      #expect(
        try place.files(in: "out") == wanted[standing], "round \(round), seed \(generator.seed)")
      #expect(try place.leftovers == [], "round \(round), seed \(generator.seed)")
    }
    // How many were killed in time depends on the machine; it is told, not asked for.
    print("builds: \(killed) of 100 killed, \(mixed) of them between two files")
    #expect(killed > 0)
  }

  private func readyFolders() throws -> [String] {
    try place.leftovers.filter {
      FileManager.default.fileExists(atPath: place.path("\($0)/ready"))
    }
  }

  /// The number of a process that has ended.
  private func endedProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = SimpulProcess.program
    process.arguments = ["--version"]
    process.standardOutput = FileHandle.nullDevice
    try process.runToEnd()
    return process.processIdentifier
  }

  @Test("between two files is ended by the next build, even by one that comes to nothing")
  func rollsForward() throws {
    let new = try place.undisturbed("b")
    #expect(try place.simpul.run(AccidentFolder.build(["a"], into: "out")).status == 0)
    let staging = ".out.simpul-\(try endedProcess())"
    for folder in ["ready", "old"] { try place.makeFolder("\(staging)/\(folder)") }
    // One file is in place, and the others are ready.
    for (name, bytes) in new {
      try place.simpul.write(
        bytes, to: name == "graph.nq" ? "out/\(name)" : "\(staging)/ready/\(name)")
    }
    try place.makeFolder("empty")
    #expect(try place.simpul.run(AccidentFolder.build(["empty"], into: "out")).status == 65)
    #expect(try place.files(in: "out") == new)
    #expect(try place.leftovers == [])
  }

  @Test("before its files were all ready leaves nothing that the next build keeps")
  func rollsBack() throws {
    #expect(try place.simpul.run(AccidentFolder.build(["a"], into: "out")).status == 0)
    let earlier = try place.files(in: "out")
    let staging = ".out.simpul-\(try endedProcess())"
    for folder in ["new", "old"] { try place.makeFolder("\(staging)/\(folder)") }
    try place.simpul.write("half", to: "\(staging)/new/graph.nq")
    try place.makeFolder("empty")
    #expect(try place.simpul.run(AccidentFolder.build(["empty"], into: "out")).status == 65)
    #expect(try place.files(in: "out") == earlier)
    #expect(try place.leftovers == [])
  }
}
