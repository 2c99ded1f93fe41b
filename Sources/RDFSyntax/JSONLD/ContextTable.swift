import Diagnostics
import RDF

/// The contexts of a text, by numbers.
///
/// Contexts within a node are forgotten behind it (``mark`` and ``forget(since:)``); those of terms
/// are made once for every context in which they are asked for.
struct ContextTable {
  /// A state to which the table can go back.
  struct Mark {
    fileprivate var contexts: Int
    fileprivate var keys: Int
    fileprivate var scoped: Int
  }

  /// A term's own context, asked for in a context.
  private struct Scope: Hashable {
    var context: Int
    /// The definition of the term; nil for a context named by an IRI.
    var definition: ObjectIdentifier?
    var propagates: Bool
    /// The IRI of a context; empty for that of a term.
    var iri: [UInt8] = []
  }

  let options: JSONLDOptions
  /// Names of terms, and all other names that were asked for; the keywords first.
  private(set) var names = JSONLDKeyword.names()
  private var contexts: [ActiveContext] = []
  private(set) var keys: [ExpandedKey] = []
  /// By place in ``keys``, the context and the name that it is the meaning of.
  private var keyOwners: [(context: Int, name: TermDictionary.ID)] = []
  /// Whether any term of any context brings a context of its own.
  var hasTermContexts = false
  private var scoped: [Scope: Int] = [:]
  private var scopedOrder: [Scope] = []
  /// By IRI, the texts of contexts that were loaded.
  private var loaded: [String: JSONDocument] = [:]

  /// How many contexts may include each other.
  private static let longestInclusion = 32

  /// The longest IRI that a context may bring, in bytes: one of them can come out again with every few
  /// bytes of a text.
  static let longestIRI = 1 << 13

  /// The context in which a text begins, without the one that is given with the options.
  let initial = 0

  /// How many definitions of terms are held, and how many were made.
  private var held = 0
  private var made = 0
  private let mostHeld: Int
  private let mostMade: Int

  /// A table for a text of a length in bytes.
  init(_ options: JSONLDOptions, length: Int) {
    self.options = options
    // Contexts can multiply each other. Those of real texts are made once and asked for often.
    mostHeld = 50_000 + length / 16
    mostMade = 1_000_000 + length
    contexts = [ActiveContext(base: options.base.map { BaseIRI($0) })]
  }

  var isVersion10: Bool { options.processingMode == .version10 }

  // MARK: Looking up

  subscript(context: Int) -> ActiveContext { contexts[context] }

  /// The context that holds again within values; -1 for none.
  func previous(of context: Int) -> Int { contexts[context].previous }

  /// The definition of a term in a context; nil if it has none.
  func definition(_ term: TermDictionary.ID, in context: Int) -> TermDefinition? {
    var context = context
    while context >= 0 {
      if let known = contexts[context].terms[term] { return known }
      context = contexts[context].parent
    }
    return nil
  }

  /// The definition of a term in a context; nil if it has none.
  func definition(of term: Span<UInt8>, in context: Int) -> TermDefinition? {
    guard let id = names.id(of: term), id != 0 else { return nil }
    return definition(id, in: context)
  }

  /// All terms that a context defines, in order of their bytes.
  func terms(of context: Int) -> [(name: [UInt8], definition: TermDefinition)] {
    var all: [TermDictionary.ID: TermDefinition?] = [:]
    var context = context
    while context >= 0 {
      all.merge(contexts[context].terms) { inner, _ in inner }
      context = contexts[context].parent
    }
    return all.compactMap { id, definition in
      definition.map { (Array(copying: names.bytes.span.extracting(names.range(of: id))), $0) }
    }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
  }

  /// The place of a name's meaning in ``keys``.
  mutating func key(_ name: Span<UInt8>, in context: Int) -> Int {
    let id = names.intern(name)
    if let known = contexts[context].keys[id] { return Int(known) }
    let key = makeKey(id, name, in: context)
    keys.append(key)
    keyOwners.append((context, id))
    contexts[context].keys[id] = Int32(keys.count - 1)
    return keys.count - 1
  }

  private func makeKey(
    _ id: TermDictionary.ID, _ name: Span<UInt8>, in context: Int
  ) -> ExpandedKey {
    var key = ExpandedKey(kind: .nothing, definition: id == 0 ? nil : definition(id, in: context))
    if let definition = key.definition {
      key.container = definition.container
      key.type = definition.type
      key.isReverse = definition.isReverse
      key.hasContext = definition.context != nil
    }
    var bytes: [UInt8] = []
    switch expand(name, in: context, vocabulary: true, into: &bytes) {
    case .nothing: break
    case .keyword(let keyword): key.kind = .keyword(keyword)
    case .iri:
      guard bytes.contains(UInt8(ascii: ":")) else { break }
      key.kind = .property
    }
    return key
  }

