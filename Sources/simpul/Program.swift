import ArgumentParser
import Diagnostics
import Pipeline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the command that the arguments name and ends with its exit status.
enum Program {
  /// Everything that ends the program badly comes through here, so that the exit status is decided
  /// in one place: argument-parser's own mistakes end with 2 instead of its 64.
  static func main() async {
    Leftovers.removeOnInterruption()
    // A file beyond the limit of the process is refused by a reason then, and ends nothing.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try SimpulCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as PipelineError {
      Terminal.fail(error.message, status: ExitStatus(error.kind))
    } catch let status as ExitStatus {
      Terminal.exit(status)
    } catch {
      let message = SimpulCommand.fullMessage(for: error)
      if SimpulCommand.exitCode(for: error).isSuccess {
        // Help and version are what was asked for.
        Terminal.write(message.isEmpty ? "" : "\(message)\n")
        Terminal.exit(.done)
      }
      Terminal.note(message)
      Terminal.exit(.unusableArguments)
    }
  }
}
