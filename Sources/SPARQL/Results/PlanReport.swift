import RDF

/// What was planned for a query and what came of it, as a tree.
public struct PlanReport: Sendable {
  /// What is done, such as `match`.
  public let name: String
  /// With what, such as a triple pattern.
  public let detail: String
  /// How many solutions were expected.
  public let estimatedRows: Double
  /// How many solutions there were; 0 if the query was not run.
  public let rows: Int
  /// The time in it and in all below it.
  public let time: Duration
  /// What it takes its solutions from.
  public let inputs: [PlanReport]

  init(_ plan: Plan, names: [Slot: String], _ context: ExecutionContext) {
    let text = PlanText(names: names, context: context)
    name = plan.operation.name
    detail = text.detail(plan)
    estimatedRows = plan.estimate
    rows = plan.measure.rows
    time = plan.measure.time
    inputs = plan.operation.inputs.map { PlanReport($0, names: names, context) }
  }
}

extension PlanOperation {
  /// What is done, in one or two words.
  fileprivate var name: String {
    switch self {
    case .unit: "one solution"
    case .input: "input"
    case .values: "values"
    case .match: "match"
    case .path: "path"
    case .takeApart: "triple term"
    case .leapfrog: "leapfrog join"
    case .join: "hash join"
    case .leftJoin: "optional hash join"
    case .lateralLeftJoin: "optional look-up"
    case .minus: "minus"
    case .lateralSemiJoin(_, _, _, let isNegated):
      isNegated ? "look-up of none" : "look-up of some"
    case .semiJoin(_, _, let isNegated): isNegated ? "hash anti-join" : "hash semi-join"
    case .filter: "filter"
    case .extend: "bind"
    case .union: "union"
    case .eachGraph: "each graph"
    case .group: "group"
    case .order(_, _, let limit): limit == nil ? "order" : "first in order"
    case .project: "project"
    case .distinct: "distinct"
    case .slice: "slice"
    case .service: "service"
    }
  }

  /// The plans that are asked for solutions.
  fileprivate var inputs: [Plan] {
    switch self {
    case .unit, .input, .values, .service, .leapfrog: []
    case .match(let input, _, _), .path(let input, _), .takeApart(let input, _),
      .filter(let input, _), .extend(let input, _), .eachGraph(let input, _),
      .group(let input, _, _), .order(let input, _, _), .project(let input, _),
      .distinct(let input),
      .slice(let input, _, _):
      input.isUnit ? [] : [input]
    case .join(let left, let right), .leftJoin(let left, let right, _),
      .lateralLeftJoin(let left, let right, _, _), .minus(let left, let right),
      .lateralSemiJoin(let left, let right, _, _), .semiJoin(let left, let right, _):
      [left, right]
    case .union(let inputs): inputs
    }
  }
}

/// Texts of the parts of plans.
private struct PlanText {
  let names: [Slot: String]
  let context: ExecutionContext

  func detail(_ plan: Plan) -> String {
    switch plan.operation {
    case .match(_, let pattern, _):
      var text = [pattern.subject, pattern.predicate, pattern.object].map(term)
        .joined(separator: " ")
      switch pattern.graph {
      case .defaultGraph: break
      case .named(let name): text += " in \(term(name))"
      case .current: text += " in the graph"
      }
      return text
    case .path(_, let pattern):
      return "\(term(pattern.subject)) \(path(pattern.path)) \(term(pattern.object))"
    case .leapfrog(let patterns, let order, _):
      return "\(patterns.count) patterns by \(variables(order))"
    case .values(let rows): return "\(rows.count) rows of \(variables(plan.slots))"
    case .extend(_, let bindings): return variables(bindings.map(\.slot))
    case .group(_, let keys, _): return keys.isEmpty ? "all" : "by \(variables(keys))"
    case .project: return variables(plan.slots)
    case .slice(_, let offset, let limit):
      return "from \(offset)" + (limit.map { ", \($0) at most" } ?? "")
    case .order(_, _, let limit): return limit.map { "\($0) at most" } ?? ""
    case .eachGraph(_, let slot): return variables([slot])
    case .filter(_, let expression): return variables(expression.slots.slots)
    case .service(let name): return name
    case .unit, .input, .takeApart, .join, .leftJoin, .lateralLeftJoin, .minus, .lateralSemiJoin,
      .semiJoin, .union, .distinct:
      return ""
    }
  }

  private func variables(_ slots: [Slot]) -> String {
    slots.map { term(.variable($0)) }.joined(separator: " ")
  }

  private func term(_ term: PlanTerm) -> String {
    switch term {
    case .variable(let slot): return "?" + (names[slot] ?? "_\(slot)")
    case .constant(let id): return text(id)
    }
  }

  /// The term as N-Triples writes it, or its number if the store is damaged where it stands.
  private func text(_ id: TermID) -> String {
    do {
      return try context.withBytes(of: id) { String(copying: $0) }
    } catch {
      return "#\(id)"
    }
  }

  private func path(_ path: PlanPath) -> String {
    switch path {
    case .property(let id, let isReversed): (isReversed ? "^" : "") + text(id)
    case .sequence(let first, let second): "(\(self.path(first))/\(self.path(second)))"
    case .alternative(let one, let other): "(\(self.path(one))|\(self.path(other)))"
    case .zeroOrOne(let inner): self.path(inner) + "?"
    case .zeroOrMore(let inner): self.path(inner) + "*"
    case .oneOrMore(let inner): self.path(inner) + "+"
    case .negated(let forward, let backward):
      "!(\(((forward ?? []).map(text) + (backward ?? []).map { "^" + text($0) }).joined(separator: "|")))"
    }
  }
}
