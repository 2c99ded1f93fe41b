import Diagnostics
import Pipeline

/// One line on the terminal that tells how far a conversion is and how fast; silent where nobody
/// watches.
final class RateLine {
  // A class since the closure that shows progress and the command that clears it share the state.
  private let language: MessageLanguage
  private let isShown = Terminal.showsProgress
  private let start = ContinuousClock.now
  private var nextShow = ContinuousClock.now
  private var isDirty = false

  init(language: MessageLanguage) { self.language = language }

  /// Shows how far it is, ten times a second at most.
  func show(_ progress: ConversionProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now >= nextShow else { return }
    nextShow = now + .milliseconds(100)
    Terminal.notePart("\r\u{1B}[K\(text(progress, after: now - start))")
    isDirty = true
  }

  /// Leaves the final numbers on the terminal.
  func finish(_ progress: ConversionProgress) {
    guard isShown else { return }
    clear()
    Terminal.note(text(progress, after: ContinuousClock.now - start))
  }

  /// Empties the line.
  func clear() {
    if isDirty { Terminal.notePart("\r\u{1B}[K") }
    isDirty = false
  }

  private func text(_ progress: ConversionProgress, after time: Duration) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    let size = Self.megabytes(Double(progress.bytes))
    let rate = Self.megabytes(Double(progress.bytes) / seconds)
    return Message(
      en: "\(progress.statements) statements, \(size) MB, \(rate) MB/s",
      id: "\(progress.statements) pernyataan, \(size) MB, \(rate) MB/detik"
    ).text(in: language)
  }

  /// Millions of bytes with one digit behind the point.
  private static func megabytes(_ bytes: Double) -> String {
    "\((bytes / 100_000).rounded() / 10)"
  }
}
