package import Diagnostics
package import DomainPack

/// Compiles patterns of rules into the automaton of their layer.
package struct RuleCompiler {
  /// What has been compiled so far.
  package private(set) var program = RuleProgram()
  private var slotNumbers: [String: Int] = [:]
  private var phraseNumbers: [[[Int32]]: Int] = [:]
  private let pack: DomainPack
  private let classes: [String: Int32]
  private var wordSets: [String: [[Int32]]] = [:]

  /// A compiler of rules that speak of these classes, by their numbers.
  package init(pack: DomainPack, classes: [String: Int32]) {
    self.pack = pack
    self.classes = classes
  }

  /// Adds the patterns of a rule.
  package mutating func add(_ rule: Rule, number: Int, words: inout WordTable) throws(SyntaxError) {
    for block in rule.blocks.sorted() where SentenceContext(rawValue: block) == nil {
      let known = SentenceContext.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault(
        rule, "unknown place “\(block)” in blocks; expected one of: \(known)",
        "tempat “\(block)” pada blocks tidak dikenal; diharapkan salah satu dari: \(known)")
    }
    let patterns = rule.patterns.map { ($0, false) } + rule.exceptions.map { ($0, true) }
    try add(patterns, of: rule, number, &words)
  }

  /// Adds the patterns that the introduction of a list must match.
  mutating func addIntroductions(of rule: Rule, number: Int, words: inout WordTable)
    throws(SyntaxError)
  {
    try add(rule.introductions.map { ($0, false) }, of: rule, number, &words)
  }

  private mutating func add(
    _ patterns: [(RulePattern, Bool)], of rule: Rule, _ number: Int, _ words: inout WordTable
  ) throws(SyntaxError) {
    for (pattern, isException) in patterns {
      let start = program.instructions.count
      let needs = try compile(pattern, of: rule, words: &words)
      program.instructions.append(.match)
      program.entries.append(
        .init(start: start, rule: number, isException: isException, needs: needs))
    }
  }

  private func fault(_ rule: Rule, _ english: String, _ indonesian: String) -> SyntaxError {
    SyntaxError(
      Message(en: "rule \(rule.name): \(english)", id: "aturan \(rule.name): \(indonesian)"),
      at: rule.position..<rule.position, file: rule.file)
  }

  /// The known name that is most like one that is not: the longest common beginning, then the shortest.
  private static func nearest(to name: String, among known: some Sequence<String>) -> String {
    func likeness(_ other: String) -> Int {
      zip(name.lowercased(), other.lowercased()).prefix { $0 == $1 }.count
    }
    return known.sorted().max { (likeness($0), $1.count) < (likeness($1), $0.count) } ?? ""
  }

  /// The members of a word class as phrases of numbered words.
  mutating func phrases(
    ofClass name: String, rule: Rule, words: inout WordTable
  ) throws(SyntaxError) -> [[Int32]] {
    if let known = wordSets[name] { return known }
    guard let members = pack.words.members[name] else {
      let nearest = Self.nearest(to: name, among: pack.words.members.keys)
      throw fault(
        rule, "the word class @\(name) is unknown; expected one of words.yaml, such as @\(nearest)",
        "kelas kata @\(name) tidak dikenal; diharapkan salah satu dari words.yaml, misalnya @\(nearest)"
      )
    }
    var phrases: Set<[Int32]> = []
    for member in members { phrases.formUnion(Self.phrases(of: member, pack: pack, words: &words)) }
    let sorted = phrases.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
    wordSets[name] = sorted
    return sorted
  }

  /// A word, a phrase or `~stem` as phrases of numbered words.
  static func phrases(of member: String, pack: DomainPack, words: inout WordTable) -> [[Int32]] {
    var texts = [member]
    if member.hasPrefix("~") {
      texts = pack.languages.flatMap { $0.forms(of: String(member.dropFirst())) }
    }
    return texts.map { text in Tokenizer.tokens(of: Array(text.utf8), words: &words).map(\.word) }
      .filter { !$0.isEmpty }
  }

  private mutating func emitTest(_ test: ItemTest, anchor: RuleProgram.Anchor?) -> RuleProgram.Needs
  {
    program.tests.append(test)
    let instruction = RuleProgram.Instruction.test(program.tests.count - 1)
    program.instructions.append(instruction)
    return .init(anchor: anchor, instructions: [instruction])
  }

  private func classNumbers(_ names: [String], of rule: Rule) throws(SyntaxError) -> Set<Int32> {
    var numbers: Set<Int32> = []
    for name in names {
      guard let number = classes[name] else {
        let nearest = Self.nearest(to: name, among: classes.keys)
        throw fault(
          rule,
          "the class <\(name)> is unknown; expected a class or tag of the pack, such as <\(nearest)>",
          "kelas <\(name)> tidak dikenal; diharapkan kelas atau tanda dalam pak, misalnya <\(nearest)>"
        )
      }
      numbers.insert(number)
    }
    return numbers
  }

  private mutating func compile(
    _ pattern: RulePattern, of rule: Rule, words: inout WordTable
  ) throws(SyntaxError) -> RuleProgram.Needs {
    switch pattern {
    case .word(let text):
      return try compile(
        phrases: [Tokenizer.tokens(of: Array(text.utf8), words: &words).map(\.word)], of: rule,
        words: &words)
    case .stem(let stem):
      return try compile(
        phrases: Self.phrases(of: "~\(stem)", pack: pack, words: &words), of: rule, words: &words)
    case .wordClass(let name):
      return try compile(
        phrases: try phrases(ofClass: name, rule: rule, words: &words), of: rule, words: &words)
    case .mention(let names, let unconfirmed):
      let numbers = try classNumbers(names, of: rule)
      return emitTest(
        .mention(numbers, unconfirmed: unconfirmed), anchor: .init(classes: numbers))
    case .shape(let shape): return emitTest(.shape(shape), anchor: nil)
    case .not(let inner):
      _ = emitTest(.not(try single(inner, of: rule, words: &words)), anchor: nil)
      return .init()
    case .all: return emitTest(try single(pattern, of: rule, words: &words), anchor: nil)
    case .sequence(let items):
      var all = RuleProgram.Needs()
      for item in items {
        let needs = try compile(item, of: rule, words: &words)
        all.instructions += needs.instructions
        guard let anchor = needs.anchor else { continue }
        if all.anchor.map({ anchor.weight < $0.weight }) ?? true { all.anchor = anchor }
      }
      return all
    case .alternatives(let branches):
      return try compile(alternatives: branches, of: rule, words: &words)
    case .repeated(let inner, let minimum, let maximum, let lazy):
      return try compile(
        repeated: inner, minimum, maximum, lazy: lazy, of: rule, words: &words)
    case .capture(let name, let inner):
      let slot = slotNumbers[name] ?? program.slots.count
      if slot == program.slots.count { program.slots.append(name) }
      slotNumbers[name] = slot
      program.instructions.append(.open(slot))
      let needs = try compile(inner, of: rule, words: &words)
      program.instructions.append(.close(slot))
      return needs
    case .sentenceStart:
      program.instructions.append(.sentenceStart)
      return .init()
    case .sentenceEnd:
      program.instructions.append(.sentenceEnd)
      return .init()
    }
  }

  /// The test of a pattern that is one item long.
  private mutating func single(
    _ pattern: RulePattern, of rule: Rule, words: inout WordTable
  ) throws(SyntaxError) -> ItemTest {
    switch pattern {
    case .word(let text):
      return .words(Set(Tokenizer.tokens(of: Array(text.utf8), words: &words).map(\.word)))
    case .stem(let stem):
      return .words(
        Set(
          Self.phrases(of: "~\(stem)", pack: pack, words: &words).filter { $0.count == 1 }.joined())
      )
    case .wordClass(let name):
      return .words(
        Set(try phrases(ofClass: name, rule: rule, words: &words).filter { $0.count == 1 }.joined())
      )
    case .mention(let names, let unconfirmed):
      return .mention(try classNumbers(names, of: rule), unconfirmed: unconfirmed)
    case .shape(let shape): return .shape(shape)
    case .not(let inner): return .not(try single(inner, of: rule, words: &words))
    case .all(let inner): return .all(try singles(inner, of: rule, words: &words))
    case .alternatives(let branches): return .any(try singles(branches, of: rule, words: &words))
    default:
      throw fault(
        rule, "! takes one item only, and so does &", "! hanya menerima satu unsur, begitu pula &")
    }
  }

  private mutating func singles(
    _ patterns: [RulePattern], of rule: Rule, words: inout WordTable
  ) throws(SyntaxError) -> [ItemTest] {
    var tests: [ItemTest] = []
    for pattern in patterns { tests.append(try single(pattern, of: rule, words: &words)) }
    return tests
  }

  /// Phrases as one test where all are single words, else as one instruction.
  ///
  /// A longer one also matches a single mention that consists of just its words.
  private mutating func compile(
    phrases: [[Int32]], of rule: Rule, words: inout WordTable
  ) throws(SyntaxError) -> RuleProgram.Needs {
    let long = phrases.filter { $0.count > 1 }
    let longest = RuleProgram.longestPhrase
    guard long.allSatisfy({ $0.count <= longest }) else {
      throw fault(
        rule, "a phrase has more than \(longest) words and marks",
        "sebuah frasa lebih dari \(longest) kata dan tanda baca")
    }
    var short = Set(phrases.filter { $0.count == 1 }.map { $0[0] })
    for phrase in long {
      short.insert(
        words.intern(
          Array(phrase.map { words.word($0) }.joined(separator: [UInt8(ascii: " ")]))[...]))
    }
    let anchor = RuleProgram.Anchor(words: short.union(long.map { $0[0] }))
    guard !long.isEmpty else { return emitTest(.words(short), anchor: anchor) }
    let all = long + short.sorted().map { [$0] }
    let number = phraseNumbers[all] ?? program.phrases.count
    if number == program.phrases.count { program.phrases.append(all) }
    phraseNumbers[all] = number
    program.instructions.append(.phrase(number))
    return .init(anchor: anchor, instructions: [.phrase(number)])
  }

  private mutating func compile(
    alternatives branches: [RulePattern], of rule: Rule, words: inout WordTable
  ) throws(SyntaxError) -> RuleProgram.Needs {
    var anchor: RuleProgram.Anchor? = .init()
    var ends: [Int] = []
    for (number, branch) in branches.enumerated() {
      let split = program.instructions.count
      if number < branches.count - 1 { program.instructions.append(.jump(0)) }
      let own = try compile(branch, of: rule, words: &words).anchor
      anchor = own.flatMap { own in anchor.map { $0.union(own) } }
      if number < branches.count - 1 {
        ends.append(program.instructions.count)
        program.instructions.append(.jump(0))
        program.instructions[split] = .split(split + 1, program.instructions.count)
      }
    }
    for end in ends { program.instructions[end] = .jump(program.instructions.count) }
    return .init(anchor: anchor)
  }

  private mutating func compile(
    repeated inner: RulePattern, _ minimum: Int, _ maximum: Int?, lazy: Bool, of rule: Rule,
    words: inout WordTable
  ) throws(SyntaxError) -> RuleProgram.Needs {
    var needs = RuleProgram.Needs()
    for _ in 0..<minimum { needs = try compile(inner, of: rule, words: &words) }
    guard let maximum else {
      let split = program.instructions.count
      program.instructions.append(.jump(0))
      _ = try compile(inner, of: rule, words: &words)
      program.instructions.append(.jump(split))
      let end = program.instructions.count
      program.instructions[split] = lazy ? .split(end, split + 1) : .split(split + 1, end)
      return needs
    }
    var splits: [Int] = []
    for _ in minimum..<max(minimum, maximum) {
      splits.append(program.instructions.count)
      program.instructions.append(.jump(0))
      _ = try compile(inner, of: rule, words: &words)
    }
    let end = program.instructions.count
    for split in splits {
      program.instructions[split] = lazy ? .split(end, split + 1) : .split(split + 1, end)
    }
    return needs
  }
}
