import Foundation
import TestSupport
import Testing

/// A run of the built program in a folder of its own.
struct SimpulProcess {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "simpul-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// What a run came to.
  struct Outcome {
    var status: Int32
    var output: [UInt8]
    var messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Where the build puts the program: beside the tests.
  static var program: URL {
    var folder =
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      ?? URL(filePath: CommandLine.arguments[0])
    folder.deleteLastPathComponent()
    return folder.appending(path: "simpul")
  }

  /// Runs the program; nothing is kept for the next run unless a cache is named, by a path that the
  /// working folder may begin.
  ///
  /// No file may grow longer than a limit, in bytes by the half kilobyte, where one is given.
  func run(
    _ arguments: [String], input: [UInt8] = [], cache: String? = nil, fileSizeLimit: Int? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    if let fileSizeLimit {
      // The signal of the limit is passed over, so that the program sees an error.
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments =
        [
          "-c", "trap '' 25; ulimit -f \(fileSizeLimit / 512); exec \"$0\" \"$@\"",
          Self.program.path(),
        ] + arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SIMPUL_CACHE": cache ?? "off"], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = folder
    // Files instead of pipes: nothing can wait for the other end.
    let places = ["in", "out", "err"].map { folder.appending(path: ".\($0)") }
    try Data(input).write(to: places[0])
    for place in places.dropFirst() { try Data().write(to: place) }
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    try process.runToEnd()
    let outcome = Outcome(
      status: process.terminationStatus, output: [UInt8](try Data(contentsOf: places[1])),
      messages: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self))
    for place in places { try FileManager.default.removeItem(at: place) }
    return outcome
  }

  /// A run that has not ended yet.
  final class Running {
    let process = Process()
    private let ended = DispatchSemaphore(value: 0)

    fileprivate init(_ arguments: [String], in folder: URL) throws {
      process.executableURL = SimpulProcess.program
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["SIMPUL_CACHE": "off"], uniquingKeysWith: { $1 })
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let ended = ended
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
    }

    /// Waits for a time, in seconds.
    ///
    /// - Returns: whether the program has ended.
    func wait(_ seconds: Double) -> Bool {
      let hasEnded = ended.wait(timeout: .now() + seconds) == .success
      // Who waits again finds that it has ended.
      if hasEnded { ended.signal() }
      return hasEnded
    }

    /// Ends the program at once.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// The exit status; nil where the program was killed.
    ///
    /// Whatever does not end by itself is killed, and is a failed test.
    func status() -> Int32? {
      if !wait(120) {
        Issue.record("a run ends")
        kill()
        _ = wait(120)
      }
      return process.terminationReason == .exit ? process.terminationStatus : nil
    }
  }

  /// Starts the program, whose output is thrown away.
  func start(_ arguments: [String]) throws -> Running { try Running(arguments, in: folder) }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// The names in the folder, hidden ones too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  func remove() throws { try FileManager.default.removeItem(at: folder) }
}
