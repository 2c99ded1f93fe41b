import Testing

/// A document, or a stretch of one, whose blocks a person has counted.
struct CountedDocument: Sendable, CustomTestStringConvertible {
  /// Path below the folder of shared material.
  var path: String
  /// Lines of the file that were counted, from 1; nil for all of them.
  var lines: ClosedRange<Int>?
  /// Headings, paragraphs, list items and entries of works cited that begin there: a chapter's or
  /// section's number and its name are one heading, a paragraph cut by a page is one paragraph.
  var blocks: Int

  var testDescription: String { path }

  /// Ten documents, counted by reading them.
  static let all: [CountedDocument] = [
    CountedDocument(path: "corpus/000_5fa59752c04205eb.txt", blocks: 28),
    CountedDocument(path: "corpus/001_c82a4c338f9e7b1a.txt", blocks: 51),
    CountedDocument(path: "corpus/002_72af87d834379502.txt", blocks: 7),
    CountedDocument(path: "corpus/003_5dc8732c8f019c94.txt", blocks: 14),
    CountedDocument(path: "corpus/004_a3668b3436c82711.txt", blocks: 67),
    CountedDocument(path: "corpus-regulations/uu/2000/24.md", blocks: 126),
    CountedDocument(path: "corpus-regulations/uu/1999/37.md", blocks: 141),
    CountedDocument(path: "corpus-regulations/uu/1999/22.md", lines: 66...183, blocks: 45),
    CountedDocument(path: "corpus-regulations/permenkeu/2022/133.md", lines: 1...80, blocks: 61),
    CountedDocument(path: "corpus-regulations/uu/2022/1.md", lines: 301...409, blocks: 24),
  ]
}
