import XML

/// Finds the part of a page that is its content, and what in it is not.
struct MainContent {
  private let tree: HTMLTree
  private let boilerplate: Set<String>
  /// For each node: whether it, or an element above it, is no content.
  private(set) var isSkipped: [Bool]
  /// The element that holds the content.
  private(set) var root = 0
  private let hasContentElement: Bool
  private var textLength: [Int]
  private var linkLength: [Int]

  init(_ tree: HTMLTree, boilerplate: Set<String>) {
    self.tree = tree
    self.boilerplate = boilerplate
    isSkipped = [Bool](repeating: false, count: tree.nodes.count)
    hasContentElement = tree.nodes.contains { $0.name == "article" || $0.name == "main" }
    textLength = [Int](repeating: 0, count: tree.nodes.count)
    linkLength = textLength
    mark()
    measure()
    skipLinkLists()
    root = findRoot()
  }

  /// Marks what is skipped: parents stand before their children.
  private mutating func mark() {
    for (index, node) in tree.nodes.enumerated() where node.parent >= 0 {
      isSkipped[index] = isSkipped[node.parent] || (!node.isText && isBoilerplate(index))
    }
  }

  private func isBoilerplate(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    if HTMLElements.skipped.contains(node.name) { return true }
    if node["hidden"] != nil || node["aria-hidden"] == "true" { return true }
    if let role = node["role"], HTMLElements.skippedRoles.contains(role.lowercased()) {
      return true
    }
    if node.name == "header" {
      return !isInside(index, ["article", "main"]) && !holdsMainHeading(index)
    }
    if node.name == "html" || node.name == "body" || node.name == "main" || node.name == "article" {
      return false
    }
    return names(node["class"]) || names(node["id"])
  }

  /// Whether one of the words of a class or id attribute is a word of the lexicon.
  private func names(_ attribute: String?) -> Bool {
    guard let attribute, !boilerplate.isEmpty else { return false }
    return attribute.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "_" })
      .contains { boilerplate.contains(String($0)) }
  }

  private func isInside(_ index: Int, _ names: Set<String>) -> Bool {
    var above = tree.nodes[index].parent
    while above >= 0 {
      if names.contains(tree.nodes[above].name) { return true }
      above = tree.nodes[above].parent
    }
    return false
  }

  /// Whether the page's only first heading stands in an element and no article or main is there.
  private func holdsMainHeading(_ index: Int) -> Bool {
    !hasContentElement
      && tree.nodes[index].children.contains { tree.nodes[$0].name == "h1" }
  }

  /// Sums text and link text of every element: children stand behind their parents.
  private mutating func measure() {
    for index in tree.nodes.indices.reversed() {
      let node = tree.nodes[index]
      guard !isSkipped[index], node.parent >= 0 else { continue }
      if node.isText { textLength[index] = visibleLength(node.text) }
      if node.name == "a" { linkLength[index] = textLength[index] }
      textLength[node.parent] += textLength[index]
      linkLength[node.parent] += linkLength[index]
    }
  }

  private func visibleLength(_ text: [UInt8]) -> Int {
    var length = 0
    for byte in text where byte > 0x20 { length += 1 }
    return length
  }

  /// Lists of three or more short items that are links almost entirely are menus.
  private mutating func skipLinkLists() {
    for (index, node) in tree.nodes.enumerated() where node.name == "ul" || node.name == "ol" {
      let items = node.children.filter { tree.nodes[$0].name == "li" }
      guard items.count >= 3, linkLength[index] * 10 >= textLength[index] * 9,
        textLength[index] <= items.count * 50
      else { continue }
      isSkipped[index] = true
    }
    for (index, node) in tree.nodes.enumerated() where node.parent >= 0 && isSkipped[node.parent] {
      isSkipped[index] = true
    }
  }

  // MARK: Root

  /// `main` or the only `article` if they hold text, else the element where paragraphs are densest.
  private func findRoot() -> Int {
    func elements(_ matches: (HTMLTree.Node) -> Bool) -> [Int] {
      tree.nodes.indices.filter {
        !isSkipped[$0] && matches(tree.nodes[$0]) && textLength[$0] >= Self.leastText
      }
    }
    let body = elements { $0["itemprop"] == "articleBody" }
    let mains = elements { $0.name == "main" || $0["role"] == "main" }
    let articles = elements { $0.name == "article" }
    if articles.count == 1, let article = articles.first { return article }
    if let main = mains.first { return main }
    if body.count == 1, let found = body.first { return found }
    if articles.count > 1 { return 0 }
    return densest()
  }

  /// Least visible text in bytes of an element that is taken for the content by its name.
  private static let leastText = 140

  /// Each paragraph counts for the element around it, and half for the one above that.
  private func densest() -> Int {
    var scores = [Int](repeating: 0, count: tree.nodes.count)
    var total = 0
    for (index, node) in tree.nodes.enumerated() where !isSkipped[index] && node.parent > 0 {
      guard node.name == "p" || node.name == "pre" || node.name == "li" || node.name == "td" else {
        continue
      }
      let own = textLength[index] - linkLength[index]
      guard own >= 25 else { continue }
      total += own
      scores[node.parent] += own
      let above = tree.nodes[node.parent].parent
      if above > 0 { scores[above] += own / 2 }
    }
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    // An element that holds less than half of all paragraphs is one part among others.
    return scores[best] * 2 >= total && total > 0 ? climb(from: best) : 0
  }

  /// Takes the elements above along as long as they add headings and little else.
  private func climb(from index: Int) -> Int {
    var best = index
    var above = tree.nodes[index].parent
    while above > 0, tree.nodes[above].name != "body",
      textLength[above] - linkLength[above] <= (textLength[index] - linkLength[index]) * 5 / 4
    {
      best = above
      above = tree.nodes[above].parent
    }
    return best
  }
}
