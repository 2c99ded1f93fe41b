/// What is wrong in a text that has a grammar, and where.
public struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood there and what was expected.
  public var message: Message
  /// The offending piece of text.
  public var location: Range<TextPosition>
  /// The file as the user named it; nil for text without a file.
  public var file: String?

  /// An error at a place of a file.
  public init(_ message: Message, at location: Range<TextPosition>, file: String? = nil) {
    self.message = message
    self.location = location
    self.file = file
  }

  /// `file:line:column: message`, line and column counted from 1.
  public var description: String { rendered(in: .english) }

  /// `file:line:column: message` in a language, line and column counted from 1.
  public func rendered(in language: MessageLanguage) -> String {
    let place = "\(location.lowerBound.line + 1):\(location.lowerBound.column + 1)"
    return "\(file.map { "\($0):" } ?? "")\(place): \(message.text(in: language))"
  }
}
