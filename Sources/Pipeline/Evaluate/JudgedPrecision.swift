internal import Claims
import Diagnostics
internal import Resolution

/// How many judged claims are right: `simpul evaluate --judgements`.
package struct JudgedPrecision: Sendable {
  /// Right ones among some claims.
  package struct Share: Hashable, Sendable {
    /// Right claims.
    package var right = 0
    /// Judged claims.
    package var judged = 0

    /// Nothing judged.
    package init(right: Int = 0, judged: Int = 0) {
      self.right = right
      self.judged = judged
    }

    /// 0…1; 0 where nothing is judged.
    package var precision: Double { judged > 0 ? Double(right) / Double(judged) : 0 }

    /// Where the precision of all claims lies with 95 % certainty, by Wilson's score interval; 0…1
    /// where nothing is judged.
    package var interval: ClosedRange<Double> {
      guard judged > 0 else { return 0...1 }
      let z = 1.959964
      let n = Double(judged)
      let middle = precision + z * z / (2 * n)
      let spread = z * (precision * (1 - precision) / n + z * z / (4 * n * n)).squareRoot()
      let whole = 1 + z * z / n
      return max(0, (middle - spread) / whole)...min(1, (middle + spread) / whole)
    }

    mutating func add(_ isRight: Bool) {
      judged += 1
      if isRight { right += 1 }
    }
  }

  /// The confidence from which claims are called sure.
  package static let sure = 0.8

  /// All judged claims.
  package private(set) var all = Share()
  /// Those of at least the confidence ``sure``.
  package private(set) var sure = Share()
  /// By local name of the predicate.
  package private(set) var predicates: [String: Share] = [:]
  /// By rule.
  package private(set) var rules: [String: Share] = [:]
  /// Lines without a judgement.
  package private(set) var open = 0
  /// Claims judged right and wrong that the build no longer makes; empty without a build.
  package private(set) var gone = Share()
  /// The wrong ones in the order of the file, without those that are gone.
  package private(set) var wrong: [Judgement] = []

  /// Counts judgements.
  ///
  /// - Parameters:
  ///   - judgements: predicate, rule and confidence are taken from them where there is no build.
  ///   - built: a build of the documents; claims that it does not make are counted apart.
  /// - Throws: ``PipelineError`` if there is no build and a judgement does not tell its claim's
  ///   predicate, rule or confidence.
  package init(_ judgements: [Judgement], built: BuiltGraph?) throws(PipelineError) {
    var claims: [String: Claim] = [:]
    for claim in built?.graph.claims ?? [] { claims[claim.claim.id] = claim.claim }
    for var judgement in judgements {
      guard let isRight = judgement.isRight else {
        open += 1
        continue
      }
      if built != nil {
        guard let claim = claims[judgement.id] else {
          gone.add(isRight)
          continue
        }
        judgement.predicate = claim.predicate.rawValue
        judgement.rule = claim.rule
        judgement.confidence = claim.confidence
      }
      guard let predicate = judgement.predicate, let rule = judgement.rule,
        let confidence = judgement.confidence
      else {
        throw PipelineError(
          .badInput,
          Message(
            en: "\(judgement.id): predicate, rule or confidence is missing; "
              + "name the inputs, so that they can be looked up",
            id: "\(judgement.id): predikat, aturan, atau keyakinan tidak ada; "
              + "sebutkan masukan agar dapat dicari"))
      }
      all.add(isRight)
      if confidence >= Self.sure { sure.add(isRight) }
      predicates[predicate, default: Share()].add(isRight)
      rules[rule, default: Share()].add(isRight)
      if !isRight { wrong.append(judgement) }
    }
  }
}
