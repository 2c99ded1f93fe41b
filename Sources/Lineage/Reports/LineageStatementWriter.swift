import RDF

/// Says something of the things of a graph, one after the other.
///
/// The target is given each subject once for all that is said of it, and what every thing needs, such
/// as predicates, once until it is taken away.
struct LineageStatementWriter<Target: LineageStatementTarget> {
  /// What a subject is.
  private enum Subject {
    case thing(Int)
    case iri([UInt8])
  }

  /// The term of each thing.
  private let nodeTerms: [TermDictionary.ID]
  private(set) var target: Target
  private var subject = Subject.iri([])
  /// The subject as the target knows it; nil until something is said of it.
  private var subjectTerm: Target.Term?
  /// Terms of the vocabularies as the target knows them; nil for those not used yet.
  private var words = [Target.Term?](repeating: nil, count: LineageWord.allCases.count)
  private var relations: [Target.Term?]
  private var eliRelations: [Target.Term?]
  /// An IRI in the making.
  private var iri: [UInt8] = []
  /// What stands behind the text of a date, by its exactness.
  private let dateTypes: (year: [UInt8], month: [UInt8], day: [UInt8])

  init(_ graph: LineageGraph, to target: Target) {
    nodeTerms = graph.nodeTerms
    self.target = target
    relations = [Target.Term?](repeating: nil, count: LineageRelation.allCases.count)
    eliRelations = relations
    dateTypes = (
      year: Self.ending(XSD.gYear), month: Self.ending(XSD.gYearMonth), day: Self.ending(XSD.date)
    )
  }

  /// What stands behind the text of a literal of a datatype: `"^^<…>`.
  private static func ending(_ datatype: NamedNode) -> [UInt8] {
    var bytes = Array("\"^^".utf8)
    CanonicalTerm.append(datatype, to: &bytes)
    return bytes
  }

  /// Lets the target be emptied: it has to be given every term anew.
  mutating func renew<Failure: Error>(
    _ empty: (inout Target) throws(Failure) -> Void
  ) throws(Failure) {
    for word in words.indices { words[word] = nil }
    for relation in relations.indices {
      relations[relation] = nil
      eliRelations[relation] = nil
    }
    subjectTerm = nil
    try empty(&target)
  }

  /// Makes a thing the subject of what follows.
  mutating func begin(_ thing: Int) {
    subject = .thing(thing)
    subjectTerm = nil
  }

  /// Makes an IRI the subject of what follows.
  mutating func begin(iri: [UInt8]) {
    subject = .iri(iri)
    subjectTerm = nil
  }

  // MARK: Statements

  /// Says something whose object is written as a term of N-Triples.
  mutating func add(_ predicate: LineagePredicate, _ append: (inout [UInt8]) -> Void) {
    say(predicate) { $0.target.term(append) }
  }

  mutating func add(_ word: LineageWord, _ object: LineageWord) {
    say(.word(word)) { $0.term(of: object) }
  }

  mutating func add(_ word: LineageWord, term: TermDictionary.ID) {
    say(.word(word)) { $0.target.term(term) }
  }

  mutating func add(_ word: LineageWord, iri: [UInt8]) {
    add(.word(word)) { CanonicalTerm.appendIRI(iri, to: &$0) }
  }

  /// Says something whose object is the IRI that is appended; nothing where none is.
  mutating func add(_ word: LineageWord, iri append: (inout [UInt8]) -> Bool) {
    iri.removeAll(keepingCapacity: true)
    guard append(&iri) else { return }
    add(word, iri: iri)
  }

  mutating func add(_ word: LineageWord, _ literal: Literal) {
    add(.word(word)) { CanonicalTerm.append(literal, to: &$0) }
  }

  /// Says a date as exact as it is known: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
  mutating func add(_ word: LineageWord, _ date: LineageDate) {
    let datatype =
      date.day != nil ? dateTypes.day : date.month != nil ? dateTypes.month : dateTypes.year
    add(.word(word)) { bytes in
      bytes.append(UInt8(ascii: "\""))
      date.append(to: &bytes)
      bytes.append(contentsOf: datatype)
    }
  }

  mutating func add(_ predicate: LineagePredicate, thing: Int) {
    let id = nodeTerms[thing]
    say(predicate) { $0.target.term(id) }
  }

  /// Says something whose terms are given in the order of the statement.
  private mutating func say(
    _ predicate: LineagePredicate, _ object: (inout Self) -> Target.Term
  ) {
    let subject = subjectTerm ?? term(of: self.subject)
    subjectTerm = subject
    let (predicate, object) = (term(of: predicate), object(&self))
    target.add(subject, predicate, object)
  }

  // MARK: Terms

  private mutating func term(of subject: Subject) -> Target.Term {
    switch subject {
    case .thing(let thing): target.term(nodeTerms[thing])
    case .iri(let iri): target.term { CanonicalTerm.appendIRI(iri, to: &$0) }
    }
  }

  private mutating func term(of predicate: LineagePredicate) -> Target.Term {
    switch predicate {
    case .word(let word): return term(of: word)
    case .relation(let relation):
      let place = Int(relation.rawValue)
      let term = relations[place] ?? term(ofIRI: LineageVocabulary.namespace + relation.name)
      relations[place] = term
      return term
    case .eliRelation(let relation):
      let place = Int(relation.rawValue)
      let term =
        eliRelations[place] ?? term(ofIRI: LineageVocabulary.eli + (relation.eliName ?? ""))
      eliRelations[place] = term
      return term
    }
  }

  private mutating func term(of word: LineageWord) -> Target.Term {
    let term = words[word.rawValue] ?? term(ofIRI: word.iri)
    words[word.rawValue] = term
    return term
  }

  private mutating func term(ofIRI iri: String) -> Target.Term {
    target.term { CanonicalTerm.appendIRI(iri.utf8, to: &$0) }
  }
}

extension LineageStatementWriter where Target == LineageBlock {
  /// Hands the statements so far on and forgets them.
  mutating func handOn<Failure: Error>(
    _ body: (borrowing QuadBlock) throws(Failure) -> Void
  ) throws(Failure) {
    try renew { (block) throws(Failure) in try block.handOn(body) }
  }
}
