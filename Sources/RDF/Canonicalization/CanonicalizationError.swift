public import Diagnostics

/// The naming of a dataset's blank nodes was given up: they are too much alike.
public struct CanonicalizationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many steps were taken.
  public let limit: Int

  /// Names given up after so many steps.
  public init(limit: Int) { self.limit = limit }

  /// What happened and what it means.
  public var message: Message {
    Message(
      en: """
        the blank nodes are too much alike to be named: given up after \(limit) steps; such data \
        are seldom made by accident
        """,
      id: """
        simpul-simpul kosongnya terlalu serupa untuk dinamai: dihentikan setelah \(limit) langkah; \
        data seperti itu jarang terjadi tanpa sengaja
        """)
  }

  /// The message in English.
  public var description: String { message.text(in: .english) }
}
