import Citations
import Claims
public import Diagnostics
import DomainPack
import GraphFormats
import Mapping
import PropertyGraph
import QuadStore
import RDF
import RDFSyntax
public import SPARQL

/// Data that are held to be asked, one query after the other.
///
/// ```swift
/// let session = try QuerySession(configuration) { _ in }
/// let query = try session.parse(text)
/// try session.answer(query)
/// ```
public struct QuerySession {
  private let configuration: QueryConfiguration
  private let engine: QueryEngine

  /// Reads the data.
  ///
  /// - Parameters:
  ///   - configuration: what is read, and how answers are written.
  ///   - jobs: threads that read formats of lines.
  ///   - report: called after every batch of some thousand statements.
  /// - Throws: ``PipelineError`` with the first mistake.
  public init(
    _ configuration: QueryConfiguration, jobs: Int, report: (ConversionProgress) -> Void
  ) throws(PipelineError) {
    self.configuration = configuration
    engine = QueryEngine(
      store: try QueryData.store(of: configuration.data, jobs: jobs, report: report))
  }

  /// The query of a text.
  ///
  /// - Throws: ``PipelineError`` with file, line, column and what was expected.
  public static func parse(
    _ text: QueryConfiguration.Text, base: String?
  ) throws(PipelineError) -> Query {
    let base = try QueryData.node(base, option: "--base")
    do throws(SPARQLSyntaxError) {
      return try Query(parsing: text.text, base: base)
    } catch {
      throw PipelineError(error, in: text.name)
    }
  }

  /// The query with what the user gives for its parameters, and the standard for the others.
  ///
  /// - Throws: ``PipelineError`` for a parameter that the query has not, or that names nothing.
  public func query(
    _ named: NamedQuery, given: [(name: String, value: String)]
  ) throws -> Query {
    let query = try Self.parse(
      QueryConfiguration.Text(name: named.path, text: named.text), base: configuration.base)
    for (name, _) in given where !named.parameters.contains(where: { $0.name == name }) {
      let known = named.parameters.map(\.name).joined(separator: ", ")
      throw PipelineError(
        .arguments,
        Message(
          en: "--param \(name): \(named.name) has no such parameter"
            + (known.isEmpty ? "" : "; it has \(known)"),
          id: "--param \(name): \(named.name) tidak memiliki parameter itu"
            + (known.isEmpty ? "" : "; yang ada: \(known)")))
    }
    var terms: [Variable: Term] = [:]
    let reader = try parameterReader(citing: named.parameters.contains { $0.kind == .regulation })
    for parameter in named.parameters {
      let value = given.last { $0.name == parameter.name }?.value ?? parameter.standard
      terms[Variable(parameter.name)] = try reader.term(value, for: parameter)
    }
    do throws(ParameterError) {
      return try query.replacing(terms)
    } catch {
      throw PipelineError(
        .badInput,
        Message(
          en: "\(named.path): the query binds its parameter ?\(error.variable.name) itself",
          id: "\(named.path): kueri sendiri mengikat parameternya ?\(error.variable.name)"))
    }
  }

  /// Answers a query and writes the answer.
  ///
  /// - Returns: whether the answer says anything: a solution, a triple or yes.
  /// - Throws: ``PipelineError`` where a limit was passed, the data are damaged, the format cannot
  ///   hold the answer, or the system refuses.
  @discardableResult
  public func answer(_ query: Query) throws -> Bool {
    switch try result(of: query) {
    case .solutions(let solutions):
      let serializer = try resultsSerializer(for: query)
      try write { output in try serializer.write(solutions) { try output.write($0) } }
      return solutions.count > 0
    case .boolean(let answer):
      let serializer = try resultsSerializer(for: query)
      try write { output in try serializer.write(answer) { try output.write($0) } }
      return answer
    case .graph(let triples):
      try write(triples, prefixes: query.prefixes)
      return !triples.isEmpty
    }
  }

