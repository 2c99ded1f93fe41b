/// A regulation as its own text tells of it.
package struct Statute: Sendable {
  /// The act that the text is of, as its title block names it.
  package var own: Citation
  /// The parts found, in text order.
  package var parts: [(part: StatutePart, range: Range<Int>)]
  /// When it was enacted.
  package var enacted: StatuteDate?
  /// When it was promulgated.
  package var promulgated: StatuteDate?
  /// When it came into force, as its text says; nil if the text does not say.
  package var inForce: StatuteDate?
  /// In text order; each pair of acts once in each relation.
  package var relations: [StatuteRelation]
}

/// A part of a regulation.
package enum StatutePart: String, Hashable, Sendable {
  /// Kind, number, year and title.
  case head
  case considering
  case legalBasis
  /// From the enacting word to the first article.
  case enacting
  /// The articles.
  case body
  /// Publication, dates and signatures.
  case closing
  /// The official explanation, and annexes behind it.
  case elucidation
}

/// A day that a regulation names.
package struct StatuteDate: Hashable, Sendable {
  /// `1999-05-07`.
  package var day: String
  /// The words that tell it, in bytes of the text read.
  package var range: Range<Int>
}

/// What one act does to another, as a regulation says.
package struct StatuteRelation: Hashable, Sendable {
  /// What is done; the raw value is the name of the predicate.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case amends, repeals, replaces, implements, enacts, basedOn
  }

  /// What is done.
  package var kind: Kind
  /// The citation of the act that does it; nil for the act that the text is of.
  package var subject: Citation?
  /// The citation of the act that it is done to.
  package var object: Citation
  /// Whether only a part of the object is meant.
  package var isPartial: Bool
  /// The articles meant, each in one form.
  package var articles: [String]
  /// The words that say which part, where only a part is meant.
  package var scope: Range<Int>?
  /// The part that says so.
  package var part: StatutePart
  /// The clause, in bytes of the text read.
  package var clause: Range<Int>
  /// Whether the words are a reason given for the act rather than a clause of it.
  package var isReason = false
}
