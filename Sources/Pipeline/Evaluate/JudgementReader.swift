import Diagnostics
import Foundation

/// Reads judgements of claims: lines of JSON as ``ClaimSheet/jsonl`` writes them, with `right` and
/// `reason` added, or a table of comma-separated values whose first line names these columns.
///
/// `right` is `yes` or `no`, also `ya` or `tidak`, or true or false; what is missing or empty is not
/// judged yet.
package enum JudgementReader {
  /// The judgements of a file, in its order; a name that ends with `.csv` is a table.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read, and with file and line for the first
  ///   mistake in it: no id, an id given twice, a judgement that is none.
  package static func read(path: String) throws(PipelineError) -> [Judgement] {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    return try read(bytes, file: path)
  }

  /// The judgements in the bytes of a file of this name.
  ///
  /// - Throws: as ``read(path:)`` for what is in the file.
  package static func read(_ bytes: [UInt8], file: String) throws(PipelineError) -> [Judgement] {
    let lines = file.lowercased().hasSuffix(".csv") ? try table(bytes, file) : try json(bytes, file)
    var judgements: [Judgement] = []
    var seen: Set<String> = []
    for (line, members) in lines {
      guard let id = members.id?.trimmingCharacters(in: .whitespaces), !id.isEmpty else {
        throw mistake(file, line, Message(en: "expected an id", id: "diharapkan id"))
      }
      guard seen.insert(id).inserted else {
        throw mistake(
          file, line, Message(en: "\(id) is judged twice", id: "\(id) dinilai dua kali"))
      }
      judgements.append(
        Judgement(
          id: id, isRight: try isRight(members.right, file, line), reason: members.reason ?? "",
          predicate: members.predicate, rule: members.rule, confidence: members.confidence))
    }
    return judgements
  }

  private static func isRight(
    _ text: String?, _ file: String, _ line: Int
  ) throws(PipelineError) -> Bool? {
    switch text?.trimmingCharacters(in: .whitespaces).lowercased() {
    case nil, "": return nil
    case "yes", "ya", "true": return true
    case "no", "tidak", "false": return false
    case let other?:
      throw mistake(
        file, line,
        Message(
          en: "“\(other)” is no judgement; expected yes or no",
          id: "“\(other)” bukan penilaian; diharapkan ya atau tidak"))
    }
  }

  private static func json(
    _ bytes: [UInt8], _ file: String
  ) throws(PipelineError) -> [(line: Int, members: Members)] {
    let decoder = JSONDecoder()
    var lines: [(line: Int, members: Members)] = []
    let pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      guard !piece.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
      do {
        lines.append((number + 1, try decoder.decode(Members.self, from: Data(piece))))
      } catch let error as DecodingError {
        throw mistake(file, number + 1, reason(error, piece))
      } catch {
        throw mistake(file, number + 1, Message(en: "\(error)", id: "\(error)"))
      }
    }
    return lines
  }

  private static func reason(_ error: DecodingError, _ line: ArraySlice<UInt8>) -> Message {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      let path = JSONMistake.path(context.codingPath)
      return Message(
        en: "\(path): not of the type expected", id: "\(path): bukan tipe yang diharapkan")
    case .dataCorrupted(let context):
      let reason = JSONMistake.reason(context, in: line).text
      return Message(en: "not JSON: \(reason)", id: "bukan JSON: \(reason)")
    @unknown default: return Message(en: "\(error)", id: "\(error)")
    }
  }

  private static func table(
    _ bytes: [UInt8], _ file: String
  ) throws(PipelineError) -> [(line: Int, members: Members)] {
    let records: [CommaSeparatedValues.Record]
    do throws(SyntaxError) {
      records = try CommaSeparatedValues.records(of: bytes, file: file)
    } catch {
      throw PipelineError(error)
    }
    guard let heads = records.first?.fields, heads.contains("id"), heads.contains("right") else {
      throw mistake(
        file, 1,
        Message(
          en: "expected a first line that names the columns id, right and reason",
          id: "diharapkan baris pertama yang menyebut kolom id, right, dan reason"))
    }
    var lines: [(line: Int, members: Members)] = []
    for record in records.dropFirst() where record.fields != [""] {
      guard record.fields.count == heads.count else {
        throw mistake(
          file, record.line,
          Message(
            en: "expected \(heads.count) fields, found \(record.fields.count)",
            id: "diharapkan \(heads.count) kolom, ditemukan \(record.fields.count)"))
      }
      func field(_ name: String) -> String? {
        heads.firstIndex(of: name).map { record.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      var members = Members()
      members.id = field("id")
      members.right = field("right")
      members.reason = field("reason")
      members.predicate = field("predicate")
      members.rule = field("rule")
      if let text = field("confidence") {
        guard let confidence = Double(text) else {
          throw mistake(
            file, record.line,
            Message(
              en: "“\(text)” is no confidence; expected a number from 0 to 1",
              id: "“\(text)” bukan keyakinan; diharapkan bilangan dari 0 hingga 1"))
        }
        members.confidence = confidence
      }
      lines.append((record.line, members))
    }
    return lines
  }

  private static func mistake(_ file: String, _ line: Int, _ message: Message) -> PipelineError {
    PipelineError(
      .badInput,
      Message(
        en: "\(file):\(line): \(message.english)", id: "\(file):\(line): \(message.indonesian)"))
  }

  /// What a line tells of a claim.
  private struct Members: Decodable {
    private enum CodingKeys: String, CodingKey {
      case id, right, reason, predicate, rule, confidence
    }

    var id: String?
    var right: String?
    var reason: String?
    var predicate: String?
    var rule: String?
    var confidence: Double?

    init() {}

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      id = try members.decodeIfPresent(String.self, forKey: .id)
      do {
        right = try members.decodeIfPresent(String.self, forKey: .right)
      } catch DecodingError.typeMismatch {
        right = String(try members.decode(Bool.self, forKey: .right))
      }
      reason = try members.decodeIfPresent(String.self, forKey: .reason)
      predicate = try members.decodeIfPresent(String.self, forKey: .predicate)
      rule = try members.decodeIfPresent(String.self, forKey: .rule)
      confidence = try members.decodeIfPresent(Double.self, forKey: .confidence)
    }
  }
}
