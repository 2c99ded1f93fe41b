import QuadStore
import RDF

/// Puts data into a dataset and takes them away, as `INSERT DATA` and `DELETE DATA` give them.
///
/// A writer is for one operation, whose blank nodes are its own.
struct DataWriter {
  /// By blank node of the data, its number in the dataset.
  private var blanks: [Variable: UInt32] = [:]
  private var bytes: [UInt8] = []

  /// Puts a statement in; what RDF has no place for is left out.
  mutating func insert(_ quad: QuadPattern, into dataset: inout ChangingDataset) throws {
    guard quad.triple.canBeTriple else { return }
    try dataset.insert(
      TermDictionary.Statement(
        try number(quad.triple.subject, in: &dataset),
        try number(quad.triple.predicate, in: &dataset),
        try number(quad.triple.object, in: &dataset),
        in: try quad.graph.map { try number($0, in: &dataset) } ?? 0))
  }

  /// Takes a statement away; one with a term that nobody knows is not there.
  mutating func remove(_ quad: QuadPattern, from dataset: inout ChangingDataset) throws {
    guard let subject = try known(quad.triple.subject, in: dataset),
      let predicate = try known(quad.triple.predicate, in: dataset),
      let object = try known(quad.triple.object, in: dataset),
      let graph = try quad.graph.map({ try known($0, in: dataset) }) ?? 0
    else { return }
    try dataset.remove(TermDictionary.Statement(subject, predicate, object, in: graph))
  }

  private mutating func number(
    _ pattern: TermPattern, in dataset: inout ChangingDataset
  ) throws -> UInt32 {
    switch pattern {
    case .term(let term):
      write(term)
      return try dataset.intern(bytes.span)
    case .variable(let variable):
      if let id = blanks[variable] { return id }
      let id = try dataset.newBlankNode()
      blanks[variable] = id
      return id
    case .tripleTerm(let triple):
      write(.tripleTerm(try self.triple(triple, in: &dataset)))
      return try dataset.intern(bytes.span)
    }
  }

  /// A triple within a triple term, with the blank nodes of the dataset.
  private mutating func triple(
    _ pattern: TriplePattern, in dataset: inout ChangingDataset
  ) throws -> Triple {
    let subject: Subject
    switch try term(pattern.subject, in: &dataset) {
    case .namedNode(let node): subject = .namedNode(node)
    case .blankNode(let node): subject = .blankNode(node)
    case .literal, .tripleTerm: throw UpdateError.notATriple
    }
    guard case .namedNode(let predicate) = try term(pattern.predicate, in: &dataset) else {
      throw UpdateError.notATriple
    }
    return Triple(subject, predicate, try term(pattern.object, in: &dataset))
  }

  private mutating func term(
    _ pattern: TermPattern, in dataset: inout ChangingDataset
  ) throws -> Term {
    let id = try number(pattern, in: &dataset)
    var decoder = CanonicalTermDecoder()
    return try dataset.terms.withBytes(of: id) { decoder.term($0) }
  }

  private mutating func known(
    _ pattern: TermPattern, in dataset: ChangingDataset
  ) throws -> UInt32? {
    guard case .term(let term) = pattern else { return nil }
    write(term)
    return try dataset.terms.id(of: bytes.span)
  }

  private mutating func write(_ term: Term) {
    bytes.removeAll(keepingCapacity: true)
    CanonicalTerm.append(term, to: &bytes)
  }
}

extension TriplePattern {
  /// Whether terms and blank nodes stand where a triple can have them.
  fileprivate var canBeTriple: Bool {
    switch subject {
    case .term(.namedNode), .term(.blankNode), .variable: break
    case .term(.literal), .term(.tripleTerm), .tripleTerm: return false
    }
    if case .term(.namedNode) = predicate { return true }
    return false
  }
}
