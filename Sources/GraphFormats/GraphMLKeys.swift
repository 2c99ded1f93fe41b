import PropertyGraph
import RDF

/// The keys of a GraphML document: what is said of the graph, the fixed ones, then one for each
/// attribute of its nodes.
struct GraphMLKeys {
  enum Owner: String {
    case graph
    case node
    case edge
  }

  struct Key {
    var id: String
    var owner: Owner
    var name: String
    var type: GraphMLType
    /// Whether any node has several values, so that all are written as JSON arrays.
    var isMultiple = false
  }

  private struct AttributeName: Hashable {
    var predicate: String
    var language: String?
  }

  private(set) var all: [Key]
  private var keyOf: [AttributeName: Key] = [:]

  /// Key ids are one name space for nodes and edges, since Cytoscape keeps them so; Gephi takes
  /// `label`, `edgelabel`, `x`, `y`, `size`, `r`, `g`, `b`, `color` and `weight` by their ids.
  private static let fixed: [Key] = [
    Key(id: "label", owner: .node, name: "label", type: .string),
    Key(id: "name", owner: .node, name: "name", type: .string),
    Key(id: "iri", owner: .node, name: "iri", type: .string),
    Key(id: "class", owner: .node, name: "class", type: .string),
    Key(id: "classlabel", owner: .node, name: "class_label", type: .string),
    Key(id: "shape", owner: .node, name: "shape", type: .string),
    Key(id: "x", owner: .node, name: "x", type: .double),
    Key(id: "y", owner: .node, name: "y", type: .double),
    Key(id: "size", owner: .node, name: "size", type: .double),
    Key(id: "r", owner: .node, name: "r", type: .int),
    Key(id: "g", owner: .node, name: "g", type: .int),
    Key(id: "b", owner: .node, name: "b", type: .int),
    Key(id: "color", owner: .node, name: "color", type: .string),
    Key(id: "community", owner: .node, name: "community", type: .int),
    Key(id: "degree", owner: .node, name: "degree", type: .int),
    Key(id: "edgelabel", owner: .edge, name: "label", type: .string),
    Key(id: "interaction", owner: .edge, name: "interaction", type: .string),
    Key(id: "predicate", owner: .edge, name: "predicate", type: .string),
    Key(id: "weight", owner: .edge, name: "weight", type: .double),
    Key(id: "edgecolor", owner: .edge, name: "color", type: .string),
    Key(id: "line", owner: .edge, name: "line", type: .string),
    Key(id: "symmetric", owner: .edge, name: "symmetric", type: .boolean),
    Key(id: "status", owner: .edge, name: "status", type: .string),
    Key(id: "statuslabel", owner: .edge, name: "status_label", type: .string),
    Key(id: "confidence", owner: .edge, name: "confidence", type: .double),
    Key(id: "documents", owner: .edge, name: "documents", type: .int),
    Key(id: "quote", owner: .edge, name: "quote", type: .string),
    Key(id: "period", owner: .edge, name: "period", type: .string),
  ]

  /// Names that readers keep for themselves: Gephi's other property names and those of Cytoscape,
  /// igraph and Tulip.
  private static let reserved: Set<String> = [
    "id", "nodelabel", "z", "xpos", "ypos", "zpos", "selected", "suid", "shared_name", "source",
    "target", "type", "weight", "timeset", "viewlabel", "desc",
  ]

