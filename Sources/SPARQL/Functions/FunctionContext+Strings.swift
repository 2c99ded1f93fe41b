internal import RDF

/// Functions on strings ([SPARQL 1.1 §17.4.3](https://www.w3.org/TR/sparql11-query/#func-strings)).
extension FunctionContext {
  func callOnStrings(
    _ function: BuiltInFunction, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    if function == .concat { return try concatenation(arguments) }
    let string = try StringLiteral(arguments[0])
    switch function {
    case .strLen:
      let count = string.text.unicodeScalars.count
      return .literal(XSDValue.number(.integer(XSDInteger(Int64(count)))).literal())
    case .subStr: return try Self.substring(of: string, arguments)
    case .upperCase: return string.with(string.text.uppercased())
    case .lowerCase: return string.with(string.text.lowercased())
    case .strStarts, .strEnds, .contains, .strBefore, .strAfter:
      let other = try StringLiteral(arguments[1])
      guard string.takes(other) else { throw .wrongType }
      return Self.search(function, string, for: other.text)
    case .encodeForURI: return .literal(Literal(Self.percentEncoded(string.text)))
    case .regex:
      let flags = arguments.count > 2 ? try Self.simpleText(arguments[2]) : ""
      let expression = try regularExpression(try Self.simpleText(arguments[1]), flags: flags)
      return Self.boolean(try expression.matches(string.text))
    case .replace:
      let flags = arguments.count > 3 ? try Self.simpleText(arguments[3]) : ""
      let expression = try regularExpression(try Self.simpleText(arguments[1]), flags: flags)
      let replacement = try Self.simpleText(arguments[2])
      return string.with(try expression.replacing(in: string.text, with: replacement))
    default: preconditionFailure("\(function.rawValue) is no function on strings")
    }
  }

  private static func search(
    _ function: BuiltInFunction, _ string: StringLiteral, for other: String
  ) -> Term {
    let text = string.text.utf8
    switch function {
    case .strStarts: return boolean(text.starts(with: other.utf8))
    case .strEnds: return boolean(text.reversed().starts(with: other.utf8.reversed()))
    case .contains: return boolean(ByteSearch.offset(of: other, in: string.text) != nil)
    default:
      // What is not found gives a text without language, unlike what is found at an end.
      guard let offset = ByteSearch.offset(of: other, in: string.text) else {
        return .literal(Literal(""))
      }
      let part =
        function == .strBefore ? text.prefix(offset) : text.dropFirst(offset + other.utf8.count)
      return string.with(String(Substring(part)))
    }
  }

  /// The characters from a place, counted from 1; both numbers are rounded
  /// ([XPath Functions 3.1 §5.4.3](https://www.w3.org/TR/xpath-functions-31/#func-substring)).
  private static func substring(
    of string: StringLiteral, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    let start = try TermOperators.number(of: arguments[1]).rounded.asDouble
    var end = Double.infinity
    if arguments.count > 2 {
      end = start + (try TermOperators.number(of: arguments[2]).rounded.asDouble)
    }
    // NaN is neither, and gives nothing.
    guard start < end, end > 1 else { return string.with("") }
    let scalars = string.text.unicodeScalars
    let from = Int(exactly: max(start, 1) - 1) ?? Int.max
    let rest = scalars.dropFirst(from)
    guard let to = Int(exactly: end - 1) else { return string.with(String(rest)) }
    return string.with(String(rest.prefix(max(0, to - from))))
  }

  /// All but letters, digits and `-._~` as `%XX` of their UTF-8
  /// ([XPath Functions 3.1 §6.2](https://www.w3.org/TR/xpath-functions-31/#func-encode-for-uri)).
  private static func percentEncoded(_ text: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if unreserved.contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let unreserved = ASCIISet.letters.union(.digits).union(ASCIISet("-._~"))

  /// All texts, in their language if they share one.
  private func concatenation(_ arguments: [Term]) throws(ExpressionError) -> Term {
    var strings: [StringLiteral] = []
    for argument in arguments { strings.append(try StringLiteral(argument)) }
    let text = strings.map(\.text).joined()
    guard let first = strings.first, strings.allSatisfy({ first.hasLanguage(of: $0) }) else {
      return .literal(Literal(text))
    }
    return first.with(text)
  }
}
