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
  func start() throws -> Ending {
    let ending = Ending()
    terminationHandler = { _ in ending.semaphore.signal() }
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
