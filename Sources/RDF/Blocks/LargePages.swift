#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
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

  /// Memory that consists of whole pages, in bytes.
  package typealias Pages = (start: UnsafeMutableRawPointer, byteCount: Int)

  /// New pages for at least so many bytes, which are 0; nil if the system has none.
  ///
  /// Much memory begins where a large page does, and ends where one does if little of that page is
  /// left over, so that small pages are few.
  package static func map(byteCount: Int) -> Pages? {
    guard byteCount >= size else { return pages(byteCount) }
    let left = (size - byteCount % size) % size
    let length = left <= size / 4 ? byteCount + left : byteCount
    // What lies before and behind is never touched and goes back at once.
    guard let (start, mapped) = pages(length + size) else { return nil }
    let gap = (size - Int(bitPattern: start) % size) % size
    if gap > 0 { munmap(start, gap) }
    let page = max(Int(sysconf(Int32(_SC_PAGESIZE))), 1)
    let end = (gap + length + page - 1) / page * page
    if end < mapped { munmap(start + end, mapped - end) }
    advise(UnsafeRawBufferPointer(start: start + gap, count: length))
    return (start + gap, length)
  }

  /// Gives pages back.
  package static func unmap(_ pages: Pages) { munmap(pages.start, pages.byteCount) }

  private static func pages(_ byteCount: Int) -> Pages? {
    guard
      let start = mmap(
        nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      start != MAP_FAILED
    else { return nil }
    return (start, byteCount)
  }
}

extension Array where Element: BitwiseCopyable {
  /// Makes room for so many more elements: at least doubled, and in large pages where that is much.
  ///
  /// Pages that are not written cost nothing, so that arrays of some megabytes grow in larger steps,
  /// which copy less.
  ///
  /// - Complexity: O(1) for each element that is appended later, on average.
  package mutating func makeLargeRoom(for count: Int) {
    guard capacity - self.count < count else { return }
    let steps = capacity * MemoryLayout<Element>.stride < 16 * LargePages.size ? 4 : 2
    self = Array(unsafeUninitializedCapacity: Swift.max(capacity * steps, self.count + count)) {
      memory, initialized in
      LargePages.advise(UnsafeRawBufferPointer(memory))
      initialized = self.withUnsafeBufferPointer { elements in
        _ = memory.initialize(fromContentsOf: elements)
        return elements.count
      }
    }
  }
}
