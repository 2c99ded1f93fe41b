internal import Diagnostics
internal import RDF

/// The forms of queries: productions [1]–[16].
extension QueryParser {
  /// `QueryUnit` [1], `Query` [2].
  mutating func readQueryUnit() throws(SPARQLSyntaxError) -> Query {
    try readPrologue()
    var query: Query
    if isAt(word: "SELECT") {
      query = try readSelectQuery()
    } else if try skip(word: "CONSTRUCT") {
      query = try readConstructQuery()
    } else if try skip(word: "DESCRIBE") {
      query = try readDescribeQuery()
    } else if try skip(word: "ASK") {
      query = try readAskQuery()
    } else {
      throw unexpected()
    }
    guard token.kind == .end else { throw unexpected() }
    query.baseIRI = names.base?.node.iri
    query.prefixes = names.declared
    return query
  }

  /// `Prologue` [4], with `VersionDecl`.
  mutating func readPrologue() throws(SPARQLSyntaxError) {
    while true {
      if try skip(word: "BASE") {
        guard case .iri = token.kind else {
          expect(Message(en: "an IRI between '<' and '>'", id: "IRI di antara '<' dan '>'"))
          throw unexpected()
        }
        names.setBase(try requireIRI())
      } else if try skip(word: "PREFIX") {
        try readPrefixDecl()
      } else if try skip(word: "VERSION") {
        try readVersionSpecifier()
      } else {
        return
      }
    }
  }

  /// `VersionSpecifier`, a text between single quotation marks.
  ///
  /// What it announces is read anyway.
  private mutating func readVersionSpecifier() throws(SPARQLSyntaxError) {
    guard case .string = token.kind, !tokenText.hasPrefix("\"\"\""), !tokenText.hasPrefix("'''")
    else {
      expect(Message(en: "a version such as \"1.2\"", id: "versi seperti \"1.2\""))
      throw unexpected()
    }
    try advance()
  }

  /// `PrefixDecl` [6] behind its word.
  private mutating func readPrefixDecl() throws(SPARQLSyntaxError) {
    guard case .prefixedName(let prefix, "") = token.kind else {
      expect(Message(en: "a prefix with its colon", id: "awalan dengan titik duanya"))
      throw unexpected()
    }
    try advance()
    guard case .iri = token.kind else {
      expect(Message(en: "an IRI between '<' and '>'", id: "IRI di antara '<' dan '>'"))
      throw unexpected()
    }
    names.declare(prefix, try requireIRI())
  }

  /// `SelectQuery` [7], with its `ValuesClause` [28].
  private mutating func readSelectQuery() throws(SPARQLSyntaxError) -> Query {
    var selection = try readSelectClause()
    let dataset = try readDatasetClauses()
    let group = try readWhereClause()
    let pattern = try readModifiers(of: group, selection: &selection)
    return Query(form: .select(selection.variables), pattern: pattern, dataset: dataset)
  }

  /// `SubSelect` [8].
  mutating func readSubSelect() throws(SPARQLSyntaxError) -> Group {
    let outer = aggregation
    aggregation = Aggregation()
    var selection = try readSelectClause()
    let group = try readWhereClause()
    let pattern = try readModifiers(of: group, selection: &selection)
    aggregation = outer
    return Group(pattern: pattern, condition: nil, variables: selection.variables)
  }

  /// `ConstructQuery` [10] behind its word.
  private mutating func readConstructQuery() throws(SPARQLSyntaxError) -> Query {
    if try skip(.openBrace) {
      let template = try readTriplesTemplate(.template)
      let dataset = try readDatasetClauses()
      let group = try readWhereClause()
      let pattern = try readModifiers(of: group)
      return Query(form: .construct(template), pattern: pattern, dataset: dataset)
    }
    let dataset = try readDatasetClauses()
    try require(word: "WHERE")
    try require(.openBrace)
    part = partCount + 1
    partCount = part
    let triples = try readTriplesTemplate(.plainPattern)
    height = 2
    var variables = VariableList()
    for triple in triples { variables.add(triple) }
    let group = Group(
      pattern: .basic(triples), condition: nil, variables: variables.variables)
    let pattern = try readModifiers(of: group)
    return Query(
      form: .construct(triples.map { $0.withOwnBlankNodes }), pattern: pattern, dataset: dataset)
  }

  /// `DescribeQuery` [11] behind its word.
  private mutating func readDescribeQuery() throws(SPARQLSyntaxError) -> Query {
    var things: [TermPattern] = []
    let isAll = try skip(.star)
    if !isAll {
      while let thing = try readVariableOrIRI() { things.append(thing) }
      guard !things.isEmpty else { throw unexpected() }
    }
    let dataset = try readDatasetClauses()
    var group = Group(pattern: .unit, condition: nil, variables: [])
    height = 1
    if isAt(.openBrace) || isAt(word: "WHERE") { group = try readWhereClause() }
    if isAll { things = group.variables.map { .variable($0) } }
    let pattern = try readModifiers(of: group)
    return Query(form: .describe(things), pattern: pattern, dataset: dataset)
  }

  /// `AskQuery` [12] behind its word.
  private mutating func readAskQuery() throws(SPARQLSyntaxError) -> Query {
    let dataset = try readDatasetClauses()
    let group = try readWhereClause()
    let pattern = try readModifiers(of: group)
    return Query(form: .ask, pattern: pattern, dataset: dataset)
  }

  /// `DatasetClause` [13] or `UsingClause` [44], as many as there are.
  mutating func readDatasetClauses(
    word: String = "FROM"
  ) throws(SPARQLSyntaxError) -> Query.DatasetClause? {
    var clause = Query.DatasetClause(defaultGraphs: [], namedGraphs: [])
    var isThere = false
    while try skip(word: word) {
      isThere = true
      if try skip(word: "NAMED") {
        clause.namedGraphs.append(try requireIRI())
      } else {
        clause.defaultGraphs.append(try requireIRI())
      }
    }
    return isThere ? clause : nil
  }

  /// `WhereClause` [17].
  private mutating func readWhereClause() throws(SPARQLSyntaxError) -> Group {
    _ = try skip(word: "WHERE")
    return try readGroup()
  }
}

extension TriplePattern {
  /// The triple as a template: what stands for blank nodes of the pattern stands for new ones.
  fileprivate var withOwnBlankNodes: TriplePattern {
    TriplePattern(
      subject.withOwnBlankNodes, predicate.withOwnBlankNodes, object.withOwnBlankNodes)
  }
}

extension TermPattern {
  fileprivate var withOwnBlankNodes: TermPattern {
    switch self {
    case .term: self
    case .variable(let variable):
      variable.isVisible ? self : .variable(Variable("._template\(variable.name)"))
    case .tripleTerm(let triple): .tripleTerm(triple.withOwnBlankNodes)
    }
  }
}
