import Citations
import DomainPack
import GraphAlgorithms
import RDF

/// The making of a ``LineageGraph``: terms get their roles, then things their numbers, then
/// relations and claims their places.
struct LineageBuild {
  typealias ID = TermDictionary.ID

  var terms: TermDictionary
  let statements: [TermDictionary.Statement]
  let loader: LineageLoader
  /// By term; nil for terms that are no predicate of the vocabulary.
  var roles: [LineageVocabulary.Role?]
  /// By term: what things of this class are.
  var kindOfClass: [ID: LineageNodeKind] = [:]
  /// By term.
  var kindOfTerm: [LineageNodeKind]
  var classOfTerm: [ID]
  var isNode: [Bool]
  /// Terms that the data speak of; terms of known acts come behind them.
  let dataTermCount: Int
  var keyOfTerm: [ID: ID] = [:]
  /// What the IRIs of acts begin with.
  var base: String
  var edges = [(sources: [ID], targets: [ID])](
    repeating: ([], []), count: LineageRelation.allCases.count)

  init(_ loader: consuming LineageLoader) {
    terms = loader.terms
    statements = loader.statements
    loader.terms = TermDictionary()
    loader.statements = []
    self.loader = loader
    base = loader.base
    roles = [LineageVocabulary.Role?](repeating: nil, count: terms.count + 1)
    dataTermCount = terms.count
    kindOfTerm = [LineageNodeKind](repeating: .other, count: terms.count + 1)
    classOfTerm = [ID](repeating: 0, count: terms.count + 1)
    isNode = [Bool](repeating: false, count: terms.count + 1)
    for (iri, role) in LineageVocabulary.roles {
      if let id = id(ofIRI: iri) { roles[Int(id)] = role }
    }
    for (iri, kind) in LineageVocabulary.kinds {
      if let id = id(ofIRI: iri) { kindOfClass[id] = kind }
    }
  }

  mutating func graph() -> LineageGraph {
    readKinds()
    readRelations()
    addKnownActs()
    leaveOutImplied()
    let nodeTerms = numberedNodes()
    var nodeOfTerm = [Int32](repeating: -1, count: terms.count + 1)
    for (node, term) in nodeTerms.enumerated() { nodeOfTerm[Int(term)] = Int32(node) }
    var columns = LineageColumns(count: nodeTerms.count, nodeOfTerm: nodeOfTerm)
    for statement in statements where statement.graphName == 0 {
      guard let role = roles[Int(statement.predicate)] else { continue }
      columns.add(statement, role, terms)
    }
    var nodeOfKey: [ID: Int32] = [:]
    var keys = [ID](repeating: 0, count: nodeTerms.count)
    for (term, key) in keyOfTerm where nodeOfTerm[Int(term)] >= 0 {
      let node = nodeOfTerm[Int(term)]
      keys[Int(node)] = key
      // Of several things with one key the first in order.
      nodeOfKey[key] = min(nodeOfKey[key] ?? node, node)
    }
    let relations = LineageRelation.allCases.map { relation in
      let (sources, targets) = edges[Int(relation.rawValue)]
      return DirectedGraph(
        nodeCount: nodeTerms.count, sources: sources.map { nodeOfTerm[Int($0)] },
        targets: targets.map { nodeOfTerm[Int($0)] })
    }
    let (claims, conflicts) = readClaims()
    let (heads, headOfNode) = heads(of: keys)
    var join = LineageClaimJoin(claims: claims, relations: relations, nodeOfTerm: nodeOfTerm)
    join.run(terms)
    return LineageGraph(
      terms: terms, nodeTerms: nodeTerms, nodeOfTerm: nodeOfTerm,
      kinds: nodeTerms.map { kindOfTerm[Int($0)] }, classes: nodeTerms.map { classOfTerm[Int($0)] },
      keys: keys, keyYears: keys.map(keyYear), knownPlaces: knownPlaces(keys),
      heads: heads, headOfNode: headOfNode, captions: columns.captions,
      dates: LineageDates(stated: columns.dates, firstEffect: join.firstEffect),
      textsOfActs: textsOfActs(nodeTerms, columns.publicationTypes, relations),
      isInData: nodeTerms.map { Int($0) <= dataTermCount }, relations: relations,
      evidence: join.evidence, dateEvidence: join.dateEvidence, claims: claims,
      conflicts: LineageConflicts(conflicts, of: claims, nodeOfTerm: nodeOfTerm),
      nodeOfKey: nodeOfKey, known: loader.known, reference: loader.reference,
      regulationKinds: loader.kinds, base: base)
  }

