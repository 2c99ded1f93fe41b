/// Gives blank nodes numbers in the order in which they ask
/// ([RDFC-1.0 §4.5](https://www.w3.org/TR/rdf-canon/#issue-identifier)).
///
/// What is written before the number is left to the reader of the numbers.
struct IdentifierIssuer: Sendable {
  /// The nodes in the order of their numbers.
  private(set) var nodes: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// The number of a node; nil if it has none.
  func number(of node: Int) -> Int? { numbers[node] }

  /// The number of a node, the next one if it has none.
  @discardableResult mutating func issue(for node: Int) -> Int {
    if let number = numbers[node] { return number }
    let number = nodes.count
    numbers[node] = number
    nodes.append(node)
    return number
  }
}
