import Diagnostics
import RDF

/// Writes nodes in the words of a context
/// ([JSON-LD 1.1 API §6](https://www.w3.org/TR/json-ld11-api/#compaction-algorithms)).
///
/// Whatever is chosen is expanded again before it is written, and taken only if that gives the same.
struct JSONLDCompactor {
  /// The context as it stands in the text.
  let written: JSONTree
  private let table: ContextTable
  private let context: Int
  /// The terms that can stand for an IRI, the shortest first.
  private var terms: [[UInt8]: [(name: [UInt8], definition: TermDefinition)]] = [:]
  /// The terms that can stand before a colon, with their IRIs; the shortest first.
  private var prefixes: [(name: [UInt8], iri: [UInt8])] = []
  private var aliases: [JSONLDKeyword: [UInt8]] = [:]
  /// What was found for IRIs of properties and types.
  private var vocabularyCache: [[UInt8]: [UInt8]] = [:]

  /// A member of an object.
  typealias Member = (name: [UInt8], value: JSONTree)

  /// - Throws: `SyntaxError` for a context that cannot be used, or what the loader of contexts
  ///   throws.
  init(
    _ given: JSONLDOptions.Document, base: NamedNode?, reading: JSONLDOptions
  ) throws {
    let document = try JSONParser.parse(given.bytes, file: given.file)
    let root = JSONReference(document: document, index: 0)
    let local = root.member("@context") ?? root
    var reading = reading
    reading.base = nil
    var table = ContextTable(reading, length: document.length)
    do {
      context = try table.process(local, in: table.initial, base: given.iri)
    } catch let mistake as JSONLDMistake {
      throw mistake.place.document.error(mistake.code.message, at: mistake.place.index)
    }
    var tree = JSONTree(local)
    if let base {
      table.change(context) { $0.base = BaseIRI(base) }
      tree = tree.adding(base: base)
    }
    written = tree
    self.table = table
    sortTerms()
  }

  private mutating func sortTerms() {
    let all = table.terms(of: context).sorted {
      $0.name.count == $1.name.count
        ? $0.name.lexicographicallyPrecedes($1.name) : $0.name.count < $1.name.count
    }
    for (name, definition) in all {
      switch definition.meaning {
      case .nothing: break
      case .keyword(let keyword):
        if aliases[keyword] == nil { aliases[keyword] = name }
      case .iri(let iri):
        if definition.isPrefix { prefixes.append((name, iri)) }
        guard !definition.isReverse, definition.context == nil, definition.nest == nil,
          definition.container.isDisjoint(with: [.graph, .id, .index, .type])
        else { continue }
        terms[iri, default: []].append((name, definition))
      }
    }
  }

  /// How a keyword is written.
  func name(of keyword: JSONLDKeyword) -> [UInt8] {
    aliases[keyword] ?? Array(keyword.text.utf8)
  }

  // MARK: IRIs

  /// A node's name, relative to the base where that is shorter.
  ///
  /// - Throws: ``JSONLDWritingError`` for an IRI that the context gives another meaning.
  func id(_ iri: [UInt8]) throws(JSONLDWritingError) -> [UInt8] {
    if iri.starts(with: [0x5F, 0x3A]) { return iri }
    for candidate in compactIRIs(of: iri) where means(candidate, iri, relative: true) {
      return candidate
    }
    if let base = table[context].base {
      let text = Array(base.node.iri.utf8)
      if let slash = text.lastIndex(of: UInt8(ascii: "/")), iri.starts(with: text[...slash]) {
        let relative = Array(iri[(slash + 1)...])
        if means(relative, iri, relative: true) { return relative }
      }
    }
    guard means(iri, iri, relative: true) else {
      throw JSONLDWritingError(
        reason: .hiddenByContext, term: "<\(String(decoding: iri, as: UTF8.self))>")
    }
    return iri
  }

  /// The IRI of a property, a type or a datatype where no term tells more than the IRI.
  ///
  /// - Parameters:
  ///   - iri: The IRI.
  ///   - isKey: Whether it stands as the name of a member, where a term would bring all that it says.
  /// - Returns: A term, a compact IRI or the IRI itself.
  /// - Throws: ``JSONLDWritingError`` for an IRI that the context gives another meaning.
  private mutating func vocabulary(
    _ iri: [UInt8], isKey: Bool
  ) throws(JSONLDWritingError) -> [UInt8] {
    if iri.starts(with: [0x5F, 0x3A]) { return iri }
    if !isKey, let known = vocabularyCache[iri] { return known }
    var candidates: [[UInt8]] = isKey ? [] : (terms[iri] ?? []).map(\.name)
    if let start = table[context].vocabulary, iri.starts(with: start), iri.count > start.count {
      candidates.append(Array(iri[start.count...]))
    }
    candidates += compactIRIs(of: iri)
    candidates.append(iri)
    for candidate in candidates where means(candidate, iri, vocabulary: true) {
      let definition = table.definition(of: candidate.span, in: context)
      if isKey ? definition != nil : definition?.context != nil { continue }
      if !isKey { vocabularyCache[iri] = candidate }
      return candidate
    }
    throw JSONLDWritingError(
      reason: .hiddenByContext, term: "<\(String(decoding: iri, as: UTF8.self))>")
  }

