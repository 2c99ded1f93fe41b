import DomainPack
import RDF

/// Edges that stand for things: a gift as giver → tool → receiver.
///
/// Where facts join the same two nodes already, they carry what is said of the thing, and no edge is
/// added.
struct Contraction {
  private typealias ID = TermDictionary.ID
  private typealias Triple = ProjectionRun.Triple

  /// An edge for a thing.
  private struct Wish {
    var thing: ID
    var source: ID
    var target: ID
    /// The predicates of which either may join the two already; the first one is the wished for.
    var predicates: [ID]
  }

  private struct Ends: Hashable {
    var source: ID
    var target: ID
  }

  private var wishes: [Wish] = []
  /// What is said of each thing in values.
  private var values: [ID: [(predicate: ID, value: ID)]] = [:]
  /// Edges that no fact stands for.
  private(set) var newEdges: [ProjectionRun.Triple] = []

  var isEmpty: Bool { wishes.isEmpty }

  /// The edges for the contracted things of a run.
  init(_ run: ProjectionRun) {
    guard !run.contractedPile.isEmpty else { return }
    let rules = run.style.contractions
    var things: [ID: [Triple]] = [:]
    for triple in run.contractedPile { things[triple.subject, default: []].append(triple) }
    let type = run.terms.id(ofIRI: RDFVocabulary.type.iri)
    let status = run.terms.id(ofIRI: ClaimTerms.status)
    let naming = Set(ClaimTerms.naming.compactMap { run.terms.id(ofIRI: $0) })
    for (thing, triples) in things {
      let classes = triples.filter { $0.predicate == type }.map { run.terms.text(of: $0.object) }
      let isPlanned = triples.contains { triple in
        triple.predicate == status
          && run.style.dashedStatuses.contains(run.terms.text(of: triple.object).localName)
      }
      for rule in Set(classes).sorted(by: { $0.precedesInUTF8($1) }).flatMap({ rules[$0] ?? [] }) {
        addWishes(of: thing, rule, triples, isPlanned: isPlanned, in: run)
      }
      let ends = Set(
        classes.flatMap { rules[$0] ?? [] }.flatMap { [$0.from, $0.to] }
          .compactMap { run.terms.id(ofIRI: $0) })
      values[thing] =
        triples.filter { triple in
          triple.predicate != type && !ends.contains(triple.predicate)
            && !naming.contains(triple.predicate)
        }.map { ($0.predicate, $0.object) }
    }
    addEdges(beside: run.edgePile)
  }

  private mutating func addWishes(
    of thing: ID, _ rule: GraphStyle.Contraction, _ triples: [Triple], isPlanned: Bool,
    in run: ProjectionRun
  ) {
    guard let from = run.terms.id(ofIRI: rule.from), let to = run.terms.id(ofIRI: rule.to) else {
      return
    }
    let wished = isPlanned ? rule.planned ?? rule.edge : rule.edge
    let predicates = ([wished, rule.edge] + [rule.planned].compactMap(\.self))
      .compactMap { run.terms.id(ofIRI: $0) }
    guard !predicates.isEmpty else { return }
    for source in triples where source.predicate == from {
      for target in triples where target.predicate == to {
        guard run.nodeOf[Int(source.object)] != ProjectionRun.none,
          run.nodeOf[Int(target.object)] != ProjectionRun.none
        else { continue }
        wishes.append(
          Wish(
            thing: thing, source: source.object, target: target.object, predicates: predicates))
      }
    }
  }

  private mutating func addEdges(beside facts: [ProjectionRun.Triple]) {
    var joined: [Ends: Set<ID>] = [:]
    for wish in wishes { joined[Ends(source: wish.source, target: wish.target)] = [] }
    for fact in facts {
      joined[Ends(source: fact.subject, target: fact.object)]?.insert(fact.predicate)
    }
    var added: Set<Triple> = []
    for wish in wishes {
      let known = joined[Ends(source: wish.source, target: wish.target)] ?? []
      guard known.isDisjoint(with: wish.predicates) else { continue }
      let edge = Triple(
        subject: wish.source, predicate: wish.predicates[0], object: wish.target)
      if added.insert(edge).inserted { newEdges.append(edge) }
    }
  }

  /// What is said of the things, as attributes of their edges.
  func attributes(
    of graph: PropertyGraph, _ nodeOf: [UInt32], _ predicateOf: [Int32], _ terms: TermDictionary
  ) -> AttributeColumns {
    let index = EdgeIndex(graph.edges, nodeCount: graph.nodes.count)
    var keys = AttributeKeys(terms: terms)
    var pile: [Int: [(key: Int, value: TermDictionary.ID)]] = [:]
    for wish in wishes {
      let (source, target) = (
        Int32(nodeOf[Int(wish.source)]), Int32(nodeOf[Int(wish.target)])
      )
      let edges = Set(wish.predicates).compactMap { predicate in
        index.place(of: source, predicateOf[Int(predicate)], target, in: graph.edges)
      }
      for edge in edges {
        pile[edge, default: []] += (values[wish.thing] ?? []).map { entry in
          (keys.key(predicate: entry.predicate, value: entry.value), entry.value)
        }
      }
    }
    let ranks = keys.ranks()
    var builder = AttributeBuilder()
    for edge in graph.edges.indices {
      builder.beginRow()
      for entry in pile[edge] ?? [] { builder.add(key: ranks[entry.key], value: entry.value) }
      _ = builder.endRow(in: terms)
    }
    var columns = builder.columns
    columns.keys = keys.inOrder
    return columns
  }
}
