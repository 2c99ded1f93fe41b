import XML

/// What elements of WordprocessingML mean to a reader of text
/// ([ECMA-376 part 1 §17](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
enum WordElement: UInt8 {
  case other
  /// Nothing in it is text of the document.
  case skipped
  case document, body, paragraph, paragraphProperties, run, text, mathText
  case tab, lineBreak, carriageReturn, noBreakHyphen, softHyphen, symbol, renderedPageBreak
  case paragraphStyle, outlineLevel, numbering, numberingLevel, vanish
  case table, gridColumn, row, rowProperties, cell
  /// Deleted or moved-away text; within properties the deleted end of a paragraph or a deleted row.
  case deletion
  case cellDeletion
  case fieldCharacter, fieldInstruction, simpleField
  case note
  case alternateContent, choice, fallback
  case textBox
  case contentControl, galleryName, placeholderMark

  /// The meaning of a name.
  static func named(_ namespace: String, _ local: String) -> WordElement {
    switch namespace {
    case WordNames.main, WordNames.strict: byName[local] ?? .other
    case WordNames.compatibility:
      switch local {
      case "AlternateContent": .alternateContent
      case "Choice": .choice
      case "Fallback": .fallback
      default: .other
      }
    case WordNames.math, WordNames.strictMath: local == "t" ? .mathText : .other
    default: .other
    }
  }

  private static let byName: [String: WordElement] = [
    "document": .document, "body": .body, "p": .paragraph, "pPr": .paragraphProperties, "r": .run,
    "t": .text, "tab": .tab, "ptab": .tab, "br": .lineBreak, "cr": .carriageReturn,
    "noBreakHyphen": .noBreakHyphen, "softHyphen": .softHyphen, "sym": .symbol,
    "lastRenderedPageBreak": .renderedPageBreak, "pStyle": .paragraphStyle,
    "outlineLvl": .outlineLevel, "numId": .numbering, "ilvl": .numberingLevel, "vanish": .vanish,
    "tbl": .table, "gridCol": .gridColumn, "tr": .row, "trPr": .rowProperties, "tc": .cell,
    "del": .deletion, "moveFrom": .deletion, "cellDel": .cellDeletion, "fldChar": .fieldCharacter,
    "instrText": .fieldInstruction, "fldSimple": .simpleField, "footnote": .note, "endnote": .note,
    "txbxContent": .textBox, "sdt": .contentControl, "docPartGallery": .galleryName,
    "showingPlcHdr": .placeholderMark,
    // Older properties, and text that is not shown.
    "pPrChange": .skipped, "rPrChange": .skipped, "tblPrChange": .skipped,
    "tblGridChange": .skipped, "trPrChange": .skipped, "tcPrChange": .skipped,
    "tblPrExChange": .skipped, "sectPrChange": .skipped, "numberingChange": .skipped,
    "delText": .skipped, "delInstrText": .skipped, "rt": .skipped, "tabs": .skipped,
  ]
}

/// What attributes of WordprocessingML mean to a reader of text.
enum WordAttribute: UInt8 {
  case other
  case value, type, identifier, styleIdentifier, fieldType, instruction, font, character
  case abstractIdentifier, level, isDefault

  /// The meaning of a name.
  static func named(_ namespace: String, _ local: String) -> WordAttribute {
    switch local {
    case "val": .value
    case "type": .type
    case "id": .identifier
    case "styleId": .styleIdentifier
    case "fldCharType": .fieldType
    case "instr": .instruction
    case "font": .font
    case "char": .character
    case "numId": .identifier
    case "abstractNumId": .abstractIdentifier
    case "ilvl": .level
    case "default": .isDefault
    default: .other
    }
  }
}

/// Names of WordprocessingML.
enum WordNames {
  /// The main namespace (transitional).
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// The main namespace of strict documents.
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  /// Markup compatibility ([ECMA-376 part 3](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
  /// Formulas (transitional).
  static let math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
  /// Formulas of strict documents.
  static let strictMath = "http://purl.oclc.org/ooxml/officeDocument/math"
}

extension XMLTag {
  /// The value of the first attribute of a meaning; nil if there is none.
  @inline(__always)
  func value(
    _ wanted: WordAttribute, _ names: inout NameMeanings<WordAttribute>
  ) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes where names.meaning(of: attribute.name) == wanted {
      return attribute.value
    }
    return nil
  }
}
