/// Where the exports of a build go.
enum ExportTarget {
  /// Into a folder, where they appear together.
  case folder(StagedFiles)
  /// Nowhere: everything is made and nothing kept.
  case nowhere

  /// Writes a file.
  ///
  /// - Throws: ``PipelineError`` that names the file if the system refuses.
  func write(_ name: String, _ body: (inout FileSink) -> Void) throws(PipelineError) {
    switch self {
    case .folder(let staged): try staged.write(name, body)
    case .nowhere:
      do throws(FileFailure) {
        var sink = try FileSink("/dev/null")
        body(&sink)
        try sink.close(isDurable: false)
      } catch {
        throw PipelineError(name, reason: error)
      }
    }
  }
}
