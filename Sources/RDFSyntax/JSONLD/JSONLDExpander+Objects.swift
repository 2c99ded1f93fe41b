import RDF

/// Objects: nodes, values, lists and sets
/// ([JSON-LD 1.1 API §5.1](https://www.w3.org/TR/json-ld11-api/#expansion-algorithm), from step 7 on).
extension JSONLDExpander {
  /// What the members of an object say that it is.
  struct Shape {
    var id: Int?
    var value: Int?
    var language: Int?
    var direction: Int?
    var index: Int?
    var list: Int?
    var set: Int?
    var graph: Int?
    var reverse: Int?
    var hasType = false
    var hasIncluded = false
    /// Members that count and are none of `@value`, `@language`, `@direction`, `@type`, `@index`.
    var others = 0
    /// How many members count.
    var count = 0
  }

  /// Makes the statements of an object.
  ///
  /// - Returns: Whether it holds anything.
  mutating func expandObject(
    _ index: Int, in outer: Int, key: Int?, to sink: Sink, graph: QuadBlock.Run?,
    isInMap: Bool, extras: Extras?
  ) throws -> Bool {
    let mark = contexts.mark
    let firstMember = members.count
    let forgetsContexts = hasUniqueContext(index)
    defer {
      members.removeLast(members.count - firstMember)
      if forgetsContexts { contexts.forget(since: mark) }
    }
    let (context, typeContext) = try enter(index, in: outer, key: key, isInMap: isInMap)
    let shape = try shape(from: firstMember, in: context)
    if shape.value != nil {
      guard !sink.dropsValues else { return false }
      guard
        let item = try value(
          index, shape, from: firstMember, in: typeContext, context: context, graph: graph)
      else { return false }
      if let extras, extras.hasProperty { throw mistake(.invalidValueObject, at: index) }
      try deliver(item, to: sink, graph: graph, at: index)
      return true
    }
    if shape.list != nil || shape.set != nil {
      guard shape.count == 1 || shape.count == 2 && shape.index != nil else {
        throw mistake(.invalidSetOrListObject, at: index)
      }
      if let set = shape.set {
        return try expand(set, in: context, key: key, to: sink, graph: graph, extras: extras)
      }
      guard let list = shape.list, !sink.dropsValues else { return false }
      try expandList(list, in: context, key: key, to: sink, graph: graph, at: index)
      return true
    }
    if shape.language != nil, shape.count == 1 { return false }
    if let extras, extras.isGraph, !isGraphObject(shape) {
      return try expandGraph(
        index, shape, members: firstMember..<members.count, in: context,
        typeContext: typeContext, to: sink, graph: graph, extras: extras)
    }
    try expandNode(
      index, shape, members: firstMember..<members.count, in: context, typeContext: typeContext,
      to: sink, graph: graph, extras: extras)
    return true
  }

  // MARK: Contexts

  /// Whether an object has a context of its own that is more than an IRI: one that nothing else has.
  private func hasUniqueContext(_ index: Int) -> Bool {
    document.member("@context", of: index).map { !document.isString($0) } ?? false
  }

  /// Finds the context of an object and reads its members into ``members``.
  ///
  /// - Returns: The context of its members, and the one in which its types are looked up.
  private mutating func enter(
    _ index: Int, in outer: Int, key: Int?, isInMap: Bool
  ) throws -> (context: Int, typeContext: Int) {
    let first = members.count
    var context = outer
    readMembers(of: index, in: context)
    let previous = contexts.previous(of: context)
    if previous >= 0, !isInMap, !staysInScope(from: first) { context = previous }
    if let key, contexts.keys[key].hasContext, let definition = contexts.keys[key].definition {
      context = try contexts.scope(
        of: definition, in: context, overridesProtected: true, propagates: true)
    }
    if let local = document.member("@context", of: index) {
      context = try contexts.context(
        JSONReference(document: document, index: local), in: context, base: base)
    }
    if context != outer { readMembers(of: index, in: context, from: first) }
    let typeContext = context
    context = try scopeOfTypes(from: first, in: context)
    if context != typeContext { readMembers(of: index, in: context, from: first) }
    return (context, typeContext)
  }

