public import Diagnostics
public import RDF

/// Reads the statements of a text block by block, in memory that does not grow with the text.
///
/// ```swift
/// var reader = try TurtleParser(base: base).reader(of: source)
/// var block = QuadBlock()
/// while try reader.next(into: &block) { try encoder.encode(block, into: &output) }
/// ```
public protocol QuadReader {
  /// Empties the block and fills it with the next statements: at least one, some thousand as a rule.
  ///
  /// After an error no statement follows: every further call throws it again.
  ///
  /// - Returns: false at the end of the text; the block is empty then.
  /// - Throws: ``SyntaxError`` for the first mistake (where mistakes are not skipped), or what the
  ///   source throws.
  mutating func next(into block: inout QuadBlock) throws -> Bool

  /// The prefixes that the text has declared so far, by name; of one declared twice the later.
  var prefixes: [Prefix] { get }
}

extension QuadReader {
  /// No prefixes, as in syntaxes that have none.
  public var prefixes: [Prefix] { [] }

  /// All statements that are left.
  ///
  /// - Throws: as ``next(into:)`` does.
  mutating func all() throws -> [Quad] {
    var quads: [Quad] = []
    var block = QuadBlock()
    while try next(into: &block) { quads += block.quads }
    return quads
  }
}

/// What all readers can be told.
public struct ReaderOptions {
  /// The name that is put before the place in errors; nil for none.
  public var file: String?
  /// What the labels of all blank nodes get in front, so that those of several texts stay apart.
  ///
  /// Letters, digits, `-` and `_` only.
  public var labelPrefix: String
  /// Takes the mistakes of statements that are skipped; nil to end at the first mistake.
  ///
  /// What can be skipped differs with the syntax: a line of N-Triples or N-Quads, what stands up to
  /// the next end of a statement in Turtle and TriG, a property or a node of RDF/XML.
  public var skip: ((SyntaxError) -> Void)?

  /// Options; by default no file is named, labels stay and the first mistake ends the reading.
  public init(
    file: String? = nil, labelPrefix: String = "", skip: ((SyntaxError) -> Void)? = nil
  ) {
    self.file = file
    self.labelPrefix = labelPrefix
    self.skip = skip
  }
}
