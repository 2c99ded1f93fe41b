import RDF
import Testing

@Suite("References against a base")
struct BaseIRITests {
  /// [RFC 3986 §5.4](https://www.rfc-editor.org/rfc/rfc3986#section-5.4), in its order.
  static let examples: [(reference: String, target: String)] = [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
    ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
    ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
    ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("http:g", "http:g"),
  ]

  @Test("are resolved as the examples of RFC 3986 say", arguments: examples)
  func example(reference: String, target: String) throws {
    let base = BaseIRI(try NamedNode(validating: "http://a/b/c/d;p?q"))
    #expect(try base.resolve(reference).iri == target)
  }

  @Test(
    "are resolved against bases of other shapes",
    arguments: [
      ("http://a", "g", "http://a/g"), ("http://a?q", "g", "http://a/g"),
      ("http://a/b#f", "", "http://a/b"), ("http://a/b?q#f", "#g", "http://a/b?q#g"),
      ("urn:a:b", "g", "urn:g"), ("urn:a:b", "#g", "urn:a:b#g"),
      ("file:///a/b", "../../c", "file:///c"),
      ("tag:a/b/c", "../d", "tag:a/d"), ("tag:a", "../d", "tag:d"),
      ("http://a/b/c", "kota/Malmö?é", "http://a/b/kota/Malmö?é"),
      ("http://a/b/c/", "g//../h", "http://a/b/c/g/h"), ("http://a/b/../c/d", "g", "http://a/c/g"),
      ("http://a/b", "//c/d/../e", "http://c/e"), ("http://a/b", "x:/d/../e", "x:/e"),
      ("x:/a/b", "..//c", "x:/.//c"),
    ])
  func otherBases(base: String, reference: String, target: String) throws {
    let base = BaseIRI(try NamedNode(validating: base))
    #expect(try base.resolve(reference).iri == target)
  }

  @Test("that give no absolute IRI are refused", arguments: [":g", "1:g", "g h", "//a:b/", "%1"])
  func refused(reference: String) throws {
    let base = BaseIRI(try NamedNode(validating: "http://a/b/c/d;p?q"))
    #expect(throws: IRIError.self) { try base.resolve(reference) }
  }
}
