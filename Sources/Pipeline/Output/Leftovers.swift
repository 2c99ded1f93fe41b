import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Hidden files and folders of work that is under way, to be removed if the program is interrupted.
///
/// Where no room is left for a path, nothing is lost but the tidying up after an interruption.
public enum Leftovers {
  /// One path as a C string; nil where there is none.
  private typealias Place = Atomic<UnsafeMutablePointer<CChar>?>

  /// Paths in the order in which they were made.
  ///
  /// The signal handler takes no lock, but a text: whoever exchanges it for nil has it alone.
  private nonisolated(unsafe) static let places: UnsafeMutablePointer<Place> = {
    let places = UnsafeMutablePointer<Place>.allocate(capacity: capacity)
    for place in 0..<capacity { (places + place).initialize(to: Place(nil)) }
    return places
  }()
  private static let capacity = 64
  private static let writing = Mutex(())

  /// Removes what is registered when the program is told to end, and ends it then as it would have.
  ///
  /// Signals that the program was started to ignore stay ignored.
  public static func removeOnInterruption() {
    _ = places
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      guard sigaction(signal, nil, &action) == 0, !ignores(action) else { continue }
      var handler = sigaction()
      #if canImport(Glibc)
        handler.__sigaction_handler.sa_handler = removeAllAndEnd
      #else
        handler.__sigaction_u.__sa_handler = removeAllAndEnd
      #endif
      // What cannot be handled ends the program as before.
      _ = sigaction(signal, &handler, nil)
    }
  }

  /// Registers a file or an empty folder; what was registered later is removed first.
  static func add(_ path: String) {
    writing.withLock { _ in
      let free = (0..<capacity).first { places[$0].load(ordering: .acquiring) == nil }
      if let free { places[free].store(strdup(path), ordering: .releasing) }
    }
  }

  /// Forgets a path: it is at its final place, or gone.
  static func remove(_ path: String) {
    writing.withLock { _ in
      for place in 0..<capacity {
        guard let text = places[place].load(ordering: .acquiring), strcmp(text, path) == 0,
          places[place].exchange(nil, ordering: .acquiringAndReleasing) != nil
        else { continue }
        free(text)
      }
    }
  }

  /// The handler: only calls that POSIX allows in one.
  private static let removeAllAndEnd: @convention(c) (Int32) -> Void = { number in
    guard HeldSignals.mayEnd(for: number) else { return }
    for place in (0..<capacity).reversed() {
      guard let path = places[place].exchange(nil, ordering: .acquiringAndReleasing) else {
        continue
      }
      if unlink(path) != 0 { rmdir(path) }
    }
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func ignores(_ action: sigaction) -> Bool {
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
