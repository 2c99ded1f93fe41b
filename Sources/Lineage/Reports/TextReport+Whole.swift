import Diagnostics

extension TextReport {
  /// The whole lineage as trees that begin with the acts that rest on none.
  public func text(_ forest: LineageForest, tracer: inout LineageTracer) -> String {
    let counts = words.say(
      "\(forest.actCount) regulations, \(forest.relationCount) relations",
      "\(forest.actCount) peraturan, \(forest.relationCount) hubungan")
    var lines = [paint(counts, .bold)]
    let shown = forest.roots.prefix(folding.siblings(of: forest.roots.count))
    var earlier: [Int: Int] = [:]
    for root in shown {
      let trace = tracer.trace(from: root, .down, mostActs: folding.mostActs)
      var report = self
      report.folding = folding.shared(among: shown.count)
      lines += ["", paint(named(root), .bold)] + report.tree(trace, on: nil, without: &earlier)
    }
    if shown.count < forest.roots.count {
      lines += ["", paint(words.more(forest.roots.count - shown.count), .faint)]
    }
    if !forest.alone.isEmpty {
      let named = forest.alone.prefix(folding.siblings(of: forest.alone.count)).map(named)
      lines += ["", paint(words.say("Without relations", "Tanpa hubungan"), .bold)]
      lines += named.map { "  \($0)" }
      let more = forest.alone.count - named.count
      if more > 0 { lines.append("  \(paint(words.more(more), .faint))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How one act rests on another, step by step, with the passages.
  public func text(_ path: LineagePath) -> String {
    var lines = [paint(named(path.acts[0]), .bold)]
    for (place, relations) in path.relations.enumerated() {
      let (subject, object) = (path.acts[place], path.acts[place + 1])
      let indent = String(repeating: "   ", count: min(place, 24))
      let verb = words.captions(relations, .up)
      lines.append("\(indent)└─ \(paint(verb, .faint)) \(named(object))")
      for relation in relations.all {
        guard let change = graph.change(relation, from: subject, to: object) else { continue }
        let sources = change.claims.prefix(1).map { told(source: $0) }
        lines +=
          (sources.isEmpty ? [words.say("by the domain pack", "menurut paket domain")] : sources)
          .map { "\(indent)     \(paint($0, .faint))" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Findings as a linter tells them: one line each, the passages below it.
  public func text(_ findings: [LineageFinding]) -> String {
    var lines: [String] = []
    for finding in findings {
      let message = finding.message.text(in: words.language)
      let severity = paint(
        words.severity(finding.severity), finding.severity == .note ? .faint : .red)
      lines.append("\(severity): \(message) [\(finding.kind.rawValue)]")
      for claim in finding.claims { lines.append("  \(told(source: claim))") }
    }
    let warnings = findings.count { $0.severity != .note }
    let notes = findings.count - warnings
    lines.append(
      words.say(
        "\(warnings) \(warnings == 1 ? "warning" : "warnings"), \(notes) \(notes == 1 ? "note" : "notes")",
        "\(warnings) peringatan, \(notes) catatan"))
    return lines.joined(separator: "\n") + "\n"
  }

  private func named(_ act: Int) -> String {
    let title = graph.title(of: act, in: words.language).map { " \(shortened($0))" } ?? ""
    let span = words.span(graph.validity(of: act)).map { "  \($0)" } ?? ""
    return graph.shortName(of: act, in: words.language) + title + span
  }

  /// The longest passage that is shown whole, in characters.
  private static let longestQuote = 320

  /// The passage behind a claim: file, characters and words.
  private func told(source claim: Int) -> String {
    let source = graph.source(claim, in: words.language)
    let quote = source.quote.isEmpty ? "" : ": “\(shortened(quote: source.quote))”"
    return "\(LineageGraph.onOneLine(source.file))\(place(in: source))\(quote)"
  }

  /// A passage on one line, without its middle where it is long: `--to json` has it whole.
  private func shortened(quote: String) -> String {
    let line = LineageGraph.onOneLine(quote)
    guard line.count > Self.longestQuote else { return line }
    let half = Self.longestQuote / 2
    return "\(line.prefix(half)) … \(line.suffix(half))"
  }

  private func place(in source: LineageSource) -> String {
    guard let range = source.passage?.split(separator: "#").last, range.hasPrefix("char=") else {
      return ""
    }
    let ends = range.dropFirst(5).split(separator: ",").joined(separator: "–")
    return ", \(words.say("characters", "karakter")) \(ends)"
  }
}
