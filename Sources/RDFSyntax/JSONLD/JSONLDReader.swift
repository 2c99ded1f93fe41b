import Diagnostics
public import RDF

/// Reads the statements of a JSON-LD text block by block.
///
/// The whole text is in memory, with eight bytes for each of its values; the statements are made as
/// they are asked for, one element of the outermost array or of its `@graph` after the other. Those
/// of an element wait in little memory (``StatementSpill``) until it has shown no mistake.
public struct JSONLDReader: QuadReader {
  private enum State {
    case unread
    case reading
    case done
    case failed(any Error)
  }

  private let source: any ByteSource
  private let options: JSONLDOptions
  private let readerOptions: ReaderOptions
  private var state = State.unread
  private var expander: JSONLDExpander?
  /// The context of the elements.
  private var context = 0
  /// The next element and the one behind the last.
  private var next = 0
  private var end = 0

  /// An element of so many values may have more statements than a block should hold.
  private static let manyValues = 1 << 11

  init(
    _ source: any ByteSource, options: JSONLDOptions, readerOptions: ReaderOptions
  ) {
    self.source = source
    self.options = options
    self.readerOptions = readerOptions
  }

  /// Empties the block and fills it with the next statements.
  ///
  /// Where mistakes are skipped, what is skipped is an element of the outermost array or of its
  /// `@graph`; a text that is no JSON ends the reading.
  public mutating func next(into block: inout QuadBlock) throws -> Bool {
    block.removeAll()
    switch state {
    case .unread:
      do {
        try begin()
        state = .reading
      } catch {
        state = .failed(located(error))
        throw located(error)
      }
    case .reading: break
    case .done: return false
    case .failed(let error): throw error
    }
    guard var expander else { return false }
    self.expander = nil
    swap(&expander.block, &block)
    expander.blockNumber += 1
    if expander.spill.isEmpty { fill(&expander) }
    if !expander.spill.isEmpty {
      expander.spill.read(into: &expander.block, enough: JSONLDExpander.enough)
    }
    swap(&expander.block, &block)
    self.expander = expander
    if !block.isEmpty { return true }
    if case .failed(let error) = state { throw error }
    return false
  }

  /// Makes statements until there are enough or no element is left.
  private mutating func fill(_ expander: inout JSONLDExpander) {
    while next < end {
      let (statements, bytes) = (expander.block.count, expander.block.bytes.count)
      let enough = JSONLDExpander.enough
      if statements >= enough.statements || bytes >= enough.bytes { return }
      expander.isLarge = expander.document.end(next) - next >= Self.manyValues
      // What waits are the statements of one element.
      if expander.isLarge, statements > 0 { return }
      do {
        try expander.expand(
          next, in: context, key: nil, to: .nothing, graph: QuadBlock.Run.none)
      } catch {
        // What an element has said before its mistake does not count.
        expander.block.statements.removeLast(expander.block.count - statements)
        expander.spill.removeAll()
        expander.lists.removeAll()
        let error = located(error)
        guard let mistake = error as? SyntaxError, let skip = readerOptions.skip else {
          state = .failed(error)
          return
        }
        skip(mistake)
      }
      next = expander.document.end(next)
      if !expander.spill.isEmpty {
        expander.spill.append(expander.block)
        expander.block.removeAll()
        return
      }
    }
    state = .done
  }

  // MARK: Beginning

  private mutating func begin() throws {
    let document = try JSONParser.parse(padded: try text(), file: readerOptions.file)
    var expander = JSONLDExpander(
      document, options: options, labelPrefix: readerOptions.labelPrefix)
    context = expander.contexts.initial
    if let given = options.expandContext {
      let parsed = try JSONParser.parse(given.bytes, file: given.file)
      let root = JSONReference(document: parsed, index: 0)
      context = try expander.contexts.process(
        root.member("@context") ?? root, in: context, base: given.iri ?? options.base?.iri)
    }
    switch document.kind(0) {
    case .array: (next, end) = (1, document.end(0))
    case .object:
      (next, end) = (0, document.end(0))
      if let (graph, inner) = try expander.onlyGraph(in: context) {
        context = inner
        let isArray = document.kind(graph) == .array
        (next, end) = (isArray ? graph + 1 : graph, document.end(graph))
      }
    case .null, .truth, .falsehood, .number, .string, .escaped: break
    }
    self.expander = expander
  }

  /// The whole text with zeros behind it.
  private func text() throws -> [UInt8] {
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { break }
      text.append(contentsOf: piece[..<count])
      guard text.count <= min(source.longestText, JSONParser.longestText) else {
        let most = min(source.longestText, JSONParser.longestText) >> 20
        throw JSONDocument.error(
          Message(
            en: "the text is longer than the \(most) MiB that are read of JSON-LD",
            id: "teks lebih panjang dari \(most) MiB, batas untuk JSON-LD"),
          in: text.span, from: 0, to: 0, file: readerOptions.file)
      }
    }
    text.append(contentsOf: repeatElement(0, count: JSONDocument.padding))
    return text
  }

  /// A mistake of JSON-LD as a mistake at a place of a file.
  private func located(_ error: any Error) -> any Error {
    guard let mistake = error as? JSONLDMistake else { return error }
    return mistake.place.document.error(mistake.code.message, at: mistake.place.index)
  }
}

extension JSONLDExpander {
  /// The value of `@graph` of the outermost object and its context, if nothing else counts there:
  /// then it is the default graph
  /// ([JSON-LD 1.1 API §9.2](https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-expand)).
  mutating func onlyGraph(in outer: Int) throws -> (graph: Int, context: Int)? {
    var context = outer
    if let local = document.member("@context", of: 0) {
      context = try contexts.context(
        JSONReference(document: document, index: local), in: context, base: base)
    }
    let first = members.count
    readMembers(of: 0, in: context)
    defer { members.removeLast(members.count - first) }
    var graph: Int?
    for member in members[first...] {
      let value = Int(member.name) + 1
      switch contexts.keys[Int(member.key)].kind {
      case .keyword(.context), .nothing: continue
      case .property where document.kind(value) == .null: continue
      case .keyword(.graph) where graph == nil: graph = value
      case .keyword, .property: return nil
      }
    }
    return graph.map { ($0, context) }
  }
}
