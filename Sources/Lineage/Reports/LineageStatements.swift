import DomainPack
public import RDF

/// Writes parts of a lineage as RDF: acts with their dates and pages, and relations, in the terms of
/// the vocabulary and of the
/// [European Legislation Identifier](https://op.europa.eu/en/web/eu-vocabularies/eli).
public struct LineageStatements: Sendable {
  private let graph: LineageGraph

  /// Statements about a graph.
  public init(_ graph: LineageGraph) { self.graph = graph }

  /// The statements of an extract, thing by thing, then relation by relation.
  public func triples(_ extract: LineageExtract) -> [Triple] {
    var triples: [Triple] = []
    for thing in extract.things { describe(thing, in: &triples) }
    for relation in extract.relations {
      let (subject, object) = (node(relation.subject), node(relation.object))
      add(
        subject, LineageVocabulary.namespace + relation.relation.name, .namedNode(object), &triples)
      if let name = relation.relation.eliName, graph.kinds[relation.subject] == .regulation {
        add(subject, LineageVocabulary.eli + name, .namedNode(object), &triples)
      }
    }
    return triples + kindTriples(extract.things)
  }

  private func node(_ thing: Int) -> NamedNode { NamedNode(unchecked: graph.iri(of: thing)) }

  private func add(
    _ subject: NamedNode, _ predicate: String, _ object: Term, _ triples: inout [Triple]
  ) {
    triples.append(Triple(.namedNode(subject), NamedNode(unchecked: predicate), object))
  }

  private func describe(_ thing: Int, in triples: inout [Triple]) {
    let subject = node(thing)
    let isAct = graph.kinds[thing] == .regulation
    let smp = LineageVocabulary.namespace
    if isAct {
      add(
        subject, RDFVocabulary.type.iri, .namedNode(.init(unchecked: smp + "Regulation")), &triples)
      add(
        subject, RDFVocabulary.type.iri,
        .namedNode(.init(unchecked: LineageVocabulary.eli + "LegalResource")), &triples)
    } else if graph.classes[thing] != 0 {
      let type = NamedNode(unchecked: graph.iri(ofTerm: graph.classes[thing]))
      add(subject, RDFVocabulary.type.iri, .namedNode(type), &triples)
    }
    for label in graph.labels(of: thing) { add(subject, RDFS.label.iri, .literal(label), &triples) }
    guard isAct, let key = graph.key(of: thing) else { return }
    add(subject, smp + "regulationKey", .literal(Literal(key)), &triples)
    let parts = key.split(separator: "/")
    if parts.count == 3 {
      add(
        subject, LineageVocabulary.eli + "number", .literal(Literal(String(parts[2]))), &triples)
    }
    if let kind = kind(of: thing) {
      add(
        subject, LineageVocabulary.eli + "type_document", .namedNode(concept(of: kind)), &triples)
    }
    describeLaw(thing, in: &triples)
  }

  // MARK: Law

  /// What is derived of the acts of the data, in the terms of the European Legislation Identifier:
  /// from when until when each is in force, and its page.
  ///
  /// An end that is known by the year of an act's number alone is no statement, and neither is a
  /// begin that is taken to be the day of enactment.
  public func lawTriples() -> [Triple] {
    var triples: [Triple] = []
    for thing in 0..<graph.count where graph.kinds[thing] == .regulation && graph.isInData[thing] {
      describeLaw(thing, in: &triples)
    }
    return triples
  }

  private func describeLaw(_ thing: Int, in triples: inout [Triple]) {
    let subject = node(thing)
    let eli = LineageVocabulary.eli
    let validity = graph.validity(of: thing)
    if let from = validity.from, from.reason != .enacted {
      add(subject, eli + "first_date_entry_in_force", .literal(from.date.literal), &triples)
    }
    if let until = validity.until, until.date.month != nil, until.reason != .replaced {
      add(subject, eli + "date_no_longer_in_force", .literal(until.date.literal), &triples)
    }
    if let page = graph.page(of: thing) {
      add(subject, LineageVocabulary.page, .namedNode(NamedNode(unchecked: page)), &triples)
    }
  }

  private func kind(of thing: Int) -> RegulationKind? {
    graph.key(of: thing).flatMap { graph.regulationKinds.kindAndPlace(ofKey: $0)?.kind }
  }

  private func concept(of kind: RegulationKind) -> NamedNode {
    NamedNode(unchecked: "\(graph.base)concept/regulation-kind/\(kind.code.lowercased())")
  }

  /// The kinds of some acts as concepts, in order of their codes.
  private func kindTriples(_ things: [Int]) -> [Triple] {
    var kinds: [String: RegulationKind] = [:]
    for kind in things.compactMap(kind) { kinds[kind.code] = kind }
    var triples: [Triple] = []
    for (code, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      let node = concept(of: kind)
      add(node, RDFVocabulary.type.iri, .namedNode(LineageVocabulary.concept), &triples)
      add(node, LineageVocabulary.notation, .literal(Literal(code)), &triples)
      for (text, language) in [(kind.indonesianLabel, "id"), (kind.englishLabel, "en")] {
        add(node, RDFS.label.iri, .literal(Literal(text, language: language)), &triples)
      }
    }
    return triples
  }
}

extension LineageDate {
  /// As exact as it is: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
  public var literal: Literal {
    Literal("\(self)", datatype: day != nil ? XSD.date : month != nil ? XSD.gYearMonth : XSD.gYear)
  }
}
