/// The blank nodes of two datasets sorted into colours.
///
/// Nodes of different colours cannot be matched. Every move is remembered and can be taken back.
struct ColourPartition {
  /// The colour of each node.
  private(set) var colours: [Int]
  /// The nodes of each colour, in no order that means anything.
  private(set) var members: [[Int]]
  private var leftCounts: [Int]
  private var positions: [Int]
  private var journal: [(node: Int, from: Int)] = []
  private let leftNodeCount: Int

  /// A point in time to return to.
  struct Mark {
    fileprivate var moves: Int
    fileprivate var colours: Int
  }

  /// All nodes in one colour; those below `leftNodeCount` are of the left dataset.
  init(nodeCount: Int, leftNodeCount: Int) {
    colours = Array(repeating: 0, count: nodeCount)
    members = [Array(0..<nodeCount)]
    leftCounts = [leftNodeCount]
    positions = Array(0..<nodeCount)
    self.leftNodeCount = leftNodeCount
  }

  /// Whether the node's partner is known: its colour holds one node of either dataset.
  func isSettled(_ node: Int) -> Bool { members[colours[node]].count == 2 }

  /// Whether a colour holds equally many nodes of both datasets.
  func isBalanced(_ colour: Int) -> Bool { leftCounts[colour] * 2 == members[colour].count }

  /// The node of the other dataset that a settled node is matched with.
  func partner(of node: Int) -> Int {
    let pair = members[colours[node]]
    return pair[0] == node ? pair[1] : pair[0]
  }

  /// A new colour without nodes.
  mutating func addColour() -> Int {
    members.append([])
    leftCounts.append(0)
    return members.count - 1
  }

  /// Gives a node another colour.
  mutating func move(_ node: Int, to colour: Int) {
    journal.append((node, colours[node]))
    place(node, in: colour)
  }

  /// Now, as a point to return to.
  var mark: Mark { Mark(moves: journal.count, colours: members.count) }

  /// Takes back everything since a mark.
  mutating func undo(to mark: Mark) {
    while journal.count > mark.moves {
      let (node, colour) = journal.removeLast()
      place(node, in: colour)
    }
    members.removeLast(members.count - mark.colours)
    leftCounts.removeLast(leftCounts.count - mark.colours)
  }

  private mutating func place(_ node: Int, in colour: Int) {
    let old = colours[node]
    let position = positions[node]
    let last = members[old].removeLast()
    if last != node {
      members[old][position] = last
      positions[last] = position
    }
    positions[node] = members[colour].count
    members[colour].append(node)
    colours[node] = colour
    if node < leftNodeCount {
      leftCounts[old] -= 1
      leftCounts[colour] += 1
    }
  }
}
