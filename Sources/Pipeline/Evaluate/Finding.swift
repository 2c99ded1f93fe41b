package import Diagnostics

/// One thing or statement that a build missed or wrongly found, with the passage to look at.
package struct Finding: Hashable, Sendable {
  /// What is wrong.
  package enum Kind: String, Hashable, Sendable, Codable {
    /// Annotated, and not found.
    case miss
    /// Found, and not annotated.
    case falseAlarm
  }

  /// What the finding is about.
  package enum Matter: Hashable, Sendable {
    /// A thing of the class with this local name.
    case entity(String)
    /// A statement with the predicate of this local name in its compared form.
    case relation(String)
  }

  /// What is wrong.
  package var kind: Kind
  /// What it is about.
  package var matter: Matter
  /// Name of the annotation file without its ending.
  package var document: String
  /// The thing's label, or `subject – predicate – object` as annotated or found.
  package var statement: String
  /// The annotator's words, the claim's quote, or the text around the name, white space folded; nil
  /// where there is none.
  package var passage: String?
  /// The rule that fired; nil for misses and for things.
  package var rule: String?
  /// The claim's, 0…1; nil for misses and for things.
  package var confidence: Double?
  /// What is found instead, or which end fails; nil where nothing is known.
  package var hint: Message?
}
