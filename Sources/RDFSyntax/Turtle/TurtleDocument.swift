import RDF

/// Writes the statements of an arrangement as Turtle or TriG.
///
/// What nests is written by functions that call each other no deeper than the arrangement lets nodes
/// stand in each other.
struct TurtleDocument {
  typealias Rank = TermRanking.Rank

  private let arrangement: Arrangement
  private let ranking: TermRanking
  private let terms: TurtleTerms
  private let header: [String]
  private var output: [UInt8] = []
  /// Where the line that is being written begins in ``output``.
  private var lineStart = 0

  /// How wide a line with several objects may get, in bytes.
  private static let lineWidth = 100
  /// How deep blank nodes and lists stand in each other.
  private static let maximumDepth = 64
  /// How much is written before it is handed on.
  private static let chunkSize = 1 << 16

  init(
    _ collection: QuadCollection, options: TurtleSerializer.Options, mergesGraphs: Bool = false
  ) {
    arrangement = Arrangement(
      collection,
      Arrangement.Options(
        firstPredicates: [RDFVocabulary.type] + options.firstPredicates,
        firstSubjects: options.firstSubjects,
        maximumDepth: Self.maximumDepth, listsHoldLiterals: true,
        mergesGraphs: mergesGraphs))
    ranking = arrangement.ranking
    terms = TurtleTerms(arrangement, prefixes: options.prefixes, base: options.base)
    header = options.header
    output.reserveCapacity(Self.chunkSize * 2)
  }

