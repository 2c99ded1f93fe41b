package import Diagnostics

extension PageModel {
  /// The outline of a node.
  package enum Shape: String, CaseIterable, Sendable, Hashable {
    case ellipse
    case rectangle
    case roundRectangle = "roundrectangle"
    case diamond
    case triangle
    case hexagon
    case octagon
    case parallelogram
  }

  /// How an edge is drawn.
  package enum Line: String, CaseIterable, Sendable, Hashable {
    case solid
    case dashed
    case dotted
  }

  /// A class of things, and how it looks.
  package struct NodeClass: Sendable, Hashable {
    /// Empty for things without a class.
    package var iri: String
    /// Caption for one.
    package var label: Message
    /// Caption for many, in the legend.
    package var plural: Message
    /// On light pages, `#rrggbb`.
    package var colour: String
    /// On dark pages, `#rrggbb`.
    package var darkColour: String
    /// Outline of its nodes.
    package var shape: Shape
    /// The letter in the middle of its nodes; empty for none.
    package var icon: String

    /// A class and its looks.
    package init(
      iri: String, label: Message, plural: Message? = nil, colour: String,
      darkColour: String? = nil, shape: Shape = .ellipse, icon: String = ""
    ) {
      self.iri = iri
      self.label = label
      self.plural = plural ?? label
      self.colour = colour
      self.darkColour = darkColour ?? colour
      self.shape = shape
      self.icon = icon
    }
  }

  /// A kind of statement between two things.
  package struct Predicate: Sendable, Hashable {
    /// The predicate's IRI.
    package var iri: String
    /// Caption read from source to target.
    package var label: Message
    /// On light pages, `#rrggbb`.
    package var colour: String
    /// On dark pages, `#rrggbb`.
    package var darkColour: String
    /// Where no status says otherwise.
    package var line: Line
    /// Whether it holds both ways, so that its edges have no arrow.
    package var isSymmetric: Bool

    /// A kind of statement and its looks.
    package init(
      iri: String, label: Message, colour: String, darkColour: String? = nil,
      line: Line = .solid, isSymmetric: Bool = false
    ) {
      self.iri = iri
      self.label = label
      self.colour = colour
      self.darkColour = darkColour ?? colour
      self.line = line
      self.isSymmetric = isSymmetric
    }
  }

  /// How far something has come true.
  package struct Status: Sendable, Hashable {
    /// The concept's IRI or its local name.
    package var iri: String
    /// Caption.
    package var label: Message
    /// Whether its edges are dashed.
    package var isDashed: Bool

    /// A status.
    package init(iri: String, label: Message, isDashed: Bool = false) {
      self.iri = iri
      self.label = label
      self.isDashed = isDashed
    }
  }

  /// A predicate whose objects are shown as values of a node.
  package struct AttributeKey: Sendable, Hashable {
    /// The predicate's IRI.
    package var iri: String
    /// Caption.
    package var label: Message

    /// A predicate of values.
    package init(iri: String, label: Message) {
      self.iri = iri
      self.label = label
    }
  }
}
