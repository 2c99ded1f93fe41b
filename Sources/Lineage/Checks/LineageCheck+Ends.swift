import Diagnostics
import GraphAlgorithms
import RDF

extension LineageCheck {
  /// Agreements, programs, acts and documents that rest on an act, or cite it as in force, after it
  /// has ended.
  ///
  /// A document that itself tells of the end does not cite the act as in force.
  func citationsAfterEnd() -> [LineageFinding] {
    let told = endsTold()
    var findings: [LineageFinding] = []
    for (act, end) in ends.enumerated() {
      guard let end else { continue }
      for relation in [LineageRelation.basedOn, .implements, .cites] {
        for thing in graph.edges(relation).incoming.neighbours(of: act)
        where isAfterEnd(end, thing) {
          if relation == .cites {
            guard graph.kinds[thing] == .document,
              !told.contains(Telling(document: graph.nodeTerms[thing], act: act))
            else { continue }
          }
          findings.append(finding(thing, relation, act, end))
        }
      }
    }
    return findings
  }

  private func finding(
    _ thing: Int, _ relation: LineageRelation, _ act: Int, _ end: Validity.Bound
  ) -> LineageFinding {
    let isCitation = relation == .cites
    return LineageFinding(
      kind: .citedAfterEnd, severity: .warning,
      message: message(
        {
          "\(name(thing, $0)) \(isCitation ? "cites" : "rests on") \(name(act, $0)), which \(told(end, $0))"
        },
        {
          "\(name(thing, $0)) \(isCitation ? "mengutip" : "berdasarkan") \(name(act, $0)), yang \(told(end, $0))"
        }),
      things: [thing, act],
      claims: Self.unique(
        claims(relation, from: thing, to: act) + claims(of: end, ending: act)))
  }

  /// A document that tells that an act has ended.
  private struct Telling: Hashable {
    var document: TermDictionary.ID
    var act: Int
  }

  private func endsTold() -> Set<Telling> {
    var told: Set<Telling> = []
    for relation in [LineageRelation.repeals, .replaces] {
      let edges = graph.edges(relation).outgoing
      for subject in 0..<graph.count {
        for slot in edges.row(subject) {
          for claim in graph.evidence(relation, slot: slot) {
            told.insert(
              Telling(
                document: graph.claims.documents[claim], act: Int(edges.neighbours[slot])))
          }
        }
      }
    }
    return told
  }

  /// Acts in force that rest on one that has ended and are cited after that, each with the nearest
  /// such root.
  func endedRoots() -> [LineageFinding] {
    var rootOf = [Int](repeating: -1, count: graph.count)
    var reached: [Int] = []
    for act in 0..<graph.count where ends[act] != nil {
      rootOf[act] = act
      reached.append(act)
    }
    var head = 0
    while head < reached.count {
      let act = reached[head]
      head += 1
      for relation in [LineageRelation.implements, .basedOn] {
        for other in graph.edges(relation).incoming.neighbours(of: act)
        where rootOf[other] < 0 && graph.kinds[other] == .regulation {
          rootOf[other] = rootOf[act]
          reached.append(other)
        }
      }
    }
    return reached.filter { rootOf[$0] != $0 }.sorted().compactMap { act in
      ends[rootOf[act]].flatMap { finding(act, on: rootOf[act], $0) }
    }
  }

  private func finding(_ act: Int, on root: Int, _ end: Validity.Bound) -> LineageFinding? {
    guard act != end.act else { return nil }
    var citing: [Int] = []
    var behind: [Int] = []
    for relation in [LineageRelation.basedOn, .cites] {
      for thing in graph.edges(relation).incoming.neighbours(of: act)
      where graph.kinds[thing] != .regulation && isAfterEnd(end, thing) {
        citing.append(thing)
        behind += claims(relation, from: thing, to: act)
      }
    }
    guard !citing.isEmpty else { return nil }
    var claims: [Int] = []
    for relation in [LineageRelation.implements, .basedOn] {
      claims += self.claims(relation, from: act, to: root)
    }
    func names(_ language: MessageLanguage) -> String {
      let shown = Set(citing).sorted().prefix(3).map { name($0, language) }
      return (shown + (Set(citing).count > 3 ? ["…"] : [])).joined(separator: "; ")
    }
    return LineageFinding(
      kind: .endedRoot, severity: .warning,
      message: message(
        {
          "\(name(act, $0)) rests on \(name(root, $0)), which \(told(end, $0)), and is still cited by \(names($0))"
        },
        {
          "\(name(act, $0)) bersandar pada \(name(root, $0)), yang \(told(end, $0)), dan masih dikutip oleh \(names($0))"
        }),
      things: [act, root] + Set(citing).sorted(),
      claims: Self.unique(claims + self.claims(of: end, ending: root) + behind))
  }
}
