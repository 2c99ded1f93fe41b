import RDF

/// What the prefixes of a document stand for.
///
/// A name is looked up by its first sixteen bytes as two words, its colon included. What needs care
/// (long names, namespaces whose continuation has to be checked) is found by ``entry(of:)`` only.
struct Namespaces {
  /// What a prefix stands for.
  struct Entry {
    /// The bytes in ``Namespaces/bytes``: `<` and the namespace.
    var start: Int
    var count: Int
    /// Whether the namespace is an absolute IRI that stays one with any letters, digits, `-`, `_`
    /// and `:` behind it: it is valid, and its authority is complete.
    var isOpen: Bool
  }

  /// A place of the table of short names; nothing has the key of zeros.
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var start: Int32 = 0
    /// Zero if the namespace is not open.
    var count: Int32 = 0
  }

  /// All namespaces, each behind a `<`, and the slack that copies need.
  private(set) var bytes = [UInt8](repeating: 0, count: TermBytes.slack)
  private var entries: [[UInt8]: Entry] = [:]
  /// Open addressing with steps of one; at most half are taken.
  private var slots = [Slot](repeating: Slot(), count: 64)
  private var usedSlots = 0
  /// Bytes of namespaces that were declared anew.
  private var garbage = 0
  /// Differs from process to process, so that nobody can craft names that collide.
  private let seed = UInt64.random(in: .min ... .max)

  /// The longest name that the table of short names takes, without its colon.
  static let longestShortName = 15

  /// Declares a prefix, anew perhaps.
  mutating func declare(_ name: [UInt8], as namespace: Span<UInt8>) {
    if let old = entries[name] {
      if isSame(old, as: namespace) { return }
      garbage += old.count
    }
    if garbage > bytes.count / 2, garbage > 1 << 12 { collect() }
    let entry = Entry(
      start: append(namespace), count: namespace.count + 1, isOpen: Self.isOpen(namespace))
    entries[name] = entry
    setSlot(of: name, to: entry)
  }

  /// What a name stands for; nil if it is not declared.
  func entry(of name: [UInt8]) -> Entry? { entries[name] }

  /// The open namespace of a short name, given with its colon as two words, zeros behind it.
  ///
  /// The count is zero if there is none.
  @inline(__always)
  func find(_ low: UInt64, _ high: UInt64) -> (start: Int, count: Int) {
    var index = hash(low, high) & (slots.count &- 1)
    while true {
      let slot = slots[index]
      if slot.low == low, slot.high == high { return (Int(slot.start), Int(slot.count)) }
      if slot.low == 0 { return (0, 0) }
      index = (index &+ 1) & (slots.count &- 1)
    }
  }

  /// All declarations, by name.
  var prefixes: [Prefix] {
    entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { name, entry in
      Prefix(
        unchecked: String(decoding: name, as: UTF8.self),
        namespace: String(
          decoding: bytes[entry.start + 1..<entry.start + entry.count], as: UTF8.self))
    }
  }

  private func isSame(_ entry: Entry, as namespace: Span<UInt8>) -> Bool {
    bytes.span.extracting(entry.start + 1..<entry.start + entry.count).hasSameBytes(as: namespace)
  }

  /// Appends a namespace and tells where it begins.
  private mutating func append(_ namespace: Span<UInt8>) -> Int {
    let start = bytes.count - TermBytes.slack
    bytes.removeLast(TermBytes.slack)
    bytes.append(UInt8(ascii: "<"))
    bytes.append(copying: namespace)
    bytes.append(contentsOf: repeatElement(0, count: TermBytes.slack))
    return start
  }

  /// Drops the bytes of namespaces that no name has any more.
  private mutating func collect() {
    let old = bytes
    bytes = [UInt8](repeating: 0, count: TermBytes.slack)
    garbage = 0
    for (name, entry) in entries {
      var moved = entry
      moved.start = append(old.span.extracting(entry.start + 1..<entry.start + entry.count))
      entries[name] = moved
      setSlot(of: name, to: moved)
    }
  }

  // MARK: Short names

  private mutating func setSlot(of name: [UInt8], to entry: Entry) {
    guard name.count <= Self.longestShortName else { return }
    let (low, high) = Self.key(of: name)
    if usedSlots * 2 >= slots.count { growSlots() }
    let index = slotIndex(low, high)
    if slots[index].low == 0 { usedSlots += 1 }
    let isOpen = entry.isOpen && entry.start + entry.count <= Int(Int32.max)
    slots[index] = Slot(
      low: low, high: high, start: Int32(truncatingIfNeeded: entry.start),
      count: isOpen ? Int32(entry.count) : 0)
  }

  private mutating func growSlots() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.low != 0 { slots[slotIndex(slot.low, slot.high)] = slot }
  }

  /// The place of a key, or the empty one where it belongs.
  private func slotIndex(_ low: UInt64, _ high: UInt64) -> Int {
    var index = hash(low, high) & (slots.count - 1)
    while slots[index].low != 0, slots[index].low != low || slots[index].high != high {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  @inline(__always)
  private func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let product = (low ^ seed).multipliedFullWidth(by: high ^ 0xA076_1D64_78BD_642F)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private static func key(of name: [UInt8]) -> (UInt64, UInt64) {
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in (name + [UInt8(ascii: ":")]).enumerated() {
      if index < 8 {
        words.0 |= UInt64(byte) << UInt64(8 * index)
      } else {
        words.1 |= UInt64(byte) << UInt64(8 * index - 64)
      }
    }
    return words
  }

  /// Whether a namespace is ``Entry/isOpen``.
  private static func isOpen(_ namespace: Span<UInt8>) -> Bool {
    guard IRISyntax.firstFault(in: namespace) == nil else { return false }
    var position = 0
    while namespace[position] != UInt8(ascii: ":") { position += 1 }
    let slash = UInt8(ascii: "/")
    guard position + 2 < namespace.count, namespace[position + 1] == slash,
      namespace[position + 2] == slash
    else {
      // Behind a single colon a second slash could still begin an authority, but no name has one.
      return true
    }
    for offset in position + 3..<namespace.count {
      let byte = namespace[offset]
      if byte == slash || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return true }
    }
    return false
  }
}
