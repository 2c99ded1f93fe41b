package import Claims

/// What there is in a document: by a person's reading, or as a build found it.
package struct Annotations: Hashable, Sendable {
  /// The document's file name where the file tells it.
  package var document: String?
  /// In the order of the file.
  package var entities: [Entity] = []
  /// In the order of the file.
  package var relations: [Relation] = []
  /// Names that are neither right nor wrong as entities.
  package var ignored: [String] = []
  /// Only these classes are scored; empty for all.
  package var scopeClasses: Set<EntityClass> = []
  /// Only these predicates are scored; empty for all.
  package var scopePredicates: Set<Predicate> = []

  /// Nothing in a document.
  package init() {}

  /// A thing that the document names.
  package struct Entity: Hashable, Sendable {
    /// What relations name it by; unique in the document.
    package var id: String
    /// What kind of thing it is.
    package var entityClass: EntityClass
    /// Classes that are right too.
    package var otherClasses: Set<EntityClass>
    /// Its best name.
    package var label: String
    /// Its other names.
    package var aliases: [String]
    /// Key of a regulation: kind, year, number; nil for everything else and where it is unknown.
    package var key: String?

    /// A thing with its names.
    package init(
      id: String, entityClass: EntityClass, otherClasses: Set<EntityClass> = [], label: String,
      aliases: [String] = [], key: String? = nil
    ) {
      self.id = id
      self.entityClass = entityClass
      self.otherClasses = otherClasses
      self.label = label
      self.aliases = aliases
      self.key = key
    }

    /// All names, the best one first.
    var names: [String] { [label] + aliases }
  }

  /// What the document says of a thing.
  package struct Relation: Hashable, Sendable {
    /// An ``Entity/id``.
    package var subject: String
    /// What is said.
    package var predicate: Predicate
    /// What the subject is related to.
    package var object: Object
    /// Whether it is neither demanded nor wrong.
    package var isNeutral: Bool
    /// The words that say so; nil where none are given.
    package var evidence: String?

    /// A statement about a thing.
    package init(
      subject: String, predicate: Predicate, object: Object, isNeutral: Bool = false,
      evidence: String? = nil
    ) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
      self.isNeutral = isNeutral
      self.evidence = evidence
    }
  }

  /// The object of a relation.
  package enum Object: Hashable, Sendable {
    /// An ``Entity/id``.
    case entity(String)
    /// A value as written.
    case value(String)
  }
}
