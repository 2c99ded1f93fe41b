/// The compiled patterns of a layer: one automaton, a start for each pattern.
package struct RuleProgram {
  enum Instruction {
    /// Goes on behind the item if it passes the test with this number.
    case test(Int)
    /// Goes on behind the longest phrase, of those with this number, that leads to a match.
    case phrase(Int)
    /// Goes on at both places; the first is preferred.
    case split(Int, Int)
    /// Goes on elsewhere; a jump back goes to the split that begins a loop, and ends its body.
    case jump(Int)
    case open(Int)
    case close(Int)
    case sentenceStart
    case sentenceEnd
    case match
  }

  /// What must stand in a sentence for a pattern to match there: one of these words or classes.
  struct Anchor: Hashable {
    var words: Set<Int32> = []
    var classes: Set<Int32> = []

    /// The anchor as a test.
    var test: ItemTest {
      if classes.isEmpty { return .words(words) }
      return words.isEmpty
        ? .mention(classes, unconfirmed: true) : .either(words: words, classes: classes)
    }

    /// Smaller tells more.
    var weight: Int { words.count + classes.count * 50 }

    func union(_ other: Anchor) -> Anchor {
      Anchor(words: words.union(other.words), classes: classes.union(other.classes))
    }
  }

  /// What a pattern cannot match without.
  struct Needs {
    var anchor: Anchor?
    /// Tests and phrases, each of which must pass somewhere in the sentence.
    var instructions: [Instruction] = []
  }

  /// A pattern's place in the automaton.
  struct Entry {
    var start: Int
    /// Position of its rule in the layer.
    var rule: Int
    /// Whether it is an exception of the rule.
    var isException: Bool
    var needs: Needs
  }

  /// Items that a phrase has at most.
  static let longestPhrase = 63

  var instructions: [Instruction] = []
  var tests: [ItemTest] = []
  /// Phrases of numbered words, ``longestPhrase`` words long at most; those of one instruction together.
  var phrases: [[[Int32]]] = []
  /// Names of captures; slots are shared by all patterns of the layer.
  var slots: [String] = []
  var entries: [Entry] = []
}
