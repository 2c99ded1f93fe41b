public import Diagnostics
import DomainPack
import GraphFormats
public import PropertyGraph
import RDF

/// What to make a graph of, and how.
public struct GraphConversionConfiguration: Sendable {
  /// The inputs and the output; what concerns the layout of Turtle has no effect.
  public var conversion: ConversionConfiguration
  /// The format to write.
  public var format: GraphOutput
  /// What of the graph is wanted.
  public var filter = GraphFilter()
  /// Whether nodes get places and figures, which large graphs may not need.
  public var isArranged = true
  /// The language of captions.
  public var language = MessageLanguage.english
  /// The folder with the style; nil for no style.
  public var pack: String?

  /// A conversion to a format, everything else as usual.
  public init(_ conversion: ConversionConfiguration, format: GraphOutput) {
    self.conversion = conversion
    self.format = format
  }
}

/// Makes a graph for viewers of RDF in any syntax.
///
/// ```swift
/// var conversion = ConversionConfiguration(inputs: ["graph.ttl"])
/// conversion.output = "graph.gexf"
/// let format = GraphOutput.file(.format(.gexf(.dynamic)))
/// let summary = try GraphConversion(.init(conversion, format: format)).run { _ in }
/// ```
public struct GraphConversion: Sendable {
  private let configuration: GraphConversionConfiguration
  private let inputs: ConversionInputs
  private let style: GraphStyle

  /// A conversion.
  ///
  /// - Throws: ``PipelineError`` for an input format that is neither given nor told by an ending, a
  ///   base that is no IRI, a style with a mistake, and a picture without places.
  public init(_ configuration: GraphConversionConfiguration) throws(PipelineError) {
    self.configuration = configuration
    if configuration.format.needsPlaces, !configuration.isArranged {
      throw PipelineError(
        .arguments,
        Message(
          en: "--no-layout: \(configuration.format.name) is a picture and needs places",
          id: "--no-layout: \(configuration.format.name) adalah gambar dan memerlukan posisi"))
    }
    inputs = try ConversionInputs(configuration.conversion)
    style = try configuration.pack.map(GraphStyle.init(pack:)) ?? GraphStyle()
  }

  /// Converts.
  ///
  /// - Parameter report: Called after every batch of some thousand statements that was read.
  /// - Returns: What was read and what was skipped or changed.
  /// - Throws: ``PipelineError`` with the first mistake, and where the filter leaves nothing; no
  ///   output file has changed then.
  public func run(
    report: @escaping (ConversionProgress) -> Void
  ) throws(PipelineError) -> ConversionSummary {
    var summary = ConversionSummary()
    switch configuration.format {
    case .file(let target):
      let output = try ConversionOutput(configuration.conversion.output)
      let graph = try graph(&summary, report: report) { (graph) throws(PipelineError) in
        try target.accept(graph)
      }
      do throws(FileFailure) {
        let changes = try target.write(graph, style: style) { (piece) throws(FileFailure) in
          try output.write(piece)
        }
        try output.finish()
        summary.diagnostics += changes.diagnostics(in: configuration.conversion.output)
      } catch {
        throw PipelineError(configuration.conversion.output, reason: error)
      }
    case .folder(let format):
      let path = configuration.conversion.output
      guard path != "-" else {
        throw PipelineError(
          .arguments,
          Message(
            en: "\(format.name) is several files: -o names their folder",
            id: "\(format.name) terdiri atas beberapa berkas: -o menyebut foldernya"))
      }
      let graph = try graph(&summary, report: report) { _ in }
      summary.diagnostics += try FolderExport(format, files: format.files(of: graph))
        .write(to: path)
    }
    return summary
  }

  /// The graph that is written, with places where the format shows them.
  private func graph(
    _ summary: inout ConversionSummary, report: @escaping (ConversionProgress) -> Void,
    accept: (PropertyGraph) throws(PipelineError) -> Void
  ) throws(PipelineError) -> PropertyGraph {
    var held = StatementCollector()
    try inputs.read(into: &held, &summary, report: report)
    var graph = Projection(style: style, language: configuration.language)
      .graph(of: try held.collection(without: configuration.conversion.privacy))
    do throws(GraphFilterFailure) {
      try configuration.filter.apply(to: &graph)
    } catch {
      throw PipelineError(.nothingFound, error.message)
    }
    try accept(graph)
    if configuration.isArranged, configuration.format.showsPlaces {
      GraphLayout().arrange(&graph)
      if !configuration.format.needsPlaces { GraphAnalysis().measure(&graph) }
    }
    return graph
  }
}

extension GraphStyle {
  /// The style of the pack in a folder.
  init(pack folder: String) throws(PipelineError) {
    do {
      self = try GraphStyle.load(folder: folder)
    } catch let error as SyntaxError {
      throw PipelineError(error)
    } catch {
      throw PipelineError(DomainPack.LoadError.unreadable("\(folder)/style.yaml", "\(error)"))
    }
  }
}
