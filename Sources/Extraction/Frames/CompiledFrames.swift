import Diagnostics
import DomainPack

/// The frames of a pack with their words and classes as numbers.
struct CompiledFrames: Sendable {
  /// A frame that a word tells of.
  struct Trigger: Sendable {
    /// Number of the frame.
    var frame: Int
    var voice: FrameVoice
  }

  /// A party of a frame's doing.
  struct Role: Sendable {
    var role: FrameRole
    /// Classes or tags of which the party must be; empty where it is words.
    var classes: Set<Int32>
  }

  /// A frame and its parties.
  struct Compiled: Sendable {
    var rule: Rule
    var roles: [Role]
    /// Classes or tags of the things that it speaks of one by one; empty where words tell of it.
    var each: Set<Int32> = []
    /// Predicates of which one must be told of such a thing.
    var told: Set<String> = []
  }

  private(set) var frames: [Compiled] = []
  /// The words that tell of the frames; payloads are positions in ``records``.
  private(set) var triggers = PhraseTrie()
  private(set) var records: [Trigger] = []
  /// Prepositions by the word class by which frames ask for them.
  private(set) var prepositions: [String: WordSet] = [:]
  /// Every word that governs what follows it.
  private(set) var governors = WordSet()
  /// Words between a preposition and the name that it governs: articles, titles, *pihak*.
  let transparent: WordSet
  /// Words and marks that end a clause.
  let borders: WordSet
  /// *dan*, *and*.
  let conjunctions: WordSet
  /// Forms of *to be*, by which a participle is passive.
  let auxiliaries: WordSet
  /// *oleh*, *by*.
  let agents: WordSet
  /// *yang*, *which*.
  let relatives: WordSet
  /// Words between a subject or relative and its verb: *telah*, *juga*, *was*.
  let adverbs: WordSet
  /// Classes of which the subject of some frame may be.
  private(set) var subjects: Set<Int32> = []
  let comma: Int32
  let opening: Int32
  let closing: Int32
  let shapes: ShapeTeller
  /// The classes of people and of their offices: beside each other they are one party.
  let people: Set<Int32>
  let offices: Set<Int32>
  /// Tags of what names a scheme, not one program or agreement.
  let schemes: Set<Int32>
  /// The classes of places, and those of the areas that they lie in.
  let places: Set<Int32>
  let areas: Set<Int32>

