/// The styles of an OpenDocument file that matter to a reader of text.
struct OpenDocumentStyles {
  /// A style as the file has it.
  struct Style {
    /// Name as shown.
    var name = ""
    var parent: String?
    /// Whether its text is not shown.
    var isHidden = false
  }

  /// What a style makes of a paragraph or of text, with all that it inherits.
  struct Meaning {
    /// Nil for running text.
    var kind: BlockKind?
    var isHidden = false
    /// Whether the paragraph belongs to a table of contents.
    var isIndex = false
  }

  private var styles: [String: Style] = [:]
  private var meanings: [String: Meaning] = [:]
  /// List styles by name.
  private(set) var lists: [String: [NumberLevel]] = [:]
  /// The levels of headings.
  var outline: [NumberLevel] = []

  /// Adds a style; paragraphs and text have names of their own, told apart by the family.
  mutating func add(_ style: Style, name: String, family: String) {
    styles["\(family) \(name)"] = style
    meanings = [:]
  }

  /// Adds a list style.
  mutating func addList(_ levels: [NumberLevel], name: String) { lists[name] = levels }

  /// What a style of a family makes of what has it.
  mutating func meaning(of name: String, family: String) -> Meaning {
    let key = "\(family) \(name)"
    if let known = meanings[key] { return known }
    var meaning = Meaning()
    var next: String? = name
    var steps = 0
    while let name = next, steps < 32 {
      let style = styles["\(family) \(name)"]
      let shown = Self.shown(style?.name ?? name)
      if meaning.kind == nil, family == "paragraph" { meaning.kind = Self.kind(named: shown) }
      meaning.isHidden = meaning.isHidden || style?.isHidden == true
      meaning.isIndex =
        meaning.isIndex || (shown.hasPrefix("contents ") && family == "paragraph")
      next = style?.parent
      steps += 1
    }
    meanings[key] = meaning
    return meaning
  }

  /// The name as shown, in lower case; `_20_` in a name stands for a blank.
  private static func shown(_ name: String) -> String {
    name.replacing("_20_", with: " ").lowercased()
  }

  /// The kind that a name of the usual styles stands for; nil for other names.
  private static func kind(named name: String) -> BlockKind? {
    if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...10).contains(level) {
      return .heading(level: level)
    }
    if name.hasPrefix("bibliography "), Int(name.dropFirst(13)) != nil {
      return .bibliographyEntry
    }
    switch name {
    case "title": return .heading(level: 1)
    case "caption", "illustration", "figurecaption", "tablecaption": return .caption
    case "quotations", "quote", "intense quote", "block text": return .quotation
    case "bibliography": return .bibliographyEntry
    default: return nil
    }
  }
}
