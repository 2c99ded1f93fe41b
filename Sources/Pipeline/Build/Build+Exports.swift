import Diagnostics
import DomainPack
import GraphFormats
import GraphPage
import Lineage
import Mapping
import PropertyGraph
import RDF
import RDFSyntax
import Resolution

extension Build {
  /// Writes the files of the formats asked for, one after the other, in the order of the formats.
  ///
  /// Each begins with the description of the graph. No file is held in memory, and of the graph no
  /// more forms than what is still to be written needs.
  ///
  /// - Parameters:
  ///   - findings: what the documents came to; its statements are taken once nothing needs them any
  ///     more.
  ///   - reading: what reading the documents came to.
  ///   - pack: what they were read with.
  ///   - target: where the files go.
  /// - Returns: the names of the files, the folders that are still to be written, and notes on what
  ///   files could not hold.
  /// - Throws: ``PipelineError`` if the system refuses a file, or a format the graph;
  ///   `CancellationError` if the task is cancelled.
  func write(
    _ findings: inout Findings, reading: ReadingResult, pack: LoadedPack,
    to target: ExportTarget
  ) throws -> (names: [String], folders: [FolderExports], notes: [Diagnostic]) {
    let style = style(of: pack)
    var names: [String] = []
    var folders: [FolderExports] = []
    var notes: [Diagnostic] = []
    var pictured: PropertyGraph?
    // The description is about the graph, and no node of it. The statements are not needed any more
    // once there are nodes: the formats of RDF come first.
    func propertyGraph() throws(PipelineError) -> PropertyGraph {
      if let pictured { return pictured }
      var made = Projection(style: style, language: configuration.language)
        .graph(of: findings.takeQuads())
      made.about = GraphDescription(
        findings.description, head: findings.head, language: configuration.language)
      do throws(GraphFilterFailure) {
        try configuration.filter.apply(to: &made)
      } catch {
        throw PipelineError(.nothingFound, error.message)
      }
      GraphLayout().arrange(&made)
      GraphAnalysis().measure(&made)
      pictured = made
      return made
    }
    for format in OutputFormat.allCases where configuration.formats.contains(format) {
      let name = format.fileName
      switch format {
      case .turtle: try target.write(name) { writeTurtle(findings, to: &$0) }
      case .nquads:
        try target.write(name) { sink in
          NQuadsSerializer().serialize(findings.head, to: &sink)
          NQuadsSerializer(options: .init(order: .sorted)).serialize(findings.quads, to: &sink)
        }
      case .jsonld:
        let bytes = try jsonLD(findings, pack: pack)
        try target.write(name) { $0.write(bytes) }
      case .graph(let format):
        let graph = try propertyGraph()
        try GraphTarget.format(format).accept(graph)
        try target.write(name) { sink in
          let changes = format.write(graph, style: style) { sink.write($0) }
          notes += changes.diagnostics(in: format.fileName)
        }
      case .page:
        let about = PageModel.About(
          findings, title: style.title, base: configuration.base)
        let model = PageBuilder(
          style: style, about: about, descent: LineageRelation.ofDescent.map(\.iri)
        ).model(of: try propertyGraph())
        try target.write(name) { sink in
          PageSerializer(language: configuration.language).write(model) { sink.write($0) }
        }
      case .report:
        let text = report(on: findings, reading: reading, pack: pack).markdown()
        try target.write(name) { $0.write(Array(text.utf8)) }
      case .reportData:
        let bytes = report(on: findings, reading: reading, pack: pack).json()
        try target.write(name) { $0.write(bytes) }
      case .folder(let format):
        folders.append((format, format.files(of: try propertyGraph())))
        continue
      }
      names.append(name)
      try Task.checkCancellation()
    }
    return (names, folders, notes)
  }

  /// The files of a format that has a folder of its own.
  typealias FolderExports = (format: FolderFormat, files: [FolderFormat.File])

  private func report(
    on findings: Findings, reading: ReadingResult, pack: LoadedPack
  ) -> Report {
    var report = Report(
      graph: findings.graph, description: findings.description, reading: reading, pack: pack,
      language: configuration.language)
    report.decisions = findings.decisions
    report.lineage = findings.lineage
    if configuration.formats.contains(.graph(.svg)) { report.picture = GraphFormat.svg.fileName }
    // What people decided on names what is not to be named.
    report.namesDecidedThings = configuration.privacy.withoutClasses.isEmpty
    return report
  }

  /// Writes the description and the facts as Turtle, the description first whatever the base is.
  private func writeTurtle(_ findings: Findings, to sink: inout FileSink) {
    var facts = findings.quads.ofDefaultGraph
    facts.append(findings.head)
    let options = TurtleSerializer.Options(
      prefixes: ExportPrefixes.all, base: NamedNode(unchecked: configuration.base),
      firstPredicates: [RDFS.label] + DatasetDescription.firstPredicates,
      firstSubjects: findings.head.compactMap(\.subject.term.namedNode))
    TurtleSerializer(options: options).serialize(facts, to: &sink)
  }

  /// Everything in the words of the pack's context.
  ///
  /// JSON-LD 1.1 has no triple terms, so that claims tell their statements as in RDF 1.1 always.
  private func jsonLD(_ findings: Findings, pack: LoadedPack) throws(PipelineError) -> [UInt8] {
    var jsonLD = JSONLDConfiguration()
    jsonLD.form = .flattened
    jsonLD.context = pack.contextFile
    var quads = QuadCollection(findings.head)
    if configuration.profile == .rdf11 {
      findings.quads.forEachBlock { quads.append($0) }
    } else {
      statements(of: findings.graph, pack: pack, profile: .rdf11).forEachBlock { quads.append($0) }
      if configuration.alignments != .none {
        quads.append(LineageStatements(findings.lineage).lawQuads())
      }
    }
    let options = try jsonLD.writingOptions(base: configuration.base)
    do {
      return try JSONLDSerializer(options: options)
        .serialize(quads)
    } catch let error as SyntaxError {
      throw PipelineError(error)
    } catch let error as JSONLDWritingError {
      throw PipelineError(.badInput, error.message)
    } catch let error as PipelineError {
      throw error
    } catch {
      preconditionFailure("contexts throw their failures only: \(error)")
    }
  }

  /// The looks of the pack, under the title that the user gives the graph.
  private func style(of pack: LoadedPack) -> GraphStyle {
    var style = pack.style
    switch configuration.publication.title {
    case .plain(let title): style.title = Message(en: title, id: title)
    case .translated(let title): style.title = title
    case nil: break
    }
    return style
  }
}
