import PropertyGraph
import RDF

/// Gives every kind of value a name that no other has, whatever the case of its letters, since some
/// readers forget case.
struct AttributeNames {
  private var taken: Set<String>

  /// Names that readers keep for themselves: Gephi's property names and those of Cytoscape, igraph
  /// and Tulip.
  private static let reserved: Set<String> = [
    "id", "label", "nodelabel", "edgelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "r",
    "g", "b", "color", "selected", "suid", "shared_name", "shared_interaction", "source", "target",
    "type", "weight", "edge_weight", "timeset", "interval", "viewlabel", "desc", "labels", "kind",
    "name", "interaction", "start", "end", "spells",
  ]

  /// Names beside those of fixed columns.
  init(fixed: some Sequence<String>) { taken = Self.reserved.union(fixed.map { $0.lowercased() }) }

  /// The name of a kind of value: the end of the predicate's IRI and the language.
  mutating func name(of key: AttributeColumns.Key) -> String {
    let language = key.language.map { "_" + $0 } ?? ""
    let plain = Self.nameToken(key.predicate.localName + language)
    var name = plain
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(plain)_\(number)"
      number += 1
    }
    return name
  }

  /// Makes the [NMTOKEN](https://www.w3.org/TR/xml/#NT-Nmtoken) that the schema of GraphML asks of a
  /// name: other characters become `_`, and so do those beyond U+FFFF, which the fourth edition of
  /// XML, and with it the parsers of Java, do not take there.
  private static func nameToken(_ text: String) -> String {
    var token = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "\u{B7}", "\u{C0}"..."\u{D6}",
        "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{37D}", "\u{37F}"..."\u{1FFF}",
        "\u{3001}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}":
        token.unicodeScalars.append(scalar)
      default: token += "_"
      }
    }
    return token.isEmpty ? "_" : token
  }
}
