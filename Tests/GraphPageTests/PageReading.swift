import Foundation
import Testing

/// What a test reads back out of a page.
struct PageReading {
  let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// The content of the data block of a name, as JSON.
  func block(_ name: String) throws -> [String: Any] {
    let json = try content(
      from: "<script type=\"application/json\" id=\"data-\(name)\">", to: "</script>")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  /// What stands between two texts, the first time that both do.
  func content(from start: String, to end: String) throws -> String {
    let opening = try #require(text.range(of: start))
    let closing = try #require(text.range(of: end, range: opening.upperBound..<text.endIndex))
    return String(text[opening.upperBound..<closing.lowerBound])
  }

  /// The numbers of a column such as `{"u16": "…"}`.
  static func numbers(_ column: Any?) throws -> [Double] {
    let column = try #require(column as? [String: String])
    let (type, written) = try #require(column.first)
    let bytes = try #require(Data(base64Encoded: written))
    let width = try #require(["u8": 1, "u16": 2, "u32": 4, "f32": 4][type])
    return stride(from: 0, to: bytes.count, by: width).map { start in
      let bits = (0..<width).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * $1) }
      return type == "f32" ? Double(Float(bitPattern: bits)) : Double(bits)
    }
  }
}
