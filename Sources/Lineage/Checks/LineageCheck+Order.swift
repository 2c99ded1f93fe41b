import Diagnostics
import DomainPack
import GraphAlgorithms

extension LineageCheck {
  /// Every relation between two acts, in order of the acts.
  private func relations(
    _ relations: [LineageRelation]
  ) -> [(subject: Int, relation: LineageRelation, object: Int)] {
    var found: [(Int, LineageRelation, Int)] = []
    for subject in 0..<graph.count where graph.kinds[subject] == .regulation {
      for relation in relations {
        for object in graph.edges(relation).outgoing.neighbours(of: subject) {
          found.append((subject, relation, object))
        }
      }
    }
    return found
  }

  /// Acts that rest on one that ranks below them.
  func ranks() -> [LineageFinding] {
    let ranks = (0..<graph.count).map(graph.rank)
    return relations([.implements, .basedOn]).compactMap { subject, relation, object in
      guard let own = ranks[subject], let other = ranks[object], other > own else { return nil }
      return LineageFinding(
        kind: .restsOnLower, severity: .warning,
        message: message(
          {
            "\(name(subject, $0)) (rank \(own)) rests on \(name(object, $0)), which ranks below it (\(other))"
          },
          {
            "\(name(subject, $0)) (peringkat \(own)) berdasarkan \(name(object, $0)), yang peringkatnya lebih rendah (\(other))"
          }),
        things: [subject, object], claims: claims(relation, from: subject, to: object))
    }
  }

  /// Acts that rest on a younger one, or do something to one.
  func ages() -> [LineageFinding] {
    relations(LineageRelation.ofDescent).compactMap { subject, relation, object in
      guard subject != object, let own = date(of: subject), let other = date(of: object),
        own.isBefore(other)
      else { return nil }
      return LineageFinding(
        kind: .restsOnLater, severity: .warning,
        message: message(
          {
            "\(name(subject, $0)) (\(own)) \(verb(relation, $0)) \(name(object, $0)), which is younger (\(other))"
          },
          {
            "\(name(subject, $0)) (\(own)) \(verb(relation, $0)) \(name(object, $0)), yang lebih muda (\(other))"
          }),
        things: [subject, object], claims: claims(relation, from: subject, to: object))
    }
  }

  /// Acts that rest on each other in a circle: of each such part a shortest circle through its first
  /// act.
  func cycles() -> [LineageFinding] {
    let all = relations(LineageRelation.ofDescent)
    let union = DirectedGraph(
      nodeCount: graph.count, sources: all.map { Int32($0.subject) },
      targets: all.map { Int32($0.object) })
    let components = StronglyConnectedComponents(of: union)
    var circles = components.cycles.map { circle(within: $0, of: components, union) }
    circles += (0..<graph.count).filter { union.outgoing.slot(from: $0, to: $0) != nil }.map {
      [$0]
    }
    return circles.sorted { $0[0] < $1[0] }.map { circle in
      let pairs = zip(circle, circle.dropFirst() + [circle[0]])
      let claims = pairs.flatMap { from, to in
        LineageRelation.ofDescent.flatMap { self.claims($0, from: from, to: to) }
      }
      func names(_ language: MessageLanguage) -> String {
        let shown = circle.prefix(8).map { name($0, language) }
        let more = circle.count > 8 ? ["…"] : []
        return (shown + more + [name(circle[0], language)]).joined(separator: " → ")
      }
      return LineageFinding(
        kind: .cycle, severity: .warning,
        message: message(
          { "regulations rest on each other in a circle: \(names($0))" },
          { "peraturan saling bersandar dalam lingkaran: \(names($0))" }),
        things: circle, claims: Self.unique(claims))
    }
  }

  /// A shortest circle through the first of some acts, all of which lead to each other.
  private func circle(
    within acts: [Int], of components: StronglyConnectedComponents, _ union: DirectedGraph
  ) -> [Int] {
    let start = acts[0]
    let component = components.componentOfNode[start]
    var before = [start: start]
    var pending = [start]
    var head = 0
    while head < pending.count {
      let act = pending[head]
      head += 1
      for other in union.outgoing.neighbours(of: act)
      where components.componentOfNode[other] == component {
        if other == start, act != start {
          var circle = [act]
          while let last = circle.last, last != start, let earlier = before[last] {
            circle.append(earlier)
          }
          return circle.reversed()
        }
        if before[other] == nil {
          before[other] = act
          pending.append(other)
        }
      }
    }
    return acts
  }

  /// Acts of the data that are in no document and not in the table of known acts.
  func gaps() -> [LineageFinding] {
    (0..<graph.count).compactMap { act in
      guard graph.kinds[act] == .regulation, graph.isInData[act], graph.knownPlaces[act] < 0,
        !graph.edges(.about).incoming.neighbours(of: act).contains(where: { graph.textsOfActs[$0] })
      else { return nil }
      var claims: [Int] = []
      for relation in LineageRelation.ofDescent + [.cites] {
        for thing in graph.edges(relation).incoming.neighbours(of: act).prefix(3) {
          claims += self.claims(relation, from: thing, to: act).prefix(1)
        }
      }
      return LineageFinding(
        kind: .gap, severity: .note,
        message: message(
          {
            "\(name(act, $0)) is cited, but is in no document and not in the table of known regulations"
          },
          {
            "\(name(act, $0)) dikutip, tetapi tidak ada dalam dokumen maupun tabel peraturan yang dikenal"
          }),
        things: [act], claims: Self.unique(claims))
    }
  }
}
