import Diagnostics
import Lineage
import Resolution

extension Report {
  /// What does not fit together among the regulations, with the passages; nothing where nobody
  /// looked.
  mutating func writeLineageFindings() {
    guard let lineage else { return }
    let findings = LineageCheck(lineage, vocabulary: vocabulary).findings()
    section(
      "What does not fit together among the regulations", "Kejanggalan di antara peraturan",
      isEmpty: findings.isEmpty)
    let warnings = findings.filter { $0.severity > .note }
    if !warnings.isEmpty {
      out.table(
        [say("Finding", "Temuan"), say("Passages", "Kutipan")],
        warnings.map { finding in
          [
            MarkdownText.escaped(finding.message.text(in: language)),
            finding.claims.isEmpty
              ? say("by the domain pack", "menurut paket domain")
              : finding.claims.map { passage($0, in: lineage) }.joined(separator: "<br>"),
          ]
        })
    }
    let gaps = findings.filter { $0.kind == .gap }
    guard !gaps.isEmpty else { return }
    let names = gaps.compactMap(\.things.first).map { act in
      MarkdownText.escaped(lineage.shortName(of: act, in: language))
    }
    out.paragraph(
      say(
        "Cited, but in no document and not in the table of known regulations",
        "Dikutip, tetapi tidak ada dalam dokumen maupun tabel peraturan yang dikenal")
        + ": \(names.joined(separator: "; ")).")
  }

  /// The words behind a claim, shortened, with the number of their document.
  private func passage(_ claim: Int, in lineage: LineageGraph) -> String {
    let source = lineage.source(claim, in: language)
    let numbers = graph.documents.indices.filter {
      source.document.hasSuffix("/\(graph.entities[graph.documents[$0].entity].path)")
    }
    return "\(MarkdownText.quotation(source.quote)) \(sources(numbers))"
  }
}
