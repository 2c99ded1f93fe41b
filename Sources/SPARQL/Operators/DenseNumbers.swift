import QuadStore

/// Numbers from 0 for some terms of a store, in ascending order of the terms.
///
/// A bit for each term of the store, and for each word of bits how many are set before it: some ten
/// times less than a number for each term, so that it stays near the processor and costs little to
/// make for few terms.
struct DenseNumbers {
  private var bits: [UInt64]
  /// By word, how many bits are set in those before it.
  private var before: [UInt32] = []
  /// How many terms have a number.
  private(set) var count = 0

  /// No numbers yet, for terms up to the largest of a store.
  init(storedTermCount: Int) {
    bits = [UInt64](repeating: 0, count: storedTermCount / 64 + 1)
  }

  /// How many bytes are held.
  var memory: Int { bits.count * (MemoryLayout<UInt64>.size + MemoryLayout<UInt32>.size) }

  /// Marks a term of the store, before numbers are given.
  @inline(__always)
  mutating func mark(_ term: TermID) { bits[Int(term >> 6)] |= 1 << UInt64(term & 63) }

  /// Gives numbers to the terms that were marked.
  mutating func number() {
    before.reserveCapacity(bits.count)
    for word in bits {
      before.append(UInt32(truncatingIfNeeded: count))
      count += word.nonzeroBitCount
    }
  }

  /// The number of a term that has one.
  @inline(__always)
  subscript(term: TermID) -> Int {
    let word = Int(term >> 6)
    let lower = bits[word] & (1 &<< UInt64(term & 63) &- 1)
    return Int(before[word]) &+ lower.nonzeroBitCount
  }

  /// The number of a term; nil if it has none.
  func number(of term: TermID) -> Int? {
    guard Int(term >> 6) < bits.count, bits[Int(term >> 6)] & 1 << UInt64(term & 63) != 0 else {
      return nil
    }
    return self[term]
  }

  /// The terms that have numbers, in order of these.
  var terms: [TermID] {
    var terms: [TermID] = []
    terms.reserveCapacity(count)
    for (index, word) in bits.enumerated() {
      var left = word
      while left != 0 {
        terms.append(TermID(truncatingIfNeeded: index * 64 + left.trailingZeroBitCount))
        left &= left - 1
      }
    }
    return terms
  }
}