  private func compactIRIs(of iri: [UInt8]) -> [[UInt8]] {
    prefixes.filter { iri.count > $0.iri.count && iri.starts(with: $0.iri) }
      .map { $0.name + [UInt8(ascii: ":")] + iri[$0.iri.count...] }
  }

  /// Whether a text is read as an IRI.
  private func means(
    _ text: [UInt8], _ iri: [UInt8], vocabulary: Bool = false, relative: Bool = false
  ) -> Bool {
    guard !text.isEmpty else { return false }
    var bytes: [UInt8] = []
    let expansion = table.expand(
      text.span, in: context, vocabulary: vocabulary, relative: relative, into: &bytes)
    return expansion == .iri && bytes == iri
  }

  // MARK: Members

  /// The member that tells the types of a node.
  mutating func types(_ types: [[UInt8]]) throws(JSONLDWritingError) -> Member {
    var written: [JSONTree] = []
    for type in types { written.append(.text(try vocabulary(type, isKey: false))) }
    let name = name(of: .type)
    let definition = table.definition(of: name.span, in: context)
    let isSet = definition?.container.contains(.set) ?? false
    return (name, written.count == 1 && !isSet ? written[0] : .array(written))
  }

  /// The members that tell the values of a property: several where no one term fits all.
  mutating func properties(
    _ iri: [UInt8], _ items: [JSONLDItem]
  ) throws(JSONLDWritingError) -> [Member] {
    var order: [[UInt8]] = []
    var values: [[UInt8]: [JSONTree]] = [:]
    var languages: [[UInt8]: [(language: [UInt8], texts: [JSONTree])]] = [:]
    // Two lists of a term that is one for lists would be read as a list of lists.
    let lists = items.count { if case .list = $0 { true } else { false } }
    for item in items {
      guard let (name, definition) = term(for: item, of: iri, isOnlyList: lists == 1) else {
        let name = try vocabulary(iri, isKey: true)
        if values[name] == nil { order.append(name) }
        values[name, default: []].append(try tree(item, nil))
        continue
      }
      if values[name] == nil { order.append(name) }
      if definition.container.contains(.language), case .text(let text, let tag?, _) = item {
        var map = languages[name] ?? []
        if let place = map.firstIndex(where: { $0.language == tag }) {
          map[place].texts.append(.text(text))
        } else {
          map.append((tag, [.text(text)]))
        }
        languages[name] = map
        values[name] = []
      } else {
        values[name, default: []].append(try tree(item, definition))
      }
    }
    return order.map { name in
      let isSet = table.definition(of: name.span, in: context)?.container.contains(.set) ?? false
      func joined(_ all: [JSONTree]) -> JSONTree {
        all.count == 1 && !isSet ? all[0] : .array(all)
      }
      if let map = languages[name] {
        return (name, .object(map.map { ($0.language, joined($0.texts)) }))
      }
      guard let all = values[name] else { return (name, .array([])) }
      // A list that is all of a term's value stands without a name.
      if case .array = all.first, all.count == 1 { return (name, all[0]) }
      return (name, joined(all))
    }
  }

  /// The term that tells most of a value; nil if none fits.
  private func term(
    for item: JSONLDItem, of iri: [UInt8], isOnlyList: Bool
  ) -> (name: [UInt8], definition: TermDefinition)? {
    var best: (name: [UInt8], definition: TermDefinition)?
    var most = 0
    for (name, definition) in terms[iri] ?? [] {
      if definition.container.contains(.list), !isOnlyList { continue }
      let fit = fit(definition, item)
      guard fit > most, means(name, iri, vocabulary: true) else { continue }
      (best, most) = ((name, definition), fit)
    }
    return best
  }

  /// How much a term tells of a value: 0 if it says otherwise, 3 for all.
  private func fit(_ definition: TermDefinition, _ item: JSONLDItem) -> Int {
    let isListTerm = definition.container.contains(.list)
    if case .list(let items) = item {
      guard isListTerm else {
        return definition.container.contains(.language) || definition.type == .json ? 0 : 1
      }
      let fits = items.map { fitOfOne(definition, $0) }
      return fits.contains(0) ? 1 : 3
    }
    if isListTerm { return 0 }
    if definition.container.contains(.language) {
      if case .text(_, _?, nil) = item { return 3 }
      return 0
    }
    return fitOfOne(definition, item)
  }

