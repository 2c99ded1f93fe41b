/// Reads a regular expression of XPath and writes the same for PCRE2
/// ([XPath Functions 3.1 §5.6.1](https://www.w3.org/TR/xpath-functions-31/#regex-syntax), which
/// extends [XSD 1.1 Part 2 §G](https://www.w3.org/TR/xmlschema11-2/#regexs)).
///
/// What PCRE2 has beyond that is refused, and what it reads in another way is written so that it has
/// no choice: every character but letters and digits goes over as its number.
struct RegularExpressionTranslation {
  /// How many pairs of parentheses capture what they match.
  private(set) var groupCount = 0

  private let flags: RegularExpressionFlags
  private var pattern: [Unicode.Scalar] = []
  /// Where each scalar stands in the pattern as given, and behind them its length.
  private var offsets: [Int] = []
  private var position = 0
  private var output = ""
  private var openGroups: Set<Int> = []
  private var depth = 0

  private static let longestPattern = 1 << 16
  private static let mostDepth = 200
  private static let mostRepetitions = 65_535

  /// The translation of a pattern that is read with these flags.
  init(_ pattern: String, flags: RegularExpressionFlags) {
    self.flags = flags
    let scalars = Array(pattern.unicodeScalars)
    if flags.ignoresWhitespace, !flags.isLiteral {
      dropWhitespace(scalars)
    } else {
      self.pattern = scalars
      offsets = Array(0...scalars.count)
    }
  }

  /// Leaves out white space but for that within brackets.
  private mutating func dropWhitespace(_ scalars: [Unicode.Scalar]) {
    var brackets = 0
    var isEscaped = false
    for (offset, scalar) in scalars.enumerated() {
      if brackets == 0, Self.isWhitespace(scalar) { continue }
      pattern.append(scalar)
      offsets.append(offset)
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "[" {
        brackets += 1
      } else if scalar == "]", brackets > 0 {
        brackets -= 1
      }
    }
    offsets.append(scalars.count)
  }

  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// The pattern for PCRE2.
  ///
  /// - Throws: the first place that breaks the grammar.
  mutating func run() throws(RegularExpressionError) -> String {
    guard pattern.count <= Self.longestPattern else { throw .tooLarge }
    if flags.isLiteral {
      for scalar in pattern { output += Self.literal(scalar) }
    } else {
      try readRegularExpression()
      guard position == pattern.count else { throw fault() }
    }
    return output
  }

  /// `regExp ::= branch ( '|' branch )*`.
  private mutating func readRegularExpression() throws(RegularExpressionError) {
    depth += 1
    guard depth <= Self.mostDepth else { throw .tooLarge }
    try readBranch()
    while skip("|") {
      output += "|"
      try readBranch()
    }
    depth -= 1
  }

  /// `branch ::= piece*`.
  private mutating func readBranch() throws(RegularExpressionError) {
    while let next = peek, next != "|", next != ")" { try readPiece() }
  }

  /// `piece ::= atom quantifier?`.
  private mutating func readPiece() throws(RegularExpressionError) {
    let start = output.endIndex
    let isAnchor = peek == "^" || peek == "$"
    try readAtom()
    guard let quantifier = try readQuantifier() else { return }
    if isAnchor {
      output.insert(contentsOf: "(?:", at: start)
      output += ")"
    }
    output += quantifier
  }

  /// `quantifier ::= ( [?*+] | ( '{' quantity '}' ) ) '?'?`.
  private mutating func readQuantifier() throws(RegularExpressionError) -> String? {
    var text: String
    if skip("?") {
      text = "?"
    } else if skip("*") {
      text = "*"
    } else if skip("+") {
      text = "+"
    } else if skip("{") {
      let least = try readNumber()
      text = "{\(least)"
      if skip(",") {
        text += ","
        if peek != "}" {
          let most = try readNumber()
          guard least <= most else { throw fault() }
          text += "\(most)"
        }
      }
      guard skip("}") else { throw fault() }
      text += "}"
    } else {
      return nil
    }
    return skip("?") ? text + "?" : text
  }

  private mutating func readNumber() throws(RegularExpressionError) -> Int {
    guard let first = peek, Self.digit(first) != nil else { throw fault() }
    var value = 0
    while let next = peek, let digit = Self.digit(next) {
      value = value * 10 + digit
      guard value <= Self.mostRepetitions else { throw .tooLarge }
      position += 1
    }
    return value
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : nil
  }

  /// `atom ::= NormalChar | charClass | '(' '?:'? regExp ')' | '^' | '$' | backReference`.
  private mutating func readAtom() throws(RegularExpressionError) {
    guard let next = peek else { throw fault() }
    switch next {
    case "(": try readGroup()
    case "[": output += try readClassExpression()
    case "\\": try readEscape()
    case ".":
      position += 1
      output += flags.dotMatchesAll ? "." : "[^\\n\\r]"
    case "^", "$":
      position += 1
      output.unicodeScalars.append(next)
    case "?", "*", "+", "{", "}", "]", ")", "|": throw fault()
    default:
      position += 1
      output += Self.literal(next)
    }
  }

