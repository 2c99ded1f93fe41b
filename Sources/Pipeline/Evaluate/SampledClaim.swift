/// A claim to be judged by a person against its passage.
///
/// As JSON with these members; a judge adds `right` and `reason`.
package struct SampledClaim: Hashable, Sendable, Codable {
  /// A thing or value at an end of the claim.
  package struct End: Hashable, Sendable, Codable {
    /// Its label, or the value as written.
    package var label: String
    /// Local name of its class; nil for values.
    package var `class`: String?
    /// Path of its IRI below the base; nil for values.
    package var path: String?
  }

  /// Sixteen hexadecimal digits.
  package var id: String
  /// The claim in words.
  package var claim: String
  /// What it is about.
  package var subject: End
  /// Local name of the predicate.
  package var predicate: String
  /// What is said of the subject.
  package var object: End
  /// Local name of the status; nil where the text tells none.
  package var status: String?
  /// Whether the text only intends, expects or aims at it; nil where it does not.
  package var modality: String?
  /// When, as an EDTF date or interval.
  package var period: String?
  /// Label of the agreement within which it holds.
  package var within: String?
  /// The words that say so, white space folded.
  package var quote: String
  /// The paragraph that the quote stands in; nil if the document has none there.
  package var paragraph: String?
  /// `file/rule`.
  package var rule: String
  /// 0…1.
  package var confidence: Double
  /// The document's file name.
  package var document: String
}
