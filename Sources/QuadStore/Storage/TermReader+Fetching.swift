internal import CPrefetch

/// Asking the memory for terms before they are read, in loops that read terms far from each other.
///
/// What is asked for need not be there, and is not verified: nothing is read of it here but where it
/// lies.
extension TermReader {
  /// How many terms ahead of the one that is read ``fetchEnds(of:)`` is of use.
  package static let endsAhead = 24
  /// How many terms ahead of the one that is read ``fetchBytes(of:)`` is of use.
  package static let bytesAhead = 12
  private static let mostBytes = 1024
  private static let lineBytes = 64

  /// Asks for where a term lies.
  package func fetchEnds(of id: UInt32) {
    let index = Int(id)
    guard index >= 1, index < ends.count, let start = ends.baseAddress else { return }
    simpul_prefetch(start + (index &- 1))
  }

  /// Asks for the first bytes of a term, for which it looks where that lies.
  package func fetchBytes(of id: UInt32) {
    let index = Int(id)
    guard index >= 1, index < ends.count, let start = bytes.baseAddress else { return }
    let (lower, upper) = (ends[index &- 1], ends[index])
    guard lower >= 0, lower < upper, upper <= bytes.count else { return }
    for offset in stride(from: 0, to: min(upper &- lower, Self.mostBytes), by: Self.lineBytes) {
      simpul_prefetch(start + (lower &+ offset))
    }
  }
}
