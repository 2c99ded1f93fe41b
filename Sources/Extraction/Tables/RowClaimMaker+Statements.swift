import Claims
import Diagnostics
import DomainPack

extension RowClaimMaker {
  /// Reads how far the things of a row have come.
  mutating func findStatuses(_ row: inout Row) {
    for claim in mapping.claims where claim.predicate.rawValue == "status" {
      guard case .concept(let text) = claim.object, let number = claim.subject,
        let value = row.cells.value(of: text.text),
        let status = text.names[Slug.folded(value.text)].flatMap(Status.init(rawValue:))
      else { continue }
      for thing in row.things[number] { row.statuses[thing] = status }
    }
  }

  /// Makes the claims of a statement in a row.
  mutating func claim(_ statement: TableMapping.Statement, _ row: Row) {
    let subjects = statement.subject.map { row.things[$0] } ?? [0]
    guard !subjects.isEmpty else { return }
    var claim = Claim(
      subject: 0, predicate: statement.predicate, object: .entity(0),
      confidence: statement.confidence ?? mapping.confidence, rule: statement.rule,
      evidence: row.evidence)
    if let status = statement.status {
      claim.status = concept(status, row, "status", "status").flatMap(Status.init(rawValue:))
    }
    if let planned = statement.planned, claim.status?.hasHappened == false {
      claim.predicate = planned
    }
    if let period = statement.period { claim.period = self.period(period, row)?.text }
    if let within = statement.within { claim.within = row.things[within].first }
    for qualifier in statement.qualifiers {
      claim.qualifiers[qualifier.name] = row.cells.value(of: qualifier.value)?.text
    }
    for object in objects(statement, row) {
      claim.object = object
      for subject in subjects {
        claim.subject = subject
        add(claim, row)
      }
    }
  }

  private mutating func objects(
    _ statement: TableMapping.Statement, _ row: Row
  ) -> [ClaimObject] {
    switch statement.object {
    case .thing(let number?): return row.things[number].map { .entity($0) }
    case .thing(nil): return [.entity(0)]
    case .named(let text, let classes):
      return row.cells.values(of: text, split: statement.split).compactMap { value in
        thing(named: value, ofOneOf: classes, row).map { .entity($0) }
      }
    case .concept(let text):
      let isStatus = statement.predicate.rawValue == "status"
      return concept(
        text, row, isStatus ? "status" : "type of agreement",
        isStatus ? "status" : "jenis perjanjian", split: statement.split
      ).map { [.concept($0)] } ?? []
    case .date(let text):
      return row.cells.values(of: text, split: statement.split).compactMap { value in
        date(value, row).map { .value($0, RelationReader.type(of: $0)) }
      }
    case .period(let text):
      return period(text, row).map { [.value($0.text, $0.type)] } ?? []
    case .literal(let text):
      return row.cells.values(of: text, split: statement.split).map { .value($0.text, .string) }
    }
  }

  /// The concept that the words of a cell mean.
  mutating func concept(
    _ concept: TableMapping.Concept, _ row: Row, _ english: String, _ indonesian: String,
    split: String? = nil
  ) -> String? {
    guard let value = row.cells.value(of: concept.text) else { return nil }
    if let id = concept.names[Slug.folded(value.text)] { return id }
    let known = Set(concept.names.values).sorted().joined(separator: ", ")
    problems.add(
      value, of: row.cells,
      Message(
        en: "“\(value.text)” is no \(english); expected one of: \(known) (or a word under values)",
        id:
          "“\(value.text)” bukan \(indonesian); diharapkan salah satu dari: \(known) (atau kata dalam values)"
      ))
    return nil
  }

  /// The date that a cell holds.
  private mutating func date(_ value: CellValue, _ row: Row) -> String? {
    if case .date(let date)? = times.time(value.text) { return date }
    problems.add(
      value, of: row.cells,
      Message(
        en:
          "“\(value.text)” is no date; expected a form such as 14/8/2023 (day first), 14 Agustus 2023, 2023-08-14 or 2016",
        id:
          "“\(value.text)” bukan tanggal; diharapkan bentuk seperti 14/8/2023 (hari dahulu), 14 Agustus 2023, 2023-08-14, atau 2016"
      ))
    return nil
  }

  /// The interval or the length of time that a text comes to; of `{from}/{to}` one side may be empty.
  private mutating func period(
    _ text: MappedText, _ row: Row
  ) -> (text: String, type: ValueType)? {
    if let (first, last) = text.halves {
      let ends = [first, last].map { row.cells.value(of: $0) }
      guard ends.contains(where: { $0 != nil }) else { return nil }
      var dates: [String] = []
      for end in ends {
        guard let end else {
          dates.append("..")
          continue
        }
        guard let date = date(end, row) else { return nil }
        dates.append(date)
      }
      if let begin = ends[0], dates[1] != "..", Self.isBefore(dates[1], dates[0]) {
        problems.add(
          begin, of: row.cells,
          Message(
            en: "the period ends (\(dates[1])) before it begins (\(dates[0]))",
            id: "periode berakhir (\(dates[1])) sebelum dimulai (\(dates[0]))"))
        return nil
      }
      return (dates.joined(separator: "/"), .period)
    }
    guard let value = row.cells.value(of: text) else { return nil }
    switch times.time(value.text) {
    case .date(let date), .interval(let date): return (date, .period)
    case .duration(let length): return (length, .duration)
    case nil:
      problems.add(
        value, of: row.cells,
        Message(
          en:
            "“\(value.text)” is no period; expected a form such as 2016-2018, Mei 2016 s.d. Juni 2017, 2016 or 5 tahun",
          id:
            "“\(value.text)” bukan periode; diharapkan bentuk seperti 2016-2018, Mei 2016 s.d. Juni 2017, 2016, atau 5 tahun"
        ))
      return nil
    }
  }

  /// Whether a date is over before another begins: compared as far as both are told.
  private static func isBefore(_ date: String, _ other: String) -> Bool {
    let length = min(date.utf8.count, other.utf8.count)
    return date.prefix(length) < other.prefix(length)
  }
}
