public import Diagnostics
public import RDF

/// Why an operation of a request cannot be done.
public enum UpdateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `CREATE` of a graph that is there.
  case graphExists(NamedNode)
  /// An operation on a graph that is not there.
  case noGraph(NamedNode)
  /// `LOAD` of what has graphs of its own into one graph.
  case documentHasGraphs(NamedNode)
  /// `LOAD` of what cannot be read, and why.
  case unreadable(NamedNode, Message)
  /// A triple term whose parts are no triple.
  case notATriple

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch self {
    case .graphExists(let name):
      Message(
        en: "CREATE: there is a graph <\(name.iri)> already; CREATE SILENT goes on",
        id: "CREATE: graf <\(name.iri)> sudah ada; CREATE SILENT melanjutkan")
    case .noGraph(let name):
      Message(
        en: "there is no graph <\(name.iri)>; with SILENT the request goes on",
        id: "tidak ada graf <\(name.iri)>; dengan SILENT permintaan dilanjutkan")
    case .documentHasGraphs(let source):
      Message(
        en: "LOAD <\(source.iri)>: the document has named graphs of its own; leave out INTO GRAPH",
        id: "LOAD <\(source.iri)>: dokumen memuat graf bernama sendiri; hilangkan INTO GRAPH")
    case .unreadable(let source, let reason):
      Message(
        en: "LOAD <\(source.iri)>: \(reason.english)",
        id: "LOAD <\(source.iri)>: \(reason.indonesian)")
    case .notATriple:
      Message(
        en: "a triple term begins with an IRI or a blank node, and its predicate is an IRI",
        id: "istilah tripel diawali IRI atau simpul kosong, dan predikatnya IRI")
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}
