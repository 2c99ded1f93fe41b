/// A word, a number or a mark of a block.
package struct Token: Sendable {
  /// How a token looks.
  package struct Look: OptionSet, Sendable {
    package let rawValue: UInt8

    /// The looks with these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let word = Look(rawValue: 1)
    package static let number = Look(rawValue: 2)
    /// Begins with a capital.
    package static let capital = Look(rawValue: 4)
    /// All capitals, two letters or more.
    package static let upper = Look(rawValue: 8)
    package static let mark = Look(rawValue: 16)
    /// No space before it.
    package static let glued = Look(rawValue: 32)
    /// A number that can be a year, 1900…2099.
    package static let year = Look(rawValue: 64)
  }

  /// Bytes of the block's repaired text.
  package var range: Range<Int>
  /// Number of the folded word.
  package var word: Int32
  package var look: Look
}
