import Foundation
import RDF
import RDFSyntax

// bench-canonical FILE [--runs N]
// Reads N-Triples or N-Quads, names the blank nodes by RDFC-1.0 so many times, and prints, as JSON,
// the median processor seconds of the naming alone, which compares with a call that names the nodes
// of a dataset in memory, and of the naming and the sorted lines together.

let usage = "usage: bench-canonical FILE [--runs N]\n"

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("bench-canonical: \(message)\n".utf8))
  exit(status)
}

/// The statements of a file.
///
/// - Throws: what the system throws where the file cannot be read, and `SyntaxError`.
func statements(of path: String) throws -> QuadCollection {
  let source = ByteArraySource([UInt8](try Data(contentsOf: URL(filePath: path))))
  var reader = NQuadsParser(dialect: .nQuads).reader(of: source, options: ReaderOptions(file: path))
  var block = QuadBlock()
  var collection = QuadCollection()
  while try reader.next(into: &block) { collection.append(block) }
  return collection
}

/// Processor seconds of a piece of work, and what it made.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let start = clock()
  let result = try work()
  return (Double(clock() - start) / Double(CLOCKS_PER_SEC), result)
}

var path: String?
var runs = 7
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
  if argument == "--runs" {
    guard let value = arguments.next().flatMap(Int.init), value > 0 else { fail(usage, status: 2) }
    runs = value
  } else if path == nil {
    path = argument
  } else {
    fail(usage, status: 2)
  }
}
guard let path else { fail(usage, status: 2) }
do {
  let collection = try statements(of: path)
  var naming: [Double] = []
  var both: [Double] = []
  var bytes = 0
  for _ in 0..<runs {
    let named = try timed { try Canonicalizer().canonicalize(collection) }
    let written = timed { named.result.nQuads.count }
    naming.append(named.seconds)
    both.append(named.seconds + written.seconds)
    bytes = written.result
  }
  let figures = [naming, both].map { $0.sorted()[$0.count / 2] }
  print("{\"naming\": \(figures[0]), \"lines\": \(figures[1]), \"bytes\": \(bytes)}")
} catch {
  fail("\(error)", status: 65)
}
