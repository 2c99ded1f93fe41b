import RDF

/// Which statements of an arrangement are told by others: cells of lists, and blank nodes that are
/// texts with a direction
/// ([JSON-LD 1.1 API §8.4](https://www.w3.org/TR/json-ld11-api/#serialize-rdf-as-json-ld-algorithm)).
///
/// A blank node goes only where exactly one statement mentions it and all its own stand in the graph
/// of that statement, so that nothing is lost with its label.
struct JSONLDLists {
  typealias Rank = TermRanking.Rank

  /// By statement that leads to a list, the statements with its elements in order.
  private(set) var lists: [Int: [Int]] = [:]
  /// By statement that leads to a text with a direction, the run of that blank node.
  private(set) var directed: [Int: Int] = [:]
  /// The runs that are told elsewhere.
  private(set) var hiddenRuns: Set<Int> = []

  private let arrangement: Arrangement
  /// By blank node: how often it is an object, in which statement, and in which run it is a subject;
  /// -1 for none, -2 for several.
  private var uses: [Rank: (count: Int, statement: Int, run: Int)] = [:]
  private var subjects: [Rank: Int] = [:]

  init(_ arrangement: Arrangement, compoundLiterals: Bool) {
    self.arrangement = arrangement
    let ranking = arrangement.ranking
    var ends: [(statement: Int, run: Int)] = []
    for (number, run) in arrangement.runs.enumerated() {
      let subject = arrangement.statements[run.statements.lowerBound].subject
      if ranking.isBlankNode(subject) {
        subjects[subject] = subjects[subject] == nil ? number : -2
      }
      for index in run.statements {
        let object = arrangement.statements[index].object
        if ranking.isBlankNode(object) {
          uses[object] = (uses[object].map { $0.count + 1 } ?? 1, index, number)
        } else if object == arrangement.emptyList, object != 0 {
          ends.append((index, number))
        }
      }
    }
    // A node that names a graph is mentioned there.
    for graph in arrangement.graphs where ranking.isBlankNode(graph.name) {
      subjects[graph.name] = -2
    }
    for end in ends { findList(from: end.statement, in: end.run) }
    if compoundLiterals { findDirected() }
  }

  /// Follows a list from its end to the statement that leads to it.
  private mutating func findList(from end: Int, in run: Int) {
    var (statement, run) = (end, run)
    var elements: [Int] = []
    while arrangement.statements[statement].predicate == arrangement.rest,
      let element = cell(run), let use = uses[arrangement.statements[statement].subject],
      use.count == 1, arrangement.runs[use.run].graph == arrangement.runs[run].graph
    {
      elements.append(element)
      hiddenRuns.insert(run)
      (statement, run) = (use.statement, use.run)
    }
    lists[statement] = elements.reversed()
  }

  /// The statement with the element of a cell; nil for a run that is more than a cell or less.
  private func cell(_ run: Int) -> Int? {
    let statements = arrangement.runs[run].statements
    guard let subject = statements.first.map({ arrangement.statements[$0].subject }),
      subjects[subject] == run, statements.count <= 3
    else { return nil }
    var element: Int?
    var rests = 0
    for index in statements {
      let statement = arrangement.statements[index]
      if statement.predicate == arrangement.first {
        guard element == nil else { return nil }
        element = index
      } else if statement.predicate == arrangement.rest {
        rests += 1
      } else {
        guard
          arrangement.predicate(at: statement.predicate)
            == arrangement.ranking.rank(of: RDFVocabulary.type),
          statement.object == arrangement.ranking.rank(of: Self.listClass)
        else { return nil }
      }
    }
    return rests == 1 ? element : nil
  }

  private static let listClass = NamedNode(unchecked: RDFVocabulary.namespace + "List")

  private mutating func findDirected() {
    let ranking = arrangement.ranking
    let value = ranking.rank(of: RDFVocabulary.value)
    let language = ranking.rank(of: RDFVocabulary.language)
    let direction = ranking.rank(of: RDFVocabulary.direction)
    guard value != 0, direction != 0 else { return }
    for (number, run) in arrangement.runs.enumerated() where run.statements.count <= 3 {
      let subject = arrangement.statements[run.statements.lowerBound].subject
      guard subjects[subject] == number, let use = uses[subject], use.count == 1,
        arrangement.runs[use.run].graph == run.graph
      else { continue }
      let predicates = run.statements.map {
        arrangement.predicate(at: arrangement.statements[$0].predicate)
      }
      guard Set(predicates).count == predicates.count, predicates.contains(value),
        predicates.contains(direction),
        predicates.allSatisfy({ [value, language, direction].contains($0) }),
        zip(run.statements, predicates).allSatisfy({ index, predicate in
          guard let text = plainText(arrangement.statements[index].object) else { return false }
          if predicate == direction { return BaseDirection(rawValue: text) != nil }
          return predicate == value || JSONLDLists.isLowercaseTag(text)
        })
      else { continue }
      directed[use.statement] = number
      hiddenRuns.insert(number)
    }
  }

  /// The text of a literal without language and datatype; nil for any other term.
  private func plainText(_ rank: Rank) -> String? {
    guard arrangement.ranking.isLiteral(rank) else { return nil }
    let range = arrangement.ranking.range(of: rank)
    let length = arrangement.ranking.textLength(of: rank)
    guard range.count == length + 2 else { return nil }
    return String(
      copying: arrangement.ranking.terms.bytes.span
        .extracting(range.lowerBound + 1..<range.upperBound - 1))
  }

  /// Whether a text is a language tag as the specification writes those of directed texts.
  static func isLowercaseTag(_ text: String) -> Bool {
    LanguageTag.isWellFormed(text) && !text.utf8.contains { $0 &- 0x41 < 26 }
  }
}