  /// Reads the members of an object in place of those from `first` on.
  mutating func readMembers(of index: Int, in context: Int, from first: Int? = nil) {
    if let first { members.removeLast(members.count - first) }
    let document = document
    let end = document.end(index)
    var name = index + 1
    while name < end {
      let key = document.withBytes(name) { contexts.key($0, in: context) }
      if contexts.keys[key].kind != .nothing {
        members.append(
          Member(key: Int32(key), name: Int32(name), context: Int32(context)))
      }
      name = document.end(name + 1)
    }
  }

  /// Whether the members say that the context of a type still holds: those of a value, or of a mere
  /// reference to a node.
  private func staysInScope(from first: Int) -> Bool {
    if members.count - first == 1, contexts.keys[Int(members[first].key)].kind == .keyword(.id) {
      return true
    }
    return members[first...].contains { contexts.keys[Int($0.key)].kind == .keyword(.value) }
  }

  /// The context that the types of a node bring.
  private mutating func scopeOfTypes(from first: Int, in context: Int) throws -> Int {
    guard contexts.hasTermContexts else { return context }
    var result = context
    let typing = members[first...].filter { contexts.keys[Int($0.key)].kind == .keyword(.type) }
    guard !typing.isEmpty else { return context }
    let document = document
    for member in typing.sorted(by: {
      document.string(Int($0.name)) < document.string(Int($1.name))
    }) {
      let value = Int(member.name) + 1
      let types =
        document.kind(value) == .array ? document.elements(value) : [value]
      let names = types.filter { document.isString($0) }
      let sorted =
        names.count > 1
        ? names.sorted { precedes(document.string($0), document.string($1)) } : names
      for type in sorted {
        let definition = document.withBytes(type) { contexts.definition(of: $0, in: context) }
        guard let definition, definition.context != nil else { continue }
        result = try contexts.scope(
          of: definition, in: result, overridesProtected: false, propagates: false)
      }
    }
    return result
  }

  private func precedes(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }

  // MARK: Shapes

  /// Looks at the members of an object; what is nested in it is added to them.
  private mutating func shape(from first: Int, in context: Int) throws -> Shape {
    var shape = Shape()
    var place = first
    while place < members.count {
      let member = members[place]
      place += 1
      let value = Int(member.name) + 1
      switch contexts.keys[Int(member.key)].kind {
      case .nothing: continue
      case .property:
        guard document.kind(value) != .null else { continue }
        shape.others += 1
      case .keyword(let keyword):
        if keyword == .context { continue }
        if keyword == .nest {
          try readNested(member, value)
          continue
        }
        guard try note(keyword, value, at: Int(member.name), in: &shape) else { continue }
      }
      shape.count += 1
    }
    return shape
  }

  /// Notes a keyword; false if it does not count.
  private func note(
    _ keyword: JSONLDKeyword, _ value: Int, at name: Int, in shape: inout Shape
  ) throws -> Bool {
    func set(_ place: WritableKeyPath<Shape, Int?>) throws {
      if shape[keyPath: place] != nil { throw mistake(.collidingKeywords, at: name) }
      shape[keyPath: place] = value
    }
    switch keyword {
    case .id:
      try set(\.id)
      guard document.isString(value) else { throw mistake(.invalidIDValue, at: value) }
      shape.others += 1
    case .value: try set(\.value)
    case .language:
      try set(\.language)
      guard document.isString(value) else {
        throw mistake(.invalidLanguageTaggedString, at: value)
      }
    case .direction where !contexts.isVersion10:
      try set(\.direction)
      guard document.isString(value), BaseDirection(rawValue: document.string(value)) != nil
      else { throw mistake(.invalidBaseDirection, at: value) }
    case .index:
      try set(\.index)
      guard document.isString(value) else { throw mistake(.invalidIndexValue, at: value) }
    case .list:
      try set(\.list)
      shape.others += 1
    case .set:
      try set(\.set)
      shape.others += 1
    case .graph:
      try set(\.graph)
      shape.others += 1
    case .reverse:
      try set(\.reverse)
      guard document.kind(value) == .object else {
        throw mistake(.invalidReverseValue, at: value)
      }
      shape.others += 1
    case .type:
      shape.hasType = true
      try checkTypes(value)
    case .included where !contexts.isVersion10:
      shape.hasIncluded = true
      shape.others += 1
    default: return false
    }
    return true
  }

