internal import Claims
internal import DomainPack
internal import RDF
internal import Resolution

extension GraphMapper {
  /// Writes the default graph: things with their names and facts, what lies behind them, the concepts
  /// used, and the conflicts.
  func writeDefaultGraph(_ graph: KnowledgeGraph, to writer: inout GraphWriter) {
    var factsOfEntity = [[Fact]](repeating: [], count: graph.entities.count)
    for fact in graph.facts {
      factsOfEntity[fact.subject].append(fact)
      if vocabulary.description(of: fact.predicate)?.isSymmetric == true,
        case .entity(let end) = fact.object
      {
        var turned = fact
        turned.subject = end
        turned.object = .entity(fact.subject)
        factsOfEntity[end].append(turned)
      }
    }
    var documentOfEntity: [Int: SourceDocument] = [:]
    for document in graph.documents { documentOfEntity[document.entity] = document }
    var written = Set(graph.entities.compactMap(\.key))
    var parents: [String] = []
    for (index, entity) in graph.entities.enumerated() {
      let known = entity.key.flatMap { gazetteer.entry(forKey: $0) }
      write(entity, known: known, document: documentOfEntity[index], of: graph, to: &writer)
      if let known {
        write(known, at: node(entity.path), place: entity.coordinates, to: &writer)
        if let parent = known.parent { parents.append(parent) }
      } else if let place = entity.coordinates {
        write(place, at: node(entity.path), to: &writer)
      }
      for fact in factsOfEntity[index] { write(fact, of: graph, to: &writer) }
      if entity.entityClass == .donation {
        for claim in Set(factsOfEntity[index].flatMap(\.claims)).sorted() {
          writer.add(
            node(entity.path), PROV.wasDerivedFrom, claimNode(graph.claims[claim].claim))
        }
      }
    }
    // What a thing lies in may itself lie in something.
    while !parents.isEmpty {
      let keys = Set(parents).subtracting(written).sorted()
      parents = []
      written.formUnion(keys)
      for key in keys {
        guard let known = gazetteer.entry(forKey: key) else { continue }
        writer.add(node(key), RDFVocabulary.type, SMP.node(known.entityClass))
        for label in labels(of: known) {
          writer.add(node(key), RDFS.label, literal(label.text, language: label.language))
        }
        write(known, at: node(key), place: nil, to: &writer)
        if let parent = known.parent { parents.append(parent) }
      }
    }
    writeConcepts(of: graph, to: &writer)
    for conflict in graph.conflicts { write(conflict, of: graph, to: &writer) }
  }

  private func write(
    _ entity: Entity, known: GazetteerEntry?, document: SourceDocument?, of graph: KnowledgeGraph,
    to writer: inout GraphWriter
  ) {
    let node = node(entity.path)
    writer.add(node, RDFVocabulary.type, SMP.node(entity.entityClass))
    for alignment in aligned(vocabulary.description(of: entity.entityClass)?.alignments ?? []) {
      writer.add(node, RDFVocabulary.type, alignment)
    }
    writeNames(of: entity, known: known, document: document, to: &writer)
    if entity.entityClass == .regulation, let key = entity.key {
      writer.add(node, SMP.regulationKey, Literal(key))
      if alignments != .none, let number = key.split(separator: "/").last, key.contains("/") {
        writer.add(node, ELI.number, Literal(String(number)))
      }
    }
    for (name, values) in entity.attributes.sorted(by: { $0.key < $1.key }) {
      guard let predicate = annotation(named: name, of: entity.entityClass) else { continue }
      let isDate = vocabulary.description(of: Predicate(rawValue: name))?.object == .date
      for value in values {
        writer.add(node, predicate, isDate ? dateLiteral(value) : plainLiteral(value))
      }
    }
    if let document {
      writer.add(node, SMP.fileName, Literal(document.fileName))
      if let title = document.title, !title.isEmpty {
        writer.add(node, DCTerms.title, literal(title, language: document.language))
      }
      if let language = document.language {
        writer.add(node, DCTerms.language, Literal(language))
      }
    }
    if vocabulary.description(of: entity.entityClass)?.identity == .government {
      for place in entity.links["place"] ?? [] {
        writer.add(node, SMP.governs, self.node(graph.entities[place].path))
      }
    }
  }

