package import Diagnostics

/// The word classes of the pack: `words.yaml`, class → members.
///
/// A member is a word, a phrase, or `~stem` for every form of a stem; `@class` takes in another
/// class whole.
public struct WordClasses: Sendable {
  /// Class → members as written, `@class` resolved.
  public private(set) var members: [String: [String]] = [:]

  /// Class → where its name stands.
  private var places: [String: TextPosition] = [:]
  /// The file as the user would name it; nil if the classes come from none.
  private var file: String?

  /// No classes.
  public init() {}

  /// Reads `words.yaml`.
  ///
  /// - Throws: ``SyntaxError`` where `@class` names no class, or leads back to its own.
  package static func load(_ root: PackNode) throws(SyntaxError) -> WordClasses {
    var classes = WordClasses()
    var values: [String: PackNode] = [:]
    classes.file = root.file
    for (key, value) in try root.required("words").entries() {
      let name = try key.text()
      classes.members[name] = try value.texts()
      classes.places[name] = key.position
      values[name] = value
    }
    for name in classes.members.keys.sorted() {
      classes.members[name] = try classes.expanded(name, path: [], values: values)
    }
    return classes
  }

  private func expanded(
    _ name: String, path: [String], values: [String: PackNode]
  ) throws(SyntaxError) -> [String] {
    var result: [String] = []
    for member in members[name] ?? [] {
      guard member.hasPrefix("@") else {
        result.append(member)
        continue
      }
      let other = String(member.dropFirst())
      guard members[other] != nil, other != name, !path.contains(other) else {
        let place = values[name]
        let message = Message(
          en: "“@\(other)” is no word class, or takes itself in",
          id: "“@\(other)” bukan kelas kata, atau memuat dirinya sendiri")
        throw place?.error(message) ?? SyntaxError(message, at: .start ..< .start)
      }
      result += try expanded(other, path: path + [name], values: values)
    }
    return result
  }

  /// The members of a class that others rest on.
  ///
  /// - Throws: ``SyntaxError`` if there is no such class: at the class whose name is likest, else at the
  ///   beginning of the file.
  package func required(_ name: String) throws(SyntaxError) -> [String] {
    if let members = members[name] { return members }
    let nearest = EditDistance.nearest(to: name, among: members.keys).first
    let (english, indonesian) =
      nearest.map { ("; is “\($0)” meant to be it?", "; apakah “\($0)” yang dimaksud?") } ?? (
        "", ""
      )
    let message = Message(
      en: "the word class “\(name)”, on which the frames rest, is missing\(english)",
      id: "kelas kata “\(name)”, tumpuan kerangka, tidak ada\(indonesian)")
    let place = nearest.flatMap { places[$0] } ?? .start
    throw SyntaxError(message, at: place..<place, file: file)
  }
}
