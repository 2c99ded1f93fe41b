import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// `simpul evaluate`: a build against annotations, a sample of claims to judge, what judges said.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score a build against annotations, or draw claims for judging.",
    discussion: """
      With --gold: precision, recall and F1 of what a build of the inputs finds, per class, \
      predicate and document, and what it missed and wrongly found, with passages. Nothing is \
      written. Exit status 1 if a figure is below its floor.

      With --sample: claims of a build, drawn by a seed, for a person to judge against their \
      passages. With --judgements: what share of the judged claims is right, by predicate, by rule \
      and at confidence 0.8 and above; with inputs, claims are looked up in a build of them.

      Examples:
        simpul evaluate --gold gold my-documents
        simpul evaluate --gold gold my-documents --predicate donates --list false-alarms
        simpul evaluate --gold gold my-documents --list none --floor-entities 0.95
        simpul evaluate --sample 200 --seed 1 my-documents > sample.jsonl
        simpul evaluate --sample 200 --predicate amends --predicate repeals my-laws
        simpul evaluate --judgements sample.jsonl
      """)

  @Argument(help: ArgumentHelp("Files and folders to read.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("Annotations: a folder of JSON files, or one.", valueName: "dir"))
  var gold: String?

  @Option(help: ArgumentHelp("Draw so many claims for judging.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("Judgements of claims, JSON Lines or CSV.", valueName: "file"))
  var judgements: String?

  @Flag(help: "What counts as the same: also what careful annotators write differently, or not.")
  var leniency = Measure.Leniency.lenient

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The form: text, json or markdown; of a sample text or jsonl.", valueName: "form"))
  var form: String?

  @Option(help: "What is listed with --gold: misses, false-alarms, all or none.")
  var list = EvaluationView.List.all

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Show only things of this class; may be given several times.", valueName: "name"))
  var classes: [String] = []

  @Option(
    name: .customLong("predicate"),
    help: ArgumentHelp(
      "Show, or draw, only statements with this predicate; may be given several times.",
      valueName: "name"))
  var predicates: [String] = []

  @Flag(inversion: .prefixedNo, help: "Show how often claims of a confidence are right.")
  var calibration = true

  @Option(help: ArgumentHelp("Lowest F1 of all things that will do.", valueName: "number"))
  var floorEntities: Double?

  @Option(help: ArgumentHelp("Lowest F1 of all statements that will do.", valueName: "number"))
  var floorRelations: Double?

  @Option(
    help: ArgumentHelp("Lowest F1 of the solid predicates that will do.", valueName: "number"))
  var floorSolid: Double?

  @Option(help: ArgumentHelp("Which claims are drawn.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Draw only claims of at least this confidence, 0 to 1.", valueName: "number")
  )
  var minConfidence = 0.0

  @OptionGroup var pack: PackOption

  @Option(help: "Documents read at the same time; by default one for each processor.")
  var jobs: Int?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
    let tasks = [gold != nil, sample != nil, judgements != nil].count { $0 }
    guard tasks == 1 else {
      throw ValidationError("Expected one of --gold, --sample and --judgements.")
    }
    guard judgements != nil || !inputs.isEmpty else {
      throw ValidationError("Missing expected argument '<input> ...'")
    }
    if let sample, sample < 1 {
      throw ValidationError("--sample takes a number from 1 on, not \(sample).")
    }
    for (name, value) in [
      ("--floor-entities", floorEntities), ("--floor-relations", floorRelations),
      ("--floor-solid", floorSolid), ("--min-confidence", minConfidence),
    ] {
      guard let value else { continue }
      guard (0...1).contains(value) else {
        throw ValidationError("\(name) takes a number from 0 to 1, not \(value).")
      }
    }
    if gold != nil {
      guard form == nil || evaluationForm != nil else {
        throw unknownForm("text, json or markdown")
      }
    } else if sample != nil {
      guard form == nil || sheet != nil else { throw unknownForm("text or jsonl") }
    } else {
      guard form == nil || form == "text" else { throw unknownForm("text") }
    }
  }

  private func unknownForm(_ known: String) -> ValidationError {
    ValidationError("--to takes \(known) here, not \(form ?? "").")
  }

  private var evaluationForm: Evaluation.Form? { form.flatMap(Evaluation.Form.init(rawValue:)) }
  private var sheet: ClaimSheet? { form.flatMap(ClaimSheet.init(rawValue:)) }

  func run() async throws {
    if let gold {
      try await evaluate(gold)
    } else if let sample {
      try await draw(sample)
    } else if let judgements {
      try await judge(judgements)
    }
  }

  private func evaluate(_ gold: String) async throws {
    var view = EvaluationView()
    view.list = list
    view.classes = Set(classes)
    view.predicates = Set(predicates)
    view.showsCalibration = calibration
    view.language = language.language
    try view.check(pack: pack.find())
    let line = ProgressLine(language: language.language)
    defer { line.clear() }
    let evaluation = try await Evaluator(try build(), gold: gold, leniency: leniency)
      .run { line.show($0) }
    line.clear()
    tell(evaluation.diagnostics)
    Terminal.write(try evaluation.rendered(as: evaluationForm ?? .text, view))
    var isBelow = false
    for (name, tally, floor) in [
      ("entities", evaluation.allEntities, floorEntities),
      ("relations", evaluation.allRelations, floorRelations),
      ("solid", evaluation.solid, floorSolid),
    ] {
      guard let floor, tally.f1 < floor else { continue }
      isBelow = true
      let figure = String(format: "%.4f", tally.f1)
      let message = Message(
        en: "F1 of \(name) is \(figure), below its floor \(floor)",
        id: "F1 \(name) adalah \(figure), di bawah batas \(floor)")
      Terminal.note("simpul: \(message.text(in: language.language))")
    }
    if isBelow { throw ExitStatus.answerIsNo }
  }

  private func draw(_ count: Int) async throws {
    var view = EvaluationView()
    view.predicates = Set(predicates)
    try view.check(pack: pack.find())
    let built = try await built()
    let sampler = ClaimSampler(
      count: count, seed: seed, minimumConfidence: minConfidence, predicates: view.predicates,
      language: language.language)
    let claims = try sampler.sample(of: built)
    Terminal.write(
      try (sheet ?? .jsonl).rendered(claims, language: language.language))
    guard claims.isEmpty else { return }
    let message = Message(
      en: "the build makes no claim of this confidence"
        + (view.predicates.isEmpty ? "" : " and predicate"),
      id: "tidak ada klaim dengan tingkat keyakinan"
        + (view.predicates.isEmpty ? " ini" : " dan predikat ini"))
    Terminal.note("simpul: \(message.text(in: language.language))")
    throw ExitStatus.answerIsNo
  }

  private func judge(_ file: String) async throws {
    let judgements = try JudgementReader.read(path: file)
    let built = inputs.isEmpty ? nil : try await built()
    Terminal.write(
      try JudgedPrecision(judgements, built: built).text(in: language.language))
  }

  private func built() async throws -> BuiltGraph {
    let line = ProgressLine(language: language.language)
    defer { line.clear() }
    let built = try await BuiltGraph(try build()) { line.show($0) }
    line.clear()
    tell(built.diagnostics)
    return built
  }

  private func build() throws -> BuildConfiguration {
    var configuration = BuildConfiguration(inputs: inputs, pack: try pack.find())
    configuration.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    configuration.language = language.language
    return configuration
  }

  private func tell(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { Terminal.note(diagnostic.rendered(in: language.language)) }
  }
}

extension EvaluationView.List: ExpressibleByArgument {}

extension Measure.Leniency: EnumerableFlag {}
