/// An RDF term of the benchmark graph.
package enum Term: Hashable, Sendable {
  case iri(ByteText)
  /// A blank node with its label.
  case blankNode(ByteText)
  case string(ByteText)
  /// A text in a language.
  case text(ByteText, language: ByteText)
  case typed(ByteText, Datatype)

  /// The datatypes of XML Schema that the graph uses.
  package enum Datatype: String, Hashable, Sendable {
    case anyURI, date, dateTime, decimal, gYear, hexBinary, integer

    /// The IRI of the datatype.
    var iri: ByteText { "\(Namespace.xsd)\(ByteText(stringLiteral: rawValue))" }

    /// True if Turtle writes the lexical form alone.
    var isBareInTurtle: Bool { self == .integer || self == .decimal }
  }

  /// An Indonesian text.
  static func indonesian(_ text: ByteText) -> Term { .text(text, language: "id") }

  /// An English text.
  static func english(_ text: ByteText) -> Term { .text(text, language: "en") }

  /// An `xsd:integer`.
  static func integer(_ number: Int) -> Term { .typed("\(number)", .integer) }

  /// An `xsd:decimal` with a fixed count of digits after the point.
  static func decimal(_ number: Double, decimals: Int) -> Term {
    .typed("\(number, decimals: decimals)", .decimal)
  }

  /// An `xsd:gYear`.
  static func year(_ number: Int) -> Term { .typed("\(number)", .gYear) }
}
