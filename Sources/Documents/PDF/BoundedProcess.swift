import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One run of a program within bounds of time, memory and output.
///
/// The program runs in a process group of its own, with an empty environment but for its locale and
/// search path; whatever ends the run, the whole group is ended and the program reaped before
/// ``run(input:)`` returns. Runs may go on side by side.
struct BoundedProcess {
  /// Path of the program.
  var program: String
  /// What follows the program's name.
  var arguments: [String]
  /// Longest run in seconds.
  var seconds: Double
  /// Most bytes on standard output.
  var outputBytes: Int
  /// Most bytes of address space, where the system can bound it.
  var memoryBytes: Int

  /// How a run ended.
  enum Ending: Hashable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal that was not ours.
    case signalled(Int32)
    /// It took longer than it may.
    case tooSlow
    /// It wrote more than it may.
    case tooMuchOutput
    /// The task that ran it was cancelled.
    case cancelled
  }

  /// What came of a run.
  struct Outcome {
    var ending: Ending
    /// Standard output.
    var output: [UInt8]
    /// The first 64 KB of standard error.
    var complaint: [UInt8]
  }

  /// Sets the bounds and then becomes the program, so that they hold from its first instruction.
  ///
  /// Where a bound cannot be set, the run goes on under the others.
  private static let script = """
    ulimit -c 0 2>/dev/null; ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null
    shift 2; exec "$@"
    """

  /// Bytes of standard error that are kept.
  private static let complaintBytes = 64 << 10
  /// Milliseconds between two looks at the clock, the task and the program.
  private static let patience: Int32 = 50

  /// Runs the program to its end.
  ///
  /// - Parameter input: an open file that becomes standard input; it stays open.
  /// - Returns: how it ended, and what it wrote.
  /// - Throws: ``SystemFailure`` if no process can be made or watched.
  func run(input: Int32) throws(SystemFailure) -> Outcome {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var output = try Pipe()
    var errors = try Pipe()
    let process = try start(input: input, output: output.writeEnd, errors: errors.writeEnd)
    output.closeWriteEnd()
    errors.closeWriteEnd()
    var outcome = Outcome(ending: .exited(0), output: [], complaint: [])
    let broken: Ending?
    do throws(SystemFailure) {
      if let bound = try drain(output, errors, until: deadline, into: &outcome) {
        broken = bound
      } else {
        broken = try waitForExit(process, until: deadline)
      }
    } catch {
      _ = end(process)
      throw error
    }
    guard let status = end(process) else { throw SystemFailure(call: "waitpid", code: errno) }
    outcome.ending = broken ?? Self.ending(of: status)
    return outcome
  }

  // MARK: Starting

  private func start(
    input: Int32, output: Int32, errors: Int32
  ) throws(SystemFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let flags =
        POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGCHLD, SIGALRM] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let processorSeconds = Int(min(max(seconds, 0), 1e6).rounded(.up)) + 1
    let words =
      [
        "sh", "-c", Self.script, "sh", "\(processorSeconds)", "\(memoryBytes >> 10)", program,
      ] + arguments
    let environment = ["LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin"]
    var process: pid_t = 0
    let code = Self.withCStrings(words) { words in
      Self.withCStrings(environment) { environment in
        SpawnLock.shared.withLock { _ in
          posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environment)
        }
      }
    }
    guard code == 0 else { throw SystemFailure(call: "posix_spawn \(program)", code: code) }
    return process
  }

  /// Hands out texts as C has them: a list of pointers that ends with a null pointer.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }

  // MARK: Reading

  /// Reads both pipes to their ends.
  ///
  /// - Returns: the bound that was broken; nil if none was.
  private func drain(
    _ output: borrowing Pipe, _ errors: borrowing Pipe, until deadline: ContinuousClock.Instant,
    into outcome: inout Outcome
  ) throws(SystemFailure) -> Ending? {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var ends = [
      pollfd(fd: output.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while ends.contains(where: { $0.fd >= 0 }) {
      if Task.isCancelled { return .cancelled }
      if ContinuousClock.now >= deadline { return .tooSlow }
      let ready = poll(&ends, 2, Self.patience)
      if ready < 0, errno != EINTR { throw SystemFailure(call: "poll", code: errno) }
      guard ready > 0 else { continue }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count >= 0 else { throw SystemFailure(call: "read", code: errno) }
        if count == 0 {
          ends[index].fd = -1
        } else if index == 0 {
          guard outcome.output.count + count <= outputBytes else { return .tooMuchOutput }
          outcome.output.append(contentsOf: buffer[..<count])
        } else {
          let room = Self.complaintBytes - outcome.complaint.count
          outcome.complaint.append(contentsOf: buffer[..<min(count, room)])
        }
      }
    }
    return nil
  }

  // MARK: Ending

  /// Waits until the program has ended, without reaping it.
  private func waitForExit(
    _ process: pid_t, until deadline: ContinuousClock.Instant
  ) throws(SystemFailure) -> Ending? {
    while true {
      var info = siginfo_t()
      let code = waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT | WNOHANG)
      if code < 0, errno != EINTR { throw SystemFailure(call: "waitid", code: errno) }
      if code == 0, info.si_signo != 0 { return nil }
      if Task.isCancelled { return .cancelled }
      if ContinuousClock.now >= deadline { return .tooSlow }
      usleep(2_000)
    }
  }

  /// Ends what is left of the program's group and reaps the program.
  ///
  /// The group cannot be another's: its number is taken as long as the program is not reaped.
  ///
  /// - Returns: its wait status; nil if the system does not give it, the reason then in `errno`.
  private func end(_ process: pid_t) -> Int32? {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status
  }

  /// The meaning of a wait status.
  private static func ending(of status: Int32) -> Ending {
    let signal = status & 0x7F
    if signal == SIGXCPU { return .tooSlow }
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
