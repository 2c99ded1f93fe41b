import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output for results, standard error for everything else.
enum Terminal {
  /// Writes a result to standard output.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes a result to standard output; ends the program if it cannot be taken.
  static func write(_ bytes: [UInt8]) {
    if !put(bytes, to: STDOUT_FILENO) {
      let reason = String(cString: strerror(errno))
      fail(
        Message(en: "standard output: \(reason)", id: "keluaran standar: \(reason)"),
        status: .inputOutput)
    }
  }

  /// Writes a line to standard error.
  static func note(_ text: String) {
    // Where not even standard error takes anything there is nobody left to tell.
    _ = put(Array("\(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes to standard error without ending the line.
  static func notePart(_ text: String) { _ = put(Array(text.utf8), to: STDERR_FILENO) }

  /// Whether a person watches standard error.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal that shows results; nil where no terminal does.
  static var width: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Whether a person watches standard output and did not ask for plain text
  /// ([NO_COLOR](https://no-color.org)).
  static var showsColours: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }

  /// Whether a person types and reads.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Tells what went wrong and ends the program.
  static func fail(_ message: Message, status: ExitStatus) -> Never {
    note("simpul: \(message.text(in: MessageLanguage.chosen))")
    exit(status)
  }

  /// Ends the program.
  static func exit(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }

  private static func put(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        #if canImport(Glibc)
          let count = Glibc.write(
            file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #else
          let count = Darwin.write(
            file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        written += count
      }
      return true
    }
  }
}
