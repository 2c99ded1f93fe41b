import Claims

/// A claim while agreements are not yet brought together.
struct DraftClaim {
  var claim: Claim
  /// Position in the document's sentences.
  var sentence: Int
}
