public import Diagnostics
import Yams

/// A node of a YAML file of the pack that knows where it stands, so that a mistake is told with
/// file, line and column and with what was expected.
public struct PackNode {
  /// The file as the user would name it.
  public let file: String
  private let node: Node

  private init(file: String, node: Node) {
    self.file = file
    self.node = node
  }

  /// The root of a YAML text.
  ///
  /// - Throws: ``SyntaxError`` if the text is no YAML or is empty.
  public static func parse(_ text: String, file: String) throws(SyntaxError) -> PackNode {
    guard let root = try parseIfAny(text, file: file) else {
      throw SyntaxError(
        Message(en: "the file is empty", id: "berkas kosong"), at: .start ..< .start, file: file)
    }
    return root
  }

  /// The root of a YAML text; nil if it holds nothing but comments.
  ///
  /// - Throws: ``SyntaxError`` if the text is no YAML.
  public static func parseIfAny(_ text: String, file: String) throws(SyntaxError) -> PackNode? {
    do {
      // Every scalar is read as the text that it is: no rules have to tell numbers and dates.
      return try compose(yaml: text, .basic).map { PackNode(file: file, node: $0) }
    } catch let error as YamlError {
      throw PackNode.syntaxError(from: error, file: file)
    } catch {
      throw SyntaxError(
        Message(en: "not YAML: \(error)", id: "bukan YAML: \(error)"), at: .start ..< .start,
        file: file)
    }
  }

  private static func syntaxError(from error: YamlError, file: String) -> SyntaxError {
    let mark: Mark?
    let problem: String
    switch error {
    case .scanner(_, let text, let place, _), .parser(_, let text, let place, _),
      .composer(_, let text, let place, _):
      mark = place
      problem = text
    case .duplicatedKeysInMapping(let keys, let context):
      mark = context.mark
      problem = "\(keys.sorted().joined(separator: ", ")): twice"
    default:
      mark = nil
      problem = "\(error)"
    }
    let position = TextPosition(
      line: max(0, (mark?.line ?? 1) - 1), column: max(0, (mark?.column ?? 1) - 1), offset: 0)
    return SyntaxError(
      Message(en: "not YAML: \(problem)", id: "bukan YAML: \(problem)"), at: position..<position,
      file: file)
  }

  /// Where the node begins.
  public var position: TextPosition {
    TextPosition(
      line: max(0, (node.mark?.line ?? 1) - 1), column: max(0, (node.mark?.column ?? 1) - 1),
      offset: 0)
  }

  /// Where the text of the node begins: behind the mark of a quoted one.
  package var textPosition: TextPosition {
    var place = position
    if case .scalar(let scalar) = node, [.singleQuoted, .doubleQuoted].contains(scalar.style) {
      place.column += 1
    }
    return place
  }

  /// An error about this node.
  public func error(_ message: Message) -> SyntaxError {
    SyntaxError(message, at: position..<position, file: file)
  }

  private func expected(_ english: String, _ indonesian: String) -> SyntaxError {
    let found =
      switch node {
      case .scalar(let scalar): "“\(scalar.string)”"
      case .mapping: "a map"
      case .sequence: "a list"
      case .alias: "an alias"
      }
    return error(
      Message(
        en: "expected \(english), found \(found)",
        id: "diharapkan \(indonesian), ditemukan \(found)"))
  }

  /// Whether the node has entries, none of them too.
  public var isMap: Bool {
    switch node {
    case .mapping: true
    case .scalar, .sequence, .alias: false
    }
  }

  /// The node as text.
  public func text() throws(SyntaxError) -> String {
    guard case .scalar(let scalar) = node else { throw expected("a text", "teks") }
    return scalar.string
  }

  /// The node as a number.
  public func number() throws(SyntaxError) -> Double {
    guard case .scalar(let scalar) = node, let value = Double(scalar.string) else {
      throw expected("a number", "bilangan")
    }
    return value
  }

  /// The node as true or false.
  public func flag() throws(SyntaxError) -> Bool {
    guard case .scalar(let scalar) = node,
      let value = ["true": true, "false": false][scalar.string]
    else { throw expected("true or false", "true atau false") }
    return value
  }

  /// The items of a list.
  public func items() throws(SyntaxError) -> [PackNode] {
    guard case .sequence(let sequence) = node else { throw expected("a list", "daftar") }
    return sequence.map { PackNode(file: file, node: $0) }
  }

  /// The items of a list of texts; a single text counts as a list of one.
  public func texts() throws(SyntaxError) -> [String] {
    if case .scalar(let scalar) = node { return [scalar.string] }
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  /// The entries of a map in the order of the file; the key nodes tell the place of the key.
  public func entries() throws(SyntaxError) -> [(key: PackNode, value: PackNode)] {
    guard case .mapping(let mapping) = node else { throw expected("a map", "peta") }
    return mapping.map {
      (PackNode(file: file, node: $0.key), PackNode(file: file, node: $0.value))
    }
  }

  /// The value of a key of a map; nil if the key is absent.
  public func optional(_ key: String) throws(SyntaxError) -> PackNode? {
    guard case .mapping(let mapping) = node else { throw expected("a map", "peta") }
    // By index: the iterator of a map copies all its entries first.
    for index in mapping.indices {
      let (name, value) = mapping[index]
      if name.string == key { return PackNode(file: file, node: value) }
    }
    return nil
  }

  /// The value of a key of a map.
  ///
  /// - Throws: ``SyntaxError`` that names the key if it is absent.
  public func required(_ key: String) throws(SyntaxError) -> PackNode {
    guard let value = try optional(key) else {
      throw error(Message(en: "the key “\(key)” is missing", id: "kunci “\(key)” tidak ada"))
    }
    return value
  }

  /// Refuses keys that nobody reads, with the nearest known one as a suggestion.
  public func allowOnly(_ keys: Set<String>) throws(SyntaxError) {
    for (key, _) in try entries() {
      let name = try key.text()
      guard !keys.contains(name) else { continue }
      let known = keys.sorted().joined(separator: ", ")
      throw key.error(
        Message(
          en: "unknown key “\(name)”; expected one of: \(known)",
          id: "kunci “\(name)” tidak dikenal; diharapkan salah satu dari: \(known)"))
    }
  }

  /// Whether the node is a text rather than a list or a map.
  public var isText: Bool {
    if case .scalar = node { return true }
    return false
  }
}
