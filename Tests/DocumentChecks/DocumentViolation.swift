/// A rule that what was read of a file breaks.
package struct DocumentViolation: Error, CustomStringConvertible {
  /// What is wrong, with the block or the file concerned.
  package var description: String

  init(_ description: String) { self.description = description }
}
