internal import Claims
internal import Diagnostics

/// Reads one decision and checks all that can be checked without the documents.
struct DecisionReader {
  let vocabulary: Vocabulary

  private static let kinds: Set<String> = [
    "merge", "distinct", "split", "correct", "reject", "confirm",
  ]
  private static let remarks: Set<String> = ["by", "on", "note"]

  func decision(_ node: PackNode) throws(SyntaxError) -> Decision {
    let entries = try node.entries()
    var kinds: [(kind: String, key: PackNode, value: PackNode)] = []
    for (key, value) in entries {
      let name = try key.text()
      if Self.kinds.contains(name) { kinds.append((name, key, value)) }
    }
    guard let found = kinds.first else { throw try unknownKind(node, entries.map(\.key)) }
    if kinds.count > 1 {
      throw kinds[1].key.error(
        Message(
          en: "a decision is one thing; “\(found.kind)” stands here already",
          id: "satu keputusan satu hal; “\(found.kind)” sudah ada di sini"))
    }
    let action: Decision.Action
    switch found.kind {
    case "merge":
      try allow(["merge", "label"], in: node)
      action = .merge(
        try things(found.value), labels: try node.optional("label").map(labels) ?? [])
    case "distinct":
      try allow(["distinct"], in: node)
      action = .distinct(try things(found.value))
    case "split": action = .split(try split(node, name: found.value))
    case "correct": action = try correction(node, of: found.value)
    default:
      try allow([found.kind], in: node)
      let isRejection = found.kind == "reject"
      switch try target(found.value) {
      case .thing(let thing): action = isRejection ? .rejectThing(thing) : .confirmThing(thing)
      case .claim(let claim): action = isRejection ? .rejectClaim(claim) : .confirmClaim(claim)
      }
    }
    return Decision(
      action: action, by: try node.optional("by").map(words),
      on: try node.optional("on").map(day), note: try node.optional("note").map(words),
      file: node.file, position: node.position)
  }

  private func unknownKind(_ node: PackNode, _ keys: [PackNode]) throws(SyntaxError) -> SyntaxError
  {
    let kinds = Self.kinds.sorted().joined(separator: ", ")
    for key in keys {
      let text = try key.text()
      guard !Self.remarks.contains(text) else { continue }
      let hint = Self.hint(text, Self.kinds)
      return key.error(
        Message(
          en: "unknown kind of decision “\(text)”\(hint.english); expected one of: \(kinds)",
          id: "jenis keputusan “\(text)” tidak dikenal\(hint.indonesian); "
            + "diharapkan salah satu dari: \(kinds)"))
    }
    return node.error(
      Message(
        en: "expected a decision: one of \(kinds)",
        id: "diharapkan sebuah keputusan: salah satu dari \(kinds)"))
  }

  // MARK: The kinds

  private func split(_ node: PackNode, name: PackNode) throws(SyntaxError) -> Decision.Split {
    try allow(["split", "document", "from", "is", "label", "class", "key"], in: node)
    let meaning = try node.optional("is")
    if let meaning {
      for key in ["label", "class", "key"] {
        guard let extra = try node.optional(key) else { continue }
        throw extra.error(
          Message(
            en:
              "“\(key)” is of a new thing; “is” on line \(meaning.position.line + 1) names a known one",
            id:
              "“\(key)” milik entitas baru; “is” pada baris \(meaning.position.line + 1) menyebut yang sudah ada"
          ))
      }
    }
    return Decision.Split(
      name: try words(name), document: try words(try node.required("document")),
      from: try node.optional("from").map(thing), meaning: try meaning.map(thing),
      label: try node.optional("label").map(words),
      entityClass: try node.optional("class").map(entityClass),
      key: try node.optional("key").map(words))
  }