  /// Where the property of a key lies in a block; it is appended once to every block.
  mutating func run(ofKey place: Int, in block: inout QuadBlock, number: Int) -> QuadBlock.Run {
    if keys[place].blockNumber == number { return keys[place].run }
    // The IRI is made anew for every block: to keep it for every name would cost many times the text.
    let owner = keyOwners[place]
    let names = names
    var iri: [UInt8] = []
    _ = expand(
      names.bytes.span.extracting(names.range(of: owner.name)), in: owner.context,
      vocabulary: true, into: &iri)
    let property = iri
    let isWellFormed = IRISyntax.firstFault(in: property.span) == nil
    let run: QuadBlock.Run =
      isWellFormed
      ? block.appendRun { bytes in
        bytes.append(UInt8(ascii: "<"))
        bytes += property
        bytes.append(UInt8(ascii: ">"))
      } : .none
    keys[place].run = run
    keys[place].blockNumber = number
    return run
  }

  // MARK: IRIs

  /// What a text came to.
  enum Expansion: Equatable {
    case nothing
    case keyword(JSONLDKeyword)
    /// What was appended: an IRI, a blank node, or a reference that could not be resolved.
    case iri
  }

  /// Expands a text that is no part of a context
  /// ([JSON-LD 1.1 API §5.2](https://www.w3.org/TR/json-ld11-api/#iri-expansion)).
  ///
  /// - Parameters:
  ///   - value: The text.
  ///   - context: The context.
  ///   - vocabulary: Whether it may be a term, and is appended to the vocabulary if it is none.
  ///   - relative: Whether it may be relative to the base.
  ///   - bytes: What the IRI is appended to.
  /// - Returns: What kind of thing the text is.
  func expand(
    _ value: Span<UInt8>, in context: Int, vocabulary: Bool = false, relative: Bool = false,
    into bytes: inout [UInt8]
  ) -> Expansion {
    if value.count > 0, value[0] == UInt8(ascii: "@") {
      if let keyword = keyword(value) { return .keyword(keyword) }
      if JSONLDKeyword.hasForm(value) { return .nothing }
    }
    let colon = Self.colon(in: value)
    // A term with a colon is what it says and never a keyword.
    if vocabulary || colon == nil, let definition = definition(of: value, in: context) {
      switch definition.meaning {
      case .keyword(let keyword): return .keyword(keyword)
      case .iri(let iri) where vocabulary:
        bytes += iri
        return .iri
      case .nothing where vocabulary: return .nothing
      case .iri, .nothing: break
      }
    }
    if let colon {
      if Self.isAbsoluteBehind(colon, of: value) {
        bytes.append(copying: value)
        return .iri
      }
      if let prefix = definition(of: value.extracting(0..<colon), in: context), prefix.isPrefix,
        case .iri(let iri) = prefix.meaning
      {
        bytes += iri
        bytes.append(copying: value.extracting(colon + 1..<value.count))
        return .iri
      }
      if Self.hasScheme(value, colon: colon) {
        bytes.append(copying: value)
        return .iri
      }
    }
    if vocabulary, let start = contexts[context].vocabulary {
      bytes += start
      bytes.append(copying: value)
    } else if relative, let base = contexts[context].base {
      base.appendResolved(value, to: &bytes)
    } else {
      bytes.append(copying: value)
    }
    return .iri
  }

  /// The keyword that a text is; nil if it is none.
  func keyword(_ text: Span<UInt8>) -> JSONLDKeyword? {
    guard text.count > 0, text[0] == UInt8(ascii: "@"), let id = names.id(of: text) else {
      return nil
    }
    return JSONLDKeyword(rawValue: id)
  }

  /// The first colon behind the first byte; nil if there is none.
  static func colon(in text: Span<UInt8>) -> Int? {
    var position = 1
    while position < text.count {
      if text[position] == UInt8(ascii: ":") { return position }
      position &+= 1
    }
    return nil
  }

  /// Whether a text is a blank node or has two slashes behind its first colon.
  static func isAbsoluteBehind(_ colon: Int, of text: Span<UInt8>) -> Bool {
    colon == 1 && text[0] == UInt8(ascii: "_")
      || colon + 2 < text.count && text[colon + 1] == UInt8(ascii: "/")
        && text[colon + 2] == UInt8(ascii: "/")
  }

