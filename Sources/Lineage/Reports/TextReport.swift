/// Writes answers for a terminal: what an act is, and trees of what is before and after it.
public struct TextReport: Sendable {
  /// Whether escape sequences set colours.
  public var isColoured = false
  /// How much is drawn.
  public var folding = LineageFolding.usual
  let graph: LineageGraph
  let words: LineageWords
  /// Characters of a title on a line of a tree.
  private static let longestTitle = 64

  /// A report on a graph.
  public init(_ graph: LineageGraph, words: LineageWords) {
    self.graph = graph
    self.words = words
  }

  /// The answer as text that ends with a line feed.
  public func text(_ answer: LineageAnswer) -> String {
    var lines = head(answer)
    for trace in answer.traces {
      lines.append("")
      let title =
        trace.direction == .up
        ? words.say("What it rests on and what it replaced", "Landasannya dan yang digantikannya")
        : words.say(
          "What implements, amends or ends it", "Yang melaksanakan, mengubah, atau mengakhirinya")
      lines.append(paint(title, .bold))
      lines += tree(trace, on: answer.question.day)
      if trace.nodes.count == 1, trace.stepsBeyond[0] == 0 {
        lines.append("  \(words.say("nothing known", "tidak ada yang diketahui"))")
      }
    }
    if answer.question.directions.contains(.down) { lines += hanging(answer.hanging) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Head

  private func head(_ answer: LineageAnswer) -> [String] {
    let node = answer.question.node
    let name = graph.shortName(of: node, in: words.language)
    let label = graph.label(of: node, in: words.language)
    var lines = [paint(name, .bold) + (label == name ? "" : " · \(label)")]
    if let title = graph.title(of: node, in: words.language) { lines.append("  \(title)") }
    let validity = answer.validity
    if let from = validity.from {
      lines.append(
        "  \(words.say("in force from", "berlaku sejak")) \(from.date): \(reason(from))")
    } else if let year = validity.earliestYear {
      lines.append(
        "  \(words.say("in force from a day not known, not before \(year)", "mulai berlaku pada hari yang tidak diketahui, paling awal \(year)"))"
      )
    }
    if let until = validity.until {
      lines.append("  \(words.say("until", "sampai")) \(until.date): \(reason(until))")
    }
    lines += version(answer.version)
    for conflict in graph.conflicts(about: node) { lines += told(conflict) }
    if let page = graph.page(of: node) { lines.append("  \(page)") }
    return lines
  }

  private func reason(_ bound: Validity.Bound) -> String {
    words.reason(bound, other: bound.act.map { graph.shortName(of: $0, in: words.language) })
  }

  private func version(_ version: LineageVersion) -> [String] {
    var line =
      "  \(words.say("on", "pada")) \(version.day): \(paint(words.state(version.state), style(version.state)))"
    if let other = version.inItsPlace {
      let name = graph.shortName(of: other, in: words.language)
      line +=
        "; \(words.say("in force in its place", "yang berlaku sebagai gantinya")): \(name)"
    }
    var lines = [line]
    let changes =
      version.changes.map { told($0) }
      + version.laterChanges.map { "\(words.say("later", "kemudian")): \(told($0))" }
    let shown = changes.prefix(folding.siblings(of: changes.count))
    lines += shown.map { "    \($0)" }
    if shown.count < changes.count {
      lines.append("    \(paint(words.more(changes.count - shown.count), .faint))")
    }
    return lines
  }

  private func told(_ change: LineageChange) -> String {
    let verb = words.caption(change.relation, .down)
    let part = change.relation == .repeals && !change.articles.isEmpty
    var text =
      "\(verb) \(graph.shortName(of: change.subject, in: words.language))"
      + (part ? " \(words.say("in part", "sebagian"))" : "")
    if let date = change.date { text += " (\(date))" }
    if !change.articles.isEmpty { text += ": \(change.articles.joined(separator: "; "))" }
    return text
  }

  /// What documents contradict each other about.
  private func told(_ conflict: LineageConflict) -> [String] {
    conflict.others.map { deed in
      let verb = words.caption(deed.relation, .down)
      let name = graph.shortName(of: deed.subject, in: words.language)
      let file = deed.claims.first.map { graph.file(ofClaim: $0, in: words.language) } ?? "?"
      return "    \(words.say("not taken", "tidak dipakai")): \(verb) \(name) (\(file))"
    }
  }

  // MARK: Trees

  /// A tree of a trace; an act that is met again is a reference to where what follows it is drawn.
  func tree(_ trace: Trace, on day: LineageDate?) -> [String] {
    var earlier: [Int: Int] = [:]
    return tree(trace, on: day, without: &earlier)
  }

  /// A tree of a trace without what is drawn in earlier ones.
  ///
  /// `earlier` holds the acts that are drawn with what follows them, each with the act under which
  /// it is; those of the tree are added.
  func tree(_ trace: Trace, on day: LineageDate?, without earlier: inout [Int: Int]) -> [String] {
    let folded = FoldedTrace(trace, folding, without: earlier)
    var lines: [String] = []
    var stack: [(place: Int, next: Int, indent: String)] = [(0, 0, "")]
    while let top = stack.last {
      let steps = folded.steps[top.place]
      let hidden = folded.hidden[top.place]
      guard top.next < steps.count else {
        if hidden > 0 { lines.append("\(top.indent)└─ \(paint(words.more(hidden), .faint))") }
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let step = steps[top.next]
      let isLast = top.next == steps.count - 1 && hidden == 0
      let isHere = folded.parents[step.place] == top.place
      var line = "\(top.indent)\(isLast ? "└─ " : "├─ ")"
      line += told(step, from: top.place, of: trace, on: day)
      if !isHere { line += reference(to: step.place, in: folded, earlier) }
      lines.append(line)
      if isHere { stack.append((step.place, 0, top.indent + (isLast ? "   " : "│  "))) }
    }
    for place in folded.drawn {
      earlier[trace.nodes[place]] = trace.nodes[max(0, folded.parents[place])]
    }
    return lines
  }

  /// Where what follows an act is drawn; empty if nothing does.
  private func reference(
    to place: Int, in folded: FoldedTrace, _ earlier: [Int: Int]
  ) -> String {
    let trace = folded.trace
    let act = trace.nodes[place]
    let parent: Int
    if let elsewhere = earlier[act] {
      guard !trace.steps[place].isEmpty || trace.stepsBeyond[place] > 0 else { return "" }
      parent = elsewhere
    } else {
      guard !folded.steps[place].isEmpty || folded.hidden[place] > 0 else { return "" }
      parent = trace.nodes[max(0, folded.parents[place])]
    }
    let text =
      parent == act
      ? words.say("above", "di atas")
      : "\(words.say("under", "di bawah")) \(graph.shortName(of: parent, in: words.language))"
    return paint(" ↪ \(text)", .faint)
  }

  private func told(
    _ step: Trace.Step, from place: Int, of trace: Trace, on day: LineageDate?
  ) -> String {
    let node = trace.nodes[step.place]
    let validity = graph.validity(of: node)
    let state = day.map(validity.state) ?? .unknown
    var text = paint(caption(step, from: trace.nodes[place], to: node, trace.direction), .faint)
    text += " " + paint(graph.shortName(of: node, in: words.language), style(state))
    if let title = graph.title(of: node, in: words.language) {
      text += " " + shortened(title)
    }
    if let span = words.span(validity) { text += paint("  \(span)", .faint) }
    return text
  }

  /// What a step is called, with *in part* where a repeal is one.
  private func caption(
    _ step: Trace.Step, from node: Int, to other: Int, _ direction: Trace.Direction
  ) -> String {
    step.relations.all.map { relation in
      let caption = words.caption(relation, direction)
      guard relation == .repeals else { return caption }
      let (subject, object) = direction == .up ? (node, other) : (other, node)
      let articles = graph.change(relation, from: subject, to: object)?.articles ?? []
      return articles.isEmpty ? caption : "\(caption) (\(words.say("in part", "sebagian")))"
    }.joined(separator: ", ")
  }

  func shortened(_ title: String) -> String {
    let words = title.split(whereSeparator: \.isWhitespace)
    var text = ""
    for word in words {
      guard text.count + word.count < Self.longestTitle else { return "\(text) …" }
      text += text.isEmpty ? String(word) : " \(word)"
    }
    return text
  }

  // MARK: What hangs on it

  private func hanging(_ things: HangingThings) -> [String] {
    var lines = ["", paint(words.say("What hangs on it", "Yang bergantung padanya"), .bold)]
    guard !things.isEmpty else {
      return lines + ["  \(words.say("nothing known", "tidak ada yang diketahui"))"]
    }
    let groups: [(String, [HangingThings.Thing])] = [
      (words.say("Agreements", "Perjanjian"), things.agreements),
      (words.say("Programs", "Program"), things.programs),
      (words.say("Governments and others", "Pemerintah dan lainnya"), things.parties),
      (words.say("Places, bodies and fields", "Tempat, lembaga, dan bidang"), things.places),
      (words.say("Documents", "Dokumen"), things.documents),
    ].filter { !$0.1.isEmpty }
    for (number, group) in groups.enumerated() {
      let isLast = number == groups.count - 1
      lines.append("\(isLast ? "└─ " : "├─ ")\(group.0) (\(group.1.count))")
      let shown = group.1.prefix(folding.siblings(of: group.1.count))
      let indent = isLast ? "   " : "│  "
      for (place, thing) in shown.enumerated() {
        let ends = place == shown.count - 1 && shown.count == group.1.count
        lines.append("\(indent)\(ends ? "└─ " : "├─ ")\(told(thing))")
      }
      if shown.count < group.1.count {
        let more = words.more(group.1.count - shown.count)
        lines.append("\(indent)└─ \(paint(more, .faint))")
      }
    }
    return lines
  }

  private func told(_ thing: HangingThings.Thing) -> String {
    let label = graph.label(of: thing.node, in: words.language)
    let isPlace = thing.relation == .regulates
    let other = graph.shortName(of: thing.to, in: words.language)
    return isPlace
      ? label : label + paint(" – \(words.caption(thing.relation, .up)) \(other)", .faint)
  }

  // MARK: Colours

  /// What [ECMA-48](https://ecma-international.org/publications-and-standards/standards/ecma-48/)
  /// calls graphic rendition.
  enum Style: String {
    case plain = ""
    case bold = "1"
    case faint = "2"
    case green = "32"
    case red = "31"
  }

  private func style(_ state: Validity.State) -> Style {
    switch state {
    case .inForce: .green
    case .ended: .red
    case .notYet, .unknown: .plain
    }
  }

  func paint(_ text: String, _ style: Style) -> String {
    isColoured && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
