public import Diagnostics

/// Why a file could not be read as a document.
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it.
  public var file: String
  /// What stood in the way.
  public var reason: Message

  /// An error for a file.
  public init(file: String, reason: Message) {
    self.file = file
    self.reason = reason
  }

  /// `file: reason` in English.
  public var description: String { rendered(in: .english) }

  /// `file: reason` in a language.
  public func rendered(in language: MessageLanguage) -> String {
    "\(file): \(reason.text(in: language))"
  }

  /// The error as a diagnostic `document.unreadable`.
  public var diagnostic: Diagnostic {
    Diagnostic(id: "document.unreadable", severity: .error, message: reason, file: file)
  }
}
