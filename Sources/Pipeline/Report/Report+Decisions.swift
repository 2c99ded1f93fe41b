import Claims
import Diagnostics
import DomainPack
import Resolution

extension Report {
  /// What people decided, and what became of it; nothing where there is no file of decisions.
  mutating func writeDecisions() {
    guard let decisions else { return }
    section("Decisions by people", "Keputusan orang", isEmpty: decisions.isEmpty)
    guard !decisions.isEmpty else { return }
    let idle = decisions.count(where: \.isWithoutEffect)
    out.paragraph(
      say(
        "\(decisions.count - idle) applied, \(idle) without effect.",
        "\(decisions.count - idle) diterapkan, \(idle) tidak berpengaruh."))
    let rows = decisions.map { outcome in
      let decision = outcome.decision
      return [
        MarkdownText.escaped("\(FileSystem.name(of: decision.file)):\(decision.position.line + 1)"),
        MarkdownText.escaped(told(decision.action)), MarkdownText.escaped(decision.by ?? "–"),
        decision.on ?? "–", MarkdownText.escaped(namesDecidedThings ? decision.note ?? "–" : "–"),
        effect(of: outcome),
      ]
    }
    out.table(
      [
        say("Place", "Letak"), say("Decision", "Keputusan"), say("By", "Oleh"), say("On", "Pada"),
        say("Note", "Catatan"), say("Effect", "Pengaruh"),
      ], rows)
  }

  private func effect(of outcome: DecisionOutcome) -> String {
    switch outcome.effect {
    case .applied: return say("applied", "diterapkan")
    case .none(let reason, _):
      let text = say("**none**", "**tidak ada**")
      return namesDecidedThings
        ? "\(text): \(MarkdownText.escaped(reason.text(in: language)))" : text
    }
  }

  private func told(_ action: Decision.Action) -> String {
    func names(_ things: [ThingName]) -> String { things.map(\.text).joined(separator: " = ") }
    let (kind, about): (String, String)
    switch action {
    case .merge(let things, _): (kind, about) = (say("one thing", "satu entitas"), names(things))
    case .distinct(let things):
      kind = say("different things", "entitas berbeda")
      about = things.map(\.text).joined(separator: " ≠ ")
    case .split(let split):
      kind = say("another thing", "entitas lain")
      about =
        "“\(split.name)” (\(split.document))"
        + ([split.meaning?.text, split.label, split.key].compactMap { $0 }.first.map { " = \($0)" }
          ?? "")
    case .correctThing(let thing, _):
      (kind, about) = (say("corrected", "dibetulkan"), thing.text)
    case .correctClaim(let claim, _):
      (kind, about) = (say("corrected", "dibetulkan"), told(claim))
    case .rejectThing(let thing): (kind, about) = (say("rejected", "ditolak"), thing.text)
    case .rejectClaim(let claim): (kind, about) = (say("rejected", "ditolak"), told(claim))
    case .confirmThing(let thing): (kind, about) = (say("confirmed", "dibenarkan"), thing.text)
    case .confirmClaim(let claim): (kind, about) = (say("confirmed", "dibenarkan"), told(claim))
    }
    return namesDecidedThings ? "\(kind): \(about)" : kind
  }

  private func told(_ claim: ClaimSelector) -> String {
    let pattern = [claim.subject?.text, claim.predicate?.rawValue, claim.object?.text]
      .compactMap { $0 }
    let document = claim.document.map { " (\($0))" } ?? ""
    return pattern.isEmpty ? claim.id ?? "" : pattern.joined(separator: " ") + document
  }
}
