package import Diagnostics

/// Everything that a page shows.
///
/// Lists refer to each other by index from 0. A model whose indices lie outside of their list is a
/// mistake of the program that made it, and ``PageSerializer`` stops at it.
package struct PageModel: Sendable, Hashable {
  /// What the page says about itself.
  package var about: About
  /// In the order of the legend.
  package var classes: [NodeClass]
  /// In the order of the legend.
  package var predicates: [Predicate]
  /// In the order of the legend.
  package var statuses: [Status]
  /// What ``Attribute/key`` refers to.
  package var attributeKeys: [AttributeKey]
  /// In the order of the legend.
  package var documents: [Document]
  /// The things.
  package var nodes: [Node]
  /// The statements between them.
  package var edges: [Edge]
  /// Where sources contradict each other.
  package var conflicts: [Conflict]
  /// What is where on the map.
  package var map: Map
  /// The regulations in layers.
  package var layers: Layers

  /// A model from its parts.
  package init(
    about: About, classes: [NodeClass] = [], predicates: [Predicate] = [],
    statuses: [Status] = [], attributeKeys: [AttributeKey] = [], documents: [Document] = [],
    nodes: [Node] = [], edges: [Edge] = [], conflicts: [Conflict] = [],
    map: Map = Map(), layers: Layers = Layers()
  ) {
    self.about = about
    self.classes = classes
    self.predicates = predicates
    self.statuses = statuses
    self.attributeKeys = attributeKeys
    self.documents = documents
    self.nodes = nodes
    self.edges = edges
    self.conflicts = conflicts
    self.map = map
    self.layers = layers
  }

  /// What the page says about itself and its making.
  package struct About: Sendable, Hashable {
    /// Heading of the page.
    package var title: Message
    /// Name or IRI of the licence of the data.
    package var licence: String?
    /// Who made the graph.
    package var creator: String?
    /// Version of Simpul.
    package var version: String
    /// Hash of the domain pack.
    package var packHash: String?
    /// The IRI that most nodes' IRIs begin with; shortens links to views of the page.
    package var base: String
    /// Statements counted in the data, 0 if unknown.
    package var quadCount: Int
    /// Background of the picture on a light page, `#rrggbb`.
    package var lightBackground: String
    /// Background of the picture on a dark page, `#rrggbb`.
    package var darkBackground: String

    /// What a page says about itself.
    package init(
      title: Message, licence: String? = nil, creator: String? = nil, version: String,
      packHash: String? = nil, base: String = "", quadCount: Int = 0,
      lightBackground: String = "#ffffff", darkBackground: String = "#14171c"
    ) {
      self.title = title
      self.licence = licence
      self.creator = creator
      self.version = version
      self.packHash = packHash
      self.base = base
      self.quadCount = quadCount
      self.lightBackground = lightBackground
      self.darkBackground = darkBackground
    }
  }

  /// A file that the graph was read from.
  package struct Document: Sendable, Hashable {
    /// The document's own IRI.
    package var iri: String
    /// Its title, or its key where it has none.
    package var title: String
    /// Name of the file.
    package var fileName: String?
    /// BCP 47 tag.
    package var language: String?

    /// A document.
    package init(iri: String, title: String, fileName: String? = nil, language: String? = nil) {
      self.iri = iri
      self.title = title
      self.fileName = fileName
      self.language = language
    }
  }
}