  /// The labels that a person gave, else those that the pack knows, else those of the texts; every
  /// other name as another name.
  private func writeNames(
    of entity: Entity, known: GazetteerEntry?, document: SourceDocument?,
    to writer: inout GraphWriter
  ) {
    let node = node(entity.path)
    let packLabels = known.map(labels(of:)) ?? []
    var labels = entity.hasGivenLabels ? entity.labels : packLabels
    if labels.isEmpty { labels = entity.labels.filter { !$0.text.isEmpty } }
    if labels.isEmpty {
      labels = [
        Entity.Label(text: document?.fileName ?? entity.aliases.first ?? entity.path, language: nil)
      ]
    }
    for label in labels {
      writer.add(node, RDFS.label, literal(label.text, language: label.language))
    }
    let shown = Set(labels.map { $0.text.lowercased() })
    for name in Set((entity.labels + packLabels).map(\.text) + entity.aliases).sorted()
    where !name.isEmpty && !shown.contains(name.lowercased()) {
      writer.add(node, SKOS.altLabel, Literal(name))
    }
  }

  private func labels(of known: GazetteerEntry) -> [Entity.Label] {
    ["en", "id"].map { Entity.Label(text: known.label(in: $0), language: $0) }
  }

  private func write(_ place: Coordinates, at node: NamedNode, to writer: inout GraphWriter) {
    writer.add(node, Geo.latitude, Literal(place.latitude, datatype: XSD.decimal))
    writer.add(node, Geo.longitude, Literal(place.longitude, datatype: XSD.decimal))
  }

  /// Where a thing lies and what it is elsewhere, as the pack knows it; a place that a person gave
  /// stands instead of the pack's.
  private func write(
    _ known: GazetteerEntry, at node: NamedNode, place: Coordinates?, to writer: inout GraphWriter
  ) {
    if let place {
      write(place, at: node, to: &writer)
    } else if let latitude = known.latitude, let longitude = known.longitude {
      write(Coordinates(latitude: latitude, longitude: longitude), at: node, to: &writer)
    }
    for (name, value) in known.attributes.sorted(by: { $0.key < $1.key }) {
      guard let predicate = annotation(named: name, of: known.entityClass) else { continue }
      writer.add(node, predicate, plainLiteral(value))
    }
    for match in known.exactMatches {
      writer.add(node, SKOS.exactMatch, NamedNode(unchecked: match))
    }
    if let parent = known.parent, let parentEntry = gazetteer.entry(forKey: parent) {
      writer.add(
        node, belonging(of: known.entityClass, to: parentEntry.entityClass), self.node(parent))
    }
  }

  /// How a thing belongs to its parent in the pack: it lies in a place, a concept is narrower than
  /// its like, anything else is a part.
  private func belonging(of child: EntityClass, to parent: EntityClass) -> NamedNode {
    let places = vocabulary.description(of: Predicate(rawValue: "locatedIn"))?.range ?? []
    if places.contains(parent) { return SMP.locatedIn }
    return child == parent && child == .sector ? SKOS.broader : SMP.partOf
  }

  private func write(_ fact: Fact, of graph: KnowledgeGraph, to writer: inout GraphWriter) {
    let subject = node(graph.entities[fact.subject].path)
    let object = term(fact.object, of: graph)
    writer.add(subject, SMP.node(fact.predicate), object)
    let description = vocabulary.description(of: fact.predicate)
    let isRegulation = graph.entities[fact.subject].entityClass == .regulation
    // The properties of ELI speak of legal resources only.
    for alignment in aligned(description?.alignments ?? [])
    where isRegulation || !alignment.iri.hasPrefix(ELI.namespace) {
      writer.add(subject, alignment, object)
    }
    if alignments != .none, isRegulation, fact.predicate.rawValue == "signedOn" {
      writer.add(subject, ELI.dateDocument, object)
    }
  }

  private func writeConcepts(of graph: KnowledgeGraph, to writer: inout GraphWriter) {
    var words: Set<String> = []
    for object in graph.facts.map(\.object) + graph.claims.map(\.object) {
      if case .concept(let word) = object { words.insert(word) }
    }
    words.formUnion(graph.claims.compactMap { $0.claim.status?.rawValue })
    for word in words.sorted() {
      let node = concept(word)
      let type = vocabulary.agreementType(word)
      let caption =
        Status(rawValue: word).flatMap { vocabulary.description(of: $0)?.label } ?? type?.label
      writer.add(node, RDFVocabulary.type, SKOS.concept)
      writer.add(node, SKOS.notation, Literal(type?.notation ?? word))
      for (language, text) in caption?.byLanguage ?? [] {
        writer.add(node, RDFS.label, Literal(text, language: language))
      }
    }
  }

