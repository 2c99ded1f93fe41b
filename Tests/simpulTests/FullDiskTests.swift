import Foundation
import TestSupport
import Testing

@Suite("Full disk", .serialized)
final class FullDiskTests {
  private let place: AccidentFolder
  private let earlier: [String: [UInt8]]
  private let wanted: [String: [UInt8]]

  init() throws {
    place = try AccidentFolder()
    try place.writeDocuments(8, in: "a")
    try place.writeDocuments(40, in: "b", saying: "menandatangani Memorandum of Understanding")
    earlier = try place.undisturbed("a")
    wanted = try place.undisturbed("b")
  }

  deinit {
    do { try place.remove() } catch { Issue.record(error) }
  }

  /// Whether a disk of a few kilobytes can be had here: in a namespace of its own, by root or whoever
  /// the system lets.
  static let mountsDisks: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "unshare -rm mount -t tmpfs -o size=64k tmpfs /mnt"]
    process.standardError = FileHandle.nullDevice
    do {
      try process.runToEnd()
      return process.terminationStatus == 0
    } catch {
      return false
    }
  }()

  /// Runs a build whose folder `disk` is a disk of so many kilobytes, which first gets what is in
  /// `before`; what is on it at the end is found in `after`.
  private func run(
    kilobytes: Int, _ arguments: [String], cache: String
  ) throws -> SimpulProcess.Outcome {
    for folder in ["disk", "before", "after"] { try place.makeFolder(folder) }
    let script = """
      mount -t tmpfs -o size=\(kilobytes)k tmpfs disk && cp -R before/. disk/ || exit 99
      "$0" "$@" 2> messages
      echo $? > status
      cp -R disk/. after/
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["unshare", "-rm", "sh", "-c", script, SimpulProcess.program.path(percentEncoded: false)]
      + arguments
    process.currentDirectoryURL = place.simpul.folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SIMPUL_CACHE": cache], uniquingKeysWith: { $1 })
    try process.runToEnd()
    #expect(process.terminationStatus == 0)
    let status = try place.simpul.text(of: "status").trimmingCharacters(in: .whitespacesAndNewlines)
    return SimpulProcess.Outcome(
      status: Int32(status) ?? -1, output: [], messages: try place.simpul.text(of: "messages"))
  }

  @Test(
    "is told with the file at which it got full, and the earlier exports stay",
    .enabled(
      if: mountsDisks, "no disk can be mounted here; the limit of a file's size is tried too"),
    arguments: ["graph.ttl", "graph.nq", "graph.graphml", "report.md"])
  func exports(name: String) throws {
    try place.makeFolder("before/out")
    for (name, bytes) in earlier { try place.simpul.write(bytes, to: "before/out/\(name)") }
    // Room for the earlier files, for those before the one, and for half of it; in pages.
    let order = ["graph.ttl", "graph.nq", "graph.graphml", "report.md"]
    func pages(_ bytes: Int) -> Int { (bytes + 4095) / 4096 }
    var room = earlier.values.reduce(0) { $0 + pages($1.count) }
    for before in order.prefix(while: { $0 != name }) { room += pages(wanted[before]?.count ?? 0) }
    room += pages(wanted[name]?.count ?? 0) / 2
    let outcome = try run(
      kilobytes: room * 4, AccidentFolder.build(["b"], into: "disk/out"), cache: "off")
    #expect(outcome.status == 74)
    #expect(
      outcome.messages == "simpul: disk/out/\(name): no space left on the disk\n",
      "\(outcome.messages)")
    #expect(try place.files(in: "after/out") == earlier)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("after")) == ["out"])
  }

  @Test(
    "costs what would have been kept and nothing else, where only the cache is on it",
    .enabled(if: mountsDisks, "no disk can be mounted here"), arguments: [4, 16, 64])
  func cache(kilobytes: Int) throws {
    let outcome = try run(
      kilobytes: kilobytes, AccidentFolder.build(["b"], into: "out"), cache: "disk/cache")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("disk/cache/documents: note: "), "\(outcome.messages)")
    #expect(outcome.messages.contains("no space left on the disk"), "\(outcome.messages)")
    #expect(try place.files(in: "out") == wanted)
  }

  @Test("and a limit on the size of files are told alike, also without a disk of one's own")
  func limit() throws {
    #expect(try place.simpul.run(AccidentFolder.build(["a"], into: "out")).status == 0)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // Of the exports, graph.nq is larger than eight blocks of 512 or 1024 bytes.
    process.arguments =
      ["-c", "ulimit -f 8; exec \"$0\" \"$@\" 2> messages"]
      + [SimpulProcess.program.path(percentEncoded: false)]
      + AccidentFolder.build(["b"], into: "out")
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SIMPUL_CACHE": "cache"], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = place.simpul.folder
    try process.runToEnd()
    #expect(process.terminationReason == .exit && process.terminationStatus == 74)
    let messages = try place.simpul.text(of: "messages")
    #expect(messages.hasPrefix("simpul: out/graph."), "\(messages)")
    #expect(messages.hasSuffix(": the file would be larger than is allowed here\n"), "\(messages)")
    #expect(try place.files(in: "out") == earlier)
    #expect(try place.leftovers == [])
    #expect(
      try place.simpul.run(AccidentFolder.build(["b"], into: "out"), cache: "cache").status == 0)
    #expect(try place.files(in: "out") == wanted)
  }

  @Test(
    "behind the standard output ends extraction with a reason",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "only Linux has /dev/full"))
  func output() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$0\" extract b --ontology \"$1\" > /dev/full 2> messages",
      SimpulProcess.program.path(percentEncoded: false), TestPlaces.ontologyPath,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SIMPUL_CACHE": "off"], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = place.simpul.folder
    try process.runToEnd()
    #expect(process.terminationReason == .exit && process.terminationStatus == 74)
    let messages = try place.simpul.text(of: "messages")
    #expect(messages.hasPrefix("simpul: standard output: "), "\(messages)")
  }
}
