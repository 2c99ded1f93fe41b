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
    var place = file.map(Self.printable) ?? ""
    if let start = location?.lowerBound { place += ":\(start.line + 1):\(start.column + 1)" }
    return "\(place.isEmpty ? "" : "\(place): ")\(severity.rawValue): \(message.text(in: language))"
  }

  /// The name of a file as it stands in a line of text: line breaks, control characters and marks that
  /// turn the direction of writing are written as `\u{A}`, all else as it is.
  public static func printable(_ name: String) -> String {
    func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    guard !name.unicodeScalars.allSatisfy(isHarmless) else { return name }
    return name.unicodeScalars.map { scalar in
      isHarmless(scalar)
        ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }.joined()
  }
}
