import Diagnostics
import XML

/// Makes blocks of an XML document by the table of its format, as a push parser hands it over.
///
/// A class, as handlers of the parser are.
final class MarkupWalker: XMLContentHandler {
  /// An open element.
  private struct Frame {
    var role: MarkupRole
    /// Number of the name in ``names``.
    var name: Int
    /// The kind of a line right in it.
    var kind: BlockKind
    /// Sections around the text in it.
    var level = 0
    var language: String?
    var endsLine = false
    /// Whether all in it is one line.
    var isFlat = false
    /// Whether its elements are divided by commas.
    var isParts = false
    /// Whether its text is about the document and no text of it.
    var isMetadata = false
    /// Whether text of it is noted as a field.
    var isField = false
    /// Where its text begins in the line, in bytes.
    var lineStart = 0
  }

  /// A name of the document with its rules.
  private struct Name {
    var local: String
    var rule: MarkupRule
    var byParent: [String: MarkupRule]
  }

  private let format: MarkupFormat
  /// Names of elements that run within lines where the format has no rule; nil where the format
  /// knows.
  private let inlineNames: Set<XMLName>?
  private(set) var text = StructuredText()
  private(set) var fields = MarkupFields()
  private var names: [Name?] = []
  private var frames: [Frame] = []
  private var path = ElementPath()
  private var skippedDepth = 0
  private var line: [UInt8] = []
  /// The lines around the notes that are open.
  private var outerLines: [[UInt8]] = []
  private var waiting: [WaitingBlock] = []
  /// A number that stands before the next block.
  private var label: WaitingBlock?
  private var needsComma = false
  private var quoteDepth = 0
  /// The entry whose parts are read.
  private var citation: CitationText?

  init(_ format: MarkupFormat, inlineNames: Set<XMLName>? = nil) {
    self.format = format
    self.inlineNames = inlineNames
  }

