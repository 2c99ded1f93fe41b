package import RDF

/// The operators of SPARQL on terms
/// ([SPARQL 1.1 §17.3](https://www.w3.org/TR/sparql11-query/#OperatorMapping)).
///
/// No implicit time zone is assumed: what depends on one is an error.
package enum TermOperators {
  /// What a term counts for in a filter
  /// ([SPARQL 1.1 §17.2.2](https://www.w3.org/TR/sparql11-query/#ebv)).
  ///
  /// As SPARQL 1.2 has it ([§17.2.2](https://www.w3.org/TR/sparql12-query/#ebv)): unlike in SPARQL
  /// 1.1, a text in a language counts for nothing, and so does a boolean or number whose lexical form
  /// is none.
  /// - Throws: ``ExpressionError`` for what is no boolean, number or text.
  package static func effectiveBoolean(of term: Term) throws(ExpressionError) -> Bool {
    guard case .literal(let literal) = term else { throw .wrongType }
    guard literal.language == nil else { throw .wrongType }
    guard let answer = try value(of: literal).effectiveBoolean else { throw .wrongType }
    return answer
  }

  /// Whether a comparison holds.
  ///
  /// - Throws: ``ExpressionError`` where SPARQL has no answer.
  package static func compare(
    _ comparison: Expression.Comparison, _ left: Term, _ right: Term
  ) throws(ExpressionError) -> Bool {
    switch comparison {
    case .equal: return try areEqual(left, right)
    case .notEqual: return try !areEqual(left, right)
    case .less, .greater, .lessOrEqual, .greaterOrEqual: break
    }
    guard case .literal(let a) = left, case .literal(let b) = right else { throw .wrongType }
    let order = XSDValue.compare(try value(of: a), try value(of: b))
    let answer =
      switch comparison {
      case .less: order.isLess
      case .greater: order.isGreater
      case .lessOrEqual: order.isLessOrEqual
      case .greaterOrEqual: order.isGreaterOrEqual
      case .equal, .notEqual: order.isEqual
      }
    guard let answer else { throw .wrongType }
    return answer
  }

  /// Whether two terms stand for the same
  /// ([SPARQL 1.1 §17.4.1.7](https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal)).
  ///
  /// Literals are compared by value. Those that are not the same, and of which one has no known
  /// value, may stand for the same or not. Texts in a language are known, and their language tags
  /// do not depend on case.
  /// - Throws: ``ExpressionError`` where nobody knows.
  package static func areEqual(_ left: Term, _ right: Term) throws(ExpressionError) -> Bool {
    switch (left, right) {
    case (.literal(let a), .literal(let b)): return try areEqual(a, b)
    case (.tripleTerm(let a), .tripleTerm(let b)):
      guard a.subject == b.subject, a.predicate == b.predicate else { return false }
      return try areEqual(a.object, b.object)
    case (.namedNode, _), (.blankNode, _), (.literal, _), (.tripleTerm, _): return left == right
    }
  }

  private static func areEqual(_ left: Literal, _ right: Literal) throws(ExpressionError) -> Bool {
    switch (left.language, right.language) {
    case (let a?, let b?):
      return left.direction == right.direction && a.lowercased() == b.lowercased()
        && left.lexicalForm.utf8.elementsEqual(right.lexicalForm.utf8)
    // No other datatype has these values.
    case (_?, nil), (nil, _?): return false
    case (nil, nil): break
    }
    let values: (XSDValue, XSDValue)
    do throws(ExpressionError) {
      values = (try value(of: left), try value(of: right))
    } catch {
      guard left == right else { throw error }
      return true
    }
    guard let answer = XSDValue.compare(values.0, values.1).isEqual else {
      throw .value(.missingTimezone)
    }
    return answer
  }

  /// What comes out of two terms.
  ///
  /// - Throws: ``ExpressionError`` unless both are numbers, or dates, times and durations that XPath
  ///   reckons with; for what ``XSDValue`` cannot reckon.
  package static func reckon(
    _ operation: Expression.Arithmetic, _ left: Term, _ right: Term
  ) throws(ExpressionError) -> Term {
    let (a, b) = (try value(of: left), try value(of: right))
    do throws(XSDError) {
      let result =
        switch operation {
        case .add: try a.adding(b)
        case .subtract: try a.subtracting(b)
        case .multiply: try a.multiplied(by: b)
        case .divide: try a.divided(by: b)
        }
      return .literal(result.literal())
    } catch {
      throw .value(error)
    }
  }

  /// `- term`.
  ///
  /// - Throws: ``ExpressionError`` unless the term is a number.
  package static func negated(_ term: Term) throws(ExpressionError) -> Term {
    .literal(XSDValue.number(-(try number(of: term))).literal())
  }

  /// `+ term`: the number in its canonical form.
  ///
  /// - Throws: ``ExpressionError`` unless the term is a number.
  package static func unaryPlus(_ term: Term) throws(ExpressionError) -> Term {
    .literal(XSDValue.number(try number(of: term)).literal())
  }

  /// The value that a term stands for.
  ///
  /// - Throws: ``ExpressionError`` unless the term is a literal of a known datatype.
  package static func value(of term: Term) throws(ExpressionError) -> XSDValue {
    guard case .literal(let literal) = term else { throw .wrongType }
    return try value(of: literal)
  }

  private static func value(of literal: Literal) throws(ExpressionError) -> XSDValue {
    do throws(XSDError) { return try XSDValue(literal) } catch { throw .value(error) }
  }

  /// The number that a term stands for.
  ///
  /// - Throws: ``ExpressionError`` unless it is one.
  package static func number(of term: Term) throws(ExpressionError) -> XSDNumber {
    guard case .number(let number) = try value(of: term) else { throw .wrongType }
    return number
  }

  /// The term with the value of another in a datatype, as `xsd:integer(term)` and the like make it
  /// ([SPARQL 1.1 §17.5](https://www.w3.org/TR/sparql11-query/#FunctionMapping)).
  ///
  /// - Throws: ``ExpressionError`` where there is no such value.
  package static func cast(_ term: Term, to target: XSDDatatype) throws(ExpressionError) -> Term {
    switch term {
    case .namedNode(let node) where target == .string: return .literal(Literal(node.iri))
    case .literal(let literal):
      if target == .string, literal.language != nil || XSDDatatype(literal.datatype) == nil {
        return .literal(Literal(literal.lexicalForm))
      }
      do throws(XSDError) {
        return .literal(try XSDValue(literal).cast(to: target).literal(as: target))
      } catch {
        throw .value(error)
      }
    case .namedNode, .blankNode, .tripleTerm: throw .wrongType
    }
  }
}
