import Diagnostics
import DomainPack
import Foundation
import GraphPage
import PropertyGraph
import RDF
import TestSupport
import Testing

@Suite("Map and layers of a page")
struct PageChartsTests {
  private static let smp = "https://w3id.org/simpul/ns#"

  private static func say(_ subject: String, _ predicate: String, _ object: Term) -> Quad {
    let predicate = predicate.contains(":") ? predicate : smp + predicate
    return Quad(
      Triple(
        .namedNode(NamedNode(unchecked: "i:" + subject)), NamedNode(unchecked: predicate), object))
  }

  private static func thing(_ name: String) -> Term {
    .namedNode(NamedNode(unchecked: "i:" + name))
  }

  private static func type(_ name: String, _ className: String) -> Quad {
    say(name, RDFVocabulary.type.iri, .namedNode(NamedNode(unchecked: smp + className)))
  }

  private static func day(_ text: String) -> Term { .literal(Literal(text, datatype: XSD.date)) }

  private static func model(_ quads: [Quad]) throws -> PageModel {
    let style = try GraphStyle.load(folder: TestPlaces.ontology.path(percentEncoded: false))
    var graph = Projection(style: style, language: .english).graph(of: quads)
    GraphLayout().arrange(&graph)
    let about = PageModel.About(title: Message(en: "T", id: "T"), version: "0")
    return PageBuilder(
      style: style, about: about, descent: ["amends", "repeals", "basedOn"].map { smp + $0 }
    ).model(of: graph)
  }

  private static func iris(_ places: [Int], _ model: PageModel) -> [String] {
    places.map { model.nodes[$0].iri }
  }

  @Test("regulations stand below what they act upon, with their times; agreements are none")
  func layers() throws {
    let eli = "http://data.europa.eu/eli/ontology#"
    let model = try Self.model([
      Self.type("old", "Regulation"), Self.type("new", "Regulation"),
      Self.type("change", "Regulation"), Self.type("deal", "Agreement"),
      Self.type("lonely", "Regulation"), Self.say("new", "repeals", Self.thing("old")),
      Self.say("new", "basedOn", Self.thing("old")),
      Self.say("change", "amends", Self.thing("new")),
      Self.say("deal", "basedOn", Self.thing("new")),
      Self.say("old", eli + "first_date_entry_in_force", Self.day("1999-05-07")),
      Self.say("old", eli + "date_no_longer_in_force", Self.day("2004-10-15")),
    ])
    let boxes = model.layers.boxes
    #expect(Self.iris(boxes.map(\.node), model) == ["i:change", "i:new", "i:old"])
    let heights = Dictionary(
      uniqueKeysWithValues: zip(Self.iris(boxes.map(\.node), model), boxes.map(\.y)))
    #expect(try #require(heights["i:old"]) < #require(heights["i:new"]))
    #expect(try #require(heights["i:new"]) < #require(heights["i:change"]))
    #expect(boxes.map(\.from) == [nil, nil, "1999-05-07"])
    #expect(boxes.map(\.until) == [nil, nil, "2004-10-15"])
    // Two statements about the same two acts are one arrow.
    #expect(model.layers.arrows.count == 2)
    for arrow in model.layers.arrows {
      let edge = model.edges[arrow.edge]
      let (from, to) = (model.nodes[edge.source].iri, model.nodes[edge.target].iri)
      #expect(arrow.xs.count == arrow.ys.count && arrow.xs.count.isMultiple(of: 2))
      #expect(try #require(arrow.ys.first) > #require(arrow.ys.last), "\(from) \(to)")
      #expect(abs(try #require(arrow.ys.first) - #require(heights[from])) < 31)
      #expect(abs(try #require(arrow.ys.last) - #require(heights[to])) < 31)
    }
  }

  @Test("places are those with a position; an agreement of two cities is a line between them")
  func map() throws {
    let geo = "http://www.w3.org/2003/01/geo/wgs84_pos#"
    func place(_ name: String, _ north: String, _ east: String) -> [Quad] {
      [
        Self.type(name, "City"), Self.say(name, geo + "lat", .literal(Literal(north))),
        Self.say(name, geo + "long", .literal(Literal(east))),
      ]
    }
    let model = try Self.model(
      place("bandung", "-6.9", "107.6") + place("suwon", "37.3", "127.0") + [
        Self.type("office", "Government"), Self.say("office", "governs", Self.thing("bandung")),
        Self.type("deal", "Agreement"), Self.say("office", "partyTo", Self.thing("deal")),
        Self.say("suwon", "partyTo", Self.thing("deal")),
      ])
    #expect(Self.iris(model.map.places.map(\.node), model) == ["i:bandung", "i:suwon"])
    #expect(model.map.places.map(\.latitude) == [-6.9, 37.3])
    #expect(model.map.places.map(\.longitude) == [107.6, 127])
    let lines = model.map.lines
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    // The government stands at its city.
    #expect(Set([line.source, line.target]) == [0, 1])
    guard case .node(let thing) = line.subject else {
      Issue.record("the line stands for an edge")
      return
    }
    #expect(model.nodes[thing].iri == "i:deal")
  }

  @Test("the data of the page hold places, lines, boxes, arrows and communities")
  func data() throws {
    let model = SamplePage.model(nodes: 300)
    let page = PageReading(PageSerializer(language: .english).write(model))
    let graph = try page.block("graph")
    let map = try #require(graph["map"] as? [String: Any])
    #expect(map["latitude"] as? [Double] == model.map.places.map(\.latitude))
    #expect(map["longitude"] as? [Double] == model.map.places.map(\.longitude))
    let layers = try #require(graph["layers"] as? [String: Any])
    let from = try #require(layers["from"] as? [Any])
    #expect(from.map { $0 as? String } == model.layers.boxes.map(\.from))
    let nodes = try #require(graph["nodes"] as? [String: Any])
    #expect(nodes["community"] != nil)
  }
}
