import Diagnostics
import GraphAlgorithms

extension LineageCheck {
  /// What a build found that documents contradict each other about, and acts of which it is said
  /// that several others ended them as a whole.
  func contradictions() -> [LineageFinding] { conflicts() + severalEnds() }

  /// What documents say is done to an act, of which only one can hold.
  private func conflicts() -> [LineageFinding] {
    graph.conflicts.acts.flatMap { act in
      graph.conflicts(about: act).map { conflict in
        LineageFinding(
          kind: .contradiction, severity: .warning,
          message: message(
            {
              "\(name(act, $0)): \(taken(conflict, $0)), while other passages say that \(others(conflict, $0))"
            },
            {
              "\(name(act, $0)): \(taken(conflict, $0)), sedangkan bagian lain menyebut bahwa \(others(conflict, $0))"
            }),
          things: [act] + Self.unique(deeds(of: conflict).map(\.subject)),
          claims: Self.unique(deeds(of: conflict).flatMap(\.claims)))
      }
    }
  }

  private func deeds(of conflict: LineageConflict) -> [LineageConflict.Deed] {
    [conflict.taken].compactMap { $0 } + conflict.others
  }

  private func taken(_ conflict: LineageConflict, _ language: MessageLanguage) -> String {
    conflict.taken.map { told($0, language) }
      ?? Message(en: "nothing is taken as said", id: "tidak ada yang dipakai").text(in: language)
  }

  private func others(_ conflict: LineageConflict, _ language: MessageLanguage) -> String {
    conflict.others.map { told($0, language) }.joined(separator: "; ")
  }

  /// *UU 32/2004 repeals it*.
  private func told(_ deed: LineageConflict.Deed, _ language: MessageLanguage) -> String {
    let it = Message(en: "it", id: "peraturan itu").text(in: language)
    return "\(name(deed.subject, language)) \(verb(deed.relation, language)) \(it)"
  }

  /// Acts that several others ended as a whole.
  ///
  /// An act ends once: one of the sources is wrong, or tells of a part. The end that counts is that of
  /// ``LineageGraph/validity(of:)``. An emergency regulation and the act that made it law are one.
  /// Ends before the begin are told by ``endsBeforeBegin()``.
  private func severalEnds() -> [LineageFinding] {
    ends.indices.compactMap { act in
      guard let end = ends[act], let first = end.act else { return nil }
      var seen: Set<Int> = [first]
      let others = graph.toldEnds(of: act).filter { other in
        guard graph.mayEnd(act, at: other.date), let ending = other.act else { return false }
        return !isOne(first, ending) && seen.insert(ending).inserted
      }
      guard !others.isEmpty else { return nil }
      return LineageFinding(
        kind: .contradiction, severity: .warning,
        message: message(
          {
            "\(name(act, $0)) \(told(end, $0)), while other passages say that it \(list(others, $0))"
          },
          {
            "\(name(act, $0)) \(told(end, $0)), sedangkan bagian lain menyebut bahwa ia \(list(others, $0))"
          }),
        things: [act, first] + others.compactMap(\.act),
        claims: Self.unique(claims(of: end, ending: act) + others.flatMap(\.claims)))
    }
  }

  /// Ends that are told of acts before their begin, and therefore do not count.
  ///
  /// An act that is older than what it is said to end is told by ``ages()`` already.
  func endsBeforeBegin() -> [LineageFinding] {
    ends.indices.flatMap { act -> [LineageFinding] in
      guard graph.kinds[act] == .regulation, graph.mayHaveEnded(act) else { return [] }
      return (graph.statedEnds(of: act) + graph.toldEnds(of: act)).compactMap { end in
        guard !graph.mayEnd(act, at: end.date), !isOlder(end.act, than: act),
          let begin = date(of: act)
        else { return nil }
        return LineageFinding(
          kind: .endBeforeBegin, severity: .warning,
          message: message(
            {
              "\(name(act, $0)) is said to have \(told(end, $0)), before its begin (\(begin)); this end does not count"
            },
            {
              "\(name(act, $0)) disebut \(told(end, $0)), sebelum mulai berlaku (\(begin)); akhir ini tidak dihitung"
            }),
          things: [act] + [end.act].compactMap { $0 }, claims: claims(of: end, ending: act))
      }
    }
  }

  private func isOlder(_ other: Int?, than act: Int) -> Bool {
    guard let own = other.flatMap({ date(of: $0) }), let date = date(of: act) else { return false }
    return own.isBefore(date)
  }

  private func list(_ ends: [Validity.Bound], _ language: MessageLanguage) -> String {
    let shown = ends.prefix(3).map { told($0, language) }
    return (shown + (ends.count > 3 ? ["…"] : [])).joined(separator: "; ")
  }

  /// Whether one of two acts made the other a law.
  private func isOne(_ first: Int, _ second: Int) -> Bool {
    let edges = graph.edges(.enacts).outgoing
    return edges.slot(from: first, to: second) != nil || edges.slot(from: second, to: first) != nil
  }
}
