import Claims
public import Diagnostics
import Mapping
import RDF

/// Answers what stands behind a thing or a statement of a graph that a build has written.
///
/// ```swift
/// let explainer = try Explainer(path: "exports/graph.nq", language: .english)
/// for explanation in explainer.explain("Bandung") { print(explanation.text(in: .english)) }
/// ```
public struct Explainer {
  private let graph: GraphFile
  private let language: MessageLanguage
  private static let altLabel = NamedNode(
    unchecked: "http://www.w3.org/2004/02/skos/core#altLabel")
  private static let derivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom"

  /// Reads the N-Quads of a build, or a snapshot of them; labels come in the language where the graph
  /// has them.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or is neither.
  public init(path: String, language: MessageLanguage) throws(PipelineError) {
    self.init(graph: try GraphFile(path: path), language: language)
  }

  init(graph: GraphFile, language: MessageLanguage) {
    self.graph = graph
    self.language = language
  }

  /// What stands behind everything that a text names: an IRI, the end of one (`city/id/bandung`), a
  /// name in any capitals, a regulation key (`UU/1999/22`), or a claim (its sixteen digits).
  ///
  /// - Parameters:
  ///   - text: what names the thing.
  ///   - predicate: local name or IRI, to ask for these statements only.
  ///   - object: a thing by any of the ways above, or a value; the other end of the statement.
  /// - Returns: one explanation for each thing so named, in order of their IRIs; empty if none is,
  ///   or nothing is said that was asked for.
  public func explain(
    _ text: String, predicate: String? = nil, object: String? = nil
  ) -> [Explanation] {
    if let claim = graph.claims.first(where: { $0.node == text || lastPart($0.node) == text }) {
      return explain(claim: claim)
    }
    let others = object.map { Set(nodes(named: $0)) }
    return nodes(named: text).compactMap { node in
      var explanation = self.explanation(of: node)
      if let predicate {
        let asked = predicate.hasPrefix("smp:") ? String(predicate.dropFirst(4)) : predicate
        explanation.statements.removeAll {
          $0.predicate != asked && SMP.namespace + $0.predicate != asked
        }
        explanation.conflicts.removeAll { conflict in
          !conflict.claims.contains {
            $0.predicate == asked || SMP.namespace + $0.predicate == asked
          }
        }
      }
      if let object, let others {
        explanation.statements.removeAll { statement in
          let end: Explanation.End =
            statement.subject.iri == node ? statement.object : .thing(statement.subject)
          switch end {
          case .thing(let thing): return !others.contains(thing.iri)
          case .value(let value): return value != object
          }
        }
      }
      let isEmpty = explanation.statements.isEmpty && explanation.conflicts.isEmpty
      return isEmpty && (predicate != nil || object != nil) ? nil : explanation
    }
  }

  // MARK: Finding

  private func nodes(named text: String) -> [String] {
    let all = graph.nodes
    if all.contains(text) { return [text] }
    let ending = "/\(text)"
    let byPath = all.filter { $0.hasSuffix(ending) }
    if !byPath.isEmpty, text.contains("/") { return byPath }
    let folded = Slug.folded(text)
    return all.filter { node in
      graph.statements(about: node).contains { triple in
        guard let literal = triple.object.literal else { return false }
        if triple.predicate == SMP.regulationKey { return literal.lexicalForm == text }
        guard triple.predicate == RDFS.label || triple.predicate == Self.altLabel else {
          return false
        }
        return Slug.folded(literal.lexicalForm) == folded
      }
    }
  }

  private func explain(claim: GraphFile.ClaimRecord) -> [Explanation] {
    guard let statement = statement(of: [claim], isFact: isFact(claim)) else { return [] }
    let conflicts = conflicts { $0 == claim.node }
    return [
      Explanation(
        thing: Explanation.Thing(iri: claim.node, type: "Claim", label: lastPart(claim.node)),
        names: [], statements: [statement], conflicts: conflicts)
    ]
  }

  // MARK: Explaining

  private struct StatementKey: Hashable {
    var subject: Term
    var predicate: String
    var object: Term
    var turned: StatementKey {
      StatementKey(subject: object, predicate: predicate, object: subject)
    }
  }

  private func explanation(of node: String) -> Explanation {
    var claimsOf: [StatementKey: [GraphFile.ClaimRecord]] = [:]
    for claim in graph.claims {
      guard let key = key(of: claim),
        [key.subject, key.object].contains(where: { $0.namedNode?.iri == node })
      else { continue }
      claimsOf[key, default: []].append(claim)
    }
    let derived = Set(
      graph.statements(about: node).filter { $0.predicate.iri == Self.derivedFrom }
        .compactMap { $0.object.namedNode?.iri })
    var statements: [Explanation.Statement] = []
    var explained: Set<StatementKey> = []
    for fact in graph.facts {
      let isSubject = fact.subject.term.namedNode?.iri == node
      guard isSubject || fact.object.namedNode?.iri == node,
        fact.predicate.iri.hasPrefix(SMP.namespace), fact.predicate != SMP.conflictClaim
      else { continue }
      var key = StatementKey(
        subject: fact.subject.term, predicate: fact.predicate.iri, object: fact.object)
      // A symmetric fact is written both ways, and claimed one way or the other.
      if claimsOf[key] == nil, claimsOf[key.turned] != nil { key = key.turned }
      guard explained.insert(key).inserted else { continue }
      let claims = claimsOf[key] ?? graph.claims.filter { derived.contains($0.node) && isSubject }
      if let statement = statement(key, claims, isFact: true) { statements.append(statement) }
    }
    for (key, claims) in claimsOf where !explained.contains(key) {
      if let statement = statement(key, claims, isFact: false) { statements.append(statement) }
    }
    statements.sort { order($0) < order($1) }
    let thing = thing(node)
    let names = Set(
      (graph.values(RDFS.label, of: node) + graph.values(Self.altLabel, of: node))
        .compactMap { $0.literal?.lexicalForm }
    ).subtracting([thing.label])
    let concerned = Set(claimsOf.values.joined().map(\.node))
    return Explanation(
      thing: thing, names: names.sorted(), statements: statements,
      conflicts: conflicts(concerning: concerned.contains))
  }

