import RDF

/// Definitions of terms
/// ([JSON-LD 1.1 API §4.2](https://www.w3.org/TR/json-ld11-api/#create-term-definition)).
extension ContextTable {
  /// Defines a term of a local context, and before it those that it needs.
  mutating func defineTerm(
    _ term: [UInt8], in local: inout LocalContext, context: Int
  ) throws {
    guard let (name, value) = local.members[term] else { return }
    switch local.progress[term] {
    case .done: return
    case .underWay: throw name.error(.cyclicIRIMapping)
    case nil: break
    }
    if term.isEmpty { throw name.error(.invalidTermDefinition) }
    local.progress[term] = .underWay
    local.depth += 1
    defer { local.depth -= 1 }
    guard local.depth <= Self.longestChain, mayDefineMore else {
      throw name.error(.contextOverflow)
    }
    try checkName(term, name, value)
    if keyword(term.span) == nil, JSONLDKeyword.hasForm(term.span) {
      // Left out, since a later version may give it a meaning.
      local.progress[term] = .done
      return
    }
    let former = definition(of: term.span, in: context)
    define(term.span, as: nil, in: context)
    let isSimple = value.isString
    guard isSimple || value.kind == .null || value.kind == .object else {
      throw value.error(.invalidTermDefinition)
    }
    let definition = TermDefinition()
    definition.isProtected = local.isProtected
    if let value = value.member("@protected") {
      if isVersion10 { throw value.error(.invalidTermDefinition) }
      guard let bool = value.bool else { throw value.error(.invalidProtectedValue) }
      definition.isProtected = bool
    }
    try setType(of: definition, value, &local, context)
    if let reverse = value.member("@reverse") {
      guard try setReverse(of: definition, reverse, value, &local, context) else {
        local.progress[term] = .done
        return
      }
    } else {
      guard
        try setMeaning(
          of: definition, term, name, value, isSimple: isSimple, &local, context)
      else {
        local.progress[term] = .done
        return
      }
      try setContainer(of: definition, value)
    }
    try setRest(of: definition, term, value, &local, context)
    try finish(definition, term, name, former: former, &local, context)
  }

  /// How many terms may need each other in a row.
  private static var longestChain: Int { 64 }

  private mutating func finish(
    _ definition: TermDefinition, _ term: [UInt8], _ name: JSONReference,
    former: TermDefinition?, _ local: inout LocalContext, _ context: Int
  ) throws {
    if case .iri(let iri) = definition.meaning, iri.count > Self.longestIRI {
      throw name.error(.tooLongIRI)
    }
    if case .datatype(let iri) = definition.type, iri.count > Self.longestIRI {
      throw name.error(.tooLongIRI)
    }
    if let former, former.isProtected, !local.overridesProtected {
      guard definition.saysSame(as: former) else {
        throw name.error(.protectedTermRedefinition)
      }
      definition.isProtected = true
    }
    define(term.span, as: definition, in: context)
    local.progress[term] = .done
  }

  /// Refuses names that cannot be terms.
  private func checkName(_ term: [UInt8], _ name: JSONReference, _ value: JSONReference) throws {
    guard let keyword = keyword(term.span) else { return }
    guard keyword == .type, !isVersion10, value.kind == .object, !value.members.isEmpty else {
      throw name.error(.keywordRedefinition)
    }
    for (name, value) in value.members {
      switch name.string {
      case "@protected": break
      case "@container":
        guard value.elements.map({ $0.isString ? $0.string : "" }) == ["@set"] else {
          throw name.error(.keywordRedefinition)
        }
      default: throw name.error(.keywordRedefinition)
      }
    }
  }

  /// Expands a text within a context that is being made; terms that it needs are defined first.
  private mutating func expand(
    _ text: [UInt8], _ local: inout LocalContext, _ context: Int
  ) throws -> (Expansion, [UInt8]) {
    if keyword(text.span) == nil, !JSONLDKeyword.hasForm(text.span) {
      if local.members[text] != nil { try defineTerm(text, in: &local, context: context) }
      if let colon = ContextTable.colon(in: text.span),
        !ContextTable.isAbsoluteBehind(colon, of: text.span)
      {
        let prefix = Array(text[..<colon])
        if local.members[prefix] != nil { try defineTerm(prefix, in: &local, context: context) }
      }
    }
    var bytes: [UInt8] = []
    let expansion = expand(text.span, in: context, vocabulary: true, into: &bytes)
    return (expansion, bytes)
  }