  /// The year in a key: what stands between its first two slashes.
  private func keyYear(_ key: ID) -> Int32 {
    guard key != 0 else { return 0 }
    let literal = terms.bytes.span.extracting(terms.range(of: key))
    guard let slash = literal.indices.first(where: { literal[$0] == UInt8(ascii: "/") }),
      let year = LineageDate(literal.extracting(slash + 1..<literal.count))
    else { return 0 }
    return Int32(year.year)
  }

  /// What the keys begin with, each once, and the place of each key's head.
  private func heads(of keys: [ID]) -> ([LineageActHead], [Int32]) {
    var places = TermDictionary()
    var heads: [LineageActHead] = []
    let headOfNode = keys.map { key -> Int32 in
      guard key != 0 else { return -1 }
      let literal = terms.bytes.span.extracting(terms.range(of: key))
      let end = literal.indices.first { literal[$0] == UInt8(ascii: "/") } ?? literal.count
      let head = literal.extracting(min(1, end)..<end)
      let place = places.intern(head)
      if Int(place) > heads.count {
        heads.append(
          LineageActHead(String(copying: head), kinds: loader.kinds, reference: loader.reference))
      }
      return Int32(place) - 1
    }
    return (heads, headOfNode)
  }

  private func knownPlaces(_ keys: [ID]) -> [Int32] {
    var placeOfKey: [ID: Int32] = [:]
    for (place, act) in loader.known.entries.enumerated() {
      var literal: [UInt8] = []
      CanonicalTerm.append(Literal(act.key), to: &literal)
      if let id = terms.id(of: literal.span) { placeOfKey[id] = Int32(place) }
    }
    return keys.map { placeOfKey[$0] ?? -1 }
  }

  /// Which documents are the text of an act: those that are about one and say that they are
  /// legislation, or say nothing of what they are.
  private func textsOfActs(
    _ nodeTerms: [ID], _ types: [ID], _ relations: [DirectedGraph]
  ) -> [Bool] {
    let about = relations[Int(LineageRelation.about.rawValue)].outgoing
    return nodeTerms.indices.map { node in
      guard about.neighbourCount(of: node) > 0 else { return false }
      guard types[node] != 0 else { return true }
      let type = terms.bytes.span.extracting(terms.range(of: types[node]))
      return type.hasSameBytes(as: Array("\"legislation\"".utf8).span)
    }
  }

  private func id(ofIRI iri: String) -> ID? {
    var bytes: [UInt8] = []
    CanonicalTerm.appendIRI(iri.utf8, to: &bytes)
    return terms.id(of: bytes.span)
  }

  // MARK: Reading

  private mutating func readKinds() {
    for statement in statements where statement.graphName == 0 {
      switch roles[Int(statement.predicate)] {
      case .type:
        guard let kind = kindOfClass[statement.object] else { continue }
        let subject = Int(statement.subject)
        // A class of the vocabulary before one of another: both may stand there.
        if kindOfTerm[subject] == .other || classOfTerm[subject] > statement.object {
          classOfTerm[subject] = statement.object
        }
        kindOfTerm[subject] = kind
        isNode[subject] = true
      case .key:
        kindOfTerm[Int(statement.subject)] = .regulation
        isNode[Int(statement.subject)] = true
        keyOfTerm[statement.subject] = statement.object
      default: break
      }
    }
  }

  private mutating func readRelations() {
    for statement in statements where statement.graphName == 0 {
      guard case .relation(let relation) = roles[Int(statement.predicate)],
        terms.kind(of: statement.object) != .literal
      else { continue }
      let ends = (kindOfTerm[Int(statement.subject)], kindOfTerm[Int(statement.object)])
      guard Self.belongs(relation, ends) else { continue }
      edges[Int(relation.rawValue)].sources.append(statement.subject)
      edges[Int(relation.rawValue)].targets.append(statement.object)
      isNode[Int(statement.subject)] = true
      isNode[Int(statement.object)] = true
    }
  }