  /// The answer, not yet written.
  ///
  /// - Throws: ``PipelineError`` where a limit was passed or the data are damaged.
  func result(of query: Query) throws(PipelineError) -> QueryAnswer<Solutions> {
    try PipelineError.engine { try engine.answer(query, limits: configuration.limits) }
  }

  /// Runs a query and tells what was planned and what came of it, as a tree.
  ///
  /// - Throws: ``PipelineError`` where a limit was passed or the data are damaged.
  public func explain(_ query: Query) throws(PipelineError) -> String {
    var text = ""
    _ = try PipelineError.engine {
      try engine.answer(query, limits: configuration.limits) { report in
        text = PlanTree(report).text
      }
    }
    return text
  }

  /// What a query names and the data do not have, each with what may have been meant.
  ///
  /// - Throws: ``PipelineError`` where the data are damaged.
  public func doubts(about query: Query) throws -> [Message] {
    let names = QueryNames(query)
    let (thing, name) = (Variable("thing"), Variable("name"))
    let properties = TriplePattern(.variable(thing), .variable(name), .variable(Variable("value")))
    let classes = TriplePattern(
      .variable(thing), .term(.namedNode(RDFVocabulary.type)), .variable(name))
    var doubts: [Message] = []
    for (asked, pattern) in [(names.properties, properties), (names.classes, classes)] {
      let unknown = try asked.filter { node in
        try !isTrue(pattern.replacing(name, by: node))
      }
      guard !unknown.isEmpty else { continue }
      let known = try things(name, in: pattern)
      for node in unknown { doubts.append(doubt(about: node, known: known, in: query)) }
    }
    return doubts
  }

  private func isTrue(_ pattern: TriplePattern) throws -> Bool {
    guard case .boolean(let isTrue) = try result(of: Query(form: .ask, pattern: .basic([pattern])))
    else { return false }
    return isTrue
  }

  private func things(_ variable: Variable, in pattern: TriplePattern) throws -> [NamedNode] {
    let query = Query(
      form: .select([variable]), pattern: .distinct(.project(.basic([pattern]), [variable])))
    guard case .solutions(let solutions) = try result(of: query) else { return [] }
    return (0..<solutions.count).compactMap { solutions.term(at: $0, 0)?.namedNode }
  }

  private func doubt(about node: NamedNode, known: [NamedNode], in query: Query) -> Message {
    let abbreviation = abbreviation(for: query)
    let name = abbreviation.text(node)
    let nearest = EditDistance.nearest(toName: name, among: known.map { abbreviation.text($0) })
    return Message(
      en: "\(name): nothing in the data has it."
        + (nearest.first.map { " Did you mean \($0)?" } ?? ""),
      id: "\(name): tidak ada dalam data."
        + (nearest.first.map { " Maksud Anda \($0)?" } ?? ""))
  }

  private func abbreviation(for query: Query) -> TermAbbreviation {
    TermAbbreviation(query.prefixes, base: configuration.base)
  }

  // MARK: Writing

  private func write(_ body: (ConversionOutput) throws -> Void) throws {
    let output = try ConversionOutput(configuration.output)
    do {
      try body(output)
      try output.finish()
    } catch let error as FileFailure {
      throw PipelineError(configuration.output, reason: error)
    } catch let error as UnwritableTerm {
      throw PipelineError(.badInput, error.message)
    }
  }

  private func resultsSerializer(for query: Query) throws(PipelineError) -> ResultsSerializer {
    let format =
      configuration.format ?? AnswerFormat(path: configuration.output, makesGraph: false)
      ?? .results(.table)
    guard case .results(let format) = format else {
      let names = ResultsFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw PipelineError(
        .arguments,
        Message(
          en: "SELECT and ASK answer with a table: \(names); CONSTRUCT and DESCRIBE make graphs",
          id: "SELECT dan ASK menjawab dengan tabel: \(names); CONSTRUCT dan DESCRIBE membuat graf")
      )
    }
    return ResultsSerializer(
      format, prefixes: abbreviation(for: query), width: configuration.width)
  }

