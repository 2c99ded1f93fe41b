internal import Diagnostics
internal import RDF

/// Triples in groups and templates: productions [52], [55], [73]–[87] and [98]–[106].
extension QueryParser {
  /// Where triples stand.
  enum TriplesPlace {
    /// In a group, where a predicate may be a path.
    case pattern
    /// In a pattern that is a template too, without paths.
    case plainPattern
    /// In a template, where blank nodes are new ones.
    case template
    /// In a template of what is taken away, without blank nodes.
    case deletion
    /// In data that are put in, without variables.
    case insertedData
    /// In data that are taken away, without variables and blank nodes.
    case deletedData

    var mayHaveVariables: Bool { self != .insertedData && self != .deletedData }
    var mayHaveBlankNodes: Bool { self != .deletion && self != .deletedData }
    /// Whether labels of blank nodes are those of new ones.
    var makesBlankNodes: Bool { self == .template || self == .insertedData }
  }

  /// Whether a subject can begin here.
  mutating func isAtTriples() -> Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName, .blankNode, .string, .integer, .decimal, .double,
      .symbol(.openBracket), .symbol(.openParenthesis), .symbol(.plus), .symbol(.minus),
      .symbol(.openReifiedTriple), .symbol(.openTripleTerm):
      return true
    case .word(let word): return word.lowercased() == "true" || word.lowercased() == "false"
    case .end, .language, .symbol:
      expect(Message(en: "a triple", id: "tripel"))
      return false
    }
  }

  /// `TriplesSameSubjectPath` [81] or `TriplesSameSubject` [75].
  mutating func readTriplesSameSubject(
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) {
    let (subject, isComplete) = try readGraphNode(place, into: &block)
    if isComplete, !isAtVerb(place) { return }
    try readPropertyList(of: subject, place, into: &block)
  }

  private mutating func isAtVerb(_ place: TriplesPlace) -> Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName, .word("a"): true
    case .symbol(.caret), .symbol(.exclamation), .symbol(.openParenthesis): place == .pattern
    default: false
    }
  }

  /// `PropertyListPathNotEmpty` [83] or `PropertyListNotEmpty` [77].
  mutating func readPropertyList(
    of subject: TermPattern, _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) {
    try readVerbAndObjects(of: subject, place, into: &block)
    while try skip(.semicolon) {
      if isAtVerb(place) { try readVerbAndObjects(of: subject, place, into: &block) }
    }
  }

  /// A `VerbPath` [84], `VerbSimple` [85] or `Verb` [78] with its `ObjectListPath` [86], whose
  /// objects may have annotations.
  private mutating func readVerbAndObjects(
    of subject: TermPattern, _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) {
    try refuseWhatIsOutOfPlace(place)
    if let variable = try readVariable() {
      repeat {
        let (object, _) = try readGraphNode(place, into: &block)
        block.add(subject, .variable(variable), object)
        try readAnnotations(of: subject, .variable(variable), object, place, into: &block)
      } while try skip(.comma)
      return
    }
    let path: PropertyPath
    if place == .pattern {
      path = try readPath()
      block.pathHeight = max(block.pathHeight, height)
    } else if let node = try readProperty() {
      path = .property(node)
    } else {
      throw unexpected()
    }
    repeat {
      let (object, _) = try readGraphNode(place, into: &block)
      block.add(subject, path, object) { newVariable() }
      var property: TermPattern?
      if case .property(let node) = path { property = .term(.namedNode(node)) }
      try readAnnotations(of: subject, property, object, place, into: &block)
    } while try skip(.comma)
  }

  /// `GraphNodePath` [105] or `GraphNode` [104], and whether it is triples already.
  private mutating func readGraphNode(
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) -> (TermPattern, isComplete: Bool) {
    try refuseWhatIsOutOfPlace(place)
    switch token.kind {
    case .symbol(.openBracket): return try readBlankNodePropertyList(place, into: &block)
    case .symbol(.openParenthesis): return try readCollection(place, into: &block)
    case .symbol(.openReifiedTriple): return (try readReifiedTriple(place, into: &block), true)
    case .symbol(.openTripleTerm): return (try readTripleTerm(place), false)
    case .blankNode(let label):
      let node = try blankNode(label, place)
      try advance()
      return (node, false)
    default:
      if let pattern = try readVariableOrIRI() { return (pattern, false) }
      guard let literal = try readLiteral() else {
        expect(Message(en: "'['", id: "'['"))
        expect(Message(en: "'('", id: "'('"))
        expect(Message(en: "a blank node", id: "simpul kosong"))
        throw unexpected()
      }
      return (.term(.literal(literal)), false)
    }
  }

  /// `BlankNodePropertyListPath` [101], or `ANON` [163].
  private mutating func readBlankNodePropertyList(
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) -> (TermPattern, isComplete: Bool) {
    try require(.openBracket)
    let node = TermPattern.variable(newVariable())
    if try skip(.closeBracket) { return (node, false) }
    try stepIn()
    try readPropertyList(of: node, place, into: &block)
    try require(.closeBracket)
    stepOut()
    return (node, true)
  }

  /// `CollectionPath` [103], or `NIL` [161].
  private mutating func readCollection(
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) -> (TermPattern, isComplete: Bool) {
    try require(.openParenthesis)
    if try skip(.closeParenthesis) { return (.term(.namedNode(RDFVocabulary.nil)), false) }
    guard place.mayHaveBlankNodes else { throw mistake(token.range, .noBlankNodes) }
    try stepIn()
    let first = TermPattern.variable(newVariable())
    var node = first
    while true {
      let (item, _) = try readGraphNode(place, into: &block)
      block.add(node, RDFVocabulary.first, item)
      if try skip(.closeParenthesis) { break }
      let next = TermPattern.variable(newVariable())
      block.add(node, RDFVocabulary.rest, next)
      node = next
    }
    block.add(node, RDFVocabulary.rest, .term(.namedNode(RDFVocabulary.nil)))
    stepOut()
    return (first, true)
  }

  /// The variable of a label, which belongs to one basic graph pattern only
  /// ([SPARQL 1.1 §4.1.4](https://www.w3.org/TR/sparql11-query/#QSynBlankNodes)).
  mutating func blankNode(
    _ label: String, _ place: TriplesPlace
  ) throws(SPARQLSyntaxError) -> TermPattern {
    if place == .insertedData { try keepToOperation(label) }
    if place.makesBlankNodes { return .variable(Variable("._template_\(label)")) }
    if let other = blankNodeParts.updateValue(part, forKey: label), other != part {
      throw mistake(
        token.range,
        Message(
          en: "the blank node _:\(label) stands in another part of the query already;"
            + " use a variable to join them",
          id: "simpul kosong _:\(label) sudah ada di bagian lain kueri;"
            + " gunakan variabel untuk menggabungkannya"))
    }
    return .variable(Variable("._\(label)"))
  }

  /// Refuses a label that stands in data of an operation before: it would not be the same node
  /// ([SPARQL 1.1 Update §3.1.1](https://www.w3.org/TR/sparql11-update/#insertData)).
  private mutating func keepToOperation(_ label: String) throws(SPARQLSyntaxError) {
    guard let other = dataLabels.updateValue(operationCount, forKey: label),
      other != operationCount
    else { return }
    throw mistake(
      token.range,
      Message(
        en: "_:\(label) stands in data of an operation before, where it is another node;"
          + " use another label",
        id: "_:\(label) sudah ada dalam data operasi sebelumnya sebagai simpul lain;"
          + " gunakan label lain"))
  }

  /// `TriplesTemplate` [52] or `ConstructTriples` [74] up to a brace that closes it.
  mutating func readTriplesTemplate(
    _ place: TriplesPlace
  ) throws(SPARQLSyntaxError) -> [TriplePattern] {
    let triples = try readTriples(place)
    try require(.closeBrace)
    return triples
  }

  /// `TriplesTemplate` [52], which may be missing.
  mutating func readTriples(_ place: TriplesPlace) throws(SPARQLSyntaxError) -> [TriplePattern] {
    var block = TripleBlock()
    while isAtTriples() {
      try readTriplesSameSubject(place, into: &block)
      guard try skip(.dot) else { break }
    }
    return block.triples
  }

  /// Refuses variables and blank nodes where they have no meaning.
  func refuseWhatIsOutOfPlace(_ place: TriplesPlace) throws(SPARQLSyntaxError) {
    switch token.kind {
    case .variable where !place.mayHaveVariables: throw mistake(token.range, .noVariables)
    case .blankNode where !place.mayHaveBlankNodes,
      .symbol(.openBracket) where !place.mayHaveBlankNodes:
      throw mistake(token.range, .noBlankNodes)
    default: break
    }
  }
}

extension Message {
  fileprivate static let noVariables = Message(
    en: "data have no variables; use INSERT or DELETE with WHERE",
    id: "data tidak memuat variabel; gunakan INSERT atau DELETE dengan WHERE")
  static let noBlankNodes = Message(
    en: "a blank node cannot be named to take it away; use a variable and WHERE",
    id: "simpul kosong tidak dapat disebut untuk dihapus; gunakan variabel dan WHERE")
}
