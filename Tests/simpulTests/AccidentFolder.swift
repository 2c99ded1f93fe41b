import Foundation
import TestSupport
import Testing

/// A folder of documents and the exports of builds of them, to which accidents happen.
struct AccidentFolder {
  let simpul: SimpulProcess

  /// Formats that say all that there is, of those that are quickly written.
  static let formats = ["--formats", "turtle,nquads,graphml,report"]

  init() throws { simpul = try SimpulProcess() }

  /// Arguments of a build without its inputs.
  static func build(_ inputs: [String], into output: String) -> [String] {
    ["build"] + inputs + ["-o", output, "--ontology", TestPlaces.ontologyPath] + formats
  }

  func url(_ name: String) -> URL { simpul.folder.appending(path: name) }

  func path(_ name: String) -> String { url(name).path(percentEncoded: false) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  /// Some documents below a folder, each with a statement of its own.
  func writeDocuments(_ count: Int, in folder: String, saying verb: String = "adalah sister city")
    throws
  {
    try makeFolder(folder)
    let cities = ["Kawasaki", "Hamamatsu", "Kitakyushu", "Kochi", "Kisarazu", "Braunschweig"]
    for number in 0..<count {
      try simpul.write(
        "Kota Bandung dan Kota \(cities[number % cities.count]) \(verb) sejak tahun "
          + "\(1990 + number % 30).\n", to: "\(folder)/berita-\(1000 + number).txt")
    }
  }

  /// The names and bytes of a folder's files, hidden ones too; empty for a folder that is not there.
  func files(in folder: String) throws -> [String: [UInt8]] {
    guard FileManager.default.fileExists(atPath: path(folder)) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: try FileManager.default.contentsOfDirectory(atPath: path(folder)).map {
        ($0, try simpul.bytes(of: "\(folder)/\($0)"))
      })
  }

  /// What an undisturbed build of documents writes, nothing of which is kept.
  func undisturbed(_ inputs: String...) throws -> [String: [UInt8]] {
    let outcome = try simpul.run(Self.build(inputs, into: "undisturbed"))
    try #require(outcome.status == 0, "\(outcome.messages)")
    let files = try files(in: "undisturbed")
    try FileManager.default.removeItem(at: url("undisturbed"))
    try #require(files.count == 4)
    return files
  }

  /// The hidden names in the folder.
  var leftovers: [String] { get throws { try simpul.names.filter { $0.hasPrefix(".") } } }

  func remove() throws { try simpul.remove() }
}
