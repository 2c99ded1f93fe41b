package import Diagnostics

/// Reads one file of frames; docs/frames.md describes it.
package enum FrameFile {
  private static let frameKeys: Set<String> = [
    "id", "note", "stems", "active", "passive", "noun", "participle", "roles", "entities", "each",
    "told", "claims", "confidence", "blocks", "examples",
  ]
  private static let roleKeys = Set(FrameVoice.allCases.map(\.rawValue)).union([
    "class", "words", "at", "list",
  ])

  /// The frames of a file in its order.
  ///
  /// - Throws: ``SyntaxError`` at the first mistake, with its line and what was expected.
  package static func load(_ root: PackNode, name: String) throws(SyntaxError) -> [Frame] {
    try root.allowOnly(["frames", "note"])
    var frames: [Frame] = []
    var seen: Set<String> = []
    for node in try root.required("frames").items() {
      try node.allowOnly(frameKeys)
      let idNode = try node.required("id")
      let id = try idNode.text()
      guard seen.insert(id).inserted else {
        throw idNode.error(
          Message(en: "the frame “\(id)” stands twice", id: "kerangka “\(id)” muncul dua kali"))
      }
      frames.append(try frame(node, name: "\(name)/\(id)"))
    }
    return frames
  }

  private static func frame(_ node: PackNode, name: String) throws(SyntaxError) -> Frame {
    var triggers: [FrameVoice: [String]] = [:]
    for voice in FrameVoice.allCases {
      triggers[voice] = try node.optional(voice.rawValue)?.texts() ?? []
    }
    let stems = try node.optional("stems")?.texts() ?? []
    for voice in FrameVoice.allCases { triggers[voice]?.append(contentsOf: stems.map { "~\($0)" }) }
    let each = try node.optional("each")?.texts() ?? []
    guard !each.isEmpty || triggers.values.contains(where: { !$0.isEmpty }) else {
      throw node.error(
        Message(
          en:
            "a frame needs words that tell of it, stems, active, passive, noun or participle, or each",
          id:
            "kerangka memerlukan kata pemicu, stems, active, passive, noun atau participle, atau each"
        ))
    }
    var roles: [FrameRole] = []
    let roleNode = each.isEmpty ? try node.required("roles") : try node.optional("roles")
    for (key, value) in try roleNode?.entries() ?? [] {
      roles.append(try role(value, name: try key.text()))
    }
    let claims = try node.required("claims")
    guard try !claims.items().isEmpty else {
      throw claims.error(Message(en: "a frame needs claims", id: "kerangka memerlukan pernyataan"))
    }
    let rule = try RuleFile.conclusion(of: node, name: name, layer: .relation)
    try RuleCheck(names: roles.map(\.name) + (each.isEmpty ? [] : ["self"]), rule).check(rule)
    return Frame(
      rule: rule, triggers: triggers, roles: roles, each: each,
      told: try node.optional("told")?.texts() ?? [])
  }

  private static func role(_ node: PackNode, name: String) throws(SyntaxError) -> FrameRole {
    try node.allowOnly(roleKeys)
    let filler: FrameRole.Filler
    if let words = try node.optional("words") {
      guard let shape = ItemShape(rawValue: try words.text()), shape == .phrase || shape == .clause
      else {
        throw words.error(
          Message(en: "expected “phrase” or “clause”", id: "diharapkan “phrase” atau “clause”"))
      }
      filler = .words(shape)
    } else {
      filler = .classes(try node.required("class").texts())
    }
    var places: [FrameVoice: [FramePlace]] = [:]
    let everywhere = try Self.places(try node.optional("at"))
    for voice in FrameVoice.allCases {
      places[voice] = try Self.places(try node.optional(voice.rawValue)) + everywhere
    }
    guard places.values.contains(where: { !$0.isEmpty }) else {
      throw node.error(
        Message(
          en: "the role “\(name)” stands nowhere: it needs “at”, or a voice with places",
          id: "peran “\(name)” tidak memiliki tempat: perlu “at”, atau ragam dengan tempat"))
    }
    return FrameRole(
      name: name, filler: filler, places: places,
      takesLists: try node.optional("list")?.flag() ?? true)
  }

  private static func places(_ node: PackNode?) throws(SyntaxError) -> [FramePlace] {
    guard let node else { return [] }
    var places: [FramePlace] = []
    for item in node.isText ? [node] : try node.items() {
      let text = try item.text()
      switch text {
      case "before": places.append(.before)
      case "after": places.append(.after)
      case "left": places.append(.left)
      case "right": places.append(.right)
      case "near": places.append(.near)
      default:
        guard text.hasPrefix("@") else {
          throw item.error(
            Message(
              en:
                "unknown place “\(text)”; expected before, after, left, right, near or @CLASS of prepositions",
              id:
                "tempat “\(text)” tidak dikenal; diharapkan before, after, left, right, near atau @KELAS kata depan"
            ))
        }
        places.append(.governed(String(text.dropFirst())))
      }
    }
    return places
  }
}
