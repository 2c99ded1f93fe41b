import QuadStore

/// The rows of a permutation that hold the statements of a pattern, and what stands where in them.
struct PatternAccess {
  /// The statements in the order that they are looked up in.
  var permutation: Permutation
  /// The rows.
  var rows: Range<Int>
  /// For subject, predicate, object and graph the place in the order, from 0.
  var places: SIMD4<Int8>
  /// A place, from 0, that has to hold this term, where the rows alone do not say so.
  var residual: (place: Int8, id: TermID)?

  /// The column of a place behind the first.
  func column(_ place: Int8) -> Column {
    switch place {
    case 1: permutation.second
    case 2: permutation.third
    default: permutation.fourth ?? permutation.third
    }
  }
}

/// Which statements a pattern is sought among.
enum GraphScope {
  case defaultGraph
  /// The statements of this named graph.
  case named(TermID)
  /// The statements of all named graphs, each with its graph.
  case anyNamed
}

extension ExecutionContext {
  private static var spo: SIMD4<Int8> { [0, 1, 2, -1] }
  private static var pso: SIMD4<Int8> { [1, 0, 2, -1] }
  private static var pos: SIMD4<Int8> { [2, 0, 1, -1] }
  private static var ops: SIMD4<Int8> { [2, 1, 0, -1] }
  private static var gspo: SIMD4<Int8> { [1, 2, 3, 0] }
  private static var gpos: SIMD4<Int8> { [3, 1, 2, 0] }
  private static var gops: SIMD4<Int8> { [3, 2, 1, 0] }
  private static var spog: SIMD4<Int8> { [0, 1, 2, 3] }
  private static var posg: SIMD4<Int8> { [2, 0, 1, 3] }
  private static var opsg: SIMD4<Int8> { [2, 1, 0, 3] }

  /// Where the statements stand that have these terms; 0 is any.
  ///
  /// - Complexity: O(log n), but that subject and object without predicate are a range of one of them
  ///   with a residual.
  func access(
    _ s: TermID, _ p: TermID, _ o: TermID, in scope: GraphScope
  ) throws -> PatternAccess {
    switch scope {
    case .defaultGraph: try defaultAccess(s, p, o)
    case .named(let graph): try namedAccess(s, p, o, graph)
    case .anyNamed: try anyNamedAccess(s, p, o)
    }
  }

  private func defaultAccess(_ s: TermID, _ p: TermID, _ o: TermID) throws -> PatternAccess {
    let index = defaultGraph
    switch (s != 0, p != 0, o != 0) {
    case (true, true, true):
      return PatternAccess(
        permutation: index.spo, rows: try index.spo.rows(s, p, o), places: Self.spo)
    case (true, true, false):
      return PatternAccess(
        permutation: index.spo, rows: try index.spo.rows(s, p), places: Self.spo)
    case (true, false, false):
      return PatternAccess(permutation: index.spo, rows: try index.spo.rows(s), places: Self.spo)
    case (false, true, true):
      return PatternAccess(
        permutation: index.ops, rows: try index.ops.rows(o, p), places: Self.ops)
    case (false, false, true):
      return PatternAccess(permutation: index.ops, rows: try index.ops.rows(o), places: Self.ops)
    case (false, true, false):
      return PatternAccess(permutation: index.pso, rows: try index.pso.rows(p), places: Self.pso)
    case (true, false, true):
      let (bySubject, byObject) = (try index.spo.rows(s), try index.ops.rows(o))
      if bySubject.count <= byObject.count {
        return PatternAccess(
          permutation: index.spo, rows: bySubject, places: Self.spo, residual: (2, o))
      }
      return PatternAccess(
        permutation: index.ops, rows: byObject, places: Self.ops, residual: (2, s))
    case (false, false, false):
      return PatternAccess(
        permutation: index.spo, rows: 0..<index.spo.count, places: Self.spo)
    }
  }

