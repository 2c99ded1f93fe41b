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
  /// The files of the formats asked for, in the order of the formats.
  ///
  /// Each begins with the description of the graph. The notes tell what files could not hold.
  func exports(
    _ findings: Findings, reading: ReadingResult, pack: LoadedPack
  ) throws -> (
    files: [(name: String, bytes: [UInt8])], folders: [FolderExports], notes: [Diagnostic]
  ) {
    let style = style(of: pack)
    var files: [(name: String, bytes: [UInt8])] = []
    var folders: [FolderExports] = []
    var notes: [Diagnostic] = []
    var pictured: PropertyGraph?
    // The description is about the graph, and no node of it.
    func propertyGraph() throws(PipelineError) -> PropertyGraph {
      if let pictured { return pictured }
      var made = Projection(style: style, language: configuration.language)
        .graph(of: findings.quads)
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
      let bytes: [UInt8]
      switch format {
      case .turtle: bytes = turtle(findings)
      case .nquads:
        bytes =
          NQuadsSerializer().serialize(findings.head)
          + NQuadsSerializer(options: .init(order: .sorted)).serialize(findings.quads)
      case .jsonld: bytes = try jsonLD(findings, pack: pack)
      case .graph(let format):
        var written: [UInt8] = []
        try GraphTarget.format(format).accept(try propertyGraph())
        let changes = format.write(try propertyGraph(), style: style) { written += $0 }
        notes += changes.diagnostics(in: format.fileName)
        bytes = written
      case .page:
        let about = PageModel.About(
          findings, title: style.title, base: configuration.base)
        let model = PageBuilder(
          style: style, about: about, descent: LineageRelation.ofDescent.map(\.iri)
        ).model(of: try propertyGraph())
        bytes = PageSerializer(language: configuration.language).write(model)
      case .report:
        var report = Report(
          graph: findings.graph, description: findings.description, reading: reading, pack: pack,
          language: configuration.language)
        report.decisions = findings.decisions
        report.lineage = findings.lineage
        // What people decided on names what is not to be named.
        report.namesDecidedThings = configuration.privacy.withoutClasses.isEmpty
        bytes = Array(report.markdown().utf8)
      case .folder(let format):
        folders.append((format, format.files(of: try propertyGraph())))
        continue
      }
      files.append((format.fileName, bytes))
      try Task.checkCancellation()
    }
    return (files, folders, notes)
  }

  /// The files of a format that has a folder of its own.
  typealias FolderExports = (format: FolderFormat, files: [FolderFormat.File])

  /// The description and the facts as Turtle, the description first whatever the base is.
  private func turtle(_ findings: Findings) -> [UInt8] {
    let facts = findings.quads.lazy.filter { $0.graphName == .defaultGraph }
    let options = TurtleSerializer.Options(
      prefixes: ExportPrefixes.all, base: NamedNode(unchecked: configuration.base),
      firstPredicates: [RDFS.label] + DatasetDescription.firstPredicates,
      firstSubjects: findings.head.compactMap(\.subject.term.namedNode))
    return TurtleSerializer(options: options).serialize((findings.head + facts).lazy.map(\.triple))
  }

  /// Everything in the words of the pack's context.
  ///
  /// JSON-LD 1.1 has no triple terms, so that claims tell their statements as in RDF 1.1 always.
  private func jsonLD(_ findings: Findings, pack: LoadedPack) throws(PipelineError) -> [UInt8] {
    var jsonLD = JSONLDConfiguration()
    jsonLD.form = .flattened
    jsonLD.context = pack.contextFile
    var quads = findings.quads
    if configuration.profile != .rdf11 {
      quads = self.quads(of: findings.graph, pack: pack, profile: .rdf11)
      if configuration.alignments != .none {
        quads += LineageStatements(findings.lineage).lawQuads()
      }
    }
    let options = try jsonLD.writingOptions(base: configuration.base)
    do {
      return try JSONLDSerializer(options: options)
        .serialize(QuadCollection(findings.head + quads))
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
