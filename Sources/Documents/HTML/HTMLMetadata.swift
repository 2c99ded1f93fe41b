import XML

/// What the head of a page says of it.
enum HTMLMetadata {
  /// Title, authors, date, language and address as far as the page gives them.
  static func read(_ tree: HTMLTree) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    var meta: [String: String] = [:]
    var title: String?
    for (index, node) in tree.nodes.enumerated() {
      switch node.name {
      case "html": metadata.language = clean(node["lang"]) ?? clean(node["xml:lang"])
      case "title" where title == nil: title = clean(text(tree, index))
      case "meta":
        guard let name = node["property"] ?? node["name"], let content = clean(node["content"])
        else {
          continue
        }
        if name.lowercased() == "author" || name.lowercased() == "citation_author" {
          metadata.authors.append(content)
        } else if meta[name.lowercased()] == nil {
          meta[name.lowercased()] = content
        }
      case "link" where node["rel"] == "canonical": metadata.url = clean(node["href"])
      default: continue
      }
    }
    metadata.title = meta["og:title"] ?? meta["citation_title"] ?? meta["dc.title"] ?? title
    metadata.url = metadata.url ?? meta["og:url"]
    metadata.date =
      ["article:published_time", "citation_publication_date", "dc.date", "dcterms.date", "date"]
      .lazy.compactMap { meta[$0] }.compactMap(day).first
    return metadata
  }

  private static func text(_ tree: HTMLTree, _ index: Int) -> String {
    tree.nodes[index].children.map { String(decoding: tree.nodes[$0].text, as: UTF8.self) }.joined()
  }

  private static func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The `YYYY`, `YYYY-MM` or `YYYY-MM-DD` at the start of a date; nil for other forms.
  private static func day(_ text: String) -> String? {
    let head = text.prefix(10).replacing("/", with: "-")
    let parts = head.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    return String(head)
  }
}
