import RDF

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
    case pages(LargePages.Pages)
    case file(MappedFile)
  }

  /// From how many bytes on memory is pages of its own.
  private static let leastPages = 1 << 18

  /// Memory for so many elements, not yet written; of much of it only what is written is taken from the
  /// system.
  init(elements count: Int) {
    self.count = count
    let byteCount = count * MemoryLayout<UInt32>.stride
    guard byteCount >= Self.leastPages, let pages = LargePages.map(byteCount: byteCount) else {
      start = .allocate(capacity: max(count, 1))
      owner = .allocator
      return
    }
    start = pages.start.bindMemory(to: UInt32.self, capacity: count)
    owner = .pages(pages)
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
    case .pages(let pages): LargePages.unmap(pages)
    case .file: break
    }
  }
}
