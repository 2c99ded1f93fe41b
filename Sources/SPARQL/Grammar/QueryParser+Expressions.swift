internal import Diagnostics
internal import RDF

/// Expressions: productions [110]–[120].
extension QueryParser {
  /// `Expression` [110], `ConditionalOrExpression` [111].
  mutating func readExpression() throws(SPARQLSyntaxError) -> Expression {
    try stepIn()
    defer { stepOut() }
    var operands = [try readConditionalAndExpression()]
    var highest = height
    while try skip(.or) {
      operands.append(try readConditionalAndExpression())
      highest = max(highest, height)
    }
    return try balance(operands, height: highest) { .or($0, $1) }
  }

  /// `ConditionalAndExpression` [112].
  private mutating func readConditionalAndExpression() throws(SPARQLSyntaxError) -> Expression {
    var operands = [try readRelationalExpression()]
    var highest = height
    while try skip(.and) {
      operands.append(try readRelationalExpression())
      highest = max(highest, height)
    }
    return try balance(operands, height: highest) { .and($0, $1) }
  }

  /// `RelationalExpression` [114].
  private mutating func readRelationalExpression() throws(SPARQLSyntaxError) -> Expression {
    let left = try readAdditiveExpression()
    let leftHeight = height
    if let comparison = try readComparison() {
      let right = try readAdditiveExpression()
      try grow(leftHeight)
      return .comparison(comparison, left, right)
    }
    let isNegated = try skip(word: "NOT")
    guard isNegated ? isAt(word: "IN") : try skip(word: "IN") else {
      if isNegated { throw unexpected() }
      return left
    }
    if isNegated { try advance() }
    let list = try readExpressionList()
    try grow(leftHeight)
    guard isNegated else { return .isIn(left, list) }
    try grow()
    return .not(.isIn(left, list))
  }

  private mutating func readComparison() throws(SPARQLSyntaxError) -> Expression.Comparison? {
    guard case .symbol(let symbol) = token.kind,
      let comparison = Expression.Comparison(rawValue: symbol.rawValue)
    else {
      expect(Message(en: "an operator", id: "operator"))
      return nil
    }
    try advance()
    return comparison
  }

  /// `AdditiveExpression` [116].
  private mutating func readAdditiveExpression() throws(SPARQLSyntaxError) -> Expression {
    var left = try readMultiplicativeExpression()
    while true {
      let operation: Expression.Arithmetic
      let leftHeight = height
      switch token.kind {
      case .symbol(.plus): operation = .add
      case .symbol(.minus): operation = .subtract
      default: return left
      }
      try advance()
      let right = try readMultiplicativeExpression()
      try grow(leftHeight)
      left = .arithmetic(operation, left, right)
    }
  }

  /// `MultiplicativeExpression` [117].
  private mutating func readMultiplicativeExpression() throws(SPARQLSyntaxError) -> Expression {
    var left = try readUnaryExpression()
    while true {
      let operation: Expression.Arithmetic
      let leftHeight = height
      switch token.kind {
      case .symbol(.star): operation = .multiply
      case .symbol(.slash): operation = .divide
      default: return left
      }
      try advance()
      let right = try readUnaryExpression()
      try grow(leftHeight)
      left = .arithmetic(operation, left, right)
    }
  }

  /// `UnaryExpression` [118].
  private mutating func readUnaryExpression() throws(SPARQLSyntaxError) -> Expression {
    // A loop, since SPARQL 1.2 lets them stand one behind the other.
    var negations = 0
    while try skip(.exclamation) { negations += 1 }
    if negations > 0 {
      var operand = try readUnaryExpression()
      for _ in 0..<negations {
        try grow()
        operand = .not(operand)
      }
      return operand
    }
    switch token.kind {
    case .symbol(.plus), .symbol(.minus):
      if let literal = try readLiteral() {
        height = 1
        return .term(.literal(literal))
      }
      let isMinus = token.kind == .symbol(.minus)
      try advance()
      let operand = try readPrimaryExpression()
      try grow()
      return isMinus ? .negated(operand) : .unaryPlus(operand)
    default: return try readPrimaryExpression()
    }
  }

  /// `PrimaryExpression` [119].
  private mutating func readPrimaryExpression() throws(SPARQLSyntaxError) -> Expression {
    if isAt(.openParenthesis) { return try readBrackettedExpression() }
    height = 1
    if case .variable = token.kind { return .variable(try readExpressionVariable()) }
    expect(Message(en: "a variable", id: "variabel"))
    if token.kind == .symbol(.openTripleTerm) { return try readTripleTermExpression() }
    if let literal = try readLiteral() { return .term(.literal(literal)) }
    if let call = try readCall() { return call }
    // `iriOrFunction` [128] without arguments.
    if let node = try readIRI() { return .term(.namedNode(node)) }
    throw unexpected()
  }

  /// A variable whose value is used.
  mutating func readExpressionVariable() throws(SPARQLSyntaxError) -> Variable {
    let range = token.range
    let variable = try requireVariable()
    if aggregation.place == .modifier { aggregation.ungrouped.append((variable, range)) }
    return variable
  }

  /// `BrackettedExpression` [120].
  mutating func readBrackettedExpression() throws(SPARQLSyntaxError) -> Expression {
    try require(.openParenthesis)
    let expression = try readExpression()
    try require(.closeParenthesis)
    return expression
  }

  /// `ExpressionList` [72].
  mutating func readExpressionList() throws(SPARQLSyntaxError) -> [Expression] {
    try require(.openParenthesis)
    var list: [Expression] = []
    var highest = 1
    if try !skip(.closeParenthesis) {
      repeat {
        list.append(try readExpression())
        highest = max(highest, height)
      } while try skip(.comma)
      try require(.closeParenthesis)
    }
    height = highest
    return list
  }
}
