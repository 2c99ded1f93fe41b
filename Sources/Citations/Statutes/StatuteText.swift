/// The text of a regulation as one run of bytes, with its blocks.
package struct StatuteText: Sendable {
  /// What a block is, as far as reading a regulation needs it.
  package enum BlockKind: Sendable {
    case heading
    case item
    case other
  }

  /// UTF-8; a line break ends each block.
  package private(set) var bytes: [UInt8] = []
  /// Where each block begins in the bytes, ascending; with a number of the caller's own.
  package private(set) var blocks: [(start: Int, kind: BlockKind, number: Int)] = []

  /// No text.
  package init() {}

  /// Appends a block; an empty one leaves no trace.
  package mutating func append(_ text: [UInt8], _ kind: BlockKind, number: Int) {
    guard !text.isEmpty else { return }
    blocks.append((bytes.count, kind, number))
    bytes += text
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Position among the blocks of the one that holds a byte.
  ///
  /// - Complexity: O(log blocks).
  package func block(at offset: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if blocks[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a block without the line break at its end.
  package func range(ofBlock position: Int) -> Range<Int> {
    let end = position + 1 < blocks.count ? blocks[position + 1].start : bytes.count
    return blocks[position].start..<end - 1
  }
}
