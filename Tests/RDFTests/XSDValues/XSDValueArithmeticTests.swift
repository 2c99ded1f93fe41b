import RDF
import TestSupport
import Testing

/// The tables are the examples of [XPath Functions 3.1](https://www.w3.org/TR/xpath-functions-31/)
/// and [XSD 1.1 Part 2](https://www.w3.org/TR/xmlschema11-2/), where they have some.
@Suite("Arithmetic of XSD values")
struct XSDValueArithmeticTests {
  @Test("a literal plus a literal is a literal")
  func literals() throws {
    let signed = try XSDValue(Literal("2016-09-30", datatype: XSD.date))
    let year = try XSDValue(Literal("P1Y", datatype: XSD.yearMonthDuration))
    #expect(try signed.adding(year).literal() == Literal("2017-09-30", datatype: XSD.date))
  }

  @Test(
    "a duration is added to a date or time",
    arguments: [
      (.dateTime, "2000-10-30T11:12:00", .yearMonthDuration, "P1Y2M", "2001-12-30T11:12:00"),
      (.dateTime, "2000-10-30T11:12:00", .dayTimeDuration, "P3DT1H15M", "2000-11-02T12:27:00"),
      (.date, "2000-10-30", .yearMonthDuration, "P1Y2M", "2001-12-30"),
      (.date, "2004-10-30Z", .dayTimeDuration, "P2DT2H30M0S", "2004-11-01Z"),
      (.time, "11:12:00", .dayTimeDuration, "P3DT1H15M", "12:27:00"),
      (.time, "23:12:00+03:00", .dayTimeDuration, "P1DT3H15M", "02:27:00+03:00"),
      (
        .dateTime, "2000-01-12T12:13:14Z", .duration, "P1Y3M5DT7H10M3.3S",
        "2001-04-17T19:23:17.3Z"
      ),
      (.date, "2000-01-30", .yearMonthDuration, "P1M", "2000-02-29"),
      (.date, "2001-01-31", .yearMonthDuration, "P1M", "2001-02-28"),
      (.date, "2000-02-29", .yearMonthDuration, "-P100Y", "1900-02-28"),
      (.date, "0000-03-31", .yearMonthDuration, "-P1M", "0000-02-29"),
      (.date, "0000-01-15", .yearMonthDuration, "-P1M", "-0001-12-15"),
      (.date, "2000-01-30", .duration, "P1M1D", "2000-03-01"),
      (.date, "2000-01-01", .dayTimeDuration, "-PT0.1S", "1999-12-31"),
      (.dateTime, "0000-01-01T00:00:00Z", .dayTimeDuration, "-PT0.1S", "-0001-12-31T23:59:59.9Z"),
      (.time, "00:00:00", .dayTimeDuration, "-PT0.25S", "23:59:59.75"),
    ] as [(XSDDatatype, String, XSDDatatype, String, String)])
  func addition(
    _ datatype: XSDDatatype, _ moment: String, _ kind: XSDDatatype, _ duration: String,
    _ sum: String
  ) throws {
    let (a, b) = (try XSDValue(datatype, moment), try XSDValue(kind, duration))
    #expect(try a.adding(b).canonicalForm == sum)
    #expect(try b.adding(a).canonicalForm == sum)
    let opposite = duration.hasPrefix("-") ? String(duration.dropFirst()) : "-" + duration
    #expect(try a.subtracting(try XSDValue(kind, opposite)).canonicalForm == sum)
  }

  @Test(
    "a duration is taken from a date or time",
    arguments: [
      (.dateTime, "2000-10-30T11:12:00", .yearMonthDuration, "P1Y2M", "1999-08-30T11:12:00"),
      (.dateTime, "2000-10-30T11:12:00", .dayTimeDuration, "P3DT1H15M", "2000-10-27T09:57:00"),
      (.date, "2000-02-29Z", .yearMonthDuration, "P1Y", "1999-02-28Z"),
      (.date, "2000-10-31-05:00", .yearMonthDuration, "P1Y1M", "1999-09-30-05:00"),
      (.date, "2000-10-30", .dayTimeDuration, "P3DT1H15M", "2000-10-26"),
      (.time, "11:12:00", .dayTimeDuration, "P3DT1H15M", "09:57:00"),
      (.time, "08:20:00-05:00", .dayTimeDuration, "P23DT10H10M", "22:10:00-05:00"),
      (.yearMonthDuration, "P2Y11M", .yearMonthDuration, "P3Y3M", "-P4M"),
      (.dayTimeDuration, "P2DT12H", .dayTimeDuration, "P1DT10H30M", "P1DT1H30M"),
    ] as [(XSDDatatype, String, XSDDatatype, String, String)])
  func subtraction(
    _ datatype: XSDDatatype, _ moment: String, _ kind: XSDDatatype, _ duration: String,
    _ difference: String
  ) throws {
    let (a, b) = (try XSDValue(datatype, moment), try XSDValue(kind, duration))
    #expect(try a.subtracting(b).canonicalForm == difference)
  }

