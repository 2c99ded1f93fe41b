import RDF
import TestSupport
import Testing

@Suite("XSD numbers")
struct XSDNumberTests {
  private static func decimal(_ text: String) -> XSDDecimal? {
    XSDDecimal(lexicalForm: Array(text.utf8).span)
  }

  private static func integer(_ text: String) -> XSDInteger? {
    XSDInteger(lexicalForm: Array(text.utf8).span)
  }

  @Test(
    "decimals have one canonical form",
    arguments: [
      ("0", "0"), ("-0", "0"), ("+0.0", "0"), ("-.0", "0"), ("1.", "1"), (".5", "0.5"),
      ("-.50", "-0.5"), ("00100", "100"), ("+1.10", "1.1"), ("100.00", "100"), ("-0.001", "-0.001"),
      ("123456789012345678901234567890.12300", "123456789012345678901234567890.123"),
      ("-9223372036854775808", "-9223372036854775808"),
      ("9223372036854775808.0", "9223372036854775808"),
      ("1000000000000000000000.000000000000000000000", "1000000000000000000000"),
      ("0.0000000000000000000000000000010", "0.000000000000000000000000000001"),
    ])
  func canonicalDecimals(_ written: String, _ canonical: String) {
    #expect(Self.decimal(written)?.canonicalForm == canonical)
  }

  @Test(
    "what is no decimal is refused",
    arguments: [
      "", "+", "-", ".", "-.", "1e0", "1,5", " 1", "1 ", "++1", "1.2.3", "INF", "٣", "0x1",
    ])
  func refuseDecimals(_ text: String) {
    #expect(Self.decimal(text) == nil)
    #expect(Self.integer(text) == nil)
  }

  @Test(
    "integers of any size keep their value",
    arguments: [
      ("-0", "0"), ("+007", "7"), ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775809", "-9223372036854775809"),
      ("0000000000000000000000000000000001", "1"),
      ("1000000000000000000000000000000000000", "1000000000000000000000000000000000000"),
    ])
  func canonicalIntegers(_ written: String, _ canonical: String) {
    #expect(Self.integer(written)?.canonicalForm == canonical)
  }

  @Test(
    "doubles have one canonical form",
    arguments: [
      ("0", "0.0E0"), ("-0", "-0.0E0"), ("1", "1.0E0"), ("+1.50", "1.5E0"), (".1e1", "1.0E0"),
      ("100", "1.0E2"), ("1234567", "1.234567E6"), ("1e-7", "1.0E-7"), ("12.E+3", "1.2E4"),
      ("1e400", "INF"), ("-1e400", "-INF"), ("1e-400", "0.0E0"), ("INF", "INF"), ("+INF", "INF"),
      ("-INF", "-INF"), ("NaN", "NaN"), ("5e-324", "5.0E-324"),
      ("1.7976931348623157e308", "1.7976931348623157E308"),
      ("123456789012345678", "1.2345678901234568E17"),
    ])
  func canonicalDoubles(_ written: String, _ canonical: String) {
    let value = XSDFloatingPoint.double(Array(written.utf8).span)
    #expect(value.map { XSDFloatingPoint.canonicalForm($0) } == canonical)
  }

  @Test(
    "what is no double is refused",
    arguments: [
      "", "e1", ".", "1e", "1e+", "inf", "nan", "-NaN", "+NaN", "Infinity", "0x1p3", "1 ", "1e1.5",
      "INFI", "--1", "1_0",
    ])
  func refuseDoubles(_ text: String) {
    #expect(XSDFloatingPoint.double(Array(text.utf8).span) == nil)
    #expect(XSDFloatingPoint.float(Array(text.utf8).span) == nil)
  }

  @Test("a float is rounded once, from its decimal digits")
  func floats() {
    let written = Array("16777217.0000001".utf8)
    #expect(XSDFloatingPoint.float(written.span) == 16_777_218)
    #expect(XSDFloatingPoint.canonicalForm(Float(0.1)) == "1.0E-1")
  }

