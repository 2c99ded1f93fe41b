internal import Claims
public import DomainPack
public import RDF
public import Resolution

/// Writes a knowledge graph as RDF: the facts in the default graph, what each document says in the
/// graph that is named by the document.
///
///     let mapper = GraphMapper(base: "https://w3id.org/simpul/id/", vocabulary: vocabulary)
///     let statements = mapper.statements(of: graph)
///
/// No blank nodes, no quad twice, the same order every time. In the default graph each thing has
/// one class of the vocabulary. A fact of a symmetric predicate is written both ways. Conflicts
/// stand in the default graph, since they belong to no single document; the claims that they and
/// the donations point to stand in the graphs of the documents.
public struct GraphMapper: Sendable {
  /// Which terms of other vocabularies stand beside those of the pack.
  public enum Alignments: String, Sendable, CaseIterable {
    case none
    /// Those of the European Legislation Identifier, for regulations.
    case eli
    case all
  }

  /// How a claim tells its statement.
  public enum Profile: String, Sendable, CaseIterable {
    /// `rdf:subject`, `rdf:predicate`, `rdf:object`.
    case rdf11 = "1.1"
    /// `rdf:reifies` with a triple term.
    case rdf12 = "1.2"
  }

  let base: String
  let vocabulary: Vocabulary
  let gazetteer: Gazetteer
  let alignments: Alignments
  let profile: Profile

  /// A mapper.
  ///
  /// - Parameters:
  ///   - base: absolute IRI that the paths of things are put behind; ends with `/` or `#`.
  ///   - vocabulary: the classes and properties of the pack.
  ///   - gazetteer: what is known of places and bodies besides what the documents say; written
  ///     only for things that a document names, and for what these lie in.
  ///   - alignments: which terms of other vocabularies stand beside those of the pack.
  ///   - profile: how a claim tells its statement.
  public init(
    base: String, vocabulary: Vocabulary, gazetteer: Gazetteer = Gazetteer(),
    alignments: Alignments = .eli, profile: Profile = .rdf11
  ) {
    self.base = base
    self.vocabulary = vocabulary
    self.gazetteer = gazetteer
    self.alignments = alignments
    self.profile = profile
  }

  /// All statements of a graph: the default graph thing by thing, then the documents.
  ///
  /// - Complexity: O(n) on average; beside the statements no more is held than those of one document.
  public func statements(of graph: KnowledgeGraph) -> QuadCollection {
    var writer = GraphWriter(graph: .defaultGraph)
    writeDefaultGraph(graph, to: &writer)
    var claimsOfDocument = [[Int]](repeating: [], count: graph.documents.count)
    for (position, claim) in graph.claims.enumerated() {
      claimsOfDocument[claim.document].append(position)
    }
    for (document, claims) in zip(graph.documents, claimsOfDocument) {
      write(document, claims: claims, of: graph, to: &writer)
    }
    return writer.collection
  }

  /// All statements of a graph as values, in the order of ``statements(of:)``.
  public func quads(of graph: KnowledgeGraph) -> [Quad] { statements(of: graph).quads }

  // MARK: Nodes

  func node(_ path: String) -> NamedNode { NamedNode(unchecked: base + path) }

  func claimNode(_ claim: Claim) -> NamedNode {
    node("\(vocabulary.description(of: EntityClass.claim)?.folder ?? "claim")/\(claim.id)")
  }

  /// A concept of the vocabulary; one that it does not know gets an IRI under the base.
  func concept(_ word: String) -> NamedNode {
    if let status = Status(rawValue: word) { return SMP.term(status.rawValue) }
    if let type = vocabulary.agreementType(word) { return SMP.term(type.id) }
    return node("concept/\(Slug.of(word))")
  }

  func term(_ object: GraphObject, of graph: KnowledgeGraph) -> Term {
    switch object {
    case .entity(let entity): .namedNode(node(graph.entities[entity].path))
    case .concept(let word): .namedNode(concept(word))
    case .value(let text, let type): .literal(literal(text, type))
    }
  }

  func literal(_ text: String, _ type: ValueType) -> Literal {
    switch type {
    case .string, .period: Literal(text)
    case .year: Literal(text, datatype: XSD.gYear)
    case .yearMonth: Literal(text, datatype: XSD.gYearMonth)
    case .date: Literal(text, datatype: XSD.date)
    case .integer: Literal(text, datatype: XSD.integer)
    case .duration: Literal(text, datatype: XSD.duration)
    }
  }

  func literal(_ text: String, language: String?) -> Literal {
    guard let language, !language.isEmpty,
      language.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || isAlphanumeric($0) })
    else { return Literal(text) }
    return Literal(text, language: language)
  }

  func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// A number with a fixed count of decimals, as `xsd:decimal`.
  func decimal(_ value: Double, decimals: Int) -> Literal {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((value * Double(scale)).rounded())
    let fraction = String(abs(units) % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    let sign = units < 0 ? "-" : ""
    return Literal("\(sign)\(abs(units) / scale).\(zeros)\(fraction)", datatype: XSD.decimal)
  }
}

extension EntityClass {
  static let claim = EntityClass(rawValue: "Claim")
}

/// Collects statements graph by graph, each once, in the order of their first appearance.
///
/// A graph whose statements are being written is not written to again after another was begun.
struct GraphWriter {
  private(set) var collection = QuadCollection()
  private var graph: TermDictionary.ID = 0
  private var seen: Set<TermDictionary.Statement> = []

  init(graph: GraphName) { begin(graph) }

  /// Goes on to another graph.
  mutating func begin(_ name: GraphName) {
    graph =
      switch name {
      case .defaultGraph: 0
      case .namedNode(let node): collection.number { CanonicalTerm.append(node, to: &$0) }
      case .blankNode(let node): collection.number { CanonicalTerm.append(node, to: &$0) }
      }
    seen.removeAll(keepingCapacity: true)
  }

  /// The statements as values.
  var quads: [Quad] { collection.quads }

  mutating func add(_ subject: NamedNode, _ predicate: NamedNode, _ object: Term) {
    let statement = TermDictionary.Statement(
      collection.number { CanonicalTerm.append(subject, to: &$0) },
      collection.number { CanonicalTerm.append(predicate, to: &$0) },
      collection.number { CanonicalTerm.append(object, to: &$0) }, in: graph)
    if seen.insert(statement).inserted { collection.append(statement) }
  }

  mutating func add(_ subject: NamedNode, _ predicate: NamedNode, _ object: NamedNode) {
    add(subject, predicate, .namedNode(object))
  }

  mutating func add(_ subject: NamedNode, _ predicate: NamedNode, _ object: Literal) {
    add(subject, predicate, .literal(object))
  }
}