  private func write(_ conflict: Conflict, of graph: KnowledgeGraph, to writer: inout GraphWriter) {
    let node = node(conflict.path)
    writer.add(node, RDFVocabulary.type, SMP.conflict)
    let thing = self.node(graph.entities[conflict.thing].path)
    if let predicate = conflict.predicate {
      writer.add(node, RDFVocabulary.subject, thing)
      writer.add(node, RDFVocabulary.predicate, SMP.node(predicate))
    } else {
      writer.add(node, RDFVocabulary.object, thing)
    }
    for language in Self.labelLanguages {
      writer.add(
        node, RDFS.label,
        Literal(label(of: conflict, language: language, in: graph), language: language))
    }
    for claim in conflict.claims {
      writer.add(node, SMP.conflictClaim, claimNode(graph.claims[claim].claim))
    }
    writer.add(node, SMP.chosenClaim, claimNode(graph.claims[conflict.chosen].claim))
  }

  private static let labelLanguages = ["en", "id"]

  /// What the claims of a conflict say: `signed on: 2015 / 2016`, or of deeds the statements.
  private func label(
    of conflict: Conflict, language: String, in graph: KnowledgeGraph
  ) -> String {
    func caption(_ predicate: Predicate) -> String {
      let label = vocabulary.description(of: predicate)?.label
      return label?.byLanguage.first { $0.language == language }?.text ?? predicate.rawValue
    }
    if let predicate = conflict.predicate {
      let values = Set(conflict.claims.map { graph.claims[$0].object }).sorted()
      let texts = values.map { name(of: $0, language: language, in: graph) }
      return "\(caption(predicate)): \(texts.joined(separator: " / "))"
    }
    let texts = Set(
      conflict.claims.map { claim in
        let claim = graph.claims[claim]
        let subject = name(of: .entity(claim.subject), language: language, in: graph)
        let object = name(of: claim.object, language: language, in: graph)
        return "\(subject) \(caption(claim.claim.predicate)) \(object)"
      })
    return texts.sorted().joined(separator: " / ")
  }

  private func name(
    of object: GraphObject, language: String, in graph: KnowledgeGraph
  ) -> String {
    switch object {
    case .value(let text, _): return text
    case .entity(let entity):
      let labels = graph.entities[entity].labels
      return (labels.first { $0.language == language } ?? labels.first)?.text
        ?? graph.entities[entity].path
    case .concept(let word):
      let caption =
        Status(rawValue: word).flatMap { vocabulary.description(of: $0)?.label }
        ?? vocabulary.agreementType(word)?.label
      return caption?.byLanguage.first { $0.language == language }?.text ?? word
    }
  }

  private func aligned(_ terms: [String]) -> [NamedNode] {
    switch alignments {
    case .none: []
    case .eli: terms.filter { $0.hasPrefix(ELI.namespace) }.map(NamedNode.init(unchecked:))
    case .all: terms.map(NamedNode.init(unchecked:))
    }
  }

  /// The property for a plain value of this name, if the vocabulary has one for the class.
  private func annotation(named name: String, of entityClass: EntityClass) -> NamedNode? {
    guard let description = vocabulary.description(of: Predicate(rawValue: name)),
      description.kind == .annotation, [.literal, .date].contains(description.object),
      description.domain.contains(entityClass)
    else { return nil }
    return SMP.term(name)
  }

  /// A year, a month or a day by its length.
  private func dateLiteral(_ text: String) -> Literal {
    switch text.utf8.count {
    case 4: literal(text, .year)
    case 7: literal(text, .yearMonth)
    default: literal(text, .date)
    }
  }

  private func plainLiteral(_ text: String) -> Literal {
    let isNumber =
      !text.isEmpty && text.utf8.count < 16 && text.utf8.allSatisfy { (48...57).contains($0) }
    return isNumber ? Literal(text, datatype: XSD.integer) : Literal(text)
  }
}

extension EntityClass {
  static let donation = EntityClass(rawValue: "Donation")
  static let sector = EntityClass(rawValue: "Sector")
}
