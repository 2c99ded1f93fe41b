import XML

/// The nodes of a page with what their names mean and the names of attributes that are asked for.
struct PageNodes {
  let tree: HTMLTree
  /// The meaning of each name by its number.
  private let elements: [HTMLElement]
  let classes: Int32?
  let identifiers: Int32?
  let role: Int32?
  let href: Int32?
  let language: Int32?
  let itemProperty: Int32?
  let style: Int32?
  let title: Int32?
  let hidden: Int32?
  let ariaHidden: Int32?

  init(_ tree: HTMLTree) {
    self.tree = tree
    elements = tree.names.map { HTMLElement($0) }
    var numbers: [String: Int32] = [:]
    for (number, name) in tree.names.enumerated() { numbers[name] = Int32(number) }
    classes = numbers["class"]
    identifiers = numbers["id"]
    role = numbers["role"]
    href = numbers["href"]
    language = numbers["lang"] ?? numbers["xml:lang"]
    itemProperty = numbers["itemprop"]
    style = numbers["style"]
    title = numbers["title"]
    hidden = numbers["hidden"]
    ariaHidden = numbers["aria-hidden"]
  }

  /// The meaning of a node.
  @inline(__always)
  func element(_ node: Int) -> HTMLElement { elements[Int(tree.nodes[node].name)] }

  /// The value of an attribute in lower case; nil if the element has none of that name.
  func lowercased(_ attribute: Int32?, _ node: Int) -> String? {
    guard let attribute, let range = tree.value(of: attribute, of: node) else { return nil }
    return tree.string(range).lowercased()
  }

  /// Whether the value of an attribute is a word.
  func has(_ attribute: Int32?, _ word: StaticString, _ node: Int) -> Bool {
    guard let attribute, let range = tree.value(of: attribute, of: node),
      range.count == word.utf8CodeUnitCount
    else { return false }
    return word.withUTF8Buffer { zip($0, tree.bytes[range]).allSatisfy { $0 == $1 } }
  }

  /// Whether an element is a running head or foot of the sheets that a word processor made the page
  /// of: LibreOffice writes them as `<div title="footer">`.
  func isSheetEdge(_ node: Int) -> Bool {
    has(title, "footer", node) || has(title, "header", node)
  }

  /// Whether the page says that an element is not to be seen.
  func isHidden(_ node: Int) -> Bool {
    if hidden != nil, tree.value(of: hidden, of: node) != nil { return true }
    if has(ariaHidden, "true", node) { return true }
    guard let style, let range = tree.value(of: style, of: node) else { return false }
    let plain = tree.string(range).lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }
}
