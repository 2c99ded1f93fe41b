import Foundation
import GraphAlgorithms

// bench-layout graph NODES    writes a graph with planted communities to standard output
// bench-layout measure NODES  lays the same graph out and prints processor seconds as JSON

/// The processor time of a piece of work in seconds, and its result.
func timed<Result>(_ work: () -> Result) -> (result: Result, seconds: Double) {
  let start = clock()
  let result = work()
  return (result, Double(clock() - start) / Double(CLOCKS_PER_SEC))
}

func measure(_ planted: PlantedGraph) -> String {
  let graph = planted.graph
  let radii = (0..<graph.nodeCount).map { 3.5 + 2 * Double(graph.degree(of: $0)).squareRoot() }
  let leiden = timed { Leiden().communities(of: graph) }
  let layout = timed {
    Arrangement().positions(of: graph, radii: radii, communities: leiden.result)
  }
  let separation = Separation(points: layout.result)
  return """
    {"nodes": \(graph.nodeCount), "edges": \(planted.edges.count), \
    "communities_seconds": \(leiden.seconds), "layout_seconds": \(layout.seconds), \
    "modularity": \(Leiden().modularity(of: leiden.result, in: graph)), \
    "separation_planted": \(separation.value(of: planted.communities)), \
    "separation_found": \(separation.value(of: leiden.result))}
    """
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.flatMap(Int.init)) {
case ("graph", let nodes?) where nodes > 0:
  print(PlantedGraph(nodeCount: nodes).text, terminator: "")
case ("measure", let nodes?) where nodes > 0: print(measure(PlantedGraph(nodeCount: nodes)))
default:
  FileHandle.standardError.write(Data("usage: bench-layout graph|measure NODES\n".utf8))
  exit(2)
}
