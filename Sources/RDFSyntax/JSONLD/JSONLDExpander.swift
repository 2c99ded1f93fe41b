import Diagnostics
import RDF

/// Makes statements of a JSON-LD text, node by node.
///
/// Expansion ([JSON-LD 1.1 API §5.1](https://www.w3.org/TR/json-ld11-api/#expansion-algorithm)) and
/// what follows it up to RDF (§8.1) are one walk over the text here: nothing is built but the
/// statements. What the specification says of an expanded value is asked of the value itself.
struct JSONLDExpander {
  /// What becomes of the things that a value holds.
  enum Sink {
    /// They belong to nothing; values and lists are left out.
    case nothing
    /// They stand in a graph that is a value itself; nothing leads to them.
    case graph
    /// They are objects.
    case object(subject: QuadBlock.Run, predicate: QuadBlock.Run)
    /// They are subjects.
    case subject(predicate: QuadBlock.Run, object: QuadBlock.Run)
    /// They are the elements of the list under way; of a list that is the whole value, its elements
    /// are.
    case list(isWhole: Bool)
    /// They stand in `@included`.
    case included

    /// Whether values that belong to nothing are left out.
    var dropsValues: Bool { if case .nothing = self { true } else { false } }
  }

  /// What the key of a map adds to what stands under it.
  struct Extras {
    /// What the node is called if it has no name; empty for nothing.
    var id = QuadBlock.Run.none
    /// Whether ``id`` counts.
    var hasID = false
    /// A type of the node; empty for nothing.
    var type = QuadBlock.Run.none
    /// A property of the node, and its value; empty for nothing.
    var predicate = QuadBlock.Run.none
    var object = QuadBlock.Run.none
    /// Whether ``predicate`` and ``object`` count.
    var hasProperty = false
    /// Whether what is no graph becomes one.
    var isGraph = false
  }

  /// A member of an object, by what its name means.
  struct Member {
    /// The meaning: a place in the keys of ``ContextTable``.
    var key: Int32
    /// The number of the name; that of the value is one more.
    var name: Int32
    /// The context in which the value stands.
    var context: Int32
  }

  let document: JSONDocument
  /// What relative IRIs of contexts in the text are resolved against.
  let base: String?
  let options: JSONLDOptions
  var contexts: ContextTable
  /// The statements so far.
  var block = QuadBlock()
  /// The number of the block; terms that lie in another one are written again.
  var blockNumber = 1
  var labels = AnonymousLabels()
  let labelPrefix: String
  /// The members of the objects under way.
  var members: [Member] = []
  /// The lists under way, each as the numbers of its first cell and of the last one so far; nil
  /// before the first.
  var lists: [(first: UInt64, last: UInt64)?] = []
  /// Statements that are made, and no longer in ``block``.
  var spill = StatementSpill()
  /// Whether the element under way may have more statements than a block should hold.
  var isLarge = false
  /// Bytes of the term that is being made.
  var scratch: [UInt8] = []
  private var fixed: [QuadBlock.Run] = []
  private var fixedNumber = 0
  private let mostBytes: Int

  init(_ document: JSONDocument, options: JSONLDOptions, labelPrefix: String) {
    self.document = document
    self.options = options
    self.labelPrefix = labelPrefix
    base = options.base?.iri
    contexts = ContextTable(options, length: document.length)
    // One node may repeat long IRIs of its context without end.
    mostBytes = 16 << 20 + document.length.multipliedReportingOverflow(by: 8).partialValue
  }

  // MARK: Values of any kind

  /// Makes the statements of a value.
  ///
  /// - Parameters:
  ///   - index: The value.
  ///   - context: The context.
  ///   - key: The property that it is a value of; nil for none.
  ///   - sink: What becomes of the things that it holds.
  ///   - graph: The graph that statements stand in; empty for the default graph, nil for none.
  ///   - isInMap: Whether it stands in a map, where the context of a type goes on.
  ///   - extras: What the key of the map adds.
  /// - Returns: Whether the value holds anything.
  /// - Throws: ``JSONLDMistake`` or `SyntaxError` for the first mistake.
  @discardableResult
  mutating func expand(
    _ index: Int, in context: Int, key: Int?, to sink: Sink, graph: QuadBlock.Run?,
    isInMap: Bool = false, extras: Extras? = nil
  ) throws -> Bool {
    switch document.kind(index) {
    case .null: return false
    case .object:
      return try expandObject(
        index, in: context, key: key, to: sink, graph: graph, isInMap: isInMap, extras: extras)
    case .array:
      let end = document.end(index)
      let isList = key.map { contexts.keys[$0].container.contains(.list) } ?? false
      var sink = sink
      if case .list = sink { sink = .list(isWhole: false) }
      var element = index + 1
      let mark = block.bytes.count
      while element < end {
        if isList, document.kind(element) == .array {
          try deliverList(to: sink, graph: graph) { (expander) in
            try expander.expand(
              element, in: context, key: key, to: .list(isWhole: false), graph: graph,
              isInMap: isInMap)
          }
        } else {
          try expand(
            element, in: context, key: key, to: sink, graph: graph, isInMap: isInMap,
            extras: extras)
        }
        element = document.end(element)
        try relieve(to: mark, at: index)
      }
      return true
    case .truth, .falsehood, .number, .string, .escaped:
      guard !sink.dropsValues else { return false }
      if case .included = sink { throw mistake(.invalidIncludedValue, at: index) }
      var context = context
      if let key, contexts.keys[key].hasContext, let definition = contexts.keys[key].definition {
        context = try contexts.scope(
          of: definition, in: context, overridesProtected: true, propagates: true)
      }
      let item = try expandScalar(index, in: context, key: key, graph: graph)
      if let extras, extras.hasProperty, !item.isNode {
        throw mistake(.invalidValueObject, at: index)
      }
      if let extras, item.isNode { state(extras, of: item.term, in: graph) }
      if let extras, extras.isGraph {
        deliver(extras.hasID ? extras.id : fresh(), to: sink, graph: graph)
      } else {
        try deliver(item, to: sink, graph: graph, at: index)
      }
      return true
    }
  }

