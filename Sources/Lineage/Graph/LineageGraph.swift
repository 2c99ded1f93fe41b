public import Citations
public import DomainPack
public import GraphAlgorithms
import RDF

/// Acts, what hangs on them, and how they are related.
///
/// Things are numbered in order of their IRIs, and each relation is a graph on these numbers; the
/// texts stay where they were read and become strings when an answer needs them. Only what stands in
/// the default graph, or in the table of known acts, is a relation here; the claims of the documents
/// are the evidence behind it.
public struct LineageGraph: Sendable {
  /// All terms.
  var terms: TermDictionary
  /// The term of each thing; in order of the terms' bytes.
  let nodeTerms: [TermDictionary.ID]
  /// The thing that a term is; −1 for a term that is none.
  let nodeOfTerm: [Int32]
  /// What each thing is.
  let kinds: [LineageNodeKind]
  /// The class of each thing as it was written; 0 for none.
  let classes: [TermDictionary.ID]
  /// The key literal of each act; 0 for none.
  let keys: [TermDictionary.ID]
  /// The year in the key of each act; 0 for none.
  let keyYears: [Int32]
  /// The place of each act among the known ones; −1 for one that the pack does not know.
  let knownPlaces: [Int32]
  /// What the keys of acts begin with.
  let heads: [LineageActHead]
  /// The head of each act's key; −1 for things without key.
  let headOfNode: [Int32]
  /// The captions of each thing.
  let captions: LineageCaptions
  /// The dates of each act.
  let dates: LineageDates
  /// Whether each thing is a document that is the text of an act.
  let textsOfActs: [Bool]
  /// Whether a thing stands in the data; the others come from the table of known acts alone.
  let isInData: [Bool]
  /// One graph for each relation, in the order of their raw values.
  let relations: [DirectedGraph]
  /// The claims behind each edge, by relation and by place in ``DirectedGraph/outgoing``.
  let evidence: [LineageEvidence]
  /// The claims behind the dates of each act.
  let dateEvidence: LineageEvidence
  /// All claims about relations and dates.
  let claims: LineageClaims
  /// What documents contradict each other about.
  let conflicts: LineageConflicts
  /// The thing that a key literal names.
  let nodeOfKey: [TermDictionary.ID: Int32]
  /// The acts that the pack knows.
  public let known: KnownRegulations
  /// How citations are read and written.
  public let reference: RegulationReference
  /// The kinds of acts and their ranks.
  public let regulationKinds: RegulationKinds
  /// What the IRIs of acts begin with.
  let base: String

  /// How many things there are.
  public var count: Int { nodeTerms.count }

  /// How many acts there are.
  public var regulationCount: Int { kinds.count { $0 == .regulation } }

  /// The act with a canonical key; nil if there is none.
  ///
  /// - Complexity: O(1).
  public func node(forKey key: String) -> Int? {
    var literal: [UInt8] = []
    CanonicalTerm.append(Literal(key), to: &literal)
    return terms.id(of: literal.span).flatMap { nodeOfKey[$0] }.map(Int.init)
  }

  /// The thing with an IRI; nil if there is none.
  ///
  /// - Complexity: O(1).
  public func node(forIRI iri: String) -> Int? {
    var term: [UInt8] = []
    CanonicalTerm.appendIRI(iri.utf8, to: &term)
    return node(forTerm: term.span)
  }

  /// The thing that a term in canonical form names; nil if there is none.
  ///
  /// - Complexity: O(1).
  package func node(forTerm term: Span<UInt8>) -> Int? {
    guard let id = terms.id(of: term), Int(id) < nodeOfTerm.count else { return nil }
    return nodeOfTerm[Int(id)] < 0 ? nil : Int(nodeOfTerm[Int(id)])
  }

  /// What a thing is.
  public func kind(of node: Int) -> LineageNodeKind { kinds[node] }

  /// The graph of a relation, each edge once.
  public func edges(_ relation: LineageRelation) -> DirectedGraph {
    relations[Int(relation.rawValue)]
  }

  /// Whether an act is on neither side of any relation of descent.
  func isAlone(_ node: Int) -> Bool {
    LineageRelation.ofDescent.allSatisfy {
      edges($0).outgoing.neighbourCount(of: node) == 0
        && edges($0).incoming.neighbourCount(of: node) == 0
    }
  }
}

/// The captions of things, as numbers of literals; 0 for none.
struct LineageCaptions: Sendable {
  /// Marked as Indonesian.
  var indonesian: [TermDictionary.ID]
  /// Marked as English.
  var english: [TermDictionary.ID]
  /// In whatever other language, or marked with none.
  var other: [TermDictionary.ID]
  /// Titles of acts and documents.
  var titles: [TermDictionary.ID]
  /// File names of documents.
  var fileNames: [TermDictionary.ID]
}

/// The dates of acts; code 0 stands for none.
struct LineageDates: Sendable {
  /// By ``LineageVocabulary/DateRole``, then by thing.
  var stated: [[LineageDate]]
  /// The earliest effect that a claim dates of what an act does to others.
  var firstEffect: [LineageDate]
}

/// The claims behind each row: of edges, or of things.
struct LineageEvidence: Sendable {
  /// Row `r` is `claims[starts[r] ..< starts[r + 1]]`.
  var starts: [Int32]
  /// Places in ``LineageClaims``, ascending.
  var claims: [Int32]

  /// The claims of a row.
  subscript(row: Int) -> ArraySlice<Int32> {
    claims[Int(starts[row])..<Int(starts[row + 1])]
  }
}

/// What documents say, one row a claim; a term of number 0 stands for nothing.
struct LineageClaims: Sendable {
  /// The claims' own names.
  var terms: [TermDictionary.ID] = []
  /// The names of the graphs that they stand in, which are those of the documents.
  var documents: [TermDictionary.ID] = []
  var subjects: [TermDictionary.ID] = []
  var objects: [TermDictionary.ID] = []
  var roles: [LineageVocabulary.Role] = []
  var quotes: [TermDictionary.ID] = []
  var passages: [TermDictionary.ID] = []
  var periods: [TermDictionary.ID] = []
  var confidences: [TermDictionary.ID] = []
  var rules: [TermDictionary.ID] = []
  /// The qualifier that narrows the claim to articles of its object.
  var articles: [TermDictionary.ID] = []

  var count: Int { terms.count }

  mutating func append(
    _ term: TermDictionary.ID, in document: TermDictionary.ID, role: LineageVocabulary.Role
  ) {
    terms.append(term)
    documents.append(document)
    roles.append(role)
    subjects.append(0)
    objects.append(0)
    quotes.append(0)
    passages.append(0)
    periods.append(0)
    confidences.append(0)
    rules.append(0)
    articles.append(0)
  }
}
