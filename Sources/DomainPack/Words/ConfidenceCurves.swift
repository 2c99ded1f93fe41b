package import Diagnostics

/// What the confidences of rules are worth: `calibration.yaml`, fitted to annotated documents.
///
/// A rule names a confidence by judgement; the curve of its kind, which is its file, says how often
/// claims of such a confidence were right. Between two points a curve is a straight line, before the
/// first and behind the last it is level.
public struct ConfidenceCurves: Sendable {
  /// The curve for rules of all files that have none of their own.
  private static let others = "*"

  /// The points of each curve: what rules name, ascending, and what it is worth.
  private var curves: [String: [(named: Double, worth: Double)]] = [:]

  /// No curves: confidences are taken as rules name them.
  public init() {}

  /// Reads `calibration.yaml`.
  ///
  /// - Throws: ``SyntaxError`` where a curve does not ascend or leaves 0…1.
  package static func load(_ root: PackNode) throws(SyntaxError) -> ConfidenceCurves {
    var result = ConfidenceCurves()
    for (name, curve) in try root.required("curves").entries() {
      var points: [(named: Double, worth: Double)] = []
      for (key, value) in try curve.entries() {
        let point = (named: try key.number(), worth: try value.number())
        let isAscending = points.last.map { $0.named < point.named && $0.worth <= point.worth }
        guard isAscending ?? true, (0...1).contains(point.named), (0...1).contains(point.worth)
        else {
          throw key.error(
            Message(
              en: "a curve ascends from point to point and stays between 0 and 1",
              id: "kurva harus menaik dari titik ke titik dan tetap antara 0 dan 1"))
        }
        points.append(point)
      }
      result.curves[try name.text()] = points
    }
    return result
  }

  /// What the confidence that a rule names is worth.
  ///
  /// - Parameters:
  ///   - named: the confidence, 0…1.
  ///   - rule: the name of the rule, with its file before a slash.
  /// - Returns: the confidence to give claims of the rule, 0…1, rounded to hundredths between points.
  package func worth(of named: Double, by rule: String) -> Double {
    let file = String(rule.prefix { $0 != "/" })
    guard let curve = curves[file] ?? curves[Self.others], let first = curve.first,
      let last = curve.last
    else { return named }
    guard let next = curve.firstIndex(where: { $0.named >= named }) else { return last.worth }
    guard next > 0 else { return first.worth }
    let (low, high) = (curve[next - 1], curve[next])
    let share = (named - low.named) / (high.named - low.named)
    return ((low.worth + share * (high.worth - low.worth)) * 100).rounded() / 100
  }
}
