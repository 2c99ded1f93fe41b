/// A dataset without duplicates, and where its blank nodes stand.
///
/// Blank nodes are numbered from 0 in the order in which their terms came.
struct BlankNodePlaces: Sendable {
  /// A place in a statement where a blank node stands.
  struct Place: Hashable, Sendable {
    /// The blank node.
    var node: Int
    /// Which place it is: `s`, `o` or `g`, and behind an `o` the place within the triple term.
    var position: [UInt8]
    /// The predicates that the place has, the outer one first, each between `<` and `>`; none for
    /// the name of a graph.
    var predicates: [UInt8]
  }

  /// The terms; at the end those blank nodes that stand in triple terms only.
  private(set) var terms: TermDictionary
  /// The statements, each once, in the order in which they came.
  let statements: [TermDictionary.Statement]
  /// The terms of the blank nodes.
  private(set) var nodes: [TermDictionary.ID] = []
  /// By blank node, the statements that it stands in, each once.
  private(set) var occurrences: [[Int]] = []
  /// By number of a term, its blank node; -1 where it is none.
  private var nodeOfTerm: [Int32]
  /// The triple terms that hold blank nodes, with the places of these.
  private var placesInTripleTerms: [TermDictionary.ID: [Place]] = [:]

  init(_ collection: QuadCollection) {
    terms = collection.terms
    statements = StatementSet.withoutDuplicates(collection.statements)
    nodeOfTerm = [Int32](repeating: -1, count: terms.count + 1)
    let given = TermDictionary.ID(collection.terms.count)
    for id in 0..<given where terms.kind(of: id + 1) == .blankNode { addNode(id + 1) }
    for id in 0..<given where terms.kind(of: id + 1) == .tripleTerm { findPlaces(in: id + 1) }
    for index in statements.indices {
      let statement = statements[index]
      note(statement.subject, in: index)
      note(statement.object, in: index)
      note(statement.graphName, in: index)
      guard !placesInTripleTerms.isEmpty else { continue }
      for place in placesInTripleTerms[statement.object] ?? [] { note(place.node, in: index) }
    }
  }

  private mutating func note(_ term: TermDictionary.ID, in statement: Int) {
    if let node = node(term) { note(node, in: statement) }
  }

  private mutating func note(_ node: Int, in statement: Int) {
    if occurrences[node].last != statement { occurrences[node].append(statement) }
  }

  /// The blank node that a term is; nil if it is none.
  func node(_ term: TermDictionary.ID) -> Int? {
    let node = nodeOfTerm[Int(term)]
    return node < 0 ? nil : Int(node)
  }

  /// Where blank nodes stand in a statement, in the order of subject, object and graph.
  func places(in statement: TermDictionary.Statement) -> [Place] {
    var places: [Place] = []
    let subject = node(statement.subject)
    let object = node(statement.object)
    let inner = placesInTripleTerms[statement.object]
    if subject != nil || object != nil || inner != nil {
      let predicate = Array(
        copying: terms.bytes.span.extracting(terms.range(of: statement.predicate)))
      if let subject {
        places.append(Place(node: subject, position: [Self.subject], predicates: predicate))
      }
      if let object {
        places.append(Place(node: object, position: [Self.object], predicates: predicate))
      }
      for place in inner ?? [] {
        places.append(
          Place(
            node: place.node, position: [Self.object] + place.position,
            predicates: predicate + place.predicates))
      }
    }
    if let graph = node(statement.graphName) {
      places.append(Place(node: graph, position: [Self.graph], predicates: []))
    }
    return places
  }

  /// Appends a term with other names for its blank nodes.
  @inline(__always)
  private func append(
    _ term: TermDictionary.ID, to bytes: inout [UInt8], copying source: Span<UInt8>,
    name: (Int, inout [UInt8]) -> Void
  ) {
    let text = source.extracting(terms.range(of: term))
    if let node = node(term) {
      name(node, &bytes)
    } else if !placesInTripleTerms.isEmpty, placesInTripleTerms[term] != nil {
      appendTripleTerm(text, to: &bytes, name: name)
    } else {
      bytes.append(copying: text)
    }
  }

  /// About how many bytes all statements have as lines.
  var lengthOfLines: Int {
    statements.reduce(0) { length, statement in
      let graph = statement.graphName == 0 ? 0 : terms.range(of: statement.graphName).count + 1
      return length + graph + terms.range(of: statement.subject).count
        + terms.range(of: statement.predicate).count + terms.range(of: statement.object).count + 5
    }
  }

