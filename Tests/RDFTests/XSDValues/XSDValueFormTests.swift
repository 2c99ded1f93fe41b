import RDF
import Testing

@Suite("Lexical forms of XSD values")
struct XSDValueFormTests {
  @Test(
    "every value has one canonical form",
    arguments: [
      (.boolean, "1", "true"), (.boolean, "false", "false"), (.byte, "-0128", "-128"),
      (.unsignedLong, "+18446744073709551615", "18446744073709551615"),
      (.dateTime, "2002-10-10T12:00:00.00-05:00", "2002-10-10T12:00:00-05:00"),
      (.dateTime, "2000-01-01T00:00:00-00:00", "2000-01-01T00:00:00Z"),
      (.dateTime, "1999-12-31T24:00:00.000+14:00", "2000-01-01T00:00:00+14:00"),
      (.dateTime, "-0001-12-31T24:00:00", "0000-01-01T00:00:00"),
      (.dateTime, "-0000-02-29T00:00:00", "0000-02-29T00:00:00"),
      (.dateTime, "12004-02-29T23:59:59.10", "12004-02-29T23:59:59.1"),
      (.dateTime, "-99999999999-01-01T00:00:00Z", "-99999999999-01-01T00:00:00Z"),
      (.dateTime, "99999999999-12-31T23:59:59Z", "99999999999-12-31T23:59:59Z"),
      (
        .dateTime, "2000-01-01T00:00:59.0123456789012345678901234567890",
        "2000-01-01T00:00:59.012345678901234567890123456789"
      ),
      (.dateTimeStamp, "2004-04-12T13:20:00Z", "2004-04-12T13:20:00Z"),
      (.date, "0000-02-29", "0000-02-29"), (.date, "-0004-02-29+13:59", "-0004-02-29+13:59"),
      (.date, "1970-01-01Z", "1970-01-01Z"), (.time, "24:00:00", "00:00:00"),
      (.time, "07:05:09.50-03:30", "07:05:09.5-03:30"), (.gYearMonth, "2016-09Z", "2016-09Z"),
      (.gYear, "2016", "2016"), (.gYear, "-10000+00:00", "-10000Z"),
      (.gMonthDay, "--02-29", "--02-29"),
      (.gDay, "---31+07:00", "---31+07:00"), (.gMonth, "--12", "--12"),
      (.duration, "P1Y14M", "P2Y2M"), (.duration, "-P0Y", "PT0S"), (.duration, "P400D", "P400D"),
      (.duration, "PT36H", "P1DT12H"), (.duration, "P1Y2M3DT4H5M6.70S", "P1Y2M3DT4H5M6.7S"),
      (.duration, "-P1M1DT0.5S", "-P1M1DT0.5S"), (.duration, "PT60M", "PT1H"),
      (.duration, "PT0.000000000000000000000000000001S", "PT0.000000000000000000000000000001S"),
      (.yearMonthDuration, "P0M", "P0M"), (.yearMonthDuration, "-P25M", "-P2Y1M"),
      (.dayTimeDuration, "PT86399.999S", "PT23H59M59.999S"), (.dayTimeDuration, "P0D", "PT0S"),
      (.hexBinary, "0fB7", "0FB7"), (.hexBinary, "", ""), (.base64Binary, "", ""),
      (.base64Binary, "Zm9v Yg ==", "Zm9vYg=="), (.base64Binary, "Z m 9 v", "Zm9v"),
      (.base64Binary, "+/8=", "+/8="), (.anyURI, "http://a b", "http://a b"),
      (.string, " a ", " a "),
    ] as [(XSDDatatype, String, String)])
  func canonicalForms(_ datatype: XSDDatatype, _ written: String, _ canonical: String) throws {
    let value = try XSDValue(datatype, written)
    #expect(value.canonicalForm == canonical)
    let again = try XSDValue(datatype, canonical)
    #expect(again.canonicalForm == canonical)
    #expect(XSDValue.compare(value, again) == .equal)
  }

