import Citations
import Claims
import Diagnostics
import DomainPack

extension RowClaimMaker {
  /// Classes whose things are known by a key only: that of the country and the name.
  private static let placeClasses: Set<String> = ["City", "Province", "Country"]

  // MARK: Agreements

  /// The agreement of a row; none if the row tells neither its name nor two parties.
  mutating func agreement(_ number: Int, _ row: Row) -> [Int] {
    let thing = mapping.things[number]
    var parties: [Int] = []
    for party in thing.parties.flatMap({ row.things[$0] }) where !parties.contains(party) {
      parties.append(party)
    }
    let label = thing.label.flatMap { row.cells.value(of: $0) }
    guard label != nil || parties.count > 1 else { return [] }
    let type = thing.type.flatMap { concept($0, row, "type of agreement", "jenis perjanjian") }
      .flatMap { types[$0] }
    let date = signingDate(number, row)
    let year = date.flatMap { Int($0.prefix(4)) }
    let name = AgreementName(
      type: type?.notation, parties: parties.map { entities.entities[$0] },
      year: type?.isInstrument ?? true ? year : nil, language: language ?? "id", pack: pack)
    let made = name.label(isInstrument: type?.isInstrument ?? true)
    var entity = LocalEntity(
      entityClass: thing.entityClass, label: label?.text ?? made, language: language)
    entity.attributes["type"] = type.map { [$0.notation] }
    entity.attributes["year"] = year.map { ["\($0)"] }
    if !parties.isEmpty { entity.links["party"] = parties }
    describe(&entity, thing, row)
    let position = entities.append(entity)
    mention(position, label ?? CellValue(text: made, range: row.cells.range))
    return [position]
  }

  /// The day on which the row says that an agreement was signed.
  private mutating func signingDate(_ number: Int, _ row: Row) -> String? {
    for claim in mapping.claims
    where claim.subject == number && claim.predicate.rawValue == "signedOn" {
      guard case .date(let text) = claim.object, let value = row.cells.value(of: text),
        case .date(let date)? = times.time(value.text)
      else { continue }
      return date
    }
    return nil
  }

  /// The parties and the type of an agreement, and what they make of two cities.
  mutating func claimAgreement(_ number: Int, _ row: Row) {
    guard let agreement = row.things[number].first else { return }
    let thing = mapping.things[number]
    let entity = entities.entities[agreement]
    func claim(_ subject: Int, _ predicate: String, _ object: ClaimObject, _ part: String) -> Claim
    {
      Claim(
        subject: subject, predicate: Predicate(rawValue: predicate), object: object,
        confidence: mapping.confidence, rule: "table/\(thing.name)-\(part)", evidence: row.evidence)
    }
    let parties = entity.links["party"] ?? []
    for party in parties { add(claim(party, "partyTo", .entity(agreement), "parties"), row) }
    guard let notation = entity.attributes["type"]?.first,
      let type = mapping.agreementTypes.first(where: { $0.notation == notation })
    else { return }
    add(claim(agreement, "agreementType", .concept(type.id), "type"), row)
    let sisterTypes = pack.pack.words.members["sister-types"] ?? []
    let places = parties.map { entities.follow("place", from: $0).first ?? $0 }
    guard sisterTypes.contains(notation), places.count == 2,
      places.allSatisfy({ entities.entities[$0].entityClass.rawValue == "City" }),
      entities.field("country", of: places[0]) != entities.field("country", of: places[1])
    else { return }
    var sisters = claim(places[0], "sisterCityOf", .entity(places[1]), "sisters")
    sisters.status = row.statuses[agreement].flatMap { $0.hasHappened ? nil : $0 }
    add(sisters, row)
  }

  // MARK: Everything else

  /// The things that the cells of a row name.
  mutating func things(_ thing: TableMapping.Thing, _ row: Row) -> [Int] {
    guard let label = thing.label else { return [] }
    let country = thing.country.flatMap { row.cells.value(of: $0) }
    var found: [Int] = []
    for value in row.cells.values(of: label, split: thing.split) {
      guard let position = named(value, country, thing, row) else { continue }
      if !found.contains(position) { found.append(position) }
    }
    return found
  }

