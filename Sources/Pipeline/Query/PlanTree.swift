import SPARQL

/// A plan as text: a line for each operator, those that it takes its rows from below it and further
/// to the right.
struct PlanTree {
  private var lines: [(rows: String, estimate: String, time: String, what: String)] = []

  init(_ report: PlanReport) {
    add(report, indent: "", isLast: true, isRoot: true)
  }

  /// The table: rows as they came and as they were estimated, milliseconds with all that is below,
  /// and the operator.
  var text: String {
    let head = (rows: "rows", estimate: "estimated", time: "ms", what: "operator")
    let all = [head] + lines
    let widths = (
      all.map(\.rows.count).max() ?? 0, all.map(\.estimate.count).max() ?? 0,
      all.map(\.time.count).max() ?? 0
    )
    return all.map { line in
      [
        padded(line.rows, widths.0), padded(line.estimate, widths.1), padded(line.time, widths.2),
        line.what,
      ].joined(separator: "  ") + "\n"
    }.joined()
  }

  private mutating func add(_ report: PlanReport, indent: String, isLast: Bool, isRoot: Bool) {
    let branch = isRoot ? "" : isLast ? "└─ " : "├─ "
    let detail = report.detail.isEmpty ? "" : " " + report.detail
    lines.append(
      (
        rows: "\(report.rows)", estimate: "\(Int(min(report.estimatedRows.rounded(), 1e15)))",
        time: milliseconds(report.time), what: indent + branch + report.name + detail
      ))
    let next = isRoot ? "" : indent + (isLast ? "   " : "│  ")
    for (place, input) in report.inputs.enumerated() {
      add(input, indent: next, isLast: place == report.inputs.count - 1, isRoot: false)
    }
  }

  /// With three digits behind the point.
  private func milliseconds(_ time: Duration) -> String {
    let microseconds = Int((time / .microseconds(1)).rounded())
    let digits = String(microseconds % 1000)
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: width - text.count) + text
  }
}
