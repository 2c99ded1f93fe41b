/// Writes works as BibTeX, with the entry types that every BibTeX style knows.
public struct BibTeXWriter: Sendable {
  /// A writer.
  public init() {}

  /// The entry of a work, ending with a line feed.
  public func entry(_ work: CitedWork, key: String) -> String {
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, "{\(value)}")) }
    }
    add("author", names(work.authors, hasMore: work.hasMoreAuthors))
    add("editor", names(work.editors, hasMore: work.hasMoreAuthors && work.authors.isEmpty))
    // A second pair of braces keeps the capitals of names in titles.
    add("title", work.title.map { "{\(Self.escaped($0))}" })
    let type = Self.type(of: work)
    switch type {
    case "article": add("journal", work.container.map(Self.escaped))
    case "incollection", "inproceedings": add("booktitle", work.container.map(Self.escaped))
    default: add("howpublished", work.container.map(Self.escaped))
    }
    add("volume", work.volume.map(Self.escaped))
    add("number", work.issue.map(Self.escaped))
    add("pages", work.pages.map { Self.escaped($0.replacing("–", with: "--")) })
    add("edition", work.edition.map(Self.escaped))
    switch type {
    case "mastersthesis", "phdthesis": add("school", work.publisher.map(Self.escaped))
    case "techreport": add("institution", work.publisher.map(Self.escaped))
    default: add("publisher", work.publisher.map(Self.escaped))
    }
    add("address", work.place.map(Self.escaped))
    add("type", work.genre.map(Self.escaped))
    add("year", work.year.map { $0 + (work.yearSuffix ?? "") })
    let parts = (work.date ?? "").split(separator: "-")
    if parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) {
      fields.append(("month", Self.months[month - 1]))
    }
    add("language", work.language.map(Self.escaped))
    add("doi", work.doi.map(Self.verbatim))
    add("url", work.url.map(Self.verbatim))
    add("urldate", work.accessed)
    add("note", work.note.map(Self.escaped))
    let lines = fields.map { "  \($0.0) = \($0.1)" }
    return "@\(type){\(key)\(lines.map { ",\n\($0)" }.joined())\n}\n"
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func type(of work: CitedWork) -> String {
    switch work.type {
    case .article: return work.container == nil ? "misc" : "article"
    case .book: return "book"
    case .chapter: return "incollection"
    case .conference: return "inproceedings"
    case .report: return "techreport"
    case .thesis:
      return work.isDoctoral ? "phdthesis" : "mastersthesis"
    case .legislation, .news, .webpage, nil: return "misc"
    }
  }

  private func names(_ names: [WorkName], hasMore: Bool) -> String? {
    guard !names.isEmpty else { return nil }
    let written = names.map { name in
      switch name {
      case .inverted(let family, let given):
        "\(Self.name(family)), \(Self.name(given))"
      case .natural(let name): Self.name(name)
      // Braces keep it whole.
      case .organization(let name): "{\(Self.escaped(name))}"
      }
    }
    return (written + (hasMore ? ["others"] : [])).joined(separator: " and ")
  }

  /// A part of a name; the word that divides names stands in braces.
  private static func name(_ text: String) -> String {
    text.split(separator: " ").map { word in
      word.lowercased() == "and" || word.contains(",")
        ? "{\(escaped(String(word)))}"
        : escaped(String(word))
    }.joined(separator: " ")
  }

  /// Text with the characters that TeX reads as commands made plain; other Unicode stays.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "&", "%", "$", "#", "_": result += "\\\(character)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// An address or identifier, which styles read as it stands; braces and backslashes as `%XX`.
  private static func verbatim(_ text: String) -> String {
    text.replacing("\\", with: "%5C").replacing("{", with: "%7B").replacing("}", with: "%7D")
  }
}
