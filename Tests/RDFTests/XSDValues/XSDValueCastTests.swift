import RDF
import TestSupport
import Testing

@Suite("Casts of XSD values")
struct XSDValueCastTests {
  @Test(
    "values are cast as XPath says",
    arguments: [
      (.string, " \t true\n", .boolean, "true"), (.string, "  +7 ", .byte, "7"),
      (.string, " Zm9v  YmFy ", .base64Binary, "Zm9vYmFy"), (.string, " a\n b ", .anyURI, "a b"),
      (.string, " a ", .string, " a "), (.anyURI, "urn:a", .string, "urn:a"),
      (.string, "2002-10-10", .date, "2002-10-10"), (.boolean, "1", .decimal, "1"),
      (.boolean, "1", .string, "true"), (.boolean, "0", .double, "0.0E0"),
      (.double, "NaN", .boolean, "false"), (.double, "-0", .boolean, "false"),
      (.decimal, "0.1", .boolean, "true"), (.decimal, "-2.9", .integer, "-2"),
      (.decimal, "127.9", .byte, "127"), (.decimal, "1.50", .string, "1.5"),
      (.decimal, "100.0", .string, "100"),
      (.double, "1e25", .integer, "10000000000000000000000000"),
      (.double, "0.1", .decimal, "0.1"), (.double, "1e0", .string, "1"),
      (.double, "-0", .string, "-0"), (.double, "0", .string, "0"),
      (.double, "999999.5", .string, "999999.5"), (.double, "1000000", .string, "1.0E6"),
      (.double, "0.000001", .string, "0.000001"), (.double, "0.0000001", .string, "1.0E-7"),
      (.double, "-INF", .string, "-INF"), (.double, "NaN", .string, "NaN"),
      (.float, "0.1", .string, "0.1"), (.float, "1e10", .string, "1.0E10"),
      (.double, "1e300", .float, "INF"), (.integer, "16777217", .float, "1.6777216E7"),
      (.dateTime, "2002-10-10T12:00:00.50-05:00", .date, "2002-10-10-05:00"),
      (.dateTime, "2002-10-10T12:00:00.50-05:00", .time, "12:00:00.5-05:00"),
      (.dateTime, "2002-10-10T12:00:00.50-05:00", .string, "2002-10-10T12:00:00.5-05:00"),
      (.dateTime, "2002-10-10T12:00:00Z", .gYear, "2002Z"),
      (.dateTime, "2002-10-10T12:00:00Z", .dateTimeStamp, "2002-10-10T12:00:00Z"),
      (.date, "2002-10-10", .dateTime, "2002-10-10T00:00:00"),
      (.date, "2004-02-29+07:00", .gMonthDay, "--02-29+07:00"),
      (.date, "2003-02-28", .gMonth, "--02"), (.date, "2003-02-28", .gYearMonth, "2003-02"),
      (.date, "2003-02-28", .gDay, "---28"), (.gYear, "-0044", .string, "-0044"),
      (.duration, "P1Y2M3DT4H", .yearMonthDuration, "P1Y2M"),
      (.duration, "P1Y2M3DT4H", .dayTimeDuration, "P3DT4H"),
      (.yearMonthDuration, "P1Y", .dayTimeDuration, "PT0S"),
      (.dayTimeDuration, "P1D", .yearMonthDuration, "P0M"),
      (.dayTimeDuration, "PT0S", .duration, "PT0S"), (.hexBinary, "666f6f", .base64Binary, "Zm9v"),
      (.base64Binary, "Zm9v", .hexBinary, "666F6F"), (.hexBinary, "ff", .string, "FF"),
    ] as [(XSDDatatype, String, XSDDatatype, String)])
  func casts(
    _ source: XSDDatatype, _ written: String, _ target: XSDDatatype, _ expected: String
  ) throws {
    let literal = try XSDValue(source, written).cast(to: target).literal(as: target)
    #expect(literal == Literal(expected, datatype: target.node))
  }

