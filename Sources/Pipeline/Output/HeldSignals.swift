#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Interruptions and requests to end, kept waiting.
struct HeldSignals {
  private let earlier: [(signal: Int32, handler: sigaction)]

  init() {
    var earlier: [(Int32, sigaction)] = []
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var ignoring = sigaction()
      #if canImport(Glibc)
        ignoring.__sigaction_handler.sa_handler = SIG_IGN
      #else
        ignoring.__sigaction_u.__sa_handler = SIG_IGN
      #endif
      var before = sigaction()
      if sigaction(signal, &ignoring, &before) == 0 { earlier.append((signal, before)) }
    }
    self.earlier = earlier
  }

  func release() {
    for (signal, handler) in earlier {
      var handler = handler
      _ = sigaction(signal, &handler, nil)
    }
  }
}
