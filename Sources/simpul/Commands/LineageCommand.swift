public import ArgumentParser
import Diagnostics
import Foundation
public import Lineage
public import Pipeline

/// `simpul lineage`: what a regulation rests on, what changed or ended it, and what hangs on it.
struct LineageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Trace a regulation to what it rests on and to what rests on it.",
    discussion: """
      A regulation is named by a citation in any form, a key, its name or title, or its IRI; a list \
      (UU No. 22 dan 25 Tahun 1999) names several. What \
      the table of known regulations of the domain pack says is part of the answer. Without --to, \
      text; JSON has everything, the others fold what is too much to look at.

      Examples:
        simpul lineage "UU 23/2014"
        simpul lineage "Permendagri Nomor 25 Tahun 2020" --up --depth 2
        simpul lineage "Law No. 32 of 2004" --at 2016-11-01
        simpul lineage UU/2014/23 --to dot --fold 0
        simpul lineage "UU 23/2014" --at 2016-11-01 --to svg:layers > layers.svg
        simpul lineage --all --to svg > timeline.svg
        simpul lineage --all --to graphml > lineage.graphml
        simpul lineage --path "Perda Kota Bandung 10/2017" "UU 23/2014"
        simpul lineage --check

      --check tells what does not fit together. Exit status 1 if the regulation is unknown, no path \
      leads, or --check has a warning; what is merely not known is a note and no warning.
      """)

  @Argument(help: ArgumentHelp("The regulation; with --path the one that rests and the other."))
  var regulations: [String] = []

  @Flag(name: .customLong("all"), help: "The whole lineage.")
  var isAll = false

  @Flag(name: .customLong("path"), help: "How one regulation rests on another.")
  var isPath = false

  @Flag(name: .customLong("check"), help: "What does not fit together, as text or JSON.")
  var isCheck = false

  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "RDF or a snapshot to read, told by its ending; may be given again. By default "
        + "exports/graph.nq, or exports/graph.simpul where that is younger.",
      valueName: "file"))
  var data: [String] = []

  @OptionGroup var pack: PackOption

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp(
      "The day for which the version in force is told; by default today.", valueName: "date"))
  var day: LineageDate?

  @Flag(help: "Only what it rests on and replaced (--up), only what follows (--down), or both.")
  var direction = DirectionFlag.both

  @Option(help: ArgumentHelp("The most steps to take.", valueName: "number"))
  var depth: Int?

  @Option(help: "Format: \(LineageFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var to = LineageFormat.text

  @Option(
    help: ArgumentHelp(
      "The most regulations drawn next to one; 0 for all.", valueName: "number"))
  var fold: Int?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let depth, depth < 1 {
      throw ValidationError("--depth takes a number from 1, not \(depth).")
    }
    if let fold, fold < 0 { throw ValidationError("--fold takes a number from 0, not \(fold).") }
    guard [isAll, isPath, isCheck].count(where: \.self) <= 1 else {
      throw ValidationError("--all, --path and --check exclude each other.")
    }
    let wanted = isAll || isCheck ? 0 : isPath ? 2 : 1
    guard regulations.count == wanted else {
      throw ValidationError(
        isPath
          ? "--path takes two regulations: the one that rests and the one that it rests on."
          : wanted == 0
            ? "\(isAll ? "--all" : "--check") takes no regulation."
            : "Name one regulation, or ask for --all, --path or --check.")
    }
    if isCheck, to != .text, to != .json {
      throw ValidationError("--check writes text or json, not \(to.rawValue).")
    }
  }

  func run() throws {
    var session = try LineageSession(
      data: data.isEmpty ? [StandardData.path] : data, pack: try pack.find(),
      language: language.language, jobs: ProcessInfo.processInfo.activeProcessorCount)
    session.folding = folding
    session.isColoured = Terminal.showsColours
    if isAll {
      try session.writeAll(as: to) { Terminal.write($0) }
    } else if isCheck {
      try check(session)
    } else if isPath {
      try writePath(&session)
    } else {
      try answer(&session)
    }
  }

  /// Answers for the regulation asked about; for each of several in text alone, since other formats
  /// hold one answer.
  private func answer(_ session: inout LineageSession) throws {
    let nodes = try session.regulations(regulations[0])
    guard nodes.count == 1 || to == .text else {
      throw PipelineError(
        .arguments,
        Message(
          en: "“\(regulations[0])” names \(nodes.count) regulations; --to \(to.rawValue) takes one",
          id:
            "“\(regulations[0])” menyebut \(nodes.count) peraturan; --to \(to.rawValue) hanya satu")
      )
    }
    for (position, node) in nodes.enumerated() {
      var question = LineageQuestion(node: node, day: day ?? .today)
      question.directions = direction.directions
      question.depth = depth
      if position > 0 { Terminal.write([0x0A]) }
      Terminal.write(try session.bytes(session.answer(question), as: to))
    }
  }

  private func check(_ session: LineageSession) throws {
    let findings = session.findings()
    Terminal.write(session.bytes(findings, asJSON: to == .json))
    if findings.contains(where: { $0.severity > .note }) { throw ExitStatus.answerIsNo }
  }

  private func writePath(_ session: inout LineageSession) throws {
    let (from, to) = (
      try session.regulation(regulations[0]), try session.regulation(regulations[1])
    )
    guard let path = session.path(from: from, to: to) else {
      let isReversed = session.path(from: to, to: from) != nil
      throw PipelineError(
        .nothingFound,
        Message(
          en: "\(regulations[0]) does not rest on \(regulations[1])"
            + (isReversed ? "; it is the other way round" : ""),
          id: "\(regulations[0]) tidak bersandar pada \(regulations[1])"
            + (isReversed ? "; yang benar sebaliknya" : "")))
    }
    Terminal.write(try session.bytes(path, on: day ?? .today, as: self.to))
  }

  private var folding: LineageFolding {
    guard let fold else { return .usual }
    guard fold > 0 else { return .none }
    var folding = LineageFolding.usual
    folding.mostSiblings = fold
    return folding
  }
}

/// Which ways are followed.
enum DirectionFlag: String, EnumerableFlag {
  case up
  case down
  case both

  var directions: [Trace.Direction] {
    switch self {
    case .up: [.up]
    case .down: [.down]
    case .both: [.up, .down]
    }
  }
}

extension LineageFormat: ExpressibleByArgument {}

extension LineageDate: ExpressibleByArgument {
  /// A day, a month or a year: `2016-11-01`, `2016-11`, `2016`; nil for anything else.
  public init?(argument: String) {
    guard let date = LineageDate(argument), "\(date)" == argument else { return nil }
    self = date
  }

  /// The day by the clock and the time zone of the computer.
  static var today: LineageDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
    return LineageDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
  }
}
