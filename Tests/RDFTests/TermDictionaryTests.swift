import RDF
import TestSupport
import Testing

@Suite("Term dictionary")
struct TermDictionaryTests {
  /// Statements of terms that come back near and far, and now and then one that is empty.
  private static func block(_ generator: inout SeededGenerator, terms: Int) -> QuadBlock {
    func text(_ number: Int) -> String {
      // Some differ in their first byte alone, or in their last, or in their length.
      switch number % 4 {
      case 0: "<http://example.org/\(number)>"
      case 1: "\"\(number)\(String(repeating: "-", count: number % 90))\""
      case 2: "_:b\(number)"
      default: "<http://example.org/\(String(repeating: "a", count: number % 50))>"
      }
    }
    var block = QuadBlock()
    var subject = generator.below(terms)
    for _ in 0..<1 + generator.below(200) {
      if generator.below(4) == 0 { subject = generator.below(terms) }
      let graph = generator.below(3) == 0 ? text(generator.below(terms)) : ""
      let numbers = [subject, generator.below(5) * 4, generator.below(terms)]
      let runs = (numbers.map(text) + [graph]).map { term in
        block.appendRun { $0 += Array(term.utf8) }
      }
      block.statements.append(QuadBlock.Statement(runs[0], runs[1], runs[2], in: runs[3]))
    }
    return block
  }

  @Test("gives each term one number, in order of first appearance", arguments: [8, 500, 60_000])
  func numbers(terms: Int) {
    var generator = SeededGenerator()
    var dictionary = TermDictionary()
    var expected: [String: UInt32] = [:]
    var texts = [""]
    for _ in 0..<600 {
      let block = Self.block(&generator, terms: terms)
      var statements: [TermDictionary.Statement] = []
      dictionary.intern(block, into: &statements)
      #expect(statements.count == block.count)
      for (runs, found) in zip(block.statements, statements) {
        let terms = [runs.subject, runs.predicate, runs.object, runs.graphName]
        let ids = terms.map { run -> UInt32 in
          let text = String(copying: block.bytes.span.extracting(run.range))
          if text.isEmpty { return 0 }
          if let id = expected[text] { return id }
          texts.append(text)
          expected[text] = UInt32(expected.count + 1)
          return UInt32(expected.count)
        }
        guard [found.subject, found.predicate, found.object, found.graphName] == ids else {
          Issue.record("seed \(generator.seed): \(found) for \(ids)")
          return
        }
      }
    }
    #expect(dictionary.count == expected.count)
    for (id, text) in texts.enumerated().dropFirst() {
      let range = dictionary.range(of: UInt32(id))
      guard String(copying: dictionary.bytes.span.extracting(range)) == text,
        dictionary.id(of: Array(text.utf8).span) == UInt32(id)
      else {
        Issue.record("seed \(generator.seed): \(text)")
        return
      }
    }
  }
}
