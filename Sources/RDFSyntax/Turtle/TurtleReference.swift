import RDF

/// References relative to the base of a document, where they are safe to read.
enum TurtleReference {
  /// What a relative reference without `/` at its start replaces: the base up to the last slash of
  /// its path ([RFC 3986 §5.2.3](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.3)); nil if there
  /// is none.
  static func basePath(of base: String) -> [UInt8]? {
    let path = base.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let authority = path.firstRange(of: "://".utf8),
      let end = path[authority.upperBound...].lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let bytes = Array(path[...end])
    let start = path.distance(from: path.startIndex, to: authority.upperBound)
    guard !hasDotSegment(bytes.span.extracting(start..<bytes.count)) else { return nil }
    return bytes
  }

  /// Whether the rest of an IRI, read as a relative reference, gives the IRI back.
  ///
  /// Stricter than need be for rdflib 7.6, which takes `<=` for an operator and any colon before the
  /// first slash, even in a fragment, for the end of a scheme.
  static func isSafe(_ rest: Span<UInt8>) -> Bool {
    guard rest.count > 0, !notAtStart.contains(rest[0]) else { return false }
    var pathEnd = rest.count
    var isFirstSegment = true
    for index in rest.indices {
      switch rest[index] {
      case UInt8(ascii: "/"): isFirstSegment = false
      case UInt8(ascii: ":") where isFirstSegment: return false
      case UInt8(ascii: "?"), UInt8(ascii: "#"): pathEnd = min(pathEnd, index)
      default: break
      }
    }
    return !hasDotSegment(rest.extracting(0..<pathEnd))
  }

  private static func hasDotSegment(_ path: Span<UInt8>) -> Bool {
    var start = 0
    for index in 0...path.count where index == path.count || path[index] == UInt8(ascii: "/") {
      let isDots =
        (1...2).contains(index - start)
        && (start..<index).allSatisfy { path[$0] == UInt8(ascii: ".") }
      if isDots { return true }
      start = index + 1
    }
    return false
  }

  private static let notAtStart = ASCIISet("/?#=")
}
