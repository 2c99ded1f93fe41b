/// How much of time a GEXF document tells.
public enum GEXFFlavour: String, CaseIterable, Hashable, Sendable {
  /// Starts, ends and spells of nodes and edges, where something is dated.
  case dynamic
  /// None, for readers that refuse a document with them, such as Tulip; periods stay as values.
  case `static`

  /// The name by which it is chosen.
  public var name: String { rawValue }
}