  init(_ graph: PropertyGraph) {
    all =
      (graph.about?.entries ?? []).map {
        Key(id: $0.name, owner: .graph, name: $0.name, type: .string)
      } + Self.fixed
    var types: [AttributeName: GraphMLType] = [:]
    var multiples: Set<AttributeName> = []
    for node in graph.nodes {
      for attribute in node.attributes {
        let name = AttributeName(predicate: attribute.predicate, language: attribute.language)
        let type = GraphMLType(fitting: attribute.values)
        types[name] = types[name].map { $0.widened(to: type) } ?? type
        if attribute.values.count > 1 { multiples.insert(name) }
      }
    }
    var taken = Self.reserved.union(Self.fixed.lazy.filter { $0.owner == .node }.map(\.name))
    let order = types.keys.sorted {
      $0.predicate != $1.predicate
        ? $0.predicate.precedesInUTF8($1.predicate)
        : ($0.language ?? "").precedesInUTF8($1.language ?? "")
    }
    for (number, attribute) in order.enumerated() {
      let isMultiple = multiples.contains(attribute)
      let key = Key(
        id: "a\(number)", owner: .node, name: Self.free(attribute, &taken),
        type: isMultiple ? .string : types[attribute] ?? .string, isMultiple: isMultiple)
      keyOf[attribute] = key
      all.append(key)
    }
  }

  func key(of attribute: PropertyGraph.Attribute) -> Key? {
    keyOf[AttributeName(predicate: attribute.predicate, language: attribute.language)]
  }

  /// A name that no other attribute has, whatever the case of its letters.
  private static func free(_ attribute: AttributeName, _ taken: inout Set<String>) -> String {
    let language = attribute.language.map { "_" + $0 } ?? ""
    let plain = nameToken(attribute.predicate.localName + language)
    var name = plain
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(plain)_\(number)"
      number += 1
    }
    return name
  }
}

/// Makes the [NMTOKEN](https://www.w3.org/TR/xml/#NT-Nmtoken) that the schema asks of a name: other
/// characters become `_`.
private func nameToken(_ text: String) -> String {
  var token = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "\u{B7}", "\u{C0}"..."\u{D6}",
      "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{37D}", "\u{37F}"..."\u{1FFF}",
      "\u{3001}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}", "\u{10000}"..."\u{EFFFF}":
      token.unicodeScalars.append(scalar)
    default: token += "_"
    }
  }
  return token.isEmpty ? "_" : token
}

/// The types of GraphML that every reader knows.
enum GraphMLType: String {
  case boolean
  case int
  case long
  case double
  case string

  /// The narrowest type that holds every value.
  init(fitting literals: [Literal]) {
    let types = literals.map(Self.type(of:))
    self = types.dropFirst().reduce(types.first ?? .string) { $0.widened(to: $1) }
  }

  private static func type(of literal: Literal) -> GraphMLType {
    switch literal.datatype {
    case XSD.boolean:
      return ["true", "false", "1", "0"].contains(literal.lexicalForm) ? .boolean : .string
    case XSD.integer, XSD.nonNegativeInteger:
      guard let value = Int64(literal.lexicalForm) else { return .string }
      return Int32(exactly: value) == nil ? .long : .int
    case XSD.decimal, XSD.double:
      // Swift reads hexadecimal and "inf" too, which are no numbers here.
      guard literal.lexicalForm.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
        let value = Double(literal.lexicalForm), value.isFinite
      else { return .string }
      return .double
    default: return .string
    }
  }

  /// The narrowest type that holds the values of both.
  func widened(to other: GraphMLType) -> GraphMLType {
    switch (self, other) {
    case _ where self == other: self
    case (.int, .long), (.long, .int): .long
    case (.int, .double), (.double, .int): .double
    default: .string
    }
  }

  /// The text of an attribute's values in this type.
  func written(_ attribute: PropertyGraph.Attribute, isMultiple: Bool) -> String {
    guard !isMultiple else {
      return "[" + attribute.values.map { Self.quoted($0.lexicalForm) }.joined(separator: ", ")
        + "]"
    }
    let text = attribute.values.first?.lexicalForm ?? ""
    switch self {
    case .boolean: return text == "true" || text == "1" ? "true" : "false"
    case .int, .long: return Int64(text).map { String($0) } ?? text
    case .double: return text.first == "+" ? String(text.dropFirst()) : text
    case .string: return text
    }
  }

  /// A string of [JSON](https://www.rfc-editor.org/rfc/rfc8259#section-7).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
