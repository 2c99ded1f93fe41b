import Diagnostics
import QuadStore
import RDF
import RDFSyntax

/// Reads what is asked into a store.
struct QueryData {
  private var builder = QuadStoreBuilder()
  private let jobs: Int
  private var progress = ConversionProgress()

  /// Nothing yet; line by line formats are read by so many threads.
  init(jobs: Int) {
    self.jobs = jobs
  }

  /// The store of these files; a snapshot alone is opened as it is.
  ///
  /// - Throws: ``PipelineError`` with the first mistake.
  static func store(
    of files: [QueryConfiguration.DataFile], jobs: Int, report: (ConversionProgress) -> Void
  ) throws(PipelineError) -> QuadStore {
    if files.count == 1, let file = files.first, isSnapshot(file.path) {
      return try open(snapshot: file.path)
    }
    var data = Self(jobs: jobs)
    for (place, file) in files.enumerated() {
      if isSnapshot(file.path) {
        throw PipelineError(
          .arguments,
          Message(
            en: "\(file.path): a snapshot is asked alone; give its source beside other files",
            id: "\(file.path): snapshot ditanya sendiri; berikan sumbernya di samping berkas lain"))
      }
      try data.read(file, labelPrefix: files.count > 1 ? "f\(place + 1)-" : "", report: report)
    }
    return data.builder.finish()
  }

  /// Whether the ending says that a file is a snapshot.
  static func isSnapshot(_ path: String) -> Bool {
    path.lowercased().hasSuffix(SnapshotConversion.fileEnding)
  }

  private static func open(snapshot path: String) throws(PipelineError) -> QuadStore {
    do throws(SnapshotError) {
      return try QuadStore(snapshot: path)
    } catch {
      throw PipelineError(error)
    }
  }

  /// Hands the statements of a snapshot on in blocks.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or is damaged.
  static func forEachBlock(
    ofSnapshot path: String, _ body: (borrowing QuadBlock) -> Void
  ) throws(PipelineError) {
    let store = try open(snapshot: path)
    do {
      try store.forEachBlock(body)
    } catch let error as SnapshotError {
      throw PipelineError(error)
    } catch {
      preconditionFailure("a store throws the errors of its file only: \(error)")
    }
  }

  private mutating func read(
    _ file: QueryConfiguration.DataFile, labelPrefix: String, report: (ConversionProgress) -> Void
  ) throws(PipelineError) {
    guard let format = RDFFormat(path: file.path) ?? (file.path == "-" ? .nquads : nil) else {
      throw ConversionInputs.unknownFormat(of: file.path, option: "--data")
    }
    let base = try Self.node(file.base, option: "--data")
    let graph = try Self.node(file.graph, option: "--named-graph")
    if let graph { builder.declareGraph(graph) }
    let input = try ConversionInput(file.path)
    let bytesBefore = progress.bytes
    do {
      if format.isLineByLine, jobs > 1 {
        let dialect: NQuadsParser.Dialect = format == .ntriples ? .nTriples : .nQuads
        let lines = ParallelLines(
          input: input, parser: NQuadsParser(dialect: dialect), labelPrefix: labelPrefix,
          isLenient: false, threads: jobs, writesLines: false)
        try lines.run(
          take: { block, _, bytesRead in
            take(block, into: graph)
            progress.bytes = bytesBefore + bytesRead
            report(progress)
          }, skipped: SkippedMistakes())
      } else {
        let options = ReaderOptions(file: input.name, labelPrefix: labelPrefix)
        var reader = try format.reader(of: input, base: base, options: options)
        var block = QuadBlock()
        while try reader.next(into: &block) {
          take(block, into: graph)
          progress.bytes = bytesBefore + input.bytesRead
          report(progress)
        }
      }
    } catch let error as SyntaxError {
      throw PipelineError(error)
    } catch let error as PipelineError {
      throw error
    } catch {
      throw PipelineError(.inputOutput, Message(en: "\(error)", id: "\(error)"))
    }
    progress.bytes = bytesBefore + input.bytesRead
  }

  /// Adds statements; those without a graph to the named one, if there is one.
  private mutating func take(_ block: borrowing QuadBlock, into graph: NamedNode?) {
    progress.statements += block.count
    guard let graph else { return builder.append(block) }
    var moved = QuadBlock()
    moved.bytes = block.bytes
    let start = moved.bytes.count
    CanonicalTerm.append(graph, to: &moved.bytes)
    let name = QuadBlock.Run(start: start, count: moved.bytes.count - start)
    moved.statements = block.statements.map { statement in
      var statement = statement
      if statement.graphName.count == 0 { statement.graphName = name }
      return statement
    }
    builder.append(moved)
  }

  /// The node of an IRI that an option gives.
  static func node(
    _ iri: String?, option: String
  ) throws(PipelineError) -> NamedNode? {
    guard let iri else { return nil }
    do throws(IRIError) {
      return try NamedNode(validating: iri)
    } catch {
      let message = error.message
      throw PipelineError(
        .arguments,
        Message(en: "\(option): \(message.english)", id: "\(option): \(message.indonesian)"))
    }
  }
}
