public import Diagnostics
import RDF

/// A passage that a relation or a date rests on.
public struct LineageSource: Hashable, Sendable {
  /// The IRI of the claim.
  public var claim: String
  /// The IRI of the document.
  public var document: String
  /// Its file, below the folders that the document's key names (`uu/2004/32.md`); its caption where
  /// no file is known.
  public var file: String
  /// The words of the document; empty where quotes are held back.
  public var quote: String
  /// The IRI of the passage, whose fragment tells its characters; nil if there is none.
  public var passage: String?
  /// The rule that found it; nil if the claim does not tell.
  public var rule: String?
  /// How sure it is, 0…1.
  public var confidence: Double
  /// When, as the claim writes it; nil if it gives none.
  public var period: String?
}

extension LineageGraph {
  /// The passage behind a claim.
  public func source(_ claim: Int, in language: MessageLanguage) -> LineageSource {
    LineageSource(
      claim: self.iri(ofTerm: claims.terms[claim]), document: iri(ofTerm: claims.documents[claim]),
      file: file(ofClaim: claim, in: language),
      quote: text(ofLiteral: claims.quotes[claim]) ?? "",
      passage: claims.passages[claim] == 0 ? nil : self.iri(ofTerm: claims.passages[claim]),
      rule: text(ofLiteral: claims.rules[claim]), confidence: confidence(of: claim),
      period: text(ofLiteral: claims.periods[claim]))
  }

  /// The file that a claim stands in, as ``LineageSource/file`` tells it.
  func file(ofClaim claim: Int, in language: MessageLanguage) -> String {
    var bytes: [UInt8] = []
    appendFile(ofClaim: claim, in: language, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
