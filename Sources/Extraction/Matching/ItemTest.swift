import DomainPack

/// A question about one item.
indirect enum ItemTest: Hashable, Sendable {
  case words(Set<Int32>)
  /// Mentions of classes; `unconfirmed` admits names that need a context.
  case mention(Set<Int32>, unconfirmed: Bool)
  case shape(ItemShape)
  /// One of these words or a mention of one of these classes.
  case either(words: Set<Int32>, classes: Set<Int32>)
  case not(ItemTest)
  case all([ItemTest])
  case any([ItemTest])
}

/// The words that tell the shapes that rest on lists of the pack.
package struct ShapeWords: Sendable {
  var phraseStops: Set<Int32> = []
  var clauseStops: Set<Int32> = []
  var separators: Set<Int32> = []
  /// Marks that may stand inside a phrase.
  var phraseMarks: Set<Int32> = []
  var gapStops: Set<Int32> = []
  /// Classes whose mentions may be part of a longer name.
  var softClasses: Set<Int32> = []

  /// No words.
  package init() {}
}

/// Tells the shapes of items.
struct ShapeTeller: Sendable {
  /// The lists that a word stands in.
  private struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8

    static let phraseStop = Kinds(rawValue: 1)
    static let clauseStop = Kinds(rawValue: 2)
    static let separator = Kinds(rawValue: 4)
    static let phraseMark = Kinds(rawValue: 8)
    static let gapStop = Kinds(rawValue: 16)
  }

  private var kinds: [Kinds] = []
  private let softClasses: Set<Int32>

  init(_ words: ShapeWords) {
    softClasses = words.softClasses
    let lists: [(Set<Int32>, Kinds)] = [
      (words.phraseStops, .phraseStop), (words.clauseStops, .clauseStop),
      (words.separators, .separator), (words.phraseMarks, .phraseMark), (words.gapStops, .gapStop),
    ]
    let last = lists.compactMap { $0.0.max() }.max() ?? -1
    kinds = [Kinds](repeating: [], count: Int(last) + 1)
    for (list, kind) in lists { for word in list { kinds[Int(word)].insert(kind) } }
  }

  private func kinds(of word: Int32) -> Kinds {
    word >= 0 && Int(word) < kinds.count ? kinds[Int(word)] : []
  }

  /// Whether an item is a mention that may be part of a longer name.
  func isSoft(_ item: Item) -> Bool { item.mention >= 0 && softClasses.contains(item.entityClass) }

  /// How many looks there are.
  static let looks: Int32 = 3 << 12

  /// All that shapes ask of an item, as one number: how its first token looks, the lists that its
  /// word stands in, and whether it is a mention that may be part of a longer name, or another one.
  func look(of item: Item) -> Int32 {
    let isMention = item.mention >= 0 && !item.isUnconfirmed
    let standing: Int32 = isMention ? (softClasses.contains(item.entityClass) ? 1 : 2) : 0
    return standing << 12 | Int32(kinds(of: item.word).rawValue) << 7
      | Int32(item.look.rawValue & 0x7F)
  }

  /// Whether an item has a shape.
  func has(_ shape: ItemShape, _ item: Item) -> Bool { Self.has(shape, look: look(of: item)) }

  /// Whether items of a look have a shape.
  static func has(_ shape: ItemShape, look number: Int32) -> Bool {
    let isMention = number >> 12 > 0
    let isSoft = number >> 12 == 1
    let kinds = Kinds(rawValue: UInt8(truncatingIfNeeded: number >> 7) & 0x1F)
    let look = Token.Look(rawValue: UInt8(truncatingIfNeeded: number) & 0x7F)
    let isMark = look.contains(.mark) && !isMention
    return switch shape {
    case .any: true
    case .word: isMention || !isMark
    case .cap: look.contains(.capital)
    case .name:
      look.contains(.capital) && !kinds.contains(.phraseStop) && (!isMention || isSoft)
    case .upper: look.contains(.upper)
    case .number: look.contains(.number)
    case .year: look.contains(.year)
    case .phrase: isMark ? kinds.contains(.phraseMark) : !kinds.contains(.phraseStop)
    case .clause: isMark ? kinds.contains(.phraseMark) : !kinds.contains(.clauseStop)
    case .gap: !kinds.contains(.gapStop)
    case .separator: kinds.contains(.separator)
    }
  }
}
