extension PageModel {
  /// What is where on the map.
  package struct Map: Sendable, Hashable {
    /// The things that have a position of their own, in the order of ``PageModel/nodes``.
    package var places: [Place] = []
    /// The lines between places.
    package var lines: [Line] = []

    /// A map of nothing.
    package init() {}

    /// A position in degrees on WGS 84.
    package struct Place: Sendable, Hashable {
      /// Place in ``PageModel/nodes``.
      package var node: Int
      /// North, −90…90.
      package var latitude: Double
      /// East, −180…180.
      package var longitude: Double

      /// A position.
      package init(node: Int, latitude: Double, longitude: Double) {
        self.node = node
        self.latitude = latitude
        self.longitude = longitude
      }
    }

    /// A line between two places.
    package struct Line: Sendable, Hashable {
      /// Place in ``Map/places``.
      package var source: Int
      /// Place in ``Map/places``.
      package var target: Int
      /// What it stands for: an edge, or a thing between two others, such as an agreement.
      package var subject: Conflict.Subject

      /// A line.
      package init(source: Int, target: Int, subject: Conflict.Subject) {
        self.source = source
        self.target = target
        self.subject = subject
      }
    }
  }

  /// The regulations in layers: what one rests on stands above it.
  package struct Layers: Sendable, Hashable {
    /// In the order of ``PageModel/nodes``.
    package var boxes: [Box] = []
    /// One for each pair of boxes and direction.
    package var arrows: [Arrow] = []
    /// The width of each box, in pixels at natural size.
    package static let width = 190.0
    /// The height of each box.
    package static let height = 60.0

    /// No layers.
    package init() {}

    /// A regulation.
    package struct Box: Sendable, Hashable {
      /// Place in ``PageModel/nodes``.
      package var node: Int
      /// The middle, to the right.
      package var x: Double
      /// The middle, downwards.
      package var y: Double
      /// The first day in force, as `xsd:date` writes it; nil if nothing tells.
      package var from: String?
      /// The day from which it is no longer in force; nil if it is, or nothing tells.
      package var until: String?

      /// A regulation at its place.
      package init(node: Int, x: Double, y: Double, from: String? = nil, until: String? = nil) {
        self.node = node
        self.x = x
        self.y = y
        self.from = from
        self.until = until
      }
    }

    /// What one regulation does to another.
    package struct Arrow: Sendable, Hashable {
      /// Place in ``PageModel/edges`` of the first of the statements that it stands for.
      package var edge: Int
      /// The way from the acting regulation to the other, as `LayeredDrawing.routes` has it: to the
      /// right.
      package var xs: [Double]
      /// Downwards.
      package var ys: [Double]

      /// An arrow along a way; both coordinates have as many numbers.
      package init(edge: Int, xs: [Double], ys: [Double]) {
        self.edge = edge
        self.xs = xs
        self.ys = ys
      }
    }
  }
}
