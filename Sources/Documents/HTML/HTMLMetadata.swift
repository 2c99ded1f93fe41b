import XML

/// What a page says of itself: in its head, in JSON-LD and in marks of the text.
struct HTMLMetadata {
  private let tree: HTMLTree
  /// The numbers of the names of the page.
  private let numbers: [String: Int32]
  private var meta: [String: String] = [:]
  private var authors: [String] = []
  private var title: String?
  private var heading: String?
  private var headings = 0
  private var time: String?
  private var publishedTime: String?
  private var language: String?
  private var canonical: String?
  private var markedAuthors: [String] = []
  private var described: [PageDescription] = []

  /// Title, authors, date, language and address as far as the page gives them.
  static func read(_ tree: HTMLTree) -> DocumentMetadata {
    var reading = HTMLMetadata(tree)
    reading.collect()
    return reading.result()
  }

  private init(_ tree: HTMLTree) {
    self.tree = tree
    var numbers: [String: Int32] = [:]
    for (number, name) in tree.names.enumerated() { numbers[name] = Int32(number) }
    self.numbers = numbers
  }

  private static let names: Set<String> = [
    "html", "title", "meta", "link", "h1", "time", "script", "a", "span", "address", "div", "p",
  ]

  private mutating func collect() {
    let names = tree.names
    let watched = names.map { Self.names.contains($0) }
    let property = numbers["itemprop"]
    let relation = numbers["rel"]
    for index in tree.nodes.indices where watched[Int(tree.nodes[index].name)] {
      switch names[Int(tree.nodes[index].name)] {
      case "html": language = language ?? value("lang", index) ?? value("xml:lang", index)
      case "title": title = title ?? text(index)
      case "meta": takeMeta(index)
      case "link": takeLink(index)
      case "h1":
        headings += 1
        heading = heading ?? text(index)
      case "time":
        let date = value("datetime", index) ?? text(index)
        time = time ?? date.flatMap(PublicationDay.read)
        if let name = word(property, index), name == "datepublished" {
          publishedTime = publishedTime ?? date
        }
      case "script":
        guard value("type", index)?.lowercased() == "application/ld+json" else { continue }
        let child = Int(tree.nodes[index].firstChild)
        guard child >= 0 else { continue }
        described += PageDescription.all(in: Array(tree.bytes[tree.text(of: child)]))
      default:
        guard property != nil || relation != nil else { continue }
        if word(property, index) == "author" || word(relation, index) == "author",
          let name = text(index), name.utf8.count <= Self.longestName
        {
          markedAuthors.append(name)
        }
      }
    }
  }

  /// Longest text in bytes that is taken for a name.
  private static let longestName = 100

  private mutating func takeMeta(_ index: Int) {
    guard let content = value("content", index) else { return }
    let name = value("property", index) ?? value("name", index) ?? value("itemprop", index)
    guard let name = name?.lowercased() else {
      if value("http-equiv", index)?.lowercased() == "content-language" {
        meta["content-language"] = content
      }
      return
    }
    switch name {
    case "author", "citation_author", "dc.creator", "dcterms.creator", "article:author":
      guard !content.hasPrefix("http://"), !content.hasPrefix("https://") else { return }
      authors.append(content)
    default:
      if meta[name] == nil { meta[name] = content }
    }
  }

  private mutating func takeLink(_ index: Int) {
    guard canonical == nil, value("rel", index)?.lowercased() == "canonical" else { return }
    canonical = value("href", index).flatMap(Self.address)
  }

  private func result() -> DocumentMetadata {
    var metadata = DocumentMetadata()
    let article = described.first
    metadata.url =
      canonical ?? meta["og:url"].flatMap(Self.address) ?? article?.url.flatMap(Self.address)
    let site = SiteName(name: meta["og:site_name"] ?? meta["application-name"], url: metadata.url)
    let onlyHeading = headings == 1 ? heading : nil
    metadata.title =
      site.stripped(meta["og:title"]) ?? meta["citation_title"] ?? meta["dc.title"]
      ?? meta["dcterms.title"] ?? article?.title ?? onlyHeading ?? site.stripped(title)
    var seen: Set<String> = []
    for names in [authors, article?.authors ?? [], markedAuthors] where metadata.authors.isEmpty {
      metadata.authors = names.filter { seen.insert($0).inserted }
    }
    let dates = Self.dateNames.map { meta[$0] } + [article?.date, publishedTime, time]
    metadata.date = dates.lazy.compactMap { $0 }.compactMap(PublicationDay.read).first
    let locale = meta["og:locale"]?.replacing("_", with: "-")
    metadata.language =
      language ?? meta["content-language"] ?? meta["dc.language"] ?? article?.language ?? locale
    metadata.publisher =
      meta["citation_publisher"] ?? meta["dc.publisher"] ?? meta["dcterms.publisher"]
      ?? meta["citation_dissertation_institution"] ?? article?.publisher ?? meta["og:site_name"]
    takeJournal(into: &metadata)
    metadata.type = metadata.container == nil ? article?.type : .article
    return metadata
  }

  /// What pages of journals say for search engines
  /// ([Google Scholar](https://scholar.google.com/intl/en/scholar/inclusion.html#indexing)).
  private func takeJournal(into metadata: inout DocumentMetadata) {
    metadata.container = meta["citation_journal_title"]
    metadata.volume = meta["citation_volume"]
    metadata.issue = meta["citation_issue"]
    metadata.doi = (meta["citation_doi"] ?? meta["dc.identifier.doi"]).flatMap(CitedWork.doi)
    guard let first = meta["citation_firstpage"] else { return }
    let last = meta["citation_lastpage"].flatMap { $0 == first ? nil : $0 }
    metadata.pages = last.map { "\(first)–\($0)" } ?? first
  }

  private static let dateNames = [
    "article:published_time", "citation_publication_date", "citation_date", "citation_online_date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "datepublished", "pubdate", "date",
  ]

  private func value(_ attribute: String, _ index: Int) -> String? {
    tree.value(of: numbers[attribute], of: index).flatMap { Self.clean(tree.string($0)) }
  }

  private func word(_ attribute: Int32?, _ index: Int) -> String? {
    tree.value(of: attribute, of: index).map { tree.string($0).lowercased() }
  }

  /// Longest text in bytes that is looked at.
  private static let longestText = 2_000

  /// The text in an element.
  private func text(_ index: Int) -> String? {
    var bytes: [UInt8] = []
    var next = index + 1
    while next < tree.nodes.count, tree.nodes[next].parent >= index, bytes.count < Self.longestText,
      next - index < Self.longestText
    {
      if tree.nodes[next].isText {
        bytes.append(contentsOf: tree.bytes[tree.text(of: next)])
      } else {
        let element = HTMLElement(tree.names[Int(tree.nodes[next].name)])
        if case .lineBreak = element { bytes.append(0x20) }
        if element.endsLine { bytes.append(0x20) }
      }
      next += 1
    }
    return Self.clean(String(decoding: bytes, as: UTF8.self))
  }

  private static func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let words = text.utf8.split { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
      return words.isEmpty ? nil : words.map { String(Substring($0)) }.joined(separator: " ")
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func address(_ text: String) -> String? {
    text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }
}
