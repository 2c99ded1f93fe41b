public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension GraphStyle {
  /// Reads the style of the pack in a folder, with the captions that lie beside it.
  ///
  /// - Throws: ``SyntaxError`` with file, line and column for what is wrong in a file; the
  ///   system's error if a file cannot be read. The files with captions may be absent.
  public static func load(folder: String) throws -> GraphStyle {
    func read(_ name: String) throws -> PackNode {
      let path = "\(folder)/\(name)"
      return try PackNode.parse(String(contentsOfFile: path, encoding: .utf8), file: path)
    }
    func readIfThere(_ name: String) throws -> PackNode? {
      FileManager.default.fileExists(atPath: "\(folder)/\(name)") ? try read(name) : nil
    }
    return try GraphStyle(
      style: try read("style.yaml"), classes: try readIfThere("classes.yaml"),
      predicates: try readIfThere("predicates.yaml"), statuses: try readIfThere("statuses.yaml"))
  }

  /// The style given by the roots of the pack's files.
  ///
  /// - Throws: ``SyntaxError`` for an unknown key, a colour that is not `#rrggbb`, an unknown
  ///   shape, line or prefix.
  public init(
    style: PackNode, classes: PackNode? = nil, predicates: PackNode? = nil,
    statuses: PackNode? = nil
  ) throws(SyntaxError) {
    self.init()
    try style.allowOnly([
      "title", "namespace", "prefixes", "background", "attributes", "hidden", "classes",
      "predicates", "statuses", "times", "map",
    ])
    let names = try StyleNames(style)
    title = try style.optional("title")?.caption()
    if let background = try style.optional("background") {
      try background.allowOnly(["light", "dark"])
      lightBackground = try background.required("light").colour()
      darkBackground = try background.required("dark").colour()
    }
    attributePredicates = try names.set(style.optional("attributes"))
    hiddenClasses = try names.set(style.optional("hidden"))
    for (key, value) in try style.optional("classes")?.entries() ?? [] {
      try readClass(value, iri: names.iri(key), names)
    }
    for (key, value) in try style.optional("predicates")?.entries() ?? [] {
      try readPredicate(value, iri: names.iri(key), names)
    }
    for (key, value) in try style.optional("statuses")?.entries() ?? [] {
      try value.allowOnly(["line"])
      if try value.required("line").choice(of: LineStyle.self) == .dashed {
        dashedStatuses.insert(try key.text())
      }
    }
    if let times = try style.optional("times") { try readTimes(times, names) }
    if let map = try style.optional("map") { try readMap(map, names) }
    try readCaptions(classes: classes, predicates: predicates, statuses: statuses, names)
  }

  private mutating func readClass(
    _ value: PackNode, iri: String, _ names: StyleNames
  ) throws(SyntaxError) {
    try value.allowOnly([
      "label", "plural", "color", "dark", "shape", "icon", "order", "hidden", "contracted",
    ])
    var look = ClassStyle(rank: classes.count)
    look.label = try value.optional("label")?.caption()
    look.plural = try value.optional("plural")?.caption()
    look.colour = try value.optional("color")?.colour()
    look.darkColour = try value.optional("dark")?.colour()
    look.shape = try value.optional("shape")?.choice(of: NodeShape.self) ?? .ellipse
    look.icon = try value.optional("icon")?.icon()
    if let order = try value.optional("order") {
      guard let rank = Int(exactly: try order.number()) else {
        throw order.error(
          Message(en: "expected a whole number", id: "diharapkan bilangan bulat"))
      }
      look.rank = rank
    }
    if try value.optional("hidden")?.flag() == true { hiddenClasses.insert(iri) }
    if let contracted = try value.optional("contracted") {
      contractions[iri] = try contractions(contracted, names)
    }
    classes[iri] = look
  }

  private mutating func readTimes(_ times: PackNode, _ names: StyleNames) throws(SyntaxError) {
    try times.allowOnly(Set(TimeRole.allCases.map(\.rawValue)))
    for role in TimeRole.allCases {
      for iri in try names.set(times.optional(role.rawValue)) { timeRoles[iri] = role }
    }
  }

  private mutating func readMap(_ value: PackNode, _ names: StyleNames) throws(SyntaxError) {
    try value.allowOnly(["latitude", "longitude", "at", "lines"])
    if let latitude = try value.optional("latitude") { map.latitude = try names.set(latitude) }
    if let longitude = try value.optional("longitude") { map.longitude = try names.set(longitude) }
    map.at = try names.set(value.optional("at"))
    for item in try value.optional("lines")?.items() ?? [] {
      try item.allowOnly(["from", "to"])
      var connection = MapStyle.Connection(from: try names.iri(item.required("from")))
      if let to = try item.optional("to") { connection.to = try names.iri(to) }
      map.connections.append(connection)
    }
  }

  private func contractions(
    _ list: PackNode, _ names: StyleNames
  ) throws(SyntaxError) -> [Contraction] {
    var contractions: [Contraction] = []
    for item in try list.items() {
      try item.allowOnly(["from", "to", "edge", "planned"])
      var contraction = Contraction(
        from: try names.iri(item.required("from")), to: try names.iri(item.required("to")),
        edge: try names.iri(item.required("edge")))
      if let planned = try item.optional("planned") { contraction.planned = try names.iri(planned) }
      contractions.append(contraction)
    }
    guard !contractions.isEmpty else {
      throw list.error(
        Message(
          en: "expected at least one edge with from, edge and to",
          id: "diharapkan sedikitnya satu sisi dengan from, edge, dan to"))
    }
    return contractions
  }

  private mutating func readPredicate(
    _ value: PackNode, iri: String, _ names: StyleNames
  ) throws(SyntaxError) {
    try value.allowOnly(["label", "show", "color", "line", "aligned"])
    var look = PredicateStyle()
    look.label = try value.optional("label")?.caption()
    look.colour = try value.optional("color")?.colour()
    look.line = try value.optional("line")?.choice(of: LineStyle.self) ?? .solid
    look.aligned = try names.set(value.optional("aligned")).sorted()
    switch try value.optional("show")?.choice(of: Showing.self) ?? .edge {
    case .edge: break
    case .attribute: attributePredicates.insert(iri)
    case .hidden: hiddenPredicates.insert(iri)
    }
    predicates[iri] = look
  }

  /// What a predicate's statements become.
  private enum Showing: String, CaseIterable {
    case edge
    case attribute
    case hidden
  }

  /// Takes captions from the files that define the terms; a caption in the style itself wins.
  private mutating func readCaptions(
    classes classFile: PackNode?, predicates predicateFile: PackNode?, statuses: PackNode?,
    _ names: StyleNames
  ) throws(SyntaxError) {
    for (key, value) in try classFile?.required("classes").entries() ?? [] {
      let iri = try names.iri(key)
      var look = classes[iri] ?? ClassStyle(rank: classes.count)
      if look.label == nil { look.label = try value.optional("label")?.caption() }
      if look.plural == nil { look.plural = try value.optional("plural")?.caption() }
      classes[iri] = look
    }
    for (key, value) in try predicateFile?.required("predicates").entries() ?? [] {
      let iri = try names.iri(key)
      var look = predicates[iri] ?? PredicateStyle()
      if look.label == nil { look.label = try value.optional("label")?.caption() }
      if try value.optional("symmetric")?.flag() == true { look.isSymmetric = true }
      if let object = try value.optional("object"), try object.text() == "concept" {
        attributePredicates.insert(iri)
      }
      predicates[iri] = look
    }
    for status in try statuses?.required("statuses").items() ?? [] {
      let name = try status.required("id").text()
      if statusLabels[name] == nil {
        statusLabels[name] = try status.optional("label")?.caption()
      }
    }
  }
}

