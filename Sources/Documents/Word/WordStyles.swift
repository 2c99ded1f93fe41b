import XML

/// The paragraph styles of a Word document that matter to a reader.
struct WordStyles {
  /// A style as the file has it.
  struct Style {
    var name = ""
    var parent: String?
    /// Outline level from 0, 9 for running text; nil where the style says nothing.
    var outline: Int?
    /// Number of its numbering, 0 for none; nil where the style says nothing.
    var numbering: Int?
    var numberingLevel: Int?
  }

  /// What a style makes of a paragraph, with all that it inherits.
  struct Meaning {
    /// Nil for running text.
    var kind: BlockKind?
    var numbering: Int?
    var numberingLevel = 0
    /// Whether the paragraph belongs to a table of contents, a list of figures or an index.
    var isIndex = false
  }

  private let meanings: [String: Meaning]
  private let standard: Meaning

  /// The meanings of the styles of a file.
  ///
  /// - Parameters:
  ///   - styles: the styles by identifier.
  ///   - standard: identifier of the style of paragraphs that name none.
  init(_ styles: [String: Style] = [:], standard: String? = nil) {
    meanings = styles.mapValues { Self.meaning(of: $0, in: styles) }
    self.standard =
      standard.flatMap { id in styles[id].map { Self.meaning(of: $0, in: styles) } }
      ?? Meaning()
  }

  /// What the style of an identifier makes of a paragraph.
  func meaning(of id: String?) -> Meaning {
    guard let id else { return standard }
    return meanings[id] ?? standard
  }

  /// Each property comes from the nearest style that states it; longest chain that is followed: 32.
  private static func meaning(of style: Style, in styles: [String: Style]) -> Meaning {
    var meaning = Meaning()
    var isDecided = false
    var level: Int?
    var next: Style? = style
    var steps = 0
    while let style = next, steps < 32 {
      if !isDecided {
        meaning.kind = kind(named: style.name)
        if meaning.kind == nil, let outline = style.outline, (0..<9).contains(outline) {
          meaning.kind = .heading(level: outline + 1)
        }
        isDecided = meaning.kind != nil || style.outline != nil
      }
      meaning.isIndex = meaning.isIndex || isIndex(style.name)
      level = level ?? style.numberingLevel
      meaning.numbering = meaning.numbering ?? style.numbering
      next = style.parent.flatMap { styles[$0] }
      steps += 1
    }
    if meaning.kind == nil, let numbering = meaning.numbering, numbering != 0 {
      meaning.kind = .listItem
    }
    meaning.numberingLevel = level ?? 0
    return meaning
  }

  /// The kind that a built-in name stands for
  /// ([ECMA-376 part 1 §17.7.4.9](https://ecma-international.org/publications-and-standards/standards/ecma-376/));
  /// nil for other names.
  private static func kind(named name: String) -> BlockKind? {
    if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) {
      return .heading(level: level)
    }
    switch name {
    case "title": return .heading(level: 1)
    case "caption": return .caption
    // LibreOffice keeps its own name for quotes.
    case "quote", "intense quote", "block text", "quotations": return .quotation
    case "bibliography": return .bibliographyEntry
    case "footnote text", "endnote text": return .note
    case "list paragraph": return nil
    default: return name.hasPrefix("list ") ? .listItem : nil
    }
  }

  private static func isIndex(_ name: String) -> Bool {
    if name.hasPrefix("toc ") || name == "table of figures" || name == "table of authorities" {
      return true
    }
    return name.hasPrefix("index ") && (name == "index heading" || Int(name.dropFirst(6)) != nil)
  }
}

/// Reads `styles.xml`.
final class WordStylesContent: XMLContentHandler {
  private var names = NameMeanings(WordElementOfStyles.named)
  private var attributes = NameMeanings(WordAttribute.named)
  private var styles: [String: WordStyles.Style] = [:]
  private var current: (id: String, style: WordStyles.Style)?
  private var standard: String?
  private var open: [WordElementOfStyles] = []
  private var skipDepth = 0

  /// What was read.
  var result: WordStyles { WordStyles(styles, standard: standard) }

  override func startElement(_ tag: XMLTag) {
    let element = names.meaning(of: tag.name)
    if skipDepth > 0 || element == .skipped {
      skipDepth += 1
      return
    }
    open.append(element)
    switch element {
    case .style:
      guard tag.value(.type, &attributes)?.string == "paragraph",
        let id = tag.value(.styleIdentifier, &attributes)?.string
      else { return }
      current = (id, WordStyles.Style())
      if let isDefault = tag.value(.isDefault, &attributes), !isDefault.isOff { standard = id }
    case .name:
      current?.style.name = tag.value(.value, &attributes)?.string.lowercased() ?? ""
    case .basedOn: current?.style.parent = tag.value(.value, &attributes)?.string
    case .outlineLevel: current?.style.outline = tag.value(.value, &attributes)?.integer
    case .numbering: current?.style.numbering = tag.value(.value, &attributes)?.integer
    case .level: current?.style.numberingLevel = tag.value(.value, &attributes)?.integer
    case .other, .skipped: break
    }
  }

  override func endElement() {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    guard open.popLast() == .style, let (id, style) = current else { return }
    styles[id] = style
    current = nil
  }
}

/// The elements of `styles.xml` that matter to a reader.
private enum WordElementOfStyles {
  case other, skipped, style, name, basedOn, outlineLevel, numbering, level

  static func named(_ namespace: String, _ local: String) -> WordElementOfStyles {
    guard namespace == WordNames.main || namespace == WordNames.strict else { return .other }
    return switch local {
    case "style": .style
    case "name": .name
    case "basedOn": .basedOn
    case "outlineLvl": .outlineLevel
    case "numId": .numbering
    case "ilvl": .level
    case "pPrChange", "rPrChange", "tblStylePr": .skipped
    default: .other
    }
  }
}
