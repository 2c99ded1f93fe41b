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
    let documents = documents.sorted {
      ($0.documentKey, $0.fileName, $0.title ?? "") < ($1.documentKey, $1.fileName, $1.title ?? "")
    }
    var grouping = Grouping(documents: documents, vocabulary: vocabulary)
    grouping.groupAll()
    let order = grouping.groups.indices.sorted {
      grouping.groups[$0].path < grouping.groups[$1].path
    }
    var positions = [Int](repeating: 0, count: order.count)
    for (position, group) in order.enumerated() { positions[group] = position }
    let position: (LocalReference) -> Int = { positions[grouping.group(of: $0)] }

    var graph = KnowledgeGraph(documents: [], entities: [], claims: [], facts: [], conflicts: [])
    graph.entities = order.map { group in
      Entity(merging: grouping.groups[group], in: documents, position: position)
    }
    for (index, document) in documents.enumerated() {
      let local = { LocalReference(document: index, entity: $0) }
      let own = position(local(0))
      let mentioned = Set(document.entities.indices.map { position(local($0)) }).subtracting([own])
      graph.documents.append(
        SourceDocument(
          key: document.documentKey, fileName: document.fileName, title: document.title,
          language: document.language, entity: own, mentions: mentioned.sorted()))
      for claim in document.claims {
        let object: GraphObject =
          switch claim.object {
          case .entity(let entity): .entity(position(local(entity)))
          case .concept(let concept): .concept(concept)
          case .value(let value, let type): .value(value, type)
          }
        graph.claims.append(
          ResolvedClaim(
            claim: claim, document: index, subject: position(local(claim.subject)), object: object,
            within: claim.within.map { position(local($0)) }))
      }
    }
    Fusion(vocabulary: vocabulary).fuse(&graph)
    Donations(folder: grouping.folder(of: .donation)).add(to: &graph)
    graph.facts.sort {
      ($0.subject, $0.predicate, $0.object) < ($1.subject, $1.predicate, $1.object)
    }
    return graph
  }
}
