public import Claims
public import DomainPack

/// Brings the claims of all documents together: which names mean one thing, what is thereby a fact,
/// and what contradicts.
///
///     let graph = Resolver(vocabulary: vocabulary).resolve(claimsOfDocuments)
///
/// The result does not depend on the order of the documents.
public struct Resolver: Sendable {
  private let vocabulary: Vocabulary

  /// A resolver that goes by the identities and kinds of this vocabulary.
  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The graph of these documents.
  ///
  /// Documents with the same key are taken for one.
  public func resolve(_ documents: [DocumentClaims]) -> KnowledgeGraph {
    resolve(documents, decisions: []).graph
  }

  /// The graph of these documents by what people decided, which wins over everything else.
  ///
  /// Decisions about things come before those about claims; of two that contradict each other the
  /// later one holds.
  public func resolve(
    _ documents: [DocumentClaims], decisions: [Decision]
  ) -> DecidedGraph {
    var things = ThingDecisions(
      documents: documents.sorted {
        ($0.documentKey, $0.fileName, $0.title ?? "")
          < ($1.documentKey, $1.fileName, $1.title ?? "")
      }, vocabulary: vocabulary)
    things.apply(decisions)
    let grouping = things.grouping
    let places = Places(grouping: grouping, rejected: things.rejected)
    var graph = graph(of: things, places)
    var outcomes: [DecisionOutcome] = []
    if !decisions.isEmpty {
      var claims = ClaimDecisions(
        vocabulary: vocabulary, finder: things.finder, position: { places.ofGroup[$0] },
        graph: graph)
      outcomes = decisions.enumerated().map { index, decision in
        DecisionOutcome(
          decision: decision,
          effect: things.effects[index] ?? claims.apply(decision, to: &graph))
      }
      graph.claims = graph.claims.enumerated().filter { !claims.rejected.contains($0.offset) }
        .map(\.element)
    }
    Fusion(vocabulary: vocabulary).fuse(&graph)
    Donations(folder: grouping.folder(of: .donation)).add(to: &graph)
    graph.facts.sort {
      ($0.subject, $0.predicate, $0.object) < ($1.subject, $1.predicate, $1.object)
    }
    var decided = DecidedGraph(graph: graph, outcomes: outcomes, distinct: [], confirmed: [])
    decided.confirmed = Set(things.confirmed.compactMap(places.position))
    for members in things.distinct.map({ $0.compactMap(places.position) }) {
      for (offset, one) in members.enumerated() {
        for other in members[(offset + 1)...] { decided.distinct.insert([one, other].sorted()) }
      }
    }
    return decided
  }

  /// The positions of things in the graph: in order of their paths, without those rejected.
  private struct Places {
    let grouping: Grouping
    let order: [Int]
    let ofGroup: [Int?]

    init(grouping: Grouping, rejected: [LocalReference]) {
      self.grouping = grouping
      let none = Set(rejected.map(grouping.group(of:)))
      order = grouping.groups.indices.filter { !none.contains($0) }.sorted {
        grouping.groups[$0].path < grouping.groups[$1].path
      }
      var places = [Int?](repeating: nil, count: grouping.groups.count)
      for (position, group) in order.enumerated() { places[group] = position }
      ofGroup = places
    }

    func position(_ reference: LocalReference) -> Int? { ofGroup[grouping.group(of: reference)] }
  }

  /// Things, documents and claims; facts are yet to be made.
  private func graph(of things: ThingDecisions, _ places: Places) -> KnowledgeGraph {
    let documents = things.documents
    var graph = KnowledgeGraph(documents: [], entities: [], claims: [], facts: [], conflicts: [])
    graph.entities = places.order.map { group in
      Entity(merging: things.grouping.groups[group], in: documents, position: places.position)
    }
    for (member, labels) in things.labels {
      if let place = places.position(member) { graph.entities[place].take(labels) }
    }
    for (member, coordinates) in things.coordinates {
      if let place = places.position(member) { graph.entities[place].coordinates = coordinates }
    }
    for (index, document) in documents.enumerated() {
      let local = { LocalReference(document: index, entity: $0) }
      guard let own = places.position(local(0)) else {
        preconditionFailure("documents that were read are never rejected")
      }
      let mentioned = Set(document.entities.indices.compactMap { places.position(local($0)) })
        .subtracting([own])
      graph.documents.append(
        SourceDocument(
          key: document.documentKey, fileName: document.fileName, title: document.title,
          language: document.language, entity: own, mentions: mentioned.sorted()))
      for claim in document.claims {
        guard let subject = places.position(local(claim.subject)) else { continue }
        let object: GraphObject
        switch claim.object {
        case .entity(let entity):
          guard let position = places.position(local(entity)) else { continue }
          object = .entity(position)
        case .concept(let concept): object = .concept(concept)
        case .value(let value, let type): object = .value(value, type)
        }
        let within = claim.within.map { places.position(local($0)) }
        // What holds within a thing that is none holds nowhere.
        if case .some(.none) = within { continue }
        graph.claims.append(
          ResolvedClaim(
            claim: claim, document: index, subject: subject, object: object,
            within: within ?? nil))
      }
    }
    return graph
  }
}
