import XML

/// Finds the part of a page that is its content, and what in it is not.
///
/// Every step is one pass over the nodes, forwards where parents tell about children and backwards
/// where children tell about parents.
struct MainContent {
  private let page: PageNodes
  /// For each node: whether it, or an element above it, is no content.
  private(set) var isSkipped: [Bool]
  /// The element that holds the content.
  private(set) var root = 0
  /// Visible bytes of each node, without what is skipped.
  private(set) var textLength: [Int32]
  /// Visible bytes of the links in each node.
  private(set) var linkLength: [Int32]
  /// Links with text in each node.
  private var linkCount: [Int32]
  /// Visible bytes of each piece of text.
  private let ownLength: [Int32]

  private var tree: HTMLTree { page.tree }

  /// - Parameters:
  ///   - page: the page.
  ///   - words: by which what is no content is told.
  init(_ page: PageNodes, _ words: LineWords) {
    self.page = page
    let count = page.tree.nodes.count
    isSkipped = [Bool](repeating: false, count: count)
    textLength = [Int32](repeating: 0, count: count)
    linkLength = textLength
    linkCount = textLength
    ownLength = Self.lengths(page.tree)
    markUnseen()
    measure()
    markBoilerplate(words.boilerplateNames)
    measure()
    markSeeAlso(words.seeAlso)
    markLinkLists()
    measure()
    root = findRoot()
  }

  private static func lengths(_ tree: HTMLTree) -> [Int32] {
    var lengths = [Int32](repeating: 0, count: tree.nodes.count)
    tree.bytes.withUnsafeBufferPointer { bytes in
      for index in tree.nodes.indices where tree.nodes[index].isText {
        var length: Int32 = 0
        for position in tree.text(of: index) where bytes[position] > 0x20 { length &+= 1 }
        lengths[index] = length
      }
    }
    return lengths
  }

  // MARK: Marks

  /// Marks what is no text of the page or not to be seen: parents stand before their children.
  private mutating func markUnseen() {
    let nodes = tree.nodes
    for index in 1..<max(1, nodes.count) {
      let parent = Int(nodes[index].parent)
      if isSkipped[parent] {
        isSkipped[index] = true
      } else if nodes[index].name != 0 {
        isSkipped[index] = isUnseen(index)
      }
    }
  }

  private func isUnseen(_ index: Int) -> Bool {
    if page.role != nil, let role = page.lowercased(page.role, index) {
      if HTMLElement.skippedRoles.contains(role) { return true }
      // Notes at the foot of a page are content, whatever element holds them.
      if role == "doc-footnote" || role == "doc-endnotes" { return false }
    }
    switch page.element(index) {
    case .skipped, .margin: return true
    case .block where page.isSheetEdge(index): return true
    default: return page.isHidden(index)
    }
  }

  /// Marks the head of the page and what is named like a menu or an advertisement.
  ///
  /// A name alone is not believed where the element holds most of the running text: pages are called
  /// after what stands beside it (`has-sidebar`).
  private mutating func markBoilerplate(_ names: NameWords) {
    let nodes = tree.nodes
    let running = textLength[0] - linkLength[0]
    var isInContent = [Bool](repeating: false, count: nodes.count)
    let hasContent = nodes.indices.contains { index in
      if case .content = page.element(index) { return !isSkipped[index] }
      return false
    }
    for index in 1..<max(1, nodes.count) {
      let parent = Int(nodes[index].parent)
      isInContent[index] = isInContent[parent]
      if isSkipped[parent] { isSkipped[index] = true }
      guard !isSkipped[index], nodes[index].name != 0 else { continue }
      switch page.element(index) {
      case .content:
        isInContent[index] = true
      case .pageHeader:
        isSkipped[index] = !isInContent[index] && !(holdsMainHeading(index) && !hasContent)
      case .page, .lineBreak, .none:
        continue
      default:
        guard (textLength[index] - linkLength[index]) * 2 <= running else { continue }
        isSkipped[index] = isNamed(index, names)
      }
    }
  }

