import Diagnostics
import DomainPack
import RDF

/// What the documents say.
extension ProjectionRun {
  /// Fills the columns of the claims and gives every edge and node its own.
  mutating func makeClaims(of graph: inout PropertyGraph) {
    var order: [ID] = []
    claimOf = [Int32](repeating: -1, count: flags.count)
    for statement in claimPile where claimOf[Int(statement.subject)] < 0 {
      claimOf[Int(statement.subject)] = 0
      order.append(statement.subject)
    }
    let terms = terms
    _ = ByteKeySort.sort(&order, in: terms.bytes.span) { terms.range(of: $0) }
    for (place, term) in order.enumerated() { claimOf[Int(term)] = Int32(place) }
    fillClaims(order, of: &graph)
    makeDocuments(of: &graph)
    makeStatuses(of: &graph)
    addPassages(to: &graph)
    distributeClaims(of: &graph)
  }

  private mutating func fillClaims(_ order: [ID], of graph: inout PropertyGraph) {
    let nothing = [ID](repeating: 0, count: order.count)
    var claims = ClaimColumns()
    claims.terms = order
    claims.subjects = nothing
    claims.predicates = nothing
    claims.objects = nothing
    claims.quotes = nothing
    claims.periods = nothing
    claims.passages = nothing
    claims.pages = nothing
    claims.parts = nothing
    claims.rules = nothing
    claims.confidences = [Double](repeating: .nan, count: order.count)
    // Locals: a column of the run that is written while the run is read would be copied each time.
    var graphs = nothing
    var statuses = nothing
    var confidenceOf: [ID: Double] = [:]
    for statement in claimPile {
      let claim = Int(claimOf[Int(statement.subject)])
      let object = statement.object
      switch roles.role(of: statement.predicate, in: terms).field {
      case .subject: take(object, &claims.subjects[claim])
      case .predicate: take(object, &claims.predicates[claim])
      case .object: take(object, &claims.objects[claim])
      case .reifies:
        guard let parts = tripleParts[object] else { continue }
        take(parts.subject, &claims.subjects[claim])
        take(parts.predicate, &claims.predicates[claim])
        take(parts.object, &claims.objects[claim])
      case .quote: take(object, &claims.quotes[claim])
      case .confidence:
        let known = confidenceOf[object] ?? Double(terms.text(of: object)) ?? .nan
        confidenceOf[object] = known
        // Of several the highest; a comparison with what is no number is false.
        if !(known <= claims.confidences[claim]) { claims.confidences[claim] = known }
        continue
      case .status: take(object, &statuses[claim])
      case .period: take(object, &claims.periods[claim])
      case .passage: take(object, &claims.passages[claim])
      case .page: take(object, &claims.pages[claim])
      case .part: take(object, &claims.parts[claim])
      case .rule: take(object, &claims.rules[claim])
      case .conflictClaim, .chosenClaim, nil: continue
      }
      take(statement.graphName, &graphs[claim])
    }
    graph.claims = claims
    claimGraphs = graphs
    claimStatuses = statuses
  }

  /// Of several terms the first by its bytes, so that the order of statements does not matter.
  private func take(_ term: ID, _ place: inout ID) {
    guard term != place, term != 0 else { return }
    if place == 0
      || terms.bytes[terms.range(of: term)]
        .lexicographicallyPrecedes(terms.bytes[terms.range(of: place)])
    {
      place = term
    }
  }

