import Diagnostics
import GraphPage
import TestSupport

/// A made-up network of cities, agreements and regulations of any size, the same for every run.
enum SamplePage {
  static let base = "https://w3id.org/simpul/id/"

  static func model(nodes count: Int, seed: UInt64 = 11) -> PageModel {
    var random = SeededGenerator(seed: seed)
    var model = PageModel(
      about: PageModel.About(
        title: Message(en: "Sample of \(count) things", id: "Contoh \(count) hal"),
        licence: "https://creativecommons.org/licenses/by/4.0/", creator: "Simpul",
        version: "0.0.0", packHash: String(repeating: "0a", count: 32), base: base,
        quadCount: 9 * count),
      classes: classes, predicates: predicates, statuses: statuses, attributeKeys: keys,
      documents: documents)
    let centres = communityCentres(count, &random)
    model.nodes = (0..<count).map { node($0, of: count, centres, &random) }
    addEdges(to: &model, communities: centres.count, &random)
    addConflicts(to: &model)
    addCharts(to: &model)
    return model
  }

  static let classes = [
    PageModel.NodeClass(
      iri: "https://w3id.org/simpul/ns#City", label: Message(en: "City", id: "Kota"),
      plural: Message(en: "Cities", id: "Kota"), colour: "#3582e1", darkColour: "#5b9ae8",
      shape: .ellipse, icon: "C"),
    PageModel.NodeClass(
      iri: "https://w3id.org/simpul/ns#Agreement",
      label: Message(en: "Agreement", id: "Perjanjian"),
      plural: Message(en: "Agreements", id: "Perjanjian"), colour: "#aa434a",
      darkColour: "#c4696f", shape: .roundRectangle, icon: "M"),
    PageModel.NodeClass(
      iri: "https://w3id.org/simpul/ns#Regulation",
      label: Message(en: "Regulation", id: "Peraturan"),
      plural: Message(en: "Regulations", id: "Peraturan"), colour: "#8f38f6",
      darkColour: "#a763f8", shape: .diamond, icon: "R"),
    PageModel.NodeClass(
      iri: "https://w3id.org/simpul/ns#Tool", label: Message(en: "Tool", id: "Alat"),
      plural: Message(en: "Tools", id: "Alat"), colour: "#90633c", darkColour: "#ab8059",
      shape: .hexagon, icon: "E"),
    PageModel.NodeClass(
      iri: "https://w3id.org/simpul/ns#Outcome", label: Message(en: "Outcome", id: "Hasil"),
      plural: Message(en: "Outcomes", id: "Hasil"), colour: "#26841d", darkColour: "#4aa341",
      shape: .triangle, icon: "L"),
  ]

  static let predicates = [
    PageModel.Predicate(
      iri: "https://w3id.org/simpul/ns#partyTo", label: Message(en: "party", id: "pihak"),
      colour: "#c0504d"),
    PageModel.Predicate(
      iri: "https://w3id.org/simpul/ns#sisterCityOf",
      label: Message(en: "sister city", id: "kota kembar"), colour: "#2f7fd6", isSymmetric: true),
    PageModel.Predicate(
      iri: "https://w3id.org/simpul/ns#basedOn", label: Message(en: "based on", id: "berdasar"),
      colour: "#8f5bd0"),
    PageModel.Predicate(
      iri: "https://w3id.org/simpul/ns#plannedDonation",
      label: Message(en: "plans to give", id: "berencana memberi"), colour: "#c26706",
      line: .dashed),
    PageModel.Predicate(
      iri: "https://w3id.org/simpul/ns#cites", label: Message(en: "cites", id: "menyebut"),
      colour: "#7f8690", line: .dotted),
  ]

  static let statuses = [
    PageModel.Status(iri: "Realised", label: Message(en: "Realised", id: "Terwujud")),
    PageModel.Status(iri: "Ongoing", label: Message(en: "Ongoing", id: "Sedang berjalan")),
    PageModel.Status(
      iri: "Planned", label: Message(en: "Planned", id: "Direncanakan"), isDashed: true),
  ]

