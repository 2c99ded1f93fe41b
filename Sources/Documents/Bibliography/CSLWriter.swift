/// Writes works as items of [CSL-JSON 1.0.2](https://docs.citationstyles.org/en/stable/specification.html).
public struct CSLWriter: Sendable {
  /// A writer.
  public init() {}

  /// The item of a work: a JSON object without line breaks.
  public func item(_ work: CitedWork, key: String) -> String {
    var members: [(String, String)] = [("id", Self.string(key)), ("type", Self.string(type(work)))]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { members.append((name, Self.string(value))) }
    }
    func add(_ name: String, names: [WorkName]) {
      guard !names.isEmpty else { return }
      members.append((name, "[\(names.map(Self.name).joined(separator: ","))]"))
    }
    add("title", work.title)
    add("author", names: work.authors)
    add("editor", names: work.editors)
    add("container-title", work.container)
    if let date = work.date.map(Self.date) { members.append(("issued", date)) }
    add("volume", work.volume)
    add("issue", work.issue)
    add("page", work.pages?.replacing("–", with: "-"))
    add("edition", work.edition)
    add("publisher", work.publisher)
    add("publisher-place", work.place)
    add("genre", work.genre)
    add("year-suffix", work.yearSuffix)
    add("language", work.language)
    add("DOI", work.doi)
    add("URL", work.url)
    if let date = work.accessed.map(Self.date) { members.append(("accessed", date)) }
    add("note", work.note)
    return "{\(members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
  }

  private func type(_ work: CitedWork) -> String {
    switch work.type {
    case .article: "article-journal"
    case .book: "book"
    case .chapter: "chapter"
    case .conference: "paper-conference"
    case .legislation: "legislation"
    case .news: "article-newspaper"
    case .report: "report"
    case .thesis: "thesis"
    case .webpage: "webpage"
    case nil: "document"
    }
  }

  private static func name(_ name: WorkName) -> String {
    switch name {
    case .inverted(let family, let given):
      "{\"family\":\(string(family)),\"given\":\(string(given))}"
    case .natural(let name), .organization(let name): "{\"literal\":\(string(name))}"
    }
  }

  /// An EDTF date as its numbers.
  private static func date(_ date: String) -> String {
    let numbers = date.split(separator: "-").compactMap { Int($0) }.map { String($0) }
    return "{\"date-parts\":[[\(numbers.joined(separator: ","))]]}"
  }

  private static func string(_ text: String) -> String {
    let hexadecimal = Array("0123456789abcdef")
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20:
        result +=
          "\\u00\(hexadecimal[Int(scalar.value >> 4)])\(hexadecimal[Int(scalar.value & 15)])"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
