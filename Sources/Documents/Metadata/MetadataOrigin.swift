/// A piece of what is known about a document.
public enum MetadataField: String, Hashable, Sendable, CaseIterable {
  case title
  case authors
  case date
  case language
  case url
  case publisher
  case type
  case container
  case volume
  case issue
  case pages
  case doi
}

/// Where a piece of metadata comes from.
public enum MetadataOrigin: String, Hashable, Sendable {
  /// A file beside the document, or the line of a corpus.
  case sidecar
  /// What the file says of itself: its properties, its head.
  case file
  /// Read from the text.
  case text
}

extension DocumentMetadata {
  /// Whether anything is known of a field.
  public func has(_ field: MetadataField) -> Bool {
    switch field {
    case .title: title != nil
    case .authors: !authors.isEmpty
    case .date: date != nil
    case .language: language != nil
    case .url: url != nil
    case .publisher: publisher != nil
    case .type: type != nil
    case .container: container != nil
    case .volume: volume != nil
    case .issue: issue != nil
    case .pages: pages != nil
    case .doi: doi != nil
    }
  }

  /// Where a field comes from; nil if nothing is known of it.
  public func origin(of field: MetadataField) -> MetadataOrigin? {
    has(field) ? origins[field] ?? .file : nil
  }

  /// The same, as known from elsewhere.
  public func known(from origin: MetadataOrigin) -> DocumentMetadata {
    var known = self
    known.origins = [:]
    for field in MetadataField.allCases where has(field) { known.origins[field] = origin }
    return known
  }

  /// The same with the fields that are empty taken from elsewhere.
  public func completed(by other: DocumentMetadata) -> DocumentMetadata {
    var whole = self
    for field in MetadataField.allCases where !has(field) && other.has(field) {
      switch field {
      case .title: whole.title = other.title
      case .authors: whole.authors = other.authors
      case .date: whole.date = other.date
      case .language: whole.language = other.language
      case .url: whole.url = other.url
      case .publisher: whole.publisher = other.publisher
      case .type: whole.type = other.type
      case .container: whole.container = other.container
      case .volume: whole.volume = other.volume
      case .issue: whole.issue = other.issue
      case .pages: whole.pages = other.pages
      case .doi: whole.doi = other.doi
      }
      whole.origins[field] = other.origin(of: field)
    }
    return whole
  }
}
