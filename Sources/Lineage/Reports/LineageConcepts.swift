import DomainPack
import RDF

/// The kinds of acts as concepts of [SKOS](https://www.w3.org/TR/skos-reference/), which
/// `eli:type_document` names.
struct LineageConcepts: Sendable {
  /// The IRI of the concept by the head of an act's key; nil for a kind that the pack does not know.
  private let iris: [[UInt8]?]
  private let kinds: [RegulationKind?]

  /// The concepts of the acts of a graph.
  init(_ graph: LineageGraph) {
    kinds = graph.heads.map(\.kind)
    iris = kinds.map { kind in
      kind.map { Array("\(graph.base)concept/regulation-kind/\($0.code.lowercased())".utf8) }
    }
  }

  /// The concept of an act's kind; nil for a thing without one.
  func iri(of act: Int, in graph: LineageGraph) -> [UInt8]? {
    graph.headOfNode[act] < 0 ? nil : iris[Int(graph.headOfNode[act])]
  }

  /// What is said of the kinds with these heads: class, code and labels, in order of their codes.
  func append<Target>(_ isUsed: [Bool], to out: inout LineageStatementWriter<Target>) {
    var used: [String: Int] = [:]
    for head in kinds.indices where isUsed[head] {
      if let kind = kinds[head], used[kind.code] == nil { used[kind.code] = head }
    }
    for (code, head) in used.sorted(by: { $0.key < $1.key }) {
      guard let iri = iris[head], let kind = kinds[head] else { continue }
      out.begin(iri: iri)
      out.add(.type, .concept)
      out.add(.label, Literal(kind.indonesianLabel, language: "id"))
      out.add(.label, Literal(kind.englishLabel, language: "en"))
      out.add(.notation, Literal(code))
    }
  }
}
