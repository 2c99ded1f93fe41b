import Diagnostics
import RDF

/// Statements on their way into JSON-LD: the nodes in their order.
struct JSONLDDocument {
  typealias Rank = TermRanking.Rank

  private let arrangement: Arrangement
  private let lists: JSONLDLists
  private let options: JSONLDSerializer.Options
  private var compactor: JSONLDCompactor?
  private let type: Rank

  /// - Throws: ``JSONLDWritingError`` for a triple term, `SyntaxError` for a context that cannot be
  ///   used.
  init(_ statements: QuadCollection, options: JSONLDSerializer.Options) throws {
    self.options = options
    arrangement = Arrangement(
      statements,
      Arrangement.Options(
        firstPredicates: [RDFVocabulary.type], maximumDepth: 0, listsHoldLiterals: false,
        mergesGraphs: false))
    let ranking = arrangement.ranking
    try Self.refuse(arrangement)
    lists = JSONLDLists(arrangement, compoundLiterals: options.rdfDirection == .compoundLiteral)
    type = options.usesRDFType ? 0 : ranking.rank(of: RDFVocabulary.type)
    compactor = try options.context.map {
      try JSONLDCompactor($0, base: options.base, reading: options.reading)
    }
  }

  /// Refuses what JSON-LD has no place for.
  private static func refuse(_ arrangement: Arrangement) throws(JSONLDWritingError) {
    let ranking = arrangement.ranking
    let bytes = ranking.terms.bytes.span
    let tail = Array("^^<\(RDFVocabulary.json.iri)>".utf8)
    for statement in arrangement.statements where statement.object >= ranking.blankNodes.upperBound
    {
      let term = bytes.extracting(ranking.range(of: statement.object))
      if ranking.isTripleTerm(statement.object) {
        throw JSONLDWritingError(reason: .tripleTerm, term: String(copying: term))
      }
      guard term.count > tail.count,
        term.extracting(last: tail.count).hasSameBytes(as: tail.span)
      else { continue }
      var text: [UInt8] = []
      let length = ranking.textLength(of: statement.object)
      CanonicalTerm.appendUnescaped(term.extracting(1..<1 + length), to: &text)
      guard isJSON(text) else {
        throw JSONLDWritingError(reason: .invalidJSONLiteral, term: String(copying: term))
      }
    }
  }

