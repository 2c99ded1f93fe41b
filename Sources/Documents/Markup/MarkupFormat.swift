/// An XML format as a table: what each of its elements is.
struct MarkupFormat: Sendable {
  /// Name of the format, as documents carry it.
  let name: String
  /// The rules by the local name of the element, or by `parent/name`, which counts first.
  let rules: [String: MarkupRule]
  /// What elements without a rule are.
  var otherwise = MarkupRule(.inline)

  /// A table in which several elements of one rule stand together, divided by blanks.
  init(name: String, _ table: [(elements: String, rule: MarkupRule)]) {
    self.name = name
    var rules: [String: MarkupRule] = [:]
    for (elements, rule) in table {
      for element in elements.split(separator: " ") { rules[String(element)] = rule }
    }
    self.rules = rules
  }

  /// The first two elements of a document.
  struct Beginning {
    /// Local name and namespace of the root.
    var root = ""
    var namespace = ""
    /// Local name of the element behind it.
    var second = ""
  }

  /// The format of a document; nil if it is none that is known.
  static func of(_ beginning: Beginning) -> MarkupFormat? {
    if beginning.namespace == docBookNamespace { return docBook }
    switch beginning.root {
    case "TEI", "TEI.2", "teiCorpus": return tei
    case "akomaNtoso": return akomaNtoso
    case "article" where jatsParts.contains(beginning.second): return jats
    case "book" where jatsParts.contains(beginning.second): return jats
    case "pmc-articleset": return jats
    case let root
    where docBookRoots.contains(root)
      && (docBookRoots.contains(beginning.second) || docBookParts.contains(beginning.second)):
      return docBook
    default: return nil
    }
  }

  private static let docBookNamespace = "http://docbook.org/ns/docbook"
  private static let jatsParts: Set<String> = [
    "front", "body", "back", "processing-meta", "front-stub", "book-meta", "collection-meta",
  ]
  private static let docBookRoots: Set<String> = [
    "article", "book", "chapter", "part", "section", "set", "sect1", "preface", "appendix",
    "refentry",
  ]
  private static let docBookParts: Set<String> = [
    "articleinfo", "bookinfo", "info", "chapterinfo", "sectioninfo", "sect1info", "title", "para",
    "simpara", "abstract", "dedication", "toc",
  ]
}
