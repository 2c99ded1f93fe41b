import Claims
import Diagnostics
import DomainPack
import GraphFormats
import Lineage
import Mapping
import RDF
import Resolution

/// The main job: documents in, a knowledge graph out in every format asked for.
///
/// The same inputs, pack and configuration give the same bytes, whatever ``BuildConfiguration/jobs``
/// is and in whatever order the inputs are given.
public struct Build: Sendable {
  let configuration: BuildConfiguration

  /// The build that a configuration describes.
  public init(_ configuration: BuildConfiguration) { self.configuration = configuration }

  /// Runs all stages and writes the exports, all of them or none.
  ///
  /// - Parameters:
  ///   - isDry: whether everything is made and nothing written.
  ///   - progress: is told what goes on, in order, on the task that calls.
  /// - Returns: what was read, found and written.
  /// - Throws: ``PipelineError``; the output folder is then as before. `CancellationError` if the
  ///   task is cancelled.
  public func run(
    isDry: Bool = false, progress: (BuildProgress) -> Void = { _ in }
  ) async throws -> BuildSummary {
    try checkBase()
    let lock = isDry ? nil : try FolderLock(configuration.output)
    defer { withExtendedLifetime(lock) {} }
    if !isDry { OutputFolder(configuration.output).recover() }
    progress(.loadingPack)
    let state = try isDry ? nil : state()
    if let last = lastSummary(of: state) { return last }
    let pack = try LoadedPack(folder: configuration.pack, mapping: configuration.mapping)
    let decisions = try configuration.decisions.map { path throws(PipelineError) in
      try DecisionFile(path).read(vocabulary: pack.vocabulary)
    }
    var reading = try await read(with: pack, progress: progress)
    progress(.resolving)
    let documents = reading.documents.count
    let decided = Resolver(vocabulary: pack.vocabulary).resolve(
      reading.takeDocuments(), decisions: decisions?.entries ?? [])
    let graph = try configuration.privacy.applied(
      to: decided.graph, vocabulary: pack.vocabulary)
    var quads = statements(of: graph, pack: pack, profile: configuration.profile)
    let lineage = lineage(of: quads, pack: pack)
    if configuration.alignments != .none { quads.append(LineageStatements(lineage).lawQuads()) }
    let description = try description(of: graph, pack: pack)
    var findings = Findings(
      graph: graph, description: description, head: description.quads(describing: quads),
      quads: quads, lineage: lineage, decisions: decisions.map { _ in decided.outcomes })
    quads = QuadCollection()
    let quadCount = findings.head.count + findings.quadCount
    try Task.checkCancellation()
    progress(.layingOut)
    let staged = isDry ? nil : try StagedFiles(for: OutputFolder(configuration.output))
    let (names, folders, notes) = try write(
      &findings, reading: reading, pack: pack, to: staged.map(ExportTarget.folder) ?? .nowhere)
    var summary = BuildSummary()
    summary.documents = documents
    summary.skipped = reading.skipped
    summary.reused = reading.reused
    summary.entities = graph.entities.count
    summary.claims = graph.claims.count
    summary.facts = graph.facts.count
    summary.conflicts = graph.conflicts.count
    summary.quads = quadCount
    summary.files = names + folders.map { "\($0.format.name)/" }
    let idle = decided.outcomes.compactMap(\.diagnostic)
    summary.decisionsApplied = decided.outcomes.count - idle.count
    summary.decisionsWithoutEffect = idle.count
    summary.diagnostics = reading.diagnostics + reading.notes + idle + notes
    if let staged {
      try Task.checkCancellation()
      progress(.writing)
      try staged.commit()
      for (format, files) in folders {
        summary.diagnostics += try FolderExport(format, files: files)
          .write(to: "\(FileSystem.trimmed(configuration.output))/\(format.name)")
      }
      if let note = keep(summary, of: state) { summary.diagnostics.append(note) }
    }
    return summary
  }

  /// What the build rests on; nil where nothing is kept of it.
  private func state() throws(PipelineError) -> BuildState? {
    configuration.cache == nil ? nil : try BuildState(configuration)
  }

