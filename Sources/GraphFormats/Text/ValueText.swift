import PropertyGraph
import RDF

/// The text of a value as viewers show it.
enum ValueText {
  /// Appends one value in UTF-8: the lexical form, an IRI, or the end of the IRI of a concept.
  static func append(_ value: TermDictionary.ID, of graph: PropertyGraph, to text: inout [UInt8]) {
    switch graph.terms.kind(of: value) {
    case .literal, .blankNode, .tripleTerm: graph.terms.appendText(of: value, to: &text)
    case .iri: text += graph.valueText(of: value).utf8
    }
  }

  /// Whether a text is a whole number as every reader writes it: at most 18 digits, the first no 0.
  static func isPlainNumber(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text.count < 19, text[0] != UInt8(ascii: "0") else { return false }
    for place in 0..<text.count where text[place] &- UInt8(ascii: "0") > 9 { return false }
    return true
  }

  /// Appends several values as a JSON array of strings
  /// ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
  static func appendArray(
    _ values: ArraySlice<TermDictionary.ID>, of graph: PropertyGraph, to text: inout [UInt8]
  ) {
    var json = JSONBytes()
    json.out.byte(UInt8(ascii: "["))
    for (number, value) in values.enumerated() {
      if number > 0 { json.out.markup(", ") }
      var one: [UInt8] = []
      append(value, of: graph, to: &one)
      json.string(utf8: one.span)
    }
    json.out.byte(UInt8(ascii: "]"))
    text += json.out.bytes
  }

  /// Texts as a JSON array of strings.
  static func array(_ texts: [String]) -> String {
    var json = JSONBytes()
    json.out.byte(UInt8(ascii: "["))
    for (number, text) in texts.enumerated() {
      if number > 0 { json.out.markup(", ") }
      json.string(text)
    }
    json.out.byte(UInt8(ascii: "]"))
    return String(decoding: json.out.bytes, as: UTF8.self)
  }
}