  /// What an act makes law it does not also carry out: the terms of the European Legislation
  /// Identifier have one word for both.
  private mutating func leaveOutImplied() {
    let enacted = edges[Int(LineageRelation.enacts.rawValue)]
    guard !enacted.sources.isEmpty else { return }
    let pairs = Set(zip(enacted.sources, enacted.targets).map { UInt64($0) << 32 | UInt64($1) })
    let place = Int(LineageRelation.implements.rawValue)
    let kept = zip(edges[place].sources, edges[place].targets).filter {
      !pairs.contains(UInt64($0) << 32 | UInt64($1))
    }
    edges[place] = (kept.map(\.0), kept.map(\.1))
  }

  /// Whether a relation between things of these kinds is of interest.
  private static func belongs(
    _ relation: LineageRelation, _ ends: (subject: LineageNodeKind, object: LineageNodeKind)
  ) -> Bool {
    switch relation {
    case .repeals, .replaces, .amends, .enacts, .implements:
      ends.subject == .regulation && ends.object == .regulation
    case .basedOn, .cites, .about: ends.object == .regulation
    case .regulates: ends.subject == .regulation
    case .partyTo, .programOf: ends.object == .agreement
    case .runsProgram: ends.object == .program
    }
  }

  // MARK: Known acts

  /// The acts that the pack knows, under the IRIs that a build gives them.
  private mutating func addKnownActs() {
    var termOfKey: [ID: ID] = [:]
    for (term, key) in keyOfTerm { termOfKey[key] = min(termOfKey[key] ?? term, term) }
    base = baseOfData() ?? loader.base
    func literal(_ key: String) -> [UInt8] {
      var bytes: [UInt8] = []
      CanonicalTerm.append(Literal(key), to: &bytes)
      return bytes
    }
    var termOfKnown: [String: ID] = [:]
    func term(_ key: String, _ build: inout LineageBuild) -> ID {
      if let term = termOfKnown[key] { return term }
      let keyID = build.terms.intern(literal(key).span)
      var term = termOfKey[keyID] ?? 0
      if term == 0 {
        var bytes: [UInt8] = []
        let path = RegulationReference.path(ofKey: key)
        CanonicalTerm.appendIRI("\(build.base)regulation/\(path)".utf8, to: &bytes)
        term = build.terms.intern(bytes.span)
        build.grow()
        build.kindOfTerm[Int(term)] = .regulation
        build.isNode[Int(term)] = true
        build.keyOfTerm[term] = keyID
      }
      termOfKnown[key] = term
      return term
    }
    for act in loader.known.entries {
      let subject = term(act.key, &self)
      for relation in act.relations {
        let object = term(relation.target, &self)
        let place = Int(LineageRelation(relation.kind).rawValue)
        edges[place].sources.append(subject)
        edges[place].targets.append(object)
      }
      if let end = act.endedBy {
        let object = term(end, &self)
        edges[Int(LineageRelation.repeals.rawValue)].sources.append(object)
        edges[Int(LineageRelation.repeals.rawValue)].targets.append(subject)
      }
    }
  }

  /// What the IRI of an act of the data begins with; nil if no act is named as a build names it.
  private func baseOfData() -> String? {
    var bases: [String: Int] = [:]
    for (term, key) in keyOfTerm.sorted(by: { $0.key < $1.key }).prefix(64) {
      let keyText = terms.bytes.span.extracting(terms.range(of: key))
      guard keyText.count > 2 else { continue }
      let path = RegulationReference.path(
        ofKey: String(copying: keyText.extracting(1..<keyText.count - 1)))
      let iri = String(copying: terms.bytes.span.extracting(terms.range(of: term))).dropFirst()
        .dropLast()
      let ending = "regulation/\(path)"
      if iri.hasSuffix(ending) { bases[String(iri.dropLast(ending.count)), default: 0] += 1 }
    }
    return bases.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private mutating func grow() {
    while kindOfTerm.count <= terms.count {
      kindOfTerm.append(.other)
      classOfTerm.append(0)
      isNode.append(false)
    }
  }

  /// The terms of things in order of their bytes.
  private mutating func numberedNodes() -> [ID] {
    grow()
    var nodes = isNode.indices.filter { isNode[$0] }.map(ID.init)
    let terms = terms
    _ = ByteKeySort.sort(&nodes, in: terms.bytes.span) { terms.range(of: $0) }
    return nodes
  }
}

extension LineageRelation {
  /// The relation of the table of known acts.
  init(_ kind: KnownRegulation.RelationKind) {
    self =
      switch kind {
      case .amends: .amends
      case .repeals: .repeals
      case .replaces: .replaces
      case .implements: .implements
      case .basedOn: .basedOn
      }
  }
}
