import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Claims as lines")
final class ClaimLinesTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in/sub"), withIntermediateDirectories: true)
    try write(
      "Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016.",
      to: "in/satu.txt")
    try write("Kota Bandung dan Kota Kawasaki adalah sister city.", to: "in/sub/dua.txt")
    try write("Kota Surabaya menerima hibah dua ambulans dari Kota Kitakyushu.", to: "in/tiga.md")
    // One about which something is noticed.
    try write("", to: "in/kosong.txt")
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  private func lines() async throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let pack = try LoadedPack(folder: TestPlaces.ontologyPath)
    _ = try await DocumentStage(pack: pack, jobs: 2).run(inputs: [path("in")]) { outcome, _, _ in
      let line = try ClaimLines.line(of: outcome)
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }

  private func build(_ inputs: [String], to output: String, areClaims: Bool) async throws {
    var configuration = BuildConfiguration(
      inputs: inputs.map(path), pack: TestPlaces.ontologyPath)
    configuration.output = path(output)
    configuration.areClaims = areClaims
    _ = try await Build(configuration).run()
  }

  private func files(in output: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path(output))
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: folder.appending(path: "\(output)/\($0)")))
      })
  }

  @Test("a build from lines is the build of the documents, whatever their order and repetitions")
  func sameExports() async throws {
    try await build(["in"], to: "plain", areClaims: false)
    let lines = try await lines()
    try #require(lines.count >= 3)
    try write(Array(lines.joined()), to: "all.jsonl")
    try await build(["all.jsonl"], to: "all", areClaims: true)
    #expect(try files(in: "all") == files(in: "plain"))
    // Two parts, in another order, with a line handed in twice and without the last line feed.
    try write(Array([lines[2], lines[0]].joined()), to: "b.jsonl")
    try write(
      Array(([lines[0]] + lines[1...].reversed()).joined().dropLast()), to: "a.jsonl")
    try await build(["b.jsonl", "a.jsonl"], to: "parts", areClaims: true)
    #expect(try files(in: "parts") == files(in: "plain"))
  }

  /// What is changed in a sound line, and what the refusal names.
  static let faults = [
    ("\"claims\":[", "\"claims\":{", ":1:1: not a line of claims"),
    ("\"documentKey\":\"satu\"", "\"documentKey\":\"\"", "documentKey is empty"),
    ("\"documentKey\":\"satu\",", "", ".documentKey is missing"),
    ("\"subject\":", "\"subject\":99", "claims[0].subject leads nowhere"),
    ("\"entity\":", "\"entity\":-7", "leads nowhere"),
    ("\"confidence\":0", "\"confidence\":7", "claims[0].confidence leads nowhere"),
    ("\"entityClass\":\"Document\"", "\"entityClass\":\"City\"", "entities[0] is not of class"),
    ("{", "", "not a line of claims"),
  ]

  @Test("a line that is none of claims is refused with its place", arguments: faults)
  func refuses(old: String, new: String, message: String) async throws {
    let line = try #require(
      try await lines().map { String(decoding: $0, as: UTF8.self) }
        .first { $0.contains("\"documentKey\":\"satu\"") })
    let start = try #require(line.range(of: old))
    try write(line.replacingCharacters(in: start, with: new), to: "faulty.jsonl")
    do {
      try await build(["faulty.jsonl"], to: "out", areClaims: true)
      Issue.record("nothing was refused")
    } catch let error as PipelineError {
      #expect(error.message.english.contains("faulty.jsonl:1:1: "))
      #expect(error.message.english.contains(message), "\(error.message.english)")
      #expect(error.kind == .badInput)
    }
    #expect(!FileManager.default.fileExists(atPath: path("out")))
  }

  @Test("two lines of one document that say different things are refused with both places")
  func contradiction() async throws {
    let lines = try await lines().map { String(decoding: $0, as: UTF8.self) }
    let line = try #require(lines.first { $0.contains("\"documentKey\":\"satu\"") })
    try write(line + line.replacing("2016", with: "2017"), to: "both.jsonl")
    await #expect {
      try await build(["both.jsonl"], to: "out", areClaims: true)
    } throws: { error in
      let message = (error as? PipelineError)?.message.english ?? ""
      return message.contains("both.jsonl:2: the document “satu” stands in")
        && message.contains("both.jsonl:1 too")
    }
  }
}
