/// How the word that tells of a doing is meant: it decides where the parties of the doing stand.
public enum FrameVoice: String, Sendable, CaseIterable {
  /// *menyerahkan*, *donates*: who does it stands before.
  case active
  /// *diserahkan*, *was donated*: what it is done to stands before.
  case passive
  /// *penyerahan*, *the donation of*.
  case noun
  /// *donated*: passive beside a form of *to be* or before *by*, else active.
  case participle
}

/// Where a party of a doing stands, seen from the word that tells of it.
public enum FramePlace: Hashable, Sendable {
  /// The nearest one before it that no preposition governs.
  case before
  /// The first one behind it that no preposition governs.
  case after
  /// The one that ends right before it.
  case left
  /// The one that begins right behind it.
  case right
  /// The nearest one on either side, whatever governs it.
  case near
  /// One that a preposition of this word class governs: behind it first, then before it.
  case governed(String)
}

/// A party of a doing.
public struct FrameRole: Sendable {
  /// What the party must be.
  public enum Filler: Sendable {
    /// A mention of one of these classes or tags.
    case classes([String])
    /// The words of a phrase or clause, up to a shape's end.
    case words(ItemShape)
  }

  /// The name by which claims speak of it.
  public var name: String
  /// What fills it.
  public var filler: Filler
  /// Places by voice, the first in which something fits counts.
  public var places: [FrameVoice: [FramePlace]]
  /// Whether all members of a list count, not only the one that stands there.
  public var takesLists: Bool
}

/// A kind of doing: the words that tell of it, its parties and what is to be claimed of them.
///
/// docs/frames.md describes the notation.
public struct Frame: Sendable {
  /// What is made of the parties; it has no patterns.
  public var rule: Rule
  /// The words that tell of the doing, by voice: words, phrases, `@class`; `~stem` makes the forms
  /// that a language's voices give.
  public var triggers: [FrameVoice: [String]]
  /// In the order of the file.
  public var roles: [FrameRole]
  /// Instead of words that tell of a doing: classes or tags whose things the frame speaks of, each
  /// once, as `self`.
  public var each: [String]
  /// Predicates of which one must be told of such a thing as having happened.
  public var told: [String]
}
