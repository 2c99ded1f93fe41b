import Diagnostics
import Foundation
import Lineage
import Pipeline

// bench-lineage --pack DIR [--folder DIR] [--regulations N] [--factor N] [--questions N]
// Makes a small graph of regulations and one that is so many times as large and begins with it, asks
// both the same questions, and prints, as tables in Markdown, what a question and the writing of
// everything cost in processor time beside loading. Exit status 1 if a question costs more than 1.5
// times as much in the large graph, or a format of --all more than loading.

let usage = """
  usage: bench-lineage --pack DIR [--folder DIR] [--regulations N] [--factor N] [--questions N]\n
  """

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("bench-lineage: \(message)\n".utf8))
  exit(status)
}

/// The values of the options, which all have one; `--pack` has none by itself.
func options() -> [String: String] {
  var values = ["--folder": ".build-bench", "--regulations": "1000", "--factor": "100"]
  values["--questions"] = "200"
  var arguments = CommandLine.arguments.dropFirst().makeIterator()
  while let option = arguments.next() {
    guard option == "--pack" || values[option] != nil, let value = arguments.next() else {
      fail(usage, status: 2)
    }
    values[option] = value
  }
  return values
}

let values = options()

func number(_ option: String) -> Int {
  guard let value = values[option].flatMap({ Int($0) }), value > 0 else { fail(usage, status: 2) }
  return value
}

guard let pack = values["--pack"], let folder = values["--folder"] else { fail(usage, status: 2) }
do {
  let measurement = LineageMeasurement(
    pack: pack, folder: folder, regulations: number("--regulations"), factor: number("--factor"),
    questions: number("--questions"))
  let result = try measurement.run()
  print(result.table)
  if !result.isWithinBounds { exit(1) }
} catch {
  fail("\(error)", status: 74)
}
