public import Diagnostics
public import Documents

/// A document of a file, or what was met instead of one.
public enum ReadDocument: Sendable {
  /// A document; the path within messages names the file and the way within it, and is nil where the
  /// file is the document.
  case document(Document, memberPath: String?)
  /// What is not read or not used, with its place.
  case problem(Diagnostic)
}
