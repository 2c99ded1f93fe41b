import RDF
import TestSupport
import Testing

/// The tables are examples of the specifications.
@Suite("Order of XSD values")
struct XSDValueOrderTests {
  @Test(
    "dates and times with and without time zone are partially ordered (XSD 1.1 Part 2 §3.3.7.4)",
    arguments: [
      (.dateTime, "2000-01-15T00:00:00", .less, "2000-02-15T00:00:00"),
      (.dateTime, "2000-01-15T12:00:00", .less, "2000-01-16T12:00:00Z"),
      (.dateTime, "2000-01-01T12:00:00", .indeterminate, "1999-12-31T23:00:00Z"),
      (.dateTime, "2000-01-16T12:00:00", .indeterminate, "2000-01-16T12:00:00Z"),
      (.dateTime, "2000-01-16T00:00:00", .indeterminate, "2000-01-16T12:00:00Z"),
      (.dateTime, "2000-01-16T12:00:00Z", .greater, "2000-01-15T21:59:59.999"),
      (.dateTime, "2000-01-16T12:00:00Z", .indeterminate, "2000-01-15T22:00:00"),
      (.dateTime, "2000-01-16T12:00:00Z", .less, "2000-01-17T02:00:00.1"),
      (.dateTime, "2000-01-16T12:00:00.10", .equal, "2000-01-16T12:00:00.1"),
      (.dateTime, "2002-04-02T12:00:00-01:00", .equal, "2002-04-02T17:00:00+04:00"),
      (.dateTime, "1999-12-31T24:00:00", .equal, "2000-01-01T00:00:00"),
      (.dateTime, "2005-04-04T24:00:00", .greater, "2005-04-04T00:00:00"),
      (.dateTime, "-0001-01-01T00:00:00Z", .less, "0000-01-01T00:00:00Z"),
      (.date, "2004-12-25Z", .greater, "2004-12-25+07:00"),
      (.date, "2004-12-25-12:00", .equal, "2004-12-26+12:00"),
      (.date, "2004-12-25Z", .less, "2004-12-25-05:00"),
      (.date, "2006-08-23", .indeterminate, "2006-08-23Z"),
      (.date, "2006-08-22", .less, "2006-08-23Z"),
      (.time, "08:00:00+09:00", .less, "17:00:00-06:00"),
      (.time, "21:30:00+10:30", .equal, "06:00:00-05:00"),
      (.time, "24:00:00+01:00", .equal, "00:00:00+01:00"),
      (.time, "11:00:00-05:00", .less, "17:00:00Z"), (.time, "23:59:59", .greater, "24:00:00"),
      (.gYearMonth, "1986-02", .less, "1986-03"), (.gYearMonth, "1978-03", .less, "1986-03Z"),
      (.gYear, "2005-12:00", .greater, "2005+12:00"),
      (.gYear, "1976-05:00", .indeterminate, "1976"),
      (.gMonthDay, "--12-25-14:00", .equal, "--12-26+10:00"),
      (.gMonth, "--12-14:00", .greater, "--12+10:00"),
      (.gDay, "---25-14:00", .greater, "---25+10:00"), (.gDay, "---12", .less, "---31"),
    ] as [(XSDDatatype, String, XSDComparison, String)])
  func dates(
    _ datatype: XSDDatatype, _ left: String, _ expected: XSDComparison, _ right: String
  ) throws {
    let (a, b) = (try XSDValue(datatype, left), try XSDValue(datatype, right))
    #expect(XSDValue.compare(a, b) == expected)
    #expect(XSDValue.compare(b, a) == Self.reverse(expected))
  }

  @Test(
    "an implicit time zone settles the order (XPath Functions 3.1 §9.4)",
    arguments: [
      (.dateTime, "2002-04-02T12:00:00", .equal, "2002-04-02T23:00:00+06:00"),
      (.dateTime, "2002-04-02T12:00:00", .equal, "2002-04-02T17:00:00Z"),
      (.time, "12:00:00", .equal, "23:00:00+06:00"), (.gYear, "1976-05:00", .equal, "1976"),
      (.date, "2006-08-23", .greater, "2006-08-23Z"),
    ] as [(XSDDatatype, String, XSDComparison, String)])
  func implicitTimezone(
    _ datatype: XSDDatatype, _ left: String, _ expected: XSDComparison, _ right: String
  ) throws {
    let (a, b) = (try XSDValue(datatype, left), try XSDValue(datatype, right))
    let zone = try #require(XSDTimezone(minutes: -300))
    #expect(XSDValue.compare(a, b, implicitTimezone: zone) == expected)
    #expect(XSDValue.compare(b, a, implicitTimezone: zone) == Self.reverse(expected))
  }

