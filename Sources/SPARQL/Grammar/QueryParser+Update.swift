internal import Diagnostics
internal import RDF

/// Requests that change data: productions [29]–[51].
extension QueryParser {
  /// `UpdateUnit` [3], `Update` [29].
  mutating func readUpdateUnit() throws(SPARQLSyntaxError) -> Update {
    var operations: [UpdateOperation] = []
    try readPrologue()
    while token.kind != .end {
      beginOperation()
      operations.append(try readUpdateOperation())
      guard try skip(.semicolon) else { break }
      try readPrologue()
    }
    guard token.kind == .end else { throw unexpected() }
    return Update(operations, prefixes: names.declared)
  }

  /// `Update1` [30].
  private mutating func readUpdateOperation() throws(SPARQLSyntaxError) -> UpdateOperation {
    // Told apart by the word itself: a request may have many thousand of them.
    guard case .word(let word) = token.kind else { throw noOperation() }
    switch word.uppercased() {
    case "INSERT":
      try advance()
      if try skip(word: "DATA") { return .insertData(try readQuadPattern(.insertedData)) }
      return try readModify(in: nil, deletions: [], insertions: try readQuadPattern(.template))
    case "DELETE":
      try advance()
      if try skip(word: "DATA") { return .deleteData(try readQuadPattern(.deletedData)) }
      if try skip(word: "WHERE") { return try readDeleteWhere() }
      return try readDeleteClause(in: nil)
    case "WITH":
      try advance()
      let graph = try requireIRI()
      if try skip(word: "DELETE") { return try readDeleteClause(in: graph) }
      try require(word: "INSERT")
      return try readModify(in: graph, deletions: [], insertions: try readQuadPattern(.template))
    case "LOAD": return try readLoad()
    case "CLEAR":
      try advance()
      let isSilent = try skip(word: "SILENT")
      return .clear(try readGraphRefAll(), isSilent: isSilent)
    case "DROP":
      try advance()
      let isSilent = try skip(word: "SILENT")
      return .drop(try readGraphRefAll(), isSilent: isSilent)
    case "CREATE":
      try advance()
      let isSilent = try skip(word: "SILENT")
      try require(word: "GRAPH")
      return .create(try requireIRI(), isSilent: isSilent)
    case "ADD": return try readTransfer(.add)
    case "MOVE": return try readTransfer(.move)
    case "COPY": return try readTransfer(.copy)
    default: throw noOperation()
    }
  }

  private mutating func noOperation() -> SPARQLSyntaxError {
    let words = [
      "INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY",
    ]
    for word in words { expect(Message(en: word, id: word)) }
    return unexpected()
  }

  /// `Load` [31].
  private mutating func readLoad() throws(SPARQLSyntaxError) -> UpdateOperation {
    try advance()
    let isSilent = try skip(word: "SILENT")
    let source = try requireIRI()
    var target: NamedNode?
    if try skip(word: "INTO") {
      try require(word: "GRAPH")
      target = try requireIRI()
    }
    return .load(source, into: target, isSilent: isSilent)
  }

  /// `GraphRefAll` [47].
  private mutating func readGraphRefAll() throws(SPARQLSyntaxError)
    -> UpdateOperation
    .GraphSelection
  {
    if try skip(word: "DEFAULT") { return .defaultGraph }
    if try skip(word: "NAMED") { return .allNamed }
    if try skip(word: "ALL") { return .all }
    try require(word: "GRAPH")
    return .named(try requireIRI())
  }

  /// `Add` [35], `Move` [36] or `Copy` [37].
  private mutating func readTransfer(
    _ transfer: UpdateOperation.Transfer
  ) throws(SPARQLSyntaxError) -> UpdateOperation {
    try advance()
    let isSilent = try skip(word: "SILENT")
    let source = try readGraphOrDefault()
    try require(word: "TO")
    return .transfer(transfer, from: source, to: try readGraphOrDefault(), isSilent: isSilent)
  }

  /// `GraphOrDefault` [45]; nil for the default graph.
  private mutating func readGraphOrDefault() throws(SPARQLSyntaxError) -> NamedNode? {
    if try skip(word: "DEFAULT") { return nil }
    _ = try skip(word: "GRAPH")
    return try requireIRI()
  }

  /// `DeleteWhere` [40] behind its words: what is looked for is what is taken away.
  private mutating func readDeleteWhere() throws(SPARQLSyntaxError) -> UpdateOperation {
    let quads = try readQuadPattern(.deletion)
    var parts: [GraphPattern] = [.unit]
    var start = 0
    while start < quads.count {
      let graph = quads[start].graph
      let end = quads[start...].firstIndex { $0.graph != graph } ?? quads.count
      let triples = GraphPattern.basic(quads[start..<end].map(\.triple))
      parts.append(graph.map { .graph($0, triples) } ?? triples)
      start = end
    }
    return .modify(
      UpdateOperation.Modification(
        deletions: quads, insertions: [],
        pattern: try balance(parts, height: 2) { .join($0, $1) }, baseIRI: names.base?.node.iri))
  }

  /// `Modify` [41] behind the word of its `DeleteClause` [42].
  private mutating func readDeleteClause(
    in graph: NamedNode?
  ) throws(SPARQLSyntaxError) -> UpdateOperation {
    let deletions = try readQuadPattern(.deletion)
    let insertions = try skip(word: "INSERT") ? try readQuadPattern(.template) : []
    return try readModify(in: graph, deletions: deletions, insertions: insertions)
  }

  /// `Modify` [41] from its `UsingClause` [44] on.
  private mutating func readModify(
    in graph: NamedNode?, deletions: [QuadPattern], insertions: [QuadPattern]
  ) throws(SPARQLSyntaxError) -> UpdateOperation {
    let dataset = try readDatasetClauses(word: "USING")
    try require(word: "WHERE")
    let group = try readGroup()
    return .modify(
      UpdateOperation.Modification(
        deletions: deletions, insertions: insertions, pattern: group.filtered, graph: graph,
        dataset: dataset, baseIRI: names.base?.node.iri))
  }

  /// `QuadPattern` [48] or `QuadData` [49]: `Quads` [50] between braces.
  private mutating func readQuadPattern(
    _ place: TriplesPlace
  ) throws(SPARQLSyntaxError) -> [QuadPattern] {
    try require(.openBrace)
    var quads: [QuadPattern] = []
    while true {
      for triple in try readTriples(place) { quads.append(QuadPattern(triple)) }
      guard try skip(word: "GRAPH") else { break }
      try refuseWhatIsOutOfPlace(place)
      guard let graph = try readVariableOrIRI() else { throw unexpected() }
      try require(.openBrace)
      for triple in try readTriplesTemplate(place) { quads.append(QuadPattern(triple, in: graph)) }
      _ = try skip(.dot)
    }
    try require(.closeBrace)
    return quads
  }
}
