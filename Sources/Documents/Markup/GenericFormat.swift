import XML

extension MarkupFormat {
  /// XML of an unknown kind.
  ///
  /// Each element with text is a block, unless elements of its name stand within running text
  /// somewhere in the document. What is said in Dublin Core is noted.
  static let generic: MarkupFormat = {
    let fields: [(String, MarkupField)] = [
      ("title", .title), ("creator", .author), ("date", .date), ("language", .language),
      ("identifier", .address),
    ]
    var format = MarkupFormat(
      name: "xml",
      fields.map { (elements: $0.0, rule: MarkupRule(.container, $0.1, namespace: dublinCore)) })
    format.otherwise = MarkupRule(.container)
    return format
  }()

  private static let dublinCore = "http://purl.org/dc/elements/1.1/"
}

/// Finds the names of elements that stand within running text.
///
/// A class, as handlers of the parser are.
final class InlineNames: XMLContentHandler {
  private struct Frame {
    var name: Int
    var hasText = false
    /// Where the names of its children begin in ``children``.
    var start: Int
  }

  private var names: [XMLName?] = []
  private var isInline: [Bool] = []
  private var frames: [Frame] = []
  private var children: [Int] = []

  /// The names that were found.
  var found: Set<XMLName> {
    Set(names.indices.filter { isInline[$0] }.compactMap { names[$0] })
  }

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    while names.count <= tag.name.id {
      names.append(nil)
      isInline.append(false)
    }
    if names[tag.name.id] == nil {
      names[tag.name.id] = XMLName(
        namespace: String(cString: tag.name.namespace), String(cString: tag.name.local))
    }
    if !frames.isEmpty { children.append(tag.name.id) }
    frames.append(Frame(name: tag.name.id, start: children.count))
  }

  override func endElement() throws(XMLRefusal) {
    guard let frame = frames.popLast() else { return }
    if frame.hasText { for name in children[frame.start...] { isInline[name] = true } }
    children.removeLast(children.count - frame.start)
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    guard !frames.isEmpty, !frames[frames.count - 1].hasText else { return }
    frames[frames.count - 1].hasText = piece.contains { $0 > 0x20 }
  }
}
