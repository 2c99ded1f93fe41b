package import TestSupport

/// A random query and what its answer says.
package struct RandomQuery {
  /// The query.
  package let text: String
  /// Whether the order of the solutions is one order only.
  package let isTotallyOrdered: Bool
}

/// Random queries with every operator of the algebra, of which every one has one answer only: no
/// `RAND` and the like, no `LIMIT` without an order of all variables.
package struct RandomQueries {
  private var generator: SeededGenerator
  /// How many variables were made for `BIND` and the like.
  var freshCount = 0

  /// Queries of the numbers of a generator.
  package init(_ generator: SeededGenerator) { self.generator = generator }

  static let prologue =
    """
    PREFIX : <\(RandomGraphs.namespace)>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

    """

  /// The next query.
  package mutating func next() -> RandomQuery {
    freshCount = 0
    switch below(12) {
    case 0:
      return RandomQuery(text: Self.prologue + "ASK \(group(depth: 2))", isTotallyOrdered: false)
    case 1:
      let template = (0..<1 + below(3)).map { _ in templateTriple() }.joined(separator: " . ")
      return RandomQuery(
        text: Self.prologue + "CONSTRUCT { \(template) } WHERE \(group(depth: 2))",
        isTotallyOrdered: false)
    default:
      let (text, isOrdered) = select(depth: 3)
      return RandomQuery(text: Self.prologue + text, isTotallyOrdered: isOrdered)
    }
  }

  // MARK: SELECT

  /// A query or subquery, and whether all its solutions have one order.
  mutating func select(depth: Int) -> (text: String, isTotallyOrdered: Bool) {
    if below(4) == 0 { return (grouped(depth: depth), false) }
    let body = group(depth: depth - 1)
    let distinct = below(4) == 0 ? "DISTINCT " : ""
    var columns = "*"
    var variables = Self.variables + [Self.graphVariable, Self.propertyVariable]
    if below(3) > 0 {
      variables = (Self.variables + [Self.graphVariable, Self.propertyVariable]).shuffled(
        using: &generator)
      variables = Array(variables.prefix(1 + below(3)))
      columns = variables.joined(separator: " ")
    }
    var extra = ""
    if columns != "*", below(4) == 0 {
      extra = " (\(expression(depth: 2)) AS \(fresh()))"
    }
    var text = "SELECT \(distinct)\(columns)\(extra) WHERE \(body)"
    var isOrdered = false
    switch below(4) {
    case 0 where columns != "*" && extra.isEmpty:
      // Variables that are not selected would leave the order of equal rows open, and say nothing.
      text +=
        " ORDER BY "
        + variables.map { below(2) == 0 ? "DESC(\($0))" : $0 }.joined(separator: " ")
      isOrdered = true
      if below(2) == 0 { text += " LIMIT \(below(12))" }
      if below(3) == 0 { text += " OFFSET \(below(4))" }
    case 1: text += " ORDER BY \(order())"
    default: break
    }
    if below(10) == 0 { text += " \(values())" }
    return (text, isOrdered)
  }

  private mutating func order() -> String {
    switch below(3) {
    case 0: "DESC(\(expression(depth: 1)))"
    case 1: "ASC(\(expression(depth: 1)))"
    default: variable()
    }
  }

  private mutating func grouped(depth: Int) -> String {
    let body = group(depth: depth - 1)
    var columns: [String] = []
    var keys: [String] = []
    for _ in 0..<below(3) {
      if below(4) == 0 {
        let name = fresh()
        keys.append("(\(expression(depth: 1)) AS \(name))")
        columns.append(name)
      } else {
        let key = variable()
        if !columns.contains(key) {
          keys.append(key)
          columns.append(key)
        }
      }
    }
    let plainKeys = columns
    for _ in 0..<1 + below(2) {
      columns.append("(\(aggregate(keys: plainKeys)) AS \(fresh()))")
    }
    var text = "SELECT \(columns.joined(separator: " ")) WHERE \(body)"
    if !keys.isEmpty { text += " GROUP BY \(keys.joined(separator: " "))" }
    if below(4) == 0 {
      text += " HAVING (\(aggregate(keys: plainKeys)) \(comparison()) \(below(3)))"
    }
    return text
  }

  private mutating func aggregate(keys: [String]) -> String {
    let distinct = below(3) == 0 ? "DISTINCT " : ""
    let operand = below(3) == 0 ? expression(depth: 1) : variable()
    switch below(9) {
    case 0: return "COUNT(\(distinct)*)"
    case 1: return "COUNT(\(distinct)\(operand))"
    // Sums of fractions that doubles round depend on the order of the rows.
    case 2: return "SUM(\(distinct)\(sum()))"
    case 3: return "AVG(\(distinct)\(sum()))"
    case 4: return "MIN(\(distinct)\(operand))"
    case 5: return "MAX(\(distinct)\(operand))"
    // The order of a group's rows is open, and so is the one that is taken of them.
    case 6: return "STRLEN(GROUP_CONCAT(\(distinct)STR(\(operand)); SEPARATOR=\"|\"))"
    case 7: return keys.first.map { "SAMPLE(\($0))" } ?? "COUNT(*)"
    default: return "(COUNT(\(variable())) + MAX(\(variable())))"
    }
  }

  private mutating func sum() -> String {
    below(2) == 0 ? variable() : "(\(variable()) \(below(2) == 0 ? "+" : "*") \(variable()))"
  }

  // MARK: Groups

  /// A group of some parts, fewer and plainer the less depth is left.
  mutating func group(depth: Int) -> String {
    var parts: [String] = []
    if below(4) > 0 { parts.append(triples()) }
    // Most joins of many parts have no solution.
    for _ in 0..<1 + below(depth > 0 ? 3 : 2) where parts.isEmpty || below(4) > 0 {
      parts.append(part(depth: depth))
    }
    return "{ \(parts.joined(separator: " ")) }"
  }

  private mutating func part(depth: Int) -> String {
    switch below(depth > 0 ? 22 : 8) {
    case 0...3: return triples()
    case 4: return "\(subject()) \(path(depth: 2)) \(object()) ."
    case 5: return filter()
    case 6: return "BIND (\(expression(depth: 2)) AS \(fresh()))"
    case 7: return values()
    case 8...11: return "OPTIONAL \(group(depth: depth - 1))"
    case 12...14: return "\(group(depth: depth - 1)) UNION \(group(depth: depth - 1))"
    case 15: return "MINUS \(group(depth: depth - 1))"
    case 16: return group(depth: depth - 1)
    case 17, 18: return "GRAPH \(graphName()) \(group(depth: depth - 1))"
    case 19: return "{ \(select(depth: depth - 1).text) }"
    case 20: return "FILTER \(exists(depth: depth - 1))"
    default: return triples() + " " + filter()
    }
  }

  /// A filter; most of them let errors pass, of which most expressions have many.
  private mutating func filter() -> String {
    below(4) == 0
      ? "FILTER (\(expression(depth: 2)))" : "FILTER (COALESCE(\(expression(depth: 2)), true))"
  }

  mutating func exists(depth: Int) -> String {
    "\(below(3) > 0 ? "NOT " : "")EXISTS \(group(depth: min(depth, 1)))"
  }

  private mutating func triples() -> String {
    (0..<(below(3) == 0 ? 2 : 1)).map { _ in
      if below(12) == 0 { return reifiedTriple() }
      // A property that is open makes large joins.
      let predicate = below(8) == 0 ? openProperty() : ":p\(property())"
      let (start, end) = (subject(), object())
      // Few nodes lead to themselves.
      return "\(start) \(predicate) \(start == end && below(4) > 0 ? Self.end : end) ."
    }.joined(separator: " ")
  }

  /// A triple that is reified, annotated or stands in another one.
  private mutating func reifiedTriple() -> String {
    let triple = "\(variable()) \(below(4) == 0 ? openProperty() : ":p\(property())") \(object())"
    let about = ":p\(property()) \(object())"
    switch below(6) {
    case 0: return "<< \(variable()) :p\(property()) \(variable()) >> \(about) ."
    case 1: return "<< \(variable()) :p\(property()) \(variable()) ~ \(variable()) >> ."
    case 2: return "\(triple) {| \(about) |} ."
    case 3: return "\(triple) ~ \(variable()) ."
    case 4: return "\(subject()) rdf:reifies \(tripleTerm(depth: 2)) ."
    default: return "\(subject()) :p\(property()) \(tripleTerm(depth: 2)) ."
    }
  }

  /// A triple term with variables in it.
  private mutating func tripleTerm(depth: Int) -> String {
    let object = depth > 0 && below(4) == 0 ? tripleTerm(depth: depth - 1) : variable()
    return "<<( \(variable()) \(below(3) == 0 ? openProperty() : ":p\(property())") \(object) )>>"
  }

  /// A variable for a property, mostly one that stands for nothing else.
  mutating func openProperty() -> String {
    below(4) == 0 ? variable() : Self.propertyVariable
  }

  private mutating func templateTriple() -> String {
    let node = below(4) == 0 ? "_:x" : subject()
    let property = below(4) == 0 ? openProperty() : ":q\(below(2))"
    return "\(node) \(property) \(below(5) == 0 ? tripleTerm(depth: 1) : object())"
  }

  mutating func subject() -> String {
    switch below(12) {
    case 0: ":n\(below(5))"
    case 1, 2: "[]"
    default: variable()
    }
  }

  mutating func object() -> String {
    switch below(24) {
    case 0: ":n\(below(5))"
    case 1: literal()
    case 2: "[ :p\(property()) \(variable()) ]"
    default: variable()
    }
  }

  private mutating func path(depth: Int) -> String {
    guard depth > 0 else { return ":p\(property())" }
    let inner = path(depth: depth - 1)
    switch below(9) {
    case 0: return "(\(inner))*"
    case 1: return "(\(inner))+"
    case 2: return "(\(inner))?"
    case 3: return "^(\(inner))"
    case 4, 5: return "(\(inner)/\(path(depth: depth - 1)))"
    case 6: return "(\(inner)|\(path(depth: depth - 1)))"
    case 7: return "!(:p\(property())|^:p\(property()))"
    default: return below(2) == 0 ? "!:p\(property())" : "!^:p\(property())"
    }
  }

  private mutating func values() -> String {
    if below(2) == 0 {
      let rows = (0..<1 + below(4)).map { _ in value() }.joined(separator: " ")
      return "VALUES \(variable()) { \(rows) }"
    }
    let names = Array(Self.variables.shuffled(using: &generator).prefix(below(3)))
    let rows = (0..<1 + below(3)).map { _ in
      "(\(names.map { _ in value() }.joined(separator: " ")))"
    }.joined(separator: " ")
    return "VALUES (\(names.joined(separator: " "))) { \(rows) }"
  }

  private mutating func value() -> String {
    switch below(9) {
    case 0...3: "UNDEF"
    case 4: literal()
    case 5: "<<( :n\(below(5)) :p\(below(3)) :n\(below(5)) )>>"
    default: ":n\(below(5))"
    }
  }

  private mutating func graphName() -> String {
    switch below(6) {
    case 0: variable()
    case 1, 2: ":g\(below(3))"
    // A node is seldom the name of a graph, too.
    default: Self.graphVariable
    }
  }

  // MARK: Words

  private static let graphVariable = "?g"
  private static let propertyVariable = "?p"
  private static let end = "?e"
  static let variables = ["?a", "?b", "?c", "?d", "?e"]

  mutating func variable() -> String { Self.variables[below(Self.variables.count)] }

  /// A variable of the pool, or now and then one that was made for a `BIND`.
  mutating func anyVariable() -> String {
    freshCount > 0 && below(4) == 0 ? "?v\(1 + below(freshCount))" : variable()
  }

  mutating func fresh() -> String {
    freshCount += 1
    return "?v\(freshCount)"
  }

  mutating func literal() -> String {
    RandomGraphs.literals[below(RandomGraphs.literals.count)]
  }

  /// One of the properties of the graphs, seldom one that none of them has.
  mutating func property() -> Int { below(30) == 0 ? 3 : below(3) }

  mutating func comparison() -> String { ["=", "!=", "<", ">", "<=", ">="][below(6)] }

  mutating func below(_ bound: Int) -> Int { generator.below(bound) }
}