  @Test(
    "what is no lexical form is refused",
    arguments: [
      (.boolean, ["", "TRUE", "True", "2", " true", "true\n", "00"]),
      (.integer, [" 1", "1\t", "1.0"]), (.byte, ["128", "-129", "300000000000000000000"]),
      (.unsignedByte, ["-1", "256"]), (.int, ["2147483648", "-2147483649"]),
      (.long, ["9223372036854775808", "-9223372036854775809"]),
      (.unsignedLong, ["18446744073709551616", "-1"]), (.positiveInteger, ["0", "-1"]),
      (.negativeInteger, ["0", "1"]), (.nonNegativeInteger, ["-1"]), (.nonPositiveInteger, ["1"]),
      (.short, ["32768"]), (.unsignedShort, ["65536"]), (.unsignedInt, ["4294967296"]),
      (
        .dateTime,
        [
          "", "2000", "2000-01-01", "2000-01-01 00:00:00", "2000-01-01T00:00",
          "2000-13-01T00:00:00",
          "2000-00-01T00:00:00", "2000-01-00T00:00:00", "2000-01-32T00:00:00",
          "2001-02-29T00:00:00", "1900-02-29T00:00:00", "2000-04-31T00:00:00",
          "2000-01-01T24:00:01", "2000-01-01T24:00:00.1", "2000-01-01T25:00:00",
          "2000-01-01T23:60:00", "2000-01-01T23:59:60", "2000-01-01T23:59:59.",
          "2000-01-01T23:59:59,5", "200-01-01T00:00:00", "02000-01-01T00:00:00",
          "+2000-01-01T00:00:00", "2000-1-01T00:00:00", "2000-01-01T00:00:00z",
          "2000-01-01T00:00:00+14:01", "2000-01-01T00:00:00+15:00", "2000-01-01T00:00:00+1:00",
          "2000-01-01T00:00:00+01", "2000-01-01T00:00:00+01:60", "2000-01-01T00:00:00ZZ",
          " 2000-01-01T00:00:00", "2000-01-01T00:00:00 ", "2000-01-01T00:00:00Z\n",
          "99999999999999999999-02-30T00:00:00", "2000-01-01T23:5９:59", "--2000-01-01T00:00:00",
          "2000-01-01T00:00:00+", "2000-01-01T-1:00:00", "2000-01-01T0a:00:00",
        ]
      ),
      (.dateTimeStamp, ["2004-04-12T13:20:00", "2004-04-12"]),
      (.date, ["2000-01-01T00:00:00", "2000-01", "2000-02-30", "2000-01-01-24:00", "20000101"]),
      (.time, ["1:00:00", "12:00", "12:00:00-", "24:00:01", "T12:00:00"]),
      (.gYearMonth, ["2000", "2000-13", "2000-1", "2000-01-01"]),
      (.gYear, ["99", "02000", "2000-", "--2000"]), (.gMonthDay, ["--02-30", "02-01", "--2-1"]),
      (.gDay, ["---32", "---00", "--12", "---1"]), (.gMonth, ["--13", "--1", "--12--", "-12"]),
      (
        .duration,
        [
          "", "P", "-", "PT", "P1", "1Y", "P1YT", "P1S", "PT1Y", "P1.5Y", "PT1.5M", "PT1.S",
          "PT.5S", "P1M1Y", "PT1S1M", "P1Y1Y", "P-1Y", "+P1Y", "P1YT1M1H", "P1DT", "PT1HT1M",
          "P 1Y",
          "P1Y ", "P1W", "p1y", "P99999999999999999999YX", "PT1S2S", "P1H",
        ]
      ),
      (.yearMonthDuration, ["P1D", "P1YT0S", "P1Y0D", "PT0S"]),
      (.dayTimeDuration, ["P1Y", "P0M", "P0Y1D"]), (.hexBinary, ["0", "0g", "0 0"]),
      (
        .base64Binary,
        [
          "Z", "Zg=", "Zh==", "Zm9=", "=", "====", "Zg==Zg==", " Zg==", "Zg== ", "Z  g==", "Zg=a",
          "a===",
        ]
      ),
    ] as [(XSDDatatype, [String])])
  func refused(_ datatype: XSDDatatype, _ forms: [String]) {
    for form in forms {
      let literal = Literal(form, datatype: datatype.node)
      let error = failure { () throws(XSDError) in try XSDValue(literal) }
      #expect(error == .illTyped(datatype), "\(form)")
    }
  }

