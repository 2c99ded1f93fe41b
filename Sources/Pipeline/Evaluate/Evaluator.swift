internal import Claims
import Diagnostics
internal import Documents
internal import Resolution

/// Holds a build against annotations: `simpul evaluate --gold`.
package struct Evaluator: Sendable {
  private let configuration: BuildConfiguration
  private let gold: String
  private let leniency: Measure.Leniency

  /// An evaluation of a build.
  ///
  /// - Parameters:
  ///   - configuration: the build; nothing is written.
  ///   - gold: a file of annotations, or a folder of them: all files in it that end with `.json`.
  ///   - leniency: how much is forgiven.
  package init(
    _ configuration: BuildConfiguration, gold: String, leniency: Measure.Leniency = .lenient
  ) {
    self.configuration = configuration
    self.gold = gold
    self.leniency = leniency
  }

  /// Builds the inputs in memory and compares.
  ///
  /// Annotations belong to the document whose file name without its ending is theirs. Those without
  /// a document count as missed, and are told.
  ///
  /// - Throws: ``PipelineError`` for what cannot be read, for annotations that are not as they should
  ///   be, and where several documents have the name of one annotation file.
  package func run(
    progress: (BuildProgress) -> Void = { _ in }
  ) async throws -> Evaluation {
    var measure = try Measure(pack: configuration.pack)
    measure.leniency = leniency
    // Annotations first: a mistake in them should not wait for the build.
    let files = try GoldFolder(gold, reader: AnnotationReader(measure: measure)).files
    let built = try await BuiltGraph(configuration, progress: progress)
    return try evaluation(of: built, files: files, measure: measure)
  }

  private func evaluation(
    of built: BuiltGraph, files: [GoldFolder.File], measure: Measure
  ) throws -> Evaluation {
    let maker = PredictionMaker(built, measure: measure)
    let scorer = Scorer(measure: measure)
    let claims = Dictionary(
      built.reading.documents.map { ($0.documentKey, $0) }, uniquingKeysWith: { first, _ in first })
    let positions = try files.map { try document(for: $0, in: built.graph) }
    let passages = try built.passages(
      ofDocuments: Set(positions.compactMap { $0.map { built.graph.documents[$0].key } }))
    var evaluation = Evaluation()
    evaluation.diagnostics = built.diagnostics
    var annotated: Set<Int> = []
    for (file, position) in zip(files, positions) {
      var prediction = Prediction(annotations: Annotations(), claims: [])
      var key: String?
      if let position {
        annotated.insert(position)
        prediction = maker.prediction(ofDocument: position)
        key = built.graph.documents[position].key
      } else {
        evaluation.diagnostics.append(
          Diagnostic(
            id: "evaluate.no-document", severity: .warning,
            message: Message(
              en: "no document of this name was built; all of it counts as missed",
              id: "tidak ada dokumen dengan nama ini; semuanya dihitung terlewat"),
            file: file.path))
      }
      let score = scorer.score(prediction.annotations, against: file.annotations)
      evaluation.add(score, of: file.name, measure: measure)
      for (relation, verdict) in score.verdicts.enumerated() where verdict != .notScored {
        for claim in prediction.claims[relation] {
          let made = built.graph.claims[claim].claim
          evaluation.calibration.add(
            confidence: made.confidence, isRight: verdict == .right, rule: made.rule)
        }
      }
      evaluation.findings += FindingList(
        name: file.name, wanted: file.annotations, found: prediction, score: score,
        measure: measure, graph: built.graph, claims: key.flatMap { claims[$0] },
        passages: key.flatMap { passages[$0] }
      ).findings()
    }
    evaluation.unannotated = built.graph.documents.count - annotated.count
    return evaluation
  }

  /// The document that a file annotates: the one of its name, of several the one that it names.
  private func document(
    for file: GoldFolder.File, in graph: KnowledgeGraph
  ) throws(PipelineError) -> Int? {
    var candidates = graph.documents.indices.filter {
      GoldFolder.stem(of: graph.documents[$0].fileName) == file.name
    }
    if candidates.count > 1 {
      candidates = candidates.filter {
        graph.documents[$0].fileName == file.annotations.document
      }
      guard candidates.count == 1 else {
        throw PipelineError(
          .badInput,
          Message(
            en: "\(file.path): several documents have this name; expected one of them",
            id: "\(file.path): beberapa dokumen bernama sama; diharapkan satu saja"))
      }
    }
    return candidates.first
  }
}

extension Evaluation {
  fileprivate mutating func add(_ score: Score, of name: String, measure: Measure) {
    let solidOfDocument = score.relations.reduce(into: Tally()) { sum, entry in
      if measure.solid.contains(entry.key) { sum += entry.value }
    }
    documents.append(
      Document(
        name: name, entities: score.entities.values.reduce(Tally(), +),
        relations: score.relations.values.reduce(Tally(), +), solid: solidOfDocument))
    entities.merge(score.entities, uniquingKeysWith: +)
    relations.merge(score.relations, uniquingKeysWith: +)
    solid += solidOfDocument
  }
}
