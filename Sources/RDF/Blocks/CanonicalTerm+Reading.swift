/// Looking into terms in canonical form.
extension CanonicalTerm {
  /// What a term is.
  package enum Kind: Hashable, Sendable {
    /// A named node.
    case iri
    /// A blank node.
    case blankNode
    /// A literal.
    case literal
    /// A triple term.
    case tripleTerm
  }

  /// What the term is, told by its first bytes.
  ///
  /// - Precondition: there are bytes.
  package static func kind(of term: Span<UInt8>) -> Kind {
    switch term[0] {
    case UInt8(ascii: "_"): .blankNode
    case UInt8(ascii: "\""): .literal
    default: term.count > 1 && term[1] == UInt8(ascii: "<") ? .tripleTerm : .iri
    }
  }

  /// The offset of the quote that closes the text of a literal; `start` is that of the first quote.
  package static func endOfText(in term: Span<UInt8>, from start: Int = 0) -> Int {
    var position = start + 1
    while position < term.count, term[position] != UInt8(ascii: "\"") {
      position += term[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position
  }

  /// The ranges of subject, predicate and object of a triple term.
  package static func parts(
    ofTripleTerm term: Span<UInt8>
  ) -> (subject: Range<Int>, predicate: Range<Int>, object: Range<Int>) {
    // `<<( s p o )>>`
    let subjectEnd = endOfTerm(in: term, from: 4)
    let predicateEnd = endOfTerm(in: term, from: subjectEnd + 1)
    return (4..<subjectEnd, subjectEnd + 1..<predicateEnd, predicateEnd + 1..<term.count - 4)
  }

  /// The offset behind a subject or predicate, which a space follows and which holds none.
  private static func endOfTerm(in term: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < term.count, term[position] != UInt8(ascii: " ") { position += 1 }
    return position
  }

  /// Appends a text of a literal without its escapes.
  package static func appendUnescaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte == UInt8(ascii: "\\"), position + 1 < text.count else {
        bytes.append(byte)
        position += 1
        continue
      }
      let sign = text[position + 1]
      position += 2
      switch sign {
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let length = sign == UInt8(ascii: "u") ? 4 : 8
        var value: UInt32 = 0
        for _ in 0..<length where position < text.count {
          value = value << 4 | UInt32(hexadecimalValue(text[position]))
          position += 1
        }
        if let scalar = Unicode.Scalar(value) { UTF8Scalar.append(scalar, to: &bytes) }
      default: bytes.append(CharacterEscape.character(sign) ?? sign)
      }
    }
  }

  /// The value of a hexadecimal digit; of any other byte meaningless.
  package static func hexadecimalValue(_ digit: UInt8) -> UInt8 {
    digit <= UInt8(ascii: "9") ? digit & 0x0F : (digit & 0x07) &+ 9
  }
}
