import RDF

/// The statements of a collection in the order of a document, each once, and which blank nodes of it
/// stand inside others.
///
/// Graphs stand in order of their names, the default graph first. In a graph subjects stand in order
/// of their ranks (``TermRanking``), of a subject the statements by predicate, then by object. What
/// the blank nodes make of this is in ``subjects(of:)``.
struct Arrangement {
  typealias Rank = TermRanking.Rank

  /// How to order, and what may nest.
  struct Options {
    /// Predicates that come before the others, in this order.
    var firstPredicates: [NamedNode]
    /// Subjects that come before the others in each graph, in this order.
    var firstSubjects: [NamedNode] = []
    /// How deep blank nodes and lists stand in each other; what is deeper stands by itself.
    var maximumDepth: Int
    /// Whether an item of a list may be a literal or triple term.
    var listsHoldLiterals: Bool
    /// Whether the statements of all graphs are those of the default graph.
    var mergesGraphs: Bool
  }

  /// A statement in a graph.
  struct Statement {
    var subject: Rank
    /// The place of the predicate: the first predicates, then the others by rank.
    var predicate: UInt32
    var object: Rank

    var predicateAndObject: UInt64 { UInt64(predicate) << 32 | UInt64(object) }
  }

  /// All statements with one subject in one graph.
  struct Run {
    var graph: Int
    var statements: Range<Int>
  }

  /// A graph, and the runs in it.
  struct Graph {
    /// 0 for the default graph.
    var name: Rank
    var runs: Range<Int>
  }

  /// The terms, and their order.
  let ranking: TermRanking
  /// Graph by graph, run by run.
  var statements: [Statement] = []
  private(set) var runs: [Run] = []
  private(set) var graphs: [Graph] = []
  /// What stands inside what.
  var nesting = Nesting()
  /// The ranks of the first predicates; 0 for one that does not occur.
  private let firstPredicates: [Rank]
  /// The ranks of the first subjects; 0 for one that does not occur.
  let firstSubjects: [Rank]
  /// The place of `rdf:first`, `rdf:rest`; nil for one that is no term.
  let first: UInt32?
  let rest: UInt32?
  /// The rank of `rdf:nil`; 0 if it is no term.
  let emptyList: Rank
  let options: Options

  /// Arranges the statements of a collection.
  ///
  /// - Complexity: O(n log n) in the number of statements and terms.
  init(_ collection: QuadCollection, _ options: Options) {
    self.options = options
    ranking = TermRanking(collection.terms)
    firstPredicates = options.firstPredicates.map(ranking.rank(of:))
    firstSubjects = options.firstSubjects.map(ranking.rank(of:))
    let special = firstPredicates
    func place(of node: NamedNode, _ ranking: TermRanking) -> UInt32? {
      let rank = ranking.rank(of: node)
      return rank == 0 ? nil : Self.place(of: rank, behind: special)
    }
    first = place(of: RDFVocabulary.first, ranking)
    rest = place(of: RDFVocabulary.rest, ranking)
    emptyList = ranking.rank(of: RDFVocabulary.nil)
    order(collection.statements)
    nest()
  }

  /// The predicate that has a place.
  func predicate(at place: UInt32) -> Rank {
    let count = UInt32(firstPredicates.count)
    return place < count ? firstPredicates[Int(place)] : place - count
  }

  private static func place(of predicate: Rank, behind first: [Rank]) -> UInt32 {
    UInt32(first.firstIndex(of: predicate) ?? first.count + Int(predicate))
  }

  /// Sorts the statements, drops duplicates and finds the runs.
  private mutating func order(_ unordered: [TermDictionary.Statement]) {
    var sorted = unordered
    sorted.withUnsafeMutableBufferPointer { sorted in
      for index in sorted.indices {
        let statement = sorted[index]
        sorted[index] = TermDictionary.Statement(
          ranking.ranks[Int(statement.subject)], ranking.ranks[Int(statement.predicate)],
          ranking.ranks[Int(statement.object)],
          in: options.mergesGraphs ? 0 : ranking.ranks[Int(statement.graphName)])
      }
    }
    sorted = Self.distribute(sorted, over: ranking.count) { $0.subject }
    if sorted.contains(where: { $0.graphName != 0 }) {
      sorted = Self.distribute(sorted, over: ranking.count) { $0.graphName }
    }
    statements.reserveCapacity(sorted.count)
    var places: [UInt32] = (0..<UInt32(ranking.blankNodes.lowerBound))
      .map { $0 + UInt32(firstPredicates.count) }
    for (place, rank) in firstPredicates.enumerated().reversed() where rank != 0 {
      places[Int(rank)] = UInt32(place)
    }
    var start = 0
    while start < sorted.count {
      let (subject, graphName) = (sorted[start].subject, sorted[start].graphName)
      if graphs.last?.name != graphName {
        graphs.append(Graph(name: graphName, runs: runs.count..<runs.count))
      }
      let firstStatement = statements.count
      var end = start
      while end < sorted.count, sorted[end].subject == subject, sorted[end].graphName == graphName {
        let statement = sorted[end]
        statements.append(
          Statement(
            subject: subject, predicate: places[Int(statement.predicate)],
            object: statement.object))
        end += 1
      }
      sortAndDropDuplicates(from: firstStatement)
      runs.append(Run(graph: graphs.count - 1, statements: firstStatement..<statements.count))
      let last = graphs.count - 1
      graphs[last].runs = graphs[last].runs.lowerBound..<runs.count
      start = end
    }
  }

  /// Orders the statements of the last subject.
  private mutating func sortAndDropDuplicates(from start: Int) {
    guard statements.count - start > 1 else { return }
    let end = statements.count
    let kept = statements.withUnsafeMutableBufferPointer { statements in
      var run = UnsafeMutableBufferPointer(rebasing: statements[start..<end])
      if run.count <= 24 {
        for index in 1..<run.count {
          let statement = run[index]
          var hole = index
          while hole > 0, run[hole - 1].predicateAndObject > statement.predicateAndObject {
            run[hole] = run[hole - 1]
            hole -= 1
          }
          run[hole] = statement
        }
      } else {
        run.sort { $0.predicateAndObject < $1.predicateAndObject }
      }
      var kept = 1
      for index in 1..<run.count
      where run[index].predicateAndObject != run[kept - 1].predicateAndObject {
        run[kept] = run[index]
        kept += 1
      }
      return kept
    }
    statements.removeLast(end - start - kept)
  }

  /// A counting sort, which keeps the order of what has the same key.
  private static func distribute(
    _ statements: [TermDictionary.Statement], over count: Int,
    by key: (TermDictionary.Statement) -> Rank
  ) -> [TermDictionary.Statement] {
    var starts = [Int](repeating: 0, count: count + 1)
    for statement in statements { starts[Int(key(statement)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    return [TermDictionary.Statement](unsafeUninitializedCapacity: statements.count) {
      sorted, initialized in
      for statement in statements {
        let place = Int(key(statement))
        sorted.initializeElement(at: starts[place], to: statement)
        starts[place] += 1
      }
      initialized = statements.count
    }
  }
}
