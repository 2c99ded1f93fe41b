import Diagnostics
import DomainPack
import RDF

/// One use of a ``Projection``: first every quad finds its part, then the parts make the graph.
struct ProjectionRun {
  private typealias Statement = ClaimIndex.Statement

  private let style: GraphStyle
  private let language: MessageLanguage
  private let terms: TermTable
  private let claims: ClaimIndex
  private var tally = ProjectionTally()
  private var types: [Int: Set<String>] = [:]
  private var values: [Int: [AttributeKey: Set<Literal>]] = [:]
  private var statements: [Statement] = []
  private var things: Set<Int> = []

  private struct AttributeKey: Hashable {
    var predicate: String
    var language: String?
  }

  init(style: GraphStyle, language: MessageLanguage, terms: TermTable, claims: ClaimIndex) {
    self.style = style
    self.language = language
    self.terms = terms
    self.claims = claims
  }

  /// Puts every quad where it belongs and counts it.
  mutating func sort(_ quads: [TermTable.NumberedQuad]) {
    var hidden: Set<Int> = []
    for quad in quads where terms.text(of: quad.predicate) == RDFVocabulary.type.iri {
      if style.hiddenClasses.contains(terms.text(of: quad.object)) { hidden.insert(quad.subject) }
    }
    var said: Set<Statement> = []
    for quad in quads {
      let statement = Statement(
        subject: quad.subject, predicate: quad.predicate, object: quad.object)
      if claims.isClaim(quad.subject) {
        tally.evidence += 1
      } else if hidden.contains(quad.subject) || hidden.contains(quad.object)
        || style.hiddenPredicates.contains(terms.text(of: quad.predicate))
      {
        tally.hidden += 1
      } else if !said.insert(statement).inserted {
        tally.repeated += 1
      } else {
        place(statement)
      }
    }
    leaveOutImplied()
  }

  private mutating func place(_ statement: Statement) {
    let predicate = terms.text(of: statement.predicate)
    things.insert(statement.subject)
    if predicate == RDFVocabulary.type.iri, terms.isResource(statement.object) {
      types[statement.subject, default: []].insert(terms.text(of: statement.object))
      tally.types += 1
    } else if terms.isResource(statement.object), !isValue(predicate) {
      things.insert(statement.object)
      statements.append(statement)
    } else {
      let value = terms.term(statement.object).literal ?? concept(statement.object)
      let key = AttributeKey(predicate: predicate, language: value.language?.lowercased())
      values[statement.subject, default: [:]][key, default: []].insert(value)
      tally.attributes += 1
    }
  }

  /// A thing as a value: a concept of the vocabulary by its local name, anything else in full.
  private func concept(_ number: Int) -> Literal {
    let text = terms.text(of: number)
    guard text.hasPrefix(ClaimTerms.namespace) else { return Literal(text) }
    return Literal(text.localName)
  }

  private func isValue(_ predicate: String) -> Bool {
    style.attributePredicates.contains(predicate)
  }

  /// Drops the statements whose predicate another one between the same two nodes makes needless,
  /// and the second way of those that hold both ways.
  private mutating func leaveOutImplied() {
    let all = Set(statements)
    var generalOf: [Int: [Int]] = [:]
    let numberOf = Dictionary(
      all.map { (terms.text(of: $0.predicate), $0.predicate) },
      uniquingKeysWith: { first, _ in first })
    for (name, number) in numberOf {
      generalOf[number] = style.predicates[name]?.aligned.compactMap { numberOf[$0] } ?? []
    }
    var implied: Set<Statement> = []
    for statement in statements {
      for general in generalOf[statement.predicate] ?? [] {
        implied.insert(
          Statement(
            subject: statement.subject, predicate: general, object: statement.object))
      }
    }
    var kept: [Statement] = []
    for statement in statements {
      guard !implied.contains(statement) else {
        tally.implied += 1
        continue
      }
      tally.edges += 1
      let back = Statement(
        subject: statement.object, predicate: statement.predicate, object: statement.subject)
      let isSecondWay =
        isSymmetric(statement) && all.contains(back)
        && terms.text(of: statement.object).precedesInUTF8(terms.text(of: statement.subject))
      if !isSecondWay { kept.append(statement) }
    }
    statements = kept
  }

  private func isSymmetric(_ statement: Statement) -> Bool {
    style.predicates[terms.text(of: statement.predicate)]?.isSymmetric ?? false
  }

