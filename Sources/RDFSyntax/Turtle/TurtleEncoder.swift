public import RDF

/// Writes Turtle or TriG in the order in which the statements come, without holding them.
///
/// Neighbours with the same subject and graph stand together, and so do those of them with the same
/// predicate; duplicates are kept. Numbers and booleans are shortened where the very same lexical
/// form is read back. Statements of named graphs make the output TriG.
///
/// ```swift
/// var encoder = TurtleEncoder(prefixes: [.rdfs])
/// while try reader.next(into: &block) {
///   encoder.declare(reader.prefixes)
///   encoder.encode(block, into: &output)
/// }
/// encoder.finish(into: &output)
/// ```
public struct TurtleEncoder: QuadEncoder {
  private var writer = TurtleTermWriter()
  private var prefixes: [Prefix] = []
  private var prefixNames: Set<[UInt8]> = []
  /// How many of the prefixes stand in the output.
  private var declaredPrefixes = 0
  private let header: [String]
  private var hasBegun = false
  private var hints = NamespaceHints()
  /// Whether a blank line belongs before what is written next.
  private var needsBlankLine = false
  /// Whether a statement waits for its dot.
  private var isInStatement = false
  /// The terms of the last statement, where it stands in an earlier block.
  private var last = LastTerms()

  /// An encoder that declares these prefixes at the top, below the lines of a comment.
  ///
  /// - Parameters:
  ///   - prefixes: What names may begin with; of two with one name the first counts.
  ///   - header: Lines of a comment at the top, without `#`.
  public init(prefixes: [Prefix] = [], header: [String] = []) {
    self.header = header
    declare(prefixes)
  }

  /// Makes prefixes known that names may begin with from now on.
  ///
  /// They are declared before the next statement. A name that is known already keeps its namespace.
  public mutating func declare(_ prefixes: [Prefix]) {
    let known = self.prefixes.count
    for prefix in prefixes where prefixNames.insert(Array(prefix.name.utf8)).inserted {
      self.prefixes.append(prefix)
    }
    guard self.prefixes.count > known else { return }
    writer.namespaces = NamespaceIndex(self.prefixes)
    hints = NamespaceHints()
  }

  /// Appends the statements of a block; the last one is closed by what follows.
  public mutating func encode(_ block: borrowing QuadBlock, into output: inout [UInt8]) {
    begin()
    guard let first = block.statements.first else { return handOn(to: &output) }
    let bytes = block.bytes.span
    append(first, behind: last.likeness(of: first, in: bytes), bytes)
    var previous = first
    for statement in block.statements.dropFirst() {
      append(statement, behind: Likeness(of: statement, and: previous, in: bytes), bytes)
      previous = statement
    }
    last.keep(previous, in: bytes)
    handOn(to: &output)
  }

  /// Closes what is open; nothing may follow.
  public mutating func finish(into output: inout [UInt8]) {
    begin()
    close()
    handOn(to: &output)
  }

  // MARK: Frame

  private mutating func begin() {
    if !hasBegun {
      hasBegun = true
      for line in header.flatMap({ $0.split(omittingEmptySubsequences: false) { $0.isNewline } }) {
        writer.output.append(text: line.isEmpty ? "#" : "# ")
        writer.output.append(text: line)
        writer.output.append(UInt8(ascii: "\n"))
      }
      needsBlankLine = !header.isEmpty
    }
    guard declaredPrefixes < prefixes.count else { return }
    close()
    separate()
    for prefix in prefixes[declaredPrefixes...] {
      writer.output.append("@prefix ")
      writer.output.append(text: prefix.name)
      writer.output.append(": ")
      var iri: [UInt8] = []
      CanonicalTerm.appendIRI(prefix.namespace.utf8, to: &iri)
      iri.withUnsafeBytes { writer.output.append($0) }
      writer.output.append(" .\n")
    }
    needsBlankLine = true
    declaredPrefixes = prefixes.count
  }

