import Diagnostics
import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

/// What a reader makes of a text.
struct TurtleReading: Equatable {
  var quads: [Quad] = []
  var skipped: [SyntaxError] = []
  var error: SyntaxError?

  /// Reads a text in pieces of a size; `isLenient` skips mistakes.
  init(
    _ bytes: [UInt8], pieceSize: Int = .max, isLenient: Bool = false, parser: TriGParser = .init()
  ) throws {
    var skipped: [SyntaxError] = []
    var options = ReaderOptions(file: "x")
    if isLenient { options.skip = { skipped.append($0) } }
    var reader = parser.reader(
      of: ByteArraySource(bytes, pieceSize: pieceSize), options: options)
    var block = QuadBlock()
    do {
      while try reader.next(into: &block) { quads += block.quads }
    } catch let error as SyntaxError {
      self.error = error
    }
    self.skipped = skipped
  }
}

@Suite("Turtle and TriG in pieces")
struct TurtleChunkingTests {
  static let pieceSizes = [1, 2, 3, 7, 64]

  @Test(
    "the W3C's texts say the same in pieces of every size, mistakes included",
    .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"),
    arguments: ["rdf11/rdf-turtle", "rdf11/rdf-trig"])
  func w3c(suite: String) throws {
    let entries = W3CManifest.entries(of: suite)
    #expect(entries.count > 300)
    for entry in entries {
      let bytes = [UInt8](try Data(contentsOf: entry.action))
      let parser = TriGParser(base: try NamedNode(validating: entry.base))
      for isLenient in [false, true] {
        let whole = try TurtleReading(bytes, isLenient: isLenient, parser: parser)
        for size in Self.pieceSizes {
          let pieces = try TurtleReading(
            bytes, pieceSize: size, isLenient: isLenient, parser: parser)
          let isSame = pieces == whole
          #expect(isSame, "\(entry.name) in pieces of \(size)")
        }
      }
    }
  }

  @Test("texts with mistakes set into them say the same in pieces")
  func mutations() throws {
    var random = RandomQuads(generator: SeededGenerator())
    print("Turtle pieces: SIMPUL_SEED=\(random.generator.seed)")
    let signs = Array("<>[](){}.;,:@^\"'\\#a_-+1e \n\r".utf8) + [0xC3, 0xA9, 0xEF, 0xBF, 0xBE]
    for _ in 0..<1_000 {
      var tree = BracketTree(generator: random.generator)
      var bytes: [UInt8] = Array(tree.document().utf8)
      random.generator = tree.generator
      bytes += TriGSerializer(options: TurtleRoundTripTests.options).serialize(random.quads(3))
      for _ in 0..<random.generator.below(4) {
        let index = random.generator.below(bytes.count)
        switch random.generator.below(3) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random.generator)
        default: bytes.insert(signs[random.generator.below(signs.count)], at: index)
        }
      }
      for isLenient in [false, true] {
        let whole = try TurtleReading(bytes, isLenient: isLenient)
        #expect((whole.error == nil) || !isLenient)
        let size = random.generator.below(20) + 1
        let pieces = try TurtleReading(bytes, pieceSize: size, isLenient: isLenient)
        let isSame = pieces == whole
        #expect(
          isSame,
          """
          SIMPUL_SEED=\(random.generator.seed), pieces of \(size): \
          \(String(decoding: bytes, as: UTF8.self))
          """)
      }
    }
  }

  @Test("a place is counted alike whatever the pieces and the ends of lines")
  func places() throws {
    let text = "# é\r\n\r<a:s>\r\n\n <a:p> \r\r\n  é: ."
    for size in [1, 2, 3, 4, 5, .max] {
      let reading = try TurtleReading(Array(text.utf8), pieceSize: size)
      #expect(reading.error?.location.lowerBound == TextPosition(line: 6, column: 2, offset: 27))
    }
  }

  @Test("blocks stay small, and terms that many statements share are carried on")
  func blocks() throws {
    let objects = (0..<100_000).map { "\($0)" }.joined(separator: ",")
    let text = "@prefix x: <a:> . x:g { x:s x:p (x:a [ x:q \(objects) ]) . }"
    var reader = TriGParser().reader(of: ByteArraySource(Array(text.utf8)))
    var block = QuadBlock()
    var count = 0
    while try reader.next(into: &block) {
      #expect(block.count <= 4_200)
      if count > 0 {
        let first = try #require(block.quads.first)
        #expect(first.graphName == .namedNode(NamedNode(unchecked: "a:g")))
      }
      count += block.count
    }
    #expect(count == 100_005)
  }

  @Test("a failing source ends the reading with its own reason")
  func failingSource() throws {
    struct Failure: Error {}
    final class Source: ByteSource {
      private var hasGiven = false

      func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if hasGiven { throw Failure() }
        hasGiven = true
        let text = Array("<a:s> <a:p> <a:o> . <a:t> ".utf8)
        buffer.copyBytes(from: text)
        return text.count
      }
    }
    var reader = TurtleParser().reader(of: Source())
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    #expect(block.count == 1)
    #expect(throws: Failure.self) { try reader.next(into: &block) }
    #expect(throws: Failure.self) { try reader.next(into: &block) }
  }
}
