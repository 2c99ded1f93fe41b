import Claims
import Diagnostics
import Mapping
import RDF
import RDFSyntax

/// A graph that a build has written, read back from its N-Quads.
struct GraphFile {
  /// A claim as the graph has it.
  struct ClaimRecord {
    var node: String
    var graph: String
    var subject: Term?
    var predicate: String?
    var object: Term?
    /// Everything else that is said of it, by predicate.
    var properties: [String: Term] = [:]
  }

  /// Every statement of the default graph, as written.
  private(set) var facts: [Triple] = []
  /// In order of their nodes.
  private(set) var claims: [ClaimRecord] = []
  private(set) var pages: [String: Term] = [:]
  private var byNode: [String: [Triple]] = [:]

  /// Reads a file: N-Quads, or a snapshot of them, told by its ending.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or is neither.
  init(path: String) throws(PipelineError) {
    if QueryData.isSnapshot(path) {
      var quads: [Quad] = []
      try QueryData.forEachBlock(ofSnapshot: path) { quads += $0.quads }
      self.init(quads)
      return
    }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    do throws(SyntaxError) {
      self.init(try NQuadsParser().parse(bytes, file: path))
    } catch {
      throw PipelineError(error)
    }
  }

  /// The graph of some statements.
  init(_ quads: [Quad]) {
    var records: [String: ClaimRecord] = [:]
    for quad in quads {
      guard case .namedNode(let subject) = quad.subject else { continue }
      switch quad.graphName {
      case .defaultGraph:
        facts.append(quad.triple)
        byNode[subject.iri, default: []].append(quad.triple)
      case .namedNode(let graph):
        if quad.predicate == SMP.page { pages[subject.iri] = quad.object }
        if quad.predicate == RDFVocabulary.type, quad.object.namedNode == SMP.claim {
          records[subject.iri] = ClaimRecord(node: subject.iri, graph: graph.iri)
        }
      case .blankNode: break
      }
    }
    for quad in quads where quad.graphName != .defaultGraph {
      guard case .namedNode(let node) = quad.subject, var record = records[node.iri] else {
        continue
      }
      records[node.iri] = nil
      switch (quad.predicate, quad.object) {
      case (RDFVocabulary.subject, let term): record.subject = term
      case (RDFVocabulary.predicate, .namedNode(let predicate)): record.predicate = predicate.iri
      case (RDFVocabulary.object, let term): record.object = term
      case (_, .tripleTerm(let triple)):
        record.subject = triple.subject.term
        record.predicate = triple.predicate.iri
        record.object = triple.object
      case (let predicate, let term): record.properties[predicate.iri] = term
      }
      records[node.iri] = record
    }
    claims = records.values.sorted { $0.node.utf8.lexicographicallyPrecedes($1.node.utf8) }
  }

  /// Every node that the default graph has statements about, sorted.
  var nodes: [String] { byNode.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// What the default graph says of a node, in the order of the file.
  func statements(about node: String) -> [Triple] { byNode[node] ?? [] }

  /// The values of a property of a node, in the order of the file.
  func values(_ predicate: NamedNode, of node: String) -> [Term] {
    statements(about: node).filter { $0.predicate == predicate }.map(\.object)
  }
}
