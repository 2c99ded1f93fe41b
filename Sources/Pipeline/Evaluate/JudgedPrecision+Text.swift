package import Diagnostics

extension JudgedPrecision {
  /// The figures for a terminal, ending with a line feed: all, the sure ones, predicates and rules with
  /// the most judged first, then the wrong claims with their reasons.
  package func text(in language: MessageLanguage) -> String {
    func say(_ english: String, _ indonesian: String) -> String {
      Message(en: english, id: indonesian).text(in: language)
    }
    let figures = [
      say("right", "benar"), say("judged", "dinilai"), say("precision", "presisi"),
      say("95 % interval", "selang 95 %"),
    ]
    var overall = FigureTable(heads: [say("Claims", "Klaim")] + figures)
    overall.add(Self.row(say("all", "semua"), all))
    overall.add(Self.row(say("confidence ≥ 0.8", "keyakinan ≥ 0,8"), sure))
    var parts = [overall.text]
    for (caption, shares) in [
      (say("Predicate", "Predikat"), predicates), (say("Rule", "Aturan"), rules),
    ] {
      var table = FigureTable(heads: [caption] + figures)
      for (name, share) in shares.sorted(by: {
        (-$0.value.judged, $0.key) < (-$1.value.judged, $1.key)
      }) {
        table.add(Self.row(name, share))
      }
      parts.append(table.text)
    }
    if !wrong.isEmpty {
      let lines = wrong.map { judgement in
        let facts = [judgement.predicate, judgement.rule].compactMap { $0 }.joined(separator: ", ")
        return "  \(judgement.id)  \(facts)"
          + (judgement.reason.isEmpty ? "" : "\n    \(judgement.reason)") + "\n"
      }
      parts.append("\(say("Wrong", "Salah")) (\(wrong.count))\n" + lines.joined())
    }
    if open > 0 {
      parts.append(say("\(open) not judged yet\n", "\(open) belum dinilai\n"))
    }
    if gone.judged > 0 {
      parts.append(
        say(
          "\(gone.judged) judged claims are no longer made, \(gone.right) of them right\n",
          "\(gone.judged) klaim yang dinilai tidak lagi dibuat, \(gone.right) di antaranya benar\n")
      )
    }
    return parts.joined(separator: "\n")
  }

  private static func row(_ name: String, _ share: Share) -> [String] {
    guard share.judged > 0 else { return [name, "0", "0", "–", "–"] }
    let interval = share.interval
    return [
      name, "\(share.right)", "\(share.judged)", FigureTable.share(share.precision),
      "\(FigureTable.share(interval.lowerBound))–\(FigureTable.share(interval.upperBound))",
    ]
  }
}
