import Diagnostics
import DomainPack
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Build with decisions")
final class DecisionBuildTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    try write(
      "Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016.",
      to: "in/satu.txt")
    try write("Kota Bandung dan Kota Kawasaki adalah sister city.", to: "in/dua.txt")
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  private func build(
    _ inputs: [String] = ["in"], to output: String, decisions: String? = "decisions.yaml"
  ) async throws -> BuildSummary {
    var configuration = BuildConfiguration(
      inputs: inputs.map(path), pack: TestPlaces.ontologyPath)
    configuration.output = path(output)
    configuration.decisions = decisions.map(path)
    return try await Build(configuration).run()
  }

  @Test("every export goes by the decisions, and the report tells what became of each")
  func applies() async throws {
    try write(
      """
      - correct: city/id/bandung
        label: Kota Kembang
        coordinates: {lat: -6.5, lon: 107.5}
        by: Rina
        note: Sebutan lama.
      - reject: {subject: city/id/bandung, predicate: sisterCityOf}
      - confirm: {subject: city/id/bandung, predicate: partyTo}
      - reject: city/id/bandng
      """, to: "decisions.yaml")
    let summary = try await build(to: "out")
    #expect(summary.decisionsApplied == 3 && summary.decisionsWithoutEffect == 1)
    let problem = try #require(summary.diagnostics.first { $0.id == "decision.without-effect" })
    #expect(
      problem.rendered(in: .english).hasSuffix(
        "decisions.yaml:8:3: warning: the decision has no effect: nothing is named "
          + "“city/id/bandng”; nearest: city/id/bandung"))
    let turtle = try text(of: "out/graph.ttl")
    #expect(turtle.contains("rdfs:label \"Kota Kembang\""))
    #expect(turtle.contains("skos:altLabel") && turtle.contains("\"Kota Bandung\""))
    #expect(turtle.contains("-6.5") && !turtle.contains("smp:sisterCityOf "))
    let statements = try text(of: "out/graph.nq")
    #expect(statements.contains("confidence> \"1.00\""))
    #expect(!statements.contains("Rina") && !statements.contains("Sebutan lama"))
    let report = try text(of: "out/report.md")
    #expect(report.contains("## Decisions by people\n\n3 applied, 1 without effect."))
    #expect(
      report.contains(
        "| decisions.yaml:1 | corrected: city/id/bandung | Rina | – | Sebutan lama. | applied |"))
    #expect(report.contains("| **none**: nothing is named “city/id/bandng” |"))
  }

  @Test("the order of the inputs and a second run change no byte")
  func isDeterministic() async throws {
    try write(
      "- merge: [city/id/bandung, city/jp/kawasaki]\n- confirm: city/id/bandung\n",
      to: "decisions.yaml")
    _ = try await build(["in/satu.txt", "in/dua.txt"], to: "one")
    _ = try await build(["in/dua.txt", "in/satu.txt"], to: "two")
    for format in OutputFormat.usual {
      let files = try ["one", "two"].map {
        try Data(contentsOf: folder.appending(path: "\($0)/\(format.fileName)"))
      }
      #expect(files[0] == files[1], "\(format.fileName)")
    }
    #expect(!(try text(of: "one/graph.nq").contains("city/jp/kawasaki>")))
  }

  @Test("the report names nothing of the decisions where things are to be left out")
  func isPrivate() async throws {
    try write(
      "- reject: Kota Kembang\n  note: Kota Kembang lama\n- confirm: city/id/bandung\n",
      to: "decisions.yaml")
    var configuration = BuildConfiguration(inputs: [path("in")], pack: TestPlaces.ontologyPath)
    configuration.output = path("out")
    configuration.decisions = path("decisions.yaml")
    configuration.privacy.withoutClasses = ["City"]
    _ = try await Build(configuration).run()
    let report = try text(of: "out/report.md")
    #expect(report.contains("1 applied, 1 without effect."))
    #expect(report.contains("| rejected | – | – | – | **none** |"))
    #expect(!report.contains("Kembang") && !report.contains("Bandung"))
  }

  @Test("without a file of decisions nothing is said of them")
  func none() async throws {
    let summary = try await build(to: "out", decisions: nil)
    #expect(summary.decisionsApplied == 0)
    #expect(!(try text(of: "out/report.md").contains("Decisions by people")))
  }

  @Test("a mistake in the file, or no file, writes nothing")
  func refuses() async throws {
    try write("- merge: [a, b]\n  lable: c\n", to: "decisions.yaml")
    let mistake = await #expect(throws: PipelineError.self) { try await build(to: "out") }
    #expect(mistake?.kind == .badInput)
    #expect(mistake?.description.contains("decisions.yaml:2:3: unknown key “lable”") == true)
    let missing = await #expect(throws: PipelineError.self) {
      try await build(to: "out", decisions: "none.yaml")
    }
    #expect(missing?.kind == .inputOutput)
    #expect(!FileManager.default.fileExists(atPath: path("out")))
  }

  @Test("the file is found in a folder of the inputs or beside an input, and is no document")
  func isFound() async throws {
    #expect(try DecisionFile.find(named: nil, inputs: [path("in")]) == nil)
    try write("- confirm: city/id/bandung\n", to: "in/decisions.yaml")
    let found = try DecisionFile.find(named: nil, inputs: [path("in"), path("in/satu.txt")])
    #expect(found?.path == "\(path("in"))/decisions.yaml")
    let summary = try await build(to: "out", decisions: "in/decisions.yaml")
    #expect(summary.documents == 2 && summary.skipped == 0 && summary.decisionsApplied == 1)
    try write("[]", to: "decisions.yaml")
    let error = #expect(throws: PipelineError.self) {
      try DecisionFile.find(named: nil, inputs: [path("in"), path("in/satu.txt")])
    }
    #expect(error?.kind == .arguments)
    #expect(try DecisionFile.find(named: "x.yaml", inputs: [path("in")])?.path == "x.yaml")
  }

  // MARK: Adding to the file

  static let files = [
    ("", "- reject: b\n"),
    ("# ours\n- confirm: a # yes", "# ours\n- confirm: a # yes\n- reject: b\n"),
    ("# nothing\n", "# nothing\n- reject: b\n"),
    ("  - confirm: a\n  # end\n\n", "  - confirm: a\n  # end\n\n  - reject: b\n"),
  ]

  @Test("what stands in the file stays, and what is added follows it", arguments: files)
  func appends(earlier: String, later: String) throws {
    let vocabulary = try Vocabulary.load(folder: TestPlaces.ontologyPath)
    if !earlier.isEmpty { try write(earlier, to: "d.yaml") }
    try DecisionFile(path("d.yaml")).append("- reject: b\n", vocabulary: vocabulary)
    #expect(try text(of: "d.yaml") == later)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() == [
        "d.yaml", "in",
      ])
  }

  @Test(
    "a file to which nothing can be added is left alone",
    arguments: [
      "[{confirm: a}]\n", "- confirm: a\n...\n", "- confirm: a\n  note: |\n   x\n  y: z\n",
    ])
  func leavesAlone(text: String) throws {
    let vocabulary = try Vocabulary.load(folder: TestPlaces.ontologyPath)
    try write(text, to: "d.yaml")
    #expect(throws: PipelineError.self) {
      try DecisionFile(path("d.yaml")).append("- reject: b\n", vocabulary: vocabulary)
    }
    #expect(try self.text(of: "d.yaml") == text)
  }

  @Test("a link to the file stays one")
  func followsLinks() throws {
    let vocabulary = try Vocabulary.load(folder: TestPlaces.ontologyPath)
    try write("- confirm: a\n", to: "in/real.yaml")
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "d.yaml"),
      withDestinationURL: folder.appending(path: "in/real.yaml"))
    try DecisionFile(path("d.yaml")).append("- reject: b\n", vocabulary: vocabulary)
    #expect(try text(of: "in/real.yaml") == "- confirm: a\n- reject: b\n")
  }
}
