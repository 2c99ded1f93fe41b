import RDF
import Testing

@Suite("Literals")
struct LiteralTests {
  @Test(
    "know a well-formed language tag",
    arguments: ["id", "en-GB", "zh-Hans-CN", "de-1996", "abcdefgh"])
  func acceptTags(_ tag: String) { #expect(LanguageTag.isWellFormed(tag)) }

  @Test(
    "know a malformed language tag",
    arguments: ["", "-", "en-", "-en", "en--GB", "1a", "e_n", "abcdefghi", "en-abcdefghi", "é"])
  func refuseTags(_ tag: String) { #expect(!LanguageTag.isWellFormed(tag)) }

  @Test("get the datatype that their language and direction ask for")
  func datatypes() {
    #expect(Literal("a").datatype == XSD.string)
    #expect(Literal("a", language: "id").datatype == RDFVocabulary.langString)
    #expect(
      Literal("a", language: "ar", direction: .rightToLeft).datatype == RDFVocabulary.dirLangString)
  }

  @Test("keep their lexical form, so that equal values are different terms")
  func keepLexicalForm() {
    #expect(Literal("01", datatype: XSD.integer) != Literal("1", datatype: XSD.integer))
    #expect(Literal("1", datatype: XSD.integer) != Literal("1"))
    #expect(Literal("a", language: "id") != Literal("a", language: "en"))
  }
}