  /// Writes the document to a sink, chunk by chunk.
  mutating func write<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    TurtleComment.append(header, to: &output)
    var declarations: [UInt8] = []
    terms.appendDeclarations(to: &declarations)
    var isFirstPart = output.isEmpty
    if !declarations.isEmpty {
      if !isFirstPart { output.append(UInt8(ascii: "\n")) }
      output.append(contentsOf: declarations)
      isFirstPart = false
    }
    for graph in arrangement.graphs {
      if !isFirstPart { output.append(UInt8(ascii: "\n")) }
      isFirstPart = false
      let margin = graph.name == 0 ? 0 : 2
      if graph.name != 0 {
        appendTerm(graph.name, mayBeList: false)
        CanonicalTerm.append(" {\n", to: &output)
      }
      var isFirstSubject = true
      for run in arrangement.subjects(of: graph) {
        if !isFirstSubject { output.append(UInt8(ascii: "\n")) }
        isFirstSubject = false
        appendBlock(of: run, margin: margin)
        if output.count >= Self.chunkSize { try handOn(to: &sink) }
      }
      if graph.name != 0 { CanonicalTerm.append("}\n", to: &output) }
    }
    try handOn(to: &sink)
  }

  private mutating func handOn<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    guard !output.isEmpty else { return }
    try sink.write(output)
    output.removeAll(keepingCapacity: true)
  }

  /// All that is said about a subject.
  private mutating func appendBlock(of run: Int, margin: Int) {
    lineStart = output.count
    appendSpaces(margin)
    let statements = arrangement.runs[run].statements
    let subject = arrangement.statements[statements.lowerBound].subject
    if let node = arrangement.blankNode(subject), !arrangement.needsLabel(node) {
      CanonicalTerm.append("[]", to: &output)
    } else {
      appendTerm(subject)
    }
    output.append(UInt8(ascii: " "))
    appendProperties(statements, indentation: margin + 2)
    CanonicalTerm.append(" .\n", to: &output)
  }

  /// Predicates and their objects, each predicate but the first on a line of its own.
  private mutating func appendProperties(_ statements: Range<Int>, indentation: Int) {
    var start = statements.lowerBound
    while start < statements.upperBound {
      if start > statements.lowerBound {
        CanonicalTerm.append(" ;", to: &output)
        startLine(indentation)
      }
      let end = endOfPredicate(from: start, in: statements)
      appendPredicate(of: start)
      appendObjects(start..<end, indentation: indentation)
      start = end
    }
  }

  /// The objects of one predicate: on the same line if they fit, else one on each line.
  private mutating func appendObjects(_ statements: Range<Int>, indentation: Int) {
    if statements.count == 1 {
      output.append(UInt8(ascii: " "))
      append(arrangement.statements[statements.lowerBound].object, indentation: indentation)
      return
    }
    let mark = output.count
    if appendObjectsInLine(statements, end: lineEnd) { return }
    output.removeLast(output.count - mark)
    for statement in statements {
      if statement > statements.lowerBound { output.append(UInt8(ascii: ",")) }
      startLine(indentation + 2)
      append(
        arrangement.statements[statement].object, indentation: indentation + 2, beginsLine: true)
    }
  }

  /// An object, on several lines if it has to be; `indentation` is that of the line it begins on, and
  /// `beginsLine` says that nothing else stands before it there.
  private mutating func append(_ object: Rank, indentation: Int, beginsLine: Bool = false) {
    guard let node = nestedNode(object) else {
      appendTerm(object)
      return
    }
    let mark = output.count
    if appendInLine(node, end: lineEnd) { return }
    output.removeLast(output.count - mark)
    if arrangement.nesting.nodes[node].isCell {
      output.append(UInt8(ascii: "("))
      var next = node
      while let (item, rest) = arrangement.cell(next) {
        startLine(indentation + 2)
        append(item, indentation: indentation + 2, beginsLine: true)
        guard let cell = arrangement.blankNode(rest) else { break }
        next = cell
      }
      startLine(indentation)
      output.append(UInt8(ascii: ")"))
    } else {
      output.append(UInt8(ascii: "["))
      if beginsLine {
        output.append(UInt8(ascii: " "))
      } else {
        startLine(indentation + 2)
      }
      appendProperties(statements(of: node), indentation: indentation + 2)
      startLine(indentation)
      output.append(UInt8(ascii: "]"))
    }
  }

  /// Tries to write a nested node on the line that has begun.
  ///
  /// - Returns: false if it does not fit before `end`; what was written of it has to be taken back.
  private mutating func appendInLine(_ node: Int, end: Int) -> Bool {
    if arrangement.nesting.nodes[node].isCell {
      output.append(UInt8(ascii: "("))
      var next = node
      while let (item, rest) = arrangement.cell(next) {
        output.append(UInt8(ascii: " "))
        guard appendObjectInLine(item, end: end) else { return false }
        guard let cell = arrangement.blankNode(rest) else { break }
        next = cell
      }
      CanonicalTerm.append(" )", to: &output)
      return output.count <= end
    }
    let statements = statements(of: node)
    guard !statements.isEmpty else {
      CanonicalTerm.append("[]", to: &output)
      return true
    }
    CanonicalTerm.append("[ ", to: &output)
    var start = statements.lowerBound
    while start < statements.upperBound {
      if start > statements.lowerBound { CanonicalTerm.append(" ; ", to: &output) }
      let next = endOfPredicate(from: start, in: statements)
      appendPredicate(of: start)
      guard appendObjectsInLine(start..<next, end: end) else { return false }
      start = next
    }
    CanonicalTerm.append(" ]", to: &output)
    return output.count <= end
  }

  private mutating func appendObjectsInLine(_ statements: Range<Int>, end: Int) -> Bool {
    for statement in statements {
      CanonicalTerm.append(statement > statements.lowerBound ? ", " : " ", to: &output)
      guard appendObjectInLine(arrangement.statements[statement].object, end: end) else {
        return false
      }
    }
    return true
  }

  private mutating func appendObjectInLine(_ object: Rank, end: Int) -> Bool {
    if let node = nestedNode(object) { return appendInLine(node, end: end) }
    guard terms.mayFit(object, width: end - output.count) else { return false }
    appendTerm(object)
    return output.count <= end
  }

  /// Where the line that is being written has to end, room for a sign behind it left.
  private var lineEnd: Int { lineStart + Self.lineWidth - 2 }

  private func nestedNode(_ object: Rank) -> Int? {
    guard let node = arrangement.blankNode(object), arrangement.nesting.nodes[node].isNested else {
      return nil
    }
    return node
  }

  private func statements(of node: Int) -> Range<Int> {
    let run = Int(arrangement.nesting.nodes[node].run)
    return run < 0 ? 0..<0 : arrangement.runs[run].statements
  }

  private func endOfPredicate(from start: Int, in statements: Range<Int>) -> Int {
    let predicate = arrangement.statements[start].predicate
    var end = start + 1
    while end < statements.upperBound, arrangement.statements[end].predicate == predicate {
      end += 1
    }
    return end
  }

  private mutating func appendPredicate(of statement: Int) {
    let place = arrangement.statements[statement].predicate
    if place == 0 {
      output.append(UInt8(ascii: "a"))
    } else {
      terms.append(arrangement.predicate(at: place), to: &output)
    }
  }

  /// A term that stands by itself.
  ///
  /// Within a triple term and as the name of a graph the empty list may not be written as `()`.
  private mutating func appendTerm(_ rank: Rank, mayBeList: Bool = true) {
    if let node = arrangement.blankNode(rank) {
      arrangement.appendLabel(of: node, to: &output)
    } else if ranking.isTripleTerm(rank) {
      appendTripleTerm(rank)
    } else if rank == arrangement.emptyList, mayBeList {
      CanonicalTerm.append("()", to: &output)
    } else {
      terms.append(rank, to: &output)
    }
  }

  private mutating func appendTripleTerm(_ rank: Rank) {
    var (object, depth) = (rank, 0)
    while ranking.isTripleTerm(object) {
      let parts = ranking.parts(ofTripleTerm: object)
      CanonicalTerm.append("<<( ", to: &output)
      appendTerm(parts.subject, mayBeList: false)
      output.append(UInt8(ascii: " "))
      terms.append(parts.predicate, to: &output)
      output.append(UInt8(ascii: " "))
      object = parts.object
      depth += 1
    }
    appendTerm(object, mayBeList: false)
    for _ in 0..<depth { CanonicalTerm.append(" )>>", to: &output) }
  }

  private mutating func startLine(_ indentation: Int) {
    output.append(UInt8(ascii: "\n"))
    lineStart = output.count
    appendSpaces(indentation)
  }

  private mutating func appendSpaces(_ count: Int) {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}