  static let keys = [
    PageModel.AttributeKey(
      iri: "https://w3id.org/simpul/ns#signedOn",
      label: Message(en: "signed on", id: "ditandatangani pada")),
    PageModel.AttributeKey(
      iri: "http://www.w3.org/2004/02/skos/core#exactMatch",
      label: Message(en: "same as", id: "sama dengan")),
    PageModel.AttributeKey(
      iri: "http://purl.org/dc/terms/description",
      label: Message(en: "description", id: "uraian")),
  ]

  static let documents = (1...9).map { number in
    PageModel.Document(
      iri: "\(base)document/0\(number)-contoh", title: "Dokumen contoh \(number)",
      fileName: "0\(number)-contoh.txt", language: number.isMultiple(of: 3) ? "en" : "id")
  }

  /// Names with marks, which the search is to find without them.
  private static let stems = [
    "Bandung", "Kitakyūshū", "São Paulo", "Zürich", "Surabaya", "Łódź", "Ōsaka", "Århus",
    "Đà Nẵng", "Yogyakarta", "Semarang", "Málaga",
  ]

  private static func communityCentres(
    _ count: Int, _ random: inout SeededGenerator
  ) -> [(x: Double, y: Double)] {
    let communities = max(4, count / 60)
    let reach = 42 * Double(count).squareRoot()
    return (0..<communities).map { _ in (unit(&random) * reach * 1.4, unit(&random) * reach) }
  }

  /// A number from -1 to 1.
  private static func unit(_ random: inout SeededGenerator) -> Double {
    Double(random.below(20001)) / 10000 - 1
  }

  private static func node(
    _ number: Int, of count: Int, _ centres: [(x: Double, y: Double)],
    _ random: inout SeededGenerator
  ) -> PageModel.Node {
    let centre = centres[number % centres.count]
    let classIndex = number % 7 < 3 ? number % 7 : random.below(classes.count)
    let stem = stems[random.below(stems.count)]
    let label = classes[classIndex].label
    let name =
      classIndex == 0
      ? Message(en: "\(stem) \(number)", id: "\(stem) \(number)")
      : Message(
        en: "\(label.english) of \(stem) \(number)", id: "\(label.indonesian) \(stem) \(number)")
    var attributes: [PageModel.Attribute] = []
    if classIndex == 1 {
      attributes.append(
        PageModel.Attribute(key: 0, values: [.init("\(1990 + random.below(35))")]))
    }
    if number.isMultiple(of: 11) {
      attributes.append(
        PageModel.Attribute(
          key: 1, values: [.init("http://www.wikidata.org/entity/Q\(number)", isIRI: true)]))
      attributes.append(
        PageModel.Attribute(
          key: 2,
          values: [
            .init("A thing of the sample", language: "en"),
            .init("Salah satu hal contoh", language: "id"),
          ]))
    }
    let spread = 150.0
    return PageModel.Node(
      iri: "\(base)thing/\(number)", name: name,
      otherNames: number.isMultiple(of: 5) ? ["Alias \(stem) \(number)"] : [],
      classIndex: classIndex, x: rounded(centre.x + spread * unit(&random) * unit(&random) * 2),
      y: rounded(centre.y + spread * unit(&random) * unit(&random) * 2), size: 7,
      community: number % centres.count, attributes: attributes,
      documents: [number % documents.count])
  }

