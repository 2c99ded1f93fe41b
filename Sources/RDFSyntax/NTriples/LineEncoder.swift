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
    let size = Self.size(of: block)
    block.bytes.withUnsafeBytes { bytes in
      output.append(addingCapacity: size &+ LineTarget.slack) { target in
        target.withUnsafeMutableBufferPointer { buffer, count in
          var lines = LineTarget(UnsafeMutableRawBufferPointer(buffer), source: bytes)
          Self.encode(block.statements, in: bytes, into: &lines)
          count = lines.count
        }
      }
    }
  }

  private static func encode(
    _ statements: [QuadBlock.Statement], in bytes: UnsafeRawBufferPointer,
    into lines: inout LineTarget
  ) {
    /// Lines to be copied as they stand.
    var pending = 0..<0
    for statement in statements {
      let start = Int(statement.subject.start)
      if let end = endOfLine(of: statement, in: bytes) {
        if pending.upperBound == start, !pending.isEmpty {
          pending = pending.lowerBound..<end
          continue
        }
        lines.append(pending)
        pending = start..<end
      } else {
        lines.append(pending)
        pending = 0..<0
        lines.appendLine(of: statement)
      }
    }
    lines.append(pending)
  }

  /// How many bytes the lines of a block have, each ended by a dot and a line feed.
  private static func size(of block: borrowing QuadBlock) -> Int {
    var size = 0
    for statement in block.statements {
      size &+= Int(statement.subject.count) &+ Int(statement.predicate.count)
      size &+= Int(statement.object.count) &+ 5
      if statement.graphName.count > 0 { size &+= Int(statement.graphName.count) &+ 1 }
    }
    return size
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

  private static var space: UInt8 { UInt8(ascii: " ") }
}
