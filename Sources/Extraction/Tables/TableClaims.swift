public import Claims
public import Diagnostics

/// What a table says by its mapping, and the cells that could not be read.
public struct TableClaims: Sendable {
  /// The things and claims of all rows.
  public var claims: DocumentClaims
  /// In the order of the rows; without a file.
  public var diagnostics: [Diagnostic]
}
