public import RDF

/// Writes statements in a syntax, block by block.
///
/// Encoders only append bytes; whoever calls hands them on and empties the array when it has grown
/// large enough.
public protocol QuadEncoder {
  /// Appends the statements of a block.
  mutating func encode(_ block: borrowing QuadBlock, into output: inout [UInt8])
  /// Appends what stands behind the last statement.
  mutating func finish(into output: inout [UInt8])
}
