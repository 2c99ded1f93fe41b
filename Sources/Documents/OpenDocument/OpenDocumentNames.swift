import XML

/// What elements of OpenDocument mean to a reader of text
/// ([OpenDocument 1.3 part 3](https://docs.oasis-open.org/office/OpenDocument/v1.3/OpenDocument-v1.3-part3-schema.html)).
enum OpenDocumentElement: UInt8 {
  /// An element that is no text itself and may hold paragraphs.
  case other
  /// An element within a paragraph whose text is the paragraph's.
  case inline
  /// Nothing in it is text of the document.
  case skipped
  case root, documentText, otherDocument, meta
  case style, textProperties, listStyle, outlineStyle
  case numberLevel, bulletLevel, levelAlignment
  case heading, paragraph, span, spaces, tab, lineBreak, pageBreak, sequence
  case section, list, listItem, listHeader
  case table, column, row, cell
  case note, textBox, bibliography, indexTitle

  /// The meaning of a name.
  static func named(_ namespace: String, _ local: String) -> OpenDocumentElement {
    switch namespace {
    case OpenDocument.office: inOffice[local] ?? .other
    case OpenDocument.text: inText[local] ?? .inline
    case OpenDocument.table: inTable[local] ?? .other
    case OpenDocument.style: inStyle[local] ?? .other
    case OpenDocument.drawing: inDrawing[local] ?? .other
    case OpenDocument.svg, OpenDocument.math: .skipped
    default: .other
    }
  }

  private static let inOffice: [String: OpenDocumentElement] = [
    "document": .root, "document-content": .root, "document-styles": .root, "text": .documentText,
    "spreadsheet": .otherDocument, "presentation": .otherDocument, "drawing": .otherDocument,
    "chart": .otherDocument, "image": .otherDocument, "database": .otherDocument, "meta": .meta,
    "annotation": .skipped, "annotation-end": .skipped, "forms": .skipped, "scripts": .skipped,
    "settings": .skipped, "font-face-decls": .skipped, "master-styles": .skipped,
    "binary-data": .skipped, "event-listeners": .skipped,
  ]

  private static let inText: [String: OpenDocumentElement] = [
    "h": .heading, "p": .paragraph, "span": .span, "s": .spaces, "tab": .tab,
    "line-break": .lineBreak, "soft-page-break": .pageBreak, "sequence": .sequence,
    "section": .section, "list": .list, "list-item": .listItem, "list-header": .listHeader,
    "list-style": .listStyle, "outline-style": .outlineStyle,
    "list-level-style-number": .numberLevel, "outline-level-style": .numberLevel,
    "list-level-style-bullet": .bulletLevel, "list-level-style-image": .bulletLevel,
    "note": .note, "note-body": .other, "note-citation": .skipped, "bibliography": .bibliography,
    "index-title": .indexTitle, "index-body": .other, "numbered-paragraph": .other,
    // What the writer computes, and what is not shown.
    "tracked-changes": .skipped, "page-number": .skipped, "page-count": .skipped,
    "ruby-text": .skipped, "number": .skipped, "table-of-content": .skipped,
    "illustration-index": .skipped, "table-index": .skipped, "object-index": .skipped,
    "user-index": .skipped, "alphabetical-index": .skipped, "bibliography-source": .skipped,
    "sequence-decls": .skipped, "variable-decls": .skipped, "user-field-decls": .skipped,
    "dde-connection-decls": .skipped, "hidden-text": .skipped, "placeholder": .skipped,
    "script": .skipped, "page-variable-set": .skipped, "page-variable-get": .skipped,
    "notes-configuration": .skipped, "bibliography-configuration": .skipped,
    "linenumbering-configuration": .skipped,
  ]

  private static let inTable: [String: OpenDocumentElement] = [
    "table": .table, "table-column": .column, "table-row": .row, "table-cell": .cell,
    "covered-table-cell": .skipped, "title": .skipped, "desc": .skipped, "shapes": .skipped,
    "tracked-changes": .skipped, "named-expressions": .skipped,
  ]

  private static let inStyle: [String: OpenDocumentElement] = [
    "style": .style, "text-properties": .textProperties,
    "list-level-label-alignment": .levelAlignment,
  ]

  /// Shapes hold text as text boxes do.
  private static let inDrawing: [String: OpenDocumentElement] = [
    "text-box": .textBox, "custom-shape": .textBox, "rect": .textBox, "ellipse": .textBox,
    "circle": .textBox, "polygon": .textBox, "polyline": .textBox, "path": .textBox,
    "line": .textBox, "connector": .textBox, "caption": .textBox, "regular-polygon": .textBox,
    "object": .skipped, "object-ole": .skipped, "image": .skipped, "applet": .skipped,
    "plugin": .skipped, "floating-frame": .skipped,
  ]
}

/// What attributes of OpenDocument mean to a reader of text.
enum OpenDocumentAttribute: UInt8 {
  case other
  case styleName, outlineLevel, name, displayName, parentName, family, level, numberFormat, prefix
  case suffix, displayLevels, startValue, listFormat, followedBy, display, continuesNumbering
  case continuesList, identifier, columnsRepeated, rowsRepeated

  /// The meaning of a name.
  static func named(_ namespace: String, _ local: String) -> OpenDocumentAttribute {
    byName[local] ?? .other
  }

  private static let byName: [String: OpenDocumentAttribute] = [
    "style-name": .styleName, "outline-level": .outlineLevel, "name": .name,
    "display-name": .displayName, "parent-style-name": .parentName, "family": .family,
    "level": .level, "num-format": .numberFormat, "num-prefix": .prefix, "num-suffix": .suffix,
    "display-levels": .displayLevels, "start-value": .startValue, "num-list-format": .listFormat,
    "label-followed-by": .followedBy, "display": .display,
    "continue-numbering": .continuesNumbering, "continue-list": .continuesList, "id": .identifier,
    "number-columns-repeated": .columnsRepeated, "number-rows-repeated": .rowsRepeated,
  ]
}

/// Names of OpenDocument.
enum OpenDocument {
  /// What the media types of its kinds begin with.
  static let mediaType = "application/vnd.oasis.opendocument."
  static let contentPart = "content.xml"
  static let manifestPart = "META-INF/manifest.xml"

  static let office = namespace("office")
  static let text = namespace("text")
  static let table = namespace("table")
  static let style = namespace("style")
  static let drawing = namespace("drawing")
  static let svg = namespace("svg-compatible")
  static let math = "http://www.w3.org/1998/Math/MathML"

  private static func namespace(_ name: String) -> String {
    "urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"
  }
}

extension XMLTag {
  /// The value of the first attribute of a meaning; nil if there is none.
  @inline(__always)
  func value(
    _ wanted: OpenDocumentAttribute, _ names: inout NameMeanings<OpenDocumentAttribute>
  ) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes where names.meaning(of: attribute.name) == wanted {
      return attribute.value
    }
    return nil
  }
}
