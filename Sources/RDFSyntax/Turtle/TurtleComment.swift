import RDF

/// Comments at the top of Turtle and TriG.
enum TurtleComment {
  /// Appends lines, each behind a `#`; a line end within one begins another.
  static func append(_ lines: [String], to bytes: inout [UInt8]) {
    for line in lines.flatMap({ $0.split(omittingEmptySubsequences: false) { $0.isNewline } }) {
      CanonicalTerm.append(line.isEmpty ? "#\n" : "# \(line)\n", to: &bytes)
    }
  }
}
