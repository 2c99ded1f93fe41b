import RDF

/// Nodes and their members (steps 13 and 14 of
/// [JSON-LD 1.1 API §5.1](https://www.w3.org/TR/json-ld11-api/#expansion-algorithm)).
extension JSONLDExpander {
  /// Makes the statements of a node.
  mutating func expandNode(
    _ index: Int, _ shape: Shape, members range: Range<Int>, in context: Int, typeContext: Int,
    to sink: Sink, graph: QuadBlock.Run?, extras: Extras?
  ) throws {
    let subject: QuadBlock.Run
    if let id = shape.id {
      subject = node(id, in: context, relative: true)
    } else if let extras, extras.hasID {
      subject = extras.id
    } else {
      subject = fresh()
    }
    deliver(subject, to: sink, graph: graph)
    if let extras { state(extras, of: subject, in: graph) }
    let mark = block.bytes.count
    for place in range {
      try expandMember(
        members[place], of: subject, in: context, typeContext: typeContext, graph: graph)
      try relieve(to: mark, at: index)
    }
    try checkSize(at: index)
  }

  /// Makes the statements of a node that is a graph of its own since it stands in a map of graphs.
  mutating func expandGraph(
    _ index: Int, _ shape: Shape, members range: Range<Int>, in context: Int, typeContext: Int,
    to sink: Sink, graph: QuadBlock.Run?, extras: Extras
  ) throws -> Bool {
    let name = extras.hasID ? extras.id : fresh()
    deliver(name, to: sink, graph: graph)
    if extras.hasProperty { state(name, extras.predicate, extras.object, in: graph) }
    try expandNode(
      index, shape, members: range, in: context, typeContext: typeContext, to: .graph,
      graph: self.graph(named: name), extras: nil)
    return true
  }

  /// The graph of a name; nil for a name that no graph can have.
  private func graph(named name: QuadBlock.Run) -> QuadBlock.Run? { name.count > 0 ? name : nil }

  private mutating func expandMember(
    _ member: Member, of subject: QuadBlock.Run, in context: Int, typeContext: Int,
    graph: QuadBlock.Run?
  ) throws {
    let key = Int(member.key)
    let value = Int(member.name) + 1
    switch contexts.keys[key].kind {
    case .property:
      try expandProperty(
        key, value, of: subject, in: Int(member.context), graph: graph, isReversed: false)
    case .keyword(.type): try expandTypes(value, of: subject, in: typeContext, graph: graph)
    case .keyword(.graph):
      try expand(
        value, in: context, key: nil, to: .nothing, graph: self.graph(named: subject))
    case .keyword(.included):
      try expand(value, in: context, key: nil, to: .included, graph: graph)
    case .keyword(.reverse):
      try expandReverse(value, of: subject, in: Int(member.context), graph: graph)
    case .keyword, .nothing: break
    }
  }

  private mutating func expandTypes(
    _ value: Int, of subject: QuadBlock.Run, in context: Int, graph: QuadBlock.Run?
  ) throws {
    let end = document.end(value)
    var type = document.kind(value) == .array ? value + 1 : value
    let mark = block.bytes.count
    while type < end {
      let node = node(type, in: context, vocabulary: true, relative: true)
      state(subject, fixed(.type), node, in: graph)
      type += 1
      try relieve(to: mark, at: value)
    }
  }

  /// `@reverse`: properties whose values are subjects (step 13.4.13).
  private mutating func expandReverse(
    _ map: Int, of object: QuadBlock.Run, in outer: Int, graph: QuadBlock.Run?
  ) throws {
    var context = outer
    if let local = document.member("@context", of: map) {
      context = try contexts.process(
        JSONReference(document: document, index: local), in: context, base: base)
    }
    let document = document
    let mark = block.bytes.count
    for (name, value) in document.members(map) {
      try relieve(to: mark, at: map)
      let key = document.withBytes(name) { contexts.key($0, in: context) }
      switch contexts.keys[key].kind {
      case .nothing, .keyword(.context): break
      case .keyword: throw mistake(.invalidReversePropertyMap, at: name)
      case .property:
        try expandProperty(
          key, value, of: object, in: context, graph: graph, isReversed: true)
      }
    }
  }

  // MARK: Properties

  /// Makes the statements of a property (from step 13.5 on).
  ///
  /// - Parameters:
  ///   - key: The property.
  ///   - value: Its value.
  ///   - node: The node that has it.
  ///   - context: The context.
  ///   - graph: The graph that statements stand in.
  ///   - isReversed: Whether it stands in `@reverse`.
  /// - Throws: ``JSONLDMistake`` or `SyntaxError` for the first mistake.
  private mutating func expandProperty(
    _ key: Int, _ value: Int, of node: QuadBlock.Run, in context: Int, graph: QuadBlock.Run?,
    isReversed: Bool
  ) throws {
    guard document.kind(value) != .null || contexts.keys[key].type == .json else { return }
    let predicate = contexts.run(ofKey: key, in: &block, number: blockNumber)
    let sink: Sink =
      contexts.keys[key].isReverse != isReversed
      ? .subject(predicate: predicate, object: node)
      : .object(subject: node, predicate: predicate)
    let container = contexts.keys[key].container
    if container.contains(.list) {
      try expandListProperty(key, value, in: context, to: sink, graph: graph)
    } else if container.contains(.graph), !container.contains(.id), !container.contains(.index) {
      try expandGraphs(value, in: context, key: key, to: sink, graph: graph)
    } else {
      try expandValue(key, value, in: context, to: sink, graph: graph)
    }
  }

