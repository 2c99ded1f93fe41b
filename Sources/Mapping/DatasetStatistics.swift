internal import Claims
internal import RDF

/// The figures of [VoID](https://www.w3.org/TR/void/#statistics) for some statements, counted as
/// the statements are added, each of which must come once.
///
/// The statements are those of a collection, whose terms are numbers, and some besides, whose terms
/// get numbers of their own where the collection has none.
struct DatasetStatistics {
  typealias ID = TermDictionary.ID

  private let terms: TermDictionary
  private let typeID: ID?
  /// The terms that the collection does not have.
  private var others = TermDictionary()
  /// Statements; one that stands in two graphs counts twice.
  private(set) var triples = 0
  private var subjectIDs: Set<ID> = []
  private var propertyIDs: Set<ID> = []
  private var classIDs: Set<ID> = []
  /// The subjects of each class, by class.
  private var memberIDs: [ID: Set<ID>] = [:]

  /// No statements yet, of those with terms of a collection.
  init(terms: TermDictionary) {
    self.terms = terms
    var type: [UInt8] = []
    CanonicalTerm.append(RDFVocabulary.type, to: &type)
    typeID = terms.id(of: type.span)
  }

  /// Adds a statement of the collection.
  mutating func add(_ statement: TermDictionary.Statement) {
    triples += 1
    subjectIDs.insert(statement.subject)
    propertyIDs.insert(statement.predicate)
    guard statement.predicate == typeID, terms.kind(of: statement.object) == .iri else { return }
    classIDs.insert(statement.object)
    memberIDs[statement.object, default: []].insert(statement.subject)
  }

  /// Adds another statement.
  mutating func add(_ triple: Triple) {
    triples += 1
    let subject = number { CanonicalTerm.append(triple.subject, to: &$0) }
    subjectIDs.insert(subject)
    propertyIDs.insert(number { CanonicalTerm.append(triple.predicate, to: &$0) })
    guard triple.predicate == RDFVocabulary.type, let type = triple.object.namedNode else { return }
    let typeNumber = number { CanonicalTerm.append(type, to: &$0) }
    classIDs.insert(typeNumber)
    memberIDs[typeNumber, default: []].insert(subject)
  }

  private mutating func number(_ append: (inout [UInt8]) -> Void) -> ID {
    var bytes: [UInt8] = []
    append(&bytes)
    return terms.id(of: bytes.span) ?? ID(terms.count) + others.intern(bytes.span)
  }

  /// How many different subjects there are.
  var subjects: Int { subjectIDs.count }
  /// How many different predicates there are.
  var properties: Int { propertyIDs.count }
  /// How many different objects of `rdf:type` there are.
  var classes: Int { classIDs.count }

  /// How many subjects a class has.
  func members(of type: NamedNode) -> Int {
    var bytes: [UInt8] = []
    CanonicalTerm.append(type, to: &bytes)
    let own = terms.id(of: bytes.span)
    let number = own ?? others.id(of: bytes.span).map { ID(terms.count) + $0 }
    return number.flatMap { memberIDs[$0]?.count } ?? 0
  }

  /// Everything of a class of the vocabulary but what only tells of statements: claims, passages
  /// and conflicts.
  var entities: Int {
    memberIDs.reduce(0) { sum, entry in
      let type = node(entry.key)
      let isEntity =
        type.iri.hasPrefix(SMP.namespace)
        && ![SMP.claim, SMP.passage, SMP.conflict].contains(type)
      return isEntity ? sum + entry.value.count : sum
    }
  }

  /// The namespaces of properties and classes in order, those of RDF and RDF Schema left out.
  var vocabularies: [NamedNode] {
    Set(propertyIDs.union(classIDs).map { node($0).namespace })
      .subtracting([RDFVocabulary.namespace, RDFS.namespace])
      .map(NamedNode.init(unchecked:)).sorted()
  }

  /// The IRI of a number.
  private func node(_ id: ID) -> NamedNode {
    let isOwn = id <= ID(terms.count)
    let dictionary = isOwn ? terms : others
    let range = dictionary.range(of: isOwn ? id : id - ID(terms.count))
    var decoder = CanonicalTermDecoder()
    guard let node = decoder.term(dictionary.bytes.span.extracting(range)).namedNode else {
      preconditionFailure("predicates and classes are IRIs")
    }
    return node
  }
}

extension NamedNode {
  /// What stands before the local name: the IRI up to its last `#`, else up to its last `/`.
  fileprivate var namespace: String {
    let end = iri.lastIndex(of: "#") ?? iri.lastIndex(of: "/")
    return end.map { String(iri[...$0]) } ?? iri
  }
}
