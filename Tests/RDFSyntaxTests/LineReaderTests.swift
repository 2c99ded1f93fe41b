import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Lines on the byte path")
struct LineReaderTests {
  /// What a reader gives: statements, mistakes passed over, the mistake that ended it.
  private struct Outcome: Equatable {
    var quads: [Quad]
    var mistakes: [SyntaxError]
    var failure: SyntaxError?
  }

  private static func outcome(
    _ text: [UInt8], pieceSize: Int = .max, isLenient: Bool = false,
    dialect: NQuadsParser.Dialect = .nQuads
  ) -> Outcome {
    var quads: [Quad] = []
    let mistakes = Mistakes()
    let source = ByteArraySource(text, pieceSize: pieceSize)
    var reader = NQuadsParser(dialect: dialect).reader(
      of: source,
      options: ReaderOptions(file: "a.nq", skip: isLenient ? mistakes.add : nil))
    var block = QuadBlock()
    do {
      while try reader.next(into: &block) { quads += block.quads }
      return Outcome(quads: quads, mistakes: mistakes.all, failure: nil)
    } catch {
      return Outcome(quads: quads, mistakes: mistakes.all, failure: error as? SyntaxError)
    }
  }

  /// A class, for the reader keeps the closure that fills it.
  private final class Mistakes {
    var all: [SyntaxError] = []
    func add(_ mistake: SyntaxError) { all.append(mistake) }
  }

