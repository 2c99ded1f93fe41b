import RDF

/// Writes terms in canonical form as Turtle has them.
struct TurtleTermWriter {
  var output = TermBytes()
  var namespaces = NamespaceIndex()

  /// A predicate; `rdf:type` is `a`.
  @inline(__always)
  mutating func appendPredicate(
    _ predicate: QuadBlock.Run, in bytes: Span<UInt8>, hints: inout NamespaceHints
  ) {
    if predicate.count == Self.type.utf8CodeUnitCount, isSame(predicate, as: Self.type, in: bytes) {
      output.append(UInt8(ascii: "a"))
      return
    }
    appendIRI(predicate, in: bytes, hint: &hints.predicate)
  }

  /// A subject, or the name of a graph.
  @inline(__always)
  mutating func appendNode(_ node: QuadBlock.Run, in bytes: Span<UInt8>, hint: inout Int) {
    if bytes[Int(node.start)] == UInt8(ascii: "<") {
      appendIRI(node, in: bytes, hint: &hint)
    } else {
      output.append(bytes, from: Int(node.start), count: Int(node.count))
    }
  }

  /// An object.
  @inline(__always)
  mutating func append(
    _ object: QuadBlock.Run, in bytes: Span<UInt8>, hints: inout NamespaceHints
  ) {
    switch bytes[Int(object.start)] {
    case UInt8(ascii: "\""): appendLiteral(object, in: bytes, hints: &hints)
    case UInt8(ascii: "<"):
      if bytes[Int(object.start) &+ 1] == UInt8(ascii: "<") {
        appendTripleTerm(object, in: bytes, hints: &hints)
      } else {
        appendIRI(object, in: bytes, hint: &hints.object)
      }
    default: output.append(bytes, from: Int(object.start), count: Int(object.count))
    }
  }

  /// A triple term; those within it cost a level of the stack each, and readers bound them.
  private mutating func appendTripleTerm(
    _ term: QuadBlock.Run, in bytes: Span<UInt8>, hints: inout NamespaceHints
  ) {
    let parts = CanonicalTerm.parts(ofTripleTerm: bytes.extracting(term.range))
    func run(_ range: Range<Int>) -> QuadBlock.Run {
      QuadBlock.Run(start: Int(term.start) + range.lowerBound, count: range.count)
    }
    output.append("<<( ")
    appendNode(run(parts.subject), in: bytes, hint: &hints.subject)
    output.append(UInt8(ascii: " "))
    appendPredicate(run(parts.predicate), in: bytes, hints: &hints)
    output.append(UInt8(ascii: " "))
    append(run(parts.object), in: bytes, hints: &hints)
    output.append(" )>>")
  }

  // MARK: IRIs

  /// An IRI: a prefixed name if there is one, else as it is.
  @inline(__always)
  private mutating func appendIRI(_ term: QuadBlock.Run, in bytes: Span<UInt8>, hint: inout Int) {
    let start = Int(term.start) &+ 1
    let end = term.end &- 1
    let number = namespaces.find(bytes.extracting(unchecked: start..<end), hint: hint)
    if number >= 0 {
      hint = number
      let local = start &+ namespaces.count(of: number)
      if isPlainName(bytes, from: local, to: end) {
        namespaces.appendName(number, to: &output)
        output.append(bytes, from: local, count: end &- local)
        return
      }
      if appendEscapedName(number, bytes.extracting(local..<end)) { return }
    }
    output.append(bytes, from: Int(term.start), count: Int(term.count))
  }

  /// Whether what lies before a `>` is a local name as it stands: letters, digits, `_`, `:` and, not
  /// first, `-`.
  @inline(__always)
  private func isPlainName(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    if bytes[start] == UInt8(ascii: "-") { return false }
    var index = start
    while index &+ 16 <= bytes.count {
      let lanes = ByteLanes(bytes, at: index)
      let inName =
        lanes.letters | lanes.inRange(from: 0x30, count: 11)
        | lanes.equal(UInt8(ascii: "_")) | lanes.equal(UInt8(ascii: "-"))
      let count = inName.firstOther
      index &+= count
      if count < 16 { return index == end }
    }
    return false
  }

  private mutating func appendEscapedName(_ number: Int, _ local: Span<UInt8>) -> Bool {
    guard let needsEscapes = TurtleLocalName.needsEscapes(local) else { return false }
    namespaces.appendName(number, to: &output)
    guard needsEscapes else {
      output.append(local, from: 0, count: local.count)
      return true
    }
    var escaped: [UInt8] = []
    TurtleLocalName.appendEscaped(local, to: &escaped)
    escaped.withUnsafeBytes { output.append($0) }
    return true
  }

  // MARK: Literals

  /// A literal: bare if the very same is read back, else its text as it is.
  private mutating func appendLiteral(
    _ term: QuadBlock.Run, in bytes: Span<UInt8>, hints: inout NamespaceHints
  ) {
    let start = Int(term.start)
    guard bytes[term.end &- 1] == UInt8(ascii: ">") else {
      output.append(bytes, from: start, count: Int(term.count))
      return
    }
    // IRIs have no quotes, so the last one closes the text.
    var quote = term.end &- 2
    while bytes[quote] != UInt8(ascii: "\"") { quote &-= 1 }
    let datatype = QuadBlock.Run(start: quote &+ 3, count: term.end &- quote &- 3)
    if Self.canStandBare(bytes.extracting(start + 1..<quote), bytes.extracting(datatype.range)) {
      output.append(bytes, from: start &+ 1, count: quote &- start &- 1)
      return
    }
    output.append(bytes, from: start, count: quote &+ 3 &- start)
    appendIRI(datatype, in: bytes, hint: &hints.datatype)
  }

  /// Whether a text with this datatype, written without quotes, is read back as the very same
  /// literal.
  private static func canStandBare(_ text: Span<UInt8>, _ datatype: Span<UInt8>) -> Bool {
    guard let bare = TurtleShorthand.BareDatatype(datatype) else { return false }
    return TurtleShorthand.BareDatatype(shapeOf: text) == bare
  }

  private func isSame(
    _ run: QuadBlock.Run, as text: StaticString, in bytes: Span<UInt8>
  ) -> Bool {
    bytes.extracting(run.range).isSame(as: text)
  }

  private static let type: StaticString = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
}

extension Span<UInt8> {
  /// Whether the bytes are those of a fixed text.
  func isSame(as other: StaticString) -> Bool {
    guard count == other.utf8CodeUnitCount else { return false }
    for offset in 0..<count where self[offset] != other.utf8Start[offset] { return false }
    return true
  }
}
