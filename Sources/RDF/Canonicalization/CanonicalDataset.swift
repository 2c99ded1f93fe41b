/// A dataset whose blank nodes have canonical names: what ``Canonicalizer`` makes.
public struct CanonicalDataset: Sendable {
  let places: BlankNodePlaces
  private let issuer: IdentifierIssuer
  /// By blank node, the hash of the statements that it stands in.
  let firstDegree: [[UInt8]]

  init(places: BlankNodePlaces, issuer: IdentifierIssuer, firstDegree: [[UInt8]]) {
    self.places = places
    self.issuer = issuer
    self.firstDegree = firstDegree
  }

  /// How many statements there are, each counted once.
  public var count: Int { places.statements.count }

  /// The label that every blank node had and the one that it has now, both without `_:`, in the
  /// order of the new ones
  /// ([issued identifiers map](https://www.w3.org/TR/rdf-canon/#dfn-issued-identifiers-map)).
  public var labels: [(given: String, canonical: String)] {
    issuer.nodes.enumerated().map { (places.label(of: $1), "c14n\($0)") }
  }

  /// The number behind `c14n` of a blank node.
  func number(of node: Int) -> Int {
    guard let number = issuer.number(of: node) else {
      preconditionFailure("every blank node has a canonical name")
    }
    return number
  }

  /// Hands on the statements as lines of canonical N-Quads, line feed included, in order of their
  /// bytes.
  ///
  /// - Throws: what `body` throws.
  public func forEachLine<Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    // An array, for what the lines are made with is asked at every blank node.
    let numbers = places.nodes.indices.map { number(of: $0) }
    let lines = SortedLines(places) { BlankNodeName.appendCanonical(numbers[$0], to: &$1) }
    for index in lines.indices { try body(lines.bytes.span.extracting(lines.range(index))) }
  }

  /// The statements as canonical N-Quads
  /// ([RDFC-1.0 §5](https://www.w3.org/TR/rdf-canon/#canonical-quads)).
  public var nQuads: [UInt8] {
    var bytes: [UInt8] = []
    forEachLine { bytes.append(copying: $0) }
    return bytes
  }
}

/// The lines of a dataset in order of their bytes.
struct SortedLines {
  /// All lines, one behind the other, in the order in which the statements came.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var order: [UInt32] = []

  /// The lines of a dataset under the names that a function appends, `_:` included.
  init(_ places: BlankNodePlaces, name: (Int, inout [UInt8]) -> Void) {
    ends.reserveCapacity(places.statements.count + 1)
    bytes.reserveCapacity(places.lengthOfLines)
    let statements = places.statements
    let terms = places.terms
    let source = terms.bytes.span
    for statement in statements {
      places.appendLine(statement, to: &bytes, copying: source, name: name)
      ends.append(bytes.count)
    }
    var order = Array(0..<UInt32(places.statements.count))
    // Every line is there once: the statements differ, and so do the names.
    _ = ByteKeySort.sort(&order, in: bytes.span) { ends[Int($0)]..<ends[Int($0) + 1] }
    self.order = order
  }

  /// The places of the lines.
  var indices: Range<Int> { order.indices }

  /// Where the line at a place lies in ``bytes``.
  func range(_ place: Int) -> Range<Int> {
    let line = Int(order[place])
    return ends[line]..<ends[line + 1]
  }
}
