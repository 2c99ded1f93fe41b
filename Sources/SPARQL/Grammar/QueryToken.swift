import RDF

/// A token of SPARQL and where it stands
/// ([SPARQL 1.1 §19.8](https://www.w3.org/TR/sparql11-query/#sparqlGrammar)).
struct QueryToken {
  enum Kind: Hashable {
    /// The end of the text.
    case end
    /// `IRIREF` [139], without its brackets.
    case iri(String)
    /// `PNAME_LN` [141] or `PNAME_NS` [140], the escapes of the local name resolved.
    case prefixedName(prefix: String, local: String)
    /// `BLANK_NODE_LABEL` [142], without `_:`.
    case blankNode(String)
    /// `VAR1` [143] or `VAR2` [144], without its sign.
    case variable(String)
    /// `LANG_DIR`, without its signs: `LANGTAG` [145] with a base direction or without.
    case language(String, BaseDirection?)
    /// `INTEGER` [146].
    case integer(String)
    /// `DECIMAL` [147].
    case decimal(String)
    /// `DOUBLE` [148].
    case double(String)
    /// `STRING_LITERAL…` [156]–[159], the escapes resolved.
    case string(String)
    /// A word, as written.
    case word(String)
    /// A sign.
    case symbol(Symbol)
  }

  /// The signs of the grammar.
  enum Symbol: String {
    case openBrace = "{"
    case closeBrace = "}"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case dot = "."
    case comma = ","
    case semicolon = ";"
    case bar = "|"
    case slash = "/"
    case caret = "^"
    case doubleCaret = "^^"
    case star = "*"
    case question = "?"
    case plus = "+"
    case minus = "-"
    case exclamation = "!"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case and = "&&"
    case or = "||"
    case tilde = "~"
    case openReifiedTriple = "<<"
    case closeReifiedTriple = ">>"
    case openTripleTerm = "<<("
    case closeTripleTerm = ")>>"
    case openAnnotation = "{|"
    case closeAnnotation = "|}"
  }

  let kind: Kind
  /// In bytes, from 0, of the text that the lexer reads.
  let range: Range<Int>
}

extension QueryToken.Symbol {
  /// The sign of one byte; nil if it is none.
  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): self = .openBrace
    case UInt8(ascii: "}"): self = .closeBrace
    case UInt8(ascii: "("): self = .openParenthesis
    case UInt8(ascii: ")"): self = .closeParenthesis
    case UInt8(ascii: "["): self = .openBracket
    case UInt8(ascii: "]"): self = .closeBracket
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: "|"): self = .bar
    case UInt8(ascii: "/"): self = .slash
    case UInt8(ascii: "^"): self = .caret
    case UInt8(ascii: "*"): self = .star
    case UInt8(ascii: "?"): self = .question
    case UInt8(ascii: "+"): self = .plus
    case UInt8(ascii: "-"): self = .minus
    case UInt8(ascii: "!"): self = .exclamation
    case UInt8(ascii: "="): self = .equal
    case UInt8(ascii: "<"): self = .less
    case UInt8(ascii: ">"): self = .greater
    case UInt8(ascii: "~"): self = .tilde
    default: return nil
    }
  }

  /// The sign of two bytes; nil if they are none.
  init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (UInt8(ascii: "^"), UInt8(ascii: "^")): self = .doubleCaret
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): self = .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): self = .and
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): self = .or
    case (UInt8(ascii: "<"), UInt8(ascii: "<")): self = .openReifiedTriple
    case (UInt8(ascii: ">"), UInt8(ascii: ">")): self = .closeReifiedTriple
    case (UInt8(ascii: "{"), UInt8(ascii: "|")): self = .openAnnotation
    case (UInt8(ascii: "|"), UInt8(ascii: "}")): self = .closeAnnotation
    default: return nil
    }
  }

  /// The sign of three bytes; nil if they are none.
  init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    switch (first, second, third) {
    case (UInt8(ascii: "<"), UInt8(ascii: "<"), UInt8(ascii: "(")): self = .openTripleTerm
    case (UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: ">")): self = .closeTripleTerm
    default: return nil
    }
  }
}