  /// Whether a text is an IRI by its scheme.
  static func hasScheme(_ text: Span<UInt8>, colon: Int) -> Bool {
    guard ASCIISet.letters.contains(text[0]) else { return false }
    for offset in 1..<max(colon, 1) where !schemeTail.contains(text[offset]) { return false }
    return true
  }

  private static let schemeTail = ASCIISet.letters.union(.digits).union(ASCIISet("+-."))

  // MARK: Keeping

  var mark: Mark { Mark(contexts: contexts.count, keys: keys.count, scoped: scopedOrder.count) }

  /// Forgets the contexts that were made since a mark.
  mutating func forget(since mark: Mark) {
    for scope in scopedOrder[mark.scoped...] { scoped[scope] = nil }
    scopedOrder.removeLast(scopedOrder.count - mark.scoped)
    for (context, name) in keyOwners[mark.keys...] where context < mark.contexts {
      contexts[context].keys[name] = nil
    }
    keyOwners.removeLast(keyOwners.count - mark.keys)
    keys.removeLast(keys.count - mark.keys)
    for context in contexts[mark.contexts...] { held -= context.terms.count }
    contexts.removeLast(contexts.count - mark.contexts)
  }

  /// The context that a term brings, in a context.
  ///
  /// - Parameters:
  ///   - definition: The definition of the term, which has a context.
  ///   - context: The context in which it is asked for.
  ///   - overridesProtected: Whether protected terms may be defined anew.
  ///   - propagates: Whether it holds for nodes further in.
  /// - Returns: The number of the context.
  /// - Throws: as ``process(_:in:base:inclusions:overridesProtected:propagates:isValidation:)`` does.
  mutating func scope(
    of definition: TermDefinition, in context: Int, overridesProtected: Bool, propagates: Bool
  ) throws -> Int {
    guard let (value, base) = definition.context else { return context }
    let scope = Scope(
      context: context, definition: ObjectIdentifier(definition), propagates: propagates)
    if let known = scoped[scope] { return known }
    let result = try process(
      value, in: context, base: base, overridesProtected: overridesProtected,
      propagates: propagates)
    scoped[scope] = result
    scopedOrder.append(scope)
    return result
  }

  // MARK: Making

  /// Adds a context that says what another one says.
  mutating func add(from parent: Int) -> Int {
    var context = contexts[parent]
    context.parent = parent
    context.terms = [:]
    context.keys = [:]
    contexts.append(context)
    return contexts.count - 1
  }

  /// Adds a context without terms, with the base that was given.
  mutating func addEmpty() -> Int {
    contexts.append(ActiveContext(base: options.base.map { BaseIRI($0) }))
    return contexts.count - 1
  }

  /// Changes a context that nothing was asked for yet.
  mutating func change(_ context: Int, _ body: (inout ActiveContext) -> Void) {
    body(&contexts[context])
  }

  /// Defines a term in a context that nothing was asked for yet; nil undefines it.
  mutating func define(_ term: Span<UInt8>, as definition: TermDefinition?, in context: Int) {
    let id = names.intern(term)
    if contexts[context].terms.updateValue(definition, forKey: id) == nil { held += 1 }
    made += 1
    if definition?.isProtected == true { contexts[context].hasProtectedTerms = true }
  }

  /// Whether more definitions can be made without going beyond all measure.
  var mayDefineMore: Bool { held < mostHeld && made < mostMade }

  /// The context that an object brings; one that an IRI names is made once.
  ///
  /// - Throws: as ``process(_:in:base:inclusions:overridesProtected:propagates:isValidation:)`` does.
  mutating func context(
    _ local: JSONReference, in context: Int, base: String?
  ) throws -> Int {
    guard local.isString else { return try process(local, in: context, base: base) }
    let scope = Scope(context: context, propagates: true, iri: local.bytes)
    if let known = scoped[scope] { return known }
    let result = try process(local, in: context, base: base)
    scoped[scope] = result
    scopedOrder.append(scope)
    return result
  }

  // MARK: Loading

  /// The text that an IRI of a context names.
  ///
  /// - Throws: ``JSONLDMistake`` where it is not at hand or no JSON, and what the loader throws.
  mutating func load(_ iri: String, for place: JSONReference) throws -> JSONDocument {
    if let known = loaded[iri] { return known }
    guard let document = try options.loadContext(iri) else {
      throw place.error(.loadingRemoteContextFailed)
    }
    let parsed = try JSONParser.parse(document.bytes, file: document.file)
    loaded[iri] = parsed
    return parsed
  }

  /// Whether one more context may be included by these.
  static func mayInclude(_ inclusions: [String]) -> Bool {
    inclusions.count < longestInclusion
  }
}
