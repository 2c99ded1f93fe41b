import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("Turtle and TriG that mean harm")
struct TurtleHostileTests {
  /// A text of about a megabyte.
  struct Input: CustomStringConvertible, Sendable {
    var description: String
    var text: @Sendable () -> String

    init(_ description: String, _ text: @escaping @Sendable () -> String) {
      self.description = description
      self.text = text
    }
  }

  private static func repeated(_ text: String) -> String {
    String(repeating: text, count: (1 << 20) / text.utf8.count)
  }

  /// A statement, so that there is something before the harm.
  private static let start = "@prefix x: <a:> . x:s x:p x:o . "

  static let inputs = [
    Input("open blank nodes") { start + "x:s x:p " + repeated("[x:p ") },
    Input("open collections") { start + "x:s x:p " + repeated("(") },
    Input("open triple terms") { start + "x:s x:p " + repeated("<<(x:s x:p ") },
    Input("open braces") { start + repeated("{") },
    Input("closing signs") { start + repeated("])}>") },
    Input("collections within the limit") {
      start
        + repeated(
          "x:s x:p " + String(repeating: "(", count: 500) + "1"
            + String(repeating: ")", count: 500) + " . ")
    },
    Input("a megabyte within nested triple terms") {
      start + "x:s x:p " + String(repeating: "<<( x:s x:p ", count: 900) + "'" + repeated("y") + "'"
        + String(repeating: " )>>", count: 900) + " ."
    },
    Input("a long text") { start + "x:s x:p '" + repeated("y") + "' ." },
    Input("a long text of escapes") { start + "x:s x:p '" + repeated("\\u0001\\'\"") + "' ." },
    Input("a long text of control characters") {
      start + "x:s x:p '''" + repeated("\u{1}\n\"") + "''' ."
    },
    Input("a text that nothing closes") { start + "x:s x:p '''" + repeated("y ' . ''") },
    Input("texts that their lines do not close") { start + repeated("x:s x:p 'y\n") },
    Input("a long prefix") { start + "@prefix " + repeated("y") + ": <b:> . x:s x:p 1 ." },
    Input("a long name") { start + "x:s x:p x:" + repeated("y.") + "z ." },
    Input("a long name of escapes") { start + "x:s x:p x:" + repeated("\\.%41") + " ." },
    Input("a long IRI") { start + "x:s x:p <http://h/" + repeated("y") + "> ." },
    Input("a long IRI of escapes") { start + "x:s x:p <a:" + repeated("\\u0079") + "> ." },
    Input("a long path of dots") {
      start + "@base <http://h/> . x:s x:p <" + repeated("y/../") + "> ."
    },
    Input("a long number") { start + "x:s x:p " + repeated("1") + "e1 ." },
    Input("a long language") { start + "x:s x:p 'y'@" + repeated("abcdefg-") + "z ." },
    Input("a long label") { start + "_:" + repeated("y") + " x:p 1 ." },
    Input("a long comment") { start + "#" + repeated("y") + "\nx:s x:p 1 ." },
    Input("white space") { start + repeated(" ") + "x:s x:p 1 ." },
    Input("dots") { start + repeated(".") },
    Input("semicolons") { start + "x:s x:p 1 " + repeated(";") + " ." },
    Input("no dot") { start + "x:s ? " + repeated("y ") },
    Input("a mistake in every statement") { start + repeated("x:s ? . ") },
    Input("many prefixes") {
      start + (0..<40_000).map { "@prefix p\($0): <b:\($0)/> . p\($0):s x:p 1 ." }.joined()
    },
    Input("one prefix declared again and again") {
      start + (0..<40_000).map { "@prefix p: <b:\($0)/> . p:s x:p 1 .\n" }.joined()
    },
    Input("many bases") { start + repeated("@base <http://a/b/c> . <d> <e> <f> . ") },
    Input("empty graphs") { start + repeated("x:averylongnameofagraph {} ") },
    Input("labels that look like those of nodes without one") {
      start + (0..<20_000).map { "_:anon\($0 * 3) x:p [], _:anon-\($0) ." }.joined()
    },
    Input("the largest numbers in labels") {
      start + "_:anon18446744073709551614 x:p [], _:anon18446744073709551613, [] ."
    },
    Input("zeros") { start + repeated("\0") },
    Input("byte order marks") { start + repeated("\u{FEFF}") },
  ]

  @Test("is refused or read, skipped or not, in blocks that stay small", arguments: inputs)
  func survives(input: Input) throws {
    let bytes = Array(input.text().utf8)
    for isLenient in [false, true] {
      var options = ReaderOptions()
      var mistakes = 0
      if isLenient { options.skip = { _ in mistakes += 1 } }
      var reader = TriGParser().reader(
        of: ByteArraySource(bytes, pieceSize: 4_096), options: options)
      var block = QuadBlock()
      var count = 0
      do {
        while try reader.next(into: &block) {
          count += block.count
          // A control character takes six bytes.
          #expect(block.bytes.count <= 16 << 20)
        }
        #expect(isLenient || mistakes == 0)
      } catch let error as SyntaxError {
        #expect(!isLenient, "\(error)")
      }
      #expect(count > 0)
      // Each mistake costs a byte at least.
      #expect(mistakes <= bytes.count)
    }
  }
}
