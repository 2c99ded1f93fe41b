/// A function that the grammar names and that sees the values of its arguments
/// ([SPARQL 1.1 §17.4](https://www.w3.org/TR/sparql11-query/#SparqlOps), and
/// [SPARQL 1.2 §17.4](https://www.w3.org/TR/sparql12-query/#SparqlOps) for those on triple terms and
/// base directions).
///
/// `BOUND`, `IF`, `COALESCE`, `IN` and `EXISTS`, which see more than values, are cases of
/// ``Expression``.
public enum BuiltInFunction: String, Hashable, Sendable, CaseIterable {
  // On terms (§17.4.2)
  case isIRI = "ISIRI"
  case isURI = "ISURI"
  case isBlank = "ISBLANK"
  case isLiteral = "ISLITERAL"
  case isNumeric = "ISNUMERIC"
  case str = "STR"
  case lang = "LANG"
  case datatype = "DATATYPE"
  case iri = "IRI"
  case uri = "URI"
  case bnode = "BNODE"
  case strDT = "STRDT"
  case strLang = "STRLANG"
  case uuid = "UUID"
  case strUUID = "STRUUID"
  case sameTerm = "SAMETERM"
  case langMatches = "LANGMATCHES"
  case langDir = "LANGDIR"
  case strLangDir = "STRLANGDIR"
  case hasLang = "HASLANG"
  case hasLangDir = "HASLANGDIR"
  // On triple terms (SPARQL 1.2 §17.4.6)
  case isTriple = "ISTRIPLE"
  case triple = "TRIPLE"
  case subject = "SUBJECT"
  case predicate = "PREDICATE"
  case object = "OBJECT"
  // On strings (§17.4.3)
  case strLen = "STRLEN"
  case subStr = "SUBSTR"
  case upperCase = "UCASE"
  case lowerCase = "LCASE"
  case strStarts = "STRSTARTS"
  case strEnds = "STRENDS"
  case contains = "CONTAINS"
  case strBefore = "STRBEFORE"
  case strAfter = "STRAFTER"
  case encodeForURI = "ENCODE_FOR_URI"
  case concat = "CONCAT"
  case regex = "REGEX"
  case replace = "REPLACE"
  // On numbers (§17.4.4)
  case abs = "ABS"
  case round = "ROUND"
  case ceil = "CEIL"
  case floor = "FLOOR"
  case rand = "RAND"
  // On dates and times (§17.4.5)
  case now = "NOW"
  case year = "YEAR"
  case month = "MONTH"
  case day = "DAY"
  case hours = "HOURS"
  case minutes = "MINUTES"
  case seconds = "SECONDS"
  case timezone = "TIMEZONE"
  case tz = "TZ"
  // Digests (§17.4.6)
  case md5 = "MD5"
  case sha1 = "SHA1"
  case sha256 = "SHA256"
  case sha384 = "SHA384"
  case sha512 = "SHA512"
}
