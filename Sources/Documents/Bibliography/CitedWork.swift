/// A name in a list of works cited.
public enum WorkName: Hashable, Sendable {
  /// Family name first, as the list has it.
  case inverted(family: String, given: String)
  /// A person's name in its natural order, or a single name.
  case natural(String)
  /// A body that publishes.
  case organization(String)

  /// The part under which the name is sorted: of a natural name the last word.
  var sortingName: String {
    switch self {
    case .inverted(let family, _): family
    case .natural(let name): name.split(separator: " ").last.map(String.init) ?? name
    case .organization(let name): name
    }
  }
}

/// A work: a document that was read, or an entry of a list of works cited.
///
/// A field is nil or empty where the entry does not say it for certain; nothing is guessed.
public struct CitedWork: Hashable, Sendable {
  /// What kind of publication it is; nil if unknown.
  public var type: DocumentType?
  /// In the order of the entry.
  public var authors: [WorkName] = []
  /// Whether the entry says that there are more authors than it names (*et al.*, *dkk.*).
  public var hasMoreAuthors = false
  /// Editors of the work, or of the book that it is a chapter of.
  public var editors: [WorkName] = []
  /// EDTF date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var date: String?
  /// Letter behind the year, such as the `b` of `2017b`.
  public var yearSuffix: String?
  /// The title as the entry has it, without quotation marks.
  public var title: String?
  /// The journal, the book or the site that it stands in.
  public var container: String?
  /// The volume, in digits or Roman numerals.
  public var volume: String?
  /// The number within the volume.
  public var issue: String?
  /// A page, or the first and last with an en dash between.
  public var pages: String?
  /// Edition as the entry names it.
  public var edition: String?
  /// The publisher; of a thesis the university.
  public var publisher: String?
  /// Where it was published.
  public var place: String?
  /// What a thesis calls itself, such as *Skripsi*.
  public var genre: String?
  /// Whether a thesis is one of a doctor.
  public var isDoctoral = false
  /// Digital object identifier without address: `10.…`.
  public var doi: String?
  /// The address, absolute.
  public var url: String?
  /// Day of access, an EDTF date.
  public var accessed: String?
  /// BCP 47 tag.
  public var language: String?
  /// The whole entry where not all of it is told by the other fields; nil where it is.
  public var note: String?

  /// A work of which nothing is known.
  public init() {}

  /// The year; nil without a date.
  var year: String? { date.map { String($0.prefix(4)) } }
}
