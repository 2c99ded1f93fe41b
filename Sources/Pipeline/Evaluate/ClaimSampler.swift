internal import Claims
package import Diagnostics
internal import Documents
internal import DomainPack
internal import Resolution

/// Draws claims of a build for judging: `simpul evaluate --sample`.
///
/// Which ones are drawn depends on the seed and on the claims' ids only: the claims are put in the
/// order of the SHA-256 of `seed id`, and the first are taken. A claim that a change of the rules
/// leaves alone keeps its place among the others.
package struct ClaimSampler: Sendable {
  private let count: Int
  private let seed: UInt64
  private let minimumConfidence: Double
  private let predicates: Set<String>
  private let language: MessageLanguage

  /// A sampler.
  ///
  /// - Parameters:
  ///   - count: how many claims to draw; all of them if there are fewer.
  ///   - seed: which ones.
  ///   - minimumConfidence: of the claims to draw from, 0…1.
  ///   - predicates: of the claims to draw from; empty for all.
  ///   - language: of labels and of the words between them.
  package init(
    count: Int, seed: UInt64, minimumConfidence: Double = 0, predicates: Set<String> = [],
    language: MessageLanguage = .english
  ) {
    self.count = count
    self.seed = seed
    self.minimumConfidence = minimumConfidence
    self.predicates = predicates
    self.language = language
  }

  /// The claims drawn, in the order of drawing.
  ///
  /// - Throws: ``PipelineError`` for a document that can no longer be read.
  package func sample(of built: BuiltGraph) throws(PipelineError) -> [SampledClaim] {
    let graph = built.graph
    let drawn = graph.claims.indices.lazy
      .filter { isDrawnFrom(graph.claims[$0].claim) }
      .map { (place: SHA256.hexadecimal(of: "\(seed) \(graph.claims[$0].claim.id)"), claim: $0) }
      .sorted { ($0.place, $0.claim) < ($1.place, $1.claim) }
      .prefix(count).map(\.claim)
    let passages = try built.passages(
      ofDocuments: Set(drawn.map { graph.documents[graph.claims[$0].document].key }))
    return drawn.map { position in
      let claim = graph.claims[position]
      return sampled(claim, in: built, passages: passages[graph.documents[claim.document].key])
    }
  }

  private func isDrawnFrom(_ claim: Claim) -> Bool {
    claim.confidence >= minimumConfidence
      && (predicates.isEmpty || predicates.contains(claim.predicate.rawValue))
  }

  private func sampled(
    _ resolved: ResolvedClaim, in built: BuiltGraph, passages: Passages?
  ) -> SampledClaim {
    let (graph, vocabulary) = (built.graph, built.pack.vocabulary)
    let claim = resolved.claim
    let subject = end(resolved.subject, in: graph)
    let object: SampledClaim.End
    switch resolved.object {
    case .entity(let entity): object = end(entity, in: graph)
    case .concept(let word):
      let caption =
        Status(rawValue: word).flatMap { vocabulary.description(of: $0)?.label }
        ?? vocabulary.agreementType(word)?.label
      object = SampledClaim.End(label: caption.map(text) ?? word, class: nil, path: nil)
    case .value(let value, _): object = SampledClaim.End(label: value, class: nil, path: nil)
    }
    let predicate =
      vocabulary.description(of: claim.predicate).map { text($0.label) } ?? claim.predicate.rawValue
    let within = resolved.within.map { end($0, in: graph).label }
    var words = "\(subject.label) – \(predicate) – \(object.label)"
    var marks: [String] = []
    if let status = claim.status {
      marks.append(vocabulary.description(of: status).map { text($0.label) } ?? status.rawValue)
    }
    marks += [claim.modality, claim.period].compactMap { $0 }
    if let within {
      marks.append(Message(en: "within \(within)", id: "dalam \(within)").text(in: language))
    }
    if !marks.isEmpty { words += " (\(marks.joined(separator: ", ")))" }
    return SampledClaim(
      id: claim.id, claim: words, subject: subject, predicate: claim.predicate.rawValue,
      object: object, status: claim.status?.rawValue, modality: claim.modality,
      period: claim.period, within: within, quote: Self.folded(claim.evidence.quote),
      paragraph: passages?.paragraph(around: claim.evidence.passage), rule: claim.rule,
      confidence: claim.confidence, document: graph.documents[resolved.document].fileName)
  }

  private func end(_ position: Int, in graph: KnowledgeGraph) -> SampledClaim.End {
    let entity = graph.entities[position]
    let label =
      entity.labels.first { $0.language == language.rawValue }
      ?? entity.labels.first {
        !$0.text.isEmpty
      }
    return SampledClaim.End(
      label: Self.folded(label?.text ?? entity.path), class: entity.entityClass.rawValue,
      path: entity.path)
  }

  private func text(_ caption: Caption) -> String {
    switch language {
    case .english: caption.english
    case .indonesian: caption.indonesian
    }
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
