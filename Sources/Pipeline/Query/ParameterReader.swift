import Citations
import Claims
import Diagnostics
import RDF

/// Makes terms of what a user gives as the parameters of a query.
struct ParameterReader {
  /// What can be named: every name of the graph and whose it is.
  private let names: () throws -> [(thing: NamedNode, name: Literal)]
  /// The things of the graph that have a key of a regulation.
  private let keys: () throws -> [(thing: NamedNode, key: String)]
  /// Understands citations; nil without a pack.
  private let references: RegulationReference?

  init(
    references: RegulationReference?,
    names: @escaping () throws -> [(thing: NamedNode, name: Literal)],
    keys: @escaping () throws -> [(thing: NamedNode, key: String)]
  ) {
    self.references = references
    self.names = names
    self.keys = keys
  }

  /// The term that a text stands for.
  ///
  /// - Throws: ``PipelineError`` where it stands for none or for several.
  func term(_ text: String, for parameter: NamedQuery.Parameter) throws -> Term {
    switch parameter.kind {
    case .text: return .literal(Literal(text))
    case .number: return try number(text, parameter)
    case .date: return try date(text, parameter)
    case .regulation:
      return .namedNode(try regulation(text, parameter) ?? thing(text, parameter))
    case .thing: return .namedNode(try thing(text, parameter))
    }
  }

  private func number(
    _ text: String, _ parameter: NamedQuery.Parameter
  ) throws(PipelineError) -> Term {
    for datatype in [XSD.integer, XSD.decimal] {
      let literal = Literal(text, datatype: datatype)
      if isValue(literal) { return .literal(literal) }
    }
    throw unusable(text, parameter, en: "expected a number", id: "diharapkan bilangan")
  }

  private func date(
    _ text: String, _ parameter: NamedQuery.Parameter
  ) throws(PipelineError) -> Term {
    for datatype in [XSD.date, XSD.gYearMonth, XSD.gYear] {
      let literal = Literal(text, datatype: datatype)
      if isValue(literal) { return .literal(literal) }
    }
    throw unusable(
      text, parameter, en: "expected a date such as 2017, 2017-09 or 2017-09-30",
      id: "diharapkan tanggal seperti 2017, 2017-09, atau 2017-09-30")
  }

  private func isValue(_ literal: Literal) -> Bool {
    do throws(XSDError) {
      _ = try XSDValue(literal)
      return true
    } catch {
      return false
    }
  }

  /// The regulation of the key that a citation has; nil if the text cites none that the graph has.
  private func regulation(
    _ text: String, _ parameter: NamedQuery.Parameter
  ) throws -> NamedNode? {
    guard let key = references?.parse(text) else { return nil }
    return try keys().first { $0.key == key }?.thing
  }

  /// The thing of an IRI, of the end of one, or of a name.
  private func thing(_ text: String, _ parameter: NamedQuery.Parameter) throws -> NamedNode {
    let isIRI = text.utf8.contains(UInt8(ascii: ":")) && !text.utf8.contains(UInt8(ascii: " "))
    if isIRI {
      do throws(IRIError) {
        return try NamedNode(validating: text)
      } catch {
        throw unusable(text, parameter, en: error.message.english, id: error.message.indonesian)
      }
    }
    let names = try names()
    let folded = Slug.folded(text)
    let ending = "/\(text)"
    var found = Set(names.filter { $0.thing.iri.hasSuffix(ending) }.map(\.thing))
    if found.isEmpty || !text.contains("/") {
      found.formUnion(names.filter { Slug.folded($0.name.lexicalForm) == folded }.map(\.thing))
    }
    if let thing = found.first, found.count == 1 { return thing }
    guard found.isEmpty else {
      let list = found.map(\.iri).sorted().prefix(8).joined(separator: ", ")
      throw unusable(
        text, parameter, en: "that names \(found.count) things; take the IRI of one: \(list)",
        id: "itu nama \(found.count) hal; gunakan IRI salah satunya: \(list)")
    }
    let nearest = EditDistance.nearest(
      toName: text, among: names.map(\.name.lexicalForm), count: 3
    ).joined(separator: ", ")
    throw unusable(
      text, parameter,
      en: "nothing of this name in the graph" + (nearest.isEmpty ? "" : "; near are \(nearest)"),
      id: "tidak ada nama ini dalam graf" + (nearest.isEmpty ? "" : "; yang mirip: \(nearest)"))
  }

  private func unusable(
    _ text: String, _ parameter: NamedQuery.Parameter, en: String, id: String
  ) -> PipelineError {
    PipelineError(
      .arguments,
      Message(
        en: "--param \(parameter.name)=\(text): \(en)",
        id: "--param \(parameter.name)=\(text): \(id)"
      ))
  }
}