  /// What the last build came to, if it rested on the same and its files stand as it wrote them.
  private func lastSummary(of state: BuildState?) -> BuildSummary? {
    guard let state, let cache = configuration.cache,
      let record = BuildRecord.read(ofBuildInto: configuration.output, cache: cache),
      record.state == state.digest, record.isInPlace(in: configuration.output)
    else { return nil }
    return record.summary
  }

  /// Keeps what the build came to; tells why it could not.
  ///
  /// Not where something was skipped: what could not be read may be read the next time. Nor where
  /// something has changed since the build began: nobody knows which of it was read.
  private func keep(_ summary: BuildSummary, of state: BuildState?) -> Diagnostic? {
    guard let state, let cache = configuration.cache, summary.skipped == 0,
      let record = BuildRecord(of: summary, state: state, output: configuration.output)
    else { return nil }
    do {
      guard try BuildState(configuration)?.digest == state.digest else { return nil }
      try record.keep(ofBuildInto: configuration.output, cache: cache)
      return nil
    } catch {
      let reason = (error as? FileFailure)?.message ?? Message(en: "\(error)", id: "\(error)")
      return Diagnostic(
        id: "cache.unwritable", severity: .note,
        message: Message(
          en: "what the build came to is not kept: \(reason.english)",
          id: "hasil build tidak disimpan: \(reason.indonesian)"),
        file: cache)
    }
  }

  /// What the documents together say, without what is to stand in no output.
  func graph(
    of documents: [DocumentClaims], pack: LoadedPack
  ) throws(PipelineError) -> KnowledgeGraph {
    try configuration.privacy.applied(
      to: Resolver(vocabulary: pack.vocabulary).resolve(documents), vocabulary: pack.vocabulary)
  }

  /// A graph as RDF, without what its lineage adds.
  func statements(
    of graph: KnowledgeGraph, pack: LoadedPack, profile: GraphMapper.Profile
  ) -> QuadCollection {
    GraphMapper(
      base: configuration.base, vocabulary: pack.vocabulary, gazetteer: pack.pack.gazetteer,
      alignments: configuration.alignments, profile: profile
    ).statements(of: graph)
  }

  private func lineage(of quads: QuadCollection, pack: LoadedPack) -> LineageGraph {
    var loader = LineageLoader(
      kinds: pack.pack.regulationKinds, known: pack.pack.knownRegulations,
      base: configuration.base)
    loader.take(quads)
    return loader.finish()
  }

  private func description(
    of graph: KnowledgeGraph, pack: LoadedPack
  ) throws(PipelineError) -> DatasetDescription {
    let publication = configuration.publication
    let documents = graph.documents.count
    var description = DatasetDescription(
      base: configuration.base,
      title: publication.title ?? .unnamed(subject: pack.style.title, documents: documents),
      softwareVersion: SimpulVersion.current,
      packDigest: try PackDigest.hexadecimal(ofFolder: configuration.pack),
      counts: DatasetDescription.Counts(
        documents: documents, entities: graph.entities.count, facts: graph.facts.count,
        claims: graph.claims.count, conflicts: graph.conflicts.count))
    description.license = publication.license
    description.creator = publication.creator
    description.place = publication.place
    description.dumps = [OutputFormat.turtle, OutputFormat.nquads].filter(
      configuration.formats.contains
    )
    .map {
      DatasetDescription.Dump(
        fileName: $0.fileName, mediaType: $0.mediaType, isDefaultGraphOnly: $0 == .turtle)
    }
    return description
  }

  private func checkBase() throws(PipelineError) {
    do throws(IRIError) {
      _ = try NamedNode(validating: configuration.base)
    } catch {
      throw PipelineError(
        .arguments,
        Message(
          en: "--base: \(error.message.english)", id: "--base: \(error.message.indonesian)"))
    }
    // Passages have a fragment of their own, so the base cannot have one.
    guard configuration.base.hasSuffix("/"), !configuration.base.contains("#") else {
      throw PipelineError(
        .arguments,
        Message(
          en: "--base: \(configuration.base) must end with / and have no #",
          id: "--base: \(configuration.base) harus berakhir dengan / dan tidak memuat #"))
    }
  }