  /// Compiles the frames of a pack.
  ///
  /// - Throws: ``SyntaxError`` at the first frame that names a word class or an entity class that is
  ///   unknown, and if `words.yaml` lacks a class on which all frames rest.
  init(_ pack: DomainPack, classes: [String: Int32], shapes: ShapeWords, words: inout WordTable)
    throws(SyntaxError)
  {
    let isUsed = !pack.frames.isEmpty
    func members(_ name: String) throws(SyntaxError) -> [String] {
      isUsed ? try pack.words.required(name) : []
    }
    func set(_ name: String, _ words: inout WordTable) throws(SyntaxError) -> WordSet {
      WordSet(
        try members(name).flatMap {
          RuleCompiler.phrases(of: $0, pack: pack, words: &words)
        }.filter { $0.count == 1 }.joined())
    }
    func entityClasses(_ name: String) throws(SyntaxError) -> Set<Int32> {
      Set(try members(name).compactMap { classes[$0] })
    }
    transparent = try set("frame-transparent", &words)
    borders = try set("frame-border", &words)
    conjunctions = try set("and", &words)
    auxiliaries = try set("frame-auxiliary", &words)
    agents = try set("by", &words)
    relatives = try set("frame-relative", &words)
    adverbs = try set("frame-adverb", &words)
    comma = words.intern([UInt8(ascii: ",")])
    opening = words.intern([UInt8(ascii: "(")])
    closing = words.intern([UInt8(ascii: ")")])
    self.shapes = ShapeTeller(shapes)
    people = try entityClasses("frame-people")
    offices = try entityClasses("frame-offices")
    schemes = Set((pack.words.members["scheme-tags"] ?? []).compactMap { classes[$0] })
    places = try entityClasses("frame-places")
    areas = try entityClasses("frame-areas")
    governors = try set("frame-preposition", &words)
    for (number, frame) in pack.frames.enumerated() {
      var roles: [Role] = []
      for role in frame.roles {
        let known = try Self.classes(of: role, frame.rule, classes)
        roles.append(Role(role: role, classes: known))
        if role.places[.active]?.first == .before, frame.rule.entities.isEmpty {
          subjects.formUnion(known)
        }
        for case .governed(let name) in role.places.values.joined() where prepositions[name] == nil
        {
          guard let members = pack.words.members[name] else {
            throw Self.unknownWords(name, frame.rule)
          }
          prepositions[name] = try set(name, &words)
          for member in members {
            for phrase in RuleCompiler.phrases(of: member, pack: pack, words: &words)
            where phrase.count == 1 {
              governors.insert(phrase[0])
            }
          }
        }
      }
      frames.append(
        Compiled(
          rule: frame.rule, roles: roles,
          each: try Self.numbers(of: frame.each, "each", frame.rule, classes),
          told: Set(frame.told)))
      for voice in FrameVoice.allCases {
        var known: Set<[Int32]> = []
        for member in frame.triggers[voice] ?? [] {
          for phrase in try Self.phrases(of: member, voice, frame.rule, pack, &words)
          where !phrase.isEmpty && known.insert(phrase).inserted {
            triggers.insert(phrase, payload: Int32(records.count))
            records.append(Trigger(frame: number, voice: voice))
          }
        }
      }
    }
  }

  private static func classes(
    of role: FrameRole, _ rule: Rule, _ classes: [String: Int32]
  ) throws(SyntaxError) -> Set<Int32> {
    guard case .classes(let names) = role.filler else { return [] }
    return try numbers(of: names, role.name, rule, classes)
  }

  private static func numbers(
    of names: [String], _ role: String, _ rule: Rule, _ classes: [String: Int32]
  ) throws(SyntaxError) -> Set<Int32> {
    var numbers: Set<Int32> = []
    for name in names {
      guard let number = classes[name] else {
        throw fault(
          rule, "the class “\(name)” of the role “\(role)” is unknown",
          "kelas “\(name)” pada peran “\(role)” tidak dikenal")
      }
      numbers.insert(number)
    }
    return numbers
  }

  /// The phrases that a member of a frame's words stands for.
  private static func phrases(
    of member: String, _ voice: FrameVoice, _ rule: Rule, _ pack: DomainPack,
    _ words: inout WordTable
  ) throws(SyntaxError) -> [[Int32]] {
    var texts = [member]
    if member.hasPrefix("@") {
      guard let members = pack.words.members[String(member.dropFirst())] else {
        throw unknownWords(String(member.dropFirst()), rule)
      }
      return members.flatMap { RuleCompiler.phrases(of: $0, pack: pack, words: &words) }
    }
    if member.hasPrefix("~") {
      texts = pack.languages.flatMap { $0.forms(of: String(member.dropFirst()), voice: voice) }
    }
    return texts.map { Tokenizer.tokens(of: Array($0.utf8), words: &words).map(\.word) }
  }

  private static func unknownWords(_ name: String, _ rule: Rule) -> SyntaxError {
    fault(
      rule, "the word class @\(name) is unknown; expected one of words.yaml",
      "kelas kata @\(name) tidak dikenal; diharapkan salah satu dari words.yaml")
  }

  private static func fault(_ rule: Rule, _ english: String, _ indonesian: String) -> SyntaxError {
    SyntaxError(
      Message(en: "frame \(rule.name): \(english)", id: "kerangka \(rule.name): \(indonesian)"),
      at: rule.position..<rule.position, file: rule.file)
  }
}
