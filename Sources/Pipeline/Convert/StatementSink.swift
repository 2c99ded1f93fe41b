import RDF
import RDFSyntax

/// What takes the statements that a conversion reads.
protocol StatementSink {
  /// Whether ``takeLines(_:of:from:)`` is called where lines were read side by side.
  var writesLines: Bool { get }

  /// Takes statements of an input and the prefixes that it has declared so far.
  mutating func take(
    _ block: borrowing QuadBlock, prefixes: [Prefix], from input: String
  ) throws(PipelineError)

  /// Takes statements that are written as lines already.
  mutating func takeLines(
    _ lines: [UInt8], of block: borrowing QuadBlock, from input: String
  ) throws(PipelineError)
}

/// Holds all statements.
struct StatementCollector: StatementSink {
  private var statements = QuadCollection()
  /// The prefixes of the inputs, the first of every name.
  private(set) var prefixes: [Prefix] = []
  private var prefixNames: Set<String> = []

  var writesLines: Bool { false }

  mutating func take(
    _ block: borrowing QuadBlock, prefixes: [Prefix], from input: String
  ) throws(PipelineError) {
    statements.append(block)
    for prefix in prefixes where prefixNames.insert(prefix.name).inserted {
      self.prefixes.append(prefix)
    }
  }

  mutating func takeLines(
    _ lines: [UInt8], of block: borrowing QuadBlock, from input: String
  ) throws(PipelineError) {
    statements.append(block)
  }

  /// The statements, which are forgotten here, without what is held back.
  mutating func collection(without privacy: Privacy) throws(PipelineError) -> QuadCollection {
    let all = statements
    statements = QuadCollection()
    return try privacy.applied(to: all)
  }
}

extension QuadCollection {
  /// Hands the statements on in blocks of some thousand.
  func hand(to sink: inout some StatementSink, prefixes: [Prefix]) throws(PipelineError) {
    try forEachBlock { (block) throws(PipelineError) in
      try sink.take(block, prefixes: prefixes, from: "<stdin>")
    }
  }
}
