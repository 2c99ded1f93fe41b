import Diagnostics
public import PropertyGraph
import RDF

/// Writes `agreements.csv`: one row for each agreement, for people who work with spreadsheets.
///
/// The columns: name, type, parties, fields, date, period, status, legal bases, documents, pages,
/// IRI; several values of a cell stand one after the other with `; ` between. The heads are in the
/// language of the graph. The terms are those of the
/// [vocabulary](https://w3id.org/simpul/ns#): the class `Agreement` and its predicates.
public struct AgreementTable: Sendable {
  private static let namespace = "https://w3id.org/simpul/ns#"

  /// The writer.
  public init() {}

  /// The whole table; the row of heads alone if there are no agreements.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var table = CSVBytes()
    table.row(Self.heads.map { $0.text(in: graph.language) })
    let agreements = graph.classes.firstIndex { $0.iri == Self.namespace + "Agreement" }
    guard let agreements else { return table.bytes }
    let edges = EdgesByNode(graph)
    for node in graph.nodes.indices where Int(graph.nodes.classes[node]) == agreements {
      table.row(cells(of: node, in: graph, edges))
    }
    return table.bytes
  }

  private static let heads = [
    Message(en: "agreement", id: "perjanjian"), Message(en: "type", id: "jenis"),
    Message(en: "parties", id: "para pihak"), Message(en: "fields", id: "bidang"),
    Message(en: "signed on", id: "ditandatangani pada"), Message(en: "period", id: "jangka waktu"),
    Message(en: "status", id: "status"), Message(en: "legal bases", id: "dasar hukum"),
    Message(en: "documents", id: "dokumen"), Message(en: "pages", id: "halaman"),
    Message(en: "IRI", id: "IRI"),
  ]

  private func cells(of node: Int, in graph: PropertyGraph, _ edges: EdgesByNode) -> [String] {
    func values(_ name: String) -> String {
      graph.node(node).attributes.filter { $0.predicate == Self.namespace + name }
        .flatMap(\.values).map { Self.text(of: $0, graph) }.joined(separator: "; ")
    }
    func others(_ name: String, outwards: Bool) -> String {
      edges.of(node).compactMap { edge in
        let (source, target) = (Int(graph.edges.sources[edge]), Int(graph.edges.targets[edge]))
        let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
        guard predicate.iri == Self.namespace + name, (outwards ? source : target) == node else {
          return nil
        }
        return graph.nodes.labels[outwards ? target : source]
      }.joined(separator: "; ")
    }
    let sources = Sources(of: node, in: graph, edges)
    return [
      graph.nodes.labels[node], values("agreementType"), others("partyTo", outwards: false),
      others("covers", outwards: true), values("signedOn"), values("period"), values("status"),
      others("basedOn", outwards: true), sources.documents, sources.pages,
      graph.text(of: graph.nodes.terms[node]),
    ]
  }

  /// A status by its caption, any other concept by the end of its IRI.
  private static func text(of value: Term, _ graph: PropertyGraph) -> String {
    guard let node = value.namedNode else { return value.literal?.lexicalForm ?? "" }
    if let status = graph.statuses.first(where: { $0.iri == node.iri }) { return status.label }
    return node.iri.hasPrefix(namespace) ? node.iri.localName : node.iri
  }

  /// The documents and pages that tell of a node and of its edges.
  private struct Sources {
    var documents = ""
    var pages = ""

    init(of node: Int, in graph: PropertyGraph, _ edges: EdgesByNode) {
      var claims = Set(graph.nodeClaims[node].map { Int($0) })
      for edge in edges.of(node) { claims.formUnion(graph.edgeClaims[edge].map { Int($0) }) }
      var pagesOf: [Int: Set<String>] = [:]
      for claim in claims where graph.claims.documents[claim] >= 0 {
        let page = graph.claims.pages[claim]
        let document = Int(graph.claims.documents[claim])
        pagesOf[document, default: []].formUnion(page == 0 ? [] : [graph.text(of: page)])
      }
      let order = pagesOf.keys.sorted()
      documents = order.map { graph.documents[$0].label }.joined(separator: "; ")
      pages = order.compactMap { document in
        let pages = (pagesOf[document] ?? []).sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) }
        guard !pages.isEmpty else { return nil }
        return "\(graph.documents[document].label): \(pages.joined(separator: ", "))"
      }.joined(separator: "; ")
    }
  }
}

/// The edges at each node.
private struct EdgesByNode {
  private var edges: [[Int]]

  init(_ graph: PropertyGraph) {
    edges = Array(repeating: [], count: graph.nodes.count)
    for edge in graph.edges.indices {
      edges[Int(graph.edges.sources[edge])].append(edge)
      if graph.edges.sources[edge] != graph.edges.targets[edge] {
        edges[Int(graph.edges.targets[edge])].append(edge)
      }
    }
  }

  func of(_ node: Int) -> [Int] { edges[node] }
}
