/// What an element of an XML format is to a reader of text.
enum MarkupRole: Hashable, Sendable {
  /// Runs within the line.
  case inline
  /// Is not read, with all in it.
  case skipped
  /// Ends the line before and after it; what is in it is of the kind around it.
  case container
  /// A container whose headings are one level lower than those around it.
  case section
  /// Text right in it is of a kind, and so is that of the containers in it.
  case block(BlockKind)
  /// The heading of the section around it, on one line.
  case heading
  /// All in it makes one block of a kind.
  case flat(BlockKind)
  /// All in it makes one block of a kind, its elements divided by commas.
  case parts(BlockKind)
  /// All in it makes one entry of a list of works cited, written anew of its parts.
  case citation
  /// A part of such an entry; elsewhere it runs within the line.
  case part(CitationPart)
  /// Text that is set aside until the block around it ends.
  case note
  /// A row of a table, and a cell of it.
  case row
  case cell
  /// Is dropped where it has no letters or is one: a number that leads to a note.
  case mark
  /// Stands before the text of the block behind it.
  case label
  /// Stands before the heading behind it, or is one itself.
  case numbering
  case lineBreak
  /// Is put in quotation marks.
  case quote
  /// Is about the document: only its fields are read.
  case metadata

  /// What of an entry of works cited it is; nil for what is no part of one.
  var part: CitationPart? {
    if case .part(let part) = self { return part }
    return nil
  }
}

/// A part of what a file says of itself.
enum MarkupField: Hashable, Sendable {
  case title
  /// A title that counts where there is no other.
  case alias
  case author
  case givenName
  case surname
  case date
  case year
  case month
  case day
  /// BCP 47, or ISO 639-2 as legal formats have it.
  case language
  case address
  case doi
  case publisher
  /// The journal or book that it stands in.
  case container
  case volume
  case issue
  case firstPage
  case lastPage
}

/// What is done with an element.
struct MarkupRule: Sendable {
  var role: MarkupRole
  /// What its text, or a value of it, says of the document.
  var field: MarkupField?
  /// The attributes of which the first that is there has the value of the field, before any text.
  var attributes: [String] = []
  /// The field counts, and a mark or a part is one, only where this attribute, if it is there, has one of
  /// these values.
  var condition: (name: String, values: Set<String>)?
  /// The namespace that the element has to be of; nil for any.
  var namespace: String?

  /// A rule for elements of a role.
  init(
    _ role: MarkupRole, _ field: MarkupField? = nil, from attributes: [String] = [],
    where condition: (name: String, values: Set<String>)? = nil, namespace: String? = nil
  ) {
    self.role = role
    self.field = field
    self.attributes = attributes
    self.condition = condition
    self.namespace = namespace
  }
}
