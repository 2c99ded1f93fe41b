import Foundation
import RDF
import RDFSyntax
import SPARQL
import SPARQLChecks
import XML

/// Reads results of the W3C's suites in all the formats that they come in.
struct ResultReader {
  let manifest: SPARQLManifest

  private static let rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"

  /// The answer in a document.
  func answer(_ node: NamedNode) throws -> NaiveAnswer {
    let bytes = try manifest.bytes(node)
    switch URL(filePath: node.iri).pathExtension {
    case "srx": return try XMLResults.answer(bytes)
    case "srj": return try JSONResults.answer(bytes)
    case "csv": return try SeparatedResults.commaSeparated(bytes)
    case "tsv": return try SeparatedResults.tabSeparated(bytes)
    default: return answer(try manifest.quads(node))
    }
  }

  /// A result set in RDF, or a graph that is none
  /// ([vocabulary](https://www.w3.org/2001/sw/DataAccess/tests/result-set.n3)).
  private func answer(_ quads: [Quad]) -> NaiveAnswer {
    let graph = GraphIndex(quads)
    let sets = graph.subjects(of: RDFVocabulary.type.iri, .namedNode(rs("ResultSet")))
    guard let set = sets.first else { return .graph(quads.map(\.triple)) }
    if case .literal(let value) = graph.object(of: set, rs("boolean").iri) {
      return .boolean(value.lexicalForm == "true")
    }
    let variables = graph.objects(of: set, rs("resultVariable").iri).compactMap {
      $0.literal.map { Variable($0.lexicalForm) }
    }
    let rows = graph.objects(of: set, rs("solution").iri).map { row in
      let index = graph.object(of: row, rs("index").iri)?.literal.flatMap { Int($0.lexicalForm) }
      var solution: NaiveSolution = [:]
      for binding in graph.objects(of: row, rs("binding").iri) {
        if let variable = graph.object(of: binding, rs("variable").iri)?.literal {
          solution[Variable(variable.lexicalForm)] = graph.object(of: binding, rs("value").iri)
        }
      }
      return (index ?? 0, solution)
    }
    // The sort of the standard library keeps the order of rows without an index.
    return .solutions(variables, rows.sorted { $0.0 < $1.0 }.map { $0.1 })
  }

  private func rs(_ name: String) -> NamedNode { NamedNode(unchecked: Self.rs + name) }
}

/// A document that is no result.
struct ResultError: Error {
  let reason: String
}

extension Term {
  /// The triple term of a subject, a predicate and an object.
  fileprivate static func triple(of parts: [Term]) throws -> Term {
    guard parts.count == 3, let predicate = parts[1].namedNode else {
      throw ResultError(reason: "a triple of \(parts)")
    }
    switch parts[0] {
    case .namedNode(let node): return .tripleTerm(Triple(.namedNode(node), predicate, parts[2]))
    case .blankNode(let node): return .tripleTerm(Triple(.blankNode(node), predicate, parts[2]))
    case .literal, .tripleTerm: throw ResultError(reason: "a triple of \(parts)")
    }
  }
}

/// [SPARQL Query Results XML Format](https://www.w3.org/TR/rdf-sparql-XMLres/).
enum XMLResults {
  static func answer(_ bytes: [UInt8]) throws -> NaiveAnswer {
    var reader = try XMLPullReader(bytes)
    var variables: [Variable] = []
    var rows: [NaiveSolution] = []
    var variable: Variable?
    var attributes: [String: String] = [:]
    var text = ""
    // The terms that were read: of a binding, or of a triple that is read.
    var terms: [Term] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name, let list):
        text = ""
        attributes = [:]
        for attribute in list { attributes[attribute.name.local] = attribute.value }
        switch name.local {
        case "variable": variables.append(Variable(attributes["name"] ?? ""))
        case "result": rows.append([:])
        case "binding": variable = Variable(attributes["name"] ?? "")
        default: break
        }
      case .text(let piece): text += piece
      case .end(let name):
        switch name.local {
        case "boolean": return .boolean(text == "true")
        case "uri": terms.append(.namedNode(NamedNode(unchecked: text)))
        case "bnode": terms.append(.blankNode(BlankNode(label: text)))
        case "literal":
          let datatype = attributes["datatype"].map { NamedNode(unchecked: $0) } ?? XSD.string
          let direction = attributes["dir"].flatMap { BaseDirection(rawValue: $0) }
          terms.append(
            .literal(
              attributes["lang"].map { Literal(text, language: $0, direction: direction) }
                ?? Literal(text, datatype: datatype)))
        case "triple":
          guard terms.count >= 3 else { throw ResultError(reason: "a triple without its parts") }
          let parts = terms.suffix(3)
          terms.removeLast(3)
          terms.append(try .triple(of: Array(parts)))
        case "binding":
          guard let variable, !rows.isEmpty, terms.count == 1 else {
            throw ResultError(reason: "a binding of \(terms.count) terms")
          }
          rows[rows.count - 1][variable] = terms[0]
          terms = []
        default: continue
        }
      }
    }
    return .solutions(variables, rows)
  }
}