  private func fitOfOne(_ definition: TermDefinition, _ item: JSONLDItem) -> Int {
    switch (definition.type, item) {
    case (.json, .json): 3
    case (.json, _), (_, .json): definition.type == .unspecified ? 1 : 0
    case (.id, .node): 3
    case (.vocab, .node(let iri)): terms[iri] != nil ? 4 : 2
    case (.id, _), (.vocab, _): 0
    case (.datatype(let type), .typed(_, let other?)): type == other ? 3 : 0
    case (.datatype, _): 0
    case (.none, _), (.unspecified, .node), (.unspecified, .list), (.unspecified, .typed(_, _?)): 1
    case (.unspecified, .native): 2
    case (.unspecified, .typed(_, nil)): language(of: definition) == nil ? 3 : 1
    case (.unspecified, .text(_, let tag, let direction)):
      language(of: definition) == tag && self.direction(of: definition) == direction
        ? 3 : definition.language == .inherited ? 1 : 0
    }
  }

  private func language(of definition: TermDefinition?) -> [UInt8]? {
    if case .given(let own)? = definition?.language { return own }
    return table[context].language
  }

  private func direction(of definition: TermDefinition?) -> BaseDirection? {
    if case .given(let own)? = definition?.direction { return own }
    return table[context].direction
  }

  // MARK: Values

  /// A value as the value of a term, or of an IRI that is none
  /// ([§6.3](https://www.w3.org/TR/json-ld11-api/#value-compaction)).
  private mutating func tree(
    _ item: JSONLDItem, _ definition: TermDefinition?
  ) throws(JSONLDWritingError) -> JSONTree {
    let type = definition?.type ?? .unspecified
    switch item {
    case .list(let items):
      var elements: [JSONTree] = []
      for item in items { elements.append(try tree(item, definition)) }
      let isListTerm = definition?.container.contains(.list) ?? false
      return isListTerm ? .array(elements) : .object([(name(of: .list), .array(elements))])
    case .node(let iri):
      if type == .id { return .text(try id(iri)) }
      if type == .vocab {
        if let term = vocabularyReference(iri) { return .text(term) }
      }
      return .object([(name(of: .id), .text(try id(iri)))])
    case .json(let json) where type == .json: return .raw(json)
    case .typed(let text, let datatype?) where type == .datatype(datatype): return .text(text)
    case .typed(let text, nil)
    where type == .unspecified && language(of: definition) == nil
      && direction(of: definition) == nil:
      return .text(text)
    case .text(let text, let tag, let way)
    where type == .unspecified && language(of: definition) == tag
      && direction(of: definition) == way:
      return .text(text)
    case .native(let value) where type == .unspecified || type == .none: return .raw(value)
    case .json, .typed, .text, .native:
      var datatypes: [[UInt8]: [UInt8]] = [:]
      if case .typed(_, let datatype?) = item {
        datatypes[datatype] = try vocabulary(datatype, isKey: false)
      }
      return .object(
        item.valueMembers(datatype: { datatypes[$0] ?? $0 }, name: { name(of: $0) }))
    }
  }

  /// A node as the value of a term whose values are terms or IRIs; nil where only an object says it.
  private func vocabularyReference(_ iri: [UInt8]) -> [UInt8]? {
    if iri.starts(with: [0x5F, 0x3A]) { return iri }
    var names = (terms[iri] ?? []).map(\.name)
    if let start = table[context].vocabulary, iri.starts(with: start) {
      names.append(Array(iri[start.count...]))
    }
    return (names + compactIRIs(of: iri) + [iri]).first {
      means($0, iri, vocabulary: true, relative: true)
    }
  }
}

extension JSONTree {
  /// A value of a JSON text.
  init(_ reference: JSONReference) {
    switch reference.kind {
    case .null: self = .raw(Array("null".utf8))
    case .truth: self = .raw(Array("true".utf8))
    case .falsehood: self = .raw(Array("false".utf8))
    case .number: self = .raw(reference.bytes)
    case .string, .escaped: self = .text(reference.bytes)
    case .array: self = .array(reference.elements.map { JSONTree($0) })
    case .object:
      self = .object(reference.members.map { ($0.name.bytes, JSONTree($0.value)) })
    }
  }

  /// The context with a base of its own, in place of the one that it has.
  func adding(base: NamedNode) -> JSONTree {
    let name = Array("@base".utf8)
    let member: JSONLDCompactor.Member = (name, .text(base.iri))
    if case .object(let members) = self {
      return .object([member] + members.filter { $0.name != name })
    }
    if case .array(let parts) = self { return .array(parts + [.object([member])]) }
    return .array([self, .object([member])])
  }
}
