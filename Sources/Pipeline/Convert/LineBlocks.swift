/// Cuts an input into blocks of whole lines, so that its length does not matter.
struct LineBlocks {
  private let input: ConversionInput
  private var pending: [UInt8] = []

  /// The longest line that is taken, in bytes.
  static let longestLine = 256 << 20
  private static let blockSize = 1 << 19

  init(_ input: ConversionInput) { self.input = input }

  /// The next block, which ends with a line feed unless it is the last; nil at the end.
  ///
  /// - Throws: ``PipelineError``, also for a line that is too long.
  mutating func next() throws(PipelineError) -> [UInt8]? {
    var lineEnd: Int?
    while pending.count < Self.blockSize || lineEnd == nil {
      guard let chunk = try input.next() else {
        defer { pending = [] }
        return pending.isEmpty ? nil : pending
      }
      let start = pending.count
      pending += chunk
      if let end = pending[start...].lastIndex(of: UInt8(ascii: "\n")) { lineEnd = end + 1 }
      if lineEnd == nil, pending.count > Self.longestLine {
        throw input.tooLarge(limit: Self.longestLine)
      }
    }
    guard let lineEnd else { return nil }
    let block = Array(pending[..<lineEnd])
    pending.removeSubrange(..<lineEnd)
    return block
  }
}
