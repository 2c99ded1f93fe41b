internal import Diagnostics
internal import RDF

/// Property paths: productions [88]–[96].
extension QueryParser {
  /// `Path` [88], `PathAlternative` [89].
  mutating func readPath() throws(SPARQLSyntaxError) -> PropertyPath {
    try stepIn()
    defer { stepOut() }
    var paths = [try readPathSequence()]
    var highest = height
    while try skip(.bar) {
      paths.append(try readPathSequence())
      highest = max(highest, height)
    }
    return try balance(paths, height: highest) { .alternative($0, $1) }
  }

  /// `PathSequence` [90].
  private mutating func readPathSequence() throws(SPARQLSyntaxError) -> PropertyPath {
    var paths = [try readPathEltOrInverse()]
    var highest = height
    while try skip(.slash) {
      paths.append(try readPathEltOrInverse())
      highest = max(highest, height)
    }
    return try balance(paths, height: highest) { .sequence($0, $1) }
  }

  /// `PathEltOrInverse` [92].
  private mutating func readPathEltOrInverse() throws(SPARQLSyntaxError) -> PropertyPath {
    guard try skip(.caret) else { return try readPathElt() }
    let path = try readPathElt()
    try grow()
    return .inverse(path)
  }

  /// `PathElt` [91] with its `PathMod` [93].
  private mutating func readPathElt() throws(SPARQLSyntaxError) -> PropertyPath {
    let path = try readPathPrimary()
    if try skip(.question) {
      try grow()
      return .zeroOrOne(path)
    }
    if try skip(.star) {
      try grow()
      return .zeroOrMore(path)
    }
    if try skip(.plus) {
      try grow()
      return .oneOrMore(path)
    }
    return path
  }

  /// `PathPrimary` [94].
  private mutating func readPathPrimary() throws(SPARQLSyntaxError) -> PropertyPath {
    height = 1
    if let node = try readProperty() { return .property(node) }
    if try skip(.exclamation) { return try readPathNegatedPropertySet() }
    try require(.openParenthesis)
    let path = try readPath()
    try require(.closeParenthesis)
    return path
  }

  /// `iri | 'a'`; nil, and nothing is read, if there is neither.
  mutating func readProperty() throws(SPARQLSyntaxError) -> NamedNode? {
    if token.kind == .word("a") {
      try advance()
      return RDFVocabulary.type
    }
    expect(Message(en: "'a'", id: "'a'"))
    return try readIRI()
  }

  /// `PathNegatedPropertySet` [95].
  private mutating func readPathNegatedPropertySet() throws(SPARQLSyntaxError) -> PropertyPath {
    var forward: [NamedNode] = []
    var backward: [NamedNode] = []
    guard try skip(.openParenthesis) else {
      try readPathOneInPropertySet(&forward, &backward)
      return backward.isEmpty
        ? .negatedSet(forward: forward, backward: nil)
        : .negatedSet(forward: nil, backward: backward)
    }
    if try !skip(.closeParenthesis) {
      repeat {
        try readPathOneInPropertySet(&forward, &backward)
      } while try skip(.bar)
      try require(.closeParenthesis)
    }
    return .negatedSet(
      forward: forward.isEmpty && !backward.isEmpty ? nil : forward,
      backward: backward.isEmpty ? nil : backward)
  }

  /// `PathOneInPropertySet` [96].
  private mutating func readPathOneInPropertySet(
    _ forward: inout [NamedNode], _ backward: inout [NamedNode]
  ) throws(SPARQLSyntaxError) {
    let isBackward = try skip(.caret)
    guard let node = try readProperty() else { throw unexpected() }
    if isBackward { backward.append(node) } else { forward.append(node) }
  }
}
