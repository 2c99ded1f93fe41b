package import Diagnostics
package import Resolution

/// What documents say, in memory: for measuring, nothing is written.
package struct BuiltGraph: Sendable {
  /// The pack that it was made with.
  package var pack: LoadedPack
  /// The graph, as a build would write it.
  package var graph: KnowledgeGraph
  /// What was noticed while reading.
  package var diagnostics: [Diagnostic]
  /// What became of every file, and what each document says by itself.
  var reading: ReadingResult

  /// Builds the graph of some inputs.
  ///
  /// - Throws: ``PipelineError``; `CancellationError` if the task is cancelled.
  package init(
    _ configuration: BuildConfiguration, progress: (BuildProgress) -> Void
  ) async throws {
    let build = Build(configuration)
    progress(.loadingPack)
    pack = try LoadedPack(folder: configuration.pack)
    reading = try await build.read(with: pack, progress: progress)
    progress(.resolving)
    graph = try build.graph(of: reading.documents, pack: pack)
    diagnostics = reading.diagnostics
  }

  /// The paths of the files by the keys of their documents.
  var paths: [String: String] {
    Dictionary(
      reading.outcomes.compactMap { outcome in outcome.documentKey.map { ($0, outcome.path) } },
      uniquingKeysWith: { first, _ in first })
  }
}
