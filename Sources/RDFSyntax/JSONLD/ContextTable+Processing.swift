import RDF

/// The members of a local context while its terms are defined.
struct LocalContext {
  /// How far a term is.
  enum Progress {
    case underWay
    case done
  }

  /// The definitions by the bytes of their terms.
  var members: [[UInt8]: (name: JSONReference, value: JSONReference)] = [:]
  /// The terms in the order of the text.
  var order: [[UInt8]] = []
  var progress: [[UInt8]: Progress] = [:]
  /// What relative IRIs of contexts are resolved against.
  var base: String?
  /// The contexts that include this one.
  var inclusions: [String]
  /// Whether terms are protected that do not say otherwise.
  var isProtected = false
  /// Whether protected terms may be defined anew.
  var overridesProtected: Bool
  /// How many terms wait for others that they need.
  var depth = 0

  /// The value of a keyword.
  subscript(keyword: JSONLDKeyword) -> JSONReference? { members[Array(keyword.text.utf8)]?.value }

  /// Adds the members of an object; those that are there already stay.
  mutating func add(_ object: JSONReference) {
    for (name, value) in object.members {
      let bytes = name.bytes
      guard members[bytes] == nil else { continue }
      members[bytes] = (name, value)
      order.append(bytes)
    }
  }
}

/// Local contexts become active ones
/// ([JSON-LD 1.1 API §4.1](https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm)).
extension ContextTable {
  /// Processes a local context.
  ///
  /// - Parameters:
  ///   - local: The local context.
  ///   - context: The context in which it stands.
  ///   - base: What relative IRIs of contexts are resolved against.
  ///   - inclusions: The contexts that include it.
  ///   - overridesProtected: Whether protected terms may be defined anew.
  ///   - propagates: Whether it holds for nodes further in.
  ///   - isValidation: Whether it is processed only to see whether it can be.
  /// - Returns: The number of the context that holds then.
  /// - Throws: ``JSONLDMistake``, `SyntaxError` in a context that is loaded, or what the loader
  ///   throws.
  mutating func process(
    _ local: JSONReference, in context: Int, base: String?, inclusions: [String] = [],
    overridesProtected: Bool = false, propagates: Bool = true, isValidation: Bool = false
  ) throws -> Int {
    var propagates = propagates
    if local.kind == .object, let value = local.member("@propagate") {
      guard let bool = value.bool else { throw value.error(.invalidPropagateValue) }
      propagates = bool
    }
    var result = add(from: context)
    if !propagates, self[result].previous < 0 { change(result) { $0.previous = context } }
    for part in local.elements {
      switch part.kind {
      case .null:
        if !overridesProtected, self[result].hasProtectedTerms {
          throw part.error(.invalidContextNullification)
        }
        let former = result
        result = addEmpty()
        if !propagates { change(result) { $0.previous = former } }
      case .string, .escaped:
        result = try include(
          part, in: result, base: base, inclusions: inclusions,
          overridesProtected: overridesProtected, isValidation: isValidation)
      case .object:
        try apply(
          part, to: result, base: base, inclusions: inclusions,
          overridesProtected: overridesProtected)
      case .truth, .falsehood, .number, .array: throw part.error(.invalidLocalContext)
      }
    }
    return result
  }

  /// The context that an IRI names, on top of another.
  private mutating func include(
    _ reference: JSONReference, in context: Int, base: String?, inclusions: [String],
    overridesProtected: Bool, isValidation: Bool
  ) throws -> Int {
    let iri = try resolve(reference, against: base)
    // A scoped context may name the one that it stands in.
    if inclusions.contains(iri) {
      if isValidation { return context }
      throw reference.error(.recursiveContextInclusion)
    }
    guard Self.mayInclude(inclusions) else { throw reference.error(.contextOverflow) }
    let document = try load(iri, for: reference)
    let root = JSONReference(document: document, index: 0)
    guard let inner = root.member("@context") else { throw root.error(.invalidRemoteContext) }
    return try process(
      inner, in: context, base: iri, inclusions: inclusions + [iri],
      overridesProtected: overridesProtected, isValidation: isValidation)
  }

  private func resolve(_ reference: JSONReference, against base: String?) throws -> String {
    let text = reference.string
    do throws(IRIError) {
      guard let base else { return try NamedNode(validating: text).iri }
      return try BaseIRI(try NamedNode(validating: base)).resolve(text).iri
    } catch {
      throw reference.error(.loadingRemoteContextFailed)
    }
  }

