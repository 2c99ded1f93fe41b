import RDF
package import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A word for each term, in which whoever looks into terms again and again keeps what it saw; 0 until
/// then.
///
/// What is kept has to follow from the term alone: it does not matter then who comes first, and one
/// note may be written twice. Where there is no memory for them nothing is kept, and all is looked
/// into anew. A class, because it owns the memory. Unchecked: the words are atomic.
package final class TermNotes: @unchecked Sendable {
  /// The words; nil if there was no memory for them.
  @usableFromInline let words: UnsafeMutablePointer<Atomic<UInt64>>?
  @usableFromInline let count: Int

  /// Notes for so many terms; the system gives memory to those that are written.
  ///
  /// - Parameters:
  ///   - count: The largest number of a term.
  ///   - allocate: Gives so many zeros of so many bytes each, or nil.
  package init(
    count: Int, allocate: (_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? = calloc
  ) {
    self.count = count
    let size = MemoryLayout<Atomic<UInt64>>.stride
    let memory = allocate(count + 1, size)
    if let memory {
      LargePages.advise(UnsafeRawBufferPointer(start: memory, count: (count + 1) * size))
    }
    // An atomic number in memory is that number.
    words = memory?.bindMemory(to: Atomic<UInt64>.self, capacity: count + 1)
  }

  deinit { free(words) }

  /// The note of a term; 0 if none was kept.
  ///
  /// - Precondition: the store gave the number.
  @inlinable
  package subscript(id: UInt32) -> UInt64 {
    @inline(__always) get {
      precondition(Int(id) <= count, "a note is of a term of the store")
      guard let words else { return 0 }
      return words[Int(id)].load(ordering: .relaxed)
    }
    @inline(__always) set {
      precondition(Int(id) <= count, "a note is of a term of the store")
      guard let words else { return }
      words[Int(id)].store(newValue, ordering: .relaxed)
    }
  }
}
