import XML

/// The numberings of a Word document, and how far each has counted
/// ([ECMA-376 part 1 §17.9](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
struct WordNumbering {
  /// A numbering that paragraphs refer to: an abstract one, and what it changes in it.
  struct Instance {
    var abstract: Int
    /// The first numbers by level where they differ.
    var starts: [Int: Int] = [:]
    /// Whole levels that differ.
    var levels: [Int: NumberLevel] = [:]
  }

  private let abstracts: [Int: [NumberLevel]]
  private let instances: [Int: Instance]
  private var counters: [Int: NumberCounter] = [:]
  /// Levels, by numbering, whose own first number has been used.
  private var started: Set<[Int]> = []

  /// The numberings of a file by number.
  init(abstracts: [Int: [NumberLevel]] = [:], instances: [Int: Instance] = [:]) {
    self.abstracts = abstracts
    self.instances = instances
  }

  /// Counts a paragraph and gives its label; nil if there is no numbering of the number.
  mutating func count(_ number: Int, level: Int) -> NumberLabel? {
    guard let instance = instances[number], var levels = abstracts[instance.abstract] else {
      return nil
    }
    for (level, own) in instance.levels where levels.indices.contains(level) {
      levels[level] = own
    }
    var restart: Int?
    if let start = instance.starts[level], started.insert([number, level]).inserted {
      restart = start
    }
    return counters[instance.abstract, default: NumberCounter()]
      .count(level, of: levels, restart: restart)
  }
}

/// Reads `numbering.xml`.
final class WordNumberingContent: XMLContentHandler {
  private var names = NameMeanings(Element.named)
  private var attributes = NameMeanings(WordAttribute.named)
  private var abstracts: [Int: [NumberLevel]] = [:]
  private var instances: [Int: WordNumbering.Instance] = [:]
  /// Numbering styles by name: the abstract numbering that defines one, those that only refer to it.
  private var definitions: [String: Int] = [:]
  private var links: [Int: String] = [:]
  private var abstract: (id: Int, levels: [NumberLevel])?
  private var instance: (id: Int, value: WordNumbering.Instance)?
  private var level: (index: Int, value: NumberLevel)?
  private var overridden = 0
  private var open: [Element] = []

  /// What was read.
  var result: WordNumbering {
    var abstracts = abstracts
    for (id, style) in links {
      if let definition = definitions[style], let levels = abstracts[definition] {
        abstracts[id] = levels
      }
    }
    return WordNumbering(abstracts: abstracts, instances: instances)
  }

  override func startElement(_ tag: XMLTag) {
    let element = names.meaning(of: tag.name)
    open.append(element)
    switch element {
    case .abstract:
      guard let id = tag.value(.abstractIdentifier, &attributes)?.integer else { return }
      abstract = (id, [])
    case .level:
      guard let index = tag.value(.level, &attributes)?.integer,
        (0...NumberCounter.lastLevel).contains(index)
      else { return }
      level = (index, NumberLevel())
    case .start: level?.value.start = tag.value(.value, &attributes)?.integer ?? 1
    case .format:
      level?.value.format = Self.format(tag.value(.value, &attributes)?.string ?? "")
    case .text: level?.value.label = Self.label(tag.value(.value, &attributes)?.string ?? "")
    case .suffix: level?.value.isSpaced = tag.value(.value, &attributes)?.string != "nothing"
    case .legal: level?.value.isLegal = tag.value(.value, &attributes)?.isOff != true
    case .restart: level?.value.restarts = tag.value(.value, &attributes)?.integer != 0
    case .styleDefinition:
      if let id = abstract?.id, let name = tag.value(.value, &attributes)?.string {
        definitions[name] = id
      }
    case .styleLink:
      if let id = abstract?.id { links[id] = tag.value(.value, &attributes)?.string }
    case .number:
      guard let id = tag.value(.identifier, &attributes)?.integer else { return }
      instance = (id, WordNumbering.Instance(abstract: -1))
    case .abstractReference:
      instance?.value.abstract = tag.value(.value, &attributes)?.integer ?? -1
    case .change: overridden = tag.value(.level, &attributes)?.integer ?? 0
    case .startChange:
      instance?.value.starts[overridden] = tag.value(.value, &attributes)?.integer ?? 1
    case .other: break
    }
  }

  override func endElement() {
    switch open.popLast() {
    case .abstract:
      if let (id, levels) = abstract { abstracts[id] = levels }
      abstract = nil
    case .level:
      if let (index, value) = level {
        if instance != nil {
          instance?.value.levels[index] = value
        } else {
          while (abstract?.levels.count ?? .max) <= index { abstract?.levels.append(NumberLevel()) }
          abstract?.levels[index] = value
        }
      }
      level = nil
    case .number:
      if let (id, value) = instance { instances[id] = value }
      instance = nil
    default: break
    }
  }

  /// Formats that need the words of a language are written in digits.
  private static func format(_ name: String) -> NumberFormat {
    switch name {
    case "upperRoman": .upperRoman
    case "lowerRoman": .lowerRoman
    case "upperLetter": .upperLetter
    case "lowerLetter": .lowerLetter
    case "decimalZero": .paddedDecimal
    case "bullet": .bullet
    case "none": .none
    default: .decimal
    }
  }

  /// The pieces of a level's text, in which `%1` stands for the number of the first level.
  private static func label(_ text: String) -> [NumberLevel.Piece] {
    var pieces: [NumberLevel.Piece] = []
    var plain = ""
    var rest = text.prefix(longestLabel)
    while let character = rest.popFirst() {
      if character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) {
        rest.removeFirst()
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.number(level: digit - 1))
      } else {
        plain.append(character)
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  /// Longest label in characters.
  private static let longestLabel = 256

  private enum Element {
    case other, abstract, level, start, format, text, suffix, legal, restart, styleDefinition
    case styleLink, number, abstractReference, change, startChange

    static func named(_ namespace: String, _ local: String) -> Element {
      guard namespace == WordNames.main || namespace == WordNames.strict else { return .other }
      return byName[local] ?? .other
    }

    private static let byName: [String: Element] = [
      "abstractNum": .abstract, "lvl": .level, "start": .start, "numFmt": .format,
      "lvlText": .text, "suff": .suffix, "isLgl": .legal, "lvlRestart": .restart,
      "styleLink": .styleDefinition, "numStyleLink": .styleLink, "num": .number,
      "abstractNumId": .abstractReference, "lvlOverride": .change, "startOverride": .startChange,
    ]
  }
}