  private func order(_ statement: Explanation.Statement) -> (Int, String, String, String) {
    (
      statement.isFact ? statement.sources.isEmpty ? 1 : 0 : 2, statement.predicate,
      statement.subject.iri, statement.object.text
    )
  }

  private func conflicts(concerning isConcerned: (String) -> Bool) -> [Explanation.Conflict] {
    graph.nodes.compactMap { node in
      guard graph.values(RDFVocabulary.type, of: node).contains(.namedNode(SMP.conflict)) else {
        return nil
      }
      let members = graph.values(SMP.conflictClaim, of: node).compactMap { $0.namedNode?.iri }
      guard members.contains(where: isConcerned),
        let chosen = graph.values(SMP.chosenClaim, of: node).first?.namedNode?.iri
      else { return nil }
      let claims = graph.claims.filter { members.contains($0.node) }
      return Explanation.Conflict(
        iri: node, label: thing(node).label, chosen: chosen,
        claims: claims.filter { $0.node == chosen }.compactMap { statement(of: [$0], isFact: true) }
          + claims.filter { $0.node != chosen }
          .compactMap { statement(of: [$0], isFact: isFact($0)) })
    }
  }

  // MARK: Parts

  private func key(of claim: GraphFile.ClaimRecord) -> StatementKey? {
    guard let subject = claim.subject, let predicate = claim.predicate, let object = claim.object
    else { return nil }
    return StatementKey(subject: subject, predicate: predicate, object: object)
  }

  private func isFact(_ claim: GraphFile.ClaimRecord) -> Bool {
    graph.facts.contains {
      $0.subject.term == claim.subject && $0.predicate.iri == claim.predicate
        && $0.object == claim.object
    }
  }

  private func statement(
    of claims: [GraphFile.ClaimRecord], isFact: Bool
  ) -> Explanation.Statement? {
    claims.first.flatMap(key(of:)).flatMap { statement($0, claims, isFact: isFact) }
  }

  private func statement(
    _ key: StatementKey, _ claims: [GraphFile.ClaimRecord], isFact: Bool
  ) -> Explanation.Statement? {
    guard let subject = key.subject.namedNode else { return nil }
    return Explanation.Statement(
      subject: thing(subject.iri), predicate: localName(key.predicate), object: end(key.object),
      isFact: isFact,
      sources: claims.map(source).sorted {
        ($1.confidence, $0.claim) < ($0.confidence, $1.claim)
      })
  }

  private func source(_ claim: GraphFile.ClaimRecord) -> Explanation.Source {
    func text(_ property: NamedNode) -> String? {
      switch claim.properties[property.iri] {
      case .literal(let literal): literal.lexicalForm
      case .namedNode(let node): node.iri
      case .blankNode, .tripleTerm, nil: nil
      }
    }
    let passage = text(SMP.fromPassage) ?? ""
    return Explanation.Source(
      claim: claim.node, document: thing(claim.graph),
      fileName: graph.values(SMP.fileName, of: claim.graph).first?.literal?.lexicalForm,
      quote: text(SMP.quote) ?? "", passage: passage,
      page: graph.pages[passage]?.literal.flatMap { Int($0.lexicalForm) },
      rule: text(SMP.rule) ?? "", confidence: text(SMP.confidence).flatMap(Double.init) ?? 0,
      status: text(SMP.status).map(localName), modality: text(SMP.modality),
      period: text(SMP.period), within: text(SMP.within).map(thing))
  }

  private func end(_ term: Term) -> Explanation.End {
    switch term {
    case .namedNode(let node): .thing(thing(node.iri))
    case .literal(let literal): .value(literal.lexicalForm)
    case .blankNode(let node): .value("_:\(node.label)")
    case .tripleTerm(let triple): .value("\(triple)")
    }
  }

  private func thing(_ iri: String) -> Explanation.Thing {
    let labels = graph.values(RDFS.label, of: iri).compactMap(\.literal)
    let label = labels.first { $0.language == language.rawValue } ?? labels.first
    let types = graph.values(RDFVocabulary.type, of: iri).compactMap { $0.namedNode?.iri }
    return Explanation.Thing(
      iri: iri,
      type: types.first { $0.hasPrefix(SMP.namespace) }.map(localName),
      label: label?.lexicalForm ?? lastPart(iri))
  }

  private func localName(_ iri: String) -> String {
    iri.hasPrefix(SMP.namespace) ? String(iri.dropFirst(SMP.namespace.count)) : iri
  }

  private func lastPart(_ iri: String) -> String {
    iri.split(separator: "/").last.map(String.init) ?? iri
  }
}