/// Makes IRIs of the names that a style uses.
private struct StyleNames {
  private var namespace: String
  private var prefixes: [String: String] = [:]

  init(_ style: PackNode) throws(SyntaxError) {
    namespace = try style.required("namespace").text()
    for (key, value) in try style.optional("prefixes")?.entries() ?? [] {
      prefixes[try key.text()] = try value.text()
    }
  }

  func iri(_ node: PackNode) throws(SyntaxError) -> String {
    let name = try node.text()
    guard let colon = name.firstIndex(of: ":") else { return namespace + name }
    let rest = name[name.index(after: colon)...]
    if rest.hasPrefix("//") { return name }
    guard let prefix = prefixes[String(name[..<colon])] else {
      let known = prefixes.keys.sorted().joined(separator: ", ")
      throw node.error(
        Message(
          en: "unknown prefix in “\(name)”; expected one of: \(known)",
          id: "prefiks dalam “\(name)” tidak dikenal; diharapkan salah satu dari: \(known)"))
    }
    return prefix + rest
  }

  func set(_ node: PackNode?) throws(SyntaxError) -> Set<String> {
    var iris: Set<String> = []
    for item in try node?.items() ?? [] { iris.insert(try iri(item)) }
    return iris
  }
}

extension PackNode {
  /// The node as a text in both languages.
  fileprivate func caption() throws(SyntaxError) -> Message {
    try allowOnly(["id", "en"])
    return Message(en: try required("en").text(), id: try required("id").text())
  }

  /// One character as people count them.
  fileprivate func icon() throws(SyntaxError) -> String {
    let written = try text()
    guard written.count == 1 else {
      throw error(
        Message(
          en: "expected one character, found “\(written)”",
          id: "diharapkan satu karakter, ditemukan “\(written)”"))
    }
    return written
  }

  fileprivate func colour() throws(SyntaxError) -> Colour {
    let written = try text()
    guard let colour = Colour(hex: written) else {
      throw error(
        Message(
          en: "expected a colour such as \"#1f6fb2\", found “\(written)”",
          id: "diharapkan warna seperti \"#1f6fb2\", ditemukan “\(written)”"))
    }
    return colour
  }

  fileprivate func choice<Choice>(of type: Choice.Type) throws(SyntaxError) -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    let written = try text()
    guard let choice = Choice(rawValue: written) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(
        Message(
          en: "expected one of: \(known), found “\(written)”",
          id: "diharapkan salah satu dari: \(known), ditemukan “\(written)”"))
    }
    return choice
  }
}
