import Diagnostics

/// A diagnostic as it is kept on disk.
struct KeptDiagnostic: Codable {
  var id: String
  var severity: Severity
  var english: String
  var indonesian: String
  /// The file as it was named; nil where it may be called otherwise the next time.
  var file: String?
  var start: TextPosition?
  var end: TextPosition?

  /// What is kept of a diagnostic.
  init(_ diagnostic: Diagnostic, keepsFile: Bool) {
    id = diagnostic.id
    severity = diagnostic.severity
    english = diagnostic.message.english
    indonesian = diagnostic.message.indonesian
    file = keepsFile ? diagnostic.file : nil
    start = diagnostic.location?.lowerBound
    end = diagnostic.location?.upperBound
  }

  /// The diagnostic, told of a file where it names none of its own.
  func diagnostic(inFile other: String?) -> Diagnostic {
    var location: Range<TextPosition>?
    if let start, let end, start <= end { location = start..<end }
    return Diagnostic(
      id: id, severity: severity, message: Message(en: english, id: indonesian),
      file: file ?? other, location: location)
  }
}