  @Test(
    "a valid value beyond what is reckoned with overflows",
    arguments: [
      (.gYear, "100000000000"), (.dateTime, "-99999999999999999999-01-01T00:00:00Z"),
      (.date, "99999999999999999996-02-29"), (.dateTime, "99999999999-12-31T24:00:00"),
      (.duration, "P9223372036854775807Y"), (.yearMonthDuration, "P99999999999999999999M"),
      (.dayTimeDuration, "P9223372036854775807D"), (.dayTimeDuration, "PT9223372036854775808S"),
      (.duration, "-PT9223372036854775807M"),
    ] as [(XSDDatatype, String)])
  func overflow(_ datatype: XSDDatatype, _ form: String) {
    let literal = Literal(form, datatype: datatype.node)
    #expect(failure { () throws(XSDError) in try XSDValue(literal) } == .overflow)
  }

  @Test("the largest durations keep their value")
  func largestDurations() throws {
    for form in ["PT9223372036854775807.9S", "-PT9223372036854775806S"] {
      let value = try XSDValue(.dayTimeDuration, form)
      let again = try XSDValue(.dayTimeDuration, value.canonicalForm)
      #expect(XSDValue.compare(value, again) == .equal)
    }
    let months = try XSDValue(.yearMonthDuration, "-P9223372036854775807M")
    #expect(months.canonicalForm == "-P768614336404564650Y7M")
  }

  @Test("datatypes are known by their IRIs and no others are")
  func datatypes() {
    for datatype in XSDDatatype.allCases {
      #expect(datatype.node.iri == XSD.namespace + datatype.rawValue)
      #expect(XSDDatatype(datatype.node) == datatype)
    }
    for other in [RDFVocabulary.langString, RDFS.label] { #expect(XSDDatatype(other) == nil) }
    for iri in [
      "", "integer", XSD.namespace, XSD.namespace + "Integer", XSD.namespace + "integers",
    ] {
      #expect(XSDDatatype(iri: Array(iri.utf8).span) == nil)
    }
    let sameLength = String(repeating: "x", count: XSD.namespace.utf8.count) + "integer"
    #expect(XSDDatatype(iri: Array(sameLength.utf8).span) == nil)
    let text = Literal("a", language: "id")
    #expect(failure { () throws(XSDError) in try XSDValue(text) } == .unknownDatatype)
  }

  @Test("dates and times give their parts")
  func parts() throws {
    guard case .dateTime(let moment) = try XSDValue(.dateTime, "-0044-03-15T10:20:30.5-08:00")
    else {
      Issue.record("no dateTime")
      return
    }
    #expect(moment.year == -44 && moment.month == 3 && moment.day == 15)
    #expect(moment.hours == 10 && moment.minutes == 20)
    #expect(moment.seconds?.canonicalForm == "30.5")
    #expect(moment.tz == "-08:00")
    #expect(moment.timezone?.duration.canonicalForm == "-PT8H")
    guard case .dateTime(let date) = try XSDValue(.gMonthDay, "--08-17") else {
      Issue.record("no gMonthDay")
      return
    }
    #expect(date.year == nil && date.month == 8 && date.day == 17)
    #expect(date.hours == nil && date.minutes == nil && date.seconds == nil)
    #expect(date.tz.isEmpty && date.timezone == nil)
    #expect(XSDTimezone.utc.duration.canonicalForm == "PT0S")
    #expect(XSDTimezone(minutes: .min) == nil && XSDTimezone(minutes: 841) == nil)
  }
}