  private func write(_ triples: QuadCollection, prefixes: [Query.Prefix]) throws {
    let format =
      configuration.format ?? AnswerFormat(path: configuration.output, makesGraph: true)
      ?? .rdf(.turtle)
    switch format {
    case .results:
      let names = RDFFormat.allCases.map(\.name) + GraphTarget.all.map(\.name)
      let list = names.joined(separator: ", ")
      throw PipelineError(
        .arguments,
        Message(
          en: "CONSTRUCT and DESCRIBE answer with a graph: \(list)",
          id: "CONSTRUCT dan DESCRIBE menjawab dengan graf: \(list)"))
    case .rdf(let format):
      var conversion = ConversionConfiguration(inputs: [])
      conversion.output = configuration.output
      let output = try ConversionOutput(configuration.output)
      var writer = StatementWriter(format, configuration: conversion, output: output)
      let declared = prefixes.map { Prefix(unchecked: $0.name, namespace: $0.iri) }
      try triples.forEachBlock { try writer.take($0, prefixes: declared, from: "<query>") }
      try writer.finish()
    case .graph(let target):
      let style = try configuration.pack.map { try GraphStyle(pack: $0) } ?? GraphStyle()
      var graph = Projection(style: style, language: configuration.language).graph(of: triples)
      try target.accept(graph)
      if target.showsPlaces { GraphLayout().arrange(&graph) }
      try write { output in
        _ = try target.write(graph, style: style) { (piece) throws(FileFailure) in
          try output.write(piece)
        }
      }
    }
  }

  // MARK: Parameters

  /// Citations need the pack; without one only keys and names tell a regulation.
  private func parameterReader(citing: Bool) throws(PipelineError) -> ParameterReader {
    var references: RegulationReference?
    if citing, let folder = configuration.pack {
      do throws(DomainPack.LoadError) {
        let pack = try DomainPack.load(from: folder)
        references = RegulationReference(
          parser: CitationParser(kinds: pack.regulationKinds, known: pack.knownRegulations))
      } catch {
        throw PipelineError(error)
      }
    }
    return ParameterReader(
      references: references,
      names: { try pairs(of: [RDFS.label, Self.altLabel]) },
      keys: { try pairs(of: [SMP.regulationKey]).map { ($0.thing, $0.name.lexicalForm) } })
  }

  private static let altLabel = NamedNode(unchecked: "http://www.w3.org/2004/02/skos/core#altLabel")

  /// The named things that have literals by these properties, with the literals.
  private func pairs(of properties: [NamedNode]) throws -> [(thing: NamedNode, name: Literal)] {
    let (thing, property, name) = (Variable("thing"), Variable("property"), Variable("name"))
    let query = Query(
      form: .select([thing, name]),
      pattern: .project(
        .join(
          .values([property], properties.map { [.namedNode($0)] }),
          .basic([TriplePattern(.variable(thing), .variable(property), .variable(name))])),
        [thing, name]))
    guard case .solutions(let solutions) = try result(of: query) else { return [] }
    return (0..<solutions.count).compactMap { row in
      guard let thing = solutions.term(at: row, 0)?.namedNode,
        let name = solutions.term(at: row, 1)?.literal
      else { return nil }
      return (thing, name)
    }
  }
}

extension TriplePattern {
  /// The pattern with a name in place of a variable that stands as predicate or object.
  fileprivate func replacing(_ variable: Variable, by node: NamedNode) -> TriplePattern {
    func replaced(_ term: TermPattern) -> TermPattern {
      term == .variable(variable) ? .term(.namedNode(node)) : term
    }
    return TriplePattern(subject, replaced(predicate), replaced(object))
  }
}
