/// The edition of SPARQL that a text is read by.
///
/// What SPARQL 1.2 adds is read by both. They differ in what one of them forbids.
public enum SPARQLVersion: Hashable, Sendable {
  /// [SPARQL 1.1](https://www.w3.org/TR/sparql11-query/): code points may be escaped anywhere in the
  /// text ([§19.2](https://www.w3.org/TR/sparql11-query/#codepointEscape)), before it is read.
  case sparql11
  /// [SPARQL 1.2](https://www.w3.org/TR/sparql12-query/): code points may be escaped in IRIs and
  /// texts only ([§19.2](https://www.w3.org/TR/sparql12-query/#codepointEscape)), and what an escape
  /// stands for is never read again.
  case sparql12
}