  /// Writes everything.
  mutating func write<Sink: ByteSink>(to sink: inout Sink) throws {
    var output = ChunkedOutput()
    let nodes = defaultNodes()
    let key = compactor.map { String(decoding: $0.name(of: .graph), as: UTF8.self) }
    let isAlone = nodes.count == 1 && !options.isFlattened
    if let compactor {
      CanonicalTerm.append("{\n  \"@context\": ", to: &output.pending)
      compactor.written.append(to: &output.pending, indent: 2)
      if isAlone, case .object(let members) = try tree(of: nodes[0]) {
        for member in members {
          CanonicalTerm.append(",\n  ", to: &output.pending)
          CanonicalJSON.appendString(member.name.span, to: &output.pending)
          CanonicalTerm.append(": ", to: &output.pending)
          member.value.append(to: &output.pending, indent: 2)
        }
        CanonicalTerm.append("\n}\n", to: &output.pending)
        return try output.handOn(to: &sink)
      }
    }
    if let key { CanonicalTerm.append(",\n  \"\(key)\": ", to: &output.pending) }
    output.pending.append(UInt8(ascii: "["))
    let indent = key == nil ? 2 : 4
    for (place, node) in nodes.enumerated() {
      if place > 0 { output.pending.append(UInt8(ascii: ",")) }
      output.pending.append(0x0A)
      output.pending.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
      try tree(of: node).append(to: &output.pending, indent: indent)
      try output.handOnIfFull(to: &sink)
    }
    if !nodes.isEmpty {
      output.pending.append(0x0A)
      output.pending.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent - 2))
    }
    CanonicalTerm.append(key == nil ? "]\n" : "]\n}\n", to: &output.pending)
    try output.handOn(to: &sink)
  }

  // MARK: Nodes

  /// A node of the default graph: what is said of it, and what stands in the graph of its name.
  private struct Node {
    var subject: Rank
    var run: Int?
    var graph: Int?
  }

  /// The nodes of the default graph in order, those among them that only name graphs.
  private func defaultNodes() -> [Node] {
    var nodes: [Node] = []
    var named = arrangement.graphs.indices.filter { arrangement.graphs[$0].name != 0 }[...]
    func addGraphs(before subject: Rank) {
      while let graph = named.first, arrangement.graphs[graph].name < subject {
        nodes.append(Node(subject: arrangement.graphs[graph].name, graph: graph))
        named.removeFirst()
      }
    }
    for graph in arrangement.graphs where graph.name == 0 {
      for run in graph.runs where !lists.hiddenRuns.contains(run) {
        let subject = self.subject(of: run)
        addGraphs(before: subject)
        var node = Node(subject: subject, run: run)
        if let next = named.first, arrangement.graphs[next].name == subject {
          node.graph = next
          named.removeFirst()
        }
        nodes.append(node)
      }
    }
    addGraphs(before: .max)
    return nodes
  }

  private func subject(of run: Int) -> Rank {
    arrangement.statements[arrangement.runs[run].statements.lowerBound].subject
  }

  private mutating func tree(of node: Node) throws -> JSONTree {
    var members = try members(ofNode: node.subject, run: node.run)
    if let graph = node.graph {
      var nodes: [JSONTree] = []
      for run in arrangement.graphs[graph].runs where !lists.hiddenRuns.contains(run) {
        nodes.append(.object(try self.members(ofNode: subject(of: run), run: run)))
      }
      members.append((compactor?.name(of: .graph) ?? Array("@graph".utf8), .array(nodes)))
    }
    return .object(members)
  }

  private mutating func members(
    ofNode subject: Rank, run: Int?
  ) throws -> [JSONLDCompactor.Member] {
    let iri = node(subject)
    var members: [JSONLDCompactor.Member]
    if let compactor {
      members = [(compactor.name(of: .id), .text(try compactor.id(iri)))]
    } else {
      members = [(Array("@id".utf8), .text(iri))]
    }
    guard let run else { return members }
    let statements = arrangement.runs[run].statements
    var start = statements.lowerBound
    while start < statements.upperBound {
      let place = arrangement.statements[start].predicate
      var end = start
      while end < statements.upperBound, arrangement.statements[end].predicate == place {
        end += 1
      }
      let predicate = arrangement.predicate(at: place)
      if predicate == type, predicate != 0, let types = types(start..<end) {
        members.append(
          try compactor?.types(types)
            ?? (Array("@type".utf8), .array(types.map { JSONTree.text($0) })))
        start = end
        continue
      }
      let items = (start..<end).map { item($0) }
      if compactor != nil {
        let name = node(predicate)
        members += try compactor?.properties(name, items) ?? []
      } else {
        members.append((node(predicate), .array(items.map(\.expanded))))
      }
      start = end
    }
    return members
  }

  /// The types of a node; nil if one of them is a literal, which cannot stand there.
  private func types(_ statements: Range<Int>) -> [[UInt8]]? {
    let objects = statements.map { arrangement.statements[$0].object }
    guard objects.allSatisfy({ !arrangement.ranking.isLiteral($0) }),
      statements.allSatisfy({ lists.lists[$0] == nil })
    else { return nil }
    return objects.map(node)
  }

  // MARK: Terms

  /// The IRI of a node, or its label behind `_:`.
  private func node(_ rank: Rank) -> [UInt8] {
    let range = arrangement.ranking.range(of: rank)
    let bytes = arrangement.ranking.terms.bytes.span
    if arrangement.ranking.isBlankNode(rank) {
      let label = String(copying: bytes.extracting(range.lowerBound + 2..<range.upperBound))
      return Array("_:\(EncodedLabel.decode(label))".utf8)
    }
    return Array(copying: bytes.extracting(range.lowerBound + 1..<range.upperBound - 1))
  }

  /// The object of a statement.
  private func item(_ index: Int) -> JSONLDItem {
    if let elements = lists.lists[index] { return .list(elements.map { item($0) }) }
    if let run = lists.directed[index], let text = directedText(run) { return text }
    let object = arrangement.statements[index].object
    guard arrangement.ranking.isLiteral(object) else { return .node(node(object)) }
    return literal(object)
  }

  private func literal(_ rank: Rank) -> JSONLDItem {
    let range = arrangement.ranking.range(of: rank)
    let bytes = arrangement.ranking.terms.bytes.span.extracting(range)
    let length = arrangement.ranking.textLength(of: rank)
    var text: [UInt8] = []
    CanonicalTerm.appendUnescaped(bytes.extracting(1..<1 + length), to: &text)
    let tail = bytes.extracting(length + 2..<bytes.count)
    guard tail.count > 0 else { return .typed(text, datatype: nil) }
    if tail[0] == UInt8(ascii: "@") {
      let tag = Array(copying: tail.extracting(1..<tail.count))
      guard
        let dashes = tag.indices.dropLast().first(where: { tag[$0] == 0x2D && tag[$0 + 1] == 0x2D })
      else { return .text(text, language: tag, direction: nil) }
      return .text(
        text, language: Array(tag[..<dashes]),
        direction: BaseDirection(
          rawValue: String(decoding: tag[(dashes + 2)...], as: UTF8.self)))
    }
    let datatype = Array(copying: tail.extracting(3..<tail.count - 1))
    return typed(text, datatype: datatype)
  }

  private func typed(_ text: [UInt8], datatype: [UInt8]) -> JSONLDItem {
    // Others were refused before.
    if datatype == Self.json { return .json(text) }
    if options.rdfDirection == .i18nDatatype, datatype.starts(with: Self.i18n),
      let mark = datatype.lastIndex(of: UInt8(ascii: "_")), mark >= Self.i18n.count,
      let direction = BaseDirection(
        rawValue: String(decoding: datatype[(mark + 1)...], as: UTF8.self))
    {
      let language = Array(datatype[Self.i18n.count..<mark])
      guard
        language.isEmpty
          || JSONLDLists.isLowercaseTag(String(decoding: language, as: UTF8.self))
      else { return .typed(text, datatype: datatype) }
      return .text(text, language: language.isEmpty ? nil : language, direction: direction)
    }
    if options.usesNativeTypes, let native = Self.native(text, datatype: datatype) {
      return .native(native)
    }
    return .typed(text, datatype: datatype)
  }

  private static let json = Array(RDFVocabulary.json.iri.utf8)
  private static let i18n = Array(JSONLDExpander.i18n.utf8)

  /// Whether a text is JSON.
  private static func isJSON(_ text: [UInt8]) -> Bool {
    do throws(SyntaxError) {
      _ = try JSONParser.parse(text)
      return true
    } catch {
      return false
    }
  }

  /// A number or truth value as JSON has it; nil for another datatype or lexical form.
  private static func native(_ text: [UInt8], datatype: [UInt8]) -> [UInt8]? {
    let form = String(decoding: text, as: UTF8.self)
    switch String(decoding: datatype, as: UTF8.self) {
    case XSD.boolean.iri:
      switch form {
      case "true", "1": return Array("true".utf8)
      case "false", "0": return Array("false".utf8)
      default: return nil
      }
    case XSD.integer.iri:
      guard form.utf8.count <= 15, let value = Int(form) else { return nil }
      return Array(String(value).utf8)
    case XSD.double.iri:
      let isNumber = text.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      guard isNumber, let value = Double(form), value.isFinite else { return nil }
      return JSONLDNumber.canonical(value)
    default: return nil
    }
  }

  /// The text that a blank node with value, language and direction is.
  private func directedText(_ run: Int) -> JSONLDItem? {
    var text: [UInt8]?
    var language: [UInt8]?
    var direction: BaseDirection?
    for index in arrangement.runs[run].statements {
      let statement = arrangement.statements[index]
      guard case .typed(let value, nil) = literal(statement.object) else { return nil }
      switch String(decoding: node(arrangement.predicate(at: statement.predicate)), as: UTF8.self) {
      case RDFVocabulary.value.iri: text = value
      case RDFVocabulary.language.iri: language = value
      default: direction = BaseDirection(rawValue: String(decoding: value, as: UTF8.self))
      }
    }
    guard let text, let direction else { return nil }
    return .text(text, language: language, direction: direction)
  }
}
