import DomainPack
import GraphFormats
import PropertyGraph
import RDF
import Testing

@Suite("GeoJSON")
struct GeoJSONSerializerTests {
  @Test(
    "a line over the antimeridian is cut there, any other is whole",
    arguments: [
      (
        ("0", "170"), ("10", "-170"),
        #""MultiLineString","coordinates":[[[170.0,0.0],[180.0,5.0]],[[-180.0,5.0],[-170.0,10.0]]]"#
      ),
      (
        ("0", "-170"), ("10", "170"),
        #""MultiLineString","coordinates":[[[-170.0,0.0],[-180.0,5.0]],[[180.0,5.0],[170.0,10.0]]]"#
      ),
      (
        ("0", "180"), ("10", "-170"),
        #""LineString","coordinates":[[-180.0,0.0],[-170.0,10.0]]"#
      ),
      (
        ("0", "170"), ("10", "-180"),
        #""LineString","coordinates":[[170.0,0.0],[180.0,10.0]]"#
      ),
      (
        ("0", "180"), ("10", "-180"),
        #""LineString","coordinates":[[-180.0,0.0],[-180.0,10.0]]"#
      ),
      (("0", "-90"), ("10", "90"), #""LineString","coordinates":[[-90.0,0.0],[90.0,10.0]]"#),
      (("0", "100"), ("10", "140"), #""LineString","coordinates":[[100.0,0.0],[140.0,10.0]]"#),
    ])
  func cutsLines(start: (String, String), end: (String, String), geometry: String) {
    let json = Self.json(
      Self.place("a", start) + Self.place("b", end) + [Self.edge("a", "next", "b")])
    #expect(json.contains(geometry), "\(json)")
  }

  @Test("things between places are lines, and what stands at a place begins and ends there")
  func connects() {
    var style = GraphStyle()
    style.map.at = ["p:in"]
    style.map.connections = [.init(from: "p:party"), .init(from: "p:gives", to: "p:for")]
    let json = Self.json(
      Self.place("a", ("1", "1")) + Self.place("b", ("2", "2")) + [
        Self.edge("office", "in", "a"), Self.edge("office", "party", "deal"),
        Self.edge("b", "party", "deal"), Self.edge("b", "gives", "pump"),
        Self.edge("pump", "for", "office"), Self.edge("x", "next", "y"),
      ], style: style)
    #expect(json.contains(#""from":"b","to":"office""#))
    #expect(json.split(separator: "LineString").count == 3)
    #expect(!json.contains(#""predicate":"p:in""#))
  }

  @Test("it is told how many things are not on the map, and what is beyond the earth is not on it")
  func tellsWhatIsMissing() {
    let graph = Projection().graph(
      of: Self.place("a", ("1", "1")) + Self.place("b", ("91", "0")) + [Self.edge("c", "next", "a")]
    )
    let summary = GeoJSONSerializer().write(graph) { (_: [UInt8]) in }
    #expect(summary.unplacedNodes == 2)
  }

  private static func json(_ quads: [Quad], style: GraphStyle = GraphStyle()) -> String {
    String(
      decoding: GeoJSONSerializer().write(Projection(style: style).graph(of: quads)), as: UTF8.self)
  }

  private static func place(_ name: String, _ degrees: (String, String)) -> [Quad] {
    [("lat", degrees.0), ("long", degrees.1)].map { predicate, value in
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: "i:" + name)),
          NamedNode(unchecked: "http://www.w3.org/2003/01/geo/wgs84_pos#" + predicate),
          .literal(Literal(value))))
    }
  }

  private static func edge(_ source: String, _ predicate: String, _ target: String) -> Quad {
    Quad(
      Triple(
        .namedNode(NamedNode(unchecked: "i:" + source)), NamedNode(unchecked: "p:" + predicate),
        .namedNode(NamedNode(unchecked: "i:" + target))))
  }
}
