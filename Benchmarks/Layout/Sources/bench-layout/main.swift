import Foundation
import GraphAlgorithms

// bench-layout graph NODES    writes a graph with planted communities to standard output
// bench-layout measure NODES  lays the same graph out and prints processor seconds as JSON
// bench-layout lineage NODES  writes a lineage of regulations as N-Triples to standard output
// bench-layout layers NODES   lays the same lineage out in layers and prints the same as JSON

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

func measure(_ planted: PlantedLineage) -> String {
  let box = LayeredDrawing.Size(width: 120, height: 40)
  let drawing = timed {
    LayeredLayout().drawing(
      sizes: planted.keys.map { _ in box },
      // What a regulation rests on stands above it.
      edges: planted.relations.map { ($0.target, $0.source) })
  }
  return """
    {"nodes": \(planted.keys.count), "edges": \(planted.relations.count), \
    "layout_seconds": \(drawing.seconds), "crossings": \(drawing.result.crossingCount), \
    "layers": \((drawing.result.layers.max() ?? 0) + 1), \
    "width": \(drawing.result.size.width), "height": \(drawing.result.size.height)}
    """
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.flatMap(Int.init)) {
case ("graph", let nodes?) where nodes > 0:
  print(PlantedGraph(nodeCount: nodes).text, terminator: "")
case ("measure", let nodes?) where nodes > 0: print(measure(PlantedGraph(nodeCount: nodes)))
case ("lineage", let nodes?) where nodes > 0:
  print(PlantedLineage(count: nodes).text, terminator: "")
case ("layers", let nodes?) where nodes > 0: print(measure(PlantedLineage(count: nodes)))
default:
  FileHandle.standardError.write(
    Data("usage: bench-layout graph|measure|lineage|layers NODES\n".utf8))
  exit(2)
}
