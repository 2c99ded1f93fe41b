/// A resource without a name, told from others of its document by a label.
public struct BlankNode: Hashable, Sendable {
  /// The label without `_:`; any text (writers encode what their grammar does not take).
  public let label: String

  /// The blank node with this label.
  public init(label: String) { self.label = label }

  /// Whether both are the same code points.
  public static func == (left: BlankNode, right: BlankNode) -> Bool {
    left.label.hasSameCodePoints(as: right.label)
  }
}
