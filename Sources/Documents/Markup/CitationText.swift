/// A part of an entry of a list of works cited, as formats that mark each part have it.
enum CitationPart: Hashable, Sendable {
  /// Names of one kind: of authors where the rule's condition holds, else of editors.
  case people
  case name
  case surname
  case givenName
  /// A body that publishes, or a group of people.
  case body
  /// There are more names than are given.
  case others
  case year
  case title
  /// The journal or the book that the work stands in; without a title of its own it is the work.
  case container
  case volume
  case issue
  case firstPage
  case lastPage
  case pages
  case edition
  case place
  case publisher
  /// Is the identifier where the rule's condition holds, else left out.
  case doi
  case address
  /// Is left out.
  case unused
}

/// Writes an entry whose parts are marked as the customs of APA have it, which readers of entries
/// know, whatever order the parts stand in.
struct CitationText {
  private struct Open {
    var part: CitationPart?
    var isMeant: Bool
    var bytes: [UInt8] = []
  }

  private struct Person {
    var surname = ""
    var givenName = ""
    var body = ""

    /// `Sari, D. P.`, or the name of a body.
    var text: String {
      if surname.isEmpty { return body }
      return givenName.isEmpty ? surname : "\(surname), \(Self.initials(givenName))"
    }

    /// Initials that stand together, as in `DP`, with full stops between; other names as they are.
    private static func initials(_ name: String) -> String {
      guard name.utf8.count <= 3, name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
        return name
      }
      return name.map { "\($0)." }.joined(separator: " ")
    }
  }

  private var open: [Open] = []
  private var values: [CitationPart: String] = [:]
  private var authors: [Person] = []
  private var editors: [Person] = []
  private var person = Person()
  /// Text that belongs to no part.
  private var rest: [String] = []
  private var hasOthers = false

  /// Begins an element.
  ///
  /// - Parameters:
  ///   - part: what it is; nil for elements within a part, whose text is that of the part.
  ///   - isMeant: whether the condition of its rule holds.
  mutating func begin(_ part: CitationPart?, isMeant: Bool) {
    open.append(Open(part: part, isMeant: isMeant))
  }

  /// Adds text of the innermost element.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if open.isEmpty { open.append(Open(part: nil, isMeant: true)) }
    open[open.count - 1].bytes.append(contentsOf: piece)
  }

  /// Ends the innermost element.
  mutating func end() {
    guard let last = open.popLast() else { return }
    guard let part = last.part else {
      if open.last?.part != nil {
        open[open.count - 1].bytes += last.bytes
      } else {
        keepRest(last.bytes)
      }
      return
    }
    let text = Self.line(last.bytes)
    switch part {
    case .surname: person.surname = text
    case .givenName: person.givenName = text
    case .name, .body:
      person.body = text
      addPerson()
    case .others: hasOthers = true
    case .people: break
    case .unused: break
    case .doi: if last.isMeant { values[.doi] = values[.doi] ?? text }
    default: if !text.isEmpty { values[part] = values[part] ?? text }
    }
  }

  private mutating func addPerson() {
    defer { person = Person() }
    guard !person.text.isEmpty else { return }
    let isEditor = open.last { $0.part == .people }.map { !$0.isMeant } ?? false
    if isEditor { editors.append(person) } else { authors.append(person) }
  }

  private mutating func keepRest(_ bytes: [UInt8]) {
    let text = Self.line(bytes)
    if text.unicodeScalars.contains(where: { $0.isLetter || $0.isDigit }) { rest.append(text) }
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The entry on one line; empty without any part.
  var text: String {
    let container = values[.container]
    let title = values[.title]
    let isInBook = title != nil && container != nil && isBook
    var pieces: [String] = []
    let people = authors.isEmpty ? editors : authors
    var names = Self.list(people.map(\.text))
    if hasOthers, !names.isEmpty { names += ", et al." }
    if authors.isEmpty, !editors.isEmpty { names += Self.editorMark(editors.count) }
    pieces.append(Self.ended(names))
    pieces.append(values[.year].map { "(\($0))." } ?? "")
    if let title { pieces.append(Self.ended(title)) }
    if isInBook {
      pieces.append(Self.ended(inBook))
    } else if let container {
      pieces.append(Self.ended(title == nil ? ownTitle(container) : inJournal(container)))
    }
    pieces.append(Self.ended(imprint))
    pieces += rest.map(Self.ended)
    if let doi = values[.doi] {
      pieces.append(doi.hasPrefix("http") ? doi : "https://doi.org/\(doi)")
    } else if let address = values[.address] {
      pieces.append(address)
    }
    return pieces.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether what the work stands in is a book.
  private var isBook: Bool {
    values[.volume] == nil && values[.issue] == nil
      && (values[.publisher] != nil || (!editors.isEmpty && !authors.isEmpty))
  }

  private var pages: String? {
    if let pages = values[.pages] { return pages.replacing("-", with: "–") }
    guard let first = values[.firstPage] else { return nil }
    guard let last = values[.lastPage], last != first else { return first }
    return "\(first)–\(last)"
  }

  private var inBook: String {
    var text = "In "
    if !authors.isEmpty, !editors.isEmpty {
      text += Self.list(editors.map(\.text)) + Self.editorMark(editors.count) + ", "
    }
    text += values[.container] ?? ""
    let notes = [values[.edition].map(Self.edition), pages.map { "pp. \($0)" }].compactMap(\.self)
    return notes.isEmpty ? text : "\(text) (\(notes.joined(separator: ", ")))"
  }

  private func inJournal(_ name: String) -> String {
    var text = name
    if let volume = values[.volume] {
      text += ", \(volume)" + (values[.issue].map { "(\($0))" } ?? "")
    } else if let issue = values[.issue] {
      text += ", (\(issue))"
    }
    return text + (pages.map { ", \($0)" } ?? "")
  }

  private func ownTitle(_ title: String) -> String {
    values[.edition].map { "\(title) (\(Self.edition($0)))" } ?? title
  }

  private static func edition(_ text: String) -> String {
    text.allSatisfy(\.isNumber) ? "\(text) ed." : text
  }

  private var imprint: String {
    [values[.place], values[.publisher]].compactMap(\.self).joined(separator: ": ")
  }

  private static func editorMark(_ count: Int) -> String { count > 1 ? " (Eds.)" : " (Ed.)" }

  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")), & \(last)"
  }

  private static func ended(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".?!".contains(last) ? text : "\(text)."
  }
}
