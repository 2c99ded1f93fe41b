import RDF

/// The value of a property as JSON-LD tells it.
indirect enum JSONLDItem {
  /// A node: its IRI, or its label behind `_:`.
  case node([UInt8])
  /// A text of a datatype; of `xsd:string` where that is nil.
  case typed([UInt8], datatype: [UInt8]?)
  /// A text in a language or a direction.
  case text([UInt8], language: [UInt8]?, direction: BaseDirection?)
  /// A number or truth value of JSON.
  case native([UInt8])
  /// Any JSON.
  case json([UInt8])
  case list([JSONLDItem])

  /// The value in expanded form ([JSON-LD 1.1 §4](https://www.w3.org/TR/json-ld11-api/#dfn-expanded-document-form)).
  var expanded: JSONTree {
    switch self {
    case .node(let iri): .object([(Self.id, .text(iri))])
    case .list(let items): .object([(Self.list, .array(items.map(\.expanded)))])
    case .typed, .text, .native, .json:
      .object(valueMembers(datatype: { $0 }, name: { Array($0.text.utf8) }))
    }
  }

  /// The members of a value object.
  ///
  /// - Parameters:
  ///   - datatype: How the IRI of a datatype is written.
  ///   - name: How a keyword is written.
  /// - Returns: The members, `@value` first.
  func valueMembers(
    datatype: ([UInt8]) -> [UInt8], name: (JSONLDKeyword) -> [UInt8]
  ) -> [(name: [UInt8], value: JSONTree)] {
    switch self {
    case .node, .list: return []
    case .typed(let text, let type):
      var members: [(name: [UInt8], value: JSONTree)] = [(name(.value), .text(text))]
      if let type { members.append((name(.type), .text(datatype(type)))) }
      return members
    case .text(let text, let language, let direction):
      var members: [(name: [UInt8], value: JSONTree)] = [(name(.value), .text(text))]
      if let language { members.append((name(.language), .text(language))) }
      if let direction { members.append((name(.direction), .text(direction.rawValue))) }
      return members
    case .native(let value): return [(name(.value), .raw(value))]
    case .json(let json):
      return [
        (name(.value), .raw(json)), (name(.type), .text(Array(JSONLDKeyword.json.text.utf8))),
      ]
    }
  }

  private static let id = Array(JSONLDKeyword.id.text.utf8)
  private static let list = Array(JSONLDKeyword.list.text.utf8)
}
