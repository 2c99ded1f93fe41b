/// A file to be read, found below one of the inputs.
struct InputFile: Hashable {
  /// As a person would name it: the input as given, then the way down.
  var path: String
  /// The way down from the input, which the document's key is made of; the name for an input that
  /// is itself a file.
  var relativePath: String
  /// The file beside it that tells of it (``SidecarName``); nil if there is none.
  var sidecar: String?

  /// Name without folders.
  var fileName: String { FileSystem.name(of: path) }
}
