/// The hash of a blank node's surroundings, as far as they go
/// ([RDFC-1.0 §4.8](https://www.w3.org/TR/rdf-canon/#hash-nd-quads)).
///
/// The algorithm calls itself for nodes further out. Here the calls wait on a stack of our own, so
/// that a chain of a hundred thousand nodes asks for memory and not for the stack of the thread.
struct NDegreeHash {
  /// What a node's surroundings came to.
  struct Result {
    /// The digest, as digits.
    var hash: [UInt8]
    /// The numbers given to the nodes on the way.
    var issuer: IdentifierIssuer
  }

  /// One call that waits for the calls of others.
  private struct Frame {
    /// Hashes of how nodes are related to this one, in order, with the nodes; the last is next.
    var groups: [(hash: [UInt8], nodes: [Int])]
    /// What will be hashed.
    var data: [UInt8] = []
    /// The numbers given before the group under way.
    var issuer: IdentifierIssuer
    /// The orders of the group's nodes; nil between two groups.
    var orders: Permutations?
    /// The path that the order under way gives, and the numbers that it leads to.
    var path: [UInt8] = []
    var pathIssuer = IdentifierIssuer()
    /// The nodes whose surroundings the order under way asks for; the last is next.
    var pending: [Int] = []
    /// The least path so far.
    var chosen: (path: [UInt8], issuer: IdentifierIssuer)?

    /// Whether the path cannot become the least one any more.
    var isHopeless: Bool {
      guard let chosen else { return false }
      return path.count >= chosen.path.count && chosen.path.lexicographicallyPrecedes(path)
    }
  }

  private let places: BlankNodePlaces
  private let firstDegree: [[UInt8]]
  private let algorithm: DigestAlgorithm
  private let limit: Int
  /// Whether a statement tells of a node where it stands itself, too.
  private let tellsOwnPlaces: Bool
  private var steps = 0

  /// - Parameters:
  ///   - places: The dataset.
  ///   - firstDegree: By blank node, the hash of the statements that it stands in.
  ///   - algorithm: The hash function.
  ///   - limit: How many steps all calls together may take.
  ///   - tellsOwnPlaces: Whether a statement tells of a node where it stands itself, too: more than
  ///     RDFC-1.0 hashes, for nodes that its hashes leave alike.
  init(
    _ places: BlankNodePlaces, firstDegree: [[UInt8]], algorithm: DigestAlgorithm, limit: Int,
    tellsOwnPlaces: Bool = false
  ) {
    self.places = places
    self.firstDegree = firstDegree
    self.algorithm = algorithm
    self.limit = limit
    self.tellsOwnPlaces = tellsOwnPlaces
  }

  /// The hash of a node and the numbers given on the way.
  ///
  /// - Parameters:
  ///   - node: A node without a canonical name.
  ///   - canonical: The canonical names given so far.
  /// - Returns: The hash, and the numbers that nodes got on the way.
  /// - Throws: ``CanonicalizationError`` when the limit is reached.
  mutating func callAsFunction(
    _ node: Int, canonical: IdentifierIssuer
  ) throws(CanonicalizationError) -> Result {
    var issuer = IdentifierIssuer()
    issuer.issue(for: node)
    var stack = [try frame(node, issuer: issuer, canonical: canonical)]
    while true {
      let top = stack.count - 1
      if let next = stack[top].pending.last {
        // The numbers go down with the call and come back with its result, uncopied.
        let issuer = stack[top].pathIssuer
        stack[top].pathIssuer = IdentifierIssuer()
        stack.append(try frame(next, issuer: issuer, canonical: canonical))
      } else if stack[top].orders != nil {
        try advance(&stack[top], canonical: canonical)
      } else if let group = stack[top].groups.last {
        stack[top].data += group.hash
        stack[top].chosen = nil
        stack[top].orders = Permutations(group.nodes)
        try begin(&stack[top], canonical: canonical)
      } else {
        let frame = stack.removeLast()
        let result = Result(hash: algorithm.hexadecimal(of: frame.data), issuer: frame.issuer)
        guard !stack.isEmpty else { return result }
        receive(result, in: &stack[stack.count - 1])
      }
    }
  }

  /// A call for a node: the nodes that statements tie it to, grouped by how they do.
  private mutating func frame(
    _ node: Int, issuer: IdentifierIssuer, canonical: IdentifierIssuer
  ) throws(CanonicalizationError) -> Frame {
    var groups: [[UInt8]: [Int]] = [:]
    try count(1)
    for index in places.occurrences[node] {
      let all = places.places(in: places.statements[index])
      let own = position(of: node, in: all)
      for place in all where place.node != node {
        try count(1)
        let hash = hash(of: place, from: own, issuer: issuer, canonical: canonical)
        groups[hash, default: []].append(place.node)
      }
    }
    let sorted = groups.sorted { $1.key.lexicographicallyPrecedes($0.key) }
    return Frame(groups: sorted.map { (hash: $0.key, nodes: $0.value) }, issuer: issuer)
  }

