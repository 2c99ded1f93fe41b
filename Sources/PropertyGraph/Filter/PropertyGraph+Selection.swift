import DomainPack
public import RDF

extension PropertyGraph {
  /// The node that a text names: by its IRI, else by the end of the IRI, else by its caption in
  /// whatever case; of several the best connected one.
  public func node(named name: String) -> Int? {
    if let term = terms.id(ofIRI: name), let node = nodes.terms.firstIndex(of: term) { return node }
    let folded = name.lowercased()
    func best(_ matches: (Int) -> Bool) -> Int? {
      nodes.indices.filter(matches).max {
        (nodes.degrees[$0], $1) < (nodes.degrees[$1], $0)
      }
    }
    return best { node in
      let iri = text(of: nodes.terms[node]).lowercased()
      return iri.hasSuffix("/" + folded) || iri.hasSuffix("#" + folded)
    } ?? best { nodes.labels[$0].lowercased() == folded }
  }

  /// The node that a term is; nil if it is none.
  ///
  /// - Complexity: O(n).
  public func node(ofTerm term: TermDictionary.ID) -> Int? { nodes.terms.firstIndex(of: term) }

  /// Leaves some of the nodes and some of the edges between them; degrees count what is left.
  ///
  /// - Parameters:
  ///   - isKept: By node.
  ///   - isEdgeKept: By edge; nil for all between nodes that are kept.
  /// - Complexity: O(n + m).
  mutating func select(nodes isKept: [Bool], edges isEdgeKept: [Bool]? = nil) {
    let kept = nodes.indices.filter { isKept[$0] }.map { Int32($0) }
    var place = [Int32](repeating: -1, count: nodes.count)
    for (index, node) in kept.enumerated() { place[Int(node)] = Int32(index) }
    let keptEdges = edges.indices.filter { edge in
      (isEdgeKept?[edge] ?? true) && isKept[Int(edges.sources[edge])]
        && isKept[Int(edges.targets[edge])]
    }.map { Int32($0) }
    nodes = nodes.selecting(kept)
    attributes = attributes.selecting(kept)
    edges = edges.selecting(keptEdges)
    edges.sources = edges.sources.map { place[Int($0)] }
    edges.targets = edges.targets.map { place[Int($0)] }
    edgeAttributes = edgeAttributes.selecting(keptEdges)
    edgeClaims = edgeClaims.selecting(keptEdges)
    nodeClaims = nodeClaims.selecting(kept)
    nodes.degrees = [Int32](repeating: 0, count: nodes.count)
    for edge in edges.indices {
      let (source, target) = (Int(edges.sources[edge]), Int(edges.targets[edge]))
      nodes.degrees[source] += 1
      if target != source { nodes.degrees[target] += 1 }
    }
    conflicts = conflicts.compactMap { conflict in
      guard let node = conflict.node, place[node] >= 0 else { return nil }
      var moved = conflict
      moved.node = Int(place[node])
      return moved
    }
    documents = documents.map { document in
      var moved = document
      moved.node = document.node.flatMap { place[$0] < 0 ? nil : Int(place[$0]) }
      return moved
    }
  }
}

extension NodeColumns {
  func selecting(_ kept: [Int32]) -> NodeColumns {
    func part<Value>(_ column: [Value]) -> [Value] {
      column.isEmpty ? [] : kept.map { column[Int($0)] }
    }
    var columns = NodeColumns()
    columns.terms = part(terms)
    columns.labels = labels.selecting(kept)
    columns.classes = part(classes)
    columns.x = part(x)
    columns.y = part(y)
    columns.sizes = part(sizes)
    columns.communities = part(communities)
    columns.pageRanks = part(pageRanks)
    columns.betweenness = part(betweenness)
    return columns
  }
}

extension EdgeColumns {
  func selecting(_ kept: [Int32]) -> EdgeColumns {
    var columns = EdgeColumns()
    columns.sources = kept.map { sources[Int($0)] }
    columns.targets = kept.map { targets[Int($0)] }
    columns.predicates = kept.map { predicates[Int($0)] }
    columns.lines = kept.map { lines[Int($0)] }
    columns.documentCounts = kept.map { documentCounts[Int($0)] }
    return columns
  }
}

extension AttributeColumns {
  func selecting(_ kept: [Int32]) -> AttributeColumns {
    guard rows.count > 0 else { return self }
    var columns = AttributeColumns()
    columns.keys = keys
    for row in kept {
      columns.keyIndices += keyIndices[rows[Int(row)]]
      columns.values += values[rows[Int(row)]]
      columns.rows.endRow(at: columns.values.count)
    }
    return columns
  }
}

extension ClaimRows {
  func selecting(_ kept: [Int32]) -> ClaimRows {
    var selected = ClaimRows()
    for row in kept {
      selected.claims += self[Int(row)]
      selected.rows.endRow(at: selected.claims.count)
    }
    return selected
  }
}
