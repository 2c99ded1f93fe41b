import RDF

/// A value in a JSON text.
struct JSONReference {
  /// The text.
  var document: JSONDocument
  /// The number of the value in it.
  var index: Int

  /// A mistake at the value.
  func error(_ code: JSONLDErrorCode) -> JSONLDMistake { JSONLDMistake(code, at: self) }

  /// The value of a name; nil if this is no object or has no such name.
  func member(_ name: StaticString) -> JSONReference? {
    document.member(name, of: index).map { JSONReference(document: document, index: $0) }
  }

  var kind: JSONDocument.Kind { document.kind(index) }
  var isString: Bool { document.isString(index) }
  var string: String { document.string(index) }
  var bytes: [UInt8] { document.withBytes(index) { Array(copying: $0) } }

  /// Truth or falsehood; nil for any other value.
  var bool: Bool? {
    switch kind {
    case .truth: true
    case .falsehood: false
    case .null, .number, .string, .escaped, .array, .object: nil
    }
  }

  /// The names of an object with their values.
  var members: [(name: JSONReference, value: JSONReference)] {
    document.members(index).map { name, value in
      (
        JSONReference(document: document, index: name),
        JSONReference(document: document, index: value)
      )
    }
  }

  /// The values of an array; any other value as the only one.
  var elements: [JSONReference] {
    guard kind == .array else { return [self] }
    return document.elements(index).map { JSONReference(document: document, index: $0) }
  }

  /// Whether both say the same; objects whatever the order of their names.
  func saysSame(as other: JSONReference) -> Bool {
    if document === other.document, index == other.index { return true }
    if isString, other.isString { return bytes == other.bytes }
    guard kind == other.kind else { return false }
    switch kind {
    case .null, .truth, .falsehood: return true
    case .number, .string, .escaped: return bytes == other.bytes
    case .array:
      let (left, right) = (elements, other.elements)
      return left.count == right.count && zip(left, right).allSatisfy { $0.saysSame(as: $1) }
    case .object:
      let right = Dictionary(other.members.map { ($0.name.bytes, $0.value) }) { $1 }
      let left = members
      return left.count == right.count
        && left.allSatisfy { right[$0.name.bytes]?.saysSame(as: $0.value) ?? false }
    }
  }
}

/// A mistake in JSON-LD, and the value where it is.
struct JSONLDMistake: Error {
  var code: JSONLDErrorCode
  var place: JSONReference

  init(_ code: JSONLDErrorCode, at place: JSONReference) {
    self.code = code
    self.place = place
  }
}

/// What a term of a context stands for
/// ([JSON-LD 1.1 API §4.2](https://www.w3.org/TR/json-ld11-api/#create-term-definition)).
///
/// A class: contexts share their terms.
final class TermDefinition {
  /// How values are kept together.
  struct Container: OptionSet, Hashable {
    var rawValue: UInt8
    static let graph = Container(rawValue: 1)
    static let id = Container(rawValue: 2)
    static let index = Container(rawValue: 4)
    static let language = Container(rawValue: 8)
    static let list = Container(rawValue: 16)
    static let set = Container(rawValue: 32)
    static let type = Container(rawValue: 64)
  }

  /// What strings are taken for.
  enum ValueType: Hashable {
    /// Nothing is said of it.
    case unspecified
    /// IRIs.
    case id
    /// IRIs or terms.
    case vocab
    /// Any JSON, as it is.
    case json
    /// Text, whatever the default says.
    case none
    /// Literals of this datatype.
    case datatype([UInt8])
  }

  /// What a term says of something that the context has a default for.
  enum Setting<Value: Hashable>: Hashable {
    /// Nothing: the default holds.
    case inherited
    /// This, or nothing whatever the default is.
    case given(Value?)
  }

  /// What the term becomes.
  enum Meaning: Hashable {
    /// Nothing: what it names is left out.
    case nothing
    case keyword(JSONLDKeyword)
    /// An IRI or a blank node with its `_:`.
    case iri([UInt8])
  }

  var meaning = Meaning.nothing
  var isPrefix = false
  var isProtected = false
  var isReverse = false
  var container: Container = []
  var type = ValueType.unspecified
  var language = Setting<[UInt8]>.inherited
  var direction = Setting<BaseDirection>.inherited
  /// The context that holds within values of the term, and what it is resolved against.
  var context: (value: JSONReference, base: String?)?
  /// The name under which the term is nested.
  var nest: [UInt8]?
  /// The property that indexes stand for.
  var index: [UInt8]?

  /// Whether both say the same but for their protection.
  func saysSame(as other: TermDefinition) -> Bool {
    let haveSameContext: Bool =
      switch (context, other.context) {
      case (nil, nil): true
      case (let left?, let right?): left.value.saysSame(as: right.value)
      case (nil, _?), (_?, nil): false
      }
    return haveSameContext && meaning == other.meaning && isPrefix == other.isPrefix
      && isReverse == other.isReverse && container == other.container && type == other.type
      && language == other.language && direction == other.direction && nest == other.nest
      && index == other.index
  }
}