  /// Where a node itself stands in a statement, if that has a triple term with blank nodes or it is
  /// asked for; nothing otherwise, as RDFC-1.0 has it.
  ///
  /// Two nodes can stand in each other's statements, at places that differ by this alone.
  private func position(of node: Int, in places: [BlankNodePlaces.Place]) -> [UInt8] {
    guard tellsOwnPlaces || places.contains(where: { $0.position.count > 1 }) else { return [] }
    return places.filter { $0.node == node }.flatMap { $0.position + [UInt8(ascii: "/")] }
  }

  /// How a node is related to the one under way
  /// ([RDFC-1.0 §4.7](https://www.w3.org/TR/rdf-canon/#hash-related-blank-node)).
  private func hash(
    of place: BlankNodePlaces.Place, from own: [UInt8], issuer: IdentifierIssuer,
    canonical: IdentifierIssuer
  ) -> [UInt8] {
    var input = own + place.position
    input += place.predicates
    if let number = canonical.number(of: place.node) {
      BlankNodeName.appendCanonical(number, to: &input)
    } else if let number = issuer.number(of: place.node) {
      BlankNodeName.appendTemporary(number, to: &input)
    } else {
      input += firstDegree[place.node]
    }
    return algorithm.hexadecimal(of: input)
  }

  /// Begins the path of the group's order under way; a hopeless one is left at once.
  private mutating func begin(
    _ frame: inout Frame, canonical: IdentifierIssuer
  ) throws(CanonicalizationError) {
    guard let order = frame.orders?.current else { return }
    frame.path = []
    frame.pending = []
    // What is copied counts as work.
    try count(order.count + (order.count > 1 ? frame.issuer.nodes.count : 0))
    frame.pathIssuer = frame.issuer
    if order.count == 1 { frame.issuer = IdentifierIssuer() }
    for node in order {
      if let number = canonical.number(of: node) {
        BlankNodeName.appendCanonical(number, to: &frame.path)
      } else {
        if frame.pathIssuer.number(of: node) == nil { frame.pending.append(node) }
        BlankNodeName.appendTemporary(frame.pathIssuer.issue(for: node), to: &frame.path)
      }
      if frame.isHopeless {
        frame.pending = []
        return
      }
    }
    frame.pending.reverse()
  }

  /// Takes the path that is done, and goes on with the next order or behind the group.
  private mutating func advance(
    _ frame: inout Frame, canonical: IdentifierIssuer
  ) throws(CanonicalizationError) {
    let isBetter =
      frame.chosen.map { frame.path.lexicographicallyPrecedes($0.path) } ?? true
    if isBetter { frame.chosen = (frame.path, frame.pathIssuer) }
    frame.pathIssuer = IdentifierIssuer()
    frame.orders?.advance()
    if frame.orders?.current != nil { return try begin(&frame, canonical: canonical) }
    guard let chosen = frame.chosen else { preconditionFailure("a group has an order") }
    frame.data += chosen.path
    frame.issuer = chosen.issuer
    frame.chosen = nil
    frame.orders = nil
    frame.groups.removeLast()
  }

  /// Takes the result of the call that a frame waited for.
  private func receive(_ result: Result, in frame: inout Frame) {
    let node = frame.pending.removeLast()
    frame.pathIssuer = result.issuer
    BlankNodeName.appendTemporary(frame.pathIssuer.issue(for: node), to: &frame.path)
    frame.path.append(UInt8(ascii: "<"))
    frame.path += result.hash
    frame.path.append(UInt8(ascii: ">"))
    if frame.isHopeless { frame.pending = [] }
  }

  private mutating func count(_ work: Int) throws(CanonicalizationError) {
    steps += work
    if steps > limit { throw CanonicalizationError(limit: limit) }
  }
}

/// The names under which blank nodes are hashed and written.
enum BlankNodeName {
  /// `_:c14n` and the number.
  static func appendCanonical(_ number: Int, to bytes: inout [UInt8]) {
    CanonicalTerm.append("_:c14n", to: &bytes)
    CanonicalTerm.append(String(number), to: &bytes)
  }

  /// `_:b` and the number.
  static func appendTemporary(_ number: Int, to bytes: inout [UInt8]) {
    CanonicalTerm.append("_:b", to: &bytes)
    CanonicalTerm.append(String(number), to: &bytes)
  }
}
