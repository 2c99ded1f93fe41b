public import RDF

/// Writes blocks as N-Triples or N-Quads, in canonical form line by line
/// ([canonical N-Quads](https://www.w3.org/TR/rdf12-n-quads/#canonical-quads)).
///
/// Where statements already stand in a block the way they are written, as those read from canonical
/// lines do, whole runs of lines are copied at once.
public struct LineEncoder: QuadEncoder {
  /// An encoder; N-Triples is N-Quads without names of graphs.
  public init() {}

  /// Appends a line for each statement.
  public func encode(_ block: borrowing QuadBlock, into output: inout [UInt8]) {
    block.bytes.withUnsafeBytes { bytes in
      /// Lines to be copied as they stand.
      var pending = 0..<0
      for statement in block.statements {
        let start = Int(statement.subject.start)
        if let end = Self.endOfLine(of: statement, in: bytes) {
          if pending.upperBound == start, !pending.isEmpty {
            pending = pending.lowerBound..<end
            continue
          }
          Self.append(bytes, pending, to: &output)
          pending = start..<end
        } else {
          Self.append(bytes, pending, to: &output)
          pending = 0..<0
          Self.appendLine(of: statement, in: bytes, to: &output)
        }
      }
      Self.append(bytes, pending, to: &output)
    }
  }

  /// Appends nothing: every line is complete.
  public func finish(into output: inout [UInt8]) {}

  /// Where the line ends that the statement stands on as it is to be written; nil if it does not.
  @inline(__always)
  private static func endOfLine(
    of statement: QuadBlock.Statement, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    let hasGraph = statement.graphName.count > 0
    let last = hasGraph ? statement.graphName : statement.object
    guard Int(statement.predicate.start) == statement.subject.end &+ 1,
      Int(statement.object.start) == statement.predicate.end &+ 1,
      !hasGraph || Int(last.start) == statement.object.end &+ 1,
      last.end &+ 3 <= bytes.count,
      bytes[statement.subject.end] == space, bytes[statement.predicate.end] == space,
      bytes[statement.object.end] == space,
      bytes[last.end] == space, bytes[last.end &+ 1] == UInt8(ascii: "."),
      bytes[last.end &+ 2] == UInt8(ascii: "\n")
    else { return nil }
    return last.end &+ 3
  }

  private static func appendLine(
    of statement: QuadBlock.Statement, in bytes: UnsafeRawBufferPointer, to output: inout [UInt8]
  ) {
    append(bytes, statement.subject.range, to: &output)
    output.append(space)
    append(bytes, statement.predicate.range, to: &output)
    output.append(space)
    append(bytes, statement.object.range, to: &output)
    output.append(space)
    if statement.graphName.count > 0 {
      append(bytes, statement.graphName.range, to: &output)
      output.append(space)
    }
    output.append(UInt8(ascii: "."))
    output.append(UInt8(ascii: "\n"))
  }

  @inline(__always)
  private static func append(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range]))
  }

  private static var space: UInt8 { UInt8(ascii: " ") }
}