  private mutating func setType(
    of definition: TermDefinition, _ value: JSONReference, _ local: inout LocalContext,
    _ context: Int
  ) throws {
    guard let type = value.member("@type") else { return }
    guard type.isString else { throw type.error(.invalidTypeMapping) }
    let (expansion, iri) = try expand(type.bytes, &local, context)
    switch expansion {
    case .keyword(.id): definition.type = .id
    case .keyword(.vocab): definition.type = .vocab
    case .keyword(.json) where !isVersion10: definition.type = .json
    case .keyword(.none) where !isVersion10: definition.type = .none
    case .iri where ContextTable.isAbsolute(iri): definition.type = .datatype(iri)
    case .nothing, .keyword, .iri: throw type.error(.invalidTypeMapping)
    }
  }

  /// Whether an expanded text is an IRI and no blank node.
  static func isAbsolute(_ iri: [UInt8]) -> Bool {
    guard let colon = colon(in: iri.span) else { return false }
    return hasScheme(iri.span, colon: colon)
  }

  private static func isBlankNode(_ iri: [UInt8]) -> Bool { iri.starts(with: [0x5F, 0x3A]) }

  /// Makes a reverse property; false if the definition is left out.
  private mutating func setReverse(
    of definition: TermDefinition, _ reverse: JSONReference, _ value: JSONReference,
    _ local: inout LocalContext, _ context: Int
  ) throws -> Bool {
    if value.member("@id") != nil || value.member("@nest") != nil {
      throw value.error(.invalidReverseProperty)
    }
    guard reverse.isString else { throw reverse.error(.invalidIRIMapping) }
    let text = reverse.bytes
    if keyword(text.span) == nil, JSONLDKeyword.hasForm(text.span) { return false }
    let (expansion, iri) = try expand(text, &local, context)
    guard expansion == .iri, Self.isAbsolute(iri) || Self.isBlankNode(iri) else {
      throw reverse.error(.invalidIRIMapping)
    }
    definition.meaning = .iri(iri)
    definition.isReverse = true
    if let container = value.member("@container"), container.kind != .null {
      switch container.isString ? container.string : "" {
      case "@set": definition.container = .set
      case "@index": definition.container = .index
      default: throw container.error(.invalidReverseProperty)
      }
    }
    return true
  }

  /// Sets what the term becomes; false if the definition is left out.
  private mutating func setMeaning(
    of definition: TermDefinition, _ term: [UInt8], _ name: JSONReference,
    _ value: JSONReference, isSimple: Bool, _ local: inout LocalContext, _ context: Int
  ) throws -> Bool {
    if value.kind == .null { return true }
    let id = isSimple ? value : value.member("@id")
    if let id, !(id.isString && id.bytes == term) {
      if id.kind == .null { return true }
      guard id.isString else { throw id.error(.invalidIRIMapping) }
      return try setMeaning(
        of: definition, term, toID: id, value, isSimple: isSimple, &local, context)
    }
    let hasSlash = term.contains(UInt8(ascii: "/"))
    if ContextTable.colon(in: term.span) != nil {
      // The term itself is under way, so only its prefix is looked at.
      if let colon = ContextTable.colon(in: term.span) {
        let prefix = Array(term[..<colon])
        if local.members[prefix] != nil { try defineTerm(prefix, in: &local, context: context) }
        if !ContextTable.isAbsoluteBehind(colon, of: term.span),
          let prefix = self.definition(of: prefix.span, in: context),
          case .iri(let iri) = prefix.meaning
        {
          definition.meaning = .iri(iri + term[(colon + 1)...])
          return true
        }
      }
      definition.meaning = .iri(term)
    } else if hasSlash {
      var bytes: [UInt8] = []
      let expansion = expand(term.span, in: context, vocabulary: true, into: &bytes)
      guard expansion == .iri, Self.isAbsolute(bytes) else {
        throw name.error(.invalidIRIMapping)
      }
      definition.meaning = .iri(bytes)
    } else if keyword(term.span) == .type {
      definition.meaning = .keyword(.type)
    } else if let vocabulary = self[context].vocabulary {
      definition.meaning = .iri(vocabulary + term)
    } else {
      throw name.error(.invalidIRIMapping)
    }
    return true
  }

  private mutating func setMeaning(
    of definition: TermDefinition, _ term: [UInt8], toID id: JSONReference,
    _ value: JSONReference, isSimple: Bool, _ local: inout LocalContext, _ context: Int
  ) throws -> Bool {
    let text = id.bytes
    if keyword(text.span) == nil, JSONLDKeyword.hasForm(text.span) { return false }
    let (expansion, iri) = try expand(text, &local, context)
    switch expansion {
    case .keyword(.context): throw id.error(.invalidKeywordAlias)
    case .keyword(let keyword): definition.meaning = .keyword(keyword)
    case .iri where Self.isAbsolute(iri) || Self.isBlankNode(iri): definition.meaning = .iri(iri)
    case .nothing, .iri: throw id.error(.invalidIRIMapping)
    }
    let inner = term.count > 2 ? term[1..<term.count - 1] : []
    let hasSlash = term.contains(UInt8(ascii: "/"))
    if inner.contains(UInt8(ascii: ":")) || hasSlash {
      local.progress[term] = .done
      let (own, ownIRI) = try expand(term, &local, context)
      guard own == expansion, ownIRI == iri else { throw id.error(.invalidIRIMapping) }
    }
    guard expansion == .iri else { return true }
    if !term.contains(UInt8(ascii: ":")), !hasSlash, isSimple {
      let ends: [UInt8] = Array(":/?#[]@".utf8)
      definition.isPrefix = iri.last.map { ends.contains($0) } == true || Self.isBlankNode(iri)
    }
    return true
  }