  private mutating func makeDocuments(of graph: inout PropertyGraph) {
    var order = Array(Set(claimGraphs).subtracting([0]))
    let terms = terms
    _ = ByteKeySort.sort(&order, in: terms.bytes.span) { terms.range(of: $0) }
    graph.documents = order.map { term in
      let iri = terms.text(of: term)
      let node = nodeOf[Int(term)] == Self.none ? nil : Int(nodeOf[Int(term)])
      return PropertyGraph.Document(
        iri: iri, label: node.map { graph.nodes.labels[$0] } ?? iri.localName, node: node)
    }
    let placeOf = Dictionary(
      order.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    graph.claims.documents = claimGraphs.map { $0 == 0 ? -1 : placeOf[$0] ?? -1 }
  }

  private mutating func makeStatuses(of graph: inout PropertyGraph) {
    let met = Set(claimStatuses).subtracting([0])
      .map { (term: $0, iri: terms.text(of: $0)) }
      .sorted { $0.iri.precedesInUTF8($1.iri) }
    graph.statuses = met.map { _, iri in
      let name = iri.localName
      return PropertyGraph.Status(
        iri: iri, name: name, label: style.statusLabels[name]?.text(in: language) ?? name,
        isDashed: style.dashedStatuses.contains(name))
    }
    let placeOf = Dictionary(
      met.enumerated().map { ($1.term, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    graph.claims.statuses = claimStatuses.map { $0 == 0 ? -1 : placeOf[$0] ?? -1 }
  }

  /// Page and part are said of the passages.
  private mutating func addPassages(to graph: inout PropertyGraph) {
    guard !passagePile.isEmpty else { return }
    var pages: [ID: ID] = [:]
    var parts: [ID: ID] = [:]
    for triple in passagePile {
      if roles.role(of: triple.predicate, in: terms).field == .page {
        take(triple.object, &pages[triple.subject, default: 0])
      } else {
        take(triple.object, &parts[triple.subject, default: 0])
      }
    }
    for claim in graph.claims.terms.indices {
      if graph.claims.pages[claim] == 0 {
        graph.claims.pages[claim] = pages[graph.claims.passages[claim]] ?? 0
      }
      if graph.claims.parts[claim] == 0 {
        graph.claims.parts[claim] = parts[graph.claims.passages[claim]] ?? 0
      }
    }
  }

  /// Finds the edge of every claim, else the node that it speaks of.
  private mutating func distributeClaims(of graph: inout PropertyGraph) {
    let index = EdgeIndex(graph.edges, nodeCount: graph.nodes.count)
    // Claims about nothing in the graph go to one row more.
    let (noEdge, noNode) = (Int32(graph.edges.count), Int32(graph.nodes.count))
    var edgeOf = [Int32](repeating: noEdge, count: graph.claims.count)
    var ownerOf = [Int32](repeating: noNode, count: graph.claims.count)
    for claim in graph.claims.terms.indices {
      let subject = nodeOf[Int(graph.claims.subjects[claim])]
      guard subject != Self.none else { continue }
      let object = nodeOf[Int(graph.claims.objects[claim])]
      let predicate = predicateOf[Int(graph.claims.predicates[claim])]
      if object != Self.none, predicate >= 0 {
        var edge = index.place(of: Int32(subject), predicate, Int32(object), in: graph.edges)
        if edge == nil, graph.predicates[Int(predicate)].isSymmetric {
          edge = index.place(of: Int32(object), predicate, Int32(subject), in: graph.edges)
        }
        if let edge {
          edgeOf[claim] = Int32(edge)
          continue
        }
      }
      ownerOf[claim] = Int32(subject)
    }
    graph.edgeClaims = graph.claims.rows(by: edgeOf, count: graph.edges.count)
    graph.nodeClaims = graph.claims.rows(by: ownerOf, count: graph.nodes.count)
    graph.edges.documentCounts = graph.edges.indices.map { edge in
      Int32(graph.claims.documentCount(graph.edgeClaims[edge]))
    }
  }

  /// Conflicts with their claims.
  mutating func makeConflicts(of graph: inout PropertyGraph) {
    var conflicts: [ID: PropertyGraph.Conflict] = [:]
    for triple in conflictPile {
      var conflict =
        conflicts[triple.subject]
        ?? PropertyGraph.Conflict(
          iri: terms.text(of: triple.subject), node: nil, predicate: "", predicateLabel: "",
          claims: [], chosen: nil)
      let claim = claimOf[Int(triple.object)]
      switch roles.role(of: triple.predicate, in: terms).field {
      case .subject, .object:
        let node = nodeOf[Int(triple.object)]
        if node != Self.none { conflict.node = min(conflict.node ?? .max, Int(node)) }
      case .predicate:
        let iri = terms.text(of: triple.object)
        if conflict.predicate.isEmpty || iri.precedesInUTF8(conflict.predicate) {
          conflict.predicate = iri
        }
      case .conflictClaim: if claim >= 0 { conflict.claims.append(Int(claim)) }
      case .chosenClaim:
        if claim >= 0 { conflict.chosen = min(conflict.chosen ?? .max, Int(claim)) }
      default: break
      }
      conflicts[triple.subject] = conflict
    }
    graph.conflicts = conflicts.values.map { conflict in
      var conflict = conflict
      conflict.claims = Array(Set(conflict.claims)).sorted()
      func label(_ predicate: String) -> String {
        style.predicates[predicate]?.label?.text(in: language) ?? predicate.localName
      }
      conflict.predicateLabel =
        conflict.predicate.isEmpty
        ? graph.predicates(of: conflict).map(label).joined(separator: " / ")
        : label(conflict.predicate)
      return conflict
    }.sorted { $0.iri.precedesInUTF8($1.iri) }
  }
}

extension ClaimColumns {
  /// The claims by the row of each, the best first; those of the row `count` are in none.
  ///
  /// The best is the most confident one; of these one with a quote; of these the first by name.
  func rows(by rowOf: [Int32], count: Int) -> ClaimRows {
    let (all, order) = Rows.bucketing(rowOf, count: count + 1)
    var rows = ClaimRows()
    rows.claims.reserveCapacity(order.count)
    for row in 0..<count {
      let places = all[row]
      if places.count < 2 {
        for place in places { rows.claims.append(order[place]) }
      } else {
        rows.claims += order[places].sorted { isBetter(Int($0), than: Int($1)) }
      }
      rows.rows.endRow(at: rows.claims.count)
    }
    return rows
  }

  private func isBetter(_ left: Int, than right: Int) -> Bool {
    let (leftValue, rightValue) = (rank(left), rank(right))
    guard leftValue == rightValue else { return leftValue > rightValue }
    guard (quotes[left] == 0) == (quotes[right] == 0) else { return quotes[left] != 0 }
    return left < right
  }

  private func rank(_ claim: Int) -> Double { confidences[claim].isNaN ? -1 : confidences[claim] }

  /// How many documents some claims stand in; the default graph counts as one.
  func documentCount(_ some: ArraySlice<Int32>) -> Int {
    switch some.count {
    case 0, 1: some.count
    default: Set(some.map { documents[Int($0)] }).count
    }
  }
}