  @Test(
    "durations are partially ordered (XSD 1.1 Part 2 §3.3.6.1)",
    arguments: [
      ("P1Y", .greater, ["P364D"]), ("P1Y", .unordered, ["P365D", "P366D"]),
      ("P1Y", .less, ["P367D", "P366DT0.1S"]), ("P1M", .greater, ["P27D"]),
      ("P1M", .unordered, ["P28D", "P29D", "P30D", "P31D"]), ("P1M", .less, ["P32D"]),
      ("P5M", .greater, ["P149D"]), ("P5M", .unordered, ["P150D", "P151D", "P152D", "P153D"]),
      ("P5M", .less, ["P154D"]), ("P1Y", .equal, ["P12M", "P0Y12M"]),
      ("PT24H", .equal, ["P1D", "PT86400.0S"]), ("-P1M", .less, ["-P27D", "P0D"]),
      ("-P1M", .unordered, ["-P30D"]), ("P1Y1D", .greater, ["P1Y", "P12MT1H"]),
      ("P400Y", .greater, ["P146096D"]),
      ("P9223372036854775807M", .greater, ["P1M", "P9000000000000D"]),
      ("P4800M", .unordered, ["P146097D"]), ("P4800M", .less, ["P146098D"]),
      ("-P9223372036854775807M", .less, ["-P100000000000000D"]),
    ] as [(String, XSDComparison, [String])])
  func durations(_ left: String, _ expected: XSDComparison, _ others: [String]) throws {
    let a = try XSDValue(.duration, left)
    for right in others {
      let b = try XSDValue(.duration, right)
      #expect(XSDValue.compare(a, b) == expected, "\(right)")
      #expect(XSDValue.compare(b, a) == Self.reverse(expected), "\(right)")
    }
  }

  @Test("durations of different datatypes are compared by value")
  func mixedDurations() throws {
    let none = [
      try XSDValue(.duration, "PT0S"), try XSDValue(.yearMonthDuration, "P0M"),
      try XSDValue(.dayTimeDuration, "P0D"),
    ]
    for a in none { for b in none { #expect(XSDValue.compare(a, b) == .equal) } }
    let month = try XSDValue(.yearMonthDuration, "P1M")
    #expect(XSDValue.compare(month, try XSDValue(.dayTimeDuration, "P30D")) == .unordered)
  }

  @Test("numbers, texts, booleans and bytes are ordered; different kinds are unequal")
  func others() throws {
    let values = [
      try XSDValue(.string, "a"), try XSDValue(.anyURI, "a"), try XSDValue(.boolean, "true"),
      try XSDValue(.integer, "1"), try XSDValue(.date, "2000-01-01"),
      try XSDValue(.dateTime, "2000-01-01T00:00:00"), try XSDValue(.duration, "P1D"),
      try XSDValue(.hexBinary, "00"), try XSDValue(.base64Binary, "AA=="),
    ]
    for (i, a) in values.enumerated() {
      for (j, b) in values.enumerated() {
        #expect(XSDValue.compare(a, b) == (i == j ? .equal : .disjoint))
      }
    }
    func order(_ datatype: XSDDatatype, _ a: String, _ b: String) throws -> XSDComparison {
      XSDValue.compare(try XSDValue(datatype, a), try XSDValue(datatype, b))
    }
    #expect(try order(.boolean, "false", "1") == .less)
    #expect(try order(.hexBinary, "00ff", "01") == .less)
    #expect(try order(.string, "a", "ab") == .less)
    // U+FF5E comes before U+1F600 by code point, behind it in UTF-16.
    #expect(try order(.string, "\u{FF5E}", "\u{1F600}") == .less)
    // Canonically equivalent texts are different texts.
    #expect(try order(.string, "\u{E9}", "e\u{301}") == .greater)
    #expect(try order(.double, "NaN", "NaN") == .unordered)
    #expect(try order(.double, "-0", "0") == .equal)
    #expect(
      XSDValue.compare(try XSDValue(.byte, "1"), try XSDValue(.decimal, "1.0")) == .equal)
  }

  @Test("comparisons answer operators as SPARQL asks")
  func answers() {
    #expect(XSDComparison.indeterminate.isEqual == nil)
    #expect(XSDComparison.disjoint.isEqual == false && XSDComparison.disjoint.isLess == nil)
    #expect(XSDComparison.unordered.isLess == false && XSDComparison.unordered.isEqual == false)
    #expect(XSDComparison.equal.isLessOrEqual == true && XSDComparison.equal.isLess == false)
    #expect(XSDComparison.greater.isGreaterOrEqual == true)
    #expect(XSDComparison.less.isGreater == false && XSDComparison.less.isLess == true)
  }

  @Test("what holds for all time zones holds for each")
  func consistency() throws {
    var generator = SeededGenerator()
    for _ in 0..<5_000 {
      let a = try XSDValue(.dateTime, RandomXSD.dateTime(&generator))
      let b = try XSDValue(.dateTime, RandomXSD.dateTime(&generator))
      let general = XSDValue.compare(a, b)
      #expect(XSDValue.compare(b, a) == Self.reverse(general), "seed \(generator.seed)")
      let answers = Set(
        [-840, -1, 0, 420, 840].compactMap { XSDTimezone(minutes: $0) }.map {
          XSDValue.compare(a, b, implicitTimezone: $0)
        })
      #expect(
        general == .indeterminate || answers == [general],
        "\(a.canonicalForm) \(b.canonicalForm), seed \(generator.seed)")
    }
  }

  private static func reverse(_ order: XSDComparison) -> XSDComparison {
    switch order {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered, .indeterminate, .disjoint: order
    }
  }
}
