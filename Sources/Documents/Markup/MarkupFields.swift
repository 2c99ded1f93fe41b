import Foundation

/// Gathers what an XML document says of itself.
struct MarkupFields {
  /// A field whose text is being read.
  private struct Open {
    var field: MarkupField
    var bytes: [UInt8] = []
  }

  private var open: [Open] = []
  private(set) var metadata = DocumentMetadata()
  private var doi: String?
  private var firstPage: String?
  private var lastPage: String?
  private var alias: String?
  private var givenName = ""
  private var surname = ""
  private var year = ""
  private var month = ""
  private var day = ""

  /// Most fields within each other.
  private static let mostOpen = 8
  /// Longest text of a field in bytes; more of it is not kept.
  private static let longest = 4_096

  /// What was gathered, the DOI as an address where there is no other.
  var result: DocumentMetadata {
    var result = metadata
    result.title = result.title ?? alias
    if let doi {
      result.doi = CitedWork.doi(in: doi)
      if result.url == nil { result.url = doi.hasPrefix("http") ? doi : "https://doi.org/\(doi)" }
    }
    if let firstPage {
      result.pages =
        lastPage.map { $0 == firstPage ? firstPage : "\(firstPage)–\($0)" } ?? firstPage
    }
    if result.container != nil { result.type = .article }
    return result
  }

  /// Begins to read the text of a field; whether there is room for it.
  mutating func begin(_ field: MarkupField) -> Bool {
    guard open.count < Self.mostOpen else { return false }
    if field == .author { (givenName, surname) = ("", "") }
    if field == .date { (year, month, day) = ("", "", "") }
    open.append(Open(field: field))
    return true
  }

  /// Adds text to the fields that are being read.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    for index in open.indices where open[index].bytes.count < Self.longest {
      open[index].bytes.append(contentsOf: piece)
    }
  }

  /// Ends the field begun last.
  mutating func end() {
    guard let last = open.popLast() else { return }
    set(last.field, String(decoding: last.bytes, as: UTF8.self))
  }

  /// The language of the document as its root says.
  mutating func setLanguage(_ tag: String) { metadata.language = tag }

  /// Takes the text of a field; the first of each counts, of authors all.
  mutating func set(_ field: MarkupField, _ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch field {
    case .title: if metadata.title == nil, !text.isEmpty { metadata.title = text }
    case .alias: if alias == nil, !text.isEmpty { alias = text }
    case .author:
      let name = surname.isEmpty ? text : givenName.isEmpty ? surname : "\(givenName) \(surname)"
      if !name.isEmpty, !metadata.authors.contains(name) { metadata.authors.append(name) }
      (givenName, surname) = ("", "")
    case .givenName: givenName = givenName.isEmpty ? text : "\(givenName) \(text)"
    case .surname: surname = text
    case .date:
      let date =
        PublicationDay.read(text) ?? PublicationDay.read(year: year, month: month, day: day)
      if metadata.date == nil { metadata.date = date }
    case .year: year = text
    case .month: month = text
    case .day: day = text
    case .language:
      if metadata.language == nil, !text.isEmpty { metadata.language = Self.tag(text) }
    case .address:
      let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
      if metadata.url == nil, isAddress { metadata.url = text }
    case .doi: if doi == nil, !text.isEmpty { doi = text }
    case .publisher: take(text, \.metadata.publisher)
    case .container: take(text, \.metadata.container)
    case .volume: take(text, \.metadata.volume)
    case .issue: take(text, \.metadata.issue)
    case .firstPage: take(text, \.firstPage)
    case .lastPage: take(text, \.lastPage)
    }
  }

  private mutating func take(_ text: String, _ path: WritableKeyPath<MarkupFields, String?>) {
    if self[keyPath: path] == nil, !text.isEmpty { self[keyPath: path] = text }
  }

  /// A BCP 47 tag; codes of three letters that have one of two are written so
  /// ([RFC 5646 §2.2.1](https://www.rfc-editor.org/rfc/rfc5646#section-2.2.1)).
  private static func tag(_ text: String) -> String {
    guard text.utf8.count == 3 else { return text }
    return Locale.LanguageCode(text).identifier(.alpha2) ?? text
  }
}
