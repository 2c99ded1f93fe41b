import Diagnostics
import QuadStore
import RDF
import RDFSyntax
public import SPARQL

/// Data that are changed, one request after the other, and written at the end.
///
/// ```swift
/// var session = try UpdateSession(configuration, jobs: 2) { _ in }
/// try session.apply(try UpdateSession.parse(text, base: nil))
/// try session.finish()
/// ```
public struct UpdateSession {
  private let configuration: UpdateConfiguration
  private let format: UpdateConfiguration.Format
  private let engine: UpdateEngine
  private var dataset: ChangingDataset
  private var prefixes: [Prefix] = []

  /// Reads the data.
  ///
  /// - Parameters:
  ///   - configuration: what is read, and where the result goes.
  ///   - jobs: threads that read formats of lines.
  ///   - report: called after every batch of some thousand statements.
  /// - Throws: ``PipelineError`` with the first mistake.
  public init(
    _ configuration: UpdateConfiguration, jobs: Int, report: (ConversionProgress) -> Void
  ) throws(PipelineError) {
    self.configuration = configuration
    // Asked first: nothing is read for an output that cannot be written.
    format = try Self.format(configuration)
    engine = UpdateEngine(limits: configuration.limits) { source, take in
      try LocalDocument(source).forEachBlock(take)
    }
    let data = configuration.data
    dataset = ChangingDataset()
    guard !data.isEmpty else { return }
    let store = try QueryData.store(of: data, jobs: jobs, report: report)
    dataset = try PipelineError.engine { try ChangingDataset(store) }
  }

  /// The request of a text.
  ///
  /// - Throws: ``PipelineError`` with file, line, column and what was expected.
  public static func parse(
    _ text: QueryConfiguration.Text, base: String?
  ) throws(PipelineError) -> Update {
    let base = try QueryData.node(base, option: "--base")
    do throws(SPARQLSyntaxError) {
      return try Update(parsing: text.text, base: base)
    } catch {
      throw PipelineError(error, in: text.name)
    }
  }

  /// Does what a request says, all of it or nothing.
  ///
  /// - Throws: ``PipelineError`` for what cannot be done.
  public mutating func apply(_ update: Update) throws(PipelineError) {
    let engine = engine
    var dataset = dataset
    // Held once, so that what changes is not copied first.
    self.dataset = ChangingDataset()
    defer { self.dataset = dataset }
    try PipelineError.engine { try engine.apply(update, to: &dataset) }
    for prefix in update.prefixes {
      prefixes.append(Prefix(unchecked: prefix.name, namespace: prefix.iri))
    }
  }

  /// Writes the data as they are now.
  ///
  /// - Throws: ``PipelineError`` for a statement that the format cannot hold, or if the system
  ///   refuses; a file is then as it was.
  public func finish() throws(PipelineError) {
    var dataset = dataset
    let store = try PipelineError.engine { try dataset.store() }
    switch format {
    case .snapshot:
      try PipelineError.engine { try store.writeSnapshot(to: configuration.output) }
    case .rdf(let format):
      var conversion = ConversionConfiguration(inputs: [])
      conversion.output = configuration.output
      conversion.base = configuration.base
      let output = try ConversionOutput(configuration.output)
      var writer = StatementWriter(format, configuration: conversion, output: output)
      let prefixes = prefixes
      try PipelineError.engine {
        try store.forEachBlock { try writer.take($0, prefixes: prefixes, from: "<update>") }
      }
      try writer.finish()
    }
  }

  private static func format(
    _ configuration: UpdateConfiguration
  ) throws(PipelineError) -> UpdateConfiguration.Format {
    let output = configuration.output
    let isSnapshot = QueryData.isSnapshot(output)
    let format = configuration.format ?? (isSnapshot ? .snapshot : nil)
    if format == .snapshot, output == "-" { throw SnapshotConversion.notAFile }
    if let format { return format }
    if output == "-" { return .rdf(.nquads) }
    guard let told = RDFFormat(path: output) else {
      throw ConversionInputs.unknownFormat(of: output, option: "--to")
    }
    return .rdf(told)
  }
}
