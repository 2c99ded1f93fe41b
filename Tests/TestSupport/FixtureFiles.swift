public import Foundation

/// The documents of `Tests/DocumentsTests/Fixtures`: three originals in Markdown, and each of them in
/// the formats that people have.
public enum FixtureFiles {
  /// Their folder.
  public static let folder = TestPlaces.root.appending(path: "Tests/DocumentsTests/Fixtures")

  /// The file names of the originals, sorted.
  public static let originals = ["berita.md", "report.md", "skripsi.md"]

  /// What follows the name of an original in the names of the files made of it.
  public static let endings = [
    "utf8.txt", "utf16.txt", "windows-1252.txt", "pandoc.html", "pandoc.jats.xml", "pandoc.tei.xml",
    "pandoc.docbook.xml", "pandoc.docx", "pandoc.odt", "pandoc.epub", "office.html", "office.docx",
    "office.odt", "office.pdf", "columns.pdf",
  ]

  /// The file names of all that was made of the originals, in the order of originals and endings.
  public static let converted = originals.flatMap { original in
    endings.map { "\(name(of: original)).\($0)" }
  }

  /// The name of a document: that of its file up to the first dot.
  public static func name(of file: String) -> String { String(file.prefix { $0 != "." }) }

  /// The bytes of a file.
  public static func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: file)))
  }
}
