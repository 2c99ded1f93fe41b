import Citations
import Claims
import Diagnostics

/// Finds the act that a person means.
public struct RegulationFinder: Sendable {
  private let graph: LineageGraph

  /// What a text names.
  public enum Finding: Hashable, Sendable {
    /// An act of the graph.
    case known(Int)
    /// A citation of an act that the graph has not; its canonical key, and the nearest acts.
    case unknown(key: String, nearest: [Int])
    /// No citation in any form; the nearest acts by name.
    case unreadable(nearest: [Int])
  }

  /// A finder of the acts of a graph.
  public init(_ graph: LineageGraph) { self.graph = graph }

  /// The act that a text names: a citation in any form, a key, the name or title of an act, or an
  /// IRI.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - count: how many near acts to tell at most where there is none.
  /// - Returns: the act, or why there is none.
  /// - Complexity: O(1) for an act of the graph; O(acts) otherwise.
  public func find(_ text: String, nearest count: Int = 5) -> Finding {
    if let node = graph.node(forIRI: text), graph.kinds[node] == .regulation {
      return .known(node)
    }
    guard let key = graph.reference.parse(text) else {
      if let node = named(text) { return .known(node) }
      return .unreadable(
        nearest: nearest(count) { candidate in
          let names = [
            graph.shortName(of: candidate, in: .indonesian),
            graph.label(of: candidate, in: .indonesian),
            graph.title(of: candidate, in: .indonesian) ?? "",
          ]
          return names.compactMap { Self.distance($0, text) }.min()
        })
    }
    if let node = graph.node(forKey: key) { return .known(node) }
    return .unknown(
      key: key,
      nearest: nearest(count) { candidate in
        graph.key(of: candidate).flatMap { Self.distance($0, key) }
      })
  }

  /// The only act with this caption or title, capitals left out of account.
  private func named(_ text: String) -> Int? {
    let folded = Slug.folded(text)
    var found: Int?
    for node in acts {
      let names = MessageLanguage.allCases.flatMap {
        [graph.label(of: node, in: $0), graph.title(of: node, in: $0) ?? ""]
      }
      guard names.contains(where: { Slug.folded($0) == folded }) else { continue }
      guard found == nil else { return nil }
      found = node
    }
    return found
  }

  private var acts: some Sequence<Int> {
    (0..<graph.count).lazy.filter { graph.kinds[$0] == .regulation }
  }

  /// The acts with the least distances, equals in order.
  private func nearest(_ count: Int, distance: (Int) -> Int?) -> [Int] {
    var found: [(distance: Int, node: Int)] = []
    for node in acts {
      if let distance = distance(node) { found.append((distance, node)) }
    }
    return found.sorted { $0 < $1 }.prefix(count).map(\.node)
  }

  /// How far two names are apart; nil if more than a third of the letters differ.
  private static func distance(_ left: String, _ right: String) -> Int? {
    let (left, right) = (Slug.folded(left), Slug.folded(right))
    guard !left.isEmpty else { return nil }
    return EditDistance.between(
      left, right, limit: max(1, max(left.utf8.count, right.utf8.count) / 3))
  }
}
