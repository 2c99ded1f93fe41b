import Lineage
import RDF
import TestSupport
import Testing

@Suite("Validity in time")
struct ValidityTests {
  private func graph(_ fill: (inout LineageSample) throws -> Void) throws -> LineageGraph {
    var sample = LineageSample()
    try fill(&sample)
    return try PackUnderTest.shared.get().graph(sample)
  }

  private func validity(_ key: String, in graph: LineageGraph) throws -> Validity {
    graph.validity(of: try #require(graph.node(forKey: key), "\(key)"))
  }

  @Test(
    "every date of the shared table follows from the relations beside it",
    .enabled(if: SharedMaterial.shouldRun("gold/validity-dev.csv")))
  func gold() throws {
    let graph = try graph { sample in
      for row in try GoldRow.rows("lineage-dev.csv") where row["confirmed"] == "yes" {
        sample.relate(
          row["from"] ?? "", row["relation"] ?? "", row["to"] ?? "",
          date: row["effective_date"].flatMap { $0.isEmpty ? nil : $0 },
          articles: row["scope"].flatMap { $0.isEmpty || row["relation"] != "repeals" ? nil : $0 })
      }
    }
    let rows = try GoldRow.rows("validity-dev.csv")
    #expect(rows.count > 10)
    for row in rows {
      let key = row["regulation"] ?? ""
      let validity = try validity(key, in: graph)
      #expect(validity.from.map { "\($0.date)" } ?? "" == row["in_force_from"], "\(key)")
      #expect(validity.until.map { "\($0.date)" } ?? "" == row["in_force_until"], "\(key)")
      #expect(validity.until?.act.flatMap(graph.key) ?? "" == row["ended_by"], "\(key)")
    }
  }

  @Test("an act repealed in part stays in force; one repealed as a whole does not")
  func partialRepeal() throws {
    let graph = try graph {
      $0.relate("UU/2014/23", "repeals", "UU/2009/28", date: "2014-10-02", articles: "Pasal 157")
      $0.relate("UU/2022/1", "repeals", "UU/2014/23", date: "2022-01-05", articles: "Pasal 279")
      $0.relate("UU/2022/1", "repeals", "UU/2009/28", date: "2022-01-05")
    }
    #expect(try validity("UU/2014/23", in: graph).until == nil)
    let ended = try validity("UU/2009/28", in: graph).until
    #expect(ended?.date == LineageDate("2022-01-05"))
    #expect(ended?.reason == .repealed)
    #expect(ended?.act == graph.node(forKey: "UU/2022/1"))
  }

  @Test("what an act's own text says of its repeals outranks what others say")
  func ownText() throws {
    let graph = try graph {
      $0.addDocument("uu-23-2014", textOf: "UU/2014/23")
      $0.addDocument("skripsi")
      $0.relate(
        "UU/2014/23", "repeals", "UU/2009/28", articles: "Pasal 157", document: "uu-23-2014")
      $0.claim(
        LineageSample.iri("UU/2014/23"), "repeals",
        .namedNode(.init(unchecked: LineageSample.iri("UU/2009/28"))), document: "skripsi")
    }
    #expect(try validity("UU/2009/28", in: graph).until == nil)
  }

  @Test("the first whole repeal ends an act, a replacement only where there is none")
  func firstEnd() throws {
    let graph = try graph {
      $0.relate("UU/2004/32", "replaces", "UU/1999/22", date: "2003")
      $0.relate("UU/2004/32", "repeals", "UU/1999/22", date: "2004-10-15")
      $0.relate("UU/2014/23", "repeals", "UU/1999/22", date: "2014-10-02")
      $0.relate("UU/2004/32", "replaces", "UU/1999/37", date: "2004-10-15")
    }
    #expect(try validity("UU/1999/22", in: graph).until?.date == LineageDate("2004-10-15"))
    #expect(try validity("UU/1999/37", in: graph).until?.reason == .replaced)
  }

  @Test("an act without a dated effect ends others in the year of its number")
  func yearOfNumber() throws {
    let graph = try graph { $0.relate("UU/2014/23", "repeals", "UU/2004/32") }
    #expect(try validity("UU/2004/32", in: graph).until?.date == LineageDate("2014"))
    let repealing = try validity("UU/2014/23", in: graph)
    #expect(repealing.from == nil)
    #expect(repealing.earliestYear == 2014)
  }

  @Test("an end before the begin is none")
  func endBeforeBegin() throws {
    let graph = try graph {
      $0.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
      $0.relate("UU/1999/22", "repeals", "UU/2014/23", date: "1999-05-07")
      $0.relate("UU/2004/32", "repeals", "UU/2014/23")
    }
    #expect(try validity("UU/2014/23", in: graph).until == nil)
  }

  @Test(
    "the begin is what is stated, else the first effect, else promulgation, else enactment",
    arguments: [
      (
        ["inForceFrom": "2004-11-01", "signedOn": "2004-06-22"], "2004-11-01",
        Validity.Reason.stated
      ),
      (["publishedOn": "2004-06-23", "signedOn": "2004-06-22"], "2004-06-23", .promulgated),
      (["signedOn": "2004-06-22"], "2004-06-22", .enacted),
      (["inForceFrom": "2004", "signedOn": "2004-06-22"], "2004-06-22", .enacted),
      (["inForceFrom": "2005", "signedOn": "2004-06-22"], "2005", .stated),
    ])
  func begin(dates: [String: String], expected: String, reason: Validity.Reason) throws {
    let graph = try graph {
      $0.addAct("UU/2004/10")
      for (name, date) in dates {
        let types = [4: "gYear", 7: "gYearMonth", 10: "date"]
        let type = "http://www.w3.org/2001/XMLSchema#\(types[date.count] ?? "string")"
        $0.say(
          LineageSample.iri("UU/2004/10"), name,
          .literal(.init(date, datatype: .init(unchecked: type))))
      }
    }
    let from = try validity("UU/2004/10", in: graph).from
    #expect(from?.date == LineageDate(expected))
    #expect(from?.reason == reason)
  }

  @Test(
    "a day is before, within or behind the time in which an act is in force",
    arguments: [
      ("2004-10-14", Validity.State.notYet), ("2004-10-15", .inForce), ("2014-10-01", .inForce),
      ("2014-10-02", .ended), ("2014", .unknown), ("2004-10", .unknown), ("2015", .ended),
      ("1999", .notYet),
    ])
  func states(day: String, state: Validity.State) throws {
    let graph = try graph {
      $0.relate("UU/2004/32", "repeals", "UU/1999/22", date: "2004-10-15")
      $0.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
    }
    let day = try #require(LineageDate(day))
    #expect(try validity("UU/2004/32", in: graph).state(on: day) == state)
  }

  @Test("the version on a day names what has changed the act, and what is in force in its place")
  func versions() throws {
    let graph = try graph {
      $0.relate("UU/2004/32", "repeals", "UU/1999/22", date: "2004-10-15")
      $0.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
      $0.relate("UU/2005/8", "amends", "UU/2004/32", date: "2005-08-01")
      $0.relate("UU/2008/12", "amends", "UU/2004/32", date: "2008-04-28")
    }
    func node(_ key: String) throws -> Int { try #require(graph.node(forKey: key)) }
    func version(_ key: String, _ day: String) throws -> LineageVersion {
      graph.version(of: try node(key), on: try #require(LineageDate(day)))
    }
    let between = try version("UU/2004/32", "2006-01-01")
    #expect(between.state == .inForce)
    #expect(between.changes.map(\.subject) == [try node("UU/2005/8")])
    #expect(between.laterChanges.map(\.subject) == [try node("UU/2008/12")])
    #expect(try version("UU/1999/22", "2016-11-01").inItsPlace == node("UU/2014/23"))
    #expect(try version("UU/1999/22", "2010-01-01").inItsPlace == node("UU/2004/32"))
    #expect(try version("UU/2014/23", "2010-01-01").inItsPlace == node("UU/2004/32"))
  }
}
