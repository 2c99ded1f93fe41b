import Pipeline
import Testing

@Suite("Reliability of confidences")
struct CalibrationTests {
  static let places: [(confidence: Double, bucket: Int)] = [
    (0, 0), (0.49, 0), (0.5, 1), (0.59, 1), (0.6, 2), (0.7, 3), (0.799, 4), (0.89, 4), (0.9, 5),
    (1, 5),
  ]

  @Test("every confidence has its bucket", arguments: places)
  func bucket(confidence: Double, bucket: Int) {
    var calibration = Calibration()
    calibration.add(confidence: confidence, isRight: true)
    #expect(calibration.buckets.firstIndex { $0.claims == 1 } == bucket)
  }

  @Test("the error is the distance from confidence to right share, weighted by claims")
  func error() {
    var calibration = Calibration()
    #expect(calibration.error == 0)
    for isRight in [true, true, true, false] {
      calibration.add(confidence: 0.95, isRight: isRight)
    }
    calibration.add(confidence: 0.6, isRight: true)
    calibration.add(confidence: 0.6, isRight: false)
    // 4/6 · |0.75 − 0.95| + 2/6 · |0.5 − 0.6|
    #expect(abs(calibration.error - (4 * 0.2 + 2 * 0.1) / 6) < 1e-12)
    #expect(calibration.claims == 6)
    #expect(abs(calibration.buckets[5].share - 0.75) < 1e-12)
    #expect(abs(calibration.buckets[5].meanConfidence - 0.95) < 1e-12)
  }
}
