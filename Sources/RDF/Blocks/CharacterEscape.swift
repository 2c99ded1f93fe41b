/// The escapes of one letter that N-Triples, Turtle and SPARQL have alike
/// ([RDF 1.2 Turtle](https://www.w3.org/TR/rdf12-turtle/#grammar-production-ECHAR),
/// [SPARQL 1.1](https://www.w3.org/TR/sparql11-query/#rECHAR)).
package enum CharacterEscape {
  /// The character that the letter behind a backslash stands for, which is one byte; nil if `ECHAR`
  /// has no such letter.
  @inlinable @inline(__always)
  package static func character(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): letter
    default: nil
    }
  }
}
