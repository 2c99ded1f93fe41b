import Diagnostics
import Foundation
import Pipeline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor of the user: `$VISUAL`, else `$EDITOR`, else vi.
enum TextEditor {
  /// Lets the user change a text in the editor.
  ///
  /// - Returns: the text as it was left; nil if the editor ended with an error, which is how one
  ///   gives up.
  /// - Throws: `PipelineError` if the editor or the file for the text cannot be used.
  static func edited(_ text: String) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    let editor =
      [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
    let file = FileManager.default.temporaryDirectory
      .appending(path: "simpul-decision-\(UUID().uuidString).yaml")
    do {
      try Data(text.utf8).write(to: file, options: .withoutOverwriting)
      defer {
        // What resists is a file too many in the folder for such files.
        _ = unlink(file.path)
      }
      // The variable may hold arguments too, as POSIX has it.
      guard try run(["/bin/sh", "-c", "\(editor) \"$1\"", "sh", file.path]) == 0 else { return nil }
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    } catch {
      throw PipelineError(
        .inputOutput,
        Message(
          en: "\(editor): \(error.localizedDescription)",
          id: "\(editor): \(error.localizedDescription)"))
    }
  }

  /// Runs a program in the foreground of the terminal and gives its wait status.
  ///
  /// `Foundation.Process` would put it in a group of its own, which may not read the terminal.
  private static func run(_ words: [String]) throws -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    var variables =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let failure = posix_spawn(&process, words[0], nil, nil, &arguments, &variables)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOEXEC) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
    }
    return status
  }
}
