package import Diagnostics
import Foundation

/// Drawn claims as a judge gets them.
package enum ClaimSheet: String, Sendable, CaseIterable {
  /// One claim to a line, as [JSON Lines](https://jsonlines.org); the judge adds `right` and `reason`.
  case jsonl
  /// For reading.
  case text

  /// The claims in this form, each ending with a line feed.
  ///
  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  package func rendered(_ claims: [SampledClaim], language: MessageLanguage) throws -> String {
    switch self {
    case .jsonl:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try claims.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
        .joined()
    case .text:
      return claims.enumerated().map { number, claim in
        let facts = [
          claim.document,
          "\(Message(en: "rule", id: "aturan").text(in: language)) \(claim.rule)",
          "\(Message(en: "confidence", id: "keyakinan").text(in: language)) "
            + String(format: "%.2f", claim.confidence),
        ]
        var lines = [
          "\(number + 1). \(claim.id)  \(claim.claim)", "   “\(claim.quote)”",
        ]
        if let paragraph = claim.paragraph, paragraph != claim.quote {
          lines.append("   \(paragraph)")
        }
        lines.append("   \(facts.joined(separator: ", "))")
        return lines.joined(separator: "\n") + "\n"
      }.joined(separator: "\n")
    }
  }
}
