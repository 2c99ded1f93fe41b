public import Synchronization

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
/// note may be written twice. A class, because it owns the memory. Unchecked: the words are atomic.
public final class TermNotes: @unchecked Sendable {
  @usableFromInline let words: UnsafeMutablePointer<Atomic<UInt64>>
  @usableFromInline let count: Int

  /// Notes for so many terms; the system gives memory to those that are written.
  init(count: Int) {
    self.count = count
    guard let memory = calloc(count + 1, MemoryLayout<Atomic<UInt64>>.stride) else {
      fatalError("no memory for the notes of \(count) terms")
    }
    // An atomic number in memory is that number.
    words = memory.bindMemory(to: Atomic<UInt64>.self, capacity: count + 1)
  }

  deinit { free(words) }

  /// The note of a term.
  ///
  /// - Precondition: the store gave the number.
  @inlinable
  public subscript(id: UInt32) -> UInt64 {
    @inline(__always) get {
      precondition(Int(id) <= count, "a note is of a term of the store")
      return words[Int(id)].load(ordering: .relaxed)
    }
    @inline(__always) set {
      precondition(Int(id) <= count, "a note is of a term of the store")
      words[Int(id)].store(newValue, ordering: .relaxed)
    }
  }
}
