import Diagnostics
import Documents
import DomainPack
import RDF

/// What a file beside a document says of it: `NAME.meta.yaml` with the keys `title`, `authors`,
/// `date` or `year`, `language`, `url`, `publisher`, `type`, `container`, `volume`, `issue`, `pages`
/// and `doi`.
struct Sidecar {
  private(set) var metadata = DocumentMetadata()
  /// What of it is not used, each with its place.
  private(set) var diagnostics: [Diagnostic] = []

  /// Keys and what else they are called.
  private static let fields: [String: MetadataField] = [
    "title": .title, "authors": .authors, "author": .authors, "date": .date, "year": .date,
    "language": .language, "url": .url, "publisher": .publisher, "type": .type,
    "container": .container, "volume": .volume, "issue": .issue, "pages": .pages, "doi": .doi,
  ]

  /// What the text of such a file says; a mistake costs the line it stands in and is told.
  init(_ bytes: [UInt8], file: String) {
    do throws(SyntaxError) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw SyntaxError(
          Message(en: "not text in UTF-8", id: "bukan teks UTF-8"), at: .start ..< .start,
          file: file)
      }
      let root = try PackNode.parse(text, file: file)
      for (key, value) in try root.entries() {
        do throws(SyntaxError) {
          try read(key, value)
        } catch {
          tell(error)
        }
      }
    } catch {
      tell(error)
    }
    metadata = metadata.known(from: .sidecar)
  }

  private init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  /// What a file says; one that cannot be read says nothing and is told.
  static func read(_ path: String) -> Sidecar {
    do throws(FileFailure) {
      return Sidecar(try FileSystem.read(path), file: path)
    } catch {
      return Sidecar(
        Diagnostic(
          id: "sidecar.unreadable", severity: .warning, message: error.message, file: path))
    }
  }

  private mutating func tell(_ error: SyntaxError) {
    diagnostics.append(
      Diagnostic(
        id: "sidecar.mistake", severity: .warning, message: error.message, file: error.file,
        location: error.location))
  }

  private mutating func read(_ key: PackNode, _ value: PackNode) throws(SyntaxError) {
    let name = try key.text()
    guard let field = Self.fields[name] else {
      let known = Self.fields.keys.sorted()
      let nearest = EditDistance.nearest(to: name, among: known).first
      throw key.error(
        Message(
          en: "unknown key “\(name)”; "
            + (nearest.map { "did you mean “\($0)”?" } ?? "known are: ")
            + (nearest == nil ? known.joined(separator: ", ") : ""),
          id: "kunci “\(name)” tidak dikenal; "
            + (nearest.map { "maksudnya “\($0)”?" } ?? "yang dikenal: ")
            + (nearest == nil ? known.joined(separator: ", ") : "")))
    }
    switch field {
    case .title: metadata.title = try Self.line(value)
    case .authors:
      for author in try value.texts() {
        let words = author.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !words.isEmpty { metadata.authors.append(words) }
      }
      if metadata.authors.isEmpty { throw Self.expected(value, "a name", "nama") }
    case .date:
      guard let date = DocumentDate.normalised(try value.text()) else {
        throw Self.expected(
          value, DocumentDate.expected.english, DocumentDate.expected.indonesian)
      }
      // A day tells more than its year.
      if (metadata.date?.count ?? 0) < date.count { metadata.date = date }
    case .language:
      let tag = try Self.line(value)
      guard (2...3).contains(tag.prefix { $0 != "-" }.count), LanguageTag.isWellFormed(tag) else {
        throw Self.expected(
          value, "a language tag such as id or en", "tanda bahasa seperti id atau en")
      }
      metadata.language = tag
    case .url:
      let url = try Self.line(value)
      guard url.hasPrefix("http://") || url.hasPrefix("https://"), !url.contains(" ") else {
        throw Self.expected(
          value, "an address that begins with http:// or https://",
          "alamat yang diawali http:// atau https://")
      }
      metadata.url = url
    case .publisher: metadata.publisher = try Self.line(value)
    case .container: metadata.container = try Self.line(value)
    case .volume: metadata.volume = try Self.line(value)
    case .issue: metadata.issue = try Self.line(value)
    case .pages: metadata.pages = try Self.line(value)
    case .doi:
      guard let doi = CitedWork.doi(in: try Self.line(value)) else {
        throw Self.expected(
          value, "an identifier such as 10.1234/abc", "pengenal seperti 10.1234/abc")
      }
      metadata.doi = doi
    case .type:
      let word = try value.text()
      guard let type = DocumentType(rawValue: word) else {
        let known = DocumentType.allCases.map(\.rawValue)
        let names = known.joined(separator: ", ")
        throw Self.expected(
          value, "one of \(names)", "salah satu dari \(names)")
      }
      metadata.type = type
    }
  }

  /// A text without line breaks that is not empty.
  private static func line(_ node: PackNode) throws(SyntaxError) -> String {
    let words = try node.text().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw expected(node, "a text", "teks") }
    return words.joined(separator: " ")
  }

  private static func expected(
    _ node: PackNode, _ english: String, _ indonesian: String
  ) -> SyntaxError {
    node.error(Message(en: "expected \(english)", id: "diharapkan \(indonesian)"))
  }
}
