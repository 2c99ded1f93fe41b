import Foundation
import RDF
public import SPARQL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long a query takes in a process that has the data already.
public struct QueryTiming: Encodable, Sendable {
  /// The name of the query.
  public let query: String
  /// How many solutions or triples the answer has; 1 for yes or no.
  public let rows: Int
  /// How often it was answered.
  public let runs: Int
  /// The median of the processor time, all threads together, in milliseconds.
  public let processorMilliseconds: Double
  /// The median of the time on the clock, in milliseconds.
  public let wallMilliseconds: Double
}

extension QueryTiming {
  /// Writes times to a file as JSON: an array in the order of the queries.
  ///
  /// - Throws: ``PipelineError`` if the system refuses.
  public static func write(_ timings: [QueryTiming], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let output = try ConversionOutput(path)
    do {
      try output.write([UInt8](try encoder.encode(timings)) + [0x0A])
      try output.finish()
    } catch let error as FileFailure {
      throw PipelineError(path, reason: error)
    }
  }
}

extension QuerySession {
  /// Answers a query so many times, after once for warming up, and writes nothing.
  ///
  /// The time counts from the query as parsed to the last solution; solutions are numbers of terms
  /// then, whose texts are made when they are written.
  /// - Throws: as ``answer(_:)`` does.
  public func measure(
    _ query: Query, name: String, runs: Int
  ) throws(PipelineError) -> QueryTiming {
    var rows = 0
    var processor: [Double] = []
    var wall: [Double] = []
    for run in 0...runs {
      let before = (Self.seconds(CLOCK_PROCESS_CPUTIME_ID), Self.seconds(CLOCK_MONOTONIC))
      switch try result(of: query) {
      case .solutions(let solutions): rows = solutions.count
      case .boolean: rows = 1
      case .graph(let triples): rows = triples.count
      }
      guard run > 0 else { continue }
      processor.append((Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - before.0) * 1000)
      wall.append((Self.seconds(CLOCK_MONOTONIC) - before.1) * 1000)
    }
    return QueryTiming(
      query: name, rows: rows, runs: runs, processorMilliseconds: Self.median(processor),
      wallMilliseconds: Self.median(wall))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