  private mutating func named(
    _ value: CellValue, _ country: CellValue?, _ thing: TableMapping.Thing, _ row: Row
  ) -> Int? {
    let owner = thing.owner.flatMap { row.things[$0].first }
    var entity: LocalEntity
    if thing.entityClass == .regulation {
      guard let found = regulation(value, issuer: owner) else {
        problems.add(value, of: row.cells, Self.noRegulation(value.text))
        return nil
      }
      entity = found
    } else if let found = names.thing(
      named: value.text, country: country?.text, of: thing.entityClass)
    {
      if let country, let other = place(value, in: country, thing, insteadOf: found, row) {
        entity = other
      } else {
        let source = names.reading.entities.entities[found]
        guard source.key == nil, owner != nil else { return noted(adopt(found), value, thing, row) }
        // What every city has is that of its owner.
        entity = source
        entity.links = adoptedLinks(source.links)
      }
    } else if Self.placeClasses.contains(thing.entityClass.rawValue) {
      guard let country, let place = place(value, in: country, thing, insteadOf: nil, row) else {
        let near = nearName(value.text, thing.entityClass)
        problems.add(value, of: row.cells, Self.noPlace(value.text, thing.entityClass, near))
        return nil
      }
      entity = place
    } else {
      entity = LocalEntity(entityClass: thing.entityClass, label: value.text, language: language)
    }
    if let owner { belong(&entity, to: owner, thing) }
    describe(&entity, thing, row)
    let position: Int
    if entity.key == nil, let owner {
      let name = entity.attributes["kind"]?.first ?? EntityTable.foldedLabel(entity.label)
      let identity = "\(thing.entityClass.rawValue)\u{1F}\(name)\u{1F}\(owner)"
      position = owned[identity] ?? entities.append(entity)
      owned[identity] = position
      entities.addAlias(value.text, to: position)
    } else {
      position = entities.intern(entity, surface: value.text)
    }
    mention(position, value)
    return position
  }

  /// The same position, with the mention and what the mapping says further.
  private mutating func noted(
    _ position: Int, _ value: CellValue, _ thing: TableMapping.Thing, _ row: Row
  ) -> Int {
    var entity = entities.entities[position]
    describe(&entity, thing, row)
    entities.update(position) { $0 = entity }
    entities.addAlias(value.text, to: position)
    mention(position, value)
    return position
  }

  private func describe(_ entity: inout LocalEntity, _ thing: TableMapping.Thing, _ row: Row) {
    for alias in thing.aliases {
      guard let value = row.cells.value(of: alias), value.text != entity.label,
        !entity.aliases.contains(value.text)
      else { continue }
      entity.aliases.append(value.text)
    }
    for attribute in thing.attributes where entity.attributes[attribute.name] == nil {
      entity.attributes[attribute.name] = row.cells.value(of: attribute.value).map { [$0.text] }
    }
  }

  /// Lets a thing belong to another: to its place, or to its owner.
  private func belong(_ entity: inout LocalEntity, to owner: Int, _ thing: TableMapping.Thing) {
    let isPlace = Self.placeClasses.contains(entities.entities[owner].entityClass.rawValue)
    entity.links[isPlace ? "place" : "owner"] = [owner]
    if thing.identity == .government, entity.key == nil,
      let governed = entities.field("governed", of: owner)
    {
      entity.key = "\(thing.folder)/\(governed)"
    }
  }

  /// A place that no gazetteer names, in the country that the row gives; nil if what was found lies
  /// there, or the country is unknown.
  private mutating func place(
    _ value: CellValue, in country: CellValue, _ thing: TableMapping.Thing, insteadOf found: Int?,
    _ row: Row
  ) -> LocalEntity? {
    let known = names.thing(named: country.text, of: EntityClass(rawValue: "Country"))
    guard let known, let code = names.reading.entities.field("country", of: known) else {
      problems.add(
        country, of: row.cells,
        Self.noPlace(
          country.text, EntityClass(rawValue: "Country"),
          nearName(country.text, EntityClass(rawValue: "Country"))))
      return nil
    }
    // What a rule took for a city that no gazetteer names may have *Kota* in its name.
    if let found, names.reading.entities.entities[found].attributes["unlisted"] == nil,
      names.reading.entities.field("country", of: found) == code
    {
      return nil
    }
    guard thing.entityClass.rawValue != "Country" else { return nil }
    let name = withoutCityWord(value.text)
    var place = LocalEntity(
      entityClass: thing.entityClass, key: "\(thing.folder)/\(code)/\(Slug.of(name))", label: name,
      language: language)
    place.attributes["unlisted"] = ["yes"]
    return place
  }

  /// A name without *Kota* or *City of* before it.
  private func withoutCityWord(_ name: String) -> String {
    let words = (pack.pack.words.members["city-word"] ?? []).sorted { $0.count > $1.count }
    for word in words where name.lowercased().hasPrefix("\(word) ") && name.count > word.count + 1 {
      return String(name.dropFirst(word.count + 1))
    }
    return name
  }

