import RDF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory of columns: given by the system, or a part of a mapped file.
///
/// A class, because it owns the memory and gives it back.
package final class ColumnMemory: @unchecked Sendable {
  // Unchecked: the memory is written only before it is shared, by threads that each have a part.
  let start: UnsafeMutablePointer<UInt32>
  private let count: Int
  private let owner: Owner

  /// Who has to give the memory back.
  private enum Owner {
    case allocator
    /// Pages of the system's own, which have it back at once: an allocator would keep them for
    /// later, while columns are made and given up one after the other.
    case pages(byteCount: Int)
    case file(MappedFile)
  }

  /// From how many bytes on memory is pages of its own.
  private static let leastPages = 1 << 18

  /// Memory for so many elements, not yet written.
  init(elements count: Int) {
    self.count = count
    let byteCount = count * MemoryLayout<UInt32>.stride
    guard byteCount >= Self.leastPages,
      let pages = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      pages != MAP_FAILED
    else {
      start = .allocate(capacity: max(count, 1))
      owner = .allocator
      return
    }
    LargePages.advise(UnsafeRawBufferPointer(start: pages, count: byteCount))
    start = pages.bindMemory(to: UInt32.self, capacity: count)
    owner = .pages(byteCount: byteCount)
  }

  /// A part of a mapped file, which is kept.
  init(_ start: UnsafePointer<UInt32>, count: Int, of file: MappedFile) {
    self.start = UnsafeMutablePointer(mutating: start)
    self.count = count
    owner = .file(file)
  }

  var elements: UnsafeMutableBufferPointer<UInt32> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  deinit {
    switch owner {
    case .allocator: start.deallocate()
    case .pages(let byteCount): munmap(start, byteCount)
    case .file: break
    }
  }
}
