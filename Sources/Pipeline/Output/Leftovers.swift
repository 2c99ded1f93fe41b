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
  /// Paths as C strings, in the order in which they were made.
  ///
  /// The signal handler reads them, and may take no lock. It only ever sees whole pointers: an entry is written after its text and cleared
  /// before it is freed, and texts are freed only while no interruption can come in between.
  private nonisolated(unsafe) static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> =
    {
      let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
      paths.initialize(repeating: nil, count: capacity)
      return paths
    }()
  private static let capacity = 64
  private static let writing = Mutex(())

  /// Removes what is registered when the program is told to end, and ends it then as it would have.
  ///
  /// Signals that the program was started to ignore stay ignored.
  public static func removeOnInterruption() {
    _ = paths
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
      guard let place = (0..<capacity).first(where: { paths[$0] == nil }) else { return }
      paths[place] = strdup(path)
    }
  }

  /// Forgets a path: it is at its final place, or gone.
  static func remove(_ path: String) {
    writing.withLock { _ in
      for place in 0..<capacity {
        guard let text = paths[place], strcmp(text, path) == 0 else { continue }
        let held = HeldSignals()
        paths[place] = nil
        free(text)
        held.release()
      }
    }
  }

  /// The handler: only calls that POSIX allows in one.
  private static let removeAllAndEnd: @convention(c) (Int32) -> Void = { number in
    for place in (0..<capacity).reversed() {
      guard let path = paths[place] else { continue }
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
