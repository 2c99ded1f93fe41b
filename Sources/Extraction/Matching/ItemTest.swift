import DomainPack

/// A question about one item.
indirect enum ItemTest {
  case words(Set<Int32>)
  /// Mentions of classes; `unconfirmed` admits names that need a context.
  case mention(Set<Int32>, unconfirmed: Bool)
  case shape(ItemShape)
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

extension ItemTest {
  /// Whether the item passes; `number` is its value where it is a number of four digits.
  func passes(_ item: Item, year: Int?, shapes: ShapeWords) -> Bool {
    switch self {
    case .words(let words):
      return words.contains(item.word)
    case .mention(let classes, let unconfirmed):
      return item.mention >= 0 && (classes.contains(item.entityClass) || classes.contains(item.tag))
        && (unconfirmed || !item.isUnconfirmed)
    case .not(let test):
      return !test.passes(item, year: year, shapes: shapes)
    case .all(let tests):
      return tests.allSatisfy { $0.passes(item, year: year, shapes: shapes) }
    case .any(let tests):
      return tests.contains { $0.passes(item, year: year, shapes: shapes) }
    case .shape(let shape):
      return passes(shape, item, year: year, shapes: shapes)
    }
  }

  private func passes(_ shape: ItemShape, _ item: Item, year: Int?, shapes: ShapeWords) -> Bool {
    let isMention = item.mention >= 0 && !item.isUnconfirmed
    let isMark = item.look.contains(.mark) && !isMention
    switch shape {
    case .any: return true
    case .word: return isMention || !isMark
    case .cap: return item.look.contains(.capital)
    case .name:
      return item.look.contains(.capital) && !shapes.phraseStops.contains(item.word)
        && (!isMention || shapes.softClasses.contains(item.entityClass))
    case .upper: return item.look.contains(.upper)
    case .number: return item.look.contains(.number)
    case .year: return year.map { (1900...2099).contains($0) } ?? false
    case .phrase:
      if isMark { return shapes.phraseMarks.contains(item.word) }
      return !shapes.phraseStops.contains(item.word)
    case .clause:
      if isMark { return shapes.phraseMarks.contains(item.word) }
      return !shapes.clauseStops.contains(item.word)
    case .gap: return !shapes.gapStops.contains(item.word)
    case .separator: return shapes.separators.contains(item.word)
    }
  }
}
