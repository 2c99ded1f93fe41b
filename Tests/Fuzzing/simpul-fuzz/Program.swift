import CLibFuzzer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs libFuzzer on one target: `simpul-fuzz TARGET [option or folder]…`.
///
/// `simpul-fuzz TARGET --dictionary` prints the dictionary of a target instead.
@main
enum Program {
  /// Set once, before the fuzzer starts; C calls back without a context.
  nonisolated(unsafe) private static var target = FuzzTarget.iri

  static func main() {
    guard CommandLine.arguments.count > 1, let target = FuzzTarget(name: CommandLine.arguments[1])
    else {
      print("simpul-fuzz: give one of \(FuzzTarget.names.joined(separator: ", "))")
      exit(2)
    }
    if CommandLine.arguments.dropFirst(2).contains("--dictionary") {
      for token in target.tokens { print(quoted(token)) }
      return
    }
    self.target = target
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    // libFuzzer takes the target's name for a corpus folder unless it is gone.
    CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
    arguments = arguments.map { $0 + 1 }
    count -= 1
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
        let input = Array(UnsafeBufferPointer(start: bytes, count: size))
        do {
          try Program.target.check(input)
        } catch {
          fatalError("\(error)")
        }
        return 0
      })
  }

  /// A token as dictionaries of libFuzzer have it.
  private static func quoted(_ token: [UInt8]) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    let bytes = token.map { "\\x\(hexadecimal[Int($0 >> 4)])\(hexadecimal[Int($0 & 15)])" }
    return "\"\(bytes.joined())\""
  }
}
