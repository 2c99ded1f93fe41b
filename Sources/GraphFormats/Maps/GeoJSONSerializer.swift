public import PropertyGraph

/// Writes [GeoJSON](https://www.rfc-editor.org/rfc/rfc7946): a point for every thing with a position,
/// a line for every edge between placed things and for every thing that the style draws between
/// places, such as an agreement of two cities.
///
/// The colours have the names of the
/// [simplestyle specification](https://github.com/mapbox/simplestyle-spec), which map viewers know.
public struct GeoJSONSerializer: Sendable {
  /// The writer.
  public init() {}

  /// The whole document.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the document to a sink in pieces of some 64 KiB, each a number of whole lines, and tells
  /// how many things are not on the map.
  ///
  /// - Throws: what the sink throws.
  @discardableResult
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> WriteSummary {
    let document = GeoJSONDocument(graph)
    var json = JSONBytes()
    json.out.markup("{\"type\":\"FeatureCollection\"")
    json.member("name", graph.about?.title ?? "")
    json.out.markup(",\n\"features\":[")
    var isFirst = true
    for node in graph.nodes.indices {
      guard let position = document.map.own[node] else { continue }
      json.out.raw(Array((isFirst ? "\n" : ",\n").utf8))
      isFirst = false
      document.writePoint(node, at: position, to: &json)
      try json.out.drain(above: 1 << 16, to: sink)
    }
    for line in document.map.lines {
      json.out.raw(Array((isFirst ? "\n" : ",\n").utf8))
      isFirst = false
      document.writeLine(line, to: &json)
      try json.out.drain(above: 1 << 16, to: sink)
    }
    json.out.markup("]}\n")
    try json.out.drain(above: 0, to: sink)
    return document.summary
  }
}
