/// What kind of publication a document is.
public enum DocumentType: String, Hashable, Sendable, CaseIterable {
  case article
  case book
  /// A part of a book with authors of its own.
  case chapter
  /// A paper in the proceedings of a conference.
  case conference
  case legislation
  case news
  case report
  /// A thesis of any degree.
  case thesis
  case webpage

  /// All names, for messages.
  package static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
