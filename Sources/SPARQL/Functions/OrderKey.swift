package import RDF

/// Where a term, or none, stands in `ORDER BY`, `MIN` and `MAX`: a total order
/// ([SPARQL 1.1 §15.1](https://www.w3.org/TR/sparql11-query/#modOrderBy)).
///
/// Nothing stands before blank nodes, these before IRIs, these before literals, these before triple
/// terms. Where `<` has an answer for two literals the order agrees with it, and literals that are
/// equal by value stand together, so that the next condition decides. Where it has none:
///
/// - booleans stand before numbers, these before dates and times (by datatype), durations, texts,
///   other known datatypes, and at last those without a known value, by datatype and lexical form;
/// - NaN is the least number; numbers are compared without rounding, a float or double as the
///   shortest decimal that it is nearest to;
/// - a time zone that is not given is UTC;
/// - texts are in order of their code points, whatever their language; one without a language stands
///   before the same text with one.
///
/// Making a key costs more than comparing two, so that sorting makes one for each term.
package indirect enum OrderKey: Comparable, Sendable {
  case unbound
  case blankNode(String)
  case namedNode(String)
  case boolean(Bool)
  case notANumber
  case negativeInfinity
  /// Both cases of finite numbers are compared with each other.
  case number(Int64)
  case largeNumber(XSDDecimal)
  case positiveInfinity
  case dateTime(XSDDateTime)
  case duration(XSDDuration)
  case text(String, language: String, direction: String)
  case anyURI(String)
  case binary(String, [UInt8])
  case unknown(datatype: String, lexicalForm: String)
  case tripleTerm(OrderKey, predicate: String, OrderKey)

  /// The place of a term; of nothing, or of an error, if it is nil.
  package init(_ term: Term?) {
    switch term {
    case nil: self = .unbound
    case .blankNode(let node): self = .blankNode(node.label)
    case .namedNode(let node): self = .namedNode(node.iri)
    case .literal(let literal): self = Self.key(of: literal)
    case .tripleTerm(let triple):
      self = .tripleTerm(
        OrderKey(triple.subject.term), predicate: triple.predicate.iri, OrderKey(triple.object))
    }
  }

  private static func key(of literal: Literal) -> Self {
    if let language = literal.language {
      return .text(
        literal.lexicalForm, language: language.lowercased(),
        direction: literal.direction?.rawValue ?? "")
    }
    let value: XSDValue
    do { value = try XSDValue(literal) } catch {
      return .unknown(datatype: literal.datatype.iri, lexicalForm: literal.lexicalForm)
    }
    switch value {
    case .string(let text): return .text(text, language: "", direction: "")
    case .anyURI(let text): return .anyURI(text)
    case .boolean(let value): return .boolean(value)
    case .number(let number): return key(of: number)
    case .dateTime(let value): return .dateTime(value)
    case .duration(let value): return .duration(value)
    case .hexBinary(let bytes): return .binary(literal.datatype.iri, bytes)
    case .base64Binary(let bytes): return .binary(literal.datatype.iri, bytes)
    }
  }

  private static func key(of number: XSDNumber) -> Self {
    let decimal: XSDDecimal?
    switch number {
    case .integer(let value):
      if let small = value.int64 { return .number(small) }
      decimal = XSDDecimal(value)
    case .decimal(let value): decimal = value
    case .float, .double:
      let double = number.asDouble
      if double.isNaN { return .notANumber }
      if double.isInfinite { return double < 0 ? .negativeInfinity : .positiveInfinity }
      decimal = XSDNumber.double(double).asDecimal
    }
    guard let decimal else { return .notANumber }
    if let small = decimal.integer?.int64 { return .number(small) }
    return .largeNumber(decimal)
  }

  /// Whether the first stands before the second.
  package static func < (left: Self, right: Self) -> Bool { order(left, right) == .less }

  /// Whether neither stands before the other.
  package static func == (left: Self, right: Self) -> Bool { order(left, right) == .equal }

  /// Whether the first term stands before the second where one of them has to: where the order
  /// leaves it open, by datatype and lexical form.
  ///
  /// `MIN` and `MAX` take the first and the last by this order, whatever the order of the rows.
  package static func precedes(_ left: Term, _ right: Term) -> Bool {
    switch order(OrderKey(left), OrderKey(right)) {
    case .less: return true
    case .greater: return false
    case .equal:
      guard case .literal(let a) = left, case .literal(let b) = right else { return false }
      return order(a.datatype.iri, b.datatype.iri).or { order(a.lexicalForm, b.lexicalForm) }
        .or { order(a.language ?? "", b.language ?? "") } == .less
    }
  }

  /// How the first stands to the second.
  package static func order(_ left: Self, _ right: Self) -> XSDOrder {
    switch (left, right) {
    case (.blankNode(let a), .blankNode(let b)), (.namedNode(let a), .namedNode(let b)),
      (.anyURI(let a), .anyURI(let b)):
      return order(a, b)
    case (.boolean(let a), .boolean(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.number(let a), .number(let b)): return order(a, b)
    case (.number(let a), .largeNumber(let b)): return order(XSDDecimal(XSDInteger(a)), b)
    case (.largeNumber(let a), .number(let b)): return order(a, XSDDecimal(XSDInteger(b)))
    case (.largeNumber(let a), .largeNumber(let b)): return order(a, b)
    case (.dateTime(let a), .dateTime(let b)): return order(a, b)
    case (.duration(let a), .duration(let b)): return XSDDuration.order(a, b)
    case (.text(let a, let language, let direction), .text(let b, let other, let way)):
      return order(a, b).or { order(language, other).or { order(direction, way) } }
    case (.binary(let datatype, let a), .binary(let other, let b)):
      return order(datatype, other).or { order(a, b) }
    case (.unknown(let datatype, let a), .unknown(let other, let b)):
      return order(datatype, other).or { order(a, b) }
    case (.tripleTerm(let a, let property, let b), .tripleTerm(let c, let other, let d)):
      return order(a, c).or { order(property, other).or { order(b, d) } }
    default: return order(left.rank, right.rank)
    }
  }

  private static func order(_ left: XSDDateTime, _ right: XSDDateTime) -> XSDOrder {
    switch XSDDateTime.compare(left, right, implicitTimezone: .utc) {
    case .less: .less
    case .greater: .greater
    case .equal, .unordered, .indeterminate: .equal
    case .disjoint: order(rank(of: left.kind), rank(of: right.kind))
    }
  }

  private static func rank(of kind: XSDDateTime.Kind) -> Int {
    switch kind {
    case .dateTime: 0
    case .date: 1
    case .time: 2
    case .gYearMonth: 3
    case .gYear: 4
    case .gMonthDay: 5
    case .gDay: 6
    case .gMonth: 7
    }
  }

  /// By code points, which UTF-8 keeps the order of.
  private static func order(_ left: String, _ right: String) -> XSDOrder {
    if left.utf8.lexicographicallyPrecedes(right.utf8) { return .less }
    return left.utf8.elementsEqual(right.utf8) ? .equal : .greater
  }

  private static func order(_ left: [UInt8], _ right: [UInt8]) -> XSDOrder {
    if left.lexicographicallyPrecedes(right) { return .less }
    return left == right ? .equal : .greater
  }

  private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> XSDOrder {
    left < right ? .less : right < left ? .greater : .equal
  }

  private var rank: Int {
    switch self {
    case .unbound: 0
    case .blankNode: 1
    case .namedNode: 2
    case .boolean: 3
    case .notANumber: 4
    case .negativeInfinity: 5
    case .number, .largeNumber: 6
    case .positiveInfinity: 7
    case .dateTime: 8
    case .duration: 9
    case .text: 10
    case .anyURI: 11
    case .binary: 12
    case .unknown: 13
    case .tripleTerm: 14
    }
  }
}

extension XSDOrder {
  /// The order itself, or another where there is none.
  fileprivate func or(_ next: () -> XSDOrder) -> XSDOrder { self == .equal ? next() : self }
}
