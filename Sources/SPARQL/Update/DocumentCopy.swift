import QuadStore
import RDF

/// Copies the statements of a document into a dataset, its blank nodes under new labels.
struct DocumentCopy {
  private let terms: TermDictionary
  /// By number in the document, the number in the dataset; 0 where it has none yet.
  private var numbers: [UInt32]
  private var blanks: [BlankNode: UInt32] = [:]
  private var decoder = CanonicalTermDecoder()
  private var lowercase = LowercaseTags()

  /// A copy of a document with these terms.
  init(_ terms: TermDictionary) {
    self.terms = terms
    numbers = [UInt32](repeating: 0, count: terms.count + 1)
  }

  /// Copies a statement; one without a graph into this one.
  mutating func insert(
    _ statement: TermDictionary.Statement, _ graph: UInt32, into dataset: inout ChangingDataset
  ) throws {
    try dataset.insert(
      TermDictionary.Statement(
        try number(statement.subject, in: &dataset), try number(statement.predicate, in: &dataset),
        try number(statement.object, in: &dataset),
        in: statement.graphName == 0 ? graph : try number(statement.graphName, in: &dataset)))
  }

  private mutating func number(
    _ id: TermDictionary.ID, in dataset: inout ChangingDataset
  ) throws -> UInt32 {
    if numbers[Int(id)] != 0 { return numbers[Int(id)] }
    let terms = terms
    let bytes = terms.bytes.span.extracting(terms.range(of: id))
    let number: UInt32
    switch CanonicalTerm.kind(of: bytes) {
    case .iri: number = try dataset.intern(bytes)
    case .literal:
      if let changed = lowercase.changed(bytes) {
        number = try dataset.intern(changed.span)
      } else {
        number = try dataset.intern(bytes)
      }
    case .blankNode, .tripleTerm:
      let term = try renamed(decoder.term(bytes), in: &dataset)
      number = try self.number(of: term, in: &dataset)
    }
    numbers[Int(id)] = number
    return number
  }

  private func number(of term: Term, in dataset: inout ChangingDataset) throws -> UInt32 {
    var bytes: [UInt8] = []
    CanonicalTerm.append(term, languageTags: .lowercase, to: &bytes)
    return try dataset.intern(bytes.span)
  }

  /// The term with the blank nodes of the dataset in place of those of the document.
  private mutating func renamed(
    _ term: Term, in dataset: inout ChangingDataset
  ) throws -> Term {
    switch term {
    case .namedNode, .literal: return term
    case .blankNode(let node): return .blankNode(try renamed(node, in: &dataset))
    case .tripleTerm(let triple):
      var subject = triple.subject
      if case .blankNode(let node) = subject {
        subject = .blankNode(try renamed(node, in: &dataset))
      }
      return .tripleTerm(
        Triple(subject, triple.predicate, try renamed(triple.object, in: &dataset)))
    }
  }

  private mutating func renamed(
    _ node: BlankNode, in dataset: inout ChangingDataset
  ) throws -> BlankNode {
    let id = try blanks[node] ?? dataset.newBlankNode()
    blanks[node] = id
    guard case .blankNode(let new) = try dataset.terms.withBytes(of: id, { decoder.term($0) })
    else { preconditionFailure("a new blank node is one") }
    return new
  }
}
