package import Diagnostics

/// Reads one file of rules; docs/rules.md describes it.
package enum RuleFile {
  private static let ruleKeys: Set<String> = [
    "id", "layer", "after", "pattern", "patterns", "unless", "entity", "extend", "span", "entities",
    "claims",
    "confidence", "inside", "titles", "blocks", "priority", "examples", "note",
  ]
  private static let entityKeys: Set<String> = [
    "class", "tag", "key", "label", "aliases", "attributes", "links", "reference",
  ]

  /// The rules of a file in its order.
  package static func load(_ root: PackNode, name: String) throws(SyntaxError) -> [Rule] {
    try root.allowOnly(["rules", "layer", "note"])
    let defaultLayer = try root.optional("layer")
    var rules: [Rule] = []
    var seen: Set<String> = []
    for node in try root.required("rules").items() {
      try node.allowOnly(ruleKeys)
      let idNode = try node.required("id")
      let id = try idNode.text()
      guard seen.insert(id).inserted else {
        throw idNode.error(
          Message(en: "the rule “\(id)” stands twice", id: "aturan “\(id)” muncul dua kali"))
      }
      guard let layerNode = try node.optional("layer") ?? defaultLayer else {
        throw node.error(Message(en: "the key “layer” is missing", id: "kunci “layer” tidak ada"))
      }
      let rule = try rule(node, name: "\(name)/\(id)", layer: try layer(layerNode))
      try RuleCheck(rule).check(rule)
      rules.append(rule)
    }
    return rules
  }

  private static func layer(_ node: PackNode) throws(SyntaxError) -> RuleLayer {
    guard let layer = RuleLayer(rawValue: try node.text()) else {
      let known = RuleLayer.allCases.map(\.rawValue).joined(separator: ", ")
      throw node.error(
        Message(
          en: "unknown layer; expected one of: \(known)",
          id: "lapisan tidak dikenal; diharapkan salah satu dari: \(known)"))
    }
    return layer
  }

  private static func rule(_ node: PackNode, name: String, layer: RuleLayer) throws(SyntaxError)
    -> Rule
  {
    var rule = try conclusion(of: node, name: name, layer: layer)
    rule.patterns = try patterns(try node.optional("patterns"))
    rule.patterns += try patterns(try node.optional("pattern"))
    guard !rule.patterns.isEmpty else {
      throw node.error(Message(en: "a rule needs a pattern", id: "aturan memerlukan pola"))
    }
    rule.introductions = try patterns(try node.optional("after"))
    rule.entity = try node.optional("entity").map { node throws(SyntaxError) in try entity(node) }
    rule.extends = try node.optional("extend")?.text()
    rule.span = try node.optional("span")?.text()
    rule.looksInside = try node.optional("inside")?.flag() ?? false
    rule.readsTitles = try node.optional("titles")?.flag() ?? false
    rule.priority = Int(try node.optional("priority")?.number() ?? 0)
    return rule
  }

  /// What is to be made of a finding, and its tests: a rule without patterns.
  ///
  /// - Throws: ``SyntaxError`` at the first mistake.
  static func conclusion(
    of node: PackNode, name: String, layer: RuleLayer
  ) throws(SyntaxError) -> Rule {
    var entities: [(name: String, entity: RuleEntity)] = []
    for (key, value) in try node.optional("entities")?.entries() ?? [] {
      entities.append((try key.text(), try entity(value)))
    }
    var claims: [RuleClaim] = []
    for item in try node.optional("claims")?.items() ?? [] { claims.append(try claim(item)) }
    let confidenceNode = try node.optional("confidence")
    let confidence = try confidenceNode?.number() ?? 0.8
    guard (0...1).contains(confidence) else {
      throw (confidenceNode ?? node).error(
        Message(en: "a confidence lies in 0…1", id: "keyakinan terletak dalam 0…1"))
    }
    return Rule(
      name: name, layer: layer, patterns: [],
      exceptions: try patterns(try node.optional("unless")), introductions: [], entities: entities,
      claims: claims, confidence: confidence,
      blocks: Set(try node.optional("blocks")?.texts() ?? []), looksInside: false, priority: 0,
      examples: try examples(try node.optional("examples")), position: node.position,
      file: node.file)
  }

  private static func patterns(_ node: PackNode?) throws(SyntaxError) -> [RulePattern] {
    guard let node else { return [] }
    let nodes = node.isText ? [node] : try node.items()
    var patterns: [RulePattern] = []
    for node in nodes {
      do throws(RulePatternParser.Mistake) {
        patterns.append(try RulePatternParser.parse(try text(node)))
      } catch {
        var place = node.textPosition
        place.column += error.offset
        throw SyntaxError(error.message, at: place..<place, file: node.file)
      }
    }
    return patterns
  }

  private static func text(_ node: PackNode) throws(RulePatternParser.Mistake) -> String {
    do throws(SyntaxError) { return try node.text() } catch {
      throw RulePatternParser.Mistake(offset: 0, message: error.message)
    }
  }

  private static func entity(_ node: PackNode) throws(SyntaxError) -> RuleEntity {
    try node.allowOnly(entityKeys)
    var attributes: [String: RuleTemplate] = [:]
    for (key, value) in try node.optional("attributes")?.entries() ?? [] {
      attributes[try key.text()] = RuleTemplate(try value.text())
    }
    var links: [String: [RuleArgument]] = [:]
    for (key, value) in try node.optional("links")?.entries() ?? [] {
      links[try key.text()] = try value.texts().map { RuleArgument($0) }
    }
    return RuleEntity(
      entityClass: try node.required("class").text(), tag: try node.optional("tag")?.text(),
      key: try node.optional("key").map { node throws(SyntaxError) in RuleTemplate(try node.text())
      },
      label: try node.optional("label").map { node throws(SyntaxError) in
        RuleTemplate(try node.text())
      },
      aliases: try (node.optional("aliases")?.texts() ?? []).map { RuleTemplate($0) },
      attributes: attributes, links: links, reference: try node.optional("reference")?.text())
  }

  /// `subject predicate object; name=value; …` where the object is an argument, `:concept` or `"text"`.
  private static func claim(_ node: PackNode) throws(SyntaxError) -> RuleClaim {
    let parts = try node.text().split(separator: ";").map { $0.drop { $0 == " " } }
    let words = (parts.first ?? "").split(separator: " ", maxSplits: 2)
    guard words.count == 3 else {
      throw node.error(
        Message(en: "expected “subject predicate object”", id: "diharapkan “subjek predikat objek”")
      )
    }
    let objectText = words[2].drop { $0 == " " }
    let object: RuleClaim.Object =
      if objectText.hasPrefix(":") {
        .concept(String(objectText.dropFirst()))
      } else if objectText.hasPrefix("\""), objectText.hasSuffix("\""), objectText.count > 1 {
        .text(RuleTemplate(String(objectText.dropFirst().dropLast())))
      } else {
        .argument(RuleArgument(objectText))
      }
    var qualifiers: [String: RuleTemplate] = [:]
    var within: RuleArgument?
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else {
        throw node.error(
          Message(en: "expected “name=value” after “;”", id: "diharapkan “nama=nilai” setelah “;”"))
      }
      if pair[0] == "within" {
        within = RuleArgument(pair[1])
      } else {
        qualifiers[String(pair[0])] = RuleTemplate(String(pair[1]))
      }
    }
    return RuleClaim(
      subject: RuleArgument(words[0]), predicate: String(words[1]), object: object,
      qualifiers: qualifiers, within: within)
  }

  private static func examples(_ node: PackNode?) throws(SyntaxError) -> [RuleExample] {
    guard let node else { return [] }
    try node.allowOnly(["match", "not"])
    var examples: [RuleExample] = []
    for item in try node.optional("match")?.items() ?? [] {
      if item.isText {
        examples.append(
          RuleExample(text: try item.text(), expected: [], matches: true, position: item.position))
        continue
      }
      for (key, value) in try item.entries() {
        examples.append(
          RuleExample(
            text: try key.text(), expected: try value.texts(), matches: true, position: key.position
          ))
      }
    }
    for item in try node.optional("not")?.items() ?? [] {
      examples.append(
        RuleExample(text: try item.text(), expected: [], matches: false, position: item.position))
    }
    return examples
  }
}
