import Diagnostics
import QuadStore

extension PipelineError {
  /// Why a snapshot could not be read or written, with its file.
  init(_ error: SnapshotError) {
    let kind: Kind =
      if case .system = error.reason { .inputOutput } else { .badInput }
    self.init(
      kind,
      Message(
        en: "\(error.file): \(error.message.english)",
        id: "\(error.file): \(error.message.indonesian)"))
  }
}