  private mutating func readGroup() throws(RegularExpressionError) {
    position += 1
    var group: Int?
    if skip("?") {
      guard skip(":") else { throw fault() }
      output += "(?:"
    } else {
      groupCount += 1
      group = groupCount
      openGroups.insert(groupCount)
      output += "("
    }
    try readRegularExpression()
    guard skip(")") else { throw fault() }
    output += ")"
    if let group { openGroups.remove(group) }
  }

  /// An escape outside of brackets.
  private mutating func readEscape() throws(RegularExpressionError) {
    if position + 1 < pattern.count, let digit = Self.digit(pattern[position + 1]), digit > 0 {
      try readBackReference(digit)
      return
    }
    switch try readCharacterEscape() {
    case .character(let scalar): output += Self.literal(scalar)
    case .set(let items): output += "[\(items)]"
    }
  }

  /// A reference takes as many digits as name a pair of parentheses that began before.
  private mutating func readBackReference(_ first: Int) throws(RegularExpressionError) {
    var group = first
    guard group <= groupCount, !openGroups.contains(group) else { throw fault() }
    position += 2
    while let next = peek, let digit = Self.digit(next), group * 10 + digit <= groupCount {
      group = group * 10 + digit
      position += 1
    }
    guard !openGroups.contains(group) else { throw fault() }
    output += "\\g{\(group)}"
  }

  /// `charClassExpr ::= '[' charGroup ']'`, as an atom of PCRE2, which knows no subtraction.
  private mutating func readClassExpression() throws(RegularExpressionError) -> String {
    depth += 1
    guard depth <= Self.mostDepth else { throw .tooLarge }
    defer { depth -= 1 }
    position += 1
    let isNegated = skip("^")
    var items = ""
    var subtracted: String?
    while let next = peek, next != "]" {
      if next == "-", peek(1) == "[", !items.isEmpty {
        position += 1
        subtracted = try readClassExpression()
        guard peek == "]" else { throw fault() }
        break
      }
      items += try readClassItem(isFirst: items.isEmpty)
    }
    guard !items.isEmpty, skip("]") else { throw fault() }
    let set = "[\(isNegated ? "^" : "")\(items)]"
    return subtracted.map { "(?:(?!\($0))\(set))" } ?? set
  }

  /// `charGroupPart ::= singleChar | charRange | charClassEsc`.
  private mutating func readClassItem(isFirst: Bool) throws(RegularExpressionError) -> String {
    let start: Unicode.Scalar
    switch try readClassCharacter(mayBeHyphen: isFirst || peek(1) == "]") {
    case .set(let items): return items
    case .character(let scalar): start = scalar
    }
    // A hyphen before a bracket is a subtraction, or itself.
    guard peek == "-", let behind = peek(1), behind != "[", behind != "]" else {
      return Self.literal(start)
    }
    position += 1
    guard case .character(let end) = try readClassCharacter(mayBeHyphen: false), start <= end
    else { throw fault() }
    return "\(Self.literal(start))-\(Self.literal(end))"
  }

  private mutating func readClassCharacter(
    mayBeHyphen: Bool
  ) throws(RegularExpressionError) -> RegularExpressionEscape {
    guard let next = peek else { throw fault() }
    switch next {
    case "\\": return try readCharacterEscape()
    case "[", "]": throw fault()
    case "-" where !mayBeHyphen: throw fault()
    default:
      position += 1
      return .character(next)
    }
  }

  /// `charClassEsc | SingleCharEsc`.
  private mutating func readCharacterEscape() throws(RegularExpressionError)
    -> RegularExpressionEscape
  {
    position += 1
    guard let letter = peek else { throw fault() }
    if letter == "p" || letter == "P" {
      position += 1
      guard skip("{") else { throw fault() }
      var name = ""
      while let next = peek, next != "}" {
        name.unicodeScalars.append(next)
        position += 1
      }
      guard skip("}") else { throw fault() }
      if name.hasPrefix("Is") { throw .unknownBlock(name) }
      guard RegularExpressionEscape.categories.contains(name) else { throw fault() }
      return .set("\\\(letter){\(name)}")
    }
    guard let escape = RegularExpressionEscape(letter) else { throw fault() }
    position += 1
    return escape
  }

  /// A character that stands for itself, within brackets and without.
  static func literal(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": String(scalar)
    default: "\\x{\(String(scalar.value, radix: 16))}"
    }
  }

  private var peek: Unicode.Scalar? { peek(0) }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < pattern.count ? pattern[position + distance] : nil
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private func fault() -> RegularExpressionError {
    .pattern(offset: offsets[min(position, offsets.count - 1)])
  }
}
