import RDF

/// Statements about the things of a graph on their way into blocks.
///
/// Terms of the graph are copied as bytes. Those that every thing needs, such as predicates, stand
/// once in each block; so does the subject for all that is said of it.
struct LineageBlock {
  /// A term of the vocabularies.
  enum Word: Int, CaseIterable {
    case type, label, regulation, legalResource, regulationKey, number, typeDocument
    case dateDocument, datePublication, firstDateInForce, dateNoLongerInForce, page
    case concept, notation

    fileprivate var iri: String {
      let (smp, eli) = (LineageVocabulary.namespace, LineageVocabulary.eli)
      return switch self {
      case .type: RDFVocabulary.type.iri
      case .label: RDFS.label.iri
      case .regulation: smp + "Regulation"
      case .legalResource: eli + "LegalResource"
      case .regulationKey: smp + "regulationKey"
      case .number: eli + "number"
      case .typeDocument: eli + "type_document"
      case .dateDocument: eli + "date_document"
      case .datePublication: eli + "date_publication"
      case .firstDateInForce: eli + "first_date_entry_in_force"
      case .dateNoLongerInForce: eli + "date_no_longer_in_force"
      case .page: LineageVocabulary.page
      case .concept: LineageVocabulary.concept.iri
      case .notation: LineageVocabulary.notation
      }
    }
  }

  /// What a statement says of its subject.
  enum Predicate {
    case word(Word)
    case relation(LineageRelation)
    case eliRelation(LineageRelation)
  }

  private let graph: LineageGraph
  private var block = QuadBlock()
  /// Where the terms that every thing needs stand in the block.
  private var words: [QuadBlock.Run] = []
  private var relations: [QuadBlock.Run] = []
  private var eliRelations: [QuadBlock.Run] = []
  private var subject = QuadBlock.Run.none
  /// An IRI in the making.
  private var iri: [UInt8] = []
  /// What stands behind the text of a date, by its exactness.
  private let dateTypes = (
    year: Self.ending(XSD.gYear), month: Self.ending(XSD.gYearMonth), day: Self.ending(XSD.date)
  )

  private static let mostStatements = 1 << 12

  init(_ graph: LineageGraph) {
    self.graph = graph
    open()
  }

  /// What stands behind the text of a literal of a datatype: `"^^<…>`.
  private static func ending(_ datatype: NamedNode) -> [UInt8] {
    var bytes = Array("\"^^".utf8)
    CanonicalTerm.append(datatype, to: &bytes)
    return bytes
  }

  /// Writes the terms that every thing needs.
  private mutating func open() {
    func run(_ iri: String) -> QuadBlock.Run {
      block.appendRun { CanonicalTerm.appendIRI(iri.utf8, to: &$0) }
    }
    words = Word.allCases.map { run($0.iri) }
    relations = LineageRelation.allCases.map { run(LineageVocabulary.namespace + $0.name) }
    eliRelations = LineageRelation.allCases.map {
      $0.eliName.map { run(LineageVocabulary.eli + $0) } ?? .none
    }
  }

  /// Whether the block should be handed on.
  var isFull: Bool { block.count >= Self.mostStatements }

  /// Hands the statements on and forgets them.
  mutating func handOn<Failure: Error>(
    _ body: (borrowing QuadBlock) throws(Failure) -> Void
  ) throws(Failure) {
    if !block.isEmpty { try body(block) }
    block.removeAll()
    open()
  }

  /// Makes a thing the subject of what follows.
  mutating func begin(_ thing: Int) { subject = run(ofTerm: graph.nodeTerms[thing]) }

  /// Makes an IRI the subject of what follows.
  mutating func begin(iri: [UInt8]) {
    subject = block.appendRun { CanonicalTerm.appendIRI(iri, to: &$0) }
  }

  /// Says something whose object is written as a term of N-Triples.
  mutating func add(_ predicate: Predicate, _ append: (inout [UInt8]) -> Void) {
    add(predicate, block.appendRun(append))
  }

  mutating func add(_ word: Word, _ object: Word) { add(.word(word), run(of: object)) }

  mutating func add(_ word: Word, term: TermDictionary.ID) {
    add(.word(word), run(ofTerm: term))
  }

  mutating func add(_ word: Word, iri: [UInt8]) {
    add(.word(word)) { CanonicalTerm.appendIRI(iri, to: &$0) }
  }

  /// Says something whose object is the IRI that is appended; nothing where none is.
  mutating func add(_ word: Word, iri append: (inout [UInt8]) -> Bool) {
    iri.removeAll(keepingCapacity: true)
    guard append(&iri) else { return }
    add(word, iri: iri)
  }

  mutating func add(_ word: Word, _ literal: Literal) {
    add(.word(word)) { CanonicalTerm.append(literal, to: &$0) }
  }

  /// Says a date as exact as it is known: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
  mutating func add(_ word: Word, _ date: LineageDate) {
    let datatype =
      date.day != nil ? dateTypes.day : date.month != nil ? dateTypes.month : dateTypes.year
    add(.word(word)) { bytes in
      bytes.append(UInt8(ascii: "\""))
      date.append(to: &bytes)
      bytes.append(contentsOf: datatype)
    }
  }

  mutating func add(_ predicate: Predicate, thing: Int) {
    add(predicate, run(ofTerm: graph.nodeTerms[thing]))
  }

  private mutating func add(_ predicate: Predicate, _ object: QuadBlock.Run) {
    let predicate: QuadBlock.Run =
      switch predicate {
      case .word(let word): run(of: word)
      case .relation(let relation): relations[Int(relation.rawValue)]
      case .eliRelation(let relation): eliRelations[Int(relation.rawValue)]
      }
    block.statements.append(QuadBlock.Statement(subject, predicate, object, in: .none))
  }

  private func run(of word: Word) -> QuadBlock.Run { words[word.rawValue] }

  private mutating func run(ofTerm term: TermDictionary.ID) -> QuadBlock.Run {
    block.appendRun { [graph] in
      $0.append(copying: graph.terms.bytes.span.extracting(graph.terms.range(of: term)))
    }
  }
}
