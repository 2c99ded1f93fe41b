import Diagnostics
import Pipeline

/// One line on the terminal that tells what goes on; silent where nobody watches.
final class ProgressLine {
  // A class since the closure that shows progress and the command that clears it share the state.
  private let language: MessageLanguage
  private let isShown = Terminal.showsProgress
  private var isDirty = false
  private var readingStart: ContinuousClock.Instant?
  private var nextShow = ContinuousClock.now

  init(language: MessageLanguage) { self.language = language }

  /// Shows a step; while documents are read, ten times a second at most.
  func show(_ progress: BuildProgress) {
    guard isShown else { return }
    let message: Message
    switch progress {
    case .loadingPack:
      message = Message(en: "loading the domain pack", id: "memuat paket domain")
    case .reading(let done, let all, let characters):
      let now = ContinuousClock.now
      let start = readingStart ?? now
      readingStart = start
      guard now >= nextShow || done == all else { return }
      nextShow = now + .milliseconds(100)
      message = Self.reading(
        done: done, of: all, characters: characters, after: (now - start) / .seconds(1))
    case .resolving:
      message = Message(en: "bringing the documents together", id: "menggabungkan dokumen")
    case .layingOut: message = Message(en: "drawing the graph", id: "menggambar graf")
    case .writing: message = Message(en: "writing", id: "menulis")
    }
    Terminal.notePart("\r\u{1B}[K\(message.text(in: language))")
    isDirty = true
  }

  /// How far reading is, how fast, and how long it takes yet; rates once there is something to tell.
  static func reading(
    done: Int, of all: Int, characters: Int, after seconds: Double
  ) -> Message {
    var message = Message(en: "reading \(done) of \(all)", id: "membaca \(done) dari \(all)")
    guard seconds >= 1, done > 0 else { return message }
    let documents = tenths(Double(done) / seconds)
    let megabytes = tenths(Double(characters) / 1_000_000 / seconds)
    let left = Int((seconds * Double(all - done) / Double(done)).rounded(.up))
    let time = left < 60 ? "\(left) s" : "\(left / 60) min \(left % 60) s"
    message.english += " · \(documents) documents/s · \(megabytes) M characters/s · \(time) left"
    message.indonesian += " · \(documents) dokumen/s · \(megabytes) juta karakter/s · sisa \(time)"
    return message
  }

  private static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  /// Empties the line.
  func clear() {
    if isDirty { Terminal.notePart("\r\u{1B}[K") }
    isDirty = false
  }
}
