import Foundation
import TestSupport
import Testing

@Suite("The same bytes", .serialized)
final class DeterminismTests {
  private let place: AccidentFolder

  init() throws { place = try AccidentFolder() }

  deinit {
    do { try place.remove() } catch { Issue.record(error) }
  }

  @Test("come of the same documents, whatever their order, the jobs, the cache and the folder")
  func same() throws {
    var generator = SeededGenerator()
    let corpus = TestPlaces.root.appending(path: "Examples/corpus").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus)
    try place.makeFolder("in")
    for name in names {
      try FileManager.default.copyItem(
        atPath: "\(corpus)/\(name)", toPath: place.path("in/\(name)"))
    }
    try place.writeDocuments(30, in: "lain")
    func build(_ inputs: [String], jobs: Int, cache: String, _ output: String) throws {
      let outcome = try place.simpul.run(
        ["build"] + inputs + [
          "-o", output, "--ontology", TestPlaces.ontologyPath, "--jobs", "\(jobs)",
        ], cache: cache)
      #expect(outcome.status == 0, "\(outcome.messages), seed \(generator.seed)")
    }
    try build(["in", "lain"], jobs: 1, cache: "off", "out")
    let wanted = try place.files(in: "out")
    #expect(wanted.count >= 7)
    for round in 0..<4 {
      // Cold and warm, few and many, folders and files, in any order; some inputs twice.
      let files = try FileManager.default.contentsOfDirectory(atPath: place.path("lain"))
        .map { "lain/\($0)" }
      var inputs = round % 2 == 0 ? ["in"] + files : ["lain", "in", "in"]
      inputs.shuffle(using: &generator)
      let output = "out-\(round)"
      try build(inputs, jobs: round % 2 == 0 ? 8 : 1, cache: "cache-\(round / 2)", output)
      let found = try place.files(in: output)
      #expect(Set(found.keys) == Set(wanted.keys))
      for (name, bytes) in wanted {
        #expect(found[name] == bytes, "\(name), round \(round), seed \(generator.seed)")
      }
    }
  }

  @Test("come of a text in which several pairs of cities are named equally often")
  func ties() throws {
    // Every process has another order of its sets: what rests on it differs from run to run.
    try place.simpul.write(
      """
      Kerja sama Bandung-Kawasaki, Surabaya-Kochi, Semarang-Fuzhou, Bogor-Kisarazu, dan \
      Medan-Ichikawa dibahas pada tahun 2016.

      Addendum perjanjian kerja sama itu diperpanjang pada tahun 2019. Perjanjian tersebut \
      mencakup bidang pendidikan.
      """, to: "seri.txt")
    let outputs = try (0..<8).map { _ in
      try place.simpul.run(["extract", "seri.txt", "--ontology", TestPlaces.ontologyPath]).output
    }
    #expect(!outputs[0].isEmpty)
    #expect(Set(outputs).count == 1)
  }
}
