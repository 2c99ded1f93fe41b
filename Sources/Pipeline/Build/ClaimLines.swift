public import Claims
import Diagnostics
import Foundation

/// Claims as [JSON Lines](https://jsonlines.org): one document to a line, nothing lost.
public enum ClaimLines {
  /// The line of a document, ending with a line feed; members in order of their names.
  ///
  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  public static func line(of claims: DocumentClaims) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(claims)) + [UInt8(ascii: "\n")]
  }
}
