#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Asks the system to give memory in large pages.
///
/// Look-ups all over tens of megabytes wait less then, since the processor knows where large pages lie,
/// and writing for the first time is interrupted once for two megabytes and not once for four
/// kilobytes. It is advice and nothing more: what the system makes of it changes no result.
package enum LargePages {
  /// The size of a large page, in bytes; advice about less memory is of no use.
  package static let size = 1 << 21

  /// Asks for large pages in memory that was not written yet.
  ///
  /// Linux alone is asked, which leaves it to programs as a rule.
  package static func advise(_ memory: UnsafeRawBufferPointer) {
    #if os(Linux)
      guard memory.count >= size, let start = memory.baseAddress else { return }
      // The call takes whole pages only; those at the edges may hold what is not ours.
      let page = max(sysconf(Int32(_SC_PAGESIZE)), 1)
      let gap = (page - Int(bitPattern: start) % page) % page
      let length = (memory.count - gap) / page * page
      // Where the system knows no large pages it says so, and all stays as it is.
      _ = madvise(UnsafeMutableRawPointer(mutating: start + gap), length, madviseHugePage)
    #endif
  }

  #if os(Linux)
    /// `MADV_HUGEPAGE` of `madvise(2)`.
    private static let madviseHugePage: Int32 = 14
  #endif
}

extension Array where Element: BitwiseCopyable {
  /// Makes room for so many more elements: at least doubled, and in large pages where that is much.
  ///
  /// - Complexity: O(1) for each element that is appended later, on average.
  package mutating func makeLargeRoom(for count: Int) {
    guard capacity - self.count < count else { return }
    self = Array(unsafeUninitializedCapacity: Swift.max(capacity * 2, self.count + count)) {
      memory, initialized in
      LargePages.advise(UnsafeRawBufferPointer(memory))
      initialized = self.withUnsafeBufferPointer { elements in
        _ = memory.initialize(fromContentsOf: elements)
        return elements.count
      }
    }
  }
}
