import BenchmarkData

/// What the command line asks for.
struct Command {
  var data = BenchmarkData(scale: .hundredThousand, format: .nTriples)
  /// The file to write; nil is standard output.
  var output: String?
  /// True if only the usage is wanted.
  var wantsHelp = false

  static let usage = """
    Makes the benchmark graph and verifies its checksum.

    usage: bench-data [--scale N] [--format nt|nq|ttl|trig] [--seed N] [-o FILE]

      --scale N     statements wanted, like 1k, 100k, 1M, 5M (default 100k)
      --format F    syntax: nt, nq, ttl or trig (default nt)
      --seed N      another graph of the same shape (default 1)
      -o FILE       file to write (default: standard output)

    Checksums are known for seed 1 and the sizes \
    \(BenchmarkData.knownScales.map(\.description).joined(separator: ", ")).
    """

  /// Reads the arguments after the program's name.
  init(_ arguments: some Sequence<String>) throws(CommandError) {
    var rest = arguments.makeIterator()
    while let option = rest.next() {
      if option == "-h" || option == "--help" {
        wantsHelp = true
        continue
      }
      guard ["--scale", "--format", "--seed", "-o"].contains(option) else {
        throw CommandError(status: 2, message: "unknown argument \(option)")
      }
      guard let value = rest.next() else {
        throw CommandError(status: 2, message: "\(option) needs a value")
      }
      try take(value, for: option)
    }
  }

  private mutating func take(_ value: String, for option: String) throws(CommandError) {
    let invalid = CommandError(status: 2, message: "\(option) does not take \(value)")
    switch option {
    case "--scale":
      guard let scale = Scale(value) else { throw invalid }
      data.scale = scale
    case "--format":
      guard let format = DataFormat(rawValue: value) else { throw invalid }
      data.format = format
    case "--seed":
      guard let seed = UInt64(value) else { throw invalid }
      data.seed = seed
    default: output = value
    }
  }
}
