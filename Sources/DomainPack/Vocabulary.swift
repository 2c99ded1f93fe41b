public import Claims

/// What the stages after extraction know of the pack's vocabulary: its classes and predicates, the
/// types of agreement and the statuses; read by ``load(folder:)``.
public struct Vocabulary: Hashable, Sendable {
  /// The classes in the order of the file.
  public let classes: [ClassDescription]
  /// The predicates in the order of the file.
  public let predicates: [PredicateDescription]
  /// The types of agreement in the order of the file.
  public let agreementTypes: [AgreementType]
  /// The statuses in the order of the file.
  public let statuses: [StatusDescription]
  /// The qualifiers that narrow a claim to a part of its object.
  public let partialQualifiers: [String]

  private let classPositions: [EntityClass: Int]
  private let predicatePositions: [Predicate: Int]

  /// A vocabulary of these terms; of two terms with one name the first counts.
  public init(
    classes: [ClassDescription], predicates: [PredicateDescription],
    agreementTypes: [AgreementType], statuses: [StatusDescription],
    partialQualifiers: [String] = []
  ) {
    self.classes = classes
    self.predicates = predicates
    self.agreementTypes = agreementTypes
    self.statuses = statuses
    self.partialQualifiers = partialQualifiers
    classPositions = Dictionary(
      classes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    predicatePositions = Dictionary(
      predicates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The description of a class; nil if the pack has none of this name.
  public func description(of name: EntityClass) -> ClassDescription? {
    classPositions[name].map { classes[$0] }
  }

  /// The description of a predicate; nil if the pack has none of this name.
  public func description(of name: Predicate) -> PredicateDescription? {
    predicatePositions[name].map { predicates[$0] }
  }

  /// The type of agreement meant by a word: its local name (`MoU`) or its notation, in any case.
  public func agreementType(_ word: String) -> AgreementType? {
    if let exact = agreementTypes.first(where: { $0.id == word }) { return exact }
    let folded = Slug.folded(word)
    return agreementTypes.first {
      Slug.folded($0.id) == folded || Slug.folded($0.notation) == folded
    }
  }

  /// What the pack says of a status; nil if it does not name it.
  public func description(of status: Status) -> StatusDescription? {
    statuses.first { $0.status == status }
  }
}
