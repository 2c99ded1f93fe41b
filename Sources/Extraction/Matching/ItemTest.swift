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

  /// Whether an item has a shape.
  func has(_ shape: ItemShape, _ item: Item) -> Bool {
    let isMention = item.mention >= 0 && !item.isUnconfirmed
    let isMark = item.look.contains(.mark) && !isMention
    let kinds = kinds(of: item.word)
    return switch shape {
    case .any: true
    case .word: isMention || !isMark
    case .cap: item.look.contains(.capital)
    case .name:
      item.look.contains(.capital) && !kinds.contains(.phraseStop)
        && (!isMention || softClasses.contains(item.entityClass))
    case .upper: item.look.contains(.upper)
    case .number: item.look.contains(.number)
    case .year: item.look.contains(.year)
    case .phrase: isMark ? kinds.contains(.phraseMark) : !kinds.contains(.phraseStop)
    case .clause: isMark ? kinds.contains(.phraseMark) : !kinds.contains(.clauseStop)
    case .gap: !kinds.contains(.gapStop)
    case .separator: kinds.contains(.separator)
    }
  }
}