  private func correction(
    _ node: PackNode, of value: PackNode
  ) throws(SyntaxError) -> Decision.Action {
    switch try target(value) {
    case .thing(let thing):
      try allow(["correct", "label", "class", "key", "coordinates"], in: node)
      var correction = Decision.ThingCorrection()
      correction.labels = try node.optional("label").map(labels) ?? []
      correction.entityClass = try node.optional("class").map(entityClass)
      correction.key = try node.optional("key").map(words)
      correction.coordinates = try node.optional("coordinates").map(coordinates)
      guard correction != Decision.ThingCorrection() else {
        throw nothing(node, "label, class, key, coordinates")
      }
      return .correctThing(thing, correction)
    case .claim(let claim):
      try allow(["correct", "object", "status", "date"], in: node)
      var correction = Decision.ClaimCorrection()
      correction.object = try node.optional("object").map(thing)
      correction.status = try node.optional("status").map(status)
      correction.date = try node.optional("date").map(date)
      guard correction != Decision.ClaimCorrection() else {
        throw nothing(node, "object, status, date")
      }
      return .correctClaim(claim, correction)
    }
  }

  private func nothing(_ node: PackNode, _ keys: String) -> SyntaxError {
    node.error(
      Message(
        en: "nothing is corrected; expected one or more of: \(keys)",
        id: "tidak ada yang dibetulkan; diharapkan satu atau lebih dari: \(keys)"))
  }

  // MARK: What decisions are about

  private enum Target {
    case thing(ThingName)
    case claim(ClaimSelector)
  }

  private func target(_ node: PackNode) throws(SyntaxError) -> Target {
    if node.isText {
      let text = try words(node)
      return isClaim(text) ? .claim(ClaimSelector(id: text)) : .thing(ThingName(text))
    }
    if try node.optional("thing") != nil { return .thing(try thing(node)) }
    try refuseUnknown(
      ["thing", "class", "claim", "subject", "predicate", "object", "document"], in: node)
    if let stray = try node.optional("class") {
      throw stray.error(
        Message(
          en: "“class” goes with “thing”, which is missing",
          id: "“class” menyertai “thing”, yang tidak ada"))
    }
    var selector = ClaimSelector()
    if let id = try node.optional("claim") {
      let text = try words(id)
      guard isClaim(text) else {
        throw id.error(
          Message(
            en: "“\(text)” is no claim; expected sixteen hexadecimal digits",
            id: "“\(text)” bukan klaim; diharapkan enam belas digit heksadesimal"))
      }
      selector.id = text
    }
    selector.subject = try node.optional("subject").map(thing)
    selector.predicate = try node.optional("predicate").map(predicate)
    selector.object = try node.optional("object").map(thing)
    selector.document = try node.optional("document").map(words)
    guard selector.id != nil || selector.subject != nil && selector.predicate != nil else {
      throw node.error(
        Message(
          en: "expected a thing, a claim, or a pattern with subject and predicate",
          id: "diharapkan entitas, klaim, atau pola dengan subject dan predicate"))
    }
    return .claim(selector)
  }

  private func isClaim(_ text: String) -> Bool {
    text.utf8.count == 16
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private func thing(_ node: PackNode) throws(SyntaxError) -> ThingName {
    if node.isText { return ThingName(try words(node)) }
    try refuseUnknown(["thing", "class"], in: node)
    return ThingName(
      try words(try node.required("thing")),
      entityClass: try node.optional("class").map(entityClass))
  }

  private func things(_ node: PackNode) throws(SyntaxError) -> [ThingName] {
    var things: [ThingName] = []
    for item in try node.items() { things.append(try thing(item)) }
    guard Set(things).count > 1 else {
      throw node.error(
        Message(
          en: "expected two different things or more",
          id: "diharapkan dua entitas atau lebih yang berbeda"))
    }
    return things
  }

  // MARK: Values

  private func words(_ node: PackNode) throws(SyntaxError) -> String {
    let text = try node.text()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw node.error(Message(en: "expected a text, found none", id: "diharapkan teks, kosong"))
    }
    return text
  }

  private func labels(_ node: PackNode) throws(SyntaxError) -> [Decision.Label] {
    if node.isText { return [Decision.Label(text: try words(node))] }
    try refuseUnknown(["id", "en"], in: node)
    var labels: [Decision.Label] = []
    for language in ["en", "id"] {
      guard let text = try node.optional(language) else { continue }
      labels.append(Decision.Label(text: try words(text), language: language))
    }
    return labels
  }

  private func entityClass(_ node: PackNode) throws(SyntaxError) -> EntityClass {
    let text = try words(node)
    let name = EntityClass(rawValue: text)
    guard vocabulary.description(of: name) != nil else {
      throw unknown(node, text, among: vocabulary.classes.map(\.name.rawValue), "class", "kelas")
    }
    return name
  }

