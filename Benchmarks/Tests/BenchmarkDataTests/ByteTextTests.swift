import BenchmarkData
import Testing

@Suite("Byte text")
struct ByteTextTests {
  // Printed by Python's "%.*f".
  @Test(
    "rounds the exact binary value, a half to the even digit",
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (-0.001, 2, "-0.00"),
      (1e-30, 5, "0.00000"), (999.995, 2, "1000.00"), (0.0, 3, "0.000"),
      (2_251_799_813_685_249.5, 1, "2251799813685249.5"), (-11.000005, 5, "-11.00000"),
    ] as [(Double, Int, ByteText)])
  func fixedPoint(number: Double, decimals: Int, expected: ByteText) {
    #expect("\(number, decimals: decimals)" == expected)
  }

  @Test(
    "writes integers",
    arguments: [(0, "0"), (-7, "-7"), (Int.min, "-9223372036854775808")]
      as [(Int, ByteText)])
  func integers(number: Int, expected: ByteText) {
    #expect("\(number)" == expected)
  }

  @Test(
    "makes one hyphen of every character that an IRI's name does not hold",
    arguments: [("São Luís", "s-o-lu-s"), ("Łódź", "--d-"), ("Fort Worth", "fort-worth")]
      as [(ByteText, ByteText)])
  func slug(name: ByteText, expected: ByteText) {
    #expect(name.slug == expected)
  }
}
