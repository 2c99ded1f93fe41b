import RDFSyntax
import SyntaxChecks
import TestSupport

/// Makes texts that differ from good ones by a little: some stay good, most get a mistake.
struct TextMutation {
  /// The texts to begin with.
  let originals: [[UInt8]]
  /// What is put into them.
  let tokens: [[UInt8]]
  var generator: SeededGenerator

  /// Changes for texts of a syntax.
  init(of originals: [[UInt8]], as format: RDFFormat, generator: SeededGenerator) {
    self.originals = originals
    self.tokens = format.tokens
    self.generator = generator
  }

  /// One of the texts with one to four changes.
  mutating func next() -> [UInt8] {
    var text = original()
    for _ in 0...generator.below(4) { change(&text) }
    return text
  }

  private mutating func original() -> [UInt8] { originals[generator.below(originals.count)] }

  private mutating func change(_ text: inout [UInt8]) {
    let place = generator.below(text.count + 1)
    let range = place..<min(place + 1 + generator.below(8), text.count)
    switch generator.below(8) {
    case 0 where place < text.count: text[place] ^= 1 << UInt8(generator.below(8))
    case 1 where place < text.count: text[place] = UInt8(generator.below(256))
    case 2: text.removeSubrange(range)
    case 3: text.insert(contentsOf: text[range], at: place)
    case 4: text.removeSubrange(place...)
    case 5: splice(&text, at: place)
    case 6: text.replaceSubrange(range, with: tokens[generator.below(tokens.count)])
    default: text.insert(contentsOf: tokens[generator.below(tokens.count)], at: place)
    }
  }

  /// Goes on as another text does from some place.
  private mutating func splice(_ text: inout [UInt8], at place: Int) {
    let other = original()
    text.removeSubrange(place...)
    text += other[generator.below(other.count + 1)...]
  }
}
