import RDF
import TestSupport
import Testing

@Suite("Runs of bytes")
struct ByteRunTests {
  /// Texts that begin alike for a long way, some of them the beginning of others, some twice.
  private static func texts(_ generator: inout SeededGenerator) -> [[UInt8]] {
    let pieces = ["https://data.example/", "id/city/", "a", "b", "0123456789abcdef", "é", "/"]
    return (0..<2_000).map { _ in
      let text = (0...generator.below(6)).map { _ in pieces[generator.below(pieces.count)] }
      return Array(text.joined().utf8)
    }
  }

  /// The macro of the tests takes no spans.
  private static func agree(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.span.hasSameBytes(as: right.span)
  }

  @Test("are the same only where no byte differs, whatever their length")
  func sameBytes() {
    for length in 0...40 {
      let bytes = (0..<length).map { UInt8($0) }
      #expect(Self.agree(bytes, Array(bytes)))
      #expect(!Self.agree(bytes, bytes + [0]))
      for place in 0..<length {
        var other = bytes
        other[place] ^= 0x80
        #expect(!Self.agree(bytes, other), "byte \(place) of \(length)")
      }
    }
  }

  @Test("have the number of their first appearance in a dictionary that grows")
  func numbers() {
    var generator = SeededGenerator()
    var dictionary = TermDictionary()
    let seed: Comment = "SIMPUL_SEED=\(generator.seed)"
    var expected: [[UInt8]: TermDictionary.ID] = [:]
    for text in Self.texts(&generator) + Self.texts(&generator) {
      let known = expected[text]
      let found = dictionary.id(of: text.span)
      #expect(found == known, seed)
      let number = known ?? TermDictionary.ID(expected.count + 1)
      expected[text] = number
      let interned = dictionary.intern(text.span)
      #expect(interned == number, seed)
    }
    #expect(dictionary.count == expected.count)
    for (text, number) in expected {
      let found = dictionary.id(of: text.span)
      #expect(found == number)
      #expect(Array(dictionary.bytes[dictionary.range(of: number)]) == text)
    }
  }

  @Test("are numbered alike whether a statement repeats the terms of the one before or not")
  func repeatedTerms() {
    func node(_ name: String) -> NamedNode { NamedNode(unchecked: "i:" + name) }
    func quad(_ subject: String, in graph: String?) -> Quad {
      let triple = Triple(.namedNode(node(subject)), node("p"), .namedNode(node("o")))
      return graph.map { Quad(triple, in: .namedNode(node($0))) } ?? Quad(triple)
    }
    var block = QuadBlock()
    for statement in [
      quad("a", in: nil), quad("a", in: "g"), quad("a", in: "g"), quad("b", in: nil),
      quad("g", in: "a"),
    ] {
      block.append(statement)
    }
    var dictionary = TermDictionary()
    var statements: [TermDictionary.Statement] = []
    dictionary.intern(block, into: &statements)
    #expect(
      statements == [
        .init(1, 2, 3), .init(1, 2, 3, in: 4), .init(1, 2, 3, in: 4), .init(5, 2, 3),
        .init(4, 2, 3, in: 1),
      ])
  }

  @Test("are sorted as their bytes are compared, and those that are alike are told")
  func sorts() {
    var generator = SeededGenerator()
    let texts = Self.texts(&generator)
    let seed: Comment = "SIMPUL_SEED=\(generator.seed)"
    var buffer: [UInt8] = []
    let ranges = texts.map { text in
      buffer += text
      return buffer.count - text.count..<buffer.count
    }
    var order = texts.indices.map { UInt32($0) }
    let alike = ByteKeySort.sort(&order, in: buffer.span) { ranges[Int($0)] }
    #expect(
      order.map { texts[Int($0)] } == texts.sorted { $0.lexicographicallyPrecedes($1) }, seed)
    #expect(Set(order).count == texts.count)
    var inStretch = Set<Int>()
    for stretch in alike {
      inStretch.formUnion(stretch)
      #expect(Set(stretch.map { texts[Int(order[$0])] }).count == 1, seed)
    }
    let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(inStretch.count == texts.count { counts[$0] ?? 0 > 1 }, seed)
  }
}