/// [SPARQL 1.1 Query Results JSON Format](https://www.w3.org/TR/sparql11-results-json/).
enum JSONResults {
  private struct Document: Decodable {
    struct Head: Decodable { var vars: [String]? }
    struct Results: Decodable { var bindings: [[String: Value]] }
    struct Value: Decodable {
      /// The parts of a triple term.
      struct Parts: Decodable { var subject, predicate, object: Value }

      var type: String
      var value: String
      var parts: [Value]?
      var lang: String?
      var direction: String?
      var datatype: String?

      enum CodingKeys: String, CodingKey {
        case type, value, datatype
        case lang = "xml:lang"
        case direction = "its:dir"
      }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = try container.decode(String.self, forKey: .type)
        lang = try container.decodeIfPresent(String.self, forKey: .lang)
        direction = try container.decodeIfPresent(String.self, forKey: .direction)
        datatype = try container.decodeIfPresent(String.self, forKey: .datatype)
        guard type == "triple" else {
          value = try container.decode(String.self, forKey: .value)
          return
        }
        value = ""
        let triple = try container.decode(Parts.self, forKey: .value)
        parts = [triple.subject, triple.predicate, triple.object]
      }
    }
    var head: Head
    var boolean: Bool?
    var results: Results?
  }

  static func answer(_ bytes: [UInt8]) throws -> NaiveAnswer {
    let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    if let value = document.boolean { return .boolean(value) }
    let rows = try (document.results?.bindings ?? []).map { row in
      var solution: NaiveSolution = [:]
      for (name, value) in row { solution[Variable(name)] = try term(value) }
      return solution
    }
    return .solutions((document.head.vars ?? []).map { Variable($0) }, rows)
  }

  private static func term(_ value: Document.Value) throws -> Term {
    switch value.type {
    case "uri": return .namedNode(NamedNode(unchecked: value.value))
    case "bnode": return .blankNode(BlankNode(label: value.value))
    case "literal", "typed-literal":
      if let language = value.lang {
        let direction = value.direction.flatMap { BaseDirection(rawValue: $0) }
        return .literal(Literal(value.value, language: language, direction: direction))
      }
      let datatype = value.datatype.map { NamedNode(unchecked: $0) } ?? XSD.string
      return .literal(Literal(value.value, datatype: datatype))
    case "triple": return try .triple(of: (value.parts ?? []).map(term))
    default: throw ResultError(reason: "a value of type \(value.type)")
    }
  }
}

/// [SPARQL 1.1 Query Results CSV and TSV Formats](https://www.w3.org/TR/sparql11-results-csv-tsv/).
enum SeparatedResults {
  /// Values lose their kinds here: blank nodes stay, everything else is a text.
  static func commaSeparated(_ bytes: [UInt8]) throws -> NaiveAnswer {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(cells)
    if lines.last == [""] { lines.removeLast() }
    guard let head = lines.first else { throw ResultError(reason: "no header") }
    let variables = head.map { Variable($0) }
    return .solutions(
      variables,
      lines.dropFirst().map { line in
        var solution: NaiveSolution = [:]
        for (variable, cell) in zip(variables, line) where !cell.isEmpty {
          solution[variable] =
            cell.hasPrefix("_:")
            ? .blankNode(BlankNode(label: String(cell.dropFirst(2)))) : .literal(Literal(cell))
        }
        return solution
      })
  }

  /// The solutions as `commaSeparated` would give them back.
  static func losingKinds(_ answer: NaiveAnswer) -> NaiveAnswer {
    guard case .solutions(let variables, let rows) = answer else { return answer }
    return .solutions(
      variables,
      rows.map { row in
        row.compactMapValues { term -> Term? in
          switch term {
          case .namedNode(let node): .literal(Literal(node.iri))
          case .literal(let literal):
            literal.lexicalForm.isEmpty ? nil : .literal(Literal(literal.lexicalForm))
          case .blankNode, .tripleTerm: term
          }
        }
      })
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells + [cell]
  }

  static func tabSeparated(_ bytes: [UInt8]) throws -> NaiveAnswer {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    guard let head = lines.first else { throw ResultError(reason: "no header") }
    let variables = head.map { Variable(String($0.dropFirst())) }
    return .solutions(
      variables,
      try lines.dropFirst().map { line in
        var solution: NaiveSolution = [:]
        for (variable, cell) in zip(variables, line) where !cell.isEmpty {
          let text = Array("<x:s> <x:p> \(cell) .".utf8)
          solution[variable] = try TurtleParser().parse(text).first?.object
        }
        return solution
      })
  }
}
