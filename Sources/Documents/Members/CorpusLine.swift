import Diagnostics

/// One line of a corpus: `{"id": …, "text": …, "meta": {…}}`.
struct CorpusLine {
  /// A remark on a member of the line.
  struct Remark: Equatable {
    /// Bytes from the start of the line.
    var offset: Int
    /// Tells one kind of remark from the others, so that each is made once.
    var subject: String
    var message: Message
  }

  /// The text of the document.
  private(set) var text: [Unicode.Scalar]
  /// What the corpus calls the document; nil where it does not say.
  private(set) var id: String?
  /// What the corpus says of the document.
  private(set) var metadata = DocumentMetadata()
  /// What of the line is not used.
  private(set) var remarks: [Remark] = []

  /// The line, parsed.
  ///
  /// - Throws: ``JSONMistake`` if it is no JSON object with a text.
  init(_ bytes: ArraySlice<UInt8>) throws(JSONMistake) {
    guard case .object(let members) = try JSONText.value(of: bytes) else {
      throw JSONMistake(
        offset: 0,
        message: Message(
          en: "expected an object with “text”", id: "diharapkan objek dengan “text”"))
    }
    guard let member = members.last(where: { $0.name == "text" }) else {
      throw JSONMistake(
        offset: 0, message: Message(en: "the object has no “text”", id: "objek tanpa “text”"))
    }
    guard case .string(let text) = member.value else {
      throw JSONMistake(
        offset: member.offset,
        message: Message(en: "“text” is no string", id: "“text” bukan string"))
    }
    self.text = text
    for member in members where member.name != "text" { read(member) }
  }

  private mutating func read(_ member: JSONMember) {
    switch (member.name, member.value) {
    case (_, .null): break
    case ("id", .string):
      id = member.value.text.flatMap { $0.isEmpty ? nil : $0 }
    case ("id", .number(let number)): id = number
    case ("id", _): refuse(member, "id", "a string or a number", "string atau bilangan")
    case ("meta", .object(let members)): for member in members { readMeta(member) }
    case ("meta", _): refuse(member, "meta", "an object", "objek")
    default: passOver(member, member.name, Self.known)
    }
  }

  private static let known = "id, text, meta"
  private static let knownMeta =
    "title, authors, year, date, language, url, publisher, type, container, volume, issue, pages, doi"

  private mutating func readMeta(_ member: JSONMember) {
    let name = "meta.\(member.name)"
    if case .null = member.value { return }
    switch member.name {
    case "title": text(member, name).map { metadata.title = $0 }
    case "language": text(member, name).map { metadata.language = $0 }
    case "url": text(member, name).map { metadata.url = $0 }
    case "publisher": text(member, name).map { metadata.publisher = $0 }
    case "container": text(member, name).map { metadata.container = $0 }
    case "volume": text(member, name).map { metadata.volume = $0 }
    case "issue": text(member, name).map { metadata.issue = $0 }
    case "pages": text(member, name).map { metadata.pages = $0 }
    case "doi":
      guard let value = text(member, name) else { return }
      guard let doi = CitedWork.doi(in: value) else {
        return refuse(
          member, name, "an identifier such as 10.1234/abc", "pengenal seperti 10.1234/abc")
      }
      metadata.doi = doi
    case "type":
      guard let value = text(member, name) else { return }
      guard let type = DocumentType(rawValue: value) else {
        return refuse(member, name, DocumentType.names, DocumentType.names)
      }
      metadata.type = type
    case "author", "authors":
      switch member.value {
      case .string: text(member, name).map { metadata.authors += [$0] }
      case .array(let items):
        let names = items.compactMap(\.text).filter { !$0.isEmpty }
        if names.count < items.count {
          refuse(member, name, "a list of names", "daftar nama")
        }
        metadata.authors += names
      case .object, .number, .boolean, .null: refuse(member, name, "names", "nama")
      }
    case "year", "date":
      let value: String? =
        if case .number(let number) = member.value { number } else { member.value.text }
      guard let date = value.flatMap(DocumentDate.normalised) else {
        return refuse(member, name, DocumentDate.expected.english, DocumentDate.expected.indonesian)
      }
      // A day tells more than its year.
      if (metadata.date?.count ?? 0) < date.count { metadata.date = date }
    default: passOver(member, name, Self.knownMeta)
    }
  }

  private mutating func text(_ member: JSONMember, _ name: String) -> String? {
    guard let text = member.value.text else {
      refuse(member, name, "a string", "string")
      return nil
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private mutating func refuse(
    _ member: JSONMember, _ name: String, _ english: String, _ indonesian: String
  ) {
    remarks.append(
      Remark(
        offset: member.offset, subject: "type \(name)",
        message: Message(
          en: "“\(name)” is left out: expected \(english)",
          id: "“\(name)” diabaikan: diharapkan \(indonesian)")))
  }

  private mutating func passOver(_ member: JSONMember, _ name: String, _ known: String) {
    remarks.append(
      Remark(
        offset: member.offset, subject: "key \(name)",
        message: Message(
          en: "“\(name)” is not used; used are: \(known)",
          id: "“\(name)” tidak dipakai; yang dipakai: \(known)")))
  }
}
