import Foundation
import Synchronization
import Testing

extension Process {
  /// Seconds that nothing which a test starts takes, whatever else the machine has to do; more where
  /// tests are run that take minutes by themselves.
  static let bound =
    ProcessInfo.processInfo.environment["SIMPUL_SOAK"] == nil ? 300.0 : 3600.0

  /// Starts the program and waits for its end.
  func runToEnd() throws {
    let ending = try start()
    ending.wait(for: self)
  }

  /// Starts the program; what comes back waits for its end.
  ///
  /// It takes signals as one from a terminal does: what a thread holds back or the tests were started
  /// to ignore would be held back and ignored by the program too, for Foundation hands both on.
  func start() throws -> Ending {
    let ending = Ending()
    terminationHandler = { _ in ending.semaphore.signal() }
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    try run()
    return ending
  }

  /// The end of a program, which is not waited for without bound.
  struct Ending {
    fileprivate let semaphore = DispatchSemaphore(value: 0)

    /// Waits for the end; a program that hangs is killed, and the test fails.
    func wait(for process: Process) {
      guard semaphore.wait(timeout: .now() + Process.bound) == .timedOut else { return }
      Issue.record("hangs: \((process.arguments ?? []).joined(separator: " "))")
      kill(process.processIdentifier, SIGKILL)
      semaphore.wait()
    }
  }
}
