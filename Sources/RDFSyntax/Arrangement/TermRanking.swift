import RDF

/// The order of all terms of a collection: every term once gets a number, and whatever comes after
/// compares numbers.
///
/// IRIs come first, in order of their bytes; then blank nodes by label, numbers in labels by value;
/// then literals in order of the bytes of their texts (with the escapes of the canonical form), of
/// one text the plain one, those with languages, those with datatypes; then triple terms, the less
/// deeply nested ones first, by subject, predicate and object.
struct TermRanking {
  /// The place of a term, from 1; 0 is the absence of a term.
  typealias Rank = UInt32

  /// The terms, those within triple terms too.
  private(set) var terms: TermDictionary
  /// The number of each term in ``terms``, by rank.
  private(set) var ids: [TermDictionary.ID] = [0]
  /// The rank of each term, by its number in ``terms``.
  private(set) var ranks: [Rank] = []
  /// The ranks of blank nodes; IRIs have those before.
  private(set) var blankNodes: Range<Rank> = 0..<0
  /// The ranks of triple terms; literals have those between.
  private(set) var tripleTerms: Range<Rank> = 0..<0
  /// Which blank nodes have labels that nobody chose, in order of rank.
  private(set) var areGenerated: [Bool] = []
  /// What labels that nobody chose are made of when they have to be written, before a number: no
  /// label that somebody chose is this and a number.
  private(set) var stem = [UInt8(ascii: "n")]
  /// Subject, predicate and object of the triple terms, in order of rank.
  private(set) var parts: [Parts] = []
  /// The length in bytes of the text of each literal, by its number in ``terms``.
  private var textLengths: [UInt32] = []

  /// The terms of a triple term.
  struct Parts {
    var subject: Rank
    var predicate: Rank
    var object: Rank
  }

  /// Ranks the terms of a dictionary.
  ///
  /// - Complexity: O(n log n) in the number of terms.
  init(_ terms: TermDictionary) {
    var terms = terms
    let nested = TripleTermParts(internedInto: &terms)
    self.terms = terms
    var kinds = (iris: [UInt32](), blankNodes: [UInt32](), literals: [UInt32]())
    textLengths = [UInt32](repeating: 0, count: terms.count + 1)
    ranks = [Rank](repeating: 0, count: terms.count + 1)
    ids.reserveCapacity(ranks.count)
    let bytes = terms.bytes.span
    for id in 1..<UInt32(ranks.count) {
      let term = bytes.extracting(terms.range(of: id))
      switch CanonicalTerm.kind(of: term) {
      case .iri: kinds.iris.append(id)
      case .blankNode: kinds.blankNodes.append(id)
      case .literal:
        kinds.literals.append(id)
        // A quote within the text is escaped, and none stands behind it.
        var end = term.count - 1
        while term[end] != UInt8(ascii: "\"") { end -= 1 }
        textLengths[Int(id)] = UInt32(end - 1)
      case .tripleTerm: break
      }
    }
    _ = ByteKeySort.sort(&kinds.iris, in: bytes) { id in
      let range = terms.range(of: id)
      return range.lowerBound + 1..<range.upperBound - 1
    }
    take(kinds.iris)
    rankBlankNodes(kinds.blankNodes)
    rankLiterals(kinds.literals)
    rankTripleTerms(nested)
  }

  /// How many ranks there are, 0 included.
  var count: Int { ids.count }

  /// Where the bytes of a term lie in those of ``terms``.
  func range(of rank: Rank) -> Range<Int> { terms.range(of: ids[Int(rank)]) }

  /// The length in bytes of the text of a literal, which begins behind the first quote.
  func textLength(of rank: Rank) -> Int { Int(textLengths[Int(ids[Int(rank)])]) }

  /// The rank of an IRI; 0 if it is none of the terms.
  func rank(of node: NamedNode) -> Rank {
    var bytes: [UInt8] = []
    CanonicalTerm.append(node, to: &bytes)
    return terms.id(of: bytes.span).map { ranks[Int($0)] } ?? 0
  }

  func isIRI(_ rank: Rank) -> Bool { rank < blankNodes.lowerBound }

  func isBlankNode(_ rank: Rank) -> Bool { blankNodes.contains(rank) }

  func isLiteral(_ rank: Rank) -> Bool {
    rank >= blankNodes.upperBound && rank < tripleTerms.lowerBound
  }

  func isTripleTerm(_ rank: Rank) -> Bool { rank >= tripleTerms.lowerBound }

  func parts(ofTripleTerm rank: Rank) -> Parts { parts[Int(rank - tripleTerms.lowerBound)] }

  /// Gives the next ranks to these terms.
  private mutating func take(_ sorted: [UInt32]) {
    for id in sorted {
      ranks[Int(id)] = Rank(ids.count)
      ids.append(id)
    }
  }

  private mutating func rankBlankNodes(_ nodes: [UInt32]) {
    let terms = terms
    let bytes = terms.bytes.span
    let labels = nodes.map { id in
      let range = terms.range(of: id)
      return range.lowerBound + 2..<range.upperBound
    }
    let shapes = labels.map { BlankNodeLabel(bytes.extracting($0)) }
    var taken: Set<Int> = []
    for (shape, label) in zip(shapes, labels) where !shape.isGenerated {
      if let underscores = shape.underscoresOfShortStem(in: bytes.extracting(label)) {
        taken.insert(underscores)
      }
    }
    while taken.contains(stem.count - 1) { stem.append(UInt8(ascii: "_")) }
    var keys = ByteRuns()
    for (shape, label) in zip(shapes, labels) {
      shape.appendKey(of: bytes.extracting(label), stem: stem, to: &keys.bytes)
      keys.endRun()
    }
    var order = Array(0..<UInt32(nodes.count))
    _ = ByteKeySort.sort(&order, in: keys.bytes.span) { keys.range(of: Int($0)) }
    let start = Rank(ids.count)
    take(order.map { nodes[Int($0)] })
    blankNodes = start..<Rank(ids.count)
    areGenerated = order.map { shapes[Int($0)].isGenerated }
  }

  private mutating func rankLiterals(_ literals: [UInt32]) {
    var order = literals
    let terms = terms
    let bytes = terms.bytes.span
    let alike = ByteKeySort.sort(&order, in: bytes) { id in
      let start = terms.range(of: id).lowerBound + 1
      return start..<start + Int(textLengths[Int(id)])
    }
    for stretch in alike {
      order[stretch].sort { left, right in
        terms.bytes[tail(of: left)].lexicographicallyPrecedes(terms.bytes[tail(of: right)])
      }
    }
    take(order)
  }

  /// What stands behind the text of a literal: its language or datatype.
  private func tail(of literal: UInt32) -> Range<Int> {
    let range = terms.range(of: literal)
    return range.lowerBound + 2 + Int(textLengths[Int(literal)])..<range.upperBound
  }

  private mutating func rankTripleTerms(_ nested: TripleTermParts) {
    let start = Rank(ids.count)
    for level in nested.levels {
      let ranked = level.map { term in
        (
          id: term.id,
          parts: Parts(
            subject: ranks[Int(term.subject)], predicate: ranks[Int(term.predicate)],
            object: ranks[Int(term.object)])
        )
      }
      .sorted { left, right in
        (left.parts.subject, left.parts.predicate, left.parts.object)
          < (right.parts.subject, right.parts.predicate, right.parts.object)
      }
      take(ranked.map(\.id))
      parts += ranked.map(\.parts)
    }
    tripleTerms = start..<Rank(ids.count)
  }
}