  /// Appends a statement as a line of canonical N-Quads, with other names for its blank nodes.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - bytes: What it is appended to.
  ///   - source: The bytes of ``terms``, so that they are not fetched for every term.
  ///   - name: Appends what stands for a blank node, `_:` included.
  @inline(__always)
  func appendLine(
    _ statement: TermDictionary.Statement, to bytes: inout [UInt8], copying source: Span<UInt8>,
    name: (Int, inout [UInt8]) -> Void
  ) {
    append(statement.subject, to: &bytes, copying: source, name: name)
    bytes.append(Self.space)
    bytes.append(copying: source.extracting(terms.range(of: statement.predicate)))
    bytes.append(Self.space)
    append(statement.object, to: &bytes, copying: source, name: name)
    if statement.graphName != 0 {
      bytes.append(Self.space)
      append(statement.graphName, to: &bytes, copying: source, name: name)
    }
    CanonicalTerm.append(" .\n", to: &bytes)
  }

  /// The label of a blank node as the data had it, without `_:`.
  func label(of node: Int) -> String {
    let range = terms.range(of: nodes[node])
    return EncodedLabel.decode(
      String(copying: terms.bytes.span.extracting(range.lowerBound + 2..<range.upperBound)))
  }

  private mutating func addNode(_ id: TermDictionary.ID) {
    nodeOfTerm[Int(id)] = Int32(nodes.count)
    nodes.append(id)
    occurrences.append([])
  }

  // MARK: Triple terms

  private mutating func findPlaces(in id: TermDictionary.ID) {
    // A copy, for the nodes found become terms themselves.
    let term = Array(copying: terms.bytes.span.extracting(terms.range(of: id)))
    var places: [Place] = []
    collect(term.span, position: [], predicates: [], into: &places)
    if !places.isEmpty { placesInTripleTerms[id] = places }
  }

  /// Readers bound how deep triple terms nest.
  private mutating func collect(
    _ term: Span<UInt8>, position: [UInt8], predicates: [UInt8], into places: inout [Place]
  ) {
    let (subject, predicate, object) = CanonicalTerm.parts(ofTripleTerm: term)
    var predicates = predicates
    predicates.append(copying: term.extracting(predicate))
    for (range, letter) in [(subject, Self.subject), (object, Self.object)] {
      let part = term.extracting(range)
      switch CanonicalTerm.kind(of: part) {
      case .blankNode:
        places.append(
          Place(node: node(called: part), position: position + [letter], predicates: predicates))
      case .tripleTerm:
        collect(part, position: position + [letter], predicates: predicates, into: &places)
      case .iri, .literal: break
      }
    }
  }

  /// A blank node within a triple term, which need not stand anywhere else.
  private mutating func node(called label: Span<UInt8>) -> Int {
    let id = terms.intern(label)
    if Int(id) == nodeOfTerm.count {
      nodeOfTerm.append(-1)
      addNode(id)
    }
    return Int(nodeOfTerm[Int(id)])
  }

  private func appendTripleTerm(
    _ term: Span<UInt8>, to bytes: inout [UInt8], name: (Int, inout [UInt8]) -> Void
  ) {
    let (subject, predicate, object) = CanonicalTerm.parts(ofTripleTerm: term)
    CanonicalTerm.append("<<( ", to: &bytes)
    appendPart(term.extracting(subject), to: &bytes, name: name)
    bytes.append(Self.space)
    bytes.append(copying: term.extracting(predicate))
    bytes.append(Self.space)
    appendPart(term.extracting(object), to: &bytes, name: name)
    CanonicalTerm.append(" )>>", to: &bytes)
  }

  private func appendPart(
    _ term: Span<UInt8>, to bytes: inout [UInt8], name: (Int, inout [UInt8]) -> Void
  ) {
    switch CanonicalTerm.kind(of: term) {
    case .blankNode:
      guard let node = terms.id(of: term).flatMap({ node($0) }) else {
        preconditionFailure("every blank node of a triple term was numbered")
      }
      name(node, &bytes)
    case .tripleTerm: appendTripleTerm(term, to: &bytes, name: name)
    case .iri, .literal: bytes.append(copying: term)
    }
  }

  private static let subject = UInt8(ascii: "s")
  private static let object = UInt8(ascii: "o")
  private static let graph = UInt8(ascii: "g")
  private static let space = UInt8(ascii: " ")
}