  // MARK: Events

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    guard skippedDepth == 0 else {
      skippedDepth += 1
      return
    }
    path.enter(tag.name)
    let number = number(of: tag.name)
    let rule = rule(number, tag.name)
    guard rule.role != .skipped else {
      path.leave()
      skippedDepth = 1
      return
    }
    open(rule, number, tag)
  }

  override func endElement() throws(XMLRefusal) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    close()
    frames.removeLast()
    path.leave()
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    guard skippedDepth == 0, let frame = frames.last else { return }
    fields.append(piece)
    guard !frame.isMetadata else { return }
    if citation != nil {
      citation?.append(piece)
      return
    }
    var index = 0
    while index < piece.count {
      let start = index
      while index < piece.count, piece[index] > 0x20 { index += 1 }
      if index > start {
        if needsComma { writeComma(before: piece[start], frame) }
        line.append(contentsOf: UnsafeBufferPointer(rebasing: piece[start..<index]))
      }
      if index < piece.count {
        space()
        index += 1
      }
    }
  }

  // MARK: Elements

  private func number(of name: XMLInternedName) -> Int {
    while names.count <= name.id { names.append(nil) }
    if names[name.id] == nil { names[name.id] = entry(name) }
    return name.id
  }

  private func entry(_ name: XMLInternedName) -> Name {
    let local = String(cString: name.local)
    let namespace = String(cString: name.namespace)
    var rule = format.rules[local] ?? format.otherwise
    if let wanted = rule.namespace, wanted != namespace { rule = format.otherwise }
    if let inlineNames, rule.role == format.otherwise.role {
      if inlineNames.contains(XMLName(namespace: namespace, local)) { rule.role = .inline }
    }
    var byParent: [String: MarkupRule] = [:]
    let suffix = "/\(local)"
    for (key, rule) in format.rules where key.hasSuffix(suffix) {
      byParent[String(key.dropLast(suffix.count))] = rule
    }
    return Name(local: local, rule: rule, byParent: byParent)
  }

  private func rule(_ number: Int, _ name: XMLInternedName) -> MarkupRule {
    guard let entry = names[number] else { return format.otherwise }
    if !entry.byParent.isEmpty, let parent = frames.last?.name, let above = names[parent],
      let rule = entry.byParent[above.local]
    {
      return rule
    }
    return entry.rule
  }

  private func open(_ rule: MarkupRule, _ number: Int, _ tag: XMLTag) {
    let above = frames.last
    var frame = Frame(role: rule.role, name: number, kind: above?.kind ?? .paragraph)
    frame.level = above?.level ?? 0
    frame.language = above?.language
    frame.isFlat = above?.isFlat ?? false
    frame.isParts = above?.isParts ?? false
    frame.isMetadata = above?.isMetadata ?? false
    readLanguage(tag, &frame)
    if frame.isParts { needsComma = needsComma || !line.isEmpty }
    if rule.role == .mark, !tag.meets(rule.condition) { frame.role = .inline }
    if case .note = rule.role {
      frame.isFlat = false
      frame.isParts = false
    }
    if frame.isFlat { openInLine(rule.role, &frame) } else { openBlock(rule.role, &frame) }
    if citation != nil {
      citation?.begin(rule.role.part, isMeant: tag.meets(rule.condition))
    } else if rule.role == .citation, !frame.isMetadata {
      citation = CitationText()
    }
    frame.lineStart = line.count
    frames.append(frame)
    if let field = rule.field, tag.meets(rule.condition) { openField(field, rule, tag) }
  }

  private func openBlock(_ role: MarkupRole, _ frame: inout Frame) {
    switch role {
    case .inline, .skipped, .mark, .part: return
    case .lineBreak, .cell: return space()
    case .quote: return writeQuote(opens: true)
    case .note:
      guard !frame.isMetadata else { return }
      outerLines.append(line)
      line.removeAll()
      frame.kind = .note
      frame.endsLine = true
      return
    default: break
    }
    flush()
    frame.endsLine = true
    switch role {
    case .section:
      frame.level += 1
      frame.isMetadata = false
      frame.kind = .paragraph
    case .block(let kind): if frame.kind != .note { frame.kind = kind }
    case .heading:
      frame.kind = .heading(level: min(max(frame.level, 1), 6))
      frame.isFlat = true
      frame.isMetadata = false
    case .flat(let kind), .parts(let kind):
      frame.kind = kind
      frame.isFlat = true
      if case .parts = role { frame.isParts = true }
      needsComma = false
    case .citation:
      frame.kind = .bibliographyEntry
      frame.isFlat = true
    case .row:
      frame.kind = .tableRow
      frame.isFlat = true
    case .label, .numbering: frame.isFlat = true
    case .metadata: frame.isMetadata = true
    default: break
    }
  }

  private func openInLine(_ role: MarkupRole, _ frame: inout Frame) {
    switch role {
    case .inline, .mark, .skipped, .part: break
    case .quote: writeQuote(opens: true)
    case .cell: separateCell()
    default: space()
    }
  }

  private func close() {
    guard let frame = frames.last else { return }
    if frame.isField { closeField() }
    closeCitation(frame)
    if case .note = frame.role, !frame.isMetadata {
      flush()
      line = outerLines.popLast() ?? []
      if outerLines.isEmpty, line.isEmpty { addWaiting() }
      return
    }
    switch frame.role {
    case .mark: dropMark(from: frame.lineStart)
    case .quote: writeQuote(opens: false)
    case .label, .numbering: if frame.endsLine { keepLabel(frame) }
    case .section: if frame.endsLine { closeSection() }
    default: break
    }
    if frame.endsLine { flush() } else if frame.isFlat, frame.role != .inline { closeInLine(frame) }
  }

  /// Ends a part of an entry, or the entry, whose text becomes the line.
  private func closeCitation(_ frame: Frame) {
    guard let entry = citation else { return }
    if case .citation = frame.role {
      line.append(contentsOf: entry.text.utf8)
      citation = nil
    } else {
      citation?.end()
    }
  }

  private func closeInLine(_ frame: Frame) {
    switch frame.role {
    case .mark, .quote, .cell, .part: break
    default: space()
    }
  }

  // MARK: Lines

  private func space() {
    if let last = line.last, last != 0x20 { line.append(0x20) }
  }

  /// Takes a number without letters, or a letter alone, away again.
  private func dropMark(from start: Int) {
    let hasLetters =
      line.count > start + 1
      && line[start...].contains {
        $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
      }
    if !hasLetters, start < line.count { line.removeLast(line.count - start) }
  }

  private func writeQuote(opens: Bool) {
    if !opens { quoteDepth = max(0, quoteDepth - 1) }
    let isInner = !quoteDepth.isMultiple(of: 2)
    line.append(contentsOf: (opens ? isInner ? "‘" : "“" : isInner ? "’" : "”").utf8)
    if opens { quoteDepth += 1 }
  }

  /// Divides the elements of an entry, unless a mark does already.
  private func writeComma(before next: UInt8, _ frame: Frame) {
    needsComma = false
    while line.last == 0x20 { line.removeLast() }
    guard let last = line.last else { return }
    let isMarked = ",.;:([/-".utf8.contains(last) || ",.;:)]".utf8.contains(next)
    if !isMarked, frame.isParts { line.append(UInt8(ascii: ",")) }
    if !",.;:)]".utf8.contains(next) { line.append(0x20) }
  }

  private func separateCell() {
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return }
    if !line.suffix(2).elementsEqual(" |".utf8) { line.append(contentsOf: " |".utf8) }
    line.append(0x20)
  }

  /// Sets a number aside until the block behind it.
  private func keepLabel(_ frame: Frame) {
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return }
    if let label { add(label) }
    let isHeading = frame.role == .numbering
    label = WaitingBlock(
      kind: isHeading ? .heading(level: min(max(frame.level, 1), 6)) : frame.kind, bytes: line,
      locator: path.locator, language: frame.language)
    line.removeAll()
  }

  /// Hands a number over that no block came behind.
  private func closeSection() {
    flush()
    if let label {
      self.label = nil
      add(label)
    }
  }

  private func flush() {
    needsComma = false
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return }
    defer { line.removeAll(keepingCapacity: true) }
    var depth = frames.count
    while depth > 1, !frames[depth - 1].endsLine { depth -= 1 }
    guard depth > 0 else { return }
    let frame = frames[depth - 1]
    if frame.kind == .tableRow { dropSeparator() }
    var block = WaitingBlock(
      kind: frame.kind, bytes: line, locator: path.locator(toDepth: depth), language: frame.language
    )
    if let label, frame.kind != .note {
      self.label = nil
      take(label, into: &block)
    }
    add(block)
  }

  private func dropSeparator() {
    if line.suffix(2).elementsEqual(" |".utf8) { line.removeLast(2) }
  }

  /// Puts a number before its block; that of a section is a heading of its own before other text.
  private func take(_ label: WaitingBlock, into block: inout WaitingBlock) {
    if case .heading = label.kind {
      guard case .heading = block.kind else { return add(label) }
    } else if block.kind == .paragraph {
      block.kind = .listItem
    }
    block.bytes = label.bytes + [0x20] + block.bytes
  }

  private func add(_ block: WaitingBlock) {
    guard outerLines.isEmpty else {
      waiting.append(block)
      return
    }
    text.add(block.kind, utf8: block.bytes, locator: block.locator, language: block.language)
    addWaiting()
  }

  private func addWaiting() {
    let blocks = waiting
    waiting = []
    for block in blocks {
      text.add(block.kind, utf8: block.bytes, locator: block.locator, language: block.language)
    }
  }

  // MARK: Fields

  private func readLanguage(_ tag: XMLTag, _ frame: inout Frame) {
    for attribute in tag.attributes where attribute.name.local[0] == UInt8(ascii: "l") {
      guard String(cString: attribute.name.local) == "lang", !attribute.value.isEmpty else {
        continue
      }
      let tag = String(decoding: attribute.value, as: UTF8.self)
      if frames.isEmpty { fields.setLanguage(tag) } else { frame.language = tag }
    }
  }

  private func openField(_ field: MarkupField, _ rule: MarkupRule, _ tag: XMLTag) {
    for name in rule.attributes {
      guard let found = tag.value(of: name) else { continue }
      fields.set(field, found)
      return
    }
    frames[frames.count - 1].isField = fields.begin(field)
  }

  private func closeField() { fields.end() }
}
