import Foundation
import TestSupport
import Testing

/// What takes longer than a run of all tests should; `make soak` runs it.
@Suite(
  "Soak",
  .enabled(if: ProcessInfo.processInfo.environment["SIMPUL_SOAK"] != nil, "make soak runs it"),
  .serialized)
final class SoakTests {
  private let place: AccidentFolder

  init() throws { place = try AccidentFolder() }

  deinit {
    do { try place.remove() } catch { Issue.record(error) }
  }

  @Test("100,000 tiny files are built, and nothing of them is read again")
  func tinyFiles() throws {
    for folder in 0..<100 {
      try place.makeFolder("in/\(folder)")
      for file in 0..<1000 {
        try place.simpul.write(
          "Kota Bandung \(folder * 1000 + file)", to: "in/\(folder)/\(file).txt")
      }
    }
    let arguments = [
      "build", "in", "-o", "out", "--ontology", TestPlaces.ontologyPath, "--formats",
      "nquads,turtle,report",
    ]
    let first = try place.simpul.run(arguments, cache: "cache")
    #expect(
      first.status == 0 && first.messages.hasPrefix("100000 documents, "), "\(first.messages)")
    let files = try place.files(in: "out")
    try place.simpul.write("Kota Kochi 0", to: "in/0/0.txt")
    let second = try place.simpul.run(arguments, cache: "cache")
    #expect(second.messages.hasPrefix("100000 documents (99999 unchanged)"), "\(second.messages)")
    try place.simpul.write("Kota Bandung 0", to: "in/0/0.txt")
    #expect(try place.simpul.run(arguments, cache: "cache").status == 0)
    #expect(try place.files(in: "out") == files)
  }
}