  private func isNamed(_ index: Int, _ names: NameWords) -> Bool {
    if let value = tree.value(of: page.classes, of: index), names.matches(tree.bytes, value) {
      return true
    }
    if let value = tree.value(of: page.identifiers, of: index), names.matches(tree.bytes, value) {
      return true
    }
    return false
  }

  /// Whether a first heading stands right in an element.
  private func holdsMainHeading(_ index: Int) -> Bool {
    var child = Int(tree.nodes[index].firstChild)
    while child >= 0 {
      if case .heading(level: 1) = page.element(child) { return true }
      child = Int(tree.nodes[child].nextSibling)
    }
    return false
  }

  /// Sums text and links of every element: children stand behind their parents.
  private mutating func measure() {
    let nodes = tree.nodes
    for index in nodes.indices {
      textLength[index] = isSkipped[index] ? 0 : ownLength[index]
      linkLength[index] = 0
      linkCount[index] = 0
    }
    for index in nodes.indices.reversed() where index > 0 && !isSkipped[index] {
      if nodes[index].name != 0, case .link = page.element(index) {
        linkLength[index] = textLength[index]
        linkCount[index] = textLength[index] > 0 ? 1 : 0
      }
      let parent = Int(nodes[index].parent)
      textLength[parent] += textLength[index]
      linkLength[parent] += linkLength[index]
      linkCount[parent] += linkCount[index]
    }
  }

  /// Marks elements of three or more short links and almost nothing else: they are menus.
  ///
  /// What a paragraph that ends in a colon announces is content.
  private mutating func markLinkLists() {
    let nodes = tree.nodes
    var hasMenu = [Bool](repeating: false, count: nodes.count)
    for index in 1..<max(1, nodes.count) {
      let parent = Int(nodes[index].parent)
      if isSkipped[parent] { isSkipped[index] = true }
      guard !isSkipped[index], nodes[index].name != 0, linkCount[index] >= 3,
        linkLength[index] * 10 >= textLength[index] * 9,
        textLength[index] <= linkCount[index] * Self.longestMenuLink
      else { continue }
      switch page.element(index) {
      case .list, .block, .paragraph, .table: isSkipped[index] = !isAnnounced(index)
      case .row: isSkipped[index] = linkCount[parent] == linkCount[index]
      default: continue
      }
      if isSkipped[index] { hasMenu[parent] = true }
    }
    for index in nodes.indices where hasMenu[index] && !isSkipped[index] { markMenuHeadings(index) }
  }

  /// Marks the headings in an element that stand over nothing but what was marked.
  private mutating func markMenuHeadings(_ parent: Int) {
    var heading: Int?
    var hasMenu = false
    var child = Int(tree.nodes[parent].firstChild)
    while child >= 0 {
      if case .heading(let level) = page.element(child), level > 1 {
        if let heading, hasMenu { skip(heading) }
        heading = child
        hasMenu = false
      } else if isSkipped[child] {
        if case .list = page.element(child) { hasMenu = true }
      } else if textLength[child] > 0 || ownLength[child] > 0 {
        heading = nil
      }
      child = Int(tree.nodes[child].nextSibling)
    }
    if let heading, hasMenu { skip(heading) }
  }

  /// Marks an element with all in it.
  private mutating func skip(_ element: Int) {
    isSkipped[element] = true
    var next = element + 1
    while next < tree.nodes.count, tree.nodes[next].parent >= element {
      isSkipped[next] = true
      next += 1
    }
  }

