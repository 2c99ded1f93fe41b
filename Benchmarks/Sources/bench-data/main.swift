import BenchmarkData

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

func note(_ message: String) {
  // Not by `stderr`, a global variable of C that Swift holds unsafe.
  let line = Array("bench-data: \(message)\n".utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

func run(_ command: Command) throws(CommandError) {
  let file = try OutputFile(command.output)
  let summary = try command.data.write { (bytes) throws(CommandError) in try file.append(bytes) }
  guard let known = command.data.knownChecksum else {
    try file.finish()
    return note("\(summary.statements) statements, SHA-256 \(summary.checksum), not known before")
  }
  guard known == summary.checksum else {
    throw CommandError(
      status: 1, message: "the SHA-256 is \(summary.checksum) and must be \(known)")
  }
  try file.finish()
  note("\(summary.statements) statements, checksum as it must be")
}

do throws(CommandError) {
  let command = try Command(CommandLine.arguments.dropFirst())
  if command.wantsHelp {
    print(Command.usage)
  } else {
    try run(command)
  }
} catch {
  note(error.message)
  exit(error.status)
}
