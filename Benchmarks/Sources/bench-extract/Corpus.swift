import Documents
import DomainPack
import Extraction
import Foundation

/// The documents that are measured.
enum Corpus {
  /// Reads files, and every file below folders, in the order of their paths.
  static func documents(_ places: [String], pack: DomainPack) throws -> [Document] {
    let reader = DocumentReader(lexicon: ReadingLexicon(pack))
    return try places.flatMap(paths).map { path in
      try reader.read(
        [UInt8](try Data(contentsOf: URL(filePath: path))),
        fileName: URL(filePath: path).lastPathComponent)
    }
  }

  private static func paths(_ place: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue
    else { return [place] }
    return try FileManager.default.subpathsOfDirectory(atPath: place).sorted()
      .map { place + "/" + $0 }
      .filter { path in
        FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }
}
