import Claims
import Diagnostics
import Documents
import Foundation

/// Everything that a reader knows of a document, as JSON.
struct DocumentOutline: Encodable {
  private struct Field: Encodable {
    var value: String
    var origin: String
  }

  private struct Names: Encodable {
    var value: [String]
    var origin: String
  }

  private struct Metadata: Encodable {
    var title: Field?
    var authors: Names?
    var date: Field?
    var language: Field?
    var url: Field?
    var publisher: Field?
    var type: Field?
    var container: Field?
    var volume: Field?
    var issue: Field?
    var pages: Field?
    var doi: Field?
  }

  private struct Place: Encodable {
    var page: Int?
    /// Left, top, right and bottom in points from the upper left corner of the page.
    var box: [Double]?
    var part: String?
    var locator: String?
  }

  private struct Part: Encodable {
    var kind: String
    var level: Int?
    var page: Int?
    var part: String?
    var language: String?
    /// Characters of the raw text, end excluded.
    var start: Int?
    var end: Int?
    /// Bytes of the file, end excluded, where the raw text is the file.
    var startByte: Int?
    var endByte: Int?
    var places: [Place]?
    var text: String
  }

  private struct Remark: Encodable {
    var id: String
    var severity: String
    var message: String
    var line: Int?
    var column: Int?
  }

  private var path: String?
  private var fileName: String
  private var format: String
  private var encoding: String?
  private var characters: Int
  private var metadata: Metadata
  private var blocks: [Part]
  private var diagnostics: [Remark]

  init(_ document: Document, path: String?) {
    self.path = path
    fileName = document.fileName
    format = document.format
    encoding = document.encoding.map { "\($0)" }
    characters = document.rawText.count
    metadata = Self.metadata(document.metadata)
    let bytes = document.byteOffsets()
    blocks = document.blocks.map { Self.part($0, of: document, bytes) }
    diagnostics = document.diagnostics.map { diagnostic in
      let start = diagnostic.location?.lowerBound
      return Remark(
        id: diagnostic.id, severity: diagnostic.severity.rawValue,
        message: diagnostic.message.text(in: .english), line: start.map { $0.line + 1 },
        column: start.map { $0.column + 1 })
    }
  }

  /// The outline, ending with a line feed: on one line where it is one of several.
  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if path == nil { encoder.outputFormatting.insert(.prettyPrinted) }
      return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }

  private static func metadata(_ known: DocumentMetadata) -> Metadata {
    func field(_ field: MetadataField, _ value: String?) -> Field? {
      guard let value, let origin = known.origin(of: field) else { return nil }
      return Field(value: value, origin: origin.rawValue)
    }
    return Metadata(
      title: field(.title, known.title),
      authors: known.origin(of: .authors).map { Names(value: known.authors, origin: $0.rawValue) },
      date: field(.date, known.date), language: field(.language, known.language),
      url: field(.url, known.url), publisher: field(.publisher, known.publisher),
      type: field(.type, known.type?.rawValue), container: field(.container, known.container),
      volume: field(.volume, known.volume), issue: field(.issue, known.issue),
      pages: field(.pages, known.pages), doi: field(.doi, known.doi))
  }

  private static func part(_ block: Block, of document: Document, _ offsets: ByteOffsets?) -> Part {
    let (kind, level) = name(of: block.kind)
    let range =
      block.text.bytes.isEmpty ? nil : block.text.sourceRange(of: 0..<block.text.bytes.count)
    let bytes = range.flatMap { range in offsets?.bytes(of: range.start..<range.end) }
    let places = range.map { document.places.places(of: $0.start..<$0.end) } ?? []
    return Part(
      kind: kind, level: level, page: block.page, part: block.part, language: block.language,
      start: range?.start, end: range?.end, startByte: bytes?.lowerBound,
      endByte: bytes?.upperBound,
      places: places.isEmpty
        ? nil
        : places.map { place in
          Place(
            page: place.page, box: place.box.map { [$0.left, $0.top, $0.right, $0.bottom] },
            part: place.part, locator: place.locator)
        },
      text: block.text.string)
  }

  private static func name(of kind: BlockKind) -> (String, Int?) {
    switch kind {
    case .heading(let level): ("heading", level)
    case .paragraph: ("paragraph", nil)
    case .listItem: ("listItem", nil)
    case .tableRow: ("tableRow", nil)
    case .note: ("note", nil)
    case .bibliographyEntry: ("bibliographyEntry", nil)
    case .caption: ("caption", nil)
    case .quotation: ("quotation", nil)
    }
  }
}
