public import Diagnostics

/// A term that a format of results cannot carry.
public struct UnwritableTerm: Error, Hashable {
  /// The row that it stands in, from 0.
  public let row: Int
  /// The variable that it is bound to.
  public let variable: Variable
  /// The code point that XML 1.0 cannot carry
  /// ([XML 1.0 §2.2](https://www.w3.org/TR/xml/#charsets)).
  public let character: UInt32

  /// A term in this row, from 0, with this character in it.
  package init(row: Int, variable: Variable, character: UInt32) {
    self.row = row
    self.variable = variable
    self.character = character
  }

  /// What is wrong, and what to do.
  public var message: Message {
    let code = "U+" + String(character, radix: 16, uppercase: true)
    return Message(
      en: "row \(row + 1), ?\(variable.name): XML cannot carry the character \(code); "
        + "take --results json or tsv",
      id: "baris \(row + 1), ?\(variable.name): XML tidak dapat memuat karakter \(code); "
        + "pakailah --results json atau tsv")
  }
}
