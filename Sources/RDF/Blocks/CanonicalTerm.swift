/// Terms as N-Triples writes them, in canonical form
/// ([RDF 1.2 N-Triples §3](https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples)).
///
/// What RDF 1.1 can say comes out in RDF 1.1; triple terms and base directions in RDF 1.2.
/// ``CanonicalTermDecoder`` is the way back.
package enum CanonicalTerm {
  /// A term.
  package static func append(
    _ term: Term, languageTags: LanguageTagCase = .asWritten, to bytes: inout [UInt8]
  ) {
    switch term {
    case .namedNode(let node): append(node, to: &bytes)
    case .blankNode(let node): append(node, to: &bytes)
    case .literal(let literal): append(literal, languageTags: languageTags, to: &bytes)
    case .tripleTerm(let triple):
      append("<<( ", to: &bytes)
      append(triple, languageTags: languageTags, to: &bytes)
      append(" )>>", to: &bytes)
    }
  }

  /// Subject, predicate and object with one space between.
  package static func append(
    _ triple: Triple, languageTags: LanguageTagCase = .asWritten, to bytes: inout [UInt8]
  ) {
    append(triple.subject, to: &bytes)
    bytes.append(space)
    append(triple.predicate, to: &bytes)
    bytes.append(space)
    append(triple.object, languageTags: languageTags, to: &bytes)
  }

  /// A subject.
  package static func append(_ subject: Subject, to bytes: inout [UInt8]) {
    switch subject {
    case .namedNode(let node): append(node, to: &bytes)
    case .blankNode(let node): append(node, to: &bytes)
    }
  }

  /// A named node: its IRI between `<` and `>`.
  package static func append(_ node: NamedNode, to bytes: inout [UInt8]) {
    appendIRI(node.iri.utf8, to: &bytes)
  }

  /// An IRI, or a reference relative to a base, between `<` and `>`.
  package static func appendIRI(_ iri: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    // A copy, so that not every byte asks whether the constant has been made.
    let notInIRIs = notInIRIs
    // Nearly every IRI stands as it is.
    let isDone = iri.withContiguousStorageIfAvailable { plain in
      guard plain.allSatisfy({ $0 > 0x20 && !notInIRIs.contains($0) }) else { return false }
      bytes.append(contentsOf: plain)
      return true
    }
    if isDone != true {
      for byte in iri {
        if byte <= 0x20 || notInIRIs.contains(byte) {
          appendCodePoint(byte, to: &bytes)
        } else {
          bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// A blank node under its own label, or under the label that stands for it (``EncodedLabel``)
  /// where the grammar does not take it.
  package static func append(_ node: BlankNode, to bytes: inout [UInt8]) {
    append("_:", to: &bytes)
    append(EncodedLabel.encode(node.label), to: &bytes)
  }

  /// A literal; `xsd:string` goes without saying.
  package static func append(
    _ literal: Literal, languageTags: LanguageTagCase = .asWritten, to bytes: inout [UInt8]
  ) {
    bytes.append(quote)
    appendEscaped(literal.lexicalForm, to: &bytes)
    bytes.append(quote)
    if let language = literal.language {
      bytes.append(UInt8(ascii: "@"))
      append(languageTags == .lowercase ? language.lowercased() : language, to: &bytes)
      if let direction = literal.direction {
        append("--", to: &bytes)
        append(direction.rawValue, to: &bytes)
      }
    } else if literal.datatype != XSD.string {
      append("^^", to: &bytes)
      append(literal.datatype, to: &bytes)
    }
  }

  /// The text of a literal, escaped no more than the canonical form asks.
  package static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + text.utf8.count)
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      appendEscaped(byte, after: previous, to: &bytes)
      previous = (previous.1, byte)
    }
  }

  /// One byte of a text; `previous` are the two before it, to see U+FFFE and U+FFFF end.
  package static func appendEscaped(
    _ byte: UInt8, after previous: (UInt8, UInt8), to bytes: inout [UInt8]
  ) {
    switch byte {
    case 0x08: append("\\b", to: &bytes)
    case 0x09: append("\\t", to: &bytes)
    case 0x0A: append("\\n", to: &bytes)
    case 0x0C: append("\\f", to: &bytes)
    case 0x0D: append("\\r", to: &bytes)
    case quote: append("\\\"", to: &bytes)
    case UInt8(ascii: "\\"): append("\\\\", to: &bytes)
    case 0..<0x20, 0x7F: appendCodePoint(byte, to: &bytes)
    case 0xBE, 0xBF:
      if previous == (0xEF, 0xBF) {
        bytes.removeLast(2)
        append(byte == 0xBE ? "\\uFFFE" : "\\uFFFF", to: &bytes)
      } else {
        bytes.append(byte)
      }
    default: bytes.append(byte)
    }
  }

  /// A text as it is.
  package static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: text.utf8)
  }

  /// `\u00XX`.
  package static func appendCodePoint(_ byte: UInt8, to bytes: inout [UInt8]) {
    append("\\u00", to: &bytes)
    appendHexadecimal(byte, to: &bytes)
  }

  /// Two hexadecimal digits in capitals.
  package static func appendHexadecimal(_ byte: UInt8, to bytes: inout [UInt8]) {
    for digit in [byte >> 4, byte & 0x0F] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }

  /// What `IRIREF` takes only as an escape, beside the control characters and the space.
  private static let notInIRIs = ASCIISet("<>\"{}|^`\\")
  private static let space = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")
}
