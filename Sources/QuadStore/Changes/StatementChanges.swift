import RDF

/// What is put into statements and taken out of them, each statement once.
struct StatementChanges: Sendable {
  /// Statements that are not there.
  var added: [TermDictionary.Statement] = []
  /// Statements that are there.
  var removed: [TermDictionary.Statement] = []
  /// The rows of both in the orders that they are worked into, where these are known; else empty.
  var addedRows: [StatementRows] = []
  var removedRows: [StatementRows] = []
  /// Where they were read from, for errors; empty for nowhere.
  var file = ""

  /// How many there are.
  var count: Int { added.count + removed.count }

  /// Those of the default graph, or those of named graphs.
  func part(named isNamed: Bool) -> StatementChanges {
    let isWhole =
      added.allSatisfy { ($0.graphName != 0) == isNamed }
      && removed.allSatisfy { ($0.graphName != 0) == isNamed }
    if isWhole { return self }
    var part = StatementChanges(file: file)
    for (index, statement) in added.enumerated() where (statement.graphName != 0) == isNamed {
      part.added.append(statement)
      if !addedRows.isEmpty { part.addedRows.append(addedRows[index]) }
    }
    for (index, statement) in removed.enumerated() where (statement.graphName != 0) == isNamed {
      part.removed.append(statement)
      if !removedRows.isEmpty { part.removedRows.append(removedRows[index]) }
    }
    return part
  }
}

/// The rows of a statement in each order of its graphs.
///
/// They come in the sequence of `TripleIndex.orders` and `NamedGraphIndex.orders`; of a statement that is
/// not there they are those of the first behind it. What is not used is 0.
typealias StatementRows = SIMD8<UInt32>

/// A place of a statement.
enum StatementPlace {
  case subject, predicate, object, graph
}

extension TermDictionary.Statement {
  /// The term in a place.
  subscript(place: StatementPlace) -> UInt32 {
    @inline(__always) get {
      switch place {
      case .subject: subject
      case .predicate: predicate
      case .object: object
      case .graph: graphName
      }
    }
  }

  /// Orders statements by subject, predicate, object and graph.
  static func ascend(_ left: Self, _ right: Self) -> Bool {
    (left.subject, left.predicate, left.object, left.graphName)
      < (right.subject, right.predicate, right.object, right.graphName)
  }
}
