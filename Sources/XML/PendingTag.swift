import CLibXML2

/// Watches a start tag that has not come to its end, so that it is refused for its many attributes
/// before libxml2 compares each with all.
struct PendingTag {
  /// Offset of the tag in the document.
  private var start = -1
  /// How many of its bytes were looked at.
  private var scanned = 0
  /// The quote around the value that they end in; 0 outside.
  private var quote: UInt8 = 0
  private var attributes = 0

  /// Whether what waits to be parsed is a tag of so many attributes.
  mutating func hasTooManyAttributes(_ context: xmlParserCtxtPtr, limit: Int) -> Bool {
    guard let input = context.pointee.input, let base = input.pointee.base,
      let current = input.pointee.cur, let end = input.pointee.end,
      end - current > Self.smallTag, current[0] == UInt8(ascii: "<"),
      current[1] != UInt8(ascii: "!"), current[1] != UInt8(ascii: "?")
    else { return false }
    let place = Int(input.pointee.consumed) + (current - base)
    if place != start { self = PendingTag(start: place) }
    for byte in UnsafeBufferPointer(start: current, count: end - current)[scanned...] {
      switch byte {
      case quote: quote = 0
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if quote == 0 { quote = byte }
      case UInt8(ascii: "="): if quote == 0 { attributes += 1 }
      default: break
      }
    }
    scanned = end - current
    return attributes > limit
  }

  init() {}

  private init(start: Int) { self.start = start }

  /// Tags of this many bytes may be parsed unseen.
  private static let smallTag = 1 << 13
}
