import Diagnostics
import Pipeline

/// One line on the terminal that tells what goes on; silent where nobody watches.
final class ProgressLine {
  // A class since the closure that shows progress and the command that clears it share the state.
  private let language: MessageLanguage
  private let isShown = Terminal.showsProgress
  private var isDirty = false

  init(language: MessageLanguage) { self.language = language }

  /// Shows a step.
  func show(_ progress: BuildProgress) {
    guard isShown else { return }
    let message =
      switch progress {
      case .loadingPack: Message(en: "loading the domain pack", id: "memuat paket domain")
      case .reading(let done, let all):
        Message(en: "reading \(done) of \(all)", id: "membaca \(done) dari \(all)")
      case .resolving:
        Message(en: "bringing the documents together", id: "menggabungkan dokumen")
      case .layingOut: Message(en: "drawing the graph", id: "menggambar graf")
      case .writing: Message(en: "writing", id: "menulis")
      }
    Terminal.notePart("\r\u{1B}[K\(message.text(in: language))")
    isDirty = true
  }

  /// Empties the line.
  func clear() {
    if isDirty { Terminal.notePart("\r\u{1B}[K") }
    isDirty = false
  }
}
