public import Diagnostics
public import RDF

/// Bounds on what a Turtle or TriG document may ask for.
public struct TurtleLimits: Hashable, Sendable {
  /// How deep blank nodes, collections and triple terms may nest, all together.
  public var maximumDepth: Int
  /// How long a token may be, in bytes: a text between quotes, as a rule.
  public var longestToken: Int

  /// Bounds; 1,000 levels and 256 MiB if nothing else is given.
  public init(maximumDepth: Int = 1_000, longestToken: Int = 256 << 20) {
    self.maximumDepth = maximumDepth
    self.longestToken = longestToken
  }
}

/// Reads Turtle, strictly ([RDF 1.1 Turtle](https://www.w3.org/TR/turtle/)).
///
/// RDF 1.1 is read in full; of RDF 1.2 triple terms, base directions and the version directive.
/// Reified triples and annotations of RDF 1.2 are refused. Terms keep their lexical form and blank
/// nodes their labels; absolute IRIs stand as they are written, dot segments included.
///
/// A blank node without a label gets `anon0`, `anon1` and so on, in the order of the text; a label
/// of that form that the document itself uses gets one more hyphen (`anon-1`) if the two would meet.
///
/// ```swift
/// let quads = try TurtleParser(base: base).parse(text, file: "graph.ttl")
/// ```
public struct TurtleParser: Hashable, Sendable {
  /// What relative IRIs are resolved against until the document names its own; nil to refuse them.
  public var base: NamedNode?
  /// Prefixes that the document may use without declaring them.
  public var prefixes: [Prefix]
  /// What the document may ask for.
  public var limits: TurtleLimits

  /// A parser; by default without base and prefixes.
  public init(base: NamedNode? = nil, prefixes: [Prefix] = [], limits: TurtleLimits = .init()) {
    self.base = base
    self.prefixes = prefixes
    self.limits = limits
  }

  /// All statements, in the order in which the text completes them, duplicates kept, in the default
  /// graph.
  ///
  /// `file` is the name put before the place in errors.
  ///
  /// - Throws: the first mistake.
  public func parse(_ bytes: [UInt8], file: String? = nil) throws(SyntaxError) -> [Quad] {
    try reader(of: ByteArraySource(bytes), options: ReaderOptions(file: file)).allOfArray()
  }

  /// A reader of a text of any length, in memory that does not grow with it.
  public func reader(
    of source: any ByteSource, options: ReaderOptions = .init()
  ) -> TurtleReader {
    TurtleReader(source, dialect: .turtle, parser: self, options: options)
  }
}

/// Reads TriG, strictly ([RDF 1.1 TriG](https://www.w3.org/TR/trig/)).
///
/// All that is said of ``TurtleParser`` holds here too; statements stand in the graphs that the
/// document names.
public struct TriGParser: Hashable, Sendable {
  /// What relative IRIs are resolved against until the document names its own; nil to refuse them.
  public var base: NamedNode?
  /// Prefixes that the document may use without declaring them.
  public var prefixes: [Prefix]
  /// What the document may ask for.
  public var limits: TurtleLimits

  /// A parser; by default without base and prefixes.
  public init(base: NamedNode? = nil, prefixes: [Prefix] = [], limits: TurtleLimits = .init()) {
    self.base = base
    self.prefixes = prefixes
    self.limits = limits
  }

  /// All statements, in the order in which the text completes them, duplicates kept.
  ///
  /// `file` is the name put before the place in errors.
  ///
  /// - Throws: the first mistake.
  public func parse(_ bytes: [UInt8], file: String? = nil) throws(SyntaxError) -> [Quad] {
    try reader(of: ByteArraySource(bytes), options: ReaderOptions(file: file)).allOfArray()
  }

  /// A reader of a text of any length, in memory that does not grow with it.
  public func reader(
    of source: any ByteSource, options: ReaderOptions = .init()
  ) -> TurtleReader {
    TurtleReader(
      source, dialect: .triG,
      parser: TurtleParser(base: base, prefixes: prefixes, limits: limits), options: options)
  }
}