  /// Applies the members of a context.
  private mutating func apply(
    _ object: JSONReference, to result: Int, base: String?, inclusions: [String],
    overridesProtected: Bool
  ) throws {
    var local = LocalContext(
      base: base, inclusions: inclusions, overridesProtected: overridesProtected)
    local.add(object)
    if let version = local[.version] {
      guard version.kind == .number, version.string == "1.1" else {
        throw version.error(.invalidVersionValue)
      }
      if isVersion10 { throw version.error(.processingModeConflict) }
    }
    try addImported(to: &local)
    if inclusions.isEmpty, let value = local[.base] { try setBase(value, in: result) }
    if let value = local[.vocab] { try setVocabulary(value, in: result) }
    if let value = local[.language] {
      let language = try languageTag(value, orElse: .invalidDefaultLanguage)
      change(result) { $0.language = language }
    }
    if let value = local[.direction] {
      if isVersion10 { throw value.error(.invalidContextEntry) }
      let direction = try direction(value)
      change(result) { $0.direction = direction }
    }
    if let value = local[.propagate] {
      if isVersion10 { throw value.error(.invalidContextEntry) }
      if value.bool == nil { throw value.error(.invalidPropagateValue) }
    }
    if let value = local[.protected] {
      if isVersion10 { throw value.error(.invalidContextEntry) }
      guard let bool = value.bool else { throw value.error(.invalidProtectedValue) }
      local.isProtected = bool
    }
    for term in local.order {
      switch keyword(term.span) {
      case .base, .direction, .import, .language, .propagate, .protected, .version, .vocab: continue
      default: try defineTerm(term, in: &local, context: result)
      }
    }
  }

  /// Adds what `@import` names below the members of a context.
  private mutating func addImported(to local: inout LocalContext) throws {
    guard let value = local[.import] else { return }
    if isVersion10 { throw value.error(.invalidContextEntry) }
    guard value.isString else { throw value.error(.invalidImportValue) }
    let document = try load(try resolve(value, against: local.base), for: value)
    let root = JSONReference(document: document, index: 0)
    guard let imported = root.member("@context"), imported.kind == .object else {
      throw root.error(.invalidRemoteContext)
    }
    if let further = imported.member("@import") { throw further.error(.invalidContextEntry) }
    local.add(imported)
  }

  private mutating func setBase(_ value: JSONReference, in result: Int) throws {
    guard value.kind != .null else { return change(result) { $0.base = nil } }
    guard value.isString else { throw value.error(.invalidBaseIRI) }
    let text = value.bytes
    var iri: [UInt8] = []
    if !ContextTable.isAbsolute(text), let outer = self[result].base {
      outer.appendResolved(text.span, to: &iri)
    } else {
      iri = text
    }
    // Whether it is an IRI in all its parts shows where something is resolved against it.
    guard ContextTable.isAbsolute(iri) else { throw value.error(.invalidBaseIRI) }
    guard iri.count <= Self.longestIRI else { throw value.error(.tooLongIRI) }
    let base = BaseIRI(NamedNode(unchecked: String(decoding: iri, as: UTF8.self)))
    change(result) { $0.base = base }
  }

  private mutating func setVocabulary(_ value: JSONReference, in result: Int) throws {
    guard value.kind != .null else { return change(result) { $0.vocabulary = nil } }
    guard value.isString else { throw value.error(.invalidVocabMapping) }
    let text = value.bytes
    let isAbsolute = ContextTable.colon(in: text.span) != nil
    if isVersion10, !isAbsolute { throw value.error(.invalidVocabMapping) }
    var bytes: [UInt8] = []
    let expansion = expand(
      text.span, in: result, vocabulary: true, relative: true, into: &bytes)
    guard expansion == .iri else { throw value.error(.invalidVocabMapping) }
    guard bytes.count <= Self.longestIRI else { throw value.error(.tooLongIRI) }
    let vocabulary = bytes
    change(result) { $0.vocabulary = vocabulary }
  }

  /// A language tag, or null.
  func languageTag(_ value: JSONReference, orElse code: JSONLDErrorCode) throws -> [UInt8]? {
    if value.kind == .null { return nil }
    guard value.isString else { throw value.error(code) }
    return value.bytes
  }

  /// A base direction, or null.
  func direction(_ value: JSONReference) throws -> BaseDirection? {
    if value.kind == .null { return nil }
    guard value.isString, let direction = BaseDirection(rawValue: value.string) else {
      throw value.error(.invalidBaseDirection)
    }
    return direction
  }
}
