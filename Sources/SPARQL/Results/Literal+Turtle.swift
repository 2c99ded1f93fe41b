import RDF

extension Literal {
  /// Whether Turtle and SPARQL write this literal without quotes
  /// ([Turtle §2.5.2](https://www.w3.org/TR/turtle/#abbrev)): an integer, a decimal or a double whose
  /// form the grammar takes.
  var isBareInTurtle: Bool {
    var rest = lexicalForm.utf8[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest.removeFirst()
    }
    func dropDigits() -> Int {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    let whole = dropDigits()
    switch datatype {
    case XSD.integer: return whole > 0 && rest.isEmpty
    case XSD.decimal:
      guard rest.popFirst() == UInt8(ascii: ".") else { return false }
      return dropDigits() > 0 && rest.isEmpty
    case XSD.double:
      var fraction = 0
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = dropDigits()
      }
      guard whole + fraction > 0, let mark = rest.popFirst(), mark | 0x20 == UInt8(ascii: "e")
      else { return false }
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest.removeFirst()
      }
      return dropDigits() > 0 && rest.isEmpty
    default: return false
    }
  }
}
