import Citations
public import RDF

/// Writes parts of a lineage as RDF: acts with their dates and pages, and relations, in the terms of
/// the vocabulary and of the
/// [European Legislation Identifier](https://op.europa.eu/en/web/eu-vocabularies/eli).
public struct LineageStatements: Sendable {
  let graph: LineageGraph
  let concepts: LineageConcepts
  /// The relations that stand in our own terms alone.
  private let ownOnly: LineageRelations

  /// Statements about a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - ownOnly: relations that are not said in the terms of the European Legislation Identifier,
  ///     for readers that would drop these as needless.
  public init(_ graph: LineageGraph, ownOnly: LineageRelations = []) {
    self.graph = graph
    self.ownOnly = ownOnly
    concepts = LineageConcepts(graph)
  }

  /// Hands the statements of an extract on in blocks: thing by thing what it is and what it does to
  /// others, then the kinds of the acts.
  ///
  /// - Throws: what the body throws.
  /// - Complexity: O(statements).
  public func forEachBlock<Failure: Error>(
    of extract: LineageExtract, _ body: (borrowing QuadBlock) throws(Failure) -> Void
  ) throws(Failure) {
    var out = LineageStatementWriter(graph, to: LineageBlock(graph))
    let relations = LineageExtract.RelationIndex(extract, thingCount: graph.count)
    for thing in extract.things {
      describe(thing, relations[thing], in: &out)
      if out.target.isFull { try out.handOn(body) }
    }
    concepts.append(used(by: extract.things), to: &out)
    try out.handOn(body)
  }

  /// The statements of an extract.
  public func collection(of extract: LineageExtract) -> QuadCollection {
    var out = LineageStatementWriter(
      graph, to: LineageCollection(graph, things: extract.things.count))
    let relations = LineageExtract.RelationIndex(extract, thingCount: graph.count)
    for thing in extract.things { describe(thing, relations[thing], in: &out) }
    concepts.append(used(by: extract.things), to: &out)
    return out.target.quads
  }

  /// What is derived of the acts of the data, in the terms of the European Legislation Identifier:
  /// from when until when each is in force, its page, and its kind, with the kinds as concepts.
  ///
  /// An end that is known by the year of an act's number alone is no statement, and neither is a
  /// begin that is taken to be the day of enactment. What the data say in these very terms is left
  /// out.
  public func lawQuads() -> [Quad] {
    var quads: [Quad] = []
    var out = LineageStatementWriter(graph, to: LineageBlock(graph))
    let acts = (0..<graph.count).filter { graph.kinds[$0] == .regulation && graph.isInData[$0] }
    for act in acts {
      out.begin(act)
      describeLaw(act, in: &out, withoutStated: true)
      if out.target.isFull { out.handOn { quads += $0.quads } }
    }
    concepts.append(used(by: acts), to: &out)
    out.handOn { quads += $0.quads }
    return quads
  }

  private func used(by things: [Int]) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: graph.heads.count)
    for thing in things where graph.headOfNode[thing] >= 0 {
      isUsed[Int(graph.headOfNode[thing])] = true
    }
    return isUsed
  }

  /// What a thing is and what it does to others.
  private func describe<Target>(
    _ thing: Int, _ relations: ArraySlice<LineageExtract.Relation>,
    in out: inout LineageStatementWriter<Target>
  ) {
    out.begin(thing)
    describe(thing, in: &out)
    relate(relations, in: &out)
  }

  private func describe<Target>(_ thing: Int, in out: inout LineageStatementWriter<Target>) {
    let isAct = graph.kinds[thing] == .regulation
    if isAct {
      out.add(.type, .regulation)
      out.add(.type, .legalResource)
    } else if graph.classes[thing] != 0 {
      out.add(.type, term: graph.classes[thing])
    }
    var hasLabel = false
    for captions in [graph.captions.indonesian, graph.captions.english, graph.captions.other]
    where captions[thing] != 0 {
      out.add(.label, term: captions[thing])
      hasLabel = true
    }
    if !hasLabel, let name = graph.key(of: thing).flatMap(graph.reference.rendered) {
      out.add(.label, Literal(name, language: "id"))
    }
    guard isAct, graph.keys[thing] != 0 else { return }
    out.add(.regulationKey, term: graph.keys[thing])
    if let number = graph.yearAndNumber(of: thing)?.number {
      let terms = graph.terms.bytes
      out.add(.word(.number)) { bytes in
        bytes.append(UInt8(ascii: "\""))
        bytes.append(copying: terms.span.extracting(number))
        bytes.append(UInt8(ascii: "\""))
      }
    }
    for (word, role) in [
      (LineageWord.dateDocument, LineageVocabulary.DateRole.signed),
      (.datePublication, .published),
    ] {
      if let date = graph.dates.stated[role.rawValue][thing].orNil { out.add(word, date) }
    }
    describeLaw(thing, in: &out, withoutStated: false)
  }

  private func describeLaw<Target>(
    _ act: Int, in out: inout LineageStatementWriter<Target>, withoutStated: Bool
  ) {
    if let from = graph.beginDate(of: act), from.reason != .enacted,
      !(withoutStated && from.reason == .stated)
    {
      out.add(.firstDateInForce, from.date)
    }
    if let until = graph.end(of: act), until.date.month != nil, until.reason != .replaced,
      !(withoutStated && until.reason == .stated)
    {
      out.add(.dateNoLongerInForce, until.date)
    }
    if let concept = concepts.iri(of: act, in: graph) { out.add(.typeDocument, iri: concept) }
    out.add(.page, iri: { graph.appendPage(of: act, to: &$0) })
  }

  /// What a thing does to others, predicate by predicate.
  private func relate<Target>(
    _ relations: ArraySlice<LineageExtract.Relation>, in out: inout LineageStatementWriter<Target>
  ) {
    guard let first = relations.first else { return }
    let isAct = graph.kinds[first.subject] == .regulation
    let present = relations.reduce(LineageRelations()) { $0.union(LineageRelations($1.relation)) }
    for relation in LineageRelation.allCases where present.contains(relation) {
      for other in relations where other.relation == relation {
        out.add(.relation(relation), thing: other.object)
      }
      guard isAct, relation.eliName != nil, !ownOnly.contains(relation) else { continue }
      for other in relations where other.relation == relation {
        out.add(.eliRelation(relation), thing: other.object)
      }
    }
  }
}

extension LineageDate {
  /// As exact as it is: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
  public var literal: Literal {
    Literal("\(self)", datatype: day != nil ? XSD.date : month != nil ? XSD.gYearMonth : XSD.gYear)
  }
}