  @Test(
    "the time between dates and times is a duration",
    arguments: [
      (.dateTime, "2000-10-30T06:12:00", "1999-11-28T09:00:00Z", -300, "P337DT2H12M"),
      (.date, "2000-10-30", "1999-11-28", 0, "P337D"),
      (.date, "2000-10-30", "1999-11-28Z", 300, "P336DT19H"),
      (.date, "2000-10-15-05:00", "2000-10-10+02:00", nil, "P5DT7H"),
      (.time, "11:12:00Z", "04:00:00", -300, "PT2H12M"),
      (.time, "11:00:00-05:00", "21:30:00+05:30", nil, "PT0S"),
      (.time, "17:00:00-06:00", "08:00:00+09:00", nil, "P1D"),
      (.time, "24:00:00", "23:59:59", nil, "-PT23H59M59S"),
      (.dateTime, "0001-01-01T00:00:00Z", "-0001-01-01T00:00:00.5Z", nil, "P730DT23H59M59.5S"),
    ] as [(XSDDatatype, String, String, Int?, String)])
  func differences(
    _ datatype: XSDDatatype, _ left: String, _ right: String, _ zone: Int?, _ expected: String
  ) throws {
    let (a, b) = (try XSDValue(datatype, left), try XSDValue(datatype, right))
    let implicit = zone.flatMap { XSDTimezone(minutes: $0) }
    let difference = try a.subtracting(b, implicitTimezone: implicit)
    #expect(difference.canonicalForm == expected)
    #expect(difference.datatype == .dayTimeDuration)
  }

