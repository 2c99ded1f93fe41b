/// The syntaxes in which the benchmark graph is made; the raw value is the ending of files.
package enum DataFormat: String, CaseIterable, Hashable, Sendable {
  case nTriples = "nt"
  case nQuads = "nq"
  /// Turtle with the same statements as N-Triples.
  case turtle = "ttl"
  /// TriG with the same statements as N-Quads.
  case triG = "trig"
}
