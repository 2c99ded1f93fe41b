/// The open lists of an OpenDocument file, and how far their numbers have counted
/// ([OpenDocument 1.3 part 3 §5.3](https://docs.oasis-open.org/office/OpenDocument/v1.3/OpenDocument-v1.3-part3-schema.html)).
struct OpenDocumentLists {
  private struct List {
    var style: String
    var levels: [NumberLevel]
    var identifier: String?
  }

  private var open: [List] = []
  private var counter = NumberCounter()
  private var byStyle: [String: NumberCounter] = [:]
  private var byIdentifier: [String: NumberCounter] = [:]
  /// The label of the item that has begun and has no paragraph yet.
  private var pending: NumberLabel?
  private var outline = NumberCounter()

  /// Whether a list is open.
  var isInList: Bool { !open.isEmpty }

  /// Begins a list.
  ///
  /// - Parameters:
  ///   - style: its style; nil for that of the list around it.
  ///   - identifier: the name that other lists may go on with.
  ///   - continues: whether it goes on with the numbers of the last list of its style.
  ///   - other: the list whose numbers it goes on with.
  ///   - styles: where its levels are described.
  mutating func begin(
    style: String?, identifier: String?, continues: Bool, other: String?,
    _ styles: OpenDocumentStyles
  ) {
    let name = style ?? open.last?.style ?? ""
    if open.isEmpty {
      counter =
        other.flatMap { byIdentifier[$0] } ?? (continues ? byStyle[name] : nil) ?? NumberCounter()
    }
    open.append(List(style: name, levels: styles.lists[name] ?? [], identifier: identifier))
  }

  /// Ends the innermost list.
  mutating func end() {
    guard let list = open.popLast(), open.isEmpty else { return }
    byStyle[list.style] = counter
    if let identifier = list.identifier { byIdentifier[identifier] = counter }
    pending = nil
  }

  /// Begins an item; the next paragraph has its label.
  mutating func beginItem(startValue: Int?) {
    guard let list = open.last else { return }
    pending = counter.count(open.count - 1, of: list.levels, restart: startValue)
  }

  /// The label of a paragraph that begins, counted once for each item.
  mutating func takeLabel() -> NumberLabel {
    defer { pending = nil }
    return pending ?? NumberLabel()
  }

  /// Counts a heading outside of lists.
  mutating func countHeading(level: Int, _ styles: OpenDocumentStyles) -> NumberLabel {
    outline.count(level - 1, of: styles.outline)
  }
}
