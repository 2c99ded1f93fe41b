import Diagnostics
import DomainPack

/// The classes that the nodes of a graph have, with their looks.
struct ClassTable {
  let classes: [PropertyGraph.NodeClass]
  private let indexOf: [String: Int]

  /// The classes in use, in the order of the style, then of their IRIs; the empty IRI stands for
  /// no class and comes last.
  init(_ inUse: [String], style: GraphStyle, language: MessageLanguage) {
    let iris = Set(inUse).sorted { left, right in
      let leftRank = style.classes[left]?.rank ?? (left.isEmpty ? Int.max : Int.max - 1)
      let rightRank = style.classes[right]?.rank ?? (right.isEmpty ? Int.max : Int.max - 1)
      return leftRank != rightRank ? leftRank < rightRank : left.precedesInUTF8(right)
    }
    var rotation = 0
    var classes: [PropertyGraph.NodeClass] = []
    for iri in iris {
      let look = style.classes[iri]
      var colour = look?.colour ?? Self.grey
      if look?.colour == nil, !iri.isEmpty {
        colour = Self.palette[rotation % Self.palette.count]
        rotation += 1
      }
      let name = iri.isEmpty ? "" : iri.localName
      let label = look?.label?.text(in: language) ?? (iri.isEmpty ? Self.without(language) : name)
      classes.append(
        PropertyGraph.NodeClass(
          iri: iri, name: name, label: label, plural: look?.plural?.text(in: language) ?? label,
          colour: colour, darkColour: look?.darkColour ?? colour.mixed(with: .white, percent: 18),
          shape: look?.shape ?? .ellipse,
          icon: look?.icon ?? (iri.isEmpty ? "" : String(label.prefix(1)).uppercased())))
    }
    self.classes = classes
    indexOf = Dictionary(
      iris.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func index(of iri: String) -> Int {
    guard let index = indexOf[iri] else {
      preconditionFailure("every class in use is in the table")
    }
    return index
  }

  private static func without(_ language: MessageLanguage) -> String {
    Message(en: "Without a class", id: "Tanpa kelas").text(in: language)
  }

  private static let grey = Colour(red: 122, green: 131, blue: 141)

  /// Colours for classes that the style does not know: apart in hue and readable on white.
  private static let palette = [
    Colour(red: 33, green: 102, blue: 172), Colour(red: 217, green: 116, blue: 26),
    Colour(red: 43, green: 138, blue: 75), Colour(red: 178, green: 41, blue: 46),
    Colour(red: 106, green: 69, blue: 165), Colour(red: 148, green: 103, blue: 47),
    Colour(red: 204, green: 63, blue: 124), Colour(red: 18, green: 138, blue: 128),
    Colour(red: 143, green: 154, blue: 31), Colour(red: 43, green: 163, blue: 184),
  ]
}
