import Diagnostics
import DomainPack
import Testing

@Suite("Confidence curves")
struct ConfidenceCurvesTests {
  static let text = """
    curves:
      "*": {0.50: 0.60, 0.70: 0.80, 0.90: 0.94}
      20-bodies: {0.90: 0.97}
    """

  @Test(
    "tell what a confidence is worth, between their points on a straight line, beyond them level",
    arguments: [
      (0.3, "30-things/mou", 0.6), (0.5, "30-things/mou", 0.6), (0.6, "30-things/mou", 0.7),
      (0.7, "30-things/mou", 0.8), (0.8, "agreement/parties", 0.87), (0.99, "x", 0.94),
      (0.5, "20-bodies/mayor-id", 0.97), (0.95, "20-bodies/mayor-id", 0.97),
    ])
  func worth(named: Double, rule: String, expected: Double) throws {
    let curves = try ConfidenceCurves.load(PackNode.parse(Self.text, file: "calibration.yaml"))
    #expect(abs(curves.worth(of: named, by: rule) - expected) < 0.005)
  }

  @Test("are left out where a pack has none")
  func none() { #expect(ConfidenceCurves().worth(of: 0.42, by: "a/b") == 0.42) }

  @Test(
    "have to ascend and to stay between 0 and 1",
    arguments: [
      ("curves:\n  \"*\": {0.5: 0.9, 0.7: 0.8}\n", 1),
      ("curves:\n  \"*\": {0.7: 0.8, 0.5: 0.7}\n", 1),
      ("curves:\n  \"*\": {0.5: 0.9, 0.9: 1.1}\n", 1),
    ])
  func mistakes(text: String, line: Int) throws {
    let error = #expect(throws: SyntaxError.self) {
      try ConfidenceCurves.load(PackNode.parse(text, file: "calibration.yaml"))
    }
    #expect(error?.location.lowerBound.line == line)
  }
}
