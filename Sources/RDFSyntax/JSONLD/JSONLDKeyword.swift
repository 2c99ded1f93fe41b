import RDF

/// The keywords of JSON-LD 1.1 ([§1.7](https://www.w3.org/TR/json-ld11/#syntax-tokens-and-keywords)).
enum JSONLDKeyword: UInt32, CaseIterable {
  case base = 1
  case container, context, direction, graph, id, `import`, included, index, json, language, list
  case nest, none, prefix, propagate, protected, reverse, set, type, value, version, vocab

  /// The keyword as it is written.
  var text: String {
    switch self {
    case .base: "@base"
    case .container: "@container"
    case .context: "@context"
    case .direction: "@direction"
    case .graph: "@graph"
    case .id: "@id"
    case .import: "@import"
    case .included: "@included"
    case .index: "@index"
    case .json: "@json"
    case .language: "@language"
    case .list: "@list"
    case .nest: "@nest"
    case .none: "@none"
    case .prefix: "@prefix"
    case .propagate: "@propagate"
    case .protected: "@protected"
    case .reverse: "@reverse"
    case .set: "@set"
    case .type: "@type"
    case .value: "@value"
    case .version: "@version"
    case .vocab: "@vocab"
    }
  }

  /// A dictionary of names in which the keywords have the numbers of their cases.
  static func names() -> TermDictionary {
    var names = TermDictionary()
    for keyword in allCases {
      let id = names.intern(Array(keyword.text.utf8).span)
      precondition(id == keyword.rawValue, "keywords are numbered first, in order")
    }
    return names
  }

  /// Whether a text has the form of a keyword: `@` and letters.
  ///
  /// Such a text is not taken for anything else, since a later version may give it a meaning.
  static func hasForm(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1, text[0] == UInt8(ascii: "@") else { return false }
    for offset in 1..<text.count where !ASCIISet.letters.contains(text[offset]) { return false }
    return true
  }
}
