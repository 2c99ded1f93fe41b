extension BuiltInFunction {
  /// How many arguments the grammar lets a call have
  /// ([SPARQL 1.1 §19.8](https://www.w3.org/TR/sparql11-query/#rBuiltInCall)).
  package var arity: ClosedRange<Int> {
    switch self {
    case .rand, .now, .uuid, .strUUID: 0...0
    case .bnode: 0...1
    case .isIRI, .isURI, .isBlank, .isLiteral, .isNumeric, .str, .lang, .datatype, .iri, .uri,
      .strLen, .upperCase, .lowerCase, .encodeForURI, .abs, .round, .ceil, .floor, .year, .month,
      .day, .hours, .minutes, .seconds, .timezone, .tz, .md5, .sha1, .sha256, .sha384, .sha512,
      .langDir, .hasLang, .hasLangDir, .isTriple, .subject, .predicate, .object:
      1...1
    case .strDT, .strLang, .sameTerm, .langMatches, .strStarts, .strEnds, .contains, .strBefore,
      .strAfter:
      2...2
    case .subStr, .regex: 2...3
    case .strLangDir, .triple: 3...3
    case .replace: 3...4
    case .concat: 0...Int.max
    }
  }
}
