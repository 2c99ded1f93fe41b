/// What does not hold although it has to, whatever the input.
package struct Violation: Error, CustomStringConvertible {
  /// The rule, and how it is broken.
  package var description: String

  /// A broken rule.
  package init(_ description: String) { self.description = description }
}
