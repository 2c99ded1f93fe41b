import RDF

/// The claims of a dataset by the statement that they are about.
struct ClaimIndex {
  /// A statement whose terms are numbers of a ``TermTable``.
  struct Statement: Hashable {
    var subject: Int
    var predicate: Int
    var object: Int
  }

  /// One claim while its quads come in.
  private struct Draft {
    var subject: Int?
    var predicate: Int?
    var object: Int?
    var graph: GraphName = .defaultGraph
    var quote: String?
    var confidence: Double?
    var status: String?
    var period: String?
  }

  /// One claim about a statement.
  struct Claim {
    /// Its own name, for a stable order.
    var name: String
    var graph: GraphName
    var quote: String?
    var confidence: Double?
    var status: String?
    var period: String?
  }

  private var drafts: [Int: Draft] = [:]
  private(set) var claims: [Statement: [Claim]] = [:]

  /// Gathers the claims among the quads: the subjects that reify a statement.
  init(_ quads: [TermTable.NumberedQuad], terms: inout TermTable) {
    for quad in quads {
      let predicate = terms.text(of: quad.predicate)
      switch predicate {
      case RDFVocabulary.subject.iri: drafts[quad.subject, default: Draft()].subject = quad.object
      case RDFVocabulary.predicate.iri:
        drafts[quad.subject, default: Draft()].predicate = quad.object
      case RDFVocabulary.object.iri: drafts[quad.subject, default: Draft()].object = quad.object
      case ClaimTerms.reifies:
        guard case .tripleTerm(let triple) = terms.term(quad.object) else { continue }
        var draft = drafts[quad.subject, default: Draft()]
        draft.subject = terms.number(of: triple.subject.term)
        draft.predicate = terms.number(of: .namedNode(triple.predicate))
        draft.object = terms.number(of: triple.object)
        drafts[quad.subject] = draft
      default: continue
      }
      drafts[quad.subject]?.graph = quad.graph
    }
    drafts = drafts.filter { $1.subject != nil && $1.predicate != nil && $1.object != nil }
    for quad in quads where drafts[quad.subject] != nil {
      let object = terms.text(of: quad.object)
      switch terms.text(of: quad.predicate) {
      case ClaimTerms.quote: drafts[quad.subject]?.quote = object
      case ClaimTerms.confidence: drafts[quad.subject]?.confidence = Double(object)
      case ClaimTerms.status: drafts[quad.subject]?.status = object.localName
      case ClaimTerms.period: drafts[quad.subject]?.period = object
      default: continue
      }
    }
    for (number, draft) in drafts {
      guard let subject = draft.subject, let predicate = draft.predicate, let object = draft.object
      else { continue }
      claims[Statement(subject: subject, predicate: predicate, object: object), default: []].append(
        Claim(
          name: terms.text(of: number), graph: draft.graph, quote: draft.quote,
          confidence: draft.confidence, status: draft.status, period: draft.period))
    }
  }

  /// Whether a term is a claim.
  func isClaim(_ term: Int) -> Bool { drafts[term] != nil }
}

/// Terms by number, in order of their first appearance.
struct TermTable {
  /// A quad whose terms are numbers.
  struct NumberedQuad: Hashable {
    var subject: Int
    var predicate: Int
    var object: Int
    var graph: GraphName
  }

  private var numbers: [Term: Int] = [:]
  private(set) var terms: [Term] = []

  mutating func number(of term: Term) -> Int {
    if let number = numbers[term] { return number }
    numbers[term] = terms.count
    terms.append(term)
    return terms.count - 1
  }

  mutating func number(_ quad: Quad) -> NumberedQuad {
    NumberedQuad(
      subject: number(of: quad.subject.term), predicate: number(of: .namedNode(quad.predicate)),
      object: number(of: quad.object), graph: quad.graphName)
  }

  func term(_ number: Int) -> Term { terms[number] }

  /// The IRI, `_:` and the label, or the lexical form.
  func text(of number: Int) -> String {
    switch terms[number] {
    case .namedNode(let node): node.iri
    case .blankNode(let node): "_:" + node.label
    case .literal(let literal): literal.lexicalForm
    case .tripleTerm(let triple): triple.writtenOut
    }
  }

  /// Whether a term can be a node of a graph.
  func isResource(_ number: Int) -> Bool {
    switch terms[number] {
    case .namedNode, .blankNode: true
    case .literal, .tripleTerm: false
    }
  }
}

extension Triple {
  /// The triple as text for people: the parts in order.
  fileprivate var writtenOut: String {
    func written(_ term: Term) -> String {
      switch term {
      case .namedNode(let node): "<\(node.iri)>"
      case .blankNode(let node): "_:\(node.label)"
      case .literal(let literal): "\"\(literal.lexicalForm)\""
      case .tripleTerm(let triple): triple.writtenOut
      }
    }
    return "<<( \(written(subject.term)) <\(predicate.iri)> \(written(object)) )>>"
  }
}