  /// Closes the statement and the graph that are open.
  private mutating func close() {
    guard isInStatement else { return }
    writer.output.append(last.isInGraph ? " .\n}\n" : " .\n")
    isInStatement = false
    needsBlankLine = true
    last = LastTerms()
  }

  /// Sets what follows apart from what stands above.
  private mutating func separate() {
    if needsBlankLine { writer.output.append(UInt8(ascii: "\n")) }
    needsBlankLine = false
  }

  private mutating func handOn(to output: inout [UInt8]) {
    output.append(contentsOf: writer.output.bytes[..<writer.output.end])
    writer.output.end = 0
  }

  // MARK: Statements

  private mutating func append(
    _ statement: QuadBlock.Statement, behind likeness: Likeness, _ bytes: Span<UInt8>
  ) {
    let isInGraph = statement.graphName.count > 0
    switch likeness {
    case .predicate:
      writer.output.append(", ")
      writer.append(statement.object, in: bytes, hints: &hints)
      return
    case .subject: writer.output.append(isInGraph ? " ;\n    " : " ;\n  ")
    case .graph:
      if isInStatement {
        writer.output.append(" .\n\n")
      } else {
        separate()
      }
      if isInGraph { writer.output.append("  ") }
      writer.appendNode(statement.subject, in: bytes, hint: &hints.subject)
      writer.output.append(UInt8(ascii: " "))
    case .none:
      close()
      separate()
      last.isInGraph = isInGraph
      if isInGraph {
        writer.appendNode(statement.graphName, in: bytes, hint: &hints.graphName)
        writer.output.append(" {\n  ")
      }
      writer.appendNode(statement.subject, in: bytes, hint: &hints.subject)
      writer.output.append(UInt8(ascii: " "))
    }
    isInStatement = true
    hints.select(statement.predicate, in: bytes)
    writer.appendPredicate(statement.predicate, in: bytes, hints: &hints)
    writer.output.append(UInt8(ascii: " "))
    writer.append(statement.object, in: bytes, hints: &hints)
  }
}

/// How much two statements that follow each other share.
enum Likeness {
  case none
  case graph
  case subject
  case predicate

  init(
    of statement: QuadBlock.Statement, and previous: QuadBlock.Statement, in bytes: Span<UInt8>
  ) {
    func isSame(_ left: QuadBlock.Run, _ right: QuadBlock.Run) -> Bool {
      guard left.count == right.count else { return false }
      return left.start == right.start
        || bytes.extracting(left.range).hasSameBytes(as: bytes.extracting(right.range))
    }
    self =
      if !isSame(statement.graphName, previous.graphName) {
        .none
      } else if !isSame(statement.subject, previous.subject) {
        .graph
      } else {
        isSame(statement.predicate, previous.predicate) ? .predicate : .subject
      }
  }
}

/// The terms of the last statement of a block, for the next block.
private struct LastTerms {
  /// Whether the braces of a graph are open.
  var isInGraph = false
  private var graphName: [UInt8] = []
  private var subject: [UInt8] = []
  private var predicate: [UInt8] = []

  mutating func keep(_ statement: QuadBlock.Statement, in bytes: Span<UInt8>) {
    isInGraph = statement.graphName.count > 0
    graphName = Array(copying: bytes.extracting(statement.graphName.range))
    subject = Array(copying: bytes.extracting(statement.subject.range))
    predicate = Array(copying: bytes.extracting(statement.predicate.range))
  }

  func likeness(of statement: QuadBlock.Statement, in bytes: Span<UInt8>) -> Likeness {
    func isSame(_ run: QuadBlock.Run, _ other: [UInt8]) -> Bool {
      bytes.extracting(run.range).hasSameBytes(as: other.span)
    }
    if !isSame(statement.graphName, graphName) { return .none }
    if !isSame(statement.subject, subject) { return .graph }
    return isSame(statement.predicate, predicate) ? .predicate : .subject
  }
}
