import Claims
import Diagnostics
import Foundation

/// Claims as [JSON Lines](https://jsonlines.org): one document to a line, nothing lost.
///
/// docs/claims.schema.json describes a line.
public enum ClaimLines {
  /// The line of a document that was read, ending with a line feed; members in order of their names.
  ///
  /// - Returns: nothing for a document that could not be read.
  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  public static func line(of outcome: DocumentOutcome) throws -> [UInt8] {
    guard let line = ClaimLine(outcome) else { return [] }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(line)) + [UInt8(ascii: "\n")]
  }

  /// The documents of some files of lines, in the order of their keys, whatever that of the lines.
  ///
  /// A line that stands twice counts once: who hands out work again gets its lines again.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read, a line that is none of claims, and two
  ///   different lines of one document.
  static func outcomes(ofFiles paths: [String]) throws(PipelineError) -> [DocumentOutcome] {
    var outcomes: [String: DocumentOutcome] = [:]
    var places: [String: (place: String, digest: String)] = [:]
    for path in paths {
      let bytes: [UInt8]
      do throws(FileFailure) {
        bytes = try FileSystem.read(FileSystem.openable(path))
      } catch {
        throw PipelineError(path, reason: error)
      }
      var number = 0
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        number += 1
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        let place = "\(path):\(number)"
        let outcome = try outcome(ofLine: Array(line), at: place)
        let key = outcome.documentKey ?? ""
        let digest = SHA256.hexadecimal(of: Array(line))
        if let known = places[key] {
          guard known.digest == digest else {
            throw PipelineError(
              .badInput,
              Message(
                en:
                  "\(place): the document “\(key)” stands in \(known.place) too, with other claims",
                id: "\(place): dokumen “\(key)” juga ada di \(known.place), dengan klaim lain"))
          }
          continue
        }
        places[key] = (place, digest)
        outcomes[key] = outcome
      }
    }
    return outcomes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }

  private static func outcome(
    ofLine line: [UInt8], at place: String
  ) throws(PipelineError) -> DocumentOutcome {
    func fault(_ reason: String) -> PipelineError {
      PipelineError(
        .badInput,
        Message(
          en: "\(place):1: not a line of claims (docs/claims.schema.json): \(reason)",
          id: "\(place):1: bukan baris klaim (docs/claims.schema.json): \(reason)"))
    }
    let read: ClaimLine
    do {
      read = try JSONDecoder().decode(ClaimLine.self, from: Data(line))
    } catch let error as DecodingError {
      throw fault(Self.reason(error))
    } catch {
      throw fault("\(error)")
    }
    guard !read.claims.documentKey.isEmpty else { throw fault("documentKey is empty") }
    if let place = read.claims.unsoundPosition { throw fault("\(place) leads nowhere") }
    return read.outcome
  }

  private static func reason(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(path(context)).\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      let place = path(context)
      return place.isEmpty ? context.debugDescription : "\(place): \(context.debugDescription)"
    @unknown default: return "\(error)"
    }
  }
}
