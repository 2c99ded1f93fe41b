import Diagnostics
import QuadStore
import RDF
import RDFSyntax
public import SPARQL

/// Data that are changed, one request after the other, and written at the end.
///
/// Where the output is a file that is read, nobody else changes it in between: others wait for the end
/// of the session. What is changed in a snapshot goes beside it, unless it is much.
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
  /// The right to change the snapshot that is read and written.
  private let claim: SnapshotClaim?
  /// The right to change another file that is read and written.
  private let lock: FileLock?
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
    let isInPlace = data.contains { Self.areSame($0.path, configuration.output) }
    if isInPlace, format == .snapshot, data.count == 1, QueryData.isSnapshot(data[0].path) {
      let claim = try PipelineError.engine { try SnapshotClaim(data[0].path) }
      dataset = try PipelineError.engine { try ChangingDataset(claim.store) }
      (self.claim, lock) = (claim, nil)
      return
    }
    claim = nil
    lock = isInPlace ? try PipelineError.engine { try FileLock(configuration.output) } : nil
    guard !data.isEmpty else { return }
    let store = try QueryData.store(of: data, jobs: jobs, report: report)
    dataset = try PipelineError.engine { try ChangingDataset(store) }
  }

  /// Whether two paths name one file that is there.
  private static func areSame(_ one: String, _ other: String) -> Bool {
    guard one != "-", other != "-", let file = FileIdentity(path: one) else { return false }
    return file == FileIdentity(path: other)
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
    if let claim {
      _ = try PipelineError.engine { try claim.commit(&dataset) }
      return
    }
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
