import RDF

/// What names and values mean at a place of a text.
///
/// A context holds only what it says otherwise than the one that it was made from; terms are sought
/// there next. So a thousand small contexts within a large one cost a thousand small ones.
struct ActiveContext {
  /// The context that it was made from; -1 for none.
  var parent = -1
  /// The terms defined here; nil for one that is undefined again.
  var terms: [TermDictionary.ID: TermDefinition?] = [:]
  /// Whether any term is protected, here or further out.
  var hasProtectedTerms = false
  /// What relative IRIs of values are resolved against.
  var base: BaseIRI?
  /// What terms without a definition are appended to.
  var vocabulary: [UInt8]?
  /// The language of texts.
  var language: [UInt8]?
  /// The direction of texts.
  var direction: BaseDirection?
  /// The context that holds again within values; -1 for none.
  var previous = -1
  /// What names mean here, as far as they were asked for: places in ``ContextTable/keys``.
  var keys: [TermDictionary.ID: Int32] = [:]
}

/// What the name of an object's member means in a context.
struct ExpandedKey {
  /// What kind of name it is.
  enum Kind: Equatable {
    /// It means nothing, and the member is left out.
    case nothing
    case keyword(JSONLDKeyword)
    case property
  }

  var kind: Kind
  /// Its definition; nil for a name that is none of the context's terms.
  var definition: TermDefinition?
  var container: TermDefinition.Container = []
  var type = TermDefinition.ValueType.unspecified
  var isReverse = false
  /// Whether values have a context of their own.
  var hasContext = false
  /// Where the property lies in the block of this number; empty for one that no statement can have.
  var run = QuadBlock.Run.none
  var blockNumber = 0
}
