import Diagnostics
import XML

/// Reads the paragraphs and tables of one part of a Word document.
struct WordBody {
  /// What is open while the part is read.
  private struct Paragraph {
    var text: [Unicode.Scalar] = []
    var style: String?
    var outline: Int?
    var isList = false
  }

  private let styles: WordStyles
  private let part: String?
  /// The kind of every paragraph of the part; nil where styles tell.
  private let fixed: BlockKind?
  private(set) var text: StructuredText
  private var paragraphs: [Paragraph] = []
  private var cells: [[Unicode.Scalar]] = []
  private var tableDepth = 0
  private var isText = false
  private var skipDepth = 0
  private var isSeparator = false

  init(
    _ styles: WordStyles, into text: StructuredText, part: String? = nil, fixed: BlockKind? = nil
  ) {
    self.styles = styles
    self.text = text
    self.part = part
    self.fixed = fixed
  }

  /// Reads the part.
  mutating func read(_ bytes: [UInt8], file: String) throws(SyntaxError) {
    var reader = try XMLPullReader(bytes, file: file)
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes):
        if skipDepth > 0 || Self.skipped.contains(name.local) {
          skipDepth += 1
        } else if WordNames.isMain(name) {
          start(name.local, attributes)
        }
      case .end(let name):
        if skipDepth > 0 {
          skipDepth -= 1
        } else if WordNames.isMain(name) {
          end(name.local)
        }
      case .text(let piece):
        if isText, skipDepth == 0 { append(piece.unicodeScalars) }
      }
    }
  }

  /// Deleted and moved text, and the older copy of what stands there anyway.
  private static let skipped: Set<String> = [
    "del", "moveFrom", "Fallback", "instrText", "delText", "pPrChange", "rPrChange",
  ]

  private mutating func start(_ name: String, _ attributes: [XMLAttribute]) {
    switch name {
    case "p": paragraphs.append(Paragraph())
    case "pStyle": paragraphs.mutateLast { $0.style = WordNames.value("val", attributes) }
    case "outlineLvl":
      paragraphs.mutateLast { $0.outline = WordNames.value("val", attributes).flatMap { Int($0) } }
    case "numId":
      paragraphs.mutateLast { $0.isList = WordNames.value("val", attributes) != "0" }
    case "t": isText = true
    case "tab", "br", "cr", "ptab":
      // A tab inside paragraph properties is a tab stop, not text; it stands before any text.
      if paragraphs.last?.text.isEmpty == false { append(" ".unicodeScalars) }
    case "noBreakHyphen": append("-".unicodeScalars)
    case "softHyphen": append("\u{AD}".unicodeScalars)
    case "tbl": tableDepth += 1
    case "tr" where tableDepth == 1: cells = []
    case "tc" where tableDepth == 1: cells.append([])
    case "footnote", "endnote":
      let type = WordNames.value("type", attributes)
      isSeparator = type != nil && type != "normal"
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "t": isText = false
    case "p": endParagraph()
    case "tr" where tableDepth == 1: endRow()
    case "tbl": tableDepth = max(0, tableDepth - 1)
    case "footnote", "endnote": isSeparator = false
    default: break
    }
  }

  private mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
    paragraphs.mutateLast { $0.text.append(contentsOf: scalars.lazy.map { $0 == "\n" ? " " : $0 }) }
  }

  private mutating func endParagraph() {
    guard let paragraph = paragraphs.popLast(), !isSeparator else { return }
    if tableDepth > 0, !cells.isEmpty {
      if !cells[cells.count - 1].isEmpty { cells[cells.count - 1].append(" ") }
      cells[cells.count - 1].append(contentsOf: paragraph.text)
      return
    }
    text.add(kind(of: paragraph), paragraph.text, part: part)
  }

  private func kind(of paragraph: Paragraph) -> BlockKind {
    if let fixed { return fixed }
    if let outline = paragraph.outline, outline < 9 { return .heading(level: outline + 1) }
    if let kind = styles.kind(of: paragraph.style) { return kind }
    return paragraph.isList ? .listItem : .paragraph
  }

  private mutating func endRow() {
    var row: [Unicode.Scalar] = []
    for cell in cells where cell.contains(where: { !$0.isBlank }) {
      if !row.isEmpty { row.append(contentsOf: " | ".unicodeScalars) }
      row.append(contentsOf: cell)
    }
    cells = []
    text.add(.tableRow, row, part: part)
  }
}

extension Array {
  /// Changes the last element, if there is one.
  fileprivate mutating func mutateLast(_ change: (inout Element) -> Void) {
    guard !isEmpty else { return }
    change(&self[count - 1])
  }
}
