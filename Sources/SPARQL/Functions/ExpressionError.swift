public import Diagnostics
public import RDF

/// Why an expression has no value for a solution
/// ([SPARQL 1.1 §17.2](https://www.w3.org/TR/sparql11-query/#evaluation)).
///
/// All but those with ``endsQuery`` are what SPARQL calls an error: `||`, `&&`, `IF`, `COALESCE` and
/// `IN` may get over it, a filter drops the solution, and `BIND` leaves its variable unbound.
public enum ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A variable is bound to nothing.
  case unbound
  /// An operand is of a kind that the operator or function does not take.
  case wrongType
  /// An operand has no value, or the values have no result.
  case value(XSDError)
  /// An operand is of the right kind, but its text cannot serve: no IRI, no language tag.
  case unfitText
  /// Nobody knows the function.
  case unknownFunction(NamedNode)
  /// A pattern or replacement of `REGEX` or `REPLACE` is none.
  case pattern(RegularExpressionError)
  /// A regular expression was tried in this many ways without an answer.
  case tooMuchBacktracking(limit: Int)

  /// Whether the whole query has to end, since an answer without this value would be a wrong one.
  public var endsQuery: Bool {
    switch self {
    case .unbound, .wrongType, .value, .unfitText, .unknownFunction, .pattern: false
    case .tooMuchBacktracking: true
    }
  }

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch self {
    case .unbound: Message(en: "the variable is unbound", id: "variabel tidak terikat")
    case .wrongType:
      Message(
        en: "the function or operator is not defined for terms of this kind",
        id: "fungsi atau operator tidak terdefinisi untuk istilah jenis ini")
    case .value(let error): error.message
    case .unfitText:
      Message(
        en: "the text is no IRI, or no language tag", id: "teks bukan IRI, atau bukan tag bahasa")
    case .unknownFunction(let name):
      Message(
        en: "there is no function <\(name.iri)>", id: "tidak ada fungsi <\(name.iri)>")
    case .pattern(let error): error.message
    case .tooMuchBacktracking(let limit):
      Message(
        en: "a regular expression was given up after \(limit) steps; make the pattern simpler",
        id: "ekspresi reguler dihentikan setelah \(limit) langkah; sederhanakan polanya")
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}
