import Citations
public import DomainPack
import GraphAlgorithms
public import RDF

/// Makes a ``LineageGraph`` of statements, block by block, in whatever order they come.
public struct LineageLoader {
  var terms = TermDictionary()
  var statements: [TermDictionary.Statement] = []
  let known: KnownRegulations
  let kinds: RegulationKinds
  let reference: RegulationReference
  /// What the IRIs of known acts begin with where the data do not tell.
  let base: String

  /// A loader that has seen nothing.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of acts of the pack.
  ///   - known: the acts that the pack knows; they and their relations are part of the graph.
  ///   - base: what the IRIs of these begin with where no act of the data tells.
  public init(
    kinds: RegulationKinds, known: KnownRegulations,
    base: String = "https://w3id.org/simpul/id/"
  ) {
    self.kinds = kinds
    self.known = known
    self.base = base
    reference = RegulationReference(parser: CitationParser(kinds: kinds, known: known))
  }

  /// Takes the statements of a block.
  public mutating func take(_ block: borrowing QuadBlock) {
    terms.intern(block, into: &statements)
  }

  /// Takes some statements.
  public mutating func take(_ quads: some Sequence<Quad>) {
    quads.forEachBlock { take($0) }
  }

  /// Takes collected statements; their terms are shared where nothing was taken before.
  public mutating func take(_ collection: QuadCollection) {
    if statements.isEmpty {
      (terms, statements) = (collection.terms, collection.statements)
    } else {
      collection.forEachBlock { take($0) }
    }
  }

  /// The graph of all statements taken.
  ///
  /// - Complexity: O(n log n) in the number of statements.
  public consuming func finish() -> LineageGraph {
    var build = LineageBuild(self)
    return build.graph()
  }
}
