import Diagnostics
package import RDF

/// Cuts the bytes of a source into texts of whole lines, in place in the blocks that will hold them.
package struct LineCutter {
  private let source: any ByteSource
  private let file: String?
  /// The part of a line that the last text left over.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// How many bytes are read before lines are cut.
  private var size: Int
  /// Where the next text begins in all that came, in bytes.
  package private(set) var offset = 0

  /// How many bytes make a block as a rule.
  package static let usualSize = 1 << 18

  /// A cutter of what a source gives.
  package init(_ source: any ByteSource, file: String?, size: Int = Self.usualSize) {
    self.source = source
    self.file = file
    self.size = size
  }

  /// Puts the next lines at the start of a block's bytes, ``TextScan/padding`` zeros behind them.
  ///
  /// - Returns: how many bytes the lines have, the last of them with its end unless the source ends
  ///   without one; 0 at the end.
  /// - Throws: what the source throws; ``SyntaxError`` for a line that is too long.
  package mutating func next(into block: inout QuadBlock) throws -> Int {
    block.statements.removeAll(keepingCapacity: true)
    var count = rest.count
    resize(&block.bytes, to: max(size, count))
    copyRest(into: &block.bytes)
    var cut = Self.endOfLastLine(block.bytes.span, from: 0, to: count, isAtEnd: isAtEnd)
    while !isAtEnd, count < size {
      let read = try block.bytes.withUnsafeMutableBytes { buffer in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<size]))
      }
      isAtEnd = read == 0
      let before = count
      count += read
      // What a read brought may hold no line's end: then the earlier ones count.
      cut = Self.endOfLastLine(block.bytes.span, from: before, to: count, isAtEnd: isAtEnd) ?? cut
      guard count == size, cut == nil else { continue }
      guard size < source.longestToken else { throw tooLong() }
      size *= 2
      resize(&block.bytes, to: size)
    }
    let end = isAtEnd ? count : cut ?? count
    rest = Array(block.bytes[end..<count])
    for index in end..<end + TextScan.padding { block.bytes[index] = 0 }
    offset += end
    return end
  }

  /// Makes room for a text and its padding; what stood behind it goes.
  private func resize(_ bytes: inout [UInt8], to size: Int) {
    let wanted = size + TextScan.padding
    if bytes.count > wanted {
      bytes.removeLast(bytes.count - wanted)
    } else if bytes.count < wanted {
      bytes += [UInt8](repeating: 0, count: wanted - bytes.count)
    }
  }

  private func copyRest(into bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      rest.withUnsafeBytes { buffer.copyMemory(from: $0) }
    }
  }

  /// Where the last line ends that begins before `count`; nil if none does between the two offsets.
  ///
  /// A CR at the very end may be the first half of a line's end.
  private static func endOfLastLine(
    _ bytes: Span<UInt8>, from start: Int, to count: Int, isAtEnd: Bool
  ) -> Int? {
    var lastReturn: Int?
    var index = count
    while index > start {
      index -= 1
      if bytes[index] == 0x0A { return index + 1 }
      if bytes[index] == 0x0D, lastReturn == nil, index + 1 < count || isAtEnd {
        lastReturn = index + 1
      }
    }
    return lastReturn
  }

  private func tooLong() -> SyntaxError {
    SyntaxError(
      Message(
        en: "a line of more than \(source.longestToken >> 20) MiB",
        id: "baris lebih dari \(source.longestToken >> 20) MiB"),
      at: .start ..< .start, file: file)
  }
}
