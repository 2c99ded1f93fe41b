#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension MersenneTwister {
  /// True with this probability (0 to 1).
  package mutating func isTrue(withProbability probability: Double) -> Bool {
    unit() < probability
  }

  /// An integer from 0 to below `bound`, all equally likely.
  package mutating func integer(below bound: Int) -> Int {
    Int(unit() * Double(bound))
  }

  /// An integer in the range, all equally likely.
  package mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + integer(below: range.count)
  }

  /// An integer from 0 to below `bound`, the small ones much more often: the bound times a random
  /// number to the power of `exponent`.
  package mutating func skewedInteger(below bound: Int, exponent: Double) -> Int {
    Int(Double(bound) * pow(unit(), exponent))
  }

  /// An element, all equally likely.
  package mutating func element<Element>(of elements: [Element]) -> Element {
    elements[integer(below: elements.count)]
  }

  /// An element, the early ones much more often.
  package mutating func skewedElement<Element>(
    of elements: [Element], exponent: Double = 3
  ) -> Element {
    elements[skewedInteger(below: elements.count, exponent: exponent)]
  }
}
