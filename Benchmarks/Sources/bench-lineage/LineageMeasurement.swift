import Diagnostics
import Foundation
import Lineage
import Pipeline

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Measures questions about one regulation in a small and a large graph, and the writing of all.
struct LineageMeasurement {
  /// The folder of the domain pack.
  var pack: String
  /// Where the data are written.
  var folder: String
  /// Regulations of the small graph.
  var regulations: Int
  /// How many times as large the large one is.
  var factor: Int
  /// Questions of a round.
  var questions: Int

  private static let rounds = 9
  /// The most that a question may cost in the large graph, in times of the small one.
  private static let mostGrowth = 1.5

  /// What was measured.
  struct Result {
    /// As Markdown.
    var table: String
    /// Whether questions do not grow with the graph and nothing costs more than loading.
    var isWithinBounds: Bool
  }

  /// A graph that is loaded.
  private struct Loaded {
    var session: LineageSession
    var seconds: Double
    var bytes: Int
  }

  /// A kind of question.
  private struct Question: Sendable {
    var name: String
    var ask: @Sendable (inout LineageSession, String) throws -> Int
  }

  /// Makes both graphs, measures and removes them.
  ///
  /// - Throws: what the system throws for the files, and ``PipelineError``.
  func run() throws -> Result {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let paths = ["small", "large"].map { "\(folder)/lineage-\($0).nq" }
    defer {
      for path in paths where FileManager.default.fileExists(atPath: path) {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("\(error)") }
      }
    }
    let keys = try RegulationData.write(regulations, to: paths[0])
    let count = try RegulationData.write(regulations * factor, to: paths[1]).count
    var small = try load(paths[0])
    var large = try load(paths[1])
    let asked = (0..<questions).map { keys[$0 * keys.count / questions] }
    var lines = [
      "\(keys.count) and \(count) regulations, \(small.bytes / 1_000_000) and \(large.bytes / 1_000_000) MB of N-Quads",
      "", "| question | \(keys.count) regulations | \(count) regulations | times |",
      "|---|--:|--:|--:|",
    ]
    var isWithinBounds = true
    for question in Self.kinds {
      let times = try compare(question, asked, &small.session, &large.session)
      let growth = times.large / times.small
      if growth > Self.mostGrowth { isWithinBounds = false }
      lines.append(
        "| \(question.name) | \(Self.microseconds(times.small)) | \(Self.microseconds(times.large)) | \(Self.decimal(growth, 2)) |"
      )
    }
    lines += ["", "| everything, \(count) regulations | seconds | MB |", "|---|--:|--:|"]
    lines.append("| loading | \(Self.decimal(large.seconds, 2)) | \(large.bytes / 1_000_000) |")
    for format in LineageFormat.allCases {
      for folding in [LineageFolding.usual, .none] where folding == .usual || format == .dot {
        large.session.folding = folding
        var size = 0
        let seconds = try Self.processorTime {
          try large.session.writeAll(as: format) { size += $0.count }
        }
        if seconds > large.seconds { isWithinBounds = false }
        let name = "\(format.rawValue)\(folding == .none ? ", nothing folded" : "")"
        lines.append(
          "| \(name) | \(Self.decimal(seconds, 2)) | \(Self.decimal(Double(size) / 1e6, 1)) |")
      }
    }
    return Result(table: lines.joined(separator: "\n"), isWithinBounds: isWithinBounds)
  }

  private static let kinds = [
    Question(name: "what it rests on and what follows, as text") { session, name in
      try size(of: name, as: .text, in: &session)
    },
    Question(name: "the same as JSON") { session, name in
      try size(of: name, as: .json, in: &session)
    },
    Question(name: "the same as Turtle") { session, name in
      try size(of: name, as: .turtle, in: &session)
    },
    Question(name: "the way to the constitution") { session, name in
      let (from, to) = (try session.regulation(name), try session.regulation("UUD 1945"))
      return session.path(from: from, to: to)?.acts.count ?? 0
    },
  ]

  private static func size(
    of name: String, as format: LineageFormat, in session: inout LineageSession
  ) throws -> Int {
    let node = try session.regulation(name)
    let question = LineageQuestion(node: node, day: LineageDate(year: 2020, month: 1, day: 1))
    return try session.bytes(session.answer(question), as: format).count
  }

  /// Processor seconds of a question in both graphs: the medians of rounds by turns.
  private func compare(
    _ question: Question, _ keys: [String], _ small: inout LineageSession,
    _ large: inout LineageSession
  ) throws -> (small: Double, large: Double) {
    func round(_ session: inout LineageSession) throws -> (seconds: Double, size: Int) {
      var size = 0
      let seconds = try Self.processorTime {
        for key in keys { size += try question.ask(&session, key) }
      }
      return (seconds / Double(keys.count), size)
    }
    var times: (small: [Double], large: [Double]) = ([], [])
    for _ in 0..<Self.rounds {
      let (first, second) = (try round(&small), try round(&large))
      guard first.size == second.size else {
        throw Mistake(description: "\(question.name): the answers of both graphs differ")
      }
      times.small.append(first.seconds)
      times.large.append(second.seconds)
    }
    return (Self.median(times.small), Self.median(times.large))
  }

  private func load(_ path: String) throws -> Loaded {
    var session: LineageSession?
    let seconds = try Self.processorTime {
      session = try LineageSession(data: [path], pack: pack, language: .english)
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard let session else { throw Mistake(description: "\(path): not loaded") }
    return Loaded(session: session, seconds: seconds, bytes: size ?? 0)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func microseconds(_ seconds: Double) -> String {
    "\(decimal(seconds * 1e6, 0)) µs"
  }

  private static func decimal(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func processorTime(_ body: () throws -> Void) rethrows -> Double {
    let begin = clock()
    try body()
    return Double(clock() - begin) / Double(CLOCKS_PER_SEC)
  }
}

/// Something that makes a measurement worthless.
struct Mistake: Error, CustomStringConvertible {
  var description: String
}
