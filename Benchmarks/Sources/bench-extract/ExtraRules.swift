import DomainPack

/// Rules by which a pack grows: of the shape of the pack's own, their triggers words of its lexicon.
enum ExtraRules {
  /// So many rules of relations; their triggers stand at even distances in the lexicon.
  static func make(_ count: Int, lexicon: some Sequence<String>) throws -> [Rule] {
    guard count > 0 else { return [] }
    let words = lexicon.filter { word in word.utf8.allSatisfy { $0 &- 0x61 < 26 } }.sorted()
    let rules = (0..<count).map { number in
      let trigger = (0..<3).map { words[(number * 3 + $0) * words.count / (count * 3)] }
      let (thing, link) =
        number % 2 == 0 ? ("City|Government", "@with") : ("Agreement|Program", "@and")
      return """
        - id: extra-\(number)
          pattern: "a:<City|Government> #gap{0,8}? ('\(trigger[0])' | '\(trigger[1]) \(trigger[2])') \(link)? #gap*? b:<\(thing)>"
          claims: ["a about b"]
        """
    }
    let text = "layer: relation\nrules:\n" + rules.joined(separator: "\n")
    return try RuleFile.load(try PackNode.parse(text, file: "extra.yaml"), name: "extra")
  }
}
