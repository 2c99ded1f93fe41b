public import Diagnostics

/// Why there is no value.
///
/// SPARQL takes each of them for a type error
/// ([SPARQL 1.1 §17.2](https://www.w3.org/TR/sparql11-query/#evaluation)).
public enum XSDError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The literal's datatype is none of ``XSDDatatype``.
  case unknownDatatype
  /// The text is no lexical form of the datatype.
  case illTyped(XSDDatatype)
  /// The value is valid, but beyond what Simpul reckons with: years of more than eleven digits,
  /// durations whose months or seconds exceed 64 bits, infinite durations
  /// (`FODT0001`, `FODT0002` in
  /// [XPath Functions 3.1 §C](https://www.w3.org/TR/xpath-functions-31/#error-summary)).
  case overflow
  /// An integer, a decimal or a duration was divided by 0 (`FOAR0001`).
  case divisionByZero
  /// A duration was multiplied with or divided by NaN (`FOCA0005`).
  case notANumber
  /// The result depends on a time zone that neither the operand nor the caller gives.
  case missingTimezone
  /// The operator is not defined for values of these kinds (`XPTY0004`).
  case noOperator
  /// Values of this kind are never cast to the datatype (`XPTY0004`).
  case noCast(to: XSDDatatype)
  /// The value has no counterpart in the datatype it is cast to (`FORG0001`, `FOCA0002`).
  case outOfRange(XSDDatatype)

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch self {
    case .unknownDatatype:
      Message(
        en: "values of this datatype are not known", id: "nilai tipe data ini tidak dikenal")
    case .illTyped(let datatype):
      Message(
        en: "no lexical form of xsd:\(datatype.rawValue)",
        id: "bukan bentuk leksikal xsd:\(datatype.rawValue)")
    case .overflow:
      Message(en: "the value is too large to reckon with", id: "nilai terlalu besar untuk dihitung")
    case .divisionByZero: Message(en: "division by zero", id: "pembagian dengan nol")
    case .notANumber:
      Message(
        en: "a duration cannot be multiplied with or divided by NaN",
        id: "durasi tidak dapat dikalikan atau dibagi dengan NaN")
    case .missingTimezone:
      Message(
        en: "the result depends on a time zone that is not given",
        id: "hasilnya bergantung pada zona waktu yang tidak diberikan")
    case .noOperator:
      Message(
        en: "the operator is not defined for these datatypes",
        id: "operator tidak terdefinisi untuk tipe data ini")
    case .noCast(let target):
      Message(
        en: "values of this datatype cannot be cast to xsd:\(target.rawValue)",
        id: "nilai tipe data ini tidak dapat diubah menjadi xsd:\(target.rawValue)")
    case .outOfRange(let target):
      Message(
        en: "the value does not exist in xsd:\(target.rawValue)",
        id: "nilai tidak ada dalam xsd:\(target.rawValue)")
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}
