import Diagnostics
import Testing

@Suite("Edit distance")
struct EditDistanceTests {
  @Test(
    "counts bytes to insert, delete, replace or swap",
    arguments: [
      ("kota", "kota", 0), ("kota", "kotta", 1), ("kota", "kta", 1), ("kota", "kotu", 1),
      ("kota", "koat", 1), ("", "kota", 4), ("ca", "abc", 3), ("sisterCityOf", "sistrCityfO", 2),
    ])
  func distance(_ left: String, _ right: String, _ expected: Int) {
    #expect(EditDistance.between(left, right) == expected)
    #expect(EditDistance.between(right, left) == expected)
    #expect(EditDistance.between(left, right, limit: expected) == expected)
    if expected > 0 { #expect(EditDistance.between(left, right, limit: expected - 1) == nil) }
  }

  @Test("tells texts that are near, the nearest first, each once")
  func nearest() {
    let known = ["sisterCityOf", "SisterCityOf", "sisterCity", "locatedIn", "sisterCityOf"]
    #expect(
      EditDistance.nearest(to: "sistercityof", among: known, count: 3)
        == ["SisterCityOf", "sisterCityOf", "sisterCity"])
    #expect(EditDistance.nearest(to: "population", among: known).isEmpty)
  }
}
