package import Claims
package import Diagnostics

/// How a build compares with annotations.
package struct Evaluation: Sendable {
  /// The figures of one document.
  package struct Document: Hashable, Sendable {
    /// Name of the annotation file without its ending.
    package var name: String
    /// Things, all classes together.
    package var entities: Tally
    /// Statements, all predicates together.
    package var relations: Tally
    /// Those with solid predicates.
    package var solid: Tally
  }

  /// In the order of the annotation files' names.
  package var documents: [Document] = []
  /// Things by class, over all documents.
  package var entities: [EntityClass: Tally] = [:]
  /// Statements by predicate, over all documents.
  package var relations: [Predicate: Tally] = [:]
  /// Statements with solid predicates.
  package var solid = Tally()
  /// Misses and false alarms, document by document.
  package var findings: [Finding] = []
  /// How often claims of a confidence are right.
  package var calibration = Calibration()
  /// Documents built that have no annotations.
  package var unannotated = 0
  /// What was noticed: documents with problems, annotations without a document.
  package var diagnostics: [Diagnostic] = []

  /// Nothing compared yet.
  init() {}

  /// Things, all classes together.
  package var allEntities: Tally { entities.values.reduce(Tally(), +) }
  /// Statements, all predicates together.
  package var allRelations: Tally { relations.values.reduce(Tally(), +) }
}
