import Claims
import Diagnostics
import DomainPack
import Resolution

extension Report {
  /// The picture of the graph, where a build writes one, and how many agreements each year saw.
  mutating func writePictures() {
    if let picture {
      out.paragraph(
        "![\(say("The things and how they are related", "Entitas dan hubungannya"))](\(picture))")
    }
    var counts: [Int: Int] = [:]
    for agreement in index.entities(of: .agreement) {
      for year in Set(index.facts(of: agreement, "signedOn").compactMap(year)) {
        counts[year, default: 0] += 1
      }
    }
    // One bar is no picture.
    guard let first = counts.keys.min(), let last = counts.keys.max(), first < last else { return }
    // Years without agreements are told too, where they are not most of the picture.
    let years = last - first < 60 ? Array(first...last) : counts.keys.sorted()
    let most = counts.values.max() ?? 0
    out.code(
      """
      xychart-beta
        title "\(say("Agreements by year of signing", "Perjanjian menurut tahun penandatanganan"))"
        x-axis [\(years.map(String.init).joined(separator: ", "))]
        y-axis "\(say("Agreements", "Perjanjian"))" 0 --> \(most)
        bar [\(years.map { "\(counts[$0] ?? 0)" }.joined(separator: ", "))]
      """, language: "mermaid")
  }

  /// How the regulations act upon each other, where so few do that a picture stays readable.
  mutating func writeRegulationPicture() {
    var arrows: [Arrow] = []
    for act in index.entities(of: .regulation) {
      for fact in index.facts(of: act, "amends", "repeals", "replaces", "implements") {
        guard let end = entity(fact) else { continue }
        arrows.append(Arrow(start: act, end: end, predicate: fact.predicate))
      }
    }
    guard !arrows.isEmpty, arrows.count <= Self.mostArrows else { return }
    var lines = ["flowchart LR"]
    for act in Set(arrows.flatMap { [$0.start, $0.end] }).sorted() {
      lines.append("  r\(act)[\"\(Self.mermaid(plainName(act)))\"]")
    }
    for arrow in arrows {
      let label = vocabulary.description(of: arrow.predicate)?.label
      let text = Self.mermaid(label.map(caption) ?? arrow.predicate.rawValue)
      lines.append("  r\(arrow.start) -->|\"\(text)\"| r\(arrow.end)")
    }
    out.code(lines.joined(separator: "\n"), language: "mermaid")
  }

  private struct Arrow {
    var start: Int
    var end: Int
    var predicate: Predicate
  }

  /// Arrows up to which a person still follows them.
  private static let mostArrows = 40

  private func year(_ fact: Fact) -> Int? {
    guard case .value(let value, _) = fact.object else { return nil }
    return Int(value.prefix(4))
  }

  /// A text within quotation marks as Mermaid takes it: what it would take as a mark stands as a
  /// numbered character.
  private static func mermaid(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "/", "(", ")": String(scalar)
      case _ where scalar.value > 0xA0: String(scalar)
      default: "#\(scalar.value);"
      }
    }.joined()
  }
}
