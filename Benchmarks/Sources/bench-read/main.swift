import Documents
import DomainPack
import Foundation

// bench-read --pack DIR [--runs N] FILE|FOLDER…
// Prints, for every format among the files, megabytes in a second of processor time from the bytes
// of a file to repaired blocks, their languages and their sentences; and that as a share of what the
// same bytes cost a yardstick in the same run.

let usage = "usage: bench-read --pack DIR [--runs N] FILE|FOLDER…\n"

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("bench-read: \(message)\n".utf8))
  exit(status)
}

var pack: String?
var runs = 7
var places: [String] = []
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
  switch argument {
  case "--pack": pack = arguments.next()
  case "--runs":
    guard let value = arguments.next().flatMap(Int.init), value > 0 else {
      fail(usage, status: 2)
    }
    runs = value
  default: places.append(argument)
  }
}
guard let pack, !places.isEmpty else { fail(usage, status: 2) }
do {
  let reader = DocumentReader(lexicon: ReadingLexicon(try DomainPack.load(from: pack)))
  for sample in try Sample.byFormat(places, reader: reader) {
    print(try sample.measure(reader: reader, runs: runs))
  }
} catch let error as ReadingError {
  fail("\(error)", status: 65)
} catch {
  fail("\(error)", status: 74)
}
