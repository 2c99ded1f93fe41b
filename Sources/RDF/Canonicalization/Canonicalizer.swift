/// Names the blank nodes of a dataset by what stands around them
/// ([RDFC-1.0](https://www.w3.org/TR/rdf-canon/)), so that datasets that differ in such names only
/// become the same text.
///
/// RDFC-1.0 knows nothing of triple terms. A blank node within one is told by its place (`o`, then
/// `s` or `o` for every level) and by the predicates of all levels, and the nodes that such a
/// statement ties to another also by where that one stands in it; for data without triple terms that
/// changes nothing.
///
/// ```swift
/// let canonical = try Canonicalizer().canonicalize(collection)
/// let text: [UInt8] = canonical.nQuads
/// ```
public struct Canonicalizer: Hashable, Sendable {
  /// The hash function.
  public var algorithm: DigestAlgorithm
  /// How many steps may be taken where blank nodes are alike, beside 32 for each blank node: looks
  /// at a statement, at a node of an order of nodes, or at a name that is copied.
  ///
  /// A dataset can be made so that their number grows faster than any power of its size.
  public var limit: Int

  /// A canonicalizer; by default with SHA-256 and some seconds of work at most.
  public init(algorithm: DigestAlgorithm = .sha256, limit: Int = 4_000_000) {
    self.algorithm = algorithm
    self.limit = limit
  }

  /// Names the blank nodes; statements that occur twice count once.
  ///
  /// - Throws: ``CanonicalizationError`` when the limit is reached.
  /// - Complexity: O(*n* log *n*) of statements where blank nodes differ by the statements that they
  ///   stand in; exponential at worst, which ``limit`` cuts off.
  public func canonicalize(
    _ collection: QuadCollection
  ) throws(CanonicalizationError) -> CanonicalDataset {
    let places = BlankNodePlaces(collection)
    let hashes = firstDegreeHashes(places)
    // Nodes by hash, in order of the hashes and then as they came.
    let sorted = hashes.indices.sorted {
      hashes[$0] == hashes[$1]
        ? $0 < $1 : hashes[$0].lexicographicallyPrecedes(hashes[$1])
    }
    var issuer = IdentifierIssuer()
    var alike: [ArraySlice<Int>] = []
    for group in sorted.groups(where: { hashes[$0] == hashes[$1] }) {
      if group.count == 1 {
        issuer.issue(for: group[group.startIndex])
      } else {
        alike.append(group)
      }
    }
    var surroundings = NDegreeHash(
      places, firstDegree: hashes, algorithm: algorithm,
      limit: limit + 32 * places.nodes.count)
    // A statement in a graph with a blank node for its name has three places for others. Two nodes can
    // then be tied to the same ones at the same places, in statements that pair these differently; what
    // RDFC-1.0 hashes is then the same, and it leaves open which of them comes first.
    var pairings =
      places.statements.contains { $0.graphName != 0 && places.node($0.graphName) != nil }
      ? NDegreeHash(
        places, firstDegree: hashes, algorithm: algorithm,
        limit: limit + 32 * places.nodes.count, tellsOwnPlaces: true) : nil
    for group in alike {
      let nodes = group.filter { issuer.number(of: $0) == nil }
      var results: [NDegreeHash.Result] = []
      for node in nodes { results.append(try surroundings(node, canonical: issuer)) }
      var details = [[UInt8]](repeating: [], count: nodes.count)
      if pairings != nil {
        var counts: [[UInt8]: Int] = [:]
        for result in results { counts[result.hash, default: 0] += 1 }
        for index in nodes.indices where counts[results[index].hash, default: 0] > 1 {
          details[index] = try pairings?.callAsFunction(nodes[index], canonical: issuer).hash ?? []
        }
      }
      let order = results.indices.sorted {
        if results[$0].hash != results[$1].hash {
          return results[$0].hash.lexicographicallyPrecedes(results[$1].hash)
        }
        return details[$0] == details[$1]
          ? $0 < $1 : details[$0].lexicographicallyPrecedes(details[$1])
      }
      for result in order {
        for node in results[result].issuer.nodes { issuer.issue(for: node) }
      }
    }
    return CanonicalDataset(places: places, issuer: issuer, firstDegree: hashes)
  }

  /// By blank node, the hash of the statements that it stands in
  /// ([RDFC-1.0 §4.6](https://www.w3.org/TR/rdf-canon/#hash-1d-quads)).
  private func firstDegreeHashes(_ places: BlankNodePlaces) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let terms = places.terms
    let source = terms.bytes.span
    return places.nodes.indices.map { node in
      lines.removeAll(keepingCapacity: true)
      for index in places.occurrences[node] {
        var line: [UInt8] = []
        places.appendLine(places.statements[index], to: &line, copying: source) { other, bytes in
          CanonicalTerm.append(other == node ? "_:a" : "_:z", to: &bytes)
        }
        lines.append(line)
      }
      if lines.count > 1 { lines.sort { $0.lexicographicallyPrecedes($1) } }
      return algorithm.hexadecimal(of: lines.count == 1 ? lines[0] : Array(lines.joined()))
    }
  }
}

extension Array {
  /// The stretches of neighbours that are alike.
  func groups(where areAlike: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var groups: [ArraySlice<Element>] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex, areAlike(self[start], self[end]) { end += 1 }
      groups.append(self[start..<end])
      start = end
    }
    return groups
  }
}
