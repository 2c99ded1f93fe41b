import DomainPack
import RDF

/// What the statements of a predicate become.
struct PredicateRole {
  enum Showing {
    case type
    case edge
    case attribute
    case hidden
  }

  var showing: Showing
  /// What it tells of a claim; nil if it is no word of claims.
  var field: ClaimField?
  /// Whether a contracted thing uses it to name an end of an edge.
  var isContractionEnd: Bool
}

/// The roles of the predicates of a dataset, found when a predicate is met first.
struct PredicateRoles {
  private let style: GraphStyle
  private let fields: [String: ClaimField]
  private let contractionEnds: Set<String>
  /// By the number of the predicate's term: 0 for one not met, else its place in ``roles`` and one.
  private var places: [UInt16]
  private var roles: [PredicateRole] = []
  /// The roles of predicates beyond the reach of a place.
  private var further: [TermDictionary.ID: PredicateRole] = [:]

  init(style: GraphStyle, termCount: Int) {
    self.style = style
    fields = Dictionary(
      ClaimField.allCases.map { ($0.iri, $0) }, uniquingKeysWith: { first, _ in first })
    contractionEnds = Set(style.contractions.values.joined().flatMap { [$0.from, $0.to] })
    places = [UInt16](repeating: 0, count: termCount + 1)
  }

  /// The role of a predicate.
  mutating func role(of predicate: TermDictionary.ID, in terms: TermDictionary) -> PredicateRole {
    let place = places[Int(predicate)]
    if place > 0 { return roles[Int(place) - 1] }
    if let role = further[predicate] { return role }
    let role = newRole(of: terms.text(of: predicate))
    if roles.count < Int(UInt16.max) {
      roles.append(role)
      places[Int(predicate)] = UInt16(roles.count)
    } else {
      further[predicate] = role
    }
    return role
  }

  private func newRole(of iri: String) -> PredicateRole {
    let showing: PredicateRole.Showing =
      if iri == RDFVocabulary.type.iri {
        .type
      } else if style.hiddenPredicates.contains(iri) {
        .hidden
      } else if style.attributePredicates.contains(iri) {
        .attribute
      } else {
        .edge
      }
    return PredicateRole(
      showing: showing, field: fields[iri], isContractionEnd: contractionEnds.contains(iri))
  }
}
