/// An instruction of a layer's automaton with the rows of its tests.
enum RuleStep: Sendable {
  case test(row: Int)
  case negated(row: Int)
  /// Ways at these positions of `ways`.
  case phrase(Range<Int>)
  case split(Int, Int)
  case jump(Int)
  case open(slot: Int)
  case close(slot: Int)
  case sentenceStart
  case sentenceEnd
  case match
}
