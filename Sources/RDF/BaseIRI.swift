/// An IRI that references are resolved against
/// ([RFC 3986 §5.2](https://www.rfc-editor.org/rfc/rfc3986#section-5.2), strictly; code points beyond
/// ASCII as in RFC 3987).
///
/// Nothing is normalised but the dot segments that the algorithm itself removes.
///
/// ```swift
/// let base = BaseIRI(try NamedNode(validating: "http://a/b/c/d;p?q"))
/// let resolved = try base.resolve("../g")  // http://a/b/g
/// ```
public struct BaseIRI: Hashable, Sendable {
  /// The base itself.
  public let node: NamedNode
  private let bytes: [UInt8]
  private let parts: IRIParts

  /// A base; its fragment, where it has one, plays no part.
  public init(_ node: NamedNode) {
    self.node = node
    let text = Array(node.iri.utf8)
    parts = IRIParts(of: text.span)
    bytes = text
  }

  /// What a reference means here.
  ///
  /// - Throws: ``IRIError`` if the result is no absolute IRI; it names the result.
  public func resolve(_ reference: String) throws(IRIError) -> NamedNode {
    try resolve(Array(reference.utf8).span)
  }

  /// What a reference means here, given as well-formed UTF-8.
  ///
  /// - Complexity: O(n) in the lengths of base and reference.
  /// - Throws: ``IRIError`` if the result is no absolute IRI; it names the result.
  package func resolve(_ reference: Span<UInt8>) throws(IRIError) -> NamedNode {
    var target: [UInt8] = []
    target.reserveCapacity(bytes.count + reference.count)
    appendTarget(of: reference, to: &target)
    return try NamedNode(validating: String(decoding: target, as: UTF8.self))
  }

  /// Appends the IRI that a reference means here, given as well-formed UTF-8; what was appended is
  /// not checked.
  ///
  /// - Complexity: O(n) in the lengths of base and reference.
  package func appendResolved(_ reference: Span<UInt8>, to target: inout [UInt8]) {
    appendTarget(of: reference, to: &target)
  }

  /// Transforms a reference ([RFC 3986 §5.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.2))
  /// and composes the result (§5.3).
  private func appendTarget(of reference: Span<UInt8>, to target: inout [UInt8]) {
    let other = IRIParts(of: reference)
    if !other.scheme.isEmpty {
      target.append(reference, other.scheme)
      target.append(reference, other.authority)
      DotSegments.appendPath(Array(reference, other.path), to: &target)
      target.append(reference, other.query)
    } else {
      target.append(bytes.span, parts.scheme)
      if !other.authority.isEmpty {
        target.append(reference, other.authority)
        DotSegments.appendPath(Array(reference, other.path), to: &target)
        target.append(reference, other.query)
      } else {
        target.append(bytes.span, parts.authority)
        appendPathAndQuery(of: reference, other, to: &target)
      }
    }
    target.append(reference, other.fragment)
  }

  /// The path and query of a reference that has neither scheme nor authority.
  private func appendPathAndQuery(
    of reference: Span<UInt8>, _ other: IRIParts, to target: inout [UInt8]
  ) {
    guard !other.path.isEmpty else {
      target.append(bytes.span, parts.path)
      if other.query.isEmpty {
        target.append(bytes.span, parts.query)
      } else {
        target.append(reference, other.query)
      }
      return
    }
    let startsAtRoot = reference[other.path.lowerBound] == UInt8(ascii: "/")
    var path = startsAtRoot ? [] : directory()
    path.append(reference, other.path)
    DotSegments.appendPath(path, to: &target, behindAuthority: !parts.authority.isEmpty)
    target.append(reference, other.query)
  }

  /// What a relative path is appended to
  /// ([RFC 3986 §5.2.3](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.3)).
  private func directory() -> [UInt8] {
    if !parts.authority.isEmpty, parts.path.isEmpty { return [UInt8(ascii: "/")] }
    let path = bytes[parts.path]
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return [] }
    return Array(path[...slash])
  }
}

/// Where the parts of an IRI reference lie, each with its own sign
/// ([RFC 3986 appendix B](https://www.rfc-editor.org/rfc/rfc3986#appendix-B)).
private struct IRIParts: Hashable {
  /// With the colon; empty if there is none.
  var scheme: Range<Int>
  /// With the two slashes; empty if there is none.
  var authority: Range<Int>
  var path: Range<Int>
  /// With the question mark; empty if there is none.
  var query: Range<Int>
  /// With the number sign; empty if there is none.
  var fragment: Range<Int>

  init(of bytes: Span<UInt8>) {
    func end(from start: Int, stops: ASCIISet) -> Int {
      var index = start
      while index < bytes.count, !stops.contains(bytes[index]) { index += 1 }
      return index
    }
    var position = end(from: 0, stops: ASCIISet(":/?#"))
    position =
      position < bytes.count && bytes[position] == UInt8(ascii: ":") ? position + 1 : 0
    scheme = 0..<position
    authority = position..<position
    let slash = UInt8(ascii: "/")
    if position + 1 < bytes.count, bytes[position] == slash, bytes[position + 1] == slash {
      authority = position..<end(from: position + 2, stops: ASCIISet("/?#"))
    }
    path = authority.upperBound..<end(from: authority.upperBound, stops: ASCIISet("?#"))
    query = path.upperBound..<path.upperBound
    if path.upperBound < bytes.count, bytes[path.upperBound] == UInt8(ascii: "?") {
      query = path.upperBound..<end(from: path.upperBound, stops: ASCIISet("#"))
    }
    fragment = query.upperBound..<bytes.count
  }
}

/// The removal of `.` and `..` from paths
/// ([RFC 3986 §5.2.4](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4)).
private enum DotSegments {
  /// Appends a path without its dot segments.
  ///
  /// Where two slashes would then follow a scheme, so that the path would be read as an authority,
  /// `/.` is put before them.
  static func appendPath(
    _ path: [UInt8], to target: inout [UInt8], behindAuthority: Bool = true
  ) {
    let start = target.count
    var rest = path[...]
    while let first = rest.first {
      if first != slash {
        if isDots(rest.prefix { $0 != slash }) {
          rest = rest.drop { $0 != slash }.dropFirst()
        } else {
          move(&rest, to: &target)
        }
        continue
      }
      let segment = rest.dropFirst().prefix { $0 != slash }
      guard isDots(segment) else {
        move(&rest, to: &target)
        continue
      }
      if segment.count == 2 { dropLastSegment(of: &target, from: start) }
      rest = rest[segment.endIndex...]
      if rest.isEmpty { target.append(slash) }
    }
    if !behindAuthority, target[start...].starts(with: [slash, slash]) {
      target.insert(contentsOf: [slash, UInt8(ascii: ".")], at: start)
    }
  }

  /// Moves the first segment, with the slash before it, but not the next one.
  private static func move(_ rest: inout ArraySlice<UInt8>, to target: inout [UInt8]) {
    let end = rest.dropFirst().firstIndex(of: slash) ?? rest.endIndex
    target.append(contentsOf: rest[..<end])
    rest = rest[end...]
  }

  private static func dropLastSegment(of target: inout [UInt8], from start: Int) {
    while target.count > start, target.removeLast() != slash {}
  }

  private static func isDots(_ segment: ArraySlice<UInt8>) -> Bool {
    (1...2).contains(segment.count) && segment.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  private static let slash = UInt8(ascii: "/")
}

extension [UInt8] {
  fileprivate init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self = []
    append(bytes, range)
  }

  fileprivate mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    reserveCapacity(count + range.count)
    for index in range { append(bytes[index]) }
  }
}
