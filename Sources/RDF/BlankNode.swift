/// A resource without a name, told from others of its document by a label.
public struct BlankNode: Hashable, Sendable {
  /// The label without `_:`.
  public let label: String

  /// The blank node with this label.
  public init(label: String) { self.label = label }
}
