import Claims
import Diagnostics
import Foundation

/// A document's line of `simpul extract`: its claims, and what a report tells of its reading.
struct ClaimLine: Codable {
  var claims: DocumentClaims
  /// Name of the format it was read as.
  var format: String?
  /// Characters (code points) of the raw text.
  var characters: Int?
  /// What was noticed while reading.
  var notes: [KeptDiagnostic]?

  private enum Keys: String, CodingKey { case format, characters, notes }

  /// The line of a document that was read; nil for one that was not.
  init?(_ outcome: DocumentOutcome) {
    guard let claims = outcome.claims else { return nil }
    self.claims = claims
    format = outcome.format
    characters = outcome.length
    let kept = outcome.diagnostics.map { KeptDiagnostic($0, keepsFile: true) }
    notes = kept.isEmpty ? nil : kept
  }

  init(from decoder: any Decoder) throws {
    claims = try DocumentClaims(from: decoder)
    let members = try decoder.container(keyedBy: Keys.self)
    format = try members.decodeIfPresent(String.self, forKey: .format)
    characters = try members.decodeIfPresent(Int.self, forKey: .characters)
    notes = try members.decodeIfPresent([KeptDiagnostic].self, forKey: .notes)
  }

  func encode(to encoder: any Encoder) throws {
    try claims.encode(to: encoder)
    var members = encoder.container(keyedBy: Keys.self)
    try members.encodeIfPresent(format, forKey: .format)
    try members.encodeIfPresent(characters, forKey: .characters)
    try members.encodeIfPresent(notes, forKey: .notes)
  }

  /// What reading the document came to.
  var outcome: DocumentOutcome {
    var outcome = DocumentOutcome(path: claims.fileName)
    outcome.claims = claims
    outcome.documentKey = claims.documentKey
    outcome.format = format
    outcome.length = characters ?? 0
    outcome.diagnostics = (notes ?? []).map { $0.diagnostic(inFile: nil) }
    return outcome
  }
}
