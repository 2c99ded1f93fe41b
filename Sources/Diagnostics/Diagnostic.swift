/// How much a problem matters.
public enum Severity: String, Sendable, Comparable, Codable {
  /// Worth knowing; nothing is lost.
  case note
  /// Something was skipped or repaired.
  case warning
  /// The thing named could not be done.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Milder before graver.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// A problem that does not end the work: it is collected, reported and counted.
public struct Diagnostic: Hashable, Sendable {
  /// Stable name of the kind of problem, such as `document.unreadable`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// What happened, and what to do about it.
  public var message: Message
  /// The file concerned, as the user named it.
  public var file: String?
  /// The place within the file, where there is one.
  public var location: Range<TextPosition>?

  /// A problem with its stable name.
  public init(
    id: String, severity: Severity, message: Message, file: String? = nil,
    location: Range<TextPosition>? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.file = file
    self.location = location
  }

  /// `file:line:column: severity: message`, with as much of the place as is known, counted from 1.
  public func rendered(in language: MessageLanguage) -> String {
    var place = file ?? ""
    if let start = location?.lowerBound { place += ":\(start.line + 1):\(start.column + 1)" }
    return "\(place.isEmpty ? "" : "\(place): ")\(severity.rawValue): \(message.text(in: language))"
  }
}
