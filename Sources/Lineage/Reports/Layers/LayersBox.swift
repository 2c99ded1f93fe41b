import GraphAlgorithms

/// The box of an act in a drawing in layers: its name and its title, on two lines at
/// most each, and its time.
struct LayersBox {
  /// A line of text and how it looks.
  struct Line {
    var text: String
    var className: String
  }

  private static let padding = 10.0
  private static let lineHeight = 15.0
  /// The widest that titles are set.
  private static let titleWidth = 168.0
  /// The widest that names are set.
  private static let nameWidth = 190.0
  private static let nameSize = 13.0
  private static let titleSize = 11.0
  /// Bold letters of some fonts are so much wider than others.
  private static let slack = 1.08

  let lines: [Line]
  let size: LayeredDrawing.Size

  init(_ node: LineagePicture.Node) {
    let isAct = node.act != nil
    let names = SVGText.lines(
      node.label, size: Self.nameSize, width: Self.nameWidth, most: 2)
    var lines = names.map { Line(text: $0, className: isAct ? "name" : "more") }
    var width = names.reduce(0) {
      max($0, SVGText.width(of: $1, size: Self.nameSize, isBold: isAct) * Self.slack)
    }
    var rest = SVGText.lines(
      node.title, size: Self.titleSize, width: Self.titleWidth, most: 2)
    if let span = node.span { rest.append(span) }
    for line in rest {
      lines.append(Line(text: line, className: "title"))
      width = max(width, SVGText.width(of: line, size: Self.titleSize))
    }
    self.lines = lines
    size = LayeredDrawing.Size(
      width: (width + 2 * Self.padding).rounded(.up),
      height: Double(lines.count) * Self.lineHeight + Self.padding)
  }

  /// The base line of a line below the upper border.
  func base(ofLine number: Int) -> Double {
    Self.padding / 2 + Double(number) * Self.lineHeight + 11
  }
}