  @Test(
    "what cannot be cast is an error with a name",
    arguments: [
      (.string, "yes", .boolean, .illTyped(.boolean)),
      (.string, "1 0", .integer, .illTyped(.integer)),
      (.string, "", .date, .illTyped(.date)), (.string, "128", .byte, .illTyped(.byte)),
      (.string, "1\u{A0}", .integer, .illTyped(.integer)),
      (.integer, "128", .byte, .outOfRange(.byte)),
      (.decimal, "-0.9", .negativeInteger, .outOfRange(.negativeInteger)),
      (.double, "NaN", .integer, .outOfRange(.integer)),
      (.double, "INF", .decimal, .outOfRange(.decimal)),
      (.dateTime, "2000-01-01T00:00:00", .dateTimeStamp, .outOfRange(.dateTimeStamp)),
      (.integer, "2000", .gYear, .noCast(to: .gYear)),
      (.time, "12:00:00", .dateTime, .noCast(to: .dateTime)),
      (.date, "2000-01-01", .time, .noCast(to: .time)), (.gYear, "2000", .date, .noCast(to: .date)),
      (.gYear, "2000", .integer, .noCast(to: .integer)),
      (.anyURI, "1", .integer, .noCast(to: .integer)),
      (.duration, "P1Y", .integer, .noCast(to: .integer)),
      (.boolean, "1", .date, .noCast(to: .date)),
      (.hexBinary, "00", .integer, .noCast(to: .integer)),
    ] as [(XSDDatatype, String, XSDDatatype, XSDError)])
  func errors(
    _ source: XSDDatatype, _ written: String, _ target: XSDDatatype, _ expected: XSDError
  ) throws {
    let value = try XSDValue(source, written)
    #expect(failure { () throws(XSDError) in try value.cast(to: target) } == expected)
  }

  @Test("every cast gives a value of its datatype, or an error with a message")
  func everyCast() throws {
    let samples: [(XSDDatatype, [String])] = [
      (.string, ["1", "x", "2000-01-01", "P1D", "00"]), (.integer, ["-5", "99999999999999999999"]),
      (.double, ["1.5", "INF", "-1e-9"]), (.dateTime, ["2000-01-01T00:00:00Z"]),
      (.date, ["-0001-01-01"]), (.time, ["01:02:03"]), (.gDay, ["---31"]), (.duration, ["P1M1D"]),
      (.base64Binary, ["AAAA"]), (.anyURI, ["a"]), (.boolean, ["true"]),
    ]
    for (source, forms) in samples {
      for form in forms {
        let value = try XSDValue(source, form)
        for target in XSDDatatype.allCases {
          do throws(XSDError) {
            let result = try value.cast(to: target)
            let again = try XSDValue(result.literal(as: target))
            #expect(XSDValue.compare(result, again) == .equal, "\(source) \(form) \(target)")
          } catch {
            #expect(error.description.isEmpty == false)
            #expect(error != .unknownDatatype)
          }
        }
      }
    }
  }

  @Test(
    "values count as true or false in filters (SPARQL 1.1 §17.2.2)",
    arguments: [
      (.boolean, "0", false), (.string, "", false), (.string, "false", true),
      (.integer, "0", false),
      (.double, "NaN", false), (.decimal, "0.1", true), (.date, "2000-01-01", nil),
      (.anyURI, "a", nil),
    ] as [(XSDDatatype, String, Bool?)])
  func effectiveBooleans(_ datatype: XSDDatatype, _ form: String, _ expected: Bool?) throws {
    #expect(try XSDValue(datatype, form).effectiveBoolean == expected)
  }

  @Test("numbers are rounded to whole ones, halves up")
  func rounding() throws {
    func number(_ datatype: XSDDatatype, _ text: String) throws -> XSDNumber {
      guard case .number(let number) = try XSDValue(datatype, text) else { return .double(.nan) }
      return number
    }
    for (text, rounded) in [
      ("2.5", "3"), ("-2.5", "-2"), ("2.4999", "2"), ("-0.4", "0"), ("-2.51", "-3"),
      ("99999999999999999999.5", "100000000000000000000"),
    ] {
      #expect(try number(.decimal, text).rounded.canonicalForm == rounded)
    }
    for (text, rounded) in [
      ("-0.5", "-0.0E0"), ("0.49999999999999994", "0.0E0"), ("-2.5", "-2.0E0"), ("0.5", "1.0E0"),
      ("INF", "INF"), ("NaN", "NaN"), ("-0", "-0.0E0"),
      ("4503599627370497", "4.503599627370497E15"),
    ] {
      #expect(try number(.double, text).rounded.canonicalForm == rounded)
    }
    #expect(try number(.decimal, "-1.5").ceiling.canonicalForm == "-1")
    #expect(try number(.decimal, "-1.5").floor.canonicalForm == "-2")
    #expect(try number(.double, "-0.5").ceiling.canonicalForm == "-0.0E0")
    #expect(try number(.float, "-1.5").absolute.canonicalForm == "1.5E0")
    #expect(
      try number(.integer, "-9223372036854775808").absolute.canonicalForm == "9223372036854775808")
  }
}