  @discardableResult
  private mutating func expandValue(
    _ key: Int, _ value: Int, in context: Int, to sink: Sink, graph: QuadBlock.Run?
  ) throws -> Bool {
    if contexts.keys[key].type == .json {
      try deliver(try jsonLiteral(value), to: sink, graph: graph, at: value)
      return true
    }
    let container = contexts.keys[key].container
    if document.kind(value) == .object {
      if container.contains(.language) {
        try expandLanguageMap(value, in: context, key: key, to: sink, graph: graph)
        return true
      }
      if container.contains(.index) || container.contains(.id) || container.contains(.type) {
        try expandMap(value, in: context, key: key, to: sink, graph: graph)
        return true
      }
    }
    return try expand(value, in: context, key: key, to: sink, graph: graph)
  }

  private mutating func expandListProperty(
    _ key: Int, _ value: Int, in context: Int, to sink: Sink, graph: QuadBlock.Run?
  ) throws {
    if case .subject = sink { throw mistake(.invalidReversePropertyValue, at: value) }
    lists.append(nil)
    guard try expandValue(key, value, in: context, to: .list(isWhole: true), graph: graph) else {
      lists.removeLast()
      return
    }
    deliver(endedList(in: graph), to: sink, graph: graph)
  }

  /// Values that are graphs without saying so (step 13.12).
  private mutating func expandGraphs(
    _ value: Int, in context: Int, key: Int, to sink: Sink, graph: QuadBlock.Run?
  ) throws {
    if document.kind(value) == .array {
      let mark = block.bytes.count
      for element in document.elements(value) {
        try expandGraphs(element, in: context, key: key, to: sink, graph: graph)
        try relieve(to: mark, at: value)
      }
      return
    }
    let name = fresh()
    if try expandValue(key, value, in: context, to: .graph, graph: name) {
      deliver(name, to: sink, graph: graph)
    }
  }

  // MARK: Maps

  /// Texts by language (step 13.7).
  private mutating func expandLanguageMap(
    _ map: Int, in context: Int, key: Int, to sink: Sink, graph: QuadBlock.Run?
  ) throws {
    let document = document
    var direction = contexts[context].direction
    if case .given(let own)? = contexts.keys[key].definition?.direction { direction = own }
    let mark = block.bytes.count
    for (name, value) in document.members(map) {
      try relieve(to: mark, at: map)
      let isNone = document.withBytes(name) { name in
        var bytes: [UInt8] = []
        return contexts.expand(name, in: context, vocabulary: true, into: &bytes)
          == .keyword(.none)
      }
      let language = isNone ? nil : document.withBytes(name) { Array(copying: $0) }
      let texts = document.kind(value) == .array ? document.elements(value) : [value]
      for one in texts where document.kind(one) != .null {
        guard document.isString(one) else { throw mistake(.invalidLanguageMapValue, at: one) }
        let item = text(one, language: language, direction: direction, graph: graph)
        try deliver(item, to: sink, graph: graph, at: one)
        try relieve(to: mark, at: map)
      }
    }
  }

  /// Values by index, name or type, which may be graphs (step 13.8).
  private mutating func expandMap(
    _ map: Int, in outer: Int, key: Int, to sink: Sink, graph: QuadBlock.Run?
  ) throws {
    let container = contexts.keys[key].container
    var context = outer
    if container.contains(.id) || container.contains(.type) {
      let previous = contexts.previous(of: context)
      if previous >= 0 { context = previous }
    }
    let document = document
    let mark = block.bytes.count
    for (name, value) in document.members(map) {
      try relieve(to: mark, at: map)
      var inner = context
      if container.contains(.type) {
        let definition = document.withBytes(name) { contexts.definition(of: $0, in: context) }
        if let definition, definition.context != nil {
          inner = try contexts.scope(
            of: definition, in: context, overridesProtected: false, propagates: false)
        }
      }
      let extras = try extras(of: name, container, in: outer, key: key, graph: graph)
      try expand(
        value, in: inner, key: key, to: sink, graph: graph, isInMap: true, extras: extras)
    }
  }

  /// What the key of a map says of the values under it.
  private mutating func extras(
    of name: Int, _ container: TermDefinition.Container, in context: Int, key: Int,
    graph: QuadBlock.Run?
  ) throws -> Extras {
    var extras = Extras(isGraph: container.contains(.graph))
    scratch.removeAll(keepingCapacity: true)
    let document = document
    let expansion = document.withBytes(name) {
      contexts.expand($0, in: context, vocabulary: true, into: &scratch)
    }
    if expansion == .keyword(.none) { return extras }
    if container.contains(.id) {
      extras.id = node(name, in: context, relative: true)
      extras.hasID = true
    } else if container.contains(.type) {
      extras.type = node(name, in: context, vocabulary: true, relative: false)
    } else if let index = contexts.keys[key].definition?.index {
      let property = contexts.key(index.span, in: context)
      if contexts.keys[property].kind == .property {
        extras.predicate = contexts.run(ofKey: property, in: &block, number: blockNumber)
        extras.object = try expandScalar(name, in: context, key: property, graph: graph).term
        extras.hasProperty = true
      }
    }
    return extras
  }
}