  // MARK: Handing on

  /// A thing that a value came to.
  struct Item {
    /// Its term; empty if no statement can have it.
    var term: QuadBlock.Run
    /// Whether it is a node, and no literal.
    var isNode: Bool
  }

  /// Hands on a value or a node.
  mutating func deliver(
    _ item: Item, to sink: Sink, graph: QuadBlock.Run?, at index: Int
  ) throws {
    if case .subject = sink, !item.isNode {
      throw mistake(.invalidReversePropertyValue, at: index)
    }
    if case .included = sink, !item.isNode { throw mistake(.invalidIncludedValue, at: index) }
    deliver(item.term, to: sink, graph: graph)
  }

  /// Hands on a node.
  mutating func deliver(_ term: QuadBlock.Run, to sink: Sink, graph: QuadBlock.Run?) {
    switch sink {
    case .nothing, .graph, .included: break
    case .object(let subject, let predicate): state(subject, predicate, term, in: graph)
    case .subject(let predicate, let object): state(term, predicate, object, in: graph)
    case .list: appendToList(term, in: graph)
    }
  }

  /// Gathers what a body hands to the list under way, and hands on the list.
  mutating func deliverList(
    to sink: Sink, graph: QuadBlock.Run?, _ body: (inout JSONLDExpander) throws -> Void
  ) throws {
    lists.append(nil)
    try body(&self)
    deliver(endedList(in: graph), to: sink, graph: graph)
  }

  /// Makes the statements of one more cell of the list under way.
  private mutating func appendToList(_ element: QuadBlock.Run, in graph: QuadBlock.Run?) {
    let number = labels.fresh()
    let cell = anonymous(number)
    if let list = lists[lists.count - 1] {
      state(anonymous(list.last), fixed(.rest), cell, in: graph)
    }
    state(cell, fixed(.first), element, in: graph)
    let first = lists[lists.count - 1]?.first ?? number
    lists[lists.count - 1] = (first, number)
  }

  /// Ends the list under way.
  ///
  /// - Returns: Its first cell.
  mutating func endedList(in graph: QuadBlock.Run?) -> QuadBlock.Run {
    guard let list = lists.removeLast() else { return fixed(.nil) }
    state(anonymous(list.last), fixed(.rest), fixed(.nil), in: graph)
    return anonymous(list.first)
  }

  /// Adds a statement, unless one of its terms is nothing that RDF has.
  @inline(__always) mutating func state(
    _ subject: QuadBlock.Run, _ predicate: QuadBlock.Run, _ object: QuadBlock.Run,
    in graph: QuadBlock.Run?
  ) {
    guard subject.count > 0, predicate.count > 0, object.count > 0, let graph else { return }
    block.statements.append(QuadBlock.Statement(subject, predicate, object, in: graph))
  }

  /// Adds what the key of a map says of a node.
  mutating func state(_ extras: Extras, of node: QuadBlock.Run, in graph: QuadBlock.Run?) {
    if extras.type.count > 0 { state(node, fixed(.type), extras.type, in: graph) }
    if extras.hasProperty { state(node, extras.predicate, extras.object, in: graph) }
  }

  // MARK: Terms

  /// Terms that JSON-LD itself brings in.
  enum FixedTerm: Int, CaseIterable {
    case type, first, rest, `nil`, value, language, direction

    var node: NamedNode {
      switch self {
      case .type: RDFVocabulary.type
      case .first: RDFVocabulary.first
      case .rest: RDFVocabulary.rest
      case .nil: RDFVocabulary.nil
      case .value: RDFVocabulary.value
      case .language: RDFVocabulary.language
      case .direction: RDFVocabulary.direction
      }
    }
  }

