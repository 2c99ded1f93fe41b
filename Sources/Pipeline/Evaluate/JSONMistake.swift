import Foundation

/// Tells where in a JSON text a mistake is.
enum JSONMistake {
  /// The way down to a member: `entities[3].class`; `$` for the whole.
  static func path(_ keys: [any CodingKey]) -> String {
    var text = ""
    for key in keys {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return text.isEmpty ? "$" : text
  }

  /// The parser's own words on bytes that are no JSON, and the line of the mistake counted from 1; nil
  /// where it does not tell the place.
  static func reason(
    _ context: DecodingError.Context, in bytes: some Collection<UInt8>
  ) -> (text: String, line: Int?) {
    // The decoder keeps the place of a mistake to itself; this one tells the offset in words.
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return (context.debugDescription, nil)
    } catch {
      let told = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
      let text = told ?? error.localizedDescription
      let offset = text.split { !$0.isNumber }.last.flatMap { Int($0) }
      return (text, offset.map { 1 + bytes.prefix($0).count { $0 == UInt8(ascii: "\n") } })
    }
  }
}