  private func checkTypes(_ value: Int) throws {
    let isArray = document.kind(value) == .array
    for type in isArray ? document.elements(value) : [value]
    where !document.isString(type) {
      throw mistake(.invalidTypeValue, at: type)
    }
  }

  /// Adds the members of what is nested under a name to those of the object
  /// (step 14).
  private mutating func readNested(_ member: Member, _ value: Int) throws {
    var context = Int(member.context)
    let key = contexts.keys[Int(member.key)]
    if key.hasContext, let definition = key.definition {
      context = try contexts.scope(
        of: definition, in: context, overridesProtected: true, propagates: true)
    }
    let nested = document.kind(value) == .array ? document.elements(value) : [value]
    for object in nested {
      guard document.kind(object) == .object else { throw mistake(.invalidNestValue, at: object) }
      let first = members.count
      readMembers(of: object, in: context)
      let holdsValue = members[first...].contains {
        contexts.keys[Int($0.key)].kind == .keyword(.value)
      }
      if holdsValue { throw mistake(.invalidNestValue, at: object) }
    }
  }

  /// Whether an object is a graph, perhaps with a name.
  private func isGraphObject(_ shape: Shape) -> Bool {
    guard shape.graph != nil else { return false }
    return shape.count == 1 + (shape.id == nil ? 0 : 1) + (shape.index == nil ? 0 : 1)
  }

  // MARK: Values and lists

  /// The literal of a value object (step 15); nil for a value that is null.
  private mutating func value(
    _ index: Int, _ shape: Shape, from first: Int, in typeContext: Int, context: Int,
    graph: QuadBlock.Run?
  ) throws -> Item? {
    guard let value = shape.value else { return nil }
    guard shape.others == 0, !shape.hasType || shape.language == nil && shape.direction == nil
    else { throw mistake(.invalidValueObject, at: index) }
    var type: Int?
    for member in members[first...]
    where contexts.keys[Int(member.key)].kind == .keyword(.type) {
      let types = Int(member.name) + 1
      type = document.kind(types) == .array ? document.elements(types).last : types
      if document.kind(types) == .array, document.elements(types).count != 1 {
        throw mistake(.invalidTypedValue, at: types)
      }
    }
    var datatype: [UInt8]?
    if let type {
      scratch.removeAll(keepingCapacity: true)
      let document = document
      let expansion = document.withBytes(type) {
        contexts.expand($0, in: typeContext, vocabulary: true, relative: true, into: &scratch)
      }
      if expansion == .keyword(.json), !contexts.isVersion10 { return try jsonLiteral(value) }
      guard document.kind(value) != .null else { return nil }
      guard expansion == .iri, ContextTable.isAbsolute(scratch),
        !scratch.contains(UInt8(ascii: " "))
      else { throw mistake(.invalidTypedValue, at: type) }
      datatype = scratch
    }
    switch document.kind(value) {
    case .null: return nil
    case .array, .object: throw mistake(.invalidValueObjectValue, at: value)
    case .truth, .falsehood, .number, .string, .escaped: break
    }
    guard shape.language != nil || shape.direction != nil else {
      return try literal(value, datatype: datatype)
    }
    guard document.isString(value) else { throw mistake(.invalidLanguageTaggedValue, at: value) }
    let document = document
    return text(
      value,
      language: shape.language.map { document.withBytes($0) { Array(copying: $0) } },
      direction: shape.direction.flatMap { BaseDirection(rawValue: document.string($0)) },
      graph: graph)
  }

  private mutating func expandList(
    _ list: Int, in context: Int, key: Int?, to sink: Sink, graph: QuadBlock.Run?, at index: Int
  ) throws {
    if case .subject = sink { throw mistake(.invalidReversePropertyValue, at: index) }
    if case .included = sink { throw mistake(.invalidIncludedValue, at: index) }
    if case .list(isWhole: true) = sink {
      try expand(list, in: context, key: key, to: .list(isWhole: false), graph: graph)
      return
    }
    try deliverList(to: sink, graph: graph) { expander in
      try expander.expand(list, in: context, key: key, to: .list(isWhole: false), graph: graph)
    }
  }
}
