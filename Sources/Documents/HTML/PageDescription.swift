import Foundation

/// What JSON-LD in a page says of an article
/// ([schema.org Article](https://schema.org/Article)).
struct PageDescription {
  var title: String?
  var authors: [String] = []
  var date: String?
  var language: String?
  var url: String?
  var publisher: String?
  /// Nil where the class of the page is of no kind of publication.
  var type: DocumentType?

  /// The articles that a text of JSON-LD describes, in its order; none if it is not JSON, as other
  /// people's pages often have it.
  static func all(in json: [UInt8]) -> [PageDescription] {
    guard json.count <= longest else { return [] }
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(json))
    } catch {
      return []
    }
    var found: [PageDescription] = []
    collect(value, depth: 0, into: &found)
    return found
  }

  /// Longest text of JSON-LD in bytes.
  private static let longest = 1 << 20

  private static func collect(_ value: Any, depth: Int, into found: inout [PageDescription]) {
    guard depth <= 3 else { return }
    if let list = value as? [Any] {
      for item in list { collect(item, depth: depth + 1, into: &found) }
    } else if let object = value as? [String: Any] {
      if isArticle(object["@type"]) { found.append(PageDescription(object)) }
      if let graph = object["@graph"] { collect(graph, depth: depth + 1, into: &found) }
    }
  }

  private static func isArticle(_ type: Any?) -> Bool {
    classes(type).contains { $0.hasSuffix("Article") || articles.contains($0) }
  }

  /// The names of classes without their vocabulary.
  private static func classes(_ type: Any?) -> [String] {
    let names =
      (type as? [Any])?.compactMap { $0 as? String } ?? [type as? String].compactMap(\.self)
    return names.map { name in
      name.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? ""
    }
  }

  private static let articles: Set<String> = [
    "BlogPosting", "Report", "Legislation", "LiveBlogPosting", "SocialMediaPosting", "Book",
    "Thesis", "PressRelease", "CreativeWork", "DigitalDocument", "GovernmentPublication",
  ]

  private init(_ object: [String: Any]) {
    title = Self.text(object["headline"]) ?? Self.text(object["name"])
    authors = Self.names(object["author"] ?? object["creator"])
    date = Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
    language = Self.text(object["inLanguage"])
    url = Self.text(object["url"]) ?? Self.text(object["mainEntityOfPage"])
    publisher = Self.names(object["publisher"]).first
    type = Self.classes(object["@type"]).lazy.compactMap { Self.types[$0] }.first
  }

  private static let types: [String: DocumentType] = [
    "NewsArticle": .news, "ReportageNewsArticle": .news, "LiveBlogPosting": .news,
    "ScholarlyArticle": .article, "Report": .report, "Book": .book, "Thesis": .thesis,
    "Legislation": .legislation,
  ]

  /// The text of a value, of an object its name or identifier.
  private static func text(_ value: Any?) -> String? {
    let found = value as? String
    let object = value as? [String: Any]
    let text = found ?? object?["name"] as? String ?? object?["@id"] as? String
    let words = text?.split(whereSeparator: \.isWhitespace) ?? []
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func names(_ value: Any?) -> [String] {
    (value as? [Any] ?? [value].compactMap(\.self)).compactMap { text($0) }
      .filter { !$0.hasPrefix("http") }
  }
}
