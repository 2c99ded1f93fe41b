import Claims
import Diagnostics
import Foundation
import Lineage
import Mapping
import Resolution

extension Report {
  /// The report for programs, as JSON with members in order of their names.
  func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return [UInt8](try encoder.encode(data)) + [UInt8(ascii: "\n")]
    } catch {
      preconditionFailure("texts, counts and confidences are JSON: \(error)")
    }
  }

  /// What stands in the report for programs.
  var data: ReportData {
    ReportData(
      title: description.title.text(in: language), dataset: description.iri,
      software: description.software, packDigest: description.packDigest,
      counts: ReportData.Counts(
        documents: graph.documents.count, skipped: reading.skipped,
        things: graph.entities.count, claims: graph.claims.count, facts: graph.facts.count,
        conflicts: graph.conflicts.count),
      documents: documentData, skipped: skippedData, notes: reading.diagnostics.map(note),
      things: classData, facts: predicateData, conflicts: conflictData,
      lowConfidence: lowConfidenceData, findings: findingData,
      decisions: decisions.map { outcomes in
        let idle = outcomes.count(where: \.isWithoutEffect)
        return ReportData.Decisions(applied: outcomes.count - idle, withoutEffect: idle)
      })
  }

  private var documentData: [ReportData.Document] {
    var claimCounts = [Int](repeating: 0, count: graph.documents.count)
    for claim in graph.claims { claimCounts[claim.document] += 1 }
    var outcomes: [String: DocumentOutcome] = [:]
    for outcome in reading.outcomes {
      if let key = outcome.documentKey { outcomes[key] = outcome }
    }
    return graph.documents.enumerated().map { number, document in
      let outcome = outcomes[document.key]
      return ReportData.Document(
        key: document.key, fileName: document.fileName, title: document.title,
        language: document.language, format: outcome?.format, characters: outcome?.length,
        things: document.mentions.count, claims: claimCounts[number])
    }
  }

  private var skippedData: [ReportData.Skipped] {
    let noticed = reading.outcomes.filter { $0.documentKey == nil }.map { outcome in
      ReportData.Skipped(
        file: outcome.path,
        reason: outcome.diagnostics.map { $0.message.text(in: language) }.joined(separator: "; "))
    }
    let unseen = reading.unseen.map {
      ReportData.Skipped(file: $0.file ?? "", reason: $0.message.text(in: language))
    }
    return noticed + unseen
  }

  private func note(_ diagnostic: Diagnostic) -> ReportData.Note {
    let start = diagnostic.location?.lowerBound
    return ReportData.Note(
      id: diagnostic.id, severity: diagnostic.severity.rawValue,
      message: diagnostic.message.text(in: language), file: diagnostic.file,
      line: start.map { $0.line + 1 }, column: start.map { $0.column + 1 })
  }

  private var classData: [ReportData.ClassCount] {
    var counts: [String: Int] = [:]
    for entity in graph.entities { counts[entity.entityClass.rawValue, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }
      .map { ReportData.ClassCount(class: $0.key, count: $0.value) }
  }

  private var predicateData: [ReportData.PredicateCount] {
    var counts: [String: Int] = [:]
    for fact in graph.facts { counts[fact.predicate.rawValue, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }
      .map { ReportData.PredicateCount(predicate: $0.key, count: $0.value) }
  }

  private var conflictData: [ReportData.Conflict] {
    graph.conflicts.map { conflict in
      ReportData.Conflict(
        thing: thing(conflict.thing),
        values: conflict.claims.map { position in
          let claim = graph.claims[position]
          return ReportData.Conflict.Value(
            subject: thing(claim.subject), predicate: claim.claim.predicate.rawValue,
            object: objectData(claim.object),
            isTaken: graph.agreesWithChosen(position, of: conflict), passage: passage(claim))
        })
    }
  }

  private var lowConfidenceData: [ReportData.Statement] {
    graph.facts.enumerated().filter { ReviewFinder.isUncertain($0.element, in: graph) }
      .sorted { ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset) }
      .map(\.element).map { fact in
        ReportData.Statement(
          subject: thing(fact.subject), predicate: fact.predicate.rawValue,
          object: objectData(fact.object), confidence: hundredths(fact.confidence),
          passages: fact.claims.map { passage(graph.claims[$0]) })
      }
  }

  private var findingData: [ReportData.Finding] {
    guard let lineage else { return [] }
    let keys = Dictionary(
      graph.documents.map { (graph.entities[$0.entity].path, $0.key) },
      uniquingKeysWith: { first, _ in first })
    return LineageCheck(lineage, vocabulary: vocabulary).findings().map { finding in
      ReportData.Finding(
        kind: finding.kind.rawValue, severity: finding.severity.rawValue,
        message: finding.message.text(in: language),
        passages: finding.claims.map { claim in
          let source = lineage.source(claim, in: language)
          let path = source.document.trimmingPrefix(description.base)
          return ReportData.Passage(
            document: keys[String(path)] ?? source.document, quote: source.quote)
        })
    }
  }

  // MARK: Parts

  private func thing(_ position: Int) -> ReportData.Thing {
    let entity = graph.entities[position]
    return ReportData.Thing(
      path: entity.path, label: plainName(position), class: entity.entityClass.rawValue)
  }

  private func objectData(_ object: GraphObject) -> ReportData.Object {
    switch object {
    case .entity(let position): ReportData.Object(thing: thing(position))
    case .concept(let word): ReportData.Object(value: word)
    case .value(let value, _): ReportData.Object(value: value)
    }
  }

  private func passage(_ claim: ResolvedClaim) -> ReportData.Passage {
    ReportData.Passage(
      document: graph.documents[claim.document].key, quote: claim.claim.evidence.quote,
      confidence: hundredths(claim.claim.confidence), rule: claim.claim.rule)
  }

  /// As exact as graph.nq tells it.
  private func hundredths(_ confidence: Double) -> Double { (confidence * 100).rounded() / 100 }
}
