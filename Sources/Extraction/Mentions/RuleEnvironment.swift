import Claims
import DomainPack

/// What the captures of a match hold, and how templates and arguments are read with them.
struct RuleEnvironment {
  var captures: [String: [CapturedSpan]]
  /// Entities that the rule made, by name; one name may stand for several.
  var made: [String: [Int]] = [:]
  let sentence: Int

  /// The captures of a match as spans of tokens, with the mention where a capture is exactly one.
  init(
    _ match: RuleMatch, of items: [Item]? = nil, sentence: Int, names: (Int) -> String,
    in reading: DocumentReading
  ) {
    self.sentence = sentence
    captures = [:]
    let items = items ?? reading.sentences[sentence].items
    for capture in match.captures where !capture.items.isEmpty {
      let tokens =
        items[capture.items.lowerBound].tokens
        .lowerBound..<items[capture.items.upperBound - 1].tokens.upperBound
      let first = items[capture.items.lowerBound]
      let mention = capture.items.count == 1 && first.mention >= 0 ? first.mention : nil
      captures[names(capture.slot), default: []].append(
        CapturedSpan(tokens: tokens, mention: mention))
    }
  }

  init(captures: [String: [CapturedSpan]], sentence: Int) {
    self.captures = captures
    self.sentence = sentence
  }

  /// The entities that a capture or a made thing stands for.
  func entities(_ root: String, in reading: DocumentReading) -> [Int] {
    if let entities = made[root] { return entities }
    return (captures[root] ?? []).flatMap { span in
      span.mention.map { reading.sentences[sentence].mentions[$0].entities } ?? []
    }
  }

  /// The first way of an argument that leads to something.
  func resolve(
    _ argument: RuleArgument, in reading: DocumentReading, reference: (String) -> [Int]
  ) -> [Int] {
    for choice in argument.choices {
      var entities =
        choice.root.hasPrefix("$")
        ? reference(String(choice.root.dropFirst())) : self.entities(choice.root, in: reading)
      for link in choice.links {
        entities = entities.flatMap { reading.entities.follow(link, from: $0) }
      }
      if !entities.isEmpty { return entities }
    }
    return []
  }

  /// The text of a template; nil if a capture it names is missing.
  ///
  /// `pick` chooses among several spans of one name.
  func text(_ template: RuleTemplate, pick: [String: Int] = [:], in reading: DocumentReading)
    -> String?
  {
    var result = ""
    for piece in template.pieces {
      switch piece {
      case .text(let text): result += text
      case .capture(let name, let field):
        guard let text = text(of: name, field: field, number: pick[name] ?? 0, in: reading) else {
          return nil
        }
        result += text
      }
    }
    return result
  }

  private func text(of name: String, field: String, number: Int, in reading: DocumentReading)
    -> String?
  {
    if let entity = made[name]?.first { return reading.entities.field(field, of: entity) }
    guard let spans = captures[name], number < spans.count else { return nil }
    let span = spans[number]
    let block = reading.sentences[sentence].block
    let surface = Self.trimmed(reading.text(span.tokens, inBlock: block))
    guard field != "surface",
      let mention = span.mention.map({ reading.sentences[sentence].mentions[$0] })
    else {
      return field == "slug" ? Slug.of(surface) : surface
    }
    if field == "value" { return mention.value ?? surface }
    if field == "previous" || field == "following" {
      return mention.value.flatMap { Int($0.prefix(4)) }.map {
        "\(field == "previous" ? $0 - 1 : $0 + 1)"
      }
    }
    // Each naming of an act has articles of its own.
    if let citation = mention.citation, field == "article" || field == "repair" {
      return citation[field]
    }
    guard let entity = mention.entities.first else {
      return field == "label" ? mention.value ?? surface : nil
    }
    return reading.entities.field(field, of: entity)
  }

  /// Without quotation marks, emphasis and loose punctuation at the ends.
  static func trimmed(_ text: String) -> String {
    func isPlain(_ byte: UInt8?) -> Bool {
      byte.map { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 } ?? false
    }
    // Most texts have nothing to be taken away.
    if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
    let loose: Set<Character> = [
      "\"", "“", "”", "‘", "’", "'", "*", "_", ",", ";", ":", " ", "-", "–",
    ]
    var slice = Substring(text)
    while let first = slice.first, loose.contains(first) { slice.removeFirst() }
    while let last = slice.last,
      loose.contains(last) || last == "." && slice.filter({ $0 == "." }).count == 1
    { slice.removeLast() }
    return String(slice)
  }
}

extension EntityTable {
  /// The things that a thing is linked to; a place is its own place.
  func follow(_ link: String, from entity: Int) -> [Int] {
    if let linked = entities[entity].links[link] { return linked }
    // The two parties of an agreement one by one.
    if link == "first" || link == "second", let parties = entities[entity].links["party"],
      parties.count == 2
    {
      return [parties[link == "first" ? 0 : 1]].flatMap { follow("place", from: $0) }
    }
    return link == "place"
      && ["City", "Province", "Country"].contains(entities[entity].entityClass.rawValue)
      ? [entity] : []
  }

  /// What a template asks of a thing.
  func field(_ field: String, of position: Int) -> String? {
    let entity = entities[position]
    switch field {
    case "label": return entity.label
    case "slug": return Slug.of(entity.label)
    case "key": return entity.key
    case "short": return entity.attributes["short"]?.first ?? entity.label
    case "governed": return Self.governed(entity)
    case "country":
      // A place's key names its country first: `city/jp/kawasaki`, `country/jp`.
      guard let parts = entity.key?.split(separator: "/"), parts.count > 1 else { return nil }
      return String(parts[1])
    default: return entity.attributes[field]?.first
    }
  }

  /// The place part of a government's IRI: `id/kota-bandung`, `id/kabupaten-bandung`, `jp/kawasaki`, `id`.
  private static func governed(_ place: LocalEntity) -> String? {
    guard let parts = place.key?.split(separator: "/"), parts.count > 1 else { return nil }
    guard parts.count > 2 else { return String(parts[1]) }
    let slug = parts[2...].joined(separator: "/")
    switch place.entityClass.rawValue {
    case "Province": return "\(parts[1])/provinsi-\(slug)"
    case "City" where place.attributes["level"] == ["kota"]: return "\(parts[1])/kota-\(slug)"
    default: return "\(parts[1])/\(slug)"
    }
  }
}
