package import RDFSyntax

extension RDFFormat {
  /// Pieces of text that mean something in this syntax, or nearly so: what mutated texts are made
  /// with, and the fuzzer's dictionary.
  package var tokens: [[UInt8]] {
    let texts: [String] =
      switch self {
      case .ntriples, .nquads: Self.lineTokens
      case .turtle: Self.lineTokens + Self.turtleTokens
      case .trig: Self.lineTokens + Self.turtleTokens + ["{", "}", "GRAPH", "<http://a/g> {"]
      case .rdfxml: Self.xmlTokens
      case .jsonld: Self.jsonTokens
      }
    return texts.map { Array($0.utf8) } + Self.brokenBytes
  }

  private static let lineTokens = [
    "<", ">", "\"", "\\", ".", " .\n", "_:", "_:b", "_:a.b.", "^^", "@", "@en", "@en-GB",
    "@ar--rtl", "<<(", ")>>", "#", "\n", "\r", "\r\n", "\t", " ", "\\u0041", "\\u0000", "\\uD800",
    "\\uDFFF", "\\uFFFE", "\\U0010FFFF", "\\U00110000", "\\U00000022", "\\u", "\\n", "\\x", "\\\"",
    "%41", "%", "<http://a/s>", "<a>", "<urn:x>", "<http://a:b/>", "<http://[::1]/>",
    "VERSION \"1.2\"\n", "\"5\"^^<http://www.w3.org/2001/XMLSchema#integer>", "<http://a/g> .\n",
    "^^<http://www.w3.org/2001/XMLSchema#string>",
    "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>", "\u{0}", "\u{7F}", "\u{85}",
    "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{E000}", "\u{1F600}", "e\u{301}", "é", "\u{2028}",
  ]

  private static let turtleTokens = [
    "@prefix", "@base", "PREFIX", "BASE", "@prefix p: <http://p/> .", "PREFIX : <#>\n",
    "BASE <b/>\n", "@version \"1.2\" .", "p:", ":", ":a", "p:a.b", "p:\\~", "p:%41", "p:a:b", "a",
    "true", "false", "1", "-1.5", "+.5e3", "1.", "1e", "[", "]", "[]", "(", ")", "()", ";", ",",
    ";;", "'", "'''", "\"\"\"", "\"\"\"\"", "<<", ">>", "{|", "|}", "~", "=", "=>", "<>", "<#>",
    "<../x>", "<//h>", "<?q>",
  ]

  private static let xmlTokens = [
    "<", ">", "/>", "</", "\"", "'", "=", " ", "\n", "\r", "&", ";", "&amp;", "&lt;", "&#x41;",
    "&#0;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&e;", "]]>", "<![CDATA[", "<!--", "-->", "--",
    "<?", "?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", " encoding=\"ISO-8859-1\"",
    "<!DOCTYPE", "[<!ENTITY", "<!ENTITY e \"<x/>\">", "<!ENTITY % p \"x\">", "%p;",
    "<!ATTLIST rdf:Description rdf:ID CDATA \"i\">", "SYSTEM \"file:///\"", "rdf:RDF",
    "rdf:Description", "<rdf:Description>", "</rdf:Description>", " rdf:about=\"\"",
    " rdf:about=\"a b\"", " rdf:ID=\"i\"", " rdf:nodeID=\"n\"", " rdf:nodeID=\"1\"",
    " rdf:resource=\"r\"", " rdf:datatype=\"d\"", " rdf:parseType=\"Literal\"",
    " rdf:parseType=\"Resource\"", " rdf:parseType=\"Collection\"", "rdf:li", "rdf:_1", "rdf:type",
    " rdf:parseType=\"Triple\"",
    " rdf:annotationNodeID=\"n\"", "<e:p rdf:parseType=\"Triple\">", "<rdf:Description/>",
    " rdf:version=\"1.1\"", " its:dir=\"ltr\"", " its:version=\"2.0\"",
    " xmlns:its=\"http://www.w3.org/2005/11/its\"",
    " rdf:bagID=\"b\"", " rdf:aboutEach=\"a\"", " rdf:annotation=\"x\"", " rdf:version=\"1.2\"",
    " xml:lang=\"en\"", " xml:lang=\"\"", " xml:base=\"http://b/\"", " xml:base=\"\"",
    " its:dir=\"rtl\"", " xmlns=\"\"", " xmlns:p=\"http://p/\"", " xmlns:p=\"\"",
    " xmlns:xml=\"x\"", "p:", ":p", "p:a:b", "<p:a/>", "\u{FEFF}", "\u{FFFE}", "\u{1}", "\u{0}",
    "é", "\u{1F600}", "e\u{301}", "%", "#", "<>",
  ]

  private static let jsonTokens = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "null", "true", "false", "0", "-0", "1.5", "1e3",
    "1e400",
    "-1E-7", "123456789012345678901234567890", "01", "{}", "[]", "\"@context\": ",
    "\"@context\": {},",
    "\"@id\": \"a\",", "\"@id\": \"_:b\",", "\"@type\": \"t\",", "\"@type\": \"@json\",",
    "\"@type\": \"@id\",", "\"@value\": 1,", "\"@value\": null", "\"@language\": \"en\",",
    "\"@direction\": \"rtl\",", "\"@list\": [", "\"@set\": [", "\"@graph\": [", "\"@reverse\": {",
    "\"@included\": [", "\"@nest\": {", "\"@index\": \"i\",", "\"@vocab\": \"http://v/\",",
    "\"@base\": \"http://b/\",", "\"@base\": null,", "\"@container\": \"@list\"",
    "\"@container\": [\"@graph\", \"@id\"]", "\"@container\": \"@type\"", "\"@protected\": true,",
    "\"@propagate\": false,", "\"@import\": \"c\",", "\"@version\": 1.1,", "\"@prefix\": true,",
    "\"@none\": ", "\"@json\"", "\"p\": ", "\"http://a/p\": ", "\"p:q\": ", "\"_:p\": ",
    "{\"@value\": \"x\"}", "{\"@id\": \"x\"}", "\\u0041", "\\ud800", "\\ud83d\\ude00", "\\u0000",
    "\\/",
    "\\x", "\t", "\n", " ", "\u{0}", "\u{FEFF}", "\u{FFFE}", "é", "\u{1F600}", "<", ">", "%",
    "_:anon0",
  ]

  /// What no well-formed UTF-8 has: single bytes, too long forms, surrogates, ends too early.
  private static let brokenBytes: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFF, 0xFE],
    [0xFE, 0xFF], [0x00],
  ]
}
