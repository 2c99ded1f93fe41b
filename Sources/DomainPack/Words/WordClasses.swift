package import Diagnostics

/// The word classes of the pack: `words.yaml`, class → members.
///
/// A member is a word, a phrase, or `~stem` for every form of a stem; `@class` takes in another
/// class whole.
public struct WordClasses: Sendable {
  /// Class → members as written, `@class` resolved.
  public private(set) var members: [String: [String]] = [:]

  /// No classes.
  public init() {}

  /// Reads `words.yaml`.
  ///
  /// - Throws: ``SyntaxError`` where `@class` names no class, or leads back to its own.
  package static func load(_ root: PackNode) throws(SyntaxError) -> WordClasses {
    var classes = WordClasses()
    var places: [String: PackNode] = [:]
    for (key, value) in try root.required("words").entries() {
      let name = try key.text()
      classes.members[name] = try value.texts()
      places[name] = value
    }
    for name in classes.members.keys.sorted() {
      classes.members[name] = try classes.expanded(name, path: [], places: places)
    }
    return classes
  }

  private func expanded(
    _ name: String, path: [String], places: [String: PackNode]
  ) throws(SyntaxError) -> [String] {
    var result: [String] = []
    for member in members[name] ?? [] {
      guard member.hasPrefix("@") else {
        result.append(member)
        continue
      }
      let other = String(member.dropFirst())
      guard members[other] != nil, other != name, !path.contains(other) else {
        let place = places[name]
        let message = Message(
          en: "“@\(other)” is no word class, or takes itself in",
          id: "“@\(other)” bukan kelas kata, atau memuat dirinya sendiri")
        throw place?.error(message) ?? SyntaxError(message, at: .start ..< .start)
      }
      result += try expanded(other, path: path + [name], places: places)
    }
    return result
  }
}
