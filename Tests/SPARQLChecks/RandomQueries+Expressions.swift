/// Random expressions.
extension RandomQueries {
  /// An expression of any kind; many are errors for most solutions.
  mutating func expression(depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    switch below(14) {
    case 0, 1, 2: return comparisonExpression(depth: depth)
    case 3: return "(\(truth(depth: depth)) && \(truth(depth: depth)))"
    case 4: return "(\(truth(depth: depth)) || \(truth(depth: depth)))"
    case 5: return "!(\(truth(depth: depth)))"
    case 6: return arithmetic(depth: depth)
    case 7: return onStrings(depth: depth)
    case 8: return onTerms(depth: depth)
    case 9: return onNumbersAndTimes(depth: depth)
    case 10: return membership(depth: depth)
    case 11: return "COALESCE(\(expression(depth: depth - 1)), \(leaf()))"
    case 12:
      return "IF(\(truth(depth: depth)), \(expression(depth: depth - 1)), \(leaf()))"
    default: return depth > 1 && below(4) == 0 ? exists(depth: 0) : leaf()
    }
  }

  private mutating func leaf() -> String {
    switch below(12) {
    case 0, 1: literal()
    case 2, 3: ":n\(below(5))"
    case 4: "<<( \(anyVariable()) :p\(below(3)) \(literal()) )>>"
    default: anyVariable()
    }
  }

  private mutating func truth(depth: Int) -> String {
    switch below(4) {
    case 0: "BOUND(\(anyVariable()))"
    case 1: leaf()
    default: expression(depth: depth - 1)
    }
  }

  private mutating func comparisonExpression(depth: Int) -> String {
    "(\(expression(depth: depth - 1)) \(comparison()) \(leaf()))"
  }

  private mutating func arithmetic(depth: Int) -> String {
    let left = expression(depth: depth - 1)
    switch below(6) {
    case 0: return "(- (\(left)))"
    case 1: return "(+ (\(left)))"
    default: return "(\(left) \(["+", "-", "*", "/"][below(4)]) \(leaf()))"
    }
  }

  private mutating func membership(depth: Int) -> String {
    let list = (0..<below(4)).map { _ in leaf() }.joined(separator: ", ")
    return "(\(expression(depth: depth - 1)) \(below(2) == 0 ? "NOT " : "")IN (\(list)))"
  }

  private mutating func onStrings(depth: Int) -> String {
    let text = below(2) == 0 ? "STR(\(expression(depth: depth - 1)))" : leaf()
    switch below(14) {
    case 0: return "STRLEN(\(text))"
    case 1: return "SUBSTR(\(text), \(below(3)), \(below(3)))"
    case 2: return "UCASE(\(text))"
    case 3: return "LCASE(\(text))"
    case 4: return "STRSTARTS(\(text), \"a\")"
    case 5: return "STRENDS(\(text), \"b\")"
    case 6: return "CONTAINS(\(text), \(leaf()))"
    case 7: return "STRBEFORE(\(text), \"n\")"
    case 8: return "STRAFTER(\(text), \"a\")"
    case 9: return "ENCODE_FOR_URI(\(text))"
    case 10: return "CONCAT(\(text), \(leaf()))"
    case 11: return "REGEX(\(text), \"\(["^a", "b$", "[n-u]+", "A|é"][below(4)])\", \"i\")"
    case 12: return "REPLACE(\(text), \"(a)\", \"<$1>\")"
    default: return "\(["MD5", "SHA1", "SHA256", "SHA384", "SHA512"][below(5)])(\(text))"
    }
  }

  private mutating func onTerms(depth: Int) -> String {
    let term = expression(depth: depth - 1)
    switch below(20) {
    case 12: return "isTRIPLE(\(term))"
    case 13: return "SUBJECT(\(term))"
    case 14: return "PREDICATE(\(term))"
    case 15: return "OBJECT(\(term))"
    case 16: return "TRIPLE(\(term), :p\(below(3)), \(leaf()))"
    case 17: return "STRLANGDIR(STR(\(term)), \"id\", \"\(["ltr", "rtl"][below(2)])\")"
    case 18: return below(2) == 0 ? "hasLANG(\(term))" : "hasLANGDIR(\(term))"
    case 19: return "LANGDIR(\(term))"
    case 0: return "isIRI(\(term))"
    case 1: return "isBLANK(\(term))"
    case 2: return "isLITERAL(\(term))"
    case 3: return "isNUMERIC(\(term))"
    case 4: return "STR(\(term))"
    case 5: return "LANG(\(term))"
    case 6: return "DATATYPE(\(term))"
    case 7: return "IRI(CONCAT(\"http://example.org/\", STR(\(term))))"
    case 8: return "STRDT(STR(\(term)), xsd:integer)"
    case 9: return "STRLANG(STR(\(term)), \"en\")"
    case 10: return "sameTerm(\(term), \(leaf()))"
    default: return "LANGMATCHES(LANG(\(term)), \"*\")"
    }
  }

  private mutating func onNumbersAndTimes(depth: Int) -> String {
    let term = expression(depth: depth - 1)
    let casts = ["boolean", "double", "float", "decimal", "integer", "dateTime", "string"]
    switch below(3) {
    case 0: return "\(["ABS", "ROUND", "CEIL", "FLOOR"][below(4)])(\(term))"
    case 1:
      let functions = [
        "YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ",
      ]
      return "\(functions[below(8)])(\(term))"
    default: return "xsd:\(casts[below(7)])(\(term))"
    }
  }
}
