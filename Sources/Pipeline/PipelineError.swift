public import Diagnostics
import DomainPack

/// Why a run of the pipeline came to nothing.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong; it decides the exit status.
  public enum Kind: Hashable, Sendable {
    /// The arguments cannot be used: a pack that is not there, a base that is no IRI.
    case arguments
    /// What was given to read is not as it should be.
    case badInput
    /// The file system refused.
    case inputOutput
    /// All went well, and nothing was found.
    case nothingFound
  }

  /// What kind of thing went wrong.
  public var kind: Kind
  /// What went wrong, with the file and the place in it where there are any.
  public var message: Message

  /// An error with its message.
  public init(_ kind: Kind, _ message: Message) {
    self.kind = kind
    self.message = message
  }

  /// A mistake in a file: `file:line:column: what was expected`.
  public init(_ error: SyntaxError) {
    self.init(
      .badInput, Message(en: error.rendered(in: .english), id: error.rendered(in: .indonesian)))
  }

  /// A file that the system refused to read or write, and its reason.
  init(_ path: String, reason: FileFailure) {
    let name = Diagnostic.printable(path)
    self.init(
      .inputOutput,
      Message(
        en: "\(name): \(reason.message.english)", id: "\(name): \(reason.message.indonesian)"))
  }

  /// Why the domain pack could not be loaded.
  init(_ error: DomainPack.LoadError) {
    switch error {
    case .missing(let folder):
      self.init(
        .arguments,
        Message(
          en: "\(folder): no domain pack; expected a folder with pack.yaml",
          id: "\(folder): bukan paket domain; diharapkan folder dengan pack.yaml"))
    case .unreadable(let path, let reason):
      self.init(
        .inputOutput,
        Message(
          en: "\(path): cannot be read: \(reason)", id: "\(path): tidak dapat dibaca: \(reason)"))
    case .mistake(let error): self.init(error)
    }
  }

  /// The message in English.
  public var description: String { message.text(in: .english) }
}