  private func setContainer(of definition: TermDefinition, _ value: JSONReference) throws {
    guard let container = value.member("@container") else { return }
    var all: TermDefinition.Container = []
    for part in container.elements {
      let one: TermDefinition.Container
      switch part.isString ? part.string : "" {
      case "@graph": one = .graph
      case "@id": one = .id
      case "@index": one = .index
      case "@language": one = .language
      case "@list": one = .list
      case "@set": one = .set
      case "@type": one = .type
      default: throw part.error(.invalidContainerMapping)
      }
      if isVersion10, container.kind == .array || [.graph, .id, .type].contains(one) {
        throw part.error(.invalidContainerMapping)
      }
      all.formUnion(one)
    }
    let isOne = all.rawValue.nonzeroBitCount == 1
    let isGraph =
      all.contains(.graph)
      && (all.subtracting([.graph, .set]).rawValue.nonzeroBitCount == 0
        || all.subtracting([.graph, .set]) == .id || all.subtracting([.graph, .set]) == .index)
    let isSet =
      all.contains(.set) && !all.contains(.list)
      && all.subtracting(.set).rawValue.nonzeroBitCount == 1
    guard isOne || isGraph || isSet else { throw container.error(.invalidContainerMapping) }
    definition.container = all
    guard all.contains(.type) else { return }
    switch definition.type {
    case .unspecified: definition.type = .id
    case .id, .vocab: break
    case .json, .none, .datatype: throw container.error(.invalidTypeMapping)
    }
  }

  /// Sets index, context, language, direction, nesting and prefix, and refuses everything else.
  private mutating func setRest(
    of definition: TermDefinition, _ term: [UInt8], _ value: JSONReference,
    _ local: inout LocalContext, _ context: Int
  ) throws {
    guard value.kind == .object else { return }
    if let index = value.member("@index") {
      guard !isVersion10, definition.container.contains(.index), index.isString else {
        throw index.error(.invalidTermDefinition)
      }
      let (expansion, iri) = try expand(index.bytes, &local, context)
      guard expansion == .iri, Self.isAbsolute(iri) else {
        throw index.error(.invalidTermDefinition)
      }
      definition.index = index.bytes
    }
    if let scoped = value.member("@context") {
      if isVersion10 { throw scoped.error(.invalidTermDefinition) }
      try checkScoped(scoped, local, context)
      definition.context = (scoped, local.base)
      hasTermContexts = true
    }
    if value.member("@type") == nil {
      if let language = value.member("@language") {
        definition.language = .given(try languageTag(language, orElse: .invalidLanguageMapping))
      }
      if let direction = value.member("@direction") {
        definition.direction = .given(try self.direction(direction))
      }
    }
    if let nest = value.member("@nest") {
      if isVersion10 { throw nest.error(.invalidTermDefinition) }
      guard nest.isString, keyword(nest.bytes.span) ?? .nest == .nest else {
        throw nest.error(.invalidNestValue)
      }
      definition.nest = nest.bytes
    }
    if let prefix = value.member("@prefix") {
      if isVersion10 || term.contains(UInt8(ascii: ":")) || term.contains(UInt8(ascii: "/")) {
        throw prefix.error(.invalidTermDefinition)
      }
      guard let bool = prefix.bool else { throw prefix.error(.invalidPrefixValue) }
      definition.isPrefix = bool
      if bool, case .keyword = definition.meaning { throw prefix.error(.invalidTermDefinition) }
    }
    for (name, _) in value.members {
      switch keyword(name.bytes.span) {
      case .id, .reverse, .container, .context, .direction, .index, .language, .nest, .prefix,
        .protected, .type:
        continue
      default: throw name.error(.invalidTermDefinition)
      }
    }
  }

  /// Sees whether a scoped context can be processed where it stands; what comes out is forgotten.
  private mutating func checkScoped(
    _ scoped: JSONReference, _ local: LocalContext, _ context: Int
  ) throws {
    let mark = mark
    defer { forget(since: mark) }
    do {
      _ = try process(
        scoped, in: context, base: local.base, inclusions: local.inclusions,
        overridesProtected: true, isValidation: true)
    } catch let mistake as JSONLDMistake {
      throw JSONLDMistake(.invalidScopedContext, at: mistake.place)
    }
  }
}
