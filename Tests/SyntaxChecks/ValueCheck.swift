package import RDF

/// What has to hold of the values of any two lexical forms.
package enum ValueCheck {
  /// Reads two lexical forms, compares and reckons with their values.
  ///
  /// - Throws: ``Violation`` for a rule that is broken.
  package static func check(
    _ left: String, _ leftType: XSDDatatype, _ right: String, _ rightType: XSDDatatype
  ) throws {
    guard let left = value(try XSDValue(lexicalForm: left, datatype: leftType)) else { return }
    try checkCanonical(left)
    for target in XSDDatatype.allCases {
      if let cast = value(try left.cast(to: target)) {
        try checkCanonical(cast)
      }
    }
    guard let right = value(try XSDValue(lexicalForm: right, datatype: rightType)) else { return }
    let order = XSDValue.compare(left, right)
    let reverse = XSDValue.compare(right, left)
    guard order.isEqual == reverse.isEqual, order.isLess == reverse.isGreater else {
      throw Violation("\(left) is \(order) to \(right), and that \(reverse) to it")
    }
    let results = [
      value(try left.adding(right)), value(try left.subtracting(right)),
      value(try left.multiplied(by: right)), value(try left.divided(by: right)),
      value(try left.negated()),
    ]
    for case let result? in results { try checkCanonical(result) }
  }

  /// The canonical form is a lexical form of the same value, and its own canonical form.
  private static func checkCanonical(_ original: XSDValue) throws {
    let form = original.canonicalForm
    guard let again = value(try XSDValue(lexicalForm: form, datatype: original.datatype))
    else { throw Violation("\(original) has the canonical form \(form), which cannot be read") }
    guard again.canonicalForm == form else {
      throw Violation("\(form) has the canonical form \(again.canonicalForm)")
    }
    let isNaN = if case .number(let number) = original { number.isNaN } else { false }
    guard isNaN || XSDValue.compare(again, original).isEqual == true else {
      throw Violation("\(form) is not equal to what it is the form of")
    }
  }

  /// The value; nil for an error, which is as good an answer.
  private static func value(_ body: @autoclosure () throws(XSDError) -> XSDValue) -> XSDValue? {
    do throws(XSDError) { return try body() } catch { return nil }
  }
}
