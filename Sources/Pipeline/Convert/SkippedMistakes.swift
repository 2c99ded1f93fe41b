import Diagnostics

/// Counts the mistakes that a conversion passes over, and keeps the first of them.
///
/// A class, for readers call it while they read.
final class SkippedMistakes {
  private(set) var count = 0
  /// At most ``ConversionSummary/mostTold``.
  private(set) var diagnostics: [Diagnostic] = []

  func add(_ mistake: SyntaxError) {
    count += 1
    guard diagnostics.count < ConversionSummary.mostTold else { return }
    diagnostics.append(
      Diagnostic(
        id: "statement.skipped", severity: .warning, message: mistake.message,
        file: mistake.file, location: mistake.location))
  }

  /// Counts mistakes of which no more is known than that they are there.
  func addUntold(_ count: Int) { self.count += count }
}

extension ConversionSummary {
  /// Takes over what was passed over in one input.
  mutating func add(_ mistakes: SkippedMistakes) {
    skipped += mistakes.count
    diagnostics += mistakes.diagnostics.prefix(Self.mostTold - diagnostics.count)
  }
}