  private func predicate(_ node: PackNode) throws(SyntaxError) -> Predicate {
    var text = try words(node)
    if text.hasPrefix("smp:") { text.removeFirst(4) }
    let name = Predicate(rawValue: text)
    guard vocabulary.description(of: name) != nil else {
      throw unknown(
        node, text, among: vocabulary.predicates.map(\.name.rawValue), "predicate", "predikat")
    }
    return name
  }

  private func status(_ node: PackNode) throws(SyntaxError) -> Status {
    let text = try words(node)
    guard let status = Status(rawValue: text) else {
      throw unknown(node, text, among: Status.allCases.map(\.rawValue), "status", "status")
    }
    return status
  }

  private func date(_ node: PackNode) throws(SyntaxError) -> String {
    let text = try words(node)
    guard EDTFDate.isPeriod(text) else {
      throw node.error(
        Message(
          en:
            "“\(text)” is no date; expected 2016, 2016-11, 2016-11-14 or an interval such as 2017/2019 or 1960/..",
          id:
            "“\(text)” bukan tanggal; diharapkan 2016, 2016-11, 2016-11-14, atau rentang seperti 2017/2019 atau 1960/.."
        ))
    }
    return text
  }

  private func day(_ node: PackNode) throws(SyntaxError) -> String {
    let text = try words(node)
    guard EDTFDate.type(of: text) == .date else {
      throw node.error(
        Message(
          en: "“\(text)” is no day; expected one such as 2026-11-27",
          id: "“\(text)” bukan tanggal; diharapkan seperti 2026-11-27"))
    }
    return text
  }

  private func coordinates(_ node: PackNode) throws(SyntaxError) -> Coordinates {
    try refuseUnknown(["lat", "lon"], in: node)
    return Coordinates(
      latitude: try degrees(try node.required("lat"), most: 90),
      longitude: try degrees(try node.required("lon"), most: 180))
  }

  /// Digits with a sign and a point, as `xsd:decimal` has them.
  private func degrees(_ node: PackNode, most: Double) throws(SyntaxError) -> String {
    let text = try words(node)
    let isDecimal = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-")
    }
    guard isDecimal, let value = Double(text), abs(value) <= most else {
      throw node.error(
        Message(
          en:
            "“\(text)” are no degrees; expected a decimal number from -\(Int(most)) to \(Int(most))",
          id:
            "“\(text)” bukan derajat; diharapkan bilangan desimal dari -\(Int(most)) sampai \(Int(most))"
        ))
    }
    return text
  }

  // MARK: Mistakes

  private func allow(_ keys: Set<String>, in node: PackNode) throws(SyntaxError) {
    try refuseUnknown(keys.union(Self.remarks), in: node)
  }

  /// Refuses keys that nobody reads and keys given twice, and names the nearest that is read.
  private func refuseUnknown(_ keys: Set<String>, in node: PackNode) throws(SyntaxError) {
    var seen: Set<String> = []
    for (key, _) in try node.entries() {
      let name = try key.text()
      guard keys.contains(name) else { throw unknown(key, name, among: keys, "key", "kunci") }
      guard seen.insert(name).inserted else {
        throw key.error(
          Message(en: "“\(name)” is given twice", id: "“\(name)” disebut dua kali"))
      }
    }
  }

  private func unknown(
    _ node: PackNode, _ text: String, among known: some Sequence<String>, _ english: String,
    _ indonesian: String
  ) -> SyntaxError {
    let hint = Self.hint(text, known)
    let all = known.sorted().joined(separator: ", ")
    return node.error(
      Message(
        en: "unknown \(english) “\(text)”\(hint.english); expected one of: \(all)",
        id: "\(indonesian) “\(text)” tidak dikenal\(hint.indonesian); "
          + "diharapkan salah satu dari: \(all)"))
  }

  private static func hint(_ text: String, _ known: some Sequence<String>) -> Message {
    guard let nearest = EditDistance.nearest(toName: text, among: known).first else {
      return Message(en: "", id: "")
    }
    return Message(en: ", perhaps “\(nearest)”", id: ", mungkin “\(nearest)”")
  }
}