  /// 16 hexadecimal digits, as claims have.
  private static func hexadecimal(_ number: Int) -> String {
    let digits = String(UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Some 1.9 edges a node, nine in ten within a community; the last twentieth has none.
  private static func addEdges(
    to model: inout PageModel, communities: Int, _ random: inout SeededGenerator
  ) {
    let count = model.nodes.count
    let linked = count - count / 20
    var degrees = [Int](repeating: 0, count: count)
    for number in 0..<(count * 94 / 50) {
      let source = random.below(max(1, linked))
      var target = random.below(max(1, linked))
      if random.below(10) > 0 {
        // The first ones of each community are its hubs.
        let steps = (linked - 1 - source % communities) / communities + 1
        let place = random.below(3) > 0 ? random.below(min(4, steps)) : random.below(steps)
        target = source % communities + communities * place
      }
      if source == target, !number.isMultiple(of: 97) { continue }
      model.edges.append(edge(number, source, target, &random))
      degrees[source] += 1
      degrees[target] += source == target ? 0 : 1
    }
    for node in model.nodes.indices {
      model.nodes[node].size = rounded(7 + 4 * Double(degrees[node]).squareRoot())
    }
  }

  private static func edge(
    _ number: Int, _ source: Int, _ target: Int, _ random: inout SeededGenerator
  ) -> PageModel.Edge {
    let confidence = Double(50 + random.below(50)) / 100
    let year = 1990 + random.below(34)
    let status = random.below(4)
    let evidence = (0..<random.below(4)).map { claim in
      let start = random.below(90000)
      return PageModel.Evidence(
        document: random.below(documents.count), characters: start..<(start + 90),
        page: claim == 0 ? "\(1 + random.below(200))" : nil,
        quote: "Kalimat \(random.below(3000)) yang menyatakan hubungan itu.",
        rule: "contoh/aturan-\(random.below(12))", confidence: confidence,
        status: status < statuses.count ? status : nil,
        claim: "\(base)claim/\(hexadecimal(number * 4 + claim))")
    }
    return PageModel.Edge(
      source: source, target: target, predicate: random.below(predicates.count),
      status: status < statuses.count ? status : nil,
      confidence: evidence.isEmpty ? nil : confidence,
      years: random.below(3) == 0 ? nil : year...(year + random.below(4)), evidence: evidence)
  }

  /// Places for some cities, and layers for some regulations.
  private static func addCharts(to model: inout PageModel) {
    let cities = model.nodes.indices.filter { model.nodes[$0].classIndex == 0 }.prefix(40)
    for (number, node) in cities.enumerated() {
      // Some lie on both sides of the antimeridian.
      let east = Double(90 + number * 53 % 180)
      model.map.places.append(
        .init(
          node: node, latitude: Double(number * 31 % 100 - 50),
          longitude: east > 180 ? east - 360 : east))
    }
    let acts = model.nodes.indices.filter { model.nodes[$0].classIndex == 2 }.prefix(40)
    for (number, node) in acts.enumerated() {
      model.layers.boxes.append(
        .init(
          node: node, x: Double(number % 8) * 220, y: Double(number / 8) * 120,
          from: number % 5 == 0 ? nil : "\(1985 + number)-05-07",
          until: number % 3 == 0 ? "\(1995 + number)-01-01" : nil))
    }
    let placeOf = Dictionary(uniqueKeysWithValues: zip(cities, cities.indices))
    let boxOf = Dictionary(uniqueKeysWithValues: zip(acts, acts.indices))
    for (number, edge) in model.edges.enumerated() where edge.source != edge.target {
      if let source = placeOf[edge.source], let target = placeOf[edge.target] {
        model.map.lines.append(.init(source: source, target: target, subject: .edge(number)))
      }
      if let lower = boxOf[edge.source], let upper = boxOf[edge.target] {
        let (from, to) = (model.layers.boxes[lower], model.layers.boxes[upper])
        model.layers.arrows.append(
          .init(edge: number, xs: [from.x, from.x, to.x, to.x], ys: [from.y, from.y, to.y, to.y]))
      }
    }
    if let agreement = model.nodes.indices.first(where: { model.nodes[$0].classIndex == 1 }),
      cities.count > 1
    {
      model.map.lines.append(.init(source: 0, target: 1, subject: .node(agreement)))
    }
  }

  /// One contradiction about a value and one about a link.
  private static func addConflicts(to model: inout PageModel) {
    guard let agreement = model.nodes.firstIndex(where: { $0.classIndex == 1 }),
      let edge = model.edges.indices.first
    else { return }
    let claims = [2015, 2016].enumerated().map { place, year in
      PageModel.Conflict.Rival(
        value: "\(year)",
        evidence: PageModel.Evidence(
          document: place, characters: 100..<180, quote: "Ditandatangani pada tahun \(year).",
          rule: "contoh/tahun", confidence: 0.9 - Double(place) / 10))
    }
    model.conflicts = [
      PageModel.Conflict(
        subject: .node(agreement), label: keys[0].label, rivals: claims, chosen: 0),
      PageModel.Conflict(
        subject: .edge(edge), label: predicates[0].label,
        rivals: claims.map { rival in
          PageModel.Conflict.Rival(
            value: rival.value, node: model.edges[edge].target, evidence: rival.evidence)
        }, chosen: 1),
    ]
  }
}
