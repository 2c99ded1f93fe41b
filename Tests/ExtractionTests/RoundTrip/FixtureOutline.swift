import Documents

/// What was read of a document, for comparison with what was read of another form of it.
///
/// Notes come last: each format has its own place for them.
struct FixtureOutline {
  /// Kind and text of every block.
  private(set) var blocks: [String] = []
  /// The sentences of all blocks.
  private(set) var sentences: [String] = []

  /// The outline of a document, without what a format cannot hold.
  init(_ document: Document, reader: DocumentReader, for format: FixtureFormat) {
    let notes = document.blocks.filter { $0.kind == .note }
    for block in document.blocks.filter({ $0.kind != .note }) + notes {
      let (kind, text) = format.folded(block.kind, block.text.string)
      blocks.append("\(kind): \(text)")
      for range in reader.splitter.sentences(of: block) {
        let sentence = String(decoding: block.text.bytes[range], as: UTF8.self)
        sentences.append(format.folded(block.kind, sentence).text)
      }
    }
  }

  /// The agreement of two sequences as F1: of those in one, how many stand in the other, in the same
  /// order (longest common subsequence).
  static func agreement(_ one: [String], _ other: [String]) -> Double {
    guard !one.isEmpty || !other.isEmpty else { return 1 }
    var lengths = [Int](repeating: 0, count: other.count + 1)
    for first in one {
      var diagonal = 0
      for (index, second) in other.enumerated() {
        let above = lengths[index + 1]
        lengths[index + 1] = first == second ? diagonal + 1 : max(above, lengths[index])
        diagonal = above
      }
    }
    return 2 * Double(lengths[other.count]) / Double(one.count + other.count)
  }

  /// What stands in only one of two sequences, for messages.
  static func difference(_ one: [String], _ other: [String]) -> String {
    let (inOne, inOther) = (Set(one), Set(other))
    return
      (one.filter { !inOther.contains($0) }.map { "- \($0)" }
      + other.filter { !inOne.contains($0) }.map { "+ \($0)" }).joined(separator: "\n")
  }
}