  @Test("durations are added, multiplied and divided")
  func durations() throws {
    func months(_ text: String) throws -> XSDValue { try XSDValue(.yearMonthDuration, text) }
    func seconds(_ text: String) throws -> XSDValue { try XSDValue(.dayTimeDuration, text) }
    func number(_ text: String) throws -> XSDValue { try XSDValue(.decimal, text) }
    func double(_ text: String) throws -> XSDValue { try XSDValue(.double, text) }
    let form = { (value: XSDValue) in value.canonicalForm }
    #expect(form(try months("P2Y11M").adding(try months("P3Y3M"))) == "P6Y2M")
    #expect(form(try months("P2Y11M").multiplied(by: try double("2.3"))) == "P6Y9M")
    #expect(form(try double("2.3").multiplied(by: try months("P2Y11M"))) == "P6Y9M")
    #expect(form(try months("P2Y11M").divided(by: try number("1.5"))) == "P1Y11M")
    #expect(form(try months("-P1M").divided(by: try number("2"))) == "P0M")
    #expect(form(try months("P1M").divided(by: try number("2"))) == "P1M")
    #expect(form(try months("P3Y4M").divided(by: try months("-P1Y4M"))) == "-2.5")
    #expect(form(try months("P3Y4M").divided(by: try months("P1M"))) == "40")
    #expect(form(try seconds("P2DT12H5M").adding(try seconds("P5DT12H"))) == "P8DT5M")
    #expect(form(try seconds("PT2H10M").multiplied(by: try double("2.1"))) == "PT4H33M")
    #expect(form(try seconds("P1DT2H30M10.5S").divided(by: try number("1.5"))) == "PT17H40M7S")
    #expect(form(try seconds("P1D").divided(by: try double("-INF"))) == "PT0S")
    #expect(
      form(try seconds("P2DT53M11S").divided(by: try seconds("P1DT10H")))
        == "1.437834967320261438")
    #expect(form(try seconds("P2DT53M11S").divided(by: try seconds("PT1S"))) == "175991")
  }

  @Test(
    "what has no result is an error with a name",
    arguments: [
      (.duration, "P1Y", "+", .duration, "P1Y", .noOperator),
      (.yearMonthDuration, "P1Y", "+", .dayTimeDuration, "P1D", .noOperator),
      (.gYear, "2000", "+", .yearMonthDuration, "P1Y", .noOperator),
      (.time, "00:00:00", "+", .yearMonthDuration, "P1M", .noOperator),
      (.string, "a", "+", .string, "b", .noOperator),
      (.boolean, "true", "*", .integer, "1", .noOperator),
      (.date, "2000-01-01", "+", .date, "2000-01-01", .noOperator),
      (.date, "2000-01-01", "-", .dateTime, "2000-01-01T00:00:00", .noOperator),
      (.gYear, "2000", "-", .gYear, "2000", .noOperator),
      (.dateTime, "2000-01-01T00:00:00", "-", .dateTime, "2000-01-01T00:00:00Z", .missingTimezone),
      (.integer, "1", "/", .integer, "0", .divisionByZero),
      (.dayTimeDuration, "P1D", "/", .dayTimeDuration, "PT0S", .divisionByZero),
      (.yearMonthDuration, "P1M", "/", .yearMonthDuration, "P0M", .divisionByZero),
      (.dayTimeDuration, "P1D", "/", .integer, "0", .overflow),
      (.dayTimeDuration, "P1D", "*", .double, "INF", .overflow),
      (.dayTimeDuration, "P1D", "*", .double, "NaN", .notANumber),
      (.dayTimeDuration, "P1D", "*", .double, "1e300", .overflow),
      (.yearMonthDuration, "P1M", "/", .float, "NaN", .notANumber),
      (.yearMonthDuration, "P9223372036854775807M", "+", .yearMonthDuration, "P1M", .overflow),
      (.yearMonthDuration, "-P9223372036854775807M", "-", .yearMonthDuration, "P1M", .overflow),
      (.dayTimeDuration, "PT9223372036854775807S", "+", .dayTimeDuration, "PT1S", .overflow),
      (.date, "99999999999-12-31", "+", .dayTimeDuration, "P1D", .overflow),
      (.date, "2000-01-01", "+", .dayTimeDuration, "PT9223372036854775807S", .overflow),
      (.date, "2000-01-01", "-", .yearMonthDuration, "P9223372036854775807M", .overflow),
      (.date, "-99999999999-01-01", "-", .dayTimeDuration, "PT1S", .overflow),
    ] as [(XSDDatatype, String, String, XSDDatatype, String, XSDError)])
  func errors(
    _ first: XSDDatatype, _ a: String, _ sign: String, _ second: XSDDatatype, _ b: String,
    _ expected: XSDError
  ) throws {
    let (left, right) = (try XSDValue(first, a), try XSDValue(second, b))
    let error = failure { () throws(XSDError) in
      switch sign {
      case "+": try left.adding(right)
      case "-": try left.subtracting(right)
      case "*": try left.multiplied(by: right)
      default: try left.divided(by: right)
      }
    }
    #expect(error == expected)
  }

  @Test(
    "a clock is set to another time zone (XPath Functions 3.1 §9.6)",
    arguments: [
      (.dateTime, "2002-03-07T10:00:00", -300, "2002-03-07T10:00:00-05:00"),
      (.dateTime, "2002-03-07T10:00:00-07:00", -300, "2002-03-07T12:00:00-05:00"),
      (.dateTime, "2002-03-07T10:00:00-07:00", -600, "2002-03-07T07:00:00-10:00"),
      (.dateTime, "2002-03-07T00:00:00+01:00", -480, "2002-03-06T15:00:00-08:00"),
      (.dateTime, "2002-03-07T10:00:00-07:00", nil, "2002-03-07T10:00:00"),
      (.date, "2002-03-07", -600, "2002-03-07-10:00"),
      (.date, "2002-03-07-07:00", -600, "2002-03-06-10:00"),
      (.date, "2002-03-07-07:00", -300, "2002-03-07-05:00"),
      (.time, "10:00:00-07:00", -600, "07:00:00-10:00"),
      (.time, "10:00:00-07:00", 600, "03:00:00+10:00"), (.time, "10:00:00", nil, "10:00:00"),
    ] as [(XSDDatatype, String, Int?, String)])
  func adjustment(
    _ datatype: XSDDatatype, _ written: String, _ zone: Int?, _ expected: String
  ) throws {
    guard case .dateTime(let value) = try XSDValue(datatype, written) else {
      Issue.record("no date or time")
      return
    }
    let adjusted = try value.adjusted(to: zone.flatMap { XSDTimezone(minutes: $0) })
    #expect(adjusted.canonicalForm == expected)
  }

  @Test("an instant is read off a clock in a time zone")
  func instants() throws {
    let seconds = XSDDecimal(XSDInteger(1_475_220_896_250), scale: 3)
    #expect(
      try XSDDateTime(secondsSince1970: seconds).canonicalForm == "2016-09-30T07:34:56.25Z")
    let zone = try #require(XSDTimezone(minutes: 420))
    #expect(
      try XSDDateTime(secondsSince1970: -seconds, in: zone).canonicalForm
        == "1923-04-03T23:25:03.75+07:00")
  }

  @Test("a time zone is a duration of whole minutes up to 14 hours")
  func timezones() throws {
    func zone(_ text: String) throws -> XSDTimezone? {
      guard case .duration(let duration) = try XSDValue(.dayTimeDuration, text) else { return nil }
      return XSDTimezone(duration)
    }
    #expect(try zone("-PT5H30M")?.canonicalForm == "-05:30")
    #expect(try zone("PT14H")?.minutes == 840)
    #expect(try zone("PT14H1M") == nil)
    #expect(try zone("PT1S") == nil)
    #expect(try zone("PT0.5S") == nil)
  }

  @Test("what is added can be taken away again, and differences add up")
  func inverses() throws {
    var generator = SeededGenerator()
    for _ in 0..<10_000 {
      let a = try XSDValue(.dateTime, RandomXSD.dateTime(&generator))
      let duration = try XSDValue(.dayTimeDuration, RandomXSD.dayTime(&generator))
      let context = "\(a.canonicalForm) \(duration.canonicalForm), seed \(generator.seed)"
      let sum = try a.adding(duration)
      #expect(try sum.subtracting(duration).canonicalForm == a.canonicalForm, "\(context)")
      #expect(try sum.subtracting(a).canonicalForm == duration.canonicalForm, "\(context)")
      let order = XSDValue.compare(duration, try XSDValue(.dayTimeDuration, "PT0S"))
      #expect(XSDValue.compare(sum, a) == order, "\(context)")
      let form = sum.canonicalForm
      #expect(try XSDValue(.dateTime, form).canonicalForm == form, "\(context)")
    }
  }

  @Test("months move the month, keep the time, and clamp the day at most")
  func months() throws {
    var generator = SeededGenerator()
    for _ in 0..<10_000 {
      let text = RandomXSD.dateTime(&generator)
      let written = RandomXSD.yearMonth(&generator)
      guard case .dateTime(let a) = try XSDValue(.dateTime, text),
        case .duration(let duration) = try XSDValue(.yearMonthDuration, written),
        let (year, month, day) = Self.parts(a),
        let (newYear, newMonth, newDay) = Self.parts(try a.adding(duration))
      else {
        Issue.record("\(text) \(written), seed \(generator.seed)")
        continue
      }
      let moved = newYear * 12 + newMonth - (year * 12 + month)
      #expect(moved == Int(duration.months), "\(text) \(written), seed \(generator.seed)")
      #expect(
        newDay == day || (newDay < day && newDay >= 28),
        "\(text) \(written), seed \(generator.seed)")
      let sum = try a.adding(duration)
      #expect(sum.hours == a.hours && sum.minutes == a.minutes && sum.seconds == a.seconds)
    }
  }

  private static func parts(_ value: XSDDateTime) -> (Int, Int, Int)? {
    guard let year = value.year, let month = value.month, let day = value.day else { return nil }
    return (year, month, day)
  }

  @Test("one day after another, the calendar is walked as it is printed")
  func calendar() throws {
    let day = try XSDValue(.dayTimeDuration, "P1D")
    for start in [-401, 1_599, 9_998] {
      var (year, month, date) = (start, 1, 1)
      var value = try XSDValue(.date, Self.form(year, month, date))
      while year < start + 402 {
        #expect(value.canonicalForm == Self.form(year, month, date))
        value = try value.adding(day)
        date += 1
        if date > Self.length(of: month, year) { (month, date) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
      }
    }
  }

  private static func form(_ year: Int, _ month: Int, _ day: Int) -> String {
    let digits = String(abs(year))
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return (year < 0 ? "-" : "") + zeros + digits + (month < 10 ? "-0" : "-") + "\(month)"
      + (day < 10 ? "-0" : "-") + "\(day)"
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
