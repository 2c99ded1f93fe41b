/// A document read through: what was found in it and the claims made of it, before those are put
/// together as the document's result.
struct ExtractionOutcome {
  var reading: DocumentReading
  var drafts: [DraftClaim]
  var title: TitleFinder.Title
}
