import RDF

/// The memory that lines of a block are written into, term by term.
///
/// Nothing is checked as it writes: whoever makes one gives room for all lines that will be written,
/// and for the slack behind them, and appends runs of the source only.
struct LineTarget {
  private let target: UnsafeMutableRawPointer
  private let source: UnsafeRawBufferPointer
  /// How many bytes were written.
  private(set) var count = 0

  /// How many bytes a copy may touch behind its end.
  static let slack = 16
  /// What is copied sixteen bytes at a time; longer runs go to the system.
  private static let longestShortRun = 128

  /// A target whose memory is not empty.
  init(_ buffer: UnsafeMutableRawBufferPointer, source: UnsafeRawBufferPointer) {
    guard let target = buffer.baseAddress else {
      preconditionFailure("lines are written into memory with a slack, which is never empty")
    }
    self.target = target
    self.source = source
  }

  /// Appends the line of a statement.
  @inline(__always)
  mutating func appendLine(of statement: QuadBlock.Statement) {
    append(term: statement.subject)
    append(term: statement.predicate)
    append(term: statement.object)
    if statement.graphName.count > 0 { append(term: statement.graphName) }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "\n"))
  }

  @inline(__always)
  private mutating func append(term: QuadBlock.Run) {
    append(term.range)
    append(UInt8(ascii: " "))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    target.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends bytes of the source as they are.
  @inline(__always)
  mutating func append(_ range: Range<Int>) {
    let length = range.upperBound &- range.lowerBound
    guard length > 0 else { return }
    precondition(range.upperBound <= source.count, "a run ends within its block")
    guard length <= Self.longestShortRun, range.upperBound &+ Self.slack <= source.count,
      let start = source.baseAddress
    else {
      UnsafeMutableRawBufferPointer(start: target + count, count: length)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
      count &+= length
      return
    }
    // The last sixteen may reach into the slack, on either side.
    var offset = 0
    repeat {
      let piece = start.loadUnaligned(
        fromByteOffset: range.lowerBound &+ offset, as: SIMD16<UInt8>.self)
      target.storeBytes(of: piece, toByteOffset: count &+ offset, as: SIMD16<UInt8>.self)
      offset &+= 16
    } while offset < length
    count &+= length
  }
}
