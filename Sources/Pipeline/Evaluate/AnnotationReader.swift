internal import Claims
import Diagnostics
import Foundation

/// Reads annotations of documents from JSON; `docs/evaluation.md` tells the shape.
package struct AnnotationReader: Sendable {
  private let measure: Measure

  /// A reader that knows the names of classes by a measure.
  package init(measure: Measure) { self.measure = measure }

  /// The annotations in a file's bytes; `file` is the file as the user named it.
  ///
  /// - Throws: ``PipelineError`` with the place in the file, or the way down to the member that is
  ///   not as it should be, and with what was expected.
  package func read(_ bytes: [UInt8], file: String) throws(PipelineError) -> Annotations {
    let members: Members
    do {
      members = try JSONDecoder().decode(Members.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Self.failure(error, file: file, bytes: bytes)
    } catch {
      throw PipelineError(.badInput, Message(en: "\(file): \(error)", id: "\(file): \(error)"))
    }
    return try annotations(members, file: file)
  }

  private func annotations(
    _ members: Members, file: String
  ) throws(PipelineError) -> Annotations {
    var annotations = Annotations()
    annotations.document = members.document
    annotations.ignored = members.ignore ?? []
    annotations.scopeClasses = Set((members.scopeClasses ?? []).map(entityClass))
    annotations.scopePredicates = Set(
      (members.scopePredicates ?? []).map(Claims.Predicate.init(rawValue:)))
    var ids: Set<String> = []
    for (position, entity) in members.entities.enumerated() {
      guard ids.insert(entity.id).inserted else {
        throw Self.mistake(
          file, "entities[\(position)].id",
          Message(
            en: "“\(entity.id)” is the id of an entity before; expected one of its own",
            id: "“\(entity.id)” sudah menjadi id entitas sebelumnya; diharapkan id tersendiri"))
      }
      let name = entityClass(entity.class)
      guard measure.classes.contains(name) else {
        throw Self.mistake(
          file, "entities[\(position)].class",
          Message(
            en: "“\(entity.class)” is no class that is scored; expected one of: \(knownClasses)",
            id: "“\(entity.class)” bukan kelas yang dinilai; diharapkan salah satu dari: "
              + knownClasses))
      }
      annotations.entities.append(
        Annotations.Entity(
          id: entity.id, entityClass: name,
          otherClasses: Set((entity.altClasses ?? []).map(entityClass)), label: entity.label,
          aliases: entity.aliases ?? [], key: entity.key ?? entity.attributes?.key))
    }
    for (position, relation) in members.relations.enumerated() {
      guard ids.contains(relation.subject) else {
        throw Self.mistake(
          file, "relations[\(position)].subject",
          Message(
            en: "“\(relation.subject)” is the id of no entity",
            id: "“\(relation.subject)” bukan id entitas mana pun"))
      }
      let isValue = relation.objectType == "literal"
      guard isValue || ids.contains(relation.object.text) else {
        throw Self.mistake(
          file, "relations[\(position)].object",
          Message(
            en: "“\(relation.object.text)” is the id of no entity; "
              + "expected one, or \"objectType\": \"literal\" beside it",
            id: "“\(relation.object.text)” bukan id entitas mana pun; "
              + "diharapkan id, atau \"objectType\": \"literal\" di sampingnya"))
      }
      annotations.relations.append(
        Annotations.Relation(
          subject: relation.subject, predicate: Claims.Predicate(rawValue: relation.predicate),
          object: isValue ? .value(relation.object.text) : .entity(relation.object.text),
          isNeutral: relation.neutral ?? false, evidence: relation.evidence))
    }
    return annotations
  }

  private func entityClass(_ name: String) -> EntityClass {
    measure.sameClasses[name] ?? EntityClass(rawValue: name)
  }

  private var knownClasses: String {
    measure.classes.map(\.rawValue).sorted().joined(separator: ", ")
  }

  private static func mistake(_ file: String, _ path: String, _ message: Message) -> PipelineError {
    PipelineError(
      .badInput,
      Message(
        en: "\(file): \(path): \(message.english)", id: "\(file): \(path): \(message.indonesian)"))
  }

  private static func failure(
    _ error: DecodingError, file: String, bytes: [UInt8]
  ) -> PipelineError {
    switch error {
    case .typeMismatch(let type, let context):
      let expected = Message(describing: type)
      return mistake(
        file, JSONMistake.path(context.codingPath),
        Message(
          en: "expected \(expected.english)", id: "diharapkan \(expected.indonesian)"))
    case .valueNotFound(let type, let context):
      let expected = Message(describing: type)
      return mistake(
        file, JSONMistake.path(context.codingPath),
        Message(
          en: "expected \(expected.english), found null",
          id: "diharapkan \(expected.indonesian), ditemukan null"))
    case .keyNotFound(let key, let context):
      return mistake(
        file, JSONMistake.path(context.codingPath),
        Message(
          en: "the member “\(key.stringValue)” is missing",
          id: "anggota “\(key.stringValue)” tidak ada"))
    case .dataCorrupted(let context):
      let (reason, line) = JSONMistake.reason(context, in: bytes)
      let place = line.map { "\(file):\($0)" } ?? file
      return PipelineError(
        .badInput,
        Message(en: "\(place): not JSON: \(reason)", id: "\(place): bukan JSON: \(reason)"))
    @unknown default:
      return PipelineError(.badInput, Message(en: "\(file): \(error)", id: "\(file): \(error)"))
    }
  }
}

extension Message {
  /// What a member of JSON should have been.
  fileprivate init(describing type: any Any.Type) {
    switch type {
    case is String.Type: self.init(en: "a string", id: "teks")
    case is Bool.Type: self.init(en: "true or false", id: "true atau false")
    case is Double.Type, is Int.Type: self.init(en: "a number", id: "bilangan")
    case is [Any].Type: self.init(en: "an array", id: "larik")
    default: self.init(en: "an object", id: "objek")
    }
  }
}

/// The members of a file as they stand there.
private struct Members: Decodable {
  struct Entity: Decodable {
    var id: String
    var `class`: String
    var label: String
    var aliases: [String]?
    var altClasses: [String]?
    var key: String?
    var attributes: Attributes?
  }

  /// Those of a regulation make its key.
  struct Attributes: Decodable {
    var kind: Scalar?
    var year: Scalar?
    var number: Scalar?

    var key: String? {
      guard let kind, let year, let number else { return nil }
      return "\(kind.text)/\(year.text)/\(number.text)"
    }
  }

  struct Relation: Decodable {
    var subject: String
    var predicate: String
    var object: Scalar
    var objectType: String?
    var neutral: Bool?
    var evidence: String?
  }

  /// A text or a whole number as text.
  struct Scalar: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      do {
        text = try value.decode(String.self)
      } catch DecodingError.typeMismatch {
        do {
          text = String(try value.decode(Int.self))
        } catch DecodingError.typeMismatch {
          throw DecodingError.typeMismatch(
            String.self,
            DecodingError.Context(codingPath: decoder.codingPath, debugDescription: ""))
        }
      }
    }
  }

  var document: String?
  var entities: [Entity]
  var relations: [Relation]
  var ignore: [String]?
  var scopeClasses: [String]?
  var scopePredicates: [String]?
}
