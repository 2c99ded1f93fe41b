import Foundation

/// What JSON-LD in a page says of an article
/// ([schema.org Article](https://schema.org/Article)).
struct PageDescription {
  var title: String?
  var authors: [String] = []
  var date: String?
  var language: String?
  var url: String?

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
    let names =
      (type as? [Any])?.compactMap { $0 as? String } ?? [type as? String].compactMap(\.self)
    return names.contains { name in
      let local = name.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? ""
      return local.hasSuffix("Article") || articles.contains(local)
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
  }

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
