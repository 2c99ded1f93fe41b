package import RDF

/// What the functions of one query share: the moment of `NOW`, the numbers of `RAND`, the base of
/// `IRI`, the blank nodes of `BNODE` and the regular expressions that were met
/// ([SPARQL 1.1 §17.4](https://www.w3.org/TR/sparql11-query/#SparqlOps)).
///
/// A class, because compiled regular expressions and the state of random numbers have an identity.
/// It belongs to one thread: workers of a query get one each from ``fork(_:)``.
package final class FunctionContext {
  /// The moment that `NOW` gives, the same all through a query.
  package let moment: XSDDateTime
  /// What the relative IRIs of `IRI` are resolved against; nil to refuse them.
  package let base: BaseIRI?
  /// The number of the solution that is worked on.
  ///
  /// `BNODE(text)` gives the same blank node for the same text and number. So all `BIND`s and
  /// `SELECT` expressions above one pattern have to see the same number for one of its solutions,
  /// and no other solution may have it.
  package var solution = 0

  private let seed: UInt64
  private let worker: Int
  private var random: RandomNumbers
  private var blankNodeCount = 0
  private var expressions: [RegularExpression.Source: Result<RegularExpression, ExpressionError>] =
    [:]
  private static let mostExpressions = 64

  /// A context for a query.
  ///
  /// - Parameters:
  ///   - base: What `IRI` resolves against.
  ///   - moment: What `NOW` gives; the present, in UTC, if it is nil.
  ///   - seed: Where random numbers start from; a new place if it is nil.
  package init(base: BaseIRI? = nil, moment: XSDDateTime? = nil, seed: UInt64? = nil) {
    self.base = base
    self.moment = moment ?? SystemClock.now
    self.seed = seed ?? UInt64.random(in: 0...UInt64.max)
    worker = 0
    random = RandomNumbers(seed: self.seed)
  }

  /// A context for a query that was parsed, with its base.
  package convenience init(
    _ query: Query, moment: XSDDateTime? = nil, seed: UInt64? = nil
  ) {
    let base = query.baseIRI.map { BaseIRI(NamedNode(unchecked: $0)) }
    self.init(base: base, moment: moment, seed: seed)
  }

  private init(_ other: FunctionContext, worker: Int) {
    base = other.base
    moment = other.moment
    seed = other.seed
    self.worker = worker
    random = RandomNumbers(seed: other.seed &+ UInt64(worker) &* 0xD1B5_4A32_D192_ED03)
  }

  /// A context of the same query for another worker, told from others by its number, from 1.
  ///
  /// Its blank nodes are never those of another worker.
  package func fork(_ worker: Int) -> FunctionContext { FunctionContext(self, worker: worker) }

  /// The value of a function for some terms.
  ///
  /// - Precondition: the number of arguments is one of ``BuiltInFunction/arity``.
  /// - Throws: ``ExpressionError`` where there is none.
  package func call(
    _ function: BuiltInFunction, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    switch function {
    case .isIRI, .isURI, .isBlank, .isLiteral, .isNumeric, .str, .lang, .datatype, .iri, .uri,
      .bnode, .strDT, .strLang, .uuid, .strUUID, .sameTerm, .langMatches, .langDir, .strLangDir,
      .hasLang, .hasLangDir:
      try callOnTerms(function, arguments)
    case .isTriple, .triple, .subject, .predicate, .object:
      try callOnTripleTerms(function, arguments)
    case .strLen, .subStr, .upperCase, .lowerCase, .strStarts, .strEnds, .contains, .strBefore,
      .strAfter, .encodeForURI, .concat, .regex, .replace:
      try callOnStrings(function, arguments)
    case .abs, .round, .ceil, .floor: try callOnNumbers(function, arguments)
    case .rand:
      .literal(XSDValue.number(.double(random.nextFraction())).literal())
    case .now: .literal(XSDValue.dateTime(moment).literal())
    case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz:
      try callOnTimes(function, arguments)
    case .md5, .sha1, .sha256, .sha384, .sha512:
      .literal(Literal(Digest(function).hexadecimal(of: try Self.simpleText(arguments[0]))))
    }
  }

  /// The value of a function that is named by an IRI: a cast to one of ``XSDDatatype``.
  ///
  /// - Throws: ``ExpressionError`` where there is none, also if nobody knows the function.
  package func call(
    _ function: NamedNode, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    guard let target = XSDDatatype(function), arguments.count == 1 else {
      throw .unknownFunction(function)
    }
    return try TermOperators.cast(arguments[0], to: target)
  }

  /// The compiled form of a pattern with its flags, kept for the next time.
  ///
  /// - Throws: ``ExpressionError/pattern(_:)``.
  package func regularExpression(
    _ pattern: String, flags: String
  ) throws(ExpressionError) -> RegularExpression {
    let source = RegularExpression.Source(pattern: pattern, flags: flags)
    if let known = expressions[source] { return try known.get() }
    let compiled = Result { () throws(ExpressionError) in try RegularExpression(source) }
    // Patterns may come from the data, a new one for every solution.
    if expressions.count >= Self.mostExpressions { expressions.removeAll(keepingCapacity: true) }
    expressions[source] = compiled
    return try compiled.get()
  }

  /// A blank node that no other function call gives; no document labels its own with a colon.
  func newBlankNode() -> BlankNode {
    blankNodeCount += 1
    return BlankNode(label: "new:\(worker):\(blankNodeCount)")
  }

  /// A random UUID in small letters
  /// ([RFC 9562 §5.4](https://www.rfc-editor.org/rfc/rfc9562#section-5.4)).
  func newUUID() -> String { random.nextUUID() }
}
