package import Diagnostics

/// Reads the notation of patterns.
///
/// ```
/// pattern  = branch *( "|" branch )
/// branch   = 1*item
/// item     = [ name ":" ] atom *( "&" atom ) [ quantifier ]
/// atom     = word | "'" text "'" | "~" stem | "@" class | "<" class *("|" class) ["?"] ">"
///          | "#" shape | "!" atom | "(" pattern ")" | "..." | ".." number | "^" | "$"
/// quantifier = ( "?" | "*" | "+" | "{" m "," n "}" ) [ "?" ] | ",+"
/// ```
package struct RulePatternParser {
  /// A mistake in the notation: which character (from 0) and what was expected.
  package struct Mistake: Error {
    package var offset: Int
    package var message: Message
  }

  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  /// Reads a whole pattern.
  package static func parse(_ text: String) throws(Mistake) -> RulePattern {
    var parser = RulePatternParser(text)
    let pattern = try parser.readAlternatives()
    parser.skipSpace()
    if parser.position < parser.characters.count {
      throw parser.mistake(
        "unexpected “\(parser.characters[parser.position])”",
        "tanda “\(parser.characters[parser.position])” tidak pada tempatnya")
    }
    return pattern
  }

  private func mistake(_ english: String, _ indonesian: String) -> Mistake {
    Mistake(offset: position, message: Message(en: english, id: indonesian))
  }

  private var current: Character? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func skipSpace() {
    while let character = current, character.isWhitespace { position += 1 }
  }

  private mutating func readAlternatives() throws(Mistake) -> RulePattern {
    var branches = [try readBranch()]
    skipSpace()
    while current == "|" {
      position += 1
      branches.append(try readBranch())
      skipSpace()
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func readBranch() throws(Mistake) -> RulePattern {
    var items: [RulePattern] = []
    while true {
      skipSpace()
      guard let character = current, character != "|", character != ")" else { break }
      items.append(try readItem())
    }
    guard !items.isEmpty else {
      throw mistake(
        "expected a word, @class, <Class>, #shape or (",
        "diharapkan kata, @kelas, <Kelas>, #bentuk, atau (")
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func readItem() throws(Mistake) -> RulePattern {
    var name: String?
    let start = position
    if let character = current, character.isLetter {
      let word = readWord()
      if current == ":" {
        position += 1
        name = word
      } else {
        position = start
      }
    }
    var tests = [try readAtom()]
    while current == "&" {
      position += 1
      tests.append(try readAtom())
    }
    let atom = tests.count == 1 ? tests[0] : .all(tests)
    let (pattern, isList) = try readQuantifier(on: atom)
    guard let name else { return isList ? Self.list(of: pattern) : pattern }
    return isList ? Self.list(of: .capture(name, pattern)) : .capture(name, pattern)
  }

  /// `x`, then more of it with commas, “and” or both between.
  private static func list(of item: RulePattern) -> RulePattern {
    let separator = RulePattern.alternatives([
      .sequence([
        .shape(.separator), .repeated(.wordClass("and"), minimum: 0, maximum: 1, lazy: false),
      ]),
      .wordClass("and"),
    ])
    return .sequence([
      item, .repeated(.sequence([separator, item]), minimum: 0, maximum: nil, lazy: false),
    ])
  }

  private mutating func readWord() -> String {
    var word = ""
    while let character = current,
      character.isLetter || character.isNumber || character == "_" || character == "-"
    {
      word.append(character)
      position += 1
    }
    return word
  }

  private mutating func readAtom() throws(Mistake) -> RulePattern {
    guard let character = current else {
      throw mistake("the pattern ends too early", "pola berakhir terlalu dini")
    }
    switch character {
    case "^":
      position += 1
      return .sentenceStart
    case "$":
      position += 1
      return .sentenceEnd
    case "!":
      position += 1
      return .not(try readAtom())
    case "(":
      position += 1
      let inner = try readAlternatives()
      skipSpace()
      guard current == ")" else { throw mistake("expected )", "diharapkan )") }
      position += 1
      return inner
    case "'":
      position += 1
      var text = ""
      while let next = current, next != "'" {
        text.append(next)
        position += 1
      }
      guard current == "'" else { throw mistake("expected '", "diharapkan '") }
      position += 1
      return .word(text)
    case "@":
      position += 1
      let name = readWord()
      guard !name.isEmpty else {
        throw mistake("expected the name of a word class", "diharapkan nama kelas kata")
      }
      return .wordClass(name)
    case "~":
      position += 1
      let stem = readWord()
      guard !stem.isEmpty else { throw mistake("expected a stem", "diharapkan kata dasar") }
      return .stem(stem)
    case "#":
      position += 1
      let name = readWord()
      guard let shape = ItemShape(rawValue: name) else {
        let known = ItemShape.allCases.map(\.rawValue).joined(separator: ", ")
        throw mistake(
          "unknown shape “\(name)”; expected one of: \(known)",
          "bentuk “\(name)” tidak dikenal; diharapkan salah satu dari: \(known)")
      }
      return .shape(shape)
    case "<": return try readMention()
    case ".": return try readGap()
    default:
      let word = readWord()
      guard !word.isEmpty else {
        throw mistake("unexpected “\(character)”", "tanda “\(character)” tidak pada tempatnya")
      }
      return .word(word)
    }
  }

  private mutating func readMention() throws(Mistake) -> RulePattern {
    position += 1
    var names: [String] = []
    var unconfirmed = false
    while true {
      let name = readWord()
      guard !name.isEmpty else {
        throw mistake("expected the name of a class", "diharapkan nama kelas")
      }
      names.append(name)
      if current == "?" {
        unconfirmed = true
        position += 1
      }
      guard current == "|" else { break }
      position += 1
    }
    guard current == ">" else { throw mistake("expected >", "diharapkan >") }
    position += 1
    return .mention(names, unconfirmed: unconfirmed)
  }

  private mutating func readGap() throws(Mistake) -> RulePattern {
    var dots = 0
    while current == "." {
      dots += 1
      position += 1
    }
    if dots == 3 { return .repeated(.shape(.gap), minimum: 0, maximum: nil, lazy: true) }
    guard dots == 2, let bound = Int(readWord()) else {
      throw mistake("expected ... or .. and a number", "diharapkan ... atau .. dan bilangan")
    }
    return .repeated(.shape(.gap), minimum: 0, maximum: bound, lazy: true)
  }

  private mutating func readQuantifier(on atom: RulePattern) throws(Mistake) -> (RulePattern, Bool)
  {
    var minimum = 1
    var maximum: Int? = 1
    switch current {
    case "?": (minimum, maximum) = (0, 1)
    case "*": (minimum, maximum) = (0, nil)
    case "+": (minimum, maximum) = (1, nil)
    case "{":
      position += 1
      guard let low = Int(readWord()), current == "," else {
        throw mistake("expected {m,n}", "diharapkan {m,n}")
      }
      position += 1
      guard let high = Int(readWord()), current == "}", low <= high, high > 0 else {
        throw mistake("expected {m,n}", "diharapkan {m,n}")
      }
      (minimum, maximum) = (low, high)
    case ",":
      guard position + 1 < characters.count, characters[position + 1] == "+" else {
        throw mistake("expected ,+", "diharapkan ,+")
      }
      position += 2
      return (atom, true)
    default: return (atom, false)
    }
    position += 1
    var lazy = false
    if current == "?" {
      lazy = true
      position += 1
    }
    let repeated = RulePattern.repeated(atom, minimum: minimum, maximum: maximum, lazy: lazy)
    guard current == ",", position + 1 < characters.count, characters[position + 1] == "+" else {
      return (repeated, false)
    }
    position += 2
    return (repeated, true)
  }
}
