public import Diagnostics

/// An HTML document as libxml2's tolerant parser understands it, in an array of nodes.
public struct HTMLTree: Sendable {
  /// An element or a piece of text; node 0 is the root above all others.
  public struct Node: Sendable {
    /// Element name in lower case; empty for text and for the root.
    public fileprivate(set) var name: String
    /// UTF-8 text of a text node.
    public fileprivate(set) var text: [UInt8]
    /// Attributes in the order of the source, names in lower case.
    public fileprivate(set) var attributes: [(name: String, value: String)]
    /// Index of the parent; -1 for the root.
    public fileprivate(set) var parent: Int
    /// Indices of the children in order.
    public fileprivate(set) var children: [Int]

    /// Whether the node is a piece of text.
    public var isText: Bool { name.isEmpty && parent >= 0 }

    /// The value of an attribute; nil if the element has none of that name.
    public subscript(attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  /// The nodes in document order: a parent stands before its children.
  public private(set) var nodes: [Node] = [
    Node(name: "", text: [], attributes: [], parent: -1, children: [])
  ]

  /// Elements open at the moment, the root first.
  private var open = [0]

  /// Parses HTML.
  ///
  /// Errors in the markup are repaired as browsers roughly do. Nothing is loaded, whatever the page
  /// asks for.
  ///
  /// - Parameters:
  ///   - bytes: the page in UTF-8, whatever encoding it declares.
  ///   - file: the file as the user named it.
  ///   - limits: bounds on the page.
  /// - Throws: ``SyntaxError`` if the page exceeds the limits.
  public init(
    utf8 bytes: [UInt8], file: String? = nil, limits: XMLLimits = XMLLimits(depth: 1_000)
  ) throws(SyntaxError) {
    let builder = HTMLParser(limits: limits)
    if let problem = builder.parse(bytes) {
      throw SyntaxError(problem, at: .start ..< .start, file: file)
    }
    self = builder.tree
  }

  /// A tree of the root alone.
  init() {}

  /// Elements open while the tree is built.
  var depth: Int { open.count - 1 }

  mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    open.append(
      append(Node(name: name, text: [], attributes: attributes, parent: top, children: [])))
  }

  mutating func end(_ name: String) {
    guard let index = open.lastIndex(where: { nodes[$0].name == name }), index > 0 else { return }
    open.removeSubrange(index...)
  }

  mutating func append(text: UnsafeBufferPointer<UInt8>) {
    if let last = nodes[top].children.last, nodes[last].isText {
      nodes[last].text.append(contentsOf: text)
    } else {
      _ = append(Node(name: "", text: Array(text), attributes: [], parent: top, children: []))
    }
  }

  private var top: Int { open.last ?? 0 }

  private mutating func append(_ node: Node) -> Int {
    let index = nodes.count
    nodes[node.parent].children.append(index)
    nodes.append(node)
    return index
  }
}
