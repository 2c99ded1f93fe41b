import Documents
import DomainPack
import Foundation

// bench-extract --pack DIR [--repeat N] [--rules N] [--texts FILE] [--phrases FILE] FILE|FOLDER…
// Prints, as JSON, what the documents are and the processor seconds of each stage over all of them,
// each as often as --repeat says.
// --rules adds so many rules of relations.
// --texts writes the text of each document, as a JSON string, on a line of its own; --phrases writes
// the names of the gazetteer that the phrase automaton holds, folded.

let usage = """
  usage: bench-extract --pack DIR [--repeat N] [--rules N] [--texts FILE] [--phrases FILE] \
  FILE|FOLDER…\n
  """

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("bench-extract: \(message)\n".utf8))
  exit(status)
}

var options: [String: String] = [:]
var places: [String] = []
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
  if ["--pack", "--repeat", "--rules", "--texts", "--phrases"].contains(argument) {
    guard let value = arguments.next() else { fail(usage, status: 2) }
    options[argument] = value
  } else {
    places.append(argument)
  }
}
guard let folder = options["--pack"], !places.isEmpty else { fail(usage, status: 2) }
guard let rules = Int(options["--rules"] ?? "0"), rules >= 0,
  let rounds = Int(options["--repeat"] ?? "1"), rounds > 0
else { fail(usage, status: 2) }
do {
  var pack = try DomainPack.load(from: folder)
  pack.rules += try ExtraRules.make(rules, lexicon: pack.lexicon)
  let measurement = ExtractionMeasurement(
    pack: pack, documents: try Corpus.documents(places, pack: pack), rounds: rounds)
  if let path = options["--texts"] {
    try measurement.texts().write(toFile: path, atomically: true, encoding: .utf8)
  }
  if let path = options["--phrases"] {
    try measurement.phrases().write(toFile: path, atomically: true, encoding: .utf8)
  }
  FileHandle.standardOutput.write(try measurement.measured())
} catch let error as ReadingError {
  fail("\(error)", status: 65)
} catch {
  fail("\(error)", status: 74)
}
