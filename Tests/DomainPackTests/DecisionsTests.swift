import Claims
import Diagnostics
import DomainPack
import TestSupport
import Testing

@Suite("Decisions of people")
struct DecisionsTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try .load(folder: TestPlaces.ontologyPath) }

  private func load(_ text: String) throws(SyntaxError) -> Decisions {
    try Decisions.load(text, file: "d.yaml", vocabulary: vocabulary)
  }

  @Test("are read in all their kinds, with who decided, when and why")
  func kinds() throws {
    let decisions = try load(
      """
      # What we found out.
      - merge: [city/id/bandung, Kota Kembang]
        label: {id: Kota Bandung, en: Bandung}
        by: Rina
        on: 2026-11-27
        note: Nama lama.
      - distinct: [{thing: Kawasaki, class: City}, {thing: Kawasaki, class: Organization}]
      - split: Kawasaki
        document: berita
        from: city/jp/kawasaki
        label: Kawasaki Heavy Industries
        class: Organization
      - correct: city/id/bandung
        label: Bandung
        key: city/id/bandung-kota
        class: City
        coordinates: {lat: -6.9147, lon: 107.6098}
      - correct: {subject: perjanjian, predicate: signedOn, document: berita}
        date: 2016-11-14
        status: Planned
      - reject: 0123456789abcdef
      - reject: {subject: Bandung, predicate: smp:sisterCityOf, object: Suwon}
      - confirm: {claim: 0123456789abcdef, subject: Bandung, predicate: partyTo}
      - confirm: river/citarum
      """)
    let entries = decisions.entries
    #expect(entries.count == 9 && decisions.indentation == 0)
    #expect(
      entries[0].action
        == .merge(
          [ThingName("city/id/bandung"), ThingName("Kota Kembang")],
          labels: [
            .init(text: "Bandung", language: "en"), .init(text: "Kota Bandung", language: "id"),
          ]))
    #expect(
      [entries[0].by, entries[0].on, entries[0].note] == ["Rina", "2026-11-27", "Nama lama."])
    #expect(entries[0].position.line == 1 && entries[0].file == "d.yaml")
    #expect(
      entries[1].action
        == .distinct([
          ThingName("Kawasaki", entityClass: EntityClass(rawValue: "City")),
          ThingName("Kawasaki", entityClass: EntityClass(rawValue: "Organization")),
        ]))
    guard case .split(let split) = entries[2].action else {
      Issue.record("a split is read as one")
      return
    }
    #expect(split.name == "Kawasaki" && split.document == "berita" && split.meaning == nil)
    #expect(split.from == ThingName("city/jp/kawasaki"))
    #expect(split.label == "Kawasaki Heavy Industries")
    var thing = Decision.ThingCorrection()
    thing.labels = [.init(text: "Bandung")]
    thing.key = "city/id/bandung-kota"
    thing.entityClass = EntityClass(rawValue: "City")
    thing.coordinates = Coordinates(latitude: "-6.9147", longitude: "107.6098")
    #expect(entries[3].action == .correctThing(ThingName("city/id/bandung"), thing))
    var selector = ClaimSelector()
    selector.subject = ThingName("perjanjian")
    selector.predicate = Predicate(rawValue: "signedOn")
    selector.document = "berita"
    var claim = Decision.ClaimCorrection()
    claim.date = "2016-11-14"
    claim.status = .planned
    #expect(entries[4].action == .correctClaim(selector, claim))
    #expect(entries[5].action == .rejectClaim(ClaimSelector(id: "0123456789abcdef")))
    guard case .rejectClaim(let pattern) = entries[6].action else {
      Issue.record("a pattern is read as one")
      return
    }
    #expect(pattern.predicate?.rawValue == "sisterCityOf" && pattern.id == nil)
    #expect(entries[8].action == .confirmThing(ThingName("river/citarum")))
  }

  @Test("may be none", arguments: ["", "# nothing yet\n", "[]"])
  func none(text: String) throws { #expect(try load(text).entries.isEmpty) }

  static let mistakes = [
    ("merges: [a, b]", "d.yaml:1:1: expected a list, found a map"),
    (
      "- merges: [a, b]", "d.yaml:1:3: unknown kind of decision “merges”, perhaps “merge”; expected"
    ),
    ("- by: Rina", "d.yaml:1:3: expected a decision: one of confirm, correct,"),
    ("- merge: [a, b]\n  lable: c", "d.yaml:2:3: unknown key “lable”, perhaps “label”; expected"),
    ("- merge: [a, a]", "d.yaml:1:10: expected two different things or more"),
    ("- merge: a", "d.yaml:1:10: expected a list, found “a”"),
    (
      "- merge: [a, {thing: b, class: Citty}]",
      "d.yaml:1:32: unknown class “Citty”, perhaps “City”;"
    ),
    ("- merge: [a, b]\n  reject: c", "d.yaml:2:3: a decision is one thing; “merge” stands"),
    ("- split: a\n  from: b", "d.yaml:1:3: the key “document” is missing"),
    ("- split: a\n  document: d\n  is: b\n  label: c", "d.yaml:4:10: “label” is of a new thing"),
    ("- correct: a", "d.yaml:1:3: nothing is corrected; expected one or more of: label, class"),
    ("- correct: {claim: 0123456789abcdef}", "d.yaml:1:3: nothing is corrected; expected one or"),
    (
      "- correct: a\n  coordinates: {lat: 91, lon: 0}", "d.yaml:2:22: “91” are no degrees; expected"
    ),
    ("- correct: a\n  coordinates: {lat: 1}", "d.yaml:2:16: the key “lon” is missing"),
    ("- correct: a\n  status: Planned", "d.yaml:2:3: unknown key “status”"),
    (
      "- correct: {claim: 0123456789abcdef}\n  status: Planed",
      "d.yaml:2:11: unknown status “Planed”, perhaps “Planned”; expected"
    ),
    (
      "- correct: {claim: 0123456789abcdef}\n  date: 2015-02-29",
      "d.yaml:2:9: “2015-02-29” is no date; expected"
    ),
    (
      "- reject: {claim: 123}",
      "d.yaml:1:19: “123” is no claim; expected sixteen hexadecimal digits"
    ),
    ("- reject: {subject: a}", "d.yaml:1:11: expected a thing, a claim, or a pattern with subject"),
    (
      "- reject: {subject: a, predicate: sisterCitiOf}",
      "d.yaml:1:35: unknown predicate “sisterCitiOf”, perhaps “sisterCityOf”; expected"
    ),
    ("- reject: {subjekt: a}", "d.yaml:1:12: unknown key “subjekt”, perhaps “subject”; expected"),
    ("- confirm: ''", "d.yaml:1:12: expected a text, found none"),
    ("- confirm: a\n  on: yesterday", "d.yaml:2:7: “yesterday” is no day; expected one such as"),
    ("- confirm: a\n  by: x\n  by: y", "d.yaml:2:3: not YAML: by: twice"),
    ("- confirm: [a\n", "d.yaml:2:1: not YAML:"),
  ]

  @Test("tell file, line and column of a mistake, and what was perhaps meant", arguments: mistakes)
  func mistake(text: String, message: String) {
    let error = #expect(throws: SyntaxError.self) { try load(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }

  static let texts = [
    "city/id/bandung", "Kota Kembang", "\"Forum\": #1 \\ – it's", "- a", "", " 2016", "2016-11-14",
    "true", "a\nb\tc\u{0}\u{2028}é\u{1F600}\u{E0001}", "ünïcode",
  ]

  @Test(
    "that the program writes are read as what they say", arguments: texts.filter { !$0.isEmpty })
  func roundTrip(text: String) throws {
    var selector = ClaimSelector(id: "0123456789abcdef")
    selector.subject = ThingName(text)
    selector.predicate = Predicate(rawValue: "partyTo")
    selector.object = ThingName(text)
    selector.document = text
    let things = [ThingName(text), ThingName("x")]
    var correction = Decision.ThingCorrection()
    correction.key = text
    let written: [(DecisionText, [Decision.Action])] = [
      (.merge([text, "x"], label: text), [.merge(things, labels: [.init(text: text)])]),
      (.distinct([text, "x"]), [.distinct(things)]),
      (.correct(text, key: text), [.correctThing(ThingName(text), correction)]),
      (.confirm(thing: text), [.confirmThing(ThingName(text))]),
      (.reject(thing: text), [.rejectThing(ThingName(text))]),
      (.confirm([selector, selector]), [.confirmClaim(selector), .confirmClaim(selector)]),
      (.reject([selector]), [.rejectClaim(selector)]),
    ]
    for (decisions, actions) in written {
      let yaml = decisions.yaml(by: text, on: "2026-11-27")
      let read = try load(yaml).entries
      #expect(read.map(\.action) == actions, "\(yaml)")
      #expect(read.allSatisfy { $0.by == text && $0.on == "2026-11-27" })
      #expect(try load(decisions.yaml()).entries.map(\.action) == actions)
    }
  }

  static let periods = [
    ("2016", true), ("2016-11", true), ("2016-13", false), ("2016-02-29", true),
    ("1900-02-29", false), ("2016-00-10", false), ("2017/2019", true), ("1960/..", true),
    ("../1960", true), ("../..", false), ("2016/", false), ("16", false), ("2016/2017/2018", false),
    ("2016-1", false), ("２０１６", false),
  ]

  @Test("take dates of the Extended Date/Time Format", arguments: periods)
  func dates(text: String, isPeriod: Bool) { #expect(EDTFDate.isPeriod(text) == isPeriod) }
}