  /// Marks lines that only lead to other pages, and the links that such a line announces.
  private mutating func markSeeAlso(_ words: SeeAlso) {
    let nodes = tree.nodes
    for index in 1..<max(1, nodes.count) where !isSkipped[index] && nodes[index].name != 0 {
      let text = Int(textLength[index] - linkLength[index])
      guard textLength[index] > 0, text <= words.most, page.element(index).endsLine,
        words.leads(index, text: text, in: tree)
      else { continue }
      if linkCount[index] > 0 {
        skip(index)
        continue
      }
      var next = Int(nodes[index].nextSibling)
      while next >= 0, linkCount[next] > 0 || textLength[next] == 0,
        linkLength[next] * 10 >= textLength[next] * 9
      {
        if textLength[next] > 0 {
          skip(index)
          skip(next)
        }
        next = Int(nodes[next].nextSibling)
      }
    }
  }

  /// Longest link of a menu in visible bytes, on an average.
  private static let longestMenuLink: Int32 = 50

  /// Whether the element before an element ends in a colon.
  private func isAnnounced(_ index: Int) -> Bool {
    var before = index - 1
    // The text just before stands last among all that stands before.
    while before > 0, index - before < 8, !tree.nodes[before].isText || ownLength[before] == 0 {
      before -= 1
    }
    guard before > 0, tree.nodes[before].isText, !isSkipped[before] else { return false }
    return tree.bytes[tree.text(of: before)].last { $0 > 0x20 } == UInt8(ascii: ":")
  }

  // MARK: Root

  /// `main` or the only `article` if they hold text, else the element where paragraphs are densest.
  private func findRoot() -> Int {
    var mains: [Int] = []
    var articles: [Int] = []
    var bodies: [Int] = []
    for index in tree.nodes.indices
    where !isSkipped[index] && tree.nodes[index].name != 0 && textLength[index] >= Self.leastText {
      if case .content(let isArticle) = page.element(index) {
        if isArticle { articles.append(index) } else { mains.append(index) }
      } else if page.has(page.role, "main", index) {
        mains.append(index)
      }
      if page.has(page.itemProperty, "articleBody", index) { bodies.append(index) }
    }
    if articles.count == 1, let article = articles.first { return article }
    if let main = mains.first { return main }
    if bodies.count == 1, let body = bodies.first { return body }
    return articles.count > 1 ? 0 : densest()
  }

  /// Least visible text in bytes of an element that is taken for the content by its name.
  private static let leastText: Int32 = 140
  /// Least visible text in bytes, links aside, of a paragraph that counts.
  private static let leastParagraph: Int32 = 25

  /// Each paragraph counts for the element around it, and half for the one above that; running text
  /// right in an element counts for that element.
  private func densest() -> Int {
    let nodes = tree.nodes
    var scores = [Int](repeating: 0, count: nodes.count)
    var total = 0
    func add(_ own: Int, to index: Int) {
      guard index > 0 else { return }
      scores[index] += own
      let above = Int(nodes[index].parent)
      if above > 0 { scores[above] += own / 2 }
    }
    for index in nodes.indices where !isSkipped[index] && nodes[index].parent > 0 {
      let parent = Int(nodes[index].parent)
      if nodes[index].name == 0 {
        guard ownLength[index] >= Self.leastParagraph else { continue }
        switch page.element(parent) {
        case .block, .page, .content:
          total += Int(ownLength[index])
          add(Int(ownLength[index]), to: parent)
        default: continue
        }
        continue
      }
      switch page.element(index) {
      case .paragraph, .preformatted, .item, .cell, .quotation:
        let own = Int(textLength[index] - linkLength[index])
        guard own >= Self.leastParagraph else { continue }
        total += own
        add(own, to: parent)
      default: continue
      }
    }
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    // An element that holds less than half of all paragraphs is one part among others.
    return scores[best] * 2 >= total && total > 0 ? climb(from: best) : 0
  }

  /// Takes the elements above along as long as they add headings and little else.
  private func climb(from index: Int) -> Int {
    var best = index
    var above = Int(tree.nodes[index].parent)
    let most = Int(textLength[index] - linkLength[index]) * 5 / 4
    while above > 0, Int(textLength[above] - linkLength[above]) <= most {
      if case .page = page.element(above) { break }
      best = above
      above = Int(tree.nodes[above].parent)
    }
    return best
  }
}
