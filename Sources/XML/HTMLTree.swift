public import Diagnostics

/// An HTML document as libxml2's tolerant parser understands it, in an array of nodes.
///
/// Names, values and text lie in a few arrays for all nodes together, so that a page costs a handful
/// of allocations however many elements it has.
public struct HTMLTree: Sendable {
  /// An element or a piece of text; node 0 is the root above all others.
  public struct Node: Sendable, BitwiseCopyable {
    /// Number of the element's name in ``HTMLTree/names``; 0 for text and for the root.
    public internal(set) var name: Int32 = 0
    /// Index of the parent; -1 for the root.
    public internal(set) var parent: Int32
    /// Index of the first child; -1 if there is none.
    public internal(set) var firstChild: Int32 = -1
    /// Index of the next child of the parent; -1 if there is none.
    public internal(set) var nextSibling: Int32 = -1
    /// Position among the siblings of the same name, from 1; 0 for text and for the root.
    public internal(set) var position: Int32 = 0
    /// Of a text the bytes in ``HTMLTree/bytes``, of an element its attributes.
    fileprivate var start: Int32
    fileprivate var count: Int32 = 0

    /// Whether the node is a piece of text.
    public var isText: Bool { name == 0 && parent >= 0 }
  }

  private struct Attribute: BitwiseCopyable {
    var name: Int32
    var start: Int32
    var count: Int32
  }

  /// The nodes in document order: a parent stands before its children.
  public private(set) var nodes: [Node] = [Node(parent: -1, start: 0)]
  /// Names of elements and attributes in lower case; the first is empty.
  public private(set) var names = [""]
  /// Text and values of attributes in UTF-8, in the order of the page.
  public private(set) var bytes: [UInt8] = []
  private var attributes: [Attribute] = []

  /// An element that is open while the tree is built, the root first.
  private struct Open: BitwiseCopyable {
    var node: Int32
    var lastChild: Int32 = -1
  }

  private var open = [Open(node: 0)]

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
    self = builder.takeTree()
    numberSiblings()
  }

  /// A tree of the root alone, with room for a page of so many bytes.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    nodes.reserveCapacity(capacity / 24 + 1)
    attributes.reserveCapacity(capacity / 48)
  }

  /// The number of a name in ``names``; nil if nothing on the page has it.
  ///
  /// - Complexity: O(names)
  public func number(ofName name: String) -> Int32? {
    names.firstIndex(of: name).map { Int32($0) }
  }

  /// The bytes of a text in ``bytes``; empty for an element.
  public func text(of node: Int) -> Range<Int> {
    guard nodes[node].isText else { return 0..<0 }
    let start = Int(nodes[node].start)
    return start..<start + Int(nodes[node].count)
  }

  /// The value of an attribute by the number of its name.
  ///
  /// - Parameters:
  ///   - attribute: number of the name; nil for a name that the page does not have.
  ///   - node: an element.
  /// - Returns: the bytes of the value in ``bytes``; nil if the element has none of that name.
  public func value(of attribute: Int32?, of node: Int) -> Range<Int>? {
    guard let attribute, nodes[node].name != 0 else { return nil }
    let first = Int(nodes[node].start)
    for index in first..<first + Int(nodes[node].count) where attributes[index].name == attribute {
      let start = Int(attributes[index].start)
      return start..<start + Int(attributes[index].count)
    }
    return nil
  }

  /// The value of an attribute; nil if the element has none of that name.
  public func value(of attribute: String, of node: Int) -> String? {
    value(of: number(ofName: attribute), of: node).map { string($0) }
  }

  /// A stretch of ``bytes`` as a string.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Building

  /// Elements open while the tree is built.
  var depth: Int { open.count - 1 }

  /// Gives a name the next number.
  mutating func add(name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }

  mutating func start(_ name: Int32) {
    let index = append(Node(name: name, parent: 0, start: Int32(attributes.count)))
    open.append(Open(node: index))
  }

  /// Adds an attribute to the element that was started last.
  mutating func add(attribute name: Int32, _ value: UnsafeBufferPointer<UInt8>) {
    attributes.append(
      Attribute(name: name, start: Int32(bytes.count), count: Int32(value.count)))
    bytes.append(contentsOf: value)
    nodes[nodes.count - 1].count += 1
  }

  mutating func end(_ name: Int32) {
    guard let index = open.lastIndex(where: { nodes[Int($0.node)].name == name }), index > 0 else {
      return
    }
    open.removeSubrange(index...)
  }

  mutating func append(text: UnsafeBufferPointer<UInt8>) {
    let last = Int(open[open.count - 1].lastChild)
    if last >= 0, nodes[last].isText {
      nodes[last].count += Int32(text.count)
    } else {
      _ = append(Node(parent: 0, start: Int32(bytes.count), count: Int32(text.count)))
    }
    bytes.append(contentsOf: text)
  }

  private mutating func append(_ node: Node) -> Int32 {
    let index = Int32(nodes.count)
    let top = open.count - 1
    let parent = open[top].node
    let previous = open[top].lastChild
    open[top].lastChild = index
    nodes.append(node)
    nodes[Int(index)].parent = parent
    if previous < 0 {
      nodes[Int(parent)].firstChild = index
    } else {
      nodes[Int(previous)].nextSibling = index
    }
    return index
  }

  /// Counts the elements of one name below each parent.
  private mutating func numberSiblings() {
    var counts = [Int32](repeating: 0, count: names.count)
    var parents = [Int32](repeating: -1, count: names.count)
    for parent in nodes.indices {
      var child = Int(nodes[parent].firstChild)
      while child >= 0 {
        let name = Int(nodes[child].name)
        if name != 0 {
          if parents[name] != parent {
            parents[name] = Int32(parent)
            counts[name] = 0
          }
          counts[name] += 1
          nodes[child].position = counts[name]
        }
        child = Int(nodes[child].nextSibling)
      }
    }
  }
}
