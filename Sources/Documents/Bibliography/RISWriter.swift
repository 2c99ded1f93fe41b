/// Writes works as RIS.
public struct RISWriter: Sendable {
  /// A writer.
  public init() {}

  /// The record of a work, ending with a line feed.
  public func record(_ work: CitedWork, key: String) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append("\(tag)  - \(words)")
    }
    add("TY", Self.type(of: work))
    add("ID", key)
    for name in work.authors { add("AU", Self.name(name)) }
    // Beside a chapter's authors stand the editors of its book.
    for name in work.editors { add(work.authors.isEmpty ? "AU" : "A2", Self.name(name)) }
    add("TI", work.title)
    let isJournal = work.type == .article
    add(isJournal ? "JO" : "T2", work.container)
    add("PY", work.year)
    let parts = (work.date ?? "").split(separator: "-")
    if parts.count > 1 { add("DA", parts.joined(separator: "/")) }
    add("VL", work.volume)
    add("IS", work.issue)
    let pages = (work.pages ?? "").split(separator: "–")
    add("SP", pages.first.map(String.init))
    if pages.count > 1 { add("EP", String(pages[1])) }
    add("ET", work.edition)
    add("PB", work.publisher)
    add("CY", work.place)
    add("M3", work.genre)
    add("LA", work.language)
    add("DO", work.doi)
    add("UR", work.url)
    add("Y2", work.accessed?.replacing("-", with: "/"))
    add("N1", work.note)
    return lines.map { "\($0)\n" }.joined() + "ER  - \n"
  }

  private static func type(of work: CitedWork) -> String {
    switch work.type {
    case .article: "JOUR"
    case .book: "BOOK"
    case .chapter: "CHAP"
    case .conference: "CPAPER"
    case .legislation: "STAT"
    case .news: "NEWS"
    case .report: "RPRT"
    case .thesis: "THES"
    case .webpage: "ELEC"
    case nil: "GEN"
    }
  }

  private static func name(_ name: WorkName) -> String {
    switch name {
    case .inverted(let family, let given): "\(family), \(given)"
    case .natural(let name), .organization(let name): name
    }
  }
}
