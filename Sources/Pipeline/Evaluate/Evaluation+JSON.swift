internal import Claims
import Diagnostics
import Foundation

extension Evaluation {
  /// The evaluation as JSON, members in order of their names; shares with all their digits.
  func json(_ view: EvaluationView) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(JSONMembers(self, view))
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

/// The members of an evaluation in JSON; `docs/evaluation.md` tells them.
private struct JSONMembers: Encodable {
  struct Figures: Encodable {
    var precision: Double
    var recall: Double
    var f1: Double
    var hits: Int
    var falseAlarms: Int
    var misses: Int

    init(_ tally: Tally) {
      precision = tally.precision
      recall = tally.recall
      f1 = tally.f1
      hits = tally.hits
      falseAlarms = tally.falseAlarms
      misses = tally.misses
    }
  }

  struct Document: Encodable {
    var name: String
    var entities: Figures
    var relations: Figures
    var solid: Figures
  }

  struct Reliability: Encodable {
    struct Bucket: Encodable {
      var from: Double
      var to: Double
      var claims: Int
      var right: Int
      var share: Double?
      var meanConfidence: Double?
    }

    /// Claims of one confidence by rules of one file.
    struct Kind: Encodable {
      var rules: String
      var confidence: Double
      var claims: Int
      var right: Int
    }

    var buckets: [Bucket]
    var kinds: [Kind]
    var error: Double

    init(_ calibration: Calibration) {
      buckets = calibration.buckets.map { bucket in
        let isEmpty = bucket.claims == 0
        return Bucket(
          from: Double(bucket.from) / 100, to: Double(bucket.to) / 100, claims: bucket.claims,
          right: bucket.right, share: isEmpty ? nil : bucket.share,
          meanConfidence: isEmpty ? nil : bucket.meanConfidence)
      }
      kinds = calibration.kinds.map { kind, counts in
        Kind(
          rules: kind.rules, confidence: Double(kind.confidence) / 100, claims: counts.claims,
          right: counts.right)
      }
      .sorted { ($0.rules, $0.confidence) < ($1.rules, $1.confidence) }
      error = calibration.error
    }
  }

  struct Listed: Encodable {
    var kind: Finding.Kind
    var document: String
    var `class`: String?
    var predicate: String?
    var statement: String
    var passage: String?
    var rule: String?
    var confidence: Double?
    var hint: String?

    init(_ finding: Finding, _ language: MessageLanguage) {
      kind = finding.kind
      document = finding.document
      switch finding.matter {
      case .entity(let name): `class` = name
      case .relation(let name): predicate = name
      }
      statement = finding.statement
      passage = finding.passage
      rule = finding.rule
      confidence = finding.confidence
      hint = finding.hint?.text(in: language)
    }
  }

  var entities: [String: Figures]
  var allEntities: Figures
  var relations: [String: Figures]
  var allRelations: Figures
  var solid: Figures
  var documents: [Document]
  var unannotated: Int
  var calibration: Reliability?
  var findings: [Listed]

  init(_ evaluation: Evaluation, _ view: EvaluationView) {
    entities = [:]
    for (name, tally) in evaluation.entities where view.shows(entityClass: name.rawValue) {
      entities[name.rawValue] = Figures(tally)
    }
    relations = [:]
    for (name, tally) in evaluation.relations where view.shows(predicate: name.rawValue) {
      relations[name.rawValue] = Figures(tally)
    }
    allEntities = Figures(evaluation.allEntities)
    allRelations = Figures(evaluation.allRelations)
    solid = Figures(evaluation.solid)
    documents = evaluation.documents.map {
      Document(
        name: $0.name, entities: Figures($0.entities), relations: Figures($0.relations),
        solid: Figures($0.solid))
    }
    unannotated = evaluation.unannotated
    calibration = view.showsCalibration ? Reliability(evaluation.calibration) : nil
    findings = [Finding.Kind.miss, .falseAlarm].flatMap { view.findings(of: evaluation, $0) }
      .map { Listed($0, view.language) }
  }
}
