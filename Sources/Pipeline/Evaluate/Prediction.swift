internal import Claims
internal import DomainPack
internal import Mapping
internal import RDF
internal import Resolution

/// What a build found in a document, in the shape of annotations, as its export tells it.
struct Prediction: Sendable {
  /// Ids are the paths of the things; the document itself comes first, the others in the reverse order
  /// of their lines in N-Quads, as stores give them that have what came last first.
  var annotations: Annotations
  /// The claims that make each relation: positions in ``KnowledgeGraph/claims``, ascending.
  var claims: [[Int]]
}

/// Makes predictions of the documents of a graph.
struct PredictionMaker {
  private let graph: KnowledgeGraph
  private let pack: LoadedPack
  private let measure: Measure
  /// By the position of the thing: its titles and labels in the same order, then its other names.
  private let names: [[String]]
  private let claimsOfDocument: [[Int]]

  init(_ built: BuiltGraph, measure: Measure) {
    graph = built.graph
    pack = built.pack
    self.measure = measure
    names = Self.names(of: built)
    var claims = [[Int]](repeating: [], count: built.graph.documents.count)
    for (position, claim) in built.graph.claims.enumerated() {
      claims[claim.document].append(position)
    }
    claimsOfDocument = claims
  }

  /// The names that the export gives each thing: what the pack calls it too.
  private static func names(of built: BuiltGraph) -> [[String]] {
    let mapper = GraphMapper(
      base: base, vocabulary: built.pack.vocabulary, gazetteer: built.pack.pack.gazetteer,
      alignments: .none)
    var titles: [String: [String]] = [:]
    var labels: [String: [Literal]] = [:]
    var others: [String: [String]] = [:]
    for quad in mapper.quads(of: built.graph) where quad.graphName == .defaultGraph {
      guard let subject = quad.subject.term.namedNode?.iri, case .literal(let name) = quad.object
      else { continue }
      switch quad.predicate {
      case Self.title: titles[subject, default: []].append(name.lexicalForm)
      case RDFS.label: labels[subject, default: []].append(name)
      case Self.altLabel: others[subject, default: []].append(name.lexicalForm)
      default: break
      }
    }
    return built.graph.entities.map { entity in
      let iri = base + entity.path
      let isDocument = entity.entityClass == .document
      let ownLabels = (labels[iri] ?? []).sorted { follows(line($0), line($1)) }
      return (isDocument ? titles[iri] ?? [] : []) + ownLabels.map(\.lexicalForm)
        + (others[iri] ?? [])
    }
  }

  /// A label as a line of N-Quads has it, marks that are escaped there aside.
  private static func line(_ label: Literal) -> String {
    "\"\(label.lexicalForm)\"" + (label.language.map { "@\($0)" } ?? "")
  }

  /// Whether a piece of a line comes after another in the order of lines.
  private static func follows(_ left: String, _ right: String) -> Bool {
    right.utf8.lexicographicallyPrecedes(left.utf8)
  }

  // Only names are read from the quads, so any base will do.
  private static let base = "https://w3id.org/simpul/id/"
  private static let altLabel = NamedNode(
    unchecked: "http://www.w3.org/2004/02/skos/core#altLabel")
  private static let title = NamedNode(unchecked: "http://purl.org/dc/terms/title")

  /// What was found in a document, by its position in the graph.
  func prediction(ofDocument position: Int) -> Prediction {
    let document = graph.documents[position]
    var annotations = Annotations()
    annotations.document = document.fileName
    var known: Set<Int> = []
    // The mark that ends an IRI counts in the order of lines.
    let mentions = document.mentions.sorted {
      Self.follows("\(graph.entities[$0].path)>", "\(graph.entities[$1].path)>")
    }
    for index in [document.entity] + mentions {
      let entity = graph.entities[index]
      guard measure.classes.contains(entity.entityClass), known.insert(index).inserted else {
        continue
      }
      let isRegulation = entity.entityClass == .regulation
      annotations.entities.append(
        Annotations.Entity(
          id: entity.path, entityClass: entity.entityClass, label: names[index].first ?? "",
          aliases: Array(names[index].dropFirst()), key: isRegulation ? entity.key : nil))
    }
    var claims: [[Int]] = []
    var seen: [Annotations.Relation: Int] = [:]
    for index in claimsOfDocument[position] {
      let claim = graph.claims[index]
      guard known.contains(claim.subject), let object = object(of: claim, known: known) else {
        continue
      }
      let relation = Annotations.Relation(
        subject: graph.entities[claim.subject].path, predicate: claim.claim.predicate,
        object: object)
      if let place = seen[relation] {
        claims[place].append(index)
      } else {
        seen[relation] = claims.count
        claims.append([index])
        annotations.relations.append(relation)
      }
    }
    return Prediction(annotations: annotations, claims: claims)
  }

  /// The object as annotators write it; nil for what they do not annotate.
  private func object(of claim: ResolvedClaim, known: Set<Int>) -> Annotations.Object? {
    let description = pack.vocabulary.description(of: claim.claim.predicate)
    switch claim.object {
    case .entity(let entity):
      return known.contains(entity) ? .entity(graph.entities[entity].path) : nil
    case .concept(let word):
      guard description?.object == .concept else { return nil }
      if let status = Status(rawValue: word) { return .value(measure.word(for: status)) }
      return .value(pack.vocabulary.agreementType(word)?.notation ?? word)
    case .value(let text, _):
      return .value(description?.object == .period ? measure.period(text) : text)
    }
  }
}
