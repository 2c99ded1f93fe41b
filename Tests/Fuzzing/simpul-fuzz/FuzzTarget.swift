import DocumentChecks
import Documents
import RDF
import RDFSyntax
import SyntaxChecks

/// What an input of the fuzzer is given to.
enum FuzzTarget: Sendable {
  /// A reader, and then every writer.
  case syntax(RDFFormat)
  /// The resolution of IRIs: a base, a line's end, a reference.
  case iri
  /// The values of literals: the numbers of two datatypes, two lexical forms with a line's end between.
  case values
  /// The reader of documents: a file of any format but PDF, which another program reads.
  case documents

  /// The target of this name: a format's, `iri`, `xsd` or `documents`.
  init?(name: String) {
    switch name {
    case "iri": self = .iri
    case "xsd": self = .values
    case "documents": self = .documents
    default:
      guard let format = RDFFormat(name: name) else { return nil }
      self = .syntax(format)
    }
  }

  /// The names of all targets.
  static let names = RDFFormat.allCases.map(\.name) + ["iri", "xsd", "documents"]

  /// What the fuzzer puts into inputs.
  var tokens: [[UInt8]] {
    let texts: [String]
    switch self {
    case .syntax(let format): return format.tokens
    case .iri:
      texts = [
        "http://a/b", "urn:a:b", "//", "/", "..", "../", "./", "/./", "?", "#", "%41", "[::1]",
        ":80", "@",
        ":", "\n", "é", "\u{E000}", "file:///",
      ]
    case .values:
      texts = [
        "\n", "-", "+", ".", "E", "e-400", "INF", "NaN", "2016-02-29", "T24:00:00", "Z", "+14:00",
        "-00:00",
        "-0001", "P1Y2M", "P1DT2H3M4.5S", "99999999999999999999", "0.000000000000000000001", "true",
        "--02-30",
      ]
    case .documents: texts = Self.documentTokens
    }
    return texts.map { Array($0.utf8) }
  }

  /// Holds an input against the rules of this target.
  ///
  /// - Throws: what the rules forbid.
  func check(_ input: [UInt8]) throws {
    switch self {
    case .syntax(let format):
      let base = NamedNode(unchecked: "http://example/base/")
      try ReadingCheck(format, base: base).check(input, pieceSizes: [1 + input.count % 8])
      let lines = try ReadingOutcome(reading: input, as: format, base: base, isLenient: true).lines
      if lines.count < 4_096 { try WritingCheck.check(lines) }
    case .iri:
      let parts = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
      try IRICheck.check(
        reference: String(decoding: parts.last ?? [], as: UTF8.self),
        base: String(decoding: parts.first ?? [], as: UTF8.self))
    case .values:
      guard input.count > 2 else { return }
      let types = XSDDatatype.allCases
      let parts = input[2...].split(
        separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
      try ValueCheck.check(
        String(decoding: parts.first ?? [], as: UTF8.self), types[Int(input[0]) % types.count],
        String(decoding: parts.last ?? [], as: UTF8.self), types[Int(input[1]) % types.count])
    case .documents: try Self.documents.check(input, name: "a")
    }
  }

  /// A reader without words that starts no other program.
  private static let documents = DocumentCheck(
    DocumentReader(lexicon: ReadingLexicon(), programs: ExternalPrograms(folders: [])))

  private static let documentTokens = [
    "PK\u{3}\u{4}", "%PDF-1.4", "<?xml version=\"1.0\"?>", "<!DOCTYPE html>", "<!ENTITY e \"x\">",
    "&e;", "&nbsp;", "&#x1F600;", "<html>", "<body>", "<p>", "</p>", "<li>", "<table><tr><td>",
    "<sup><a href=\"#n\">1</a></sup>", "<q>", "<pre>", "<h1>", "<nav>", "lang=\"id\"",
    "<article>", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">", "<akomaNtoso>", "<office:document ",
    "---\n", "# ", "\n\n", "> ", "| a | b |\n", "[^1]", "[^1]: ", "**", "[bookmark: _Toc1]",
    "BAB I\n", "1.1. ", "(2) ", "- ", "\u{C}", "\r\n", "\t", "\u{AD}", "\u{FB01}", "\u{FEFF}",
    "\u{A0}", "e\u{301}", "2Ol4", "-2-\n", "No. 5", "Drs. ", "\u{1F600}", "“", "…",
  ]
}
