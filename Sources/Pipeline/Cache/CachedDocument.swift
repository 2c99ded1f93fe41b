import Claims
import Diagnostics
import Foundation

/// What reading one document came to, as it is kept: everything of its outcome but its path.
struct CachedDocument: Codable {
  /// Changes whenever an entry of before could be read wrongly.
  static let format = "simpul-document 1"

  var claims: DocumentClaims
  var format: String
  var length: Int
  var diagnostics: [KeptDiagnostic]

  /// What is kept of an outcome; nil for one without claims.
  ///
  /// - Parameters:
  ///   - outcome: what reading the document came to.
  ///   - diagnostics: what was noticed while the document itself was read.
  init?(_ outcome: DocumentOutcome, diagnostics: [Diagnostic]) {
    guard let claims = outcome.claims, let format = outcome.format else { return nil }
    self.claims = claims
    self.format = format
    length = outcome.length
    self.diagnostics = diagnostics.map { KeptDiagnostic($0, keepsFile: false) }
  }

  /// Makes an outcome what it was when it was kept.
  func restore(_ outcome: inout DocumentOutcome) {
    outcome.claims = claims
    outcome.documentKey = claims.documentKey
    outcome.format = format
    outcome.length = length
    let path = outcome.path
    outcome.diagnostics += diagnostics.map { $0.diagnostic(inFile: path) }
  }
}
