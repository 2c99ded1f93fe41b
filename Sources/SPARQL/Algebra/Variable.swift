/// A variable of a query ([SPARQL 1.1 §4.1.3](https://www.w3.org/TR/sparql11-query/#QSynVariables)).
public struct Variable: Hashable, Sendable {
  /// The name without `?` or `$`.
  ///
  /// Names that begin with `.`, which no query can write, are those of blank nodes and of values in
  /// between: nobody sees them in `SELECT *`.
  public let name: String

  /// A variable of this name.
  public init(_ name: String) {
    self.name = name
  }

  /// Whether a query can name it.
  public var isVisible: Bool { name.utf8.first != UInt8(ascii: ".") }
}
