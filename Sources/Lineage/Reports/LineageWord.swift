import RDF

/// A term of the vocabularies.
enum LineageWord: Int, CaseIterable {
  case type, label, regulation, legalResource, regulationKey, number, typeDocument
  case dateDocument, datePublication, firstDateInForce, dateNoLongerInForce, page
  case concept, notation

  /// The IRI of the term.
  var iri: String {
    let (smp, eli) = (LineageVocabulary.namespace, LineageVocabulary.eli)
    return switch self {
    case .type: RDFVocabulary.type.iri
    case .label: RDFS.label.iri
    case .regulation: smp + "Regulation"
    case .legalResource: eli + "LegalResource"
    case .regulationKey: smp + "regulationKey"
    case .number: eli + "number"
    case .typeDocument: eli + "type_document"
    case .dateDocument: eli + "date_document"
    case .datePublication: eli + "date_publication"
    case .firstDateInForce: eli + "first_date_entry_in_force"
    case .dateNoLongerInForce: eli + "date_no_longer_in_force"
    case .page: LineageVocabulary.page
    case .concept: LineageVocabulary.concept.iri
    case .notation: LineageVocabulary.notation
    }
  }
}

/// What a statement says of its subject.
enum LineagePredicate {
  case word(LineageWord)
  case relation(LineageRelation)
  case eliRelation(LineageRelation)
}
