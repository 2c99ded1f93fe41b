package import Diagnostics
internal import Documents
package import Resolution

/// What documents say, in memory: for measuring, nothing is written.
package struct BuiltGraph: Sendable {
  /// The pack that it was made with.
  package var pack: LoadedPack
  /// The graph, as a build would write it.
  package var graph: KnowledgeGraph
  /// What was noticed while reading.
  package var diagnostics: [Diagnostic]
  private let inputs: [String]
  /// What became of every file, and what each document says by itself.
  var reading: ReadingResult

  /// Builds the graph of some inputs.
  ///
  /// - Throws: ``PipelineError``; `CancellationError` if the task is cancelled.
  package init(
    _ configuration: BuildConfiguration, progress: (BuildProgress) -> Void
  ) async throws {
    let build = Build(configuration)
    inputs = configuration.inputs
    progress(.loadingPack)
    pack = try LoadedPack(folder: configuration.pack)
    reading = try await build.read(with: pack, progress: progress)
    progress(.resolving)
    graph = try build.graph(of: reading.documents, pack: pack)
    diagnostics = reading.diagnostics
  }

  /// The passages of some documents, by their keys: reads what is needed of the inputs again, so that
  /// a build need not keep its documents in memory.
  ///
  /// - Throws: ``PipelineError`` for an input or a document that can no longer be read.
  func passages(ofDocuments keys: Set<String>) throws(PipelineError) -> [String: Passages] {
    var wanted: [String: String] = [:]
    for outcome in reading.outcomes {
      if let key = outcome.documentKey, keys.contains(key) { wanted[outcome.path] = key }
    }
    var queue = DocumentQueue(
      files: try InputFinder(inputs).files, limits: pack.reader.limits)
    var passages: [String: Passages] = [:]
    while passages.count < wanted.count, let item = queue.next() {
      guard case .document(let queued) = item, let key = wanted[queued.member.path],
        passages[key] == nil
      else { continue }
      do throws(ReadingError) {
        passages[key] = Passages(try pack.reader.document(of: queued))
      } catch {
        let (path, reason) = (queued.member.path, error.reason)
        throw PipelineError(
          .badInput, Message(en: "\(path): \(reason.english)", id: "\(path): \(reason.indonesian)"))
      }
    }
    return passages
  }
}
