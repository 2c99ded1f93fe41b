import ArgumentParser
import SPARQL

/// What a query may take before it is ended.
struct QueryLimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Longest time of a query.", valueName: "seconds"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Most rows of an answer.", valueName: "n"))
  var maxRows: Int?

  @Option(help: ArgumentHelp("Most memory of a query, in MB.", valueName: "MB"))
  var maxMemory: Int?

  /// What was asked for.
  var limits: QueryLimits {
    QueryLimits(
      timeout: timeout.map { .seconds($0) }, maximumRows: maxRows,
      maximumMemory: maxMemory.map { $0 * 1_000_000 })
  }

  func validate() throws {
    if let timeout, timeout <= 0 { throw ValidationError("--timeout: more than no time.") }
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows: not less than none.") }
    if let maxMemory, maxMemory < 1 { throw ValidationError("--max-memory: at least 1 MB.") }
  }
}
