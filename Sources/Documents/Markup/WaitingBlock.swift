/// A block that waits for the end of the one around it, or a number for the block behind it.
struct WaitingBlock {
  var kind: BlockKind
  /// Its text in UTF-8.
  var bytes: [UInt8]
  /// The element it was read from (``SourcePlace/locator``).
  var locator: String
  /// BCP 47 tag that the format gives it.
  var language: String?
}
