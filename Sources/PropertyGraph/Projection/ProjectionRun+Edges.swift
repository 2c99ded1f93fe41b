import Diagnostics
import DomainPack
import RDF

/// Joining the nodes.
extension ProjectionRun {
  /// Fills the columns of the edges and their attributes, and counts the degrees.
  mutating func makeEdges(of graph: inout PropertyGraph) {
    let contraction = Contraction(self)
    edgePile += contraction.newEdges
    makePredicates(of: &graph)
    sortEdges(of: &graph)
    tally.edges -= contraction.newEdges.count
    leaveOutNeedless(of: &graph)
    for edge in graph.edges.indices {
      let (source, target) = (Int(graph.edges.sources[edge]), Int(graph.edges.targets[edge]))
      graph.nodes.degrees[source] += 1
      if target != source { graph.nodes.degrees[target] += 1 }
    }
    if !contraction.isEmpty {
      graph.edgeAttributes = contraction.attributes(of: graph, nodeOf, predicateOf, terms)
    }
    edgePile = []
  }

  /// The predicates of the edges, in order of their IRIs.
  private mutating func makePredicates(of graph: inout PropertyGraph) {
    predicateOf = [Int32](repeating: -1, count: flags.count)
    var met: [(term: ID, iri: String)] = []
    for triple in edgePile where predicateOf[Int(triple.predicate)] < 0 {
      predicateOf[Int(triple.predicate)] = 0
      met.append((triple.predicate, terms.text(of: triple.predicate)))
    }
    met.sort { $0.iri.precedesInUTF8($1.iri) }
    for (place, (term, iri)) in met.enumerated() {
      predicateOf[Int(term)] = Int32(place)
      let look = style.predicates[iri]
      let name = iri.localName
      graph.predicates.append(
        PropertyGraph.EdgePredicate(
          iri: iri, name: name,
          label: look?.label?.text(in: language) ?? (name.isEmpty ? iri : name),
          colour: look?.colour ?? Self.grey, line: look?.line ?? .solid,
          isSymmetric: look?.isSymmetric ?? false))
    }
  }

  private static var grey: Colour { Colour(red: 127, green: 134, blue: 144) }

  /// The edges in order of source, target and predicate, each once.
  private mutating func sortEdges(of graph: inout PropertyGraph) {
    let count = graph.nodes.count
    let (rows, order) = Rows.bucketing(
      edgePile.map { Int32(nodeOf[Int($0.subject)]) }, count: count)
    graph.edges.sources.reserveCapacity(edgePile.count)
    graph.edges.targets.reserveCapacity(edgePile.count)
    graph.edges.predicates.reserveCapacity(edgePile.count)
    var row: [UInt64] = []
    for node in 0..<count where !rows[node].isEmpty {
      row.removeAll(keepingCapacity: true)
      for place in rows[node] {
        let triple = edgePile[Int(order[place])]
        row.append(
          UInt64(nodeOf[Int(triple.object)]) << 32
            | UInt64(UInt32(bitPattern: predicateOf[Int(triple.predicate)])))
      }
      if row.count > 1 { row.sort() }
      var last = UInt64.max
      for entry in row {
        if entry == last {
          tally.repeated += 1
          continue
        }
        last = entry
        tally.edges += 1
        graph.edges.sources.append(Int32(node))
        graph.edges.targets.append(Int32(truncatingIfNeeded: entry >> 32))
        graph.edges.predicates.append(Int32(truncatingIfNeeded: entry))
      }
    }
  }

  /// Drops the edges whose predicate another one between the same two nodes makes needless, and
  /// the second way of those that hold both ways.
  private mutating func leaveOutNeedless(of graph: inout PropertyGraph) {
    let placeOf = Dictionary(
      graph.predicates.enumerated().map { ($1.iri, Int32($0)) },
      uniquingKeysWith: { first, _ in first })
    let generals = graph.predicates.map { predicate in
      style.predicates[predicate.iri]?.aligned.compactMap { placeOf[$0] } ?? []
    }
    guard
      generals.contains(where: { !$0.isEmpty }) || graph.predicates.contains(where: \.isSymmetric)
    else { return }
    let index = EdgeIndex(graph.edges, nodeCount: graph.nodes.count)
    var isNeedless = [Bool](repeating: false, count: graph.edges.count)
    for edge in graph.edges.indices {
      let (source, target) = (graph.edges.sources[edge], graph.edges.targets[edge])
      for general in generals[Int(graph.edges.predicates[edge])] {
        if let implied = index.place(of: source, general, target, in: graph.edges),
          !isNeedless[implied]
        {
          isNeedless[implied] = true
          tally.implied += 1
          tally.edges -= 1
        }
      }
    }
    for edge in graph.edges.indices {
      let (source, target) = (graph.edges.sources[edge], graph.edges.targets[edge])
      let predicate = graph.edges.predicates[edge]
      if graph.predicates[Int(predicate)].isSymmetric, target < source,
        index.place(of: target, predicate, source, in: graph.edges) != nil
      {
        isNeedless[edge] = true
      }
    }
    graph.edges.keep { !isNeedless[$0] }
  }

  /// Edges are dashed where their best claim or one of their ends is planned.
  mutating func drawLines(of graph: inout PropertyGraph) {
    graph.edges.lines = graph.edges.indices.map { edge in
      let status = graph.edgeClaims[edge].first.map { graph.claims.statuses[Int($0)] } ?? -1
      let isDashed =
        status >= 0 && graph.statuses[Int(status)].isDashed
        || isPlanned[Int(graph.edges.sources[edge])] || isPlanned[Int(graph.edges.targets[edge])]
      return isDashed ? .dashed : graph.predicates[Int(graph.edges.predicates[edge])].line
    }
  }
}

extension EdgeColumns {
  /// Keeps the edges at these places, before anything but their ends and predicates is known.
  mutating func keep(_ isKept: (Int) -> Bool) {
    var end = 0
    for edge in indices where isKept(edge) {
      sources[end] = sources[edge]
      targets[end] = targets[edge]
      predicates[end] = predicates[edge]
      end += 1
    }
    sources.removeLast(count - end)
    targets.removeLast(targets.count - end)
    predicates.removeLast(predicates.count - end)
  }
}
