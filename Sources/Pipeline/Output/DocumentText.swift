import Claims
public import Documents
import Foundation

/// Shows what a reader made of the documents of a file, one after the other.
///
/// | form | one document | several (an archive, a corpus) |
/// |---|---|---|
/// | text | its blocks | a line `==> path <==` before each |
/// | markdown | its blocks | a heading of level 1 with the path before each, its own headings one level down |
/// | json | an object | JSON Lines: an object to a line, with `path` |
/// | bibtex, ris | the document and the works it cites | the same, keys unique over all |
/// | csl | an array of items | one array over all |
public struct DocumentText: Sendable {
  /// The forms.
  public enum Form: String, CaseIterable, Sendable {
    /// The repaired text, one block to a paragraph.
    case text
    /// The same with the marks of headings, lists, quotations and tables.
    case markdown
    /// Everything known: blocks with kind and place, metadata with origin, diagnostics.
    case json
    /// The document and the works it cites as BibTeX.
    case bibtex
    /// The same as RIS.
    case ris
    /// The same as CSL-JSON.
    case csl
  }

  private let form: Form
  private let parser: EntryParser
  private var keys = CitationKeys()
  private var isFirst = true

  /// A view in a form; the words of the documents' reader tell the parts of works cited.
  public init(_ form: Form, reader: DocumentReader) {
    self.form = form
    parser = reader.entryParser
  }

  /// What stands before the first document.
  public var opening: [UInt8] { form == .csl ? Array("[".utf8) : [] }

  /// What stands behind the last document.
  public var closing: [UInt8] { form == .csl ? Array("\n]\n".utf8) : [] }

  /// A document in this form, ending with a line feed except in CSL.
  ///
  /// The path names the document among several; it is nil where the file is the document.
  ///
  /// - Throws: `EncodingError` if JSON cannot hold it.
  public mutating func render(_ document: Document, path: String? = nil) throws -> [UInt8] {
    defer { isFirst = false }
    switch form {
    case .text:
      let blocks = document.blocks.map { $0.text.string + "\n" }.joined(separator: "\n")
      guard let path else { return Array(blocks.utf8) }
      return Array("\(isFirst ? "" : "\n")==> \(path) <==\n\n\(blocks)".utf8)
    case .markdown:
      guard let path else { return Array(MarkdownDocument.text(of: document).utf8) }
      let body = MarkdownDocument.text(of: document, below: 1)
      return Array("\(isFirst ? "" : "\n")# \(MarkdownText.escaped(path))\n\n\(body)".utf8)
    case .json: return try DocumentOutline(document, path: path).json
    case .bibtex, .ris, .csl: return Array(bibliography(of: document).utf8)
    }
  }

  private mutating func bibliography(of document: Document) -> String {
    var result = ""
    for work in [parser.work(of: document)] + parser.works(citedIn: document) {
      let key = keys.key(of: work)
      switch form {
      case .bibtex: result += "\(isFirst ? "" : "\n")\(BibTeXWriter().entry(work, key: key))"
      case .ris: result += "\(isFirst ? "" : "\n")\(RISWriter().record(work, key: key))"
      case .csl: result += "\(isFirst ? "" : ",")\n\(CSLWriter().item(work, key: key))"
      case .text, .markdown, .json: break
      }
      isFirst = false
    }
    return result
  }
}