  private func namedAccess(
    _ s: TermID, _ p: TermID, _ o: TermID, _ g: TermID
  ) throws -> PatternAccess {
    let index = namedGraphs
    switch (s != 0, p != 0, o != 0) {
    case (true, true, true):
      return PatternAccess(
        permutation: index.gspo, rows: try index.gspo.rows(g, s, p, o), places: Self.gspo)
    case (true, true, false):
      return PatternAccess(
        permutation: index.gspo, rows: try index.gspo.rows(g, s, p), places: Self.gspo)
    case (true, false, false):
      return PatternAccess(
        permutation: index.gspo, rows: try index.gspo.rows(g, s), places: Self.gspo)
    case (false, true, true):
      return PatternAccess(
        permutation: index.gpos, rows: try index.gpos.rows(g, p, o), places: Self.gpos)
    case (false, false, true):
      return PatternAccess(
        permutation: index.gops, rows: try index.gops.rows(g, o), places: Self.gops)
    case (false, true, false):
      return PatternAccess(
        permutation: index.gpos, rows: try index.gpos.rows(g, p), places: Self.gpos)
    case (true, false, true):
      let (bySubject, byObject) = (try index.gspo.rows(g, s), try index.gops.rows(g, o))
      if bySubject.count <= byObject.count {
        return PatternAccess(
          permutation: index.gspo, rows: bySubject, places: Self.gspo, residual: (3, o))
      }
      return PatternAccess(
        permutation: index.gops, rows: byObject, places: Self.gops, residual: (3, s))
    case (false, false, false):
      return PatternAccess(
        permutation: index.gspo, rows: try index.gspo.rows(g), places: Self.gspo)
    }
  }

  private func anyNamedAccess(_ s: TermID, _ p: TermID, _ o: TermID) throws -> PatternAccess {
    let index = namedGraphs
    switch (s != 0, p != 0, o != 0) {
    case (true, true, true):
      return PatternAccess(
        permutation: index.spog, rows: try index.spog.rows(s, p, o), places: Self.spog)
    case (true, true, false):
      return PatternAccess(
        permutation: index.spog, rows: try index.spog.rows(s, p), places: Self.spog)
    case (true, false, false):
      return PatternAccess(
        permutation: index.spog, rows: try index.spog.rows(s), places: Self.spog)
    case (false, true, true):
      return PatternAccess(
        permutation: index.posg, rows: try index.posg.rows(p, o), places: Self.posg)
    case (false, false, true):
      return PatternAccess(
        permutation: index.opsg, rows: try index.opsg.rows(o), places: Self.opsg)
    case (false, true, false):
      return PatternAccess(
        permutation: index.posg, rows: try index.posg.rows(p), places: Self.posg)
    case (true, false, true):
      let (bySubject, byObject) = (try index.spog.rows(s), try index.opsg.rows(o))
      if bySubject.count <= byObject.count {
        return PatternAccess(
          permutation: index.spog, rows: bySubject, places: Self.spog, residual: (2, o))
      }
      return PatternAccess(
        permutation: index.opsg, rows: byObject, places: Self.opsg, residual: (2, s))
    case (false, false, false):
      return PatternAccess(
        permutation: index.spog, rows: 0..<index.spog.count, places: Self.spog)
    }
  }

  /// How many statements have these terms; 0 is any.
  func count(_ s: TermID, _ p: TermID, _ o: TermID, in scope: GraphScope) throws -> Int {
    let access = try access(s, p, o, in: scope)
    guard let (place, id) = access.residual else { return access.rows.count }
    let column = access.column(place)
    try column.verify(access.rows)
    return access.rows.reduce(0) { $0 + (column[$1] == id ? 1 : 0) }
  }

  /// The scope that a pattern's graph means; nil if it is no graph at all.
  func scope(_ graph: PlanGraph, _ environment: OperatorEnvironment) -> GraphScope {
    switch graph {
    case .defaultGraph: .defaultGraph
    case .current: .named(environment.graph)
    case .named(.constant(let id)): .named(id)
    case .named(.variable): .anyNamed
    }
  }
}
