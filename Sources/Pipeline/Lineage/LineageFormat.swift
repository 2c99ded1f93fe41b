/// How the answers of `simpul lineage` are written.
public enum LineageFormat: String, Hashable, Sendable, CaseIterable {
  /// For a terminal.
  case text
  case json
  /// The DOT language of Graphviz.
  case dot
  /// A flowchart that Markdown pages show.
  case mermaid
  case graphml
  /// RDF, in the terms of the vocabulary and of the European Legislation Identifier.
  case turtle
  /// A timeline.
  case svg
  /// A drawing in layers: what a regulation rests on stands above it.
  case layers = "svg:layers"
}
