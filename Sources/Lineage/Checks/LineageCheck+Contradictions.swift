import Diagnostics
import GraphAlgorithms

extension LineageCheck {
  /// Acts of which it is said that several others ended them as a whole.
  ///
  /// An act ends once: one of the sources is wrong, or tells of a part. The end that counts is that of
  /// ``LineageGraph/validity(of:)``. An emergency regulation and the act that made it law are one.
  func contradictions() -> [LineageFinding] {
    ends.indices.compactMap { act in
      guard let end = ends[act], let first = end.act else { return nil }
      var seen: Set<Int> = [first]
      let others = graph.toldEnds(of: act).filter { other in
        guard let ending = other.act else { return false }
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
