import Claims
import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("A build against annotations")
final class EvaluatorTests {
  private static let text = """
    Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016. \
    Kota Bandung dan Kota Kawasaki adalah sister city. \
    Kedua kota bertukar resep lumpia.
    """
  private static let annotations = """
    {"entities": [{"id": "b", "class": "City", "label": "Kota Bandung"},
                  {"id": "k", "class": "City", "label": "Kawasaki"},
                  {"id": "l", "class": "Commodity", "label": "resep lumpia"}],
     "relations": [{"subject": "b", "predicate": "sisterCityOf", "object": "k",
                    "evidence": "Kota Bandung dan Kota Kawasaki adalah\\n sister city"},
                   {"subject": "l", "predicate": "locatedIn", "object": "b",
                    "evidence": "Kedua kota bertukar\\n resep lumpia"}]}
    """

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    for name in ["texts/other", "gold"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try write(Self.text, to: "texts/berita.txt")
    try write(Self.annotations, to: "gold/berita.json")
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func configuration(jobs: Int = 1) -> BuildConfiguration {
    var configuration = BuildConfiguration(
      inputs: [folder.appending(path: "texts").path()], pack: TestPlaces.ontologyPath)
    configuration.jobs = jobs
    return configuration
  }

  private func evaluation() async throws -> Evaluation {
    try await Evaluator(configuration(), gold: folder.appending(path: "gold").path()).run()
  }

  @Test("counts, and shows every miss and false alarm with its passage")
  func findings() async throws {
    let evaluation = try await evaluation()
    #expect(evaluation.entities[EntityClass(rawValue: "City")] == Tally(hits: 2))
    #expect(evaluation.relations[Claims.Predicate(rawValue: "sisterCityOf")] == Tally(hits: 1))
    #expect(evaluation.documents.map(\.name) == ["berita"])
    #expect(evaluation.diagnostics.isEmpty)
    let misses = evaluation.findings.filter { $0.kind == .miss }
    #expect(misses.map(\.matter) == [.entity("Commodity"), .relation("locatedIn")])
    #expect(misses.first?.passage?.contains("bertukar resep lumpia.") == true)
    #expect(misses.last?.statement == "resep lumpia – locatedIn – Kota Bandung")
    #expect(misses.last?.passage == "Kedua kota bertukar resep lumpia")
    #expect(misses.last?.hint?.english == "the subject was not found")
    // The memorandum is not annotated.
    let alarms = evaluation.findings.filter { $0.kind == .falseAlarm }
    #expect(alarms.contains { $0.matter == .entity("Agreement") })
    #expect(alarms.contains { $0.matter == .relation("signedOn") && $0.rule != nil })
    for alarm in alarms {
      let passage = try #require(alarm.passage, "\(alarm.statement)")
      #expect(Self.text.contains(passage.trimmingCharacters(in: ["…"])), "\(passage)")
      if case .relation = alarm.matter {
        #expect(alarm.rule?.isEmpty == false)
        #expect((0...1).contains(alarm.confidence ?? -1))
      }
    }
    let count = evaluation.allEntities.falseAlarms + evaluation.allRelations.falseAlarms
    #expect(alarms.count == count)
    #expect(evaluation.calibration.claims >= evaluation.allRelations.hits)
  }

  @Test(
    "annotations without a document count as missed, documents without annotations do not count")
  func unpaired() async throws {
    try write("Kota Kochi dan Kota Surabaya adalah sister city.", to: "texts/other/lain.txt")
    try FileManager.default.moveItem(
      at: folder.appending(path: "gold/berita.json"), to: folder.appending(path: "gold/hilang.json")
    )
    let evaluation = try await evaluation()
    #expect(evaluation.allEntities == Tally(misses: 3))
    #expect(evaluation.allRelations == Tally(misses: 2))
    #expect(evaluation.unannotated == 2)
    #expect(evaluation.diagnostics.map(\.id) == ["evaluate.no-document"])
  }

  @Test("of documents with one name the annotations must say which they mean")
  func ambiguous() async throws {
    try write("Kota Kochi dan Kota Surabaya adalah sister city.", to: "texts/other/berita.md")
    await #expect(throws: PipelineError.self) { try await self.evaluation() }
    try write(
      "{\"document\": \"berita.txt\", " + Self.annotations.dropFirst(), to: "gold/berita.json")
    #expect(try await evaluation().entities[EntityClass(rawValue: "City")] == Tally(hits: 2))
  }

  @Test("shows only what is asked for, and keeps the sums of everything")
  func view() async throws {
    let evaluation = try await evaluation()
    var view = EvaluationView()
    view.predicates = ["sisterCityOf", "locatedIn"]
    view.list = .misses
    view.showsCalibration = true
    let text = try evaluation.rendered(as: .text, view)
    #expect(text.contains("sisterCityOf"))
    #expect(!text.contains("signedOn"))
    #expect(!text.contains("Commodity"))
    #expect(text.contains("“Kedua kota bertukar resep lumpia”"))
    #expect(text.contains("expected calibration error"))
    view.language = .indonesian
    #expect(try evaluation.rendered(as: .text, view).contains("subjek tidak ditemukan"))
    #expect(try evaluation.rendered(as: .markdown, view).contains("## Terlewat (1)"))
    let json = try evaluation.rendered(as: .json, view)
    let members = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((members["relations"] as? [String: Any])?.keys.contains("signedOn") == false)
    #expect((members["allEntities"] as? [String: Any])?["misses"] as? Int == 1)
    #expect((members["findings"] as? [[String: Any]])?.count == 1)
  }

  // MARK: Samples

  private func sample(
    _ count: Int, seed: UInt64 = 1, minimum: Double = 0, predicates: Set<String> = [],
    jobs: Int = 1
  ) async throws -> [SampledClaim] {
    let built = try await BuiltGraph(configuration(jobs: jobs)) { _ in }
    return try ClaimSampler(
      count: count, seed: seed, minimumConfidence: minimum, predicates: predicates
    ).sample(of: built)
  }

  @Test("a sample depends on the seed and the claims alone, and a longer one begins with it")
  func draws() async throws {
    try write("Kota Kochi dan Kota Surabaya adalah sister city.", to: "texts/other/lain.txt")
    let all = try await sample(1000)
    #expect(all.count > 4)
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(try await sample(3, jobs: 4) == Array(all.prefix(3)))
    let other = try await sample(1000, seed: 2)
    #expect(other != all)
    #expect(Set(other.map(\.id)) == Set(all.map(\.id)))
    let sure = try await sample(1000, minimum: 0.9)
    #expect(sure == all.filter { $0.confidence >= 0.9 })
    let one = all[0].predicate
    #expect(try await sample(1000, predicates: [one]) == all.filter { $0.predicate == one })
    for claim in all {
      let paragraph = try #require(claim.paragraph)
      #expect(paragraph.contains(claim.quote))
      #expect(claim.claim.hasPrefix("\(claim.subject.label) – "))
    }
  }

  @Test("judgements of claims that a build no longer makes are counted apart")
  func gone() async throws {
    let built = try await BuiltGraph(configuration()) { _ in }
    let claims = try ClaimSampler(count: 3, seed: 1).sample(of: built)
    var lines = claims.enumerated().map { "\($1.id),\($0 == 0 ? "no" : "yes"),r\($0)" }
    lines += ["0123456789abcdef,no,", "fedcba9876543210,,"]
    let judgements = try JudgementReader.read(
      Array(("id,right,reason\n" + lines.joined(separator: "\n")).utf8), file: "j.csv")
    let precision = try JudgedPrecision(judgements, built: built)
    #expect(precision.all == JudgedPrecision.Share(right: 2, judged: 3))
    #expect(precision.gone == JudgedPrecision.Share(right: 0, judged: 1))
    #expect(precision.open == 1)
    #expect(precision.wrong.map(\.reason) == ["r0"])
    #expect(precision.rules.values.reduce(0) { $0 + $1.judged } == 3)
    #expect(precision.predicates[claims[0].predicate].map { $0.judged > 0 } == true)
    // Without a build nobody knows their predicates.
    #expect(throws: PipelineError.self) { try JudgedPrecision(judgements, built: nil) }
  }

  @Test("the interval of a precision is Wilson's")
  func interval() {
    let interval = JudgedPrecision.Share(right: 190, judged: 200).interval
    #expect(abs(interval.lowerBound - 0.9104) < 0.0005)
    #expect(abs(interval.upperBound - 0.9726) < 0.0005)
    #expect(JudgedPrecision.Share().interval == 0...1)
  }
}
