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
    text.append(UInt8(ascii: "["))
    for (number, value) in values.enumerated() {
      if number > 0 { text += ", ".utf8 }
      var one: [UInt8] = []
      append(value, of: graph, to: &one)
      appendQuoted(one, to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  private static func appendQuoted(_ value: [UInt8], to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in value {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\"".utf8
      case UInt8(ascii: "\\"): text += "\\\\".utf8
      case 0x0A: text += "\\n".utf8
      case 0x0D: text += "\\r".utf8
      case 0x09: text += "\\t".utf8
      case 0..<0x20:
        text += "\\u00".utf8
        CanonicalTerm.appendHexadecimal(byte, to: &text)
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