  /// The graph of what was sorted.
  func graph() -> PropertyGraph {
    // By name, then by kind, since a literal's text may be an IRI too.
    let order = things.map { (number: $0, name: terms.text(of: $0)) }
      .sorted { $0.name.precedesInUTF8($1.name) }
    let classOf = order.map { mainClass(of: types[$0.number] ?? []) }
    let classes = ClassTable(classOf, style: style, language: language)
    let labels = Captions(language: language)
    var nodes: [PropertyGraph.Node] = []
    var placeOf: [Int: Int] = [:]
    for (place, thing) in order.enumerated() {
      placeOf[thing.number] = place
      let attributes = attributes(of: thing.number)
      nodes.append(
        PropertyGraph.Node(
          iri: thing.name, label: labels.label(of: thing.name, attributes),
          classIndex: classes.index(of: classOf[place]), attributes: attributes))
    }
    var edges: [PropertyGraph.Edge] = []
    for statement in statements {
      guard let source = placeOf[statement.subject], let target = placeOf[statement.object]
      else { preconditionFailure("the ends of a statement are things") }
      nodes[source].degree += 1
      if target != source { nodes[target].degree += 1 }
      edges.append(edge(statement, from: source, to: target))
    }
    edges.sort {
      ($0.source, $0.target) != ($1.source, $1.target)
        ? ($0.source, $0.target) < ($1.source, $1.target)
        : $0.predicate.precedesInUTF8($1.predicate)
    }
    return PropertyGraph(
      nodes: nodes, edges: edges, classes: classes.classes, language: language, tally: tally)
  }

  /// The class that decides the looks: the first of the style, else the first by IRI.
  private func mainClass(of types: Set<String>) -> String {
    types.min { left, right in
      let leftRank = style.classes[left]?.rank ?? Int.max
      let rightRank = style.classes[right]?.rank ?? Int.max
      return leftRank != rightRank ? leftRank < rightRank : left.precedesInUTF8(right)
    } ?? ""
  }

  private func attributes(of thing: Int) -> [PropertyGraph.Attribute] {
    var all = (values[thing] ?? [:]).map { key, literals in
      PropertyGraph.Attribute(
        predicate: key.predicate, language: key.language, values: Self.ordered(literals))
    }
    // One class is told by the node itself; several are kept as values.
    if let types = types[thing], types.count > 1 {
      all.append(
        PropertyGraph.Attribute(
          predicate: RDFVocabulary.type.iri,
          values: Self.ordered(Set(types.map { Literal($0) }))))
    }
    return all.sorted {
      $0.predicate != $1.predicate
        ? $0.predicate.precedesInUTF8($1.predicate)
        : ($0.language ?? "").precedesInUTF8($1.language ?? "")
    }
  }

  private static func ordered(_ literals: Set<Literal>) -> [Literal] {
    literals.sorted {
      $0.datatype != $1.datatype
        ? $0.datatype < $1.datatype
        : $0.lexicalForm != $1.lexicalForm
          ? $0.lexicalForm.precedesInUTF8($1.lexicalForm)
          : ($0.language ?? "", $0.direction?.rawValue ?? "")
            < ($1.language ?? "", $1.direction?.rawValue ?? "")
    }
  }

  private func edge(
    _ statement: Statement, from source: Int, to target: Int
  ) -> PropertyGraph.Edge {
    let predicate = terms.text(of: statement.predicate)
    let look = style.predicates[predicate]
    var about = claims.claims[statement] ?? []
    if isSymmetric(statement), statement.subject != statement.object {
      about +=
        claims.claims[
          Statement(
            subject: statement.object, predicate: statement.predicate, object: statement.subject)]
        ?? []
    }
    let evidence = evidence(of: about)
    let isDashed =
      evidence?.status.map(style.dashedStatuses.contains) ?? false
      || hasDashedStatus(statement.subject) || hasDashedStatus(statement.object)
    return PropertyGraph.Edge(
      source: source, target: target, predicate: predicate,
      label: look?.label?.text(in: language) ?? predicate.localName,
      colour: look?.colour ?? Self.grey, line: isDashed ? .dashed : look?.line ?? .solid,
      isSymmetric: look?.isSymmetric ?? false, evidence: evidence)
  }

  private static let grey = Colour(red: 127, green: 134, blue: 144)

  /// Whether a thing itself is planned, by the style's measure.
  private func hasDashedStatus(_ thing: Int) -> Bool {
    let key = AttributeKey(predicate: ClaimTerms.status, language: nil)
    return values[thing]?[key]?.contains { style.dashedStatuses.contains($0.lexicalForm.localName) }
      ?? false
  }

  /// The best claim speaks; the documents are counted.
  private func evidence(of claims: [ClaimIndex.Claim]) -> PropertyGraph.Evidence? {
    let best = claims.min { left, right in
      let (leftValue, rightValue) = (left.confidence ?? -1, right.confidence ?? -1)
      guard leftValue == rightValue else { return leftValue > rightValue }
      guard (left.quote == nil) == (right.quote == nil) else { return left.quote != nil }
      return left.name.precedesInUTF8(right.name)
    }
    guard let best else { return nil }
    return PropertyGraph.Evidence(
      status: best.status,
      statusLabel: best.status.map { style.statusLabels[$0]?.text(in: language) ?? $0 },
      confidence: best.confidence, documentCount: Set(claims.map(\.graph)).count,
      quote: best.quote, period: best.period)
  }
}
