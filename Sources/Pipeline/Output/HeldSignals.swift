import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Interruptions and requests to end, kept waiting while files change their places.
///
/// They are handled when nobody holds them any more; none is lost. The handler is that of
/// ``Leftovers/removeOnInterruption()``: without it there is nothing to keep, and the system ends the
/// program at once.
package enum HeldSignals {
  /// How many hold them.
  private static let holders = Atomic<Int>(0)
  /// The signal that waits; 0 if none does.
  private static let waiting = Atomic<Int32>(0)
  /// Whether the handler is ending the program, or finding out if it may.
  private static let isEnding = Atomic<Bool>(false)

  /// Does something that no interruption may cut short.
  ///
  /// - Throws: what the body throws.
  package static func during<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    holders.add(1, ordering: .sequentiallyConsistent)
    defer { release() }
    // Either the handler sees the holder, or the holder waits for what the handler does.
    while isEnding.load(ordering: .sequentiallyConsistent) { usleep(100) }
    return try body()
  }

  private static func release() {
    let left = holders.subtract(1, ordering: .sequentiallyConsistent).newValue
    guard left == 0 else { return }
    let number = waiting.exchange(0, ordering: .sequentiallyConsistent)
    // To the process: this thread may hold signals back, as those of Dispatch do.
    if number != 0 { kill(getpid(), number) }
  }

  /// Whether the handler may end the program now; if not, the signal comes again by itself.
  ///
  /// It only uses atomic values, as a signal handler must.
  package static func mayEnd(for number: Int32) -> Bool {
    isEnding.store(true, ordering: .sequentiallyConsistent)
    guard holders.load(ordering: .sequentiallyConsistent) > 0 else { return true }
    waiting.store(number, ordering: .sequentiallyConsistent)
    isEnding.store(false, ordering: .sequentiallyConsistent)
    // The last holder may have looked just before the signal was there to see.
    return holders.load(ordering: .sequentiallyConsistent) == 0
      && waiting.exchange(0, ordering: .sequentiallyConsistent) != 0
  }
}
