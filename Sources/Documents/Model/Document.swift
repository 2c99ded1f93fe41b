public import Claims
public import Diagnostics

/// What a block of a document is.
public enum BlockKind: Hashable, Sendable {
  /// A heading; level 1 is the highest, also a title.
  case heading(level: Int)
  case paragraph
  case listItem
  /// One row of a table; its cells are separated by ` | ` in the text.
  case tableRow
  /// A footnote or endnote.
  case note
  /// One entry of a list of works cited.
  case bibliographyEntry
  case caption
  case quotation
}

/// A stretch of a document that belongs together: nothing that is said runs across its ends.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var kind: BlockKind
  /// Its text, with the way back to the raw text of the document.
  public var text: RepairedText
  /// Page number, counted from 1, where the format has pages.
  public var page: Int?
  /// Part of a container format the block stands in.
  public var part: String?
  /// BCP 47 tag of the language it is written in, where the text tells.
  public var language: String?

  /// A block of repaired text.
  public init(
    kind: BlockKind, text: RepairedText, page: Int? = nil, part: String? = nil,
    language: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.page = page
    self.part = part
    self.language = language
  }
}

/// What is known about a document besides its text.
public struct DocumentMetadata: Hashable, Sendable {
  /// Title as the file or its head states it.
  public var title: String?
  /// Names of the authors in the order of the file.
  public var authors: [String] = []
  /// Year or date of publication as an EDTF date.
  public var date: String?
  /// BCP 47 tag.
  public var language: String?
  /// Address of the page that the file is a copy of.
  public var url: String?
  /// Words that the file gives for its subject, in its order.
  public var keywords: [String] = []
  /// Who published it: a publisher, a university, an office.
  public var publisher: String?
  /// What kind of publication it is.
  public var type: DocumentType?
  /// The journal or the book that it stands in.
  public var container: String?
  /// The volume of the journal, in digits or Roman numerals.
  public var volume: String?
  /// The number within the volume.
  public var issue: String?
  /// A page or an article's number, or the first and last page with an en dash between.
  public var pages: String?
  /// Digital object identifier without address: `10.…`.
  public var doi: String?
  /// Where fields come from; for those that are not named, the file itself.
  var origins: [MetadataField: MetadataOrigin] = [:]

  /// Nothing known.
  public init() {}
}

/// A document as its reader understood it.
public struct Document: Sendable {
  /// File name without folders.
  public var fileName: String
  /// Name of the format it was read as: `text`, `markdown`, `html`, `docx`, `odt`, `epub`, `pdf`, `csv`, `tsv`; of
  /// XML `jats`, `tei`, `akoma-ntoso`, `docbook`, `xml`.
  public var format: String
  /// The text as the file has it, before any repair; ranges count its code points.
  ///
  /// In formats with structure of their own it is the reader's, one line per block.
  public var rawText: [Unicode.Scalar]
  /// How the file writes the raw text; nil where the raw text is the reader's own.
  public var encoding: TextEncoding?
  /// Bytes of the file before the raw text: those of its byte order mark.
  public var markBytes = 0
  /// Where the stretches of the raw text stand in the file; empty where the raw text is the file.
  public var places = SourcePlaces()
  /// The blocks in the order of the text.
  public var blocks: [Block]
  /// What the file says of itself.
  public var metadata: DocumentMetadata
  /// How the file holds a table; nil for all that is no table of its own.
  public var table: TableLayout?
  /// Problems that did not keep the file from being read.
  public var diagnostics: [Diagnostic]

  /// A document with its raw text and what was made of it.
  public init(
    fileName: String, format: String, rawText: [Unicode.Scalar], blocks: [Block],
    metadata: DocumentMetadata = DocumentMetadata(), diagnostics: [Diagnostic] = []
  ) {
    self.fileName = fileName
    self.format = format
    self.rawText = rawText
    self.blocks = blocks
    self.metadata = metadata
    self.diagnostics = diagnostics
  }

  /// The way from the characters of the raw text to the bytes of the file; nil where the raw text is
  /// the reader's own.
  ///
  /// - Complexity: O(raw text); keep the result for several questions.
  public func byteOffsets() -> ByteOffsets? {
    encoding.map { ByteOffsets(rawText, encoding: $0, start: markBytes) }
  }

  /// The raw text of a range, unaltered.
  public func quote(_ range: SourceRange) -> String {
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: rawText[min(range.start, rawText.count)..<min(range.end, rawText.count)])
    return String(text)
  }
}