  @Test("tells a subject that comes again from one that only begins like it")
  func repeatedSubjects() {
    let tail = #" <http://a/p> "x" ."#
    let text = [
      "<http://a/b>" + tail, "<http://a/b>" + tail, "<http://a/bc>" + tail, "<http://a/b>" + tail,
      " <http://a/b><http://a/p><http://a/b>.", "<http://a/B>" + tail, "_:b" + tail, "_:b" + tail,
      "_:bc" + tail, "<http://a/\\u0062>" + tail, "<http://a/b>" + tail,
    ].joined(separator: "\n")
    let outcome = Self.outcome(Array(text.utf8))
    #expect(outcome.failure == nil)
    #expect(
      outcome.quads.map { quad in
        switch quad.subject {
        case .namedNode(let node): node.iri
        case .blankNode(let node): node.label
        }
      } == [
        "http://a/b", "http://a/b", "http://a/bc", "http://a/b", "http://a/b", "http://a/B", "b",
        "b",
        "bc", "http://a/b", "http://a/b",
      ])
    for cut in ["<http://a/b> <http://a/p> 1 .", "<http://a/b", "<http://a/b>", "<http://a/b> "] {
      let broken = "<http://a/b>\(tail)\n<http://a/b>\(tail)\n\(cut)"
      #expect(Self.outcome(Array(broken.utf8)).failure?.location.lowerBound.line == 2)
    }
  }

  @Test(
    "gives canonical terms, whatever the spelling",
    arguments: [
      ("<http://a/b>  <http://a/p>\t\"x\" .", #"<http://a/b> <http://a/p> "x" ."#),
      (#"<http://a/b><http://a/p>"x"."#, #"<http://a/b> <http://a/p> "x" ."#),
      (
        #"<http://a/b> <http://a/p> "x"^^<http://www.w3.org/2001/XMLSchema#string> ."#,
        #"<http://a/b> <http://a/p> "x" ."#
      ),
      (
        #"<http://a/b> <http://a/p> "\u0041\u00e9\'\u0008" ."#,
        #"<http://a/b> <http://a/p> "Aé'\b" ."#
      ),
      ("<http://a/b> <http://a/p> \"a\tb\u{7F}\" .", #"<http://a/b> <http://a/p> "a\tb\u007F" ."#),
      (#"<http://a/b> <http://a/p> "\uFFFE" ."#, #"<http://a/b> <http://a/p> "\uFFFE" ."#),
      (#"<http://a/\u00e9> <http://a/p> "x"@en-GB ."#, #"<http://a/é> <http://a/p> "x"@en-GB ."#),
      (#"<urn:a:b> <http://a?q=%41#f?g> _:a.b. # why"#, #"<urn:a:b> <http://a?q=%41#f?g> _:a.b ."#),
      (
        #"_:a <http://a/p> "5"^^<http://a/d> <http://a/g>."#,
        #"_:a <http://a/p> "5"^^<http://a/d> <http://a/g> ."#
      ),
      (
        #"_:a <http://a/p> <<( <http://a/s>   <http://a/p> "x" )>> ."#,
        #"_:a <http://a/p> <<( <http://a/s> <http://a/p> "x" )>> ."#
      ),
    ])
  func canonicalTerms(line: String, expected: String) throws {
    var reader = NQuadsParser().reader(of: ByteArraySource(Array(line.utf8)))
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    var bytes: [UInt8] = []
    LineEncoder().encode(block, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
    #expect(try !reader.next(into: &block))
  }

  @Test(
    "takes nothing in the fast way that the whole grammar refuses",
    arguments: [
      "<http://a b/> <http://a/p> \"x\" .", "<http://a/b <http://a/p> \"x\" .",
      "<http://a:b/> <http://a/p> \"x\" .", "<http://[1]/> <http://a/p> \"x\" .",
      "<a> <http://a/p> \"x\" .", "<http://a/%4> <http://a/p> \"x\" .",
      "<http://a/#b#c> <http://a/p> \"x\" .", "<http://a/{> <http://a/p> \"x\" .",
      "<http://a/> _:p \"x\" .", "\"s\" <http://a/p> \"x\" .", "<http://a/> <http://a/p> .",
      "<http://a/> <http://a/p> \"x\"@abcdefghi .", "<http://a/> <http://a/p> \"x\"@1a .",
      "<http://a/> <http://a/p> \"x\"@a- .", "<http://a/> <http://a/p> \"x\" @ .",
      "<http://a/> <http://a/p> \"\\x\" .", "<http://a/> <http://a/p> \"x .",
      "<http://a/> <http://a/p> \"\\uD800\" .", "<http://a/> <http://a/p> \"x\" . x",
      "<http://a/> <http://a/p> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .",
      "_: <http://a/p> \"x\" .", "_:-a <http://a/p> \"x\" .", "_:a <http://a/p> \"x\" <http://a/g>",
    ])
  func refusals(line: String) {
    let outcome = Self.outcome(Array((line + "\n").utf8))
    #expect(outcome.quads.isEmpty)
    #expect(outcome.failure != nil)
  }

  /// Lines that differ by a few random bytes from good ones, some of them broken by that.
  private static func mutatedText(_ random: inout RandomQuads) -> [UInt8] {
    let signs =
      Array("<>\"\\._:@^ \t\r\n#%?[]{}uUn-aZ09=~é\u{FFFE}\u{0}\u{7F}".utf8) + [0x80, 0xFF]
    var text: [UInt8] = []
    for _ in 0..<3 {
      var line: [UInt8] = NQuadsSerializer().serialize(random.quads(1))
      for _ in 0..<random.generator.below(3) {
        guard !line.isEmpty else { break }
        let place = random.generator.below(line.count)
        switch random.generator.below(3) {
        case 0: line[place] = signs[random.generator.below(signs.count)]
        case 1: line.insert(signs[random.generator.below(signs.count)], at: place)
        default: line.remove(at: place)
        }
      }
      text += line
    }
    return text
  }

  @Test("gives the same statements and the same mistake for any cutting of the text")
  func chunks() {
    var random = RandomQuads(generator: SeededGenerator())
    for _ in 0..<2_000 {
      let text = Self.mutatedText(&random)
      for isLenient in [false, true] {
        let whole = Self.outcome(text, isLenient: isLenient)
        for pieceSize in [1, 2, 3, 7, 64] {
          let cut = Self.outcome(text, pieceSize: pieceSize, isLenient: isLenient)
          #expect(cut == whole, "seed \(random.generator.seed), pieces of \(pieceSize): \(text)")
        }
      }
    }
  }

  @Test("reads what the whole grammar reads, line by line")
  func fastIsWhole() throws {
    var random = RandomQuads(generator: SeededGenerator())
    for _ in 0..<4_000 {
      let text = Self.mutatedText(&random)
      // A comment behind every line keeps the scanner from taking it: all go through the grammar.
      let lenient = Self.outcome(text, isLenient: true)
      var slow: [UInt8] = []
      for byte in text {
        if byte == 0x0A || byte == 0x0D { slow += Array(" #".utf8) }
        slow.append(byte)
      }
      if text.last != 0x0A { slow += Array(" #".utf8) }
      let commented = Self.outcome(slow, isLenient: true)
      #expect(lenient.quads == commented.quads, "seed \(random.generator.seed): \(text)")
    }
  }

  @Test("passes over lines with a mistake, and tells each with its place")
  func lenient() {
    let good = "<http://a/s> <http://a/p> \"x\" .\n"
    let text = good + "<http://a/s> x\n\n" + good + "<b> <c> <d> .\r\n# fine\n" + good + "_:"
    let outcome = Self.outcome(Array(text.utf8), isLenient: true)
    #expect(outcome.quads.count == 3)
    #expect(outcome.failure == nil)
    #expect(
      outcome.mistakes.map(\.description.localizedPlace) == ["a.nq:2:14", "a.nq:5:2", "a.nq:8:3"])
  }

  @Test("tells the place of a mistake in a text of many blocks")
  func placesFarIn() {
    let good = "<http://a/s> <http://a/p> \"x\" .\n"
    let text = String(repeating: good, count: 50_000) + "<http://a/s> <http://a/p> x .\n"
    let failure = Self.outcome(Array(text.utf8)).failure
    #expect(failure?.location.lowerBound.line == 50_000)
    #expect(failure?.location.lowerBound.column == 26)
    #expect(failure?.location.lowerBound.offset == 50_000 * good.utf8.count + 26)
  }

  @Test("takes CR, LF and both as ends of lines")
  func lineEnds() {
    let statement = "<http://a/s> <http://a/p> \"x\" ."
    for end in ["\n", "\r", "\r\n", "\n\n", "\r\r", "\n\r"] {
      for pieceSize in [1, 5, .max] {
        let text = statement + end + statement + end + "x"
        let outcome = Self.outcome(Array(text.utf8), pieceSize: pieceSize)
        let lines = end == "\r\n" || end.utf8.count == 1 ? 2 : 4
        #expect(outcome.failure?.location.lowerBound.line == lines, "\(end.debugDescription)")
      }
    }
  }

  @Test("keeps labels of several texts apart")
  func labelPrefixes() throws {
    let text = "_:a <http://a/p> _:b.c .\n_:é <http://a/p> <<( _:a <http://a/p> _:x )>> _:g .\n"
    var reader = NQuadsParser().reader(
      of: ByteArraySource(Array(text.utf8)), options: ReaderOptions(labelPrefix: "f1-"))
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    var bytes: [UInt8] = []
    LineEncoder().encode(block, into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "_:f1-a <http://a/p> _:f1-b.c .\n"
        + "_:f1-é <http://a/p> <<( _:f1-a <http://a/p> _:f1-x )>> _:f1-g .\n")
  }
}

extension String {
  /// `file:line:column` of a rendered mistake.
  fileprivate var localizedPlace: String {
    split(separator: ":", maxSplits: 3).prefix(3).joined(separator: ":")
  }
}
