internal import Claims

/// A statement in the form in which statements of annotations and of a build are compared.
struct RelationKey: Hashable, Comparable {
  /// A thing or a value.
  enum End: Hashable, Comparable {
    /// An annotated thing, by its id.
    case annotated(String)
    /// A found thing that is none of the annotated ones, by its id.
    case found(String)
    /// A value in its compared form.
    case value(String)
  }

  var subject: End
  var predicate: Predicate
  var object: End

  static func < (left: RelationKey, right: RelationKey) -> Bool {
    if left.predicate != right.predicate { return left.predicate < right.predicate }
    if left.subject != right.subject { return left.subject < right.subject }
    return left.object < right.object
  }
}

/// Brings statements into the compared form: inverses turned, symmetric ones in one order, by the
/// lenient measure a government taken for its place and predicates folded that annotators mix up.
struct RelationFolding {
  private let measure: Measure
  private let governed: [String: String]

  /// A folding by the governments of some annotations.
  init(measure: Measure, annotations: Annotations) {
    self.measure = measure
    var governed: [String: String] = [:]
    if measure.leniency == .lenient {
      for relation in annotations.relations where relation.predicate == .governs {
        if case .entity(let place) = relation.object { governed[relation.subject] = place }
      }
    }
    self.governed = governed
  }

  /// The key of a statement; nil if the measure does not count it.
  ///
  /// `end` gives the end that stands for a thing of the statement's document.
  func key(of relation: Annotations.Relation, end: (String) -> RelationKey.End) -> RelationKey? {
    var subject = place(end(relation.subject))
    var predicate = measure.samePredicates[relation.predicate] ?? relation.predicate
    var object: RelationKey.End
    let isThing: Bool
    switch relation.object {
    case .entity(let id):
      object = place(end(id))
      isThing = true
    case .value(let value):
      object = .value(measure.normalisedValue(value))
      isThing = false
    }
    if let inverse = measure.inverses[predicate] {
      predicate = inverse
      if isThing { swap(&subject, &object) }
    }
    if measure.leniency == .lenient {
      if predicate == .status, case .value(let value) = object,
        measure.lenientStatuses.contains(where: { measure.word(for: $0) == value })
      {
        return nil
      }
      if isThing, let turned = measure.turnedPredicates[predicate] {
        predicate = turned
        swap(&subject, &object)
      }
      predicate = measure.lenientPredicates[predicate] ?? predicate
    }
    if isThing, measure.symmetric.contains(predicate), object < subject {
      swap(&subject, &object)
    }
    return RelationKey(subject: subject, predicate: predicate, object: object)
  }

  private func place(_ end: RelationKey.End) -> RelationKey.End {
    guard case .annotated(let id) = end, let place = governed[id] else { return end }
    return .annotated(place)
  }
}
