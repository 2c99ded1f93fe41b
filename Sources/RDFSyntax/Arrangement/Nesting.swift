/// Which blank nodes of an ``Arrangement`` stand inside others.
struct Nesting {
  /// What is known of a blank node.
  struct Node {
    /// How many statements have it as their object; 2 for more.
    var uses: UInt8 = 0
    /// Whether it names a graph or stands in a triple term, and so needs a label.
    var isPinned = false
    /// Whether it is a subject in more than one graph.
    var isInSeveralGraphs = false
    /// Whether it has been placed, inside another node or by itself.
    var isPlaced = false
    /// Whether it stands inside the one statement that it is the object of.
    var isNested = false
    /// Whether it is a cell of a list that can be written between parentheses.
    var isCell = false
    /// The statements that it is the subject of; -1 if there are none.
    var run: Int32 = -1
    /// The run and the statement that it is last seen as the object in.
    var userRun: Int32 = -1
    var userStatement: Int32 = -1
  }

  /// The blank nodes in order of rank.
  var nodes: [Node] = []
  /// Nodes that stand inside others, those further out before those inside them.
  var nested: [Int] = []
  /// For nodes whose label nobody chose and that need one: its number, from 1; else 0.
  var labelNumbers: [UInt32] = []
}