  /// Where a term lies in the block.
  mutating func fixed(_ term: FixedTerm) -> QuadBlock.Run {
    if fixedNumber != blockNumber {
      fixed = FixedTerm.allCases.map { term in
        block.appendRun { CanonicalTerm.append(term.node, to: &$0) }
      }
      fixedNumber = blockNumber
    }
    return fixed[term.rawValue]
  }

  /// A blank node that has no label in the text.
  mutating func fresh() -> QuadBlock.Run { anonymous(labels.fresh()) }

  /// The blank node of a number among those without a label.
  private mutating func anonymous(_ number: UInt64) -> QuadBlock.Run {
    let prefix = labelPrefix
    return block.appendRun { bytes in
      CanonicalTerm.append("_:", to: &bytes)
      CanonicalTerm.append(prefix, to: &bytes)
      CanonicalTerm.append("anon", to: &bytes)
      CanonicalTerm.append(String(number), to: &bytes)
    }
  }

  /// The term of an expanded IRI or blank node, which lies in ``scratch``; empty for what is no
  /// absolute IRI.
  mutating func nodeInScratch() -> QuadBlock.Run {
    if scratch.count >= 2, scratch[0] == UInt8(ascii: "_"), scratch[1] == UInt8(ascii: ":") {
      return blankNodeInScratch()
    }
    let start = block.bytes.count
    block.bytes.append(UInt8(ascii: "<"))
    block.bytes += scratch
    block.bytes.append(UInt8(ascii: ">"))
    let end = block.bytes.count
    block.bytes += Self.padding
    let isWellFormed = IRIScan.end(block.bytes.span, from: start, end: end) == end - 1
    block.bytes.removeLast(block.bytes.count - (isWellFormed ? end : start))
    return isWellFormed ? QuadBlock.Run(start: start, count: end - start) : .none
  }

  /// What has to stand behind a text for ``IRIScan``.
  private static let padding = [UInt8](repeating: 0, count: TextScan.padding)

  private mutating func blankNodeInScratch() -> QuadBlock.Run {
    guard scratch.count > 2 else { return .none }
    var label = String(decoding: scratch[2...], as: UTF8.self)
    let bytes = Array(scratch[2...])
    if labels.mustMove(bytes.span) {
      label = "anon-" + label.dropFirst(AnonymousLabels.stem.utf8CodeUnitCount)
    }
    let prefix = labelPrefix
    return block.appendRun { bytes in
      CanonicalTerm.append("_:", to: &bytes)
      CanonicalTerm.append(EncodedLabel.encode(prefix + label), to: &bytes)
    }
  }

  /// The node that a string names; empty for one that no statement can have.
  mutating func node(
    _ index: Int, in context: Int, vocabulary: Bool = false, relative: Bool
  ) -> QuadBlock.Run {
    scratch.removeAll(keepingCapacity: true)
    let document = document
    let expansion = document.withBytes(index) {
      contexts.expand(
        $0, in: context, vocabulary: vocabulary, relative: relative, into: &scratch)
    }
    return expansion == .iri ? nodeInScratch() : .none
  }

  // MARK: Bounds and mistakes

  /// Takes statements out of the block when there are many, and with them the bytes behind a mark:
  /// nothing but them needs these any more.
  ///
  /// - Throws: `SyntaxError` when the statements of one node have grown out of all proportion.
  @inline(__always) mutating func relieve(to mark: Int, at index: Int) throws {
    guard isLarge else { return }
    let isFull =
      block.statements.count >= Self.enough.statements
      || block.bytes.count &- mark >= Self.enough.bytes
    if isFull { try spillStatements(to: mark, at: index) }
  }

  @inline(never)
  private mutating func spillStatements(to mark: Int, at index: Int) throws {
    spill.append(block)
    block.statements.removeAll(keepingCapacity: true)
    block.bytes.removeLast(block.bytes.count - mark)
    // Terms that are known to lie in the block may have lain behind the mark.
    blockNumber += 1
    try checkSize(at: index)
  }

  /// A block is full when it has as many statements, or as many bytes.
  static let enough = (statements: 1 << 12, bytes: 1 << 18)

  /// - Throws: `SyntaxError` when the statements of one node have grown out of all proportion.
  func checkSize(at index: Int) throws {
    guard block.bytes.count + spill.byteCount > mostBytes else { return }
    throw document.error(
      Message(
        en: "the statements of this node are more than \(mostBytes >> 20) MiB",
        id: "pernyataan simpul ini melebihi \(mostBytes >> 20) MiB"), at: index)
  }

  func mistake(_ code: JSONLDErrorCode, at index: Int) -> JSONLDMistake {
    JSONLDMistake(code, at: JSONReference(document: document, index: index))
  }
}
