/// The name of a class of the pack's vocabulary, such as `City`: a term of the `smp:` namespace.
///
/// Not an enumeration, since a pack may add classes without a change to the code.
public struct EntityClass: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The local name.
  public var rawValue: String

  /// The class with this local name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// In order of the names' UTF-8.
  public static func < (left: EntityClass, right: EntityClass) -> Bool {
    left.rawValue < right.rawValue
  }

  // The classes that the stages themselves treat in a way of their own.
  /// Cooperations and the papers that make them; told apart by parties, type and year.
  public static let agreement = EntityClass(rawValue: "Agreement")
  /// Sources read and works that they cite.
  public static let document = EntityClass(rawValue: "Document")
  /// Acts of law, by their canonical keys.
  public static let regulation = EntityClass(rawValue: "Regulation")
}

/// The name of a property of the pack's vocabulary, such as `partyTo`: a term of the `smp:` namespace.
public struct Predicate: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The local name.
  public var rawValue: String

  /// The property with this local name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// In order of the names' UTF-8.
  public static func < (left: Predicate, right: Predicate) -> Bool {
    left.rawValue < right.rawValue
  }
}
