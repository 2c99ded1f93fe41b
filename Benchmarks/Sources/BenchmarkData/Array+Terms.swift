extension [UInt8] {
  /// Appends a term as canonical N-Triples writes it.
  mutating func appendTerm(_ term: Term) {
    switch term {
    case .iri(let iri): appendIRI(iri)
    case .blankNode(let label):
      append(contentsOf: "_:".utf8)
      append(contentsOf: label.bytes)
    case .string(let text): appendQuoted(text)
    case .text(let text, let language):
      appendQuoted(text)
      append(UInt8(ascii: "@"))
      append(contentsOf: language.bytes)
    case .typed(let lexicalForm, let datatype):
      appendQuoted(lexicalForm)
      append(contentsOf: "^^".utf8)
      appendIRI(datatype.iri)
    }
  }

  /// Appends an IRI in angle brackets.
  mutating func appendIRI(_ iri: ByteText) {
    append(UInt8(ascii: "<"))
    append(contentsOf: iri.bytes)
    append(UInt8(ascii: ">"))
  }

  /// Appends a text in quotation marks, with the escapes that N-Triples demands.
  mutating func appendQuoted(_ text: ByteText) {
    append(UInt8(ascii: "\""))
    if text.bytes.contains(where: { Self.escape(of: $0) != nil }) {
      for byte in text.bytes {
        if let letter = Self.escape(of: byte) {
          append(UInt8(ascii: "\\"))
          append(letter)
        } else {
          append(byte)
        }
      }
    } else {
      append(contentsOf: text.bytes)
    }
    append(UInt8(ascii: "\""))
  }

  /// The character that stands after the backslash for a byte that cannot stand for itself.
  private static func escape(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    default: nil
    }
  }
}