  @Test("operands are promoted to the wider type")
  func promotion() throws {
    let one = XSDNumber.integer(XSDInteger(1))
    let half = XSDNumber.decimal(try #require(Self.decimal("0.5")))
    #expect((one + one).canonicalForm == "2")
    #expect((one + half).canonicalForm == "1.5")
    #expect((one + .float(0.5)).canonicalForm == "1.5E0")
    #expect((half * .double(2)).canonicalForm == "1.0E0")
    #expect((.float(1) - .double(0.5)).canonicalForm == "5.0E-1")
    #expect((one / XSDNumber.integer(XSDInteger(4)))?.canonicalForm == "0.25")
    #expect((one / XSDNumber.integer(XSDInteger(3)))?.canonicalForm == "0.333333333333333333")
    #expect((one / XSDNumber.integer(XSDInteger(0)))?.canonicalForm == nil)
    #expect((one / XSDNumber.double(0))?.canonicalForm == "INF")
    #expect(XSDNumber.order(one, .double(.nan)) == nil)
    #expect(XSDNumber.order(one, half) == .greater)
    #expect(XSDNumber.order(.double(-0.0), .integer(XSDInteger(0))) == .equal)
  }

  @Test("floats and doubles become decimals and integers")
  func narrowing() {
    #expect(XSDNumber.double(0.1).asDecimal?.canonicalForm == "0.1")
    #expect(XSDNumber.double(-1.5e3).asDecimal?.canonicalForm == "-1500")
    #expect(XSDNumber.double(1e25).asInteger?.canonicalForm == "10000000000000000000000000")
    #expect(XSDNumber.float(-2.9).asInteger?.canonicalForm == "-2")
    #expect(XSDNumber.double(.infinity).asDecimal == nil)
    #expect(XSDNumber.double(.nan).asInteger == nil)
  }

  @Test("division of integers obeys a = q × b + r")
  func division() throws {
    var generator = SeededGenerator()
    for _ in 0..<5_000 {
      let a = try #require(Self.integer(Self.digits(upTo: 80, &generator)))
      let b = try #require(Self.integer(Self.digits(upTo: 50, &generator)))
      guard let (quotient, remainder) = a.dividedBy(b) else {
        #expect(b.isZero, "seed \(generator.seed)")
        continue
      }
      #expect(quotient * b + remainder == a, "seed \(generator.seed)")
      let size = remainder.isNegative ? -remainder : remainder
      #expect(size < (b.isNegative ? -b : b), "seed \(generator.seed)")
      #expect(
        remainder.isZero || remainder.isNegative == a.isNegative, "seed \(generator.seed)")
    }
  }

  @Test("sums, products and order of decimals obey their laws")
  func laws() throws {
    var generator = SeededGenerator()
    func random() throws -> XSDDecimal {
      let text = Self.digits(upTo: 40, &generator) + "." + Self.fraction(&generator)
      return try #require(Self.decimal(text))
    }
    for _ in 0..<5_000 {
      let (a, b, c) = (try random(), try random(), try random())
      #expect(Self.decimal(a.canonicalForm) == a, "seed \(generator.seed)")
      #expect(a + b - b == a, "seed \(generator.seed)")
      #expect(a * (b + c) == a * b + a * c, "seed \(generator.seed)")
      #expect((a < b) == (a - b).isNegative, "seed \(generator.seed)")
      #expect(!(a < b && b < c) || a < c, "seed \(generator.seed)")
      #expect([a < b, a == b, b < a].count { $0 } == 1, "seed \(generator.seed)")
      if !b.isZero { #expect((a * b).dividedBy(b) == a || b.isZero, "seed \(generator.seed)") }
    }
  }

  @Test("the whole part of a decimal is what stands before its point")
  func wholePart() throws {
    var generator = SeededGenerator()
    for _ in 0..<5_000 {
      let whole = Self.digits(upTo: 60, &generator)
      let fraction = Self.fraction(&generator)
      let value = try #require(Self.decimal(whole + "." + fraction))
      let expected = try #require(Self.integer(whole))
      #expect(value.truncated == expected, "seed \(generator.seed)")
      let isWhole = value == XSDDecimal(expected)
      #expect(isWhole == fraction.allSatisfy { $0 == "0" }, "seed \(generator.seed)")
      #expect(value.ceiling - value.floor == XSDInteger(isWhole ? 0 : 1), "seed \(generator.seed)")
      #expect(XSDNumber.decimal(value).asDouble == Double(whole + "." + fraction))
    }
  }

  @Test("doubles survive their canonical form")
  func roundTrip() {
    var generator = SeededGenerator()
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      let form = XSDFloatingPoint.canonicalForm(value)
      let back = XSDFloatingPoint.double(Array(form.utf8).span)
      #expect(
        back?.bitPattern == value.bitPattern || (value.isNaN && back?.isNaN == true),
        "\(form), seed \(generator.seed)")
    }
  }

  /// A sign and digits in runs of 0 and 9, where carries and borrows go wrong.
  private static func digits(upTo length: Int, _ generator: inout SeededGenerator) -> String {
    var text = ["", "-", "+"][generator.below(3)]
    let count = 1 + generator.below(length)
    var digit = 0
    for _ in 0..<count {
      if generator.below(4) == 0 { digit = [0, 9, generator.below(10)][generator.below(3)] }
      text += String(digit)
    }
    return text
  }

  private static func fraction(_ generator: inout SeededGenerator) -> String {
    let text = digits(upTo: 18, &generator)
    return String(text.drop { $0 == "-" || $0 == "+" })
  }
}
