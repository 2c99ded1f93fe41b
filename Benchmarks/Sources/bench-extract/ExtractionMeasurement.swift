import Claims
import Documents
import DomainPack
import Extraction
import Foundation

/// Measures the stages of extraction over documents that have been read.
struct ExtractionMeasurement {
  let pack: DomainPack
  let documents: [Document]
  /// How often each is read.
  let rounds: Int

  /// What was measured; times are processor seconds over all documents.
  private struct Result: Encodable {
    var documents: Int
    /// Bytes of the text in UTF-8, over all rounds, as everything that follows.
    var bytes: Int
    /// Words, numbers and marks.
    var tokens = 0
    /// Names of the gazetteer met.
    var names = 0
    var claims = 0
    /// Looking up the names in the bytes of the text.
    var lookup = 0.0
    /// Looking up the names in words that are numbered already.
    var match = 0.0
    /// Everything from the text to the claims.
    var extract = 0.0
  }

  /// The text of each document, the blocks one below the other, as a JSON string on a line.
  func texts() throws -> String {
    try documents.map { document in
      let text = document.blocks.map(\.text.string).joined(separator: "\n")
      return String(decoding: try JSONEncoder().encode(text), as: UTF8.self) + "\n"
    }.joined()
  }

  /// The names of the gazetteer in small letters, each on a line.
  func phrases() -> String {
    let names = pack.gazetteer.entries.flatMap { entry in
      [entry.indonesianLabel, entry.englishLabel] + entry.names.map(\.text)
    }
    return Set(names.map { $0.lowercased() }).sorted().filter { !$0.isEmpty }.map { $0 + "\n" }
      .joined()
  }

  /// The processor time of all rounds of some work.
  private func seconds(_ work: () -> Void) -> Double {
    let start = clock()
    for _ in 0..<rounds { work() }
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  /// The measurement as JSON.
  func measured() throws -> Data {
    let compiled = try CompiledPack(pack)
    let blocks = documents.flatMap { document in document.blocks.map { Array($0.text.bytes) } }
    var result = Result(
      documents: documents.count, bytes: blocks.reduce(0) { $0 + $1.count } * rounds)
    var finder = NameFinder(compiled)
    result.lookup = seconds {
      for block in blocks { result.names += finder.names(in: block) }
    }
    let tokens = blocks.map { finder.tokens(of: $0) }
    result.tokens = tokens.reduce(0) { $0 + $1.count } * rounds
    var matched = 0
    result.match = seconds {
      for block in tokens { matched += finder.names(in: block) }
    }
    precondition(matched == result.names, "the same names are found in bytes and in words")
    let extractor = Extractor(compiled)
    result.extract = seconds {
      for (number, document) in documents.enumerated() {
        result.claims += extractor.claims(of: document, key: "\(number)").claims.count
      }
    }
    return try JSONEncoder().encode(result)
  }
}