  /// The act that a cell cites; that of its issuer where the cell names none.
  private mutating func regulation(_ value: CellValue, issuer: Int?) -> LocalEntity? {
    let place = issuer.flatMap { entities.field("governed", of: $0) }?
      .split(separator: "/").last.map(String.init)
    let question = "\(value.text)\u{1F}\(place ?? "")"
    let key =
      regulationKeys[question] ?? pack.regulations.parse(value.text, defaultPlace: place)
    regulationKeys[question] = .some(key)
    guard let key else { return nil }
    return LocalEntity(
      entityClass: .regulation, key: key, label: pack.regulations.rendered(key) ?? value.text,
      language: "id")
  }

  /// The things of one of some classes that a cell names; by its name alone where none is known.
  mutating func thing(
    named value: CellValue, ofOneOf classes: [EntityClass], _ row: Row
  ) -> Int? {
    for entityClass in classes {
      if entityClass == .regulation, let act = regulation(value, issuer: nil) {
        let position = entities.intern(act, surface: value.text)
        mention(position, value)
        return position
      }
      if let found = names.thing(named: value.text, of: entityClass) {
        let position = adopt(found)
        entities.addAlias(value.text, to: position)
        mention(position, value)
        return position
      }
    }
    let free = classes.first {
      !Self.placeClasses.contains($0.rawValue) && $0 != .regulation && $0 != .agreement
    }
    guard let free else {
      let message =
        classes.contains(.regulation)
        ? Self.noRegulation(value.text)
        : Self.noPlace(value.text, classes[0], nearName(value.text, classes[0]))
      problems.add(value, of: row.cells, message)
      return nil
    }
    let position = entities.intern(
      LocalEntity(entityClass: free, label: value.text, language: language), surface: nil)
    mention(position, value)
    return position
  }

  /// Takes a thing over from the names, with what it is linked to.
  private mutating func adopt(_ found: Int) -> Int {
    if let known = adopted[found] { return known }
    var entity = names.reading.entities.entities[found]
    let links = entity.links
    entity.links = [:]
    let position = entities.intern(entity, surface: nil)
    adopted[found] = position
    let moved = adoptedLinks(links)
    entities.update(position) { entity in
      for (role, targets) in moved where entity.links[role] == nil { entity.links[role] = targets }
    }
    return position
  }

  private mutating func adoptedLinks(_ links: [String: [Int]]) -> [String: [Int]] {
    var moved: [String: [Int]] = [:]
    for (role, targets) in links.sorted(by: { $0.key < $1.key }) {
      for target in targets { moved[role, default: []].append(adopt(target)) }
    }
    return moved
  }

  mutating func mention(_ entity: Int, _ value: CellValue) {
    mentions.append(Mention(entity: entity, range: value.range, surface: value.text))
  }

  // MARK: Messages

  /// The name of the gazetteer that is nearest to one that is not known.
  private mutating func nearName(_ name: String, _ entityClass: EntityClass) -> String? {
    guard problems.areTold else { return nil }
    let question = "\(entityClass.rawValue)\u{1F}\(name)"
    if let known = nearNames[question] { return known }
    let names = pack.pack.gazetteer.entries.lazy.filter { $0.entityClass == entityClass }
      .flatMap { [$0.indonesianLabel, $0.englishLabel] }
    let near = EditDistance.nearest(to: name, among: names).first
    nearNames[question] = .some(near)
    return near
  }

  private static func noRegulation(_ text: String) -> Message {
    Message(
      en:
        "“\(text)” cites no regulation; expected a form such as UU 23/2014 or Perda Kota Bandung Nomor 10 Tahun 2017",
      id:
        "“\(text)” tidak mengutip peraturan; diharapkan bentuk seperti UU 23/2014 atau Perda Kota Bandung Nomor 10 Tahun 2017"
    )
  }

  private static func noPlace(
    _ text: String, _ entityClass: EntityClass, _ near: String?
  ) -> Message {
    let name = entityClass.rawValue
    if let near {
      return Message(
        en: "the gazetteer knows no \(name) “\(text)”; did you mean “\(near)”?",
        id: "gazeter tidak mengenal \(name) “\(text)”; maksud Anda “\(near)”?")
    }
    return name == "Country"
      ? Message(
        en: "the gazetteer knows no Country “\(text)”; expected a name such as Jepang or Japan",
        id: "gazeter tidak mengenal Country “\(text)”; diharapkan nama seperti Jepang atau Japan")
      : Message(
        en:
          "the gazetteer knows no \(name) “\(text)”; give its country in a column of its own (country: …)",
        id:
          "gazeter tidak mengenal \(name) “\(text)”; berikan negaranya dalam kolom tersendiri (country: …)"
      )
  }
}
