import RDF

/// Finds the longest of some namespaces that an IRI begins with.
///
/// The namespaces stand in order of their bytes, each with the longest other that it begins with.
/// The last one that does not stand behind the IRI, or one of those that this begins with, is the
/// answer: O(log n) comparisons and no more steps than namespaces nest.
struct NamespaceIndex {
  private struct Entry {
    /// The bytes in ``bytes``.
    var start: Int
    var count: Int
    /// The name with its colon, in ``bytes``.
    var nameStart: Int
    var nameCount: Int
    /// The longest namespace that this one begins with; -1 if there is none.
    var parent: Int
    /// Whether another namespace begins with this one.
    var hasChildren: Bool
  }

  /// Namespaces and names, then the slack that copies need.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// An index that finds nothing.
  init() {}

  /// An index of prefixes of different names.
  init(_ prefixes: [Prefix]) {
    // Of prefixes with the same namespace the shortest name serves, of these the first by bytes.
    let sorted = prefixes.filter { !$0.namespace.isEmpty }.map {
      (namespace: Array($0.namespace.utf8), name: Array($0.name.utf8))
    }.sorted { left, right in
      if left.namespace != right.namespace {
        return left.namespace.lexicographicallyPrecedes(right.namespace)
      }
      if left.name.count != right.name.count { return left.name.count < right.name.count }
      return left.name.lexicographicallyPrecedes(right.name)
    }
    var open: [Int] = []
    for (namespace, name) in sorted {
      while let last = open.last, !namespace.starts(with: self.namespace(last)) {
        open.removeLast()
      }
      if let last = open.last {
        if entries[last].count == namespace.count { continue }
        entries[last].hasChildren = true
      }
      let start = bytes.count
      bytes += namespace
      bytes += name
      bytes.append(UInt8(ascii: ":"))
      entries.append(
        Entry(
          start: start, count: namespace.count, nameStart: start + namespace.count,
          nameCount: name.count + 1, parent: open.last ?? -1, hasChildren: false))
      open.append(entries.count - 1)
    }
    bytes += [UInt8](repeating: 0, count: TermBytes.slack)
  }

  /// The number of the longest namespace, which `hint` is as a rule; -1 if there is none.
  @inline(__always)
  func find(_ iri: Span<UInt8>, hint: Int) -> Int {
    if hint >= 0, hint < entries.count {
      let entry = entries[hint]
      if !entry.hasChildren, isPrefix(entry, of: iri) { return hint }
    }
    return search(iri)
  }

  /// How many bytes a namespace has.
  @inline(__always)
  func count(of number: Int) -> Int { entries[number].count }

  /// Appends a name with its colon.
  @inline(__always)
  func appendName(_ number: Int, to output: inout TermBytes) {
    let entry = entries[number]
    output.append(padded: bytes.span, from: entry.nameStart, count: entry.nameCount)
  }

  @inline(__always)
  private func isPrefix(_ entry: Entry, of iri: Span<UInt8>) -> Bool {
    guard entry.count <= iri.count else { return false }
    let other = bytes.span.extracting(unchecked: entry.start..<entry.start &+ entry.count)
    return iri.extracting(unchecked: 0..<entry.count).hasSameBytesInline(as: other)
  }

  @inline(never)
  private func search(_ iri: Span<UInt8>) -> Int {
    // The last entry that does not stand behind the IRI.
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(entries[middle], iri) { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return -1 }
    // What is common to it and the IRI tells which of those that it begins with fit.
    let common = commonCount(entries[low - 1], iri)
    var number = low - 1
    while number >= 0, entries[number].count > common { number = entries[number].parent }
    return number
  }

  private func isBehind(_ entry: Entry, _ iri: Span<UInt8>) -> Bool {
    let common = commonCount(entry, iri)
    if common == entry.count { return false }
    if common == iri.count { return true }
    return bytes[entry.start + common] > iri[common]
  }

  private func commonCount(_ entry: Entry, _ iri: Span<UInt8>) -> Int {
    let most = min(entry.count, iri.count)
    let (left, right) = (bytes.span.bytes, iri.bytes)
    var offset = 0
    while offset &+ 8 <= most {
      let one = left.unsafeLoadUnaligned(
        fromUncheckedByteOffset: entry.start &+ offset, as: UInt64.self)
      let other = right.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      if one != other { return offset &+ (one ^ other).littleEndian.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < most, bytes[entry.start &+ offset] == iri[offset] { offset &+= 1 }
    return offset
  }

  private func namespace(_ number: Int) -> ArraySlice<UInt8> {
    bytes[entries[number].start..<entries[number].start + entries[number].count]
  }
}

extension Span<UInt8> {
  /// Whether the bytes are the same as others, which are as many.
  @inline(__always)
  fileprivate func hasSameBytesInline(as other: Span<UInt8>) -> Bool {
    let (left, right) = (bytes, other.bytes)
    var offset = 0
    while offset &+ 8 <= count {
      let isSame =
        left.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        == right.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      guard isSame else { return false }
      offset &+= 8
    }
    if count >= 8 {
      // The last eight bytes, some of them once more.
      return left.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self)
        == right.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self)
    }
    while offset < count {
      guard self[unchecked: offset] == other[unchecked: offset] else { return false }
      offset &+= 1
    }
    return true
  }
}
