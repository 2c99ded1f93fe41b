internal import Claims
package import Diagnostics
internal import DomainPack

/// What of an evaluation is shown.
package struct EvaluationView: Hashable, Sendable {
  /// Which findings are listed.
  package enum List: String, Hashable, Sendable, CaseIterable {
    case misses
    case falseAlarms = "false-alarms"
    case all
    case none
  }

  /// Which findings are listed.
  package var list = List.all
  /// Only these classes, by local name; with ``predicates`` empty too, everything.
  package var classes: Set<String> = []
  /// Only these predicates, by local name, in their compared form.
  package var predicates: Set<String> = []
  /// Whether the reliability table is shown.
  package var showsCalibration = false
  /// The language of captions and hints.
  package var language = MessageLanguage.english

  /// Everything but the reliability table, in English.
  package init() {}

  /// Whether things of a class are shown.
  func shows(entityClass: String) -> Bool {
    classes.isEmpty ? predicates.isEmpty : classes.contains(entityClass)
  }

  /// Whether statements with a predicate are shown.
  func shows(predicate: String) -> Bool {
    predicates.isEmpty ? classes.isEmpty : predicates.contains(predicate)
  }

  /// The findings to list, in their order.
  func findings(of evaluation: Evaluation, _ kind: Finding.Kind) -> [Finding] {
    switch (list, kind) {
    case (.none, _), (.misses, .falseAlarm), (.falseAlarms, .miss): return []
    case (.all, _), (.misses, .miss), (.falseAlarms, .falseAlarm): break
    }
    return evaluation.findings.filter { finding in
      guard finding.kind == kind else { return false }
      switch finding.matter {
      case .entity(let name): return shows(entityClass: name)
      case .relation(let name): return shows(predicate: name)
      }
    }
  }

  func text(_ english: String, _ indonesian: String) -> String {
    Message(en: english, id: indonesian).text(in: language)
  }
}

extension EvaluationView {
  /// Refuses names of classes and predicates that a pack does not have.
  ///
  /// - Throws: ``PipelineError`` that names the one that is not there.
  package func check(pack folder: String) throws(PipelineError) {
    let vocabulary: Vocabulary
    do throws(SyntaxError) {
      vocabulary = try Vocabulary.load(folder: folder)
    } catch {
      throw PipelineError(error)
    }
    for name in classes.sorted()
    where vocabulary.description(of: EntityClass(rawValue: name)) == nil {
      let known = vocabulary.classes.map(\.name.rawValue).joined(separator: ", ")
      throw PipelineError(
        .arguments,
        Message(
          en: "--class: “\(name)” is no class; expected one of: \(known)",
          id: "--class: “\(name)” bukan kelas; diharapkan salah satu dari: \(known)"))
    }
    for name in predicates.sorted()
    where vocabulary.description(of: Predicate(rawValue: name)) == nil {
      let known = vocabulary.predicates.map(\.name.rawValue).joined(separator: ", ")
      throw PipelineError(
        .arguments,
        Message(
          en: "--predicate: “\(name)” is no predicate; expected one of: \(known)",
          id: "--predicate: “\(name)” bukan predikat; diharapkan salah satu dari: \(known)"))
    }
  }
}
