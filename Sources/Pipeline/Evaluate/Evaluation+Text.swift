internal import Claims
import Diagnostics
import Foundation

extension Evaluation {
  /// The form of an evaluation.
  package enum Form: String, Sendable, CaseIterable {
    case text
    case json
    case markdown
  }

  /// The evaluation in a form, ending with a line feed.
  ///
  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  package func rendered(as form: Form, _ view: EvaluationView) throws -> String {
    switch form {
    case .text: text(view)
    case .markdown: markdown(view)
    case .json: try json(view)
    }
  }

  /// The evaluation for a terminal.
  private func text(_ view: EvaluationView) -> String {
    var parts = tables(view).map(\.table.text)
    if view.showsCalibration {
      parts.append(calibrationTable(view).text + calibrationLine(view) + "\n")
    }
    for (caption, findings) in lists(view) {
      var part = "\(caption)\n"
      for finding in findings {
        part += "  \(finding.document)  \(finding.name)  \(finding.statement)\n"
        if let passage = finding.passage { part += "    “\(passage)”\n" }
        let facts = facts(of: finding, view)
        if !facts.isEmpty { part += "    \(facts.joined(separator: ", "))\n" }
      }
      parts.append(part)
    }
    return parts.joined(separator: "\n")
  }

  private func markdown(_ view: EvaluationView) -> String {
    var parts = tables(view).map { "## \($0.caption)\n\n\($0.table.markdown)" }
    if view.showsCalibration {
      parts.append(
        "## \(view.text("Calibration", "Kalibrasi"))\n\n\(calibrationTable(view).markdown)\n"
          + "\(calibrationLine(view))\n")
    }
    for (caption, findings) in lists(view) {
      var part = "## \(caption)\n\n"
      for finding in findings {
        let facts = facts(of: finding, view)
        part +=
          "- \(finding.document): **\(finding.name)** "
          + MarkdownText.escaped(finding.statement)
          + (facts.isEmpty ? "" : " (\(MarkdownText.escaped(facts.joined(separator: ", "))))")
          + "\n"
        if let passage = finding.passage { part += "  > \(MarkdownText.escaped(passage))\n" }
      }
      parts.append(part)
    }
    return parts.joined(separator: "\n")
  }

  // MARK: Pieces of both

  private func tables(_ view: EvaluationView) -> [(caption: String, table: FigureTable)] {
    var tables: [(caption: String, table: FigureTable)] = []
    let entityRows = entities.map { ($0.key.rawValue, $0.value) }
      .filter { view.shows(entityClass: $0.0) }
    let relationRows = relations.map { ($0.key.rawValue, $0.value) }
      .filter { view.shows(predicate: $0.0) }
    let isFiltered = !(view.classes.isEmpty && view.predicates.isEmpty)
    if !isFiltered || !view.classes.isEmpty {
      let caption = view.text("Entities", "Entitas")
      tables.append(
        (caption, table(caption, entityRows, sums: isFiltered ? [] : [("MICRO", allEntities)])))
    }
    if !isFiltered || !view.predicates.isEmpty {
      let caption = view.text("Relations", "Relasi")
      let sums = [("MICRO", allRelations), ("SOLID", solid)]
      tables.append((caption, table(caption, relationRows, sums: isFiltered ? [] : sums)))
    }
    if documents.count > 1, !isFiltered {
      let caption = view.text("Documents", "Dokumen")
      var table = FigureTable(heads: [
        caption, view.text("entities F1", "F1 entitas"), view.text("relations F1", "F1 relasi"),
        view.text("solid F1", "F1 solid"),
      ])
      for document in documents {
        table.add(
          [document.name]
            + [document.entities, document.relations, document.solid].map {
              FigureTable.share($0.f1)
            })
      }
      tables.append((caption, table))
    }
    return tables
  }

  /// Rows with the most first, the sums last.
  private func table(
    _ caption: String, _ rows: [(String, Tally)], sums: [(String, Tally)]
  ) -> FigureTable {
    var table = FigureTable(heads: [caption, "P", "R", "F1", "TP", "FP", "FN"])
    for (name, tally) in rows.sorted(by: { (-$0.1.total, $0.0) < (-$1.1.total, $1.0) }) + sums {
      table.add(
        [name] + [tally.precision, tally.recall, tally.f1].map(FigureTable.share)
          + [tally.hits, tally.falseAlarms, tally.misses].map(String.init))
    }
    return table
  }

  private func calibrationTable(_ view: EvaluationView) -> FigureTable {
    var table = FigureTable(heads: [
      view.text("Confidence", "Keyakinan"), view.text("claims", "klaim"),
      view.text("right", "benar"), view.text("share", "bagian"), view.text("mean", "rata-rata"),
    ])
    for bucket in calibration.buckets {
      func ends(_ value: Int) -> String { String(format: "%.1f", Double(value) / 100) }
      table.add(
        ["\(ends(bucket.from))–\(ends(bucket.to))", "\(bucket.claims)", "\(bucket.right)"]
          + (bucket.claims > 0
            ? [FigureTable.share(bucket.share), FigureTable.share(bucket.meanConfidence)]
            : ["–", "–"]))
    }
    return table
  }

  private func calibrationLine(_ view: EvaluationView) -> String {
    view.text("expected calibration error", "galat kalibrasi harapan")
      + " \(FigureTable.share(calibration.error))"
  }

  private func lists(_ view: EvaluationView) -> [(caption: String, findings: [Finding])] {
    [
      (Finding.Kind.miss, view.text("Misses", "Terlewat")),
      (Finding.Kind.falseAlarm, view.text("False alarms", "Salah temu")),
    ].compactMap { kind, caption in
      let findings = view.findings(of: self, kind)
      return findings.isEmpty ? nil : ("\(caption) (\(findings.count))", findings)
    }
  }

  private func facts(of finding: Finding, _ view: EvaluationView) -> [String] {
    var facts: [String] = []
    if let rule = finding.rule { facts.append("\(view.text("rule", "aturan")) \(rule)") }
    if let confidence = finding.confidence {
      facts.append(
        "\(view.text("confidence", "keyakinan")) \(String(format: "%.2f", confidence))")
    }
    if let hint = finding.hint { facts.append(hint.text(in: view.language)) }
    return facts
  }
}

extension Finding {
  /// The class or predicate that it is about.
  var name: String {
    switch matter {
    case .entity(let name), .relation(let name): name
    }
  }
}