  /// Reads the inputs.
  ///
  /// - Throws: ``PipelineError`` if none can be read, or one cannot and the build is strict.
  func read(
    with pack: LoadedPack, progress: (BuildProgress) -> Void
  ) async throws -> ReadingResult {
    var result = ReadingResult()
    guard !configuration.areClaims else {
      for outcome in try ClaimLines.outcomes(
        ofFiles: try InputFinder(configuration.inputs).files.map(\.path))
      { result.add(outcome) }
      guard !result.documents.isEmpty else {
        throw Self.nothingRead(result, inputs: configuration.inputs)
      }
      return result
    }
    let stage = try DocumentStage(
      pack: pack, jobs: configuration.jobs, cache: configuration.cache)
    var characters = 0
    let notes = try await stage.run(inputs: configuration.inputs) { outcome, done, all in
      result.add(outcome)
      characters += outcome.length
      progress(.reading(done: done, of: all, characters: characters))
      if configuration.isStrict, let failure = outcome.failure {
        throw PipelineError(failure, outcome.reason)
      }
    }
    result.diagnostics += notes
    result.unseen = notes
    result.skipped += notes.count
    if configuration.isStrict, !notes.isEmpty {
      throw PipelineError(.inputOutput, Message(listing: notes))
    }
    guard !result.documents.isEmpty else {
      throw Self.nothingRead(result, inputs: configuration.inputs)
    }
    return result
  }

  private static func nothingRead(_ result: ReadingResult, inputs: [String]) -> PipelineError {
    let places = inputs.joined(separator: ", ")
    guard !result.diagnostics.isEmpty else {
      return PipelineError(
        .badInput,
        Message(
          en: "\(places): no documents found; hidden files are not read",
          id: "\(places): tidak ada dokumen; berkas tersembunyi tidak dibaca"))
    }
    let reasons = Message(listing: result.diagnostics)
    return PipelineError(
      result.failures.contains(.badInput) ? .badInput : .inputOutput,
      Message(
        en: "no document could be read\n\(reasons.english)",
        id: "tidak ada dokumen yang dapat dibaca\n\(reasons.indonesian)"))
  }
}

/// What the documents came to, on its way into the exports.
struct Findings {
  var graph: KnowledgeGraph
  var description: DatasetDescription
  /// The description as RDF.
  var head: [Quad]
  /// The graph as RDF, without the description; empty once taken.
  private(set) var quads: QuadCollection
  /// How many statements the graph has as RDF, without the description.
  let quadCount: Int
  /// The regulations among it and how they are related.
  var lineage: LineageGraph
  /// What became of the decisions of people; nil if there is no file of them.
  var decisions: [DecisionOutcome]?

  init(
    graph: KnowledgeGraph, description: DatasetDescription, head: [Quad], quads: QuadCollection,
    lineage: LineageGraph, decisions: [DecisionOutcome]?
  ) {
    self.graph = graph
    self.description = description
    self.head = head
    self.quads = quads
    quadCount = quads.count
    self.lineage = lineage
    self.decisions = decisions
  }

  /// Gives the statements away to whoever needs them last, so that they are held once.
  mutating func takeQuads() -> QuadCollection {
    defer { quads = QuadCollection() }
    return quads
  }
}

/// What reading the documents came to.
struct ReadingResult {
  /// In the order of the paths below the inputs.
  var documents: [DocumentClaims] = []
  /// Every file that was found, in the same order.
  var outcomes: [DocumentOutcome] = []
  var skipped = 0
  /// What could not be looked into, a part of ``diagnostics``.
  var unseen: [Diagnostic] = []
  /// How many documents were not read again, since nothing of theirs had changed.
  var reused = 0
  var failures: Set<PipelineError.Kind> = []
  var diagnostics: [Diagnostic] = []
  /// What was noticed that says nothing of the documents, and stands in no report.
  var notes: [Diagnostic] = []

  /// Gives the documents away to whoever needs them last, so that they are not held any longer.
  mutating func takeDocuments() -> [DocumentClaims] {
    defer { documents = [] }
    return documents
  }

  mutating func add(_ outcome: DocumentOutcome) {
    if let note = outcome.cacheNote { notes.append(note) }
    if let claims = outcome.claims { documents.append(claims) } else { skipped += 1 }
    if let failure = outcome.failure { failures.insert(failure) }
    if outcome.isFromCache, outcome.claims != nil { reused += 1 }
    diagnostics += outcome.diagnostics
    var kept = outcome
    kept.claims = nil
    outcomes.append(kept)
  }
}
