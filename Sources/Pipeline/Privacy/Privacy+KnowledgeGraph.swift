import Claims
import DomainPack
import Resolution

extension Privacy {
  /// A knowledge graph without what is held back: things of the classes, every fact, claim and
  /// conflict that they are part of, their names in all texts and paths, and the words of documents.
  ///
  /// - Throws: ``PipelineError`` for a class that the vocabulary does not have, and for `Document`,
  ///   which everything stands in.
  func applied(
    to graph: KnowledgeGraph, vocabulary: Vocabulary
  ) throws(PipelineError) -> KnowledgeGraph {
    guard !isEmpty else { return graph }
    var hidden: Set<EntityClass> = []
    for name in withoutClasses {
      let known = vocabulary.classes.map(\.name).filter { $0 != .document }
      guard let found = known.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
        throw Self.unknownClass(name, known: known.map(\.rawValue))
      }
      hidden.insert(found)
    }
    return PrivateGraph(of: graph, without: hidden, quotes: quotes).graph
  }
}

/// The making of a graph without some of its things.
private struct PrivateGraph {
  private(set) var graph: KnowledgeGraph
  /// The new places of things; nil for those left out.
  private var entityPlaces: [Int?] = []
  /// The new places of claims; nil for those left out.
  private var claimPlaces: [Int?] = []
  private let redactor: NameRedactor
  private let hidesAuthors: Bool
  private let quotes: Privacy.QuoteLength

  init(of graph: KnowledgeGraph, without hidden: Set<EntityClass>, quotes: Privacy.QuoteLength) {
    self.graph = graph
    self.quotes = quotes
    let left = graph.entities.filter { hidden.contains($0.entityClass) }
    // Authors are persons that stand in the graph as plain names.
    let authors =
      hidden.contains(EntityClass(rawValue: "Person"))
      ? graph.entities.flatMap { $0.attributes["author"] ?? [] } : []
    hidesAuthors = !authors.isEmpty
    redactor = NameRedactor(left.flatMap { $0.labels.map(\.text) + $0.aliases } + authors)
    entityPlaces = Self.places(graph.entities) { !hidden.contains($0.entityClass) }
    keepEntities()
    keepClaims()
    keepFacts()
    keepDocuments()
  }

  private static func places<Element>(
    _ elements: [Element], where isKept: (Element) -> Bool
  ) -> [Int?] {
    var next = 0
    return elements.map { element in
      guard isKept(element) else { return nil }
      defer { next += 1 }
      return next
    }
  }

  private mutating func keepEntities() {
    var taken: Set<String> = []
    graph.entities = graph.entities.enumerated().compactMap { index, entity in
      guard entityPlaces[index] != nil else { return nil }
      var kept = entity
      kept.labels = entity.labels.map { label in
        Entity.Label(text: redactor.redacted(label.text), language: label.language)
      }
      kept.aliases = Set(entity.aliases.map(redactor.redacted)).sorted()
      kept.attributes = entity.attributes.mapValues { $0.map(redactor.redacted) }
      if hidesAuthors { kept.attributes["author"] = nil }
      kept.links = entity.links.mapValues { $0.compactMap { entityPlaces[$0] } }
      if redactor.isNamed(in: entity.path) { kept.path = Self.path(for: entity, &taken) }
      return kept
    }
  }

  /// A path that tells nothing but the class.
  private static func path(for entity: Entity, _ taken: inout Set<String>) -> String {
    let folder = entity.path.prefix { $0 != "/" }
    var path = "\(folder)/\(SHA256.hexadecimal(of: entity.path).prefix(8))"
    while !taken.insert(path).inserted { path += "x" }
    return path
  }

  private func moved(_ object: GraphObject) -> GraphObject? {
    switch object {
    case .entity(let entity): entityPlaces[entity].map(GraphObject.entity)
    case .concept: object
    case .value(let value, let type): .value(redactor.redacted(value), type)
    }
  }

  private mutating func keepClaims() {
    claimPlaces = Self.places(graph.claims) { claim in
      entityPlaces[claim.subject] != nil && moved(claim.object) != nil
        && claim.within.map { entityPlaces[$0] != nil } ?? true
    }
    graph.claims = graph.claims.enumerated().compactMap { index, claim in
      guard claimPlaces[index] != nil, let subject = entityPlaces[claim.subject],
        let object = moved(claim.object)
      else { return nil }
      var kept = claim
      kept.subject = subject
      kept.object = object
      kept.within = claim.within.flatMap { entityPlaces[$0] }
      kept.claim.evidence.quote = quotes.cut(redactor.redacted(claim.claim.evidence.quote)) ?? ""
      kept.claim.evidence.part = claim.claim.evidence.part.map(redactor.redacted)
      kept.claim.qualifiers = claim.claim.qualifiers.mapValues(redactor.redacted)
      return kept
    }
  }

  private mutating func keepFacts() {
    graph.facts = graph.facts.compactMap { fact in
      let claims = fact.claims.compactMap { claimPlaces[$0] }
      guard let subject = entityPlaces[fact.subject], let object = moved(fact.object),
        !claims.isEmpty
      else { return nil }
      var kept = fact
      (kept.subject, kept.object, kept.claims) = (subject, object, claims)
      return kept
    }
    graph.conflicts = graph.conflicts.compactMap { conflict in
      let claims = conflict.claims.compactMap { claimPlaces[$0] }
      guard let thing = entityPlaces[conflict.thing], claims.count > 1,
        let chosen = claimPlaces[conflict.chosen]
      else { return nil }
      var kept = conflict
      (kept.thing, kept.claims, kept.chosen) = (thing, claims, chosen)
      return kept
    }
  }

  private mutating func keepDocuments() {
    graph.documents = graph.documents.map { document in
      guard let entity = entityPlaces[document.entity] else {
        preconditionFailure("documents are never left out")
      }
      var kept = document
      kept.entity = entity
      kept.title = document.title.map(redactor.redacted)
      kept.fileName = redactor.redacted(document.fileName)
      kept.mentions = document.mentions.compactMap { entityPlaces[$0] }
      return kept
    }
  }
}
