import RDF

/// An open element with what it passes on to those inside.
struct RDFXMLFrame {
  /// What an open element is, and so what may stand in it.
  enum Content: UInt8 {
    /// The document itself: one root.
    case document
    /// `rdf:RDF`: node elements.
    case root
    /// A node element, or a property with `parseType="Resource"`: property elements.
    case node
    /// A property element: text, or one node element.
    case property
    /// A property element that its attributes make complete: nothing but white space.
    case complete
    /// `parseType="Collection"`: node elements.
    case collection
    /// `parseType="Triple"`: one node element that makes one statement.
    case triple
    /// `parseType="Literal"`: any XML.
    case literal
    /// `parseType="Triple"` where RDF 1.2 is not announced: any XML, which says nothing.
    case ignored

    /// Whether nothing inside is RDF/XML.
    var isOpaque: Bool {
      @inline(__always) get { rawValue >= Self.literal.rawValue }
    }
  }

  /// What attributes of RDF 1.2 say for an element and those inside.
  struct Announcement: OptionSet {
    let rawValue: UInt8

    /// `rdf:version` is that of RDF 1.2 or a later one.
    static let rdf12 = Announcement(rawValue: 1)
    /// `its:dir="ltr"`.
    static let leftToRight = Announcement(rawValue: 2)
    /// `its:dir="rtl"`.
    static let rightToLeft = Announcement(rawValue: 4)
  }

  /// Bytes among those that open elements hold; none where the count is 0.
  struct Bytes {
    var start: Int32 = 0
    var count: Int32 = 0

    var isEmpty: Bool { count == 0 }
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// A term that open elements hold, and where it stands in a block, once it does.
  struct HeldTerm {
    var bytes = Bytes()
    var run = QuadBlock.Run.none
    /// The number of the block; 0 before the first.
    var block = 0
  }

  var content: Content
  /// A property has its one node element, or lost it to a mistake.
  var hasObject = false
  /// Stray text was refused before; it is one mistake, however many pieces it comes in.
  var hasStrayText = false
  /// What is in scope of RDF 1.2.
  var announced: Announcement
  /// The `rdf:li` so far.
  var items: Int32 = 0
  /// The name of a property, as the XML parser numbers it; less than 0 for `rdf:li`.
  var predicateName: Int32 = -1
  /// Of a node the node, of an `rdf:li` its property.
  var term = HeldTerm()
  /// The number of the last cell of a collection so far; nil before the first.
  var cell: UInt64?
  /// Names the statement (`rdf:ID` of a property element).
  var reification = Bytes()
  /// The reifier of the statement (`rdf:annotation` or `rdf:annotationNodeID` of a property element).
  var annotation = Bytes()
  var datatype = Bytes()
  var language: Bytes
  /// How many bases are in scope; the last one is in force.
  var baseCount: Int
  /// How many bytes open elements held before this one.
  var heldCount: Int
}
