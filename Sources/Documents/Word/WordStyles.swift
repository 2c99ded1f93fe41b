import Diagnostics
import XML

/// The paragraph styles of a Word document that matter to a reader.
struct WordStyles {
  /// What a style makes of a paragraph.
  private struct Style {
    var name = ""
    var parent: String?
    var outline: Int?
    var isList = false
  }

  private var styles: [String: Style] = [:]

  /// No styles.
  init() {}

  /// The styles of `word/styles.xml`.
  init(_ bytes: [UInt8], file: String) throws(SyntaxError) {
    var reader = try XMLPullReader(bytes, file: file)
    var current: (id: String, style: Style)?
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes) where WordNames.isMain(name):
        let value = WordNames.value("val", attributes)
        switch name.local {
        case "style":
          if WordNames.value("type", attributes) == "paragraph",
            let id = WordNames.value("styleId", attributes)
          {
            current = (id, Style())
          }
        case "name": current?.style.name = value?.lowercased() ?? ""
        case "basedOn": current?.style.parent = value
        case "outlineLvl": current?.style.outline = value.flatMap { Int($0) }
        case "numPr": current?.style.isList = true
        default: break
        }
      case .end(let name) where WordNames.isMain(name) && name.local == "style":
        if let (id, style) = current { styles[id] = style }
        current = nil
      case .start, .end, .text: break
      }
    }
  }

  /// The kind of a paragraph of a style, as the built-in names and outline levels tell it
  /// ([ECMA-376 part 1 §17.7](https://ecma-international.org/publications-and-standards/standards/ecma-376/));
  /// nil for running text.
  func kind(of id: String?) -> BlockKind? {
    var next = id
    var steps = 0
    while let id = next, let style = styles[id], steps < 16 {
      if let kind = kind(of: style) { return kind }
      next = style.parent
      steps += 1
    }
    return nil
  }

  private func kind(of style: Style) -> BlockKind? {
    if style.name == "title" { return .heading(level: 1) }
    if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) {
      return .heading(level: level)
    }
    if let outline = style.outline, outline < 9 { return .heading(level: outline + 1) }
    switch style.name {
    case "caption": return .caption
    case "quote", "intense quote", "block text": return .quotation
    case "bibliography": return .bibliographyEntry
    case "list paragraph": return nil
    default: return style.isList || style.name.hasPrefix("list ") ? .listItem : nil
    }
  }
}

/// Names of WordprocessingML.
enum WordNames {
  /// The main namespace (transitional).
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// The main namespace of strict documents.
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  /// Whether a name is one of WordprocessingML, transitional or strict.
  static func isMain(_ name: XMLName) -> Bool {
    name.namespace == main || name.namespace == strict
  }

  /// The value of an attribute.
  static func value(_ local: String, _ attributes: [XMLAttribute]) -> String? {
    attributes.first { $0.name.local == local }?.value
  }
}
