/// Phrases over numbered words, matched from a token on: an automaton whose states are prefixes.
package struct PhraseTrie: Sendable {
  private var children: [UInt64: Int32] = [:]
  private var payloads: [[Int32]] = [[]]

  /// Whether a phrase can begin with a word; a quick check before ``matches(from:in:)``.
  private var beginnings: Set<Int32> = []

  /// No phrases.
  package init() {}

  /// Adds a phrase with something to be told when it is met.
  package mutating func insert(_ phrase: [Int32], payload: Int32) {
    guard let first = phrase.first else { return }
    beginnings.insert(first)
    var node: Int32 = 0
    for word in phrase {
      let edge = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
      if let next = children[edge] {
        node = next
      } else {
        let next = Int32(payloads.count)
        payloads.append([])
        children[edge] = next
        node = next
      }
    }
    payloads[Int(node)].append(payload)
  }

  /// Every phrase that begins at a token, shortest first: number of tokens and payloads.
  package func matches(from start: Int, in tokens: [Token], upTo end: Int) -> [(
    length: Int, payloads: [Int32]
  )] {
    guard beginnings.contains(tokens[start].word) else { return [] }
    var found: [(Int, [Int32])] = []
    var node: Int32 = 0
    var index = start
    while index < end {
      let edge =
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: tokens[index].word))
      guard let next = children[edge] else { break }
      node = next
      index += 1
      if !payloads[Int(node)].isEmpty { found.append((index - start, payloads[Int(node)])) }
    }
    return found
  }
}
