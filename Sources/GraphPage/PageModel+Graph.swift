package import Diagnostics

extension PageModel {
  /// A thing.
  package struct Node: Sendable, Hashable {
    /// The IRI, or `_:` and the label of a blank node.
    package var iri: String
    /// The name to show; the same in both languages where there is one only.
    package var name: Message
    /// Further names by which the search finds it, in any language.
    package var otherNames: [String]
    /// Place in ``PageModel/classes``.
    package var classIndex: Int
    /// The centre, to the right; one unit is a pixel at natural size.
    package var x: Double
    /// The centre, downwards.
    package var y: Double
    /// The diameter in the same unit, above 0.
    package var size: Double
    /// The number of the community that it belongs to, from 0.
    package var community: Int
    /// In the order in which they are shown.
    package var attributes: [Attribute]
    /// Places in ``PageModel/documents`` that mention it.
    package var documents: [Int]

    /// A thing at its place.
    package init(
      iri: String, name: Message, otherNames: [String] = [], classIndex: Int, x: Double,
      y: Double, size: Double, community: Int = 0, attributes: [Attribute] = [],
      documents: [Int] = []
    ) {
      self.iri = iri
      self.name = name
      self.otherNames = otherNames
      self.classIndex = classIndex
      self.x = x
      self.y = y
      self.size = size
      self.community = community
      self.attributes = attributes
      self.documents = documents
    }
  }

  /// Everything that one predicate says of a node in values.
  package struct Attribute: Sendable, Hashable {
    /// Place in ``PageModel/attributeKeys``.
    package var key: Int
    /// At least one.
    package var values: [Value]

    /// The values of one predicate.
    package init(key: Int, values: [Value]) {
      self.key = key
      self.values = values
    }
  }

  /// One value of an attribute.
  package struct Value: Sendable, Hashable {
    /// The lexical form, or the IRI.
    package var text: String
    /// BCP 47 tag; nil for values without language.
    package var language: String?
    /// Whether the text is an IRI; the page makes a link of it if it begins with http or https.
    package var isIRI: Bool

    /// A value.
    package init(_ text: String, language: String? = nil, isIRI: Bool = false) {
      self.text = text
      self.language = language
      self.isIRI = isIRI
    }
  }

  /// A statement between two nodes.
  package struct Edge: Sendable, Hashable {
    /// Place of the subject in ``PageModel/nodes``.
    package var source: Int
    /// Place of the object in ``PageModel/nodes``.
    package var target: Int
    /// Place in ``PageModel/predicates``.
    package var predicate: Int
    /// Place in ``PageModel/statuses``; nil where no source tells.
    package var status: Int?
    /// 0…1; nil where no claim stands behind it.
    package var confidence: Double?
    /// First and last year of the period, astronomical numbering; nil where no source dates it.
    package var years: ClosedRange<Int>?
    /// The period as written.
    package var period: String?
    /// The claims behind it, the best one first.
    package var evidence: [Evidence]

    /// A statement.
    package init(
      source: Int, target: Int, predicate: Int, status: Int? = nil, confidence: Double? = nil,
      years: ClosedRange<Int>? = nil, period: String? = nil, evidence: [Evidence] = []
    ) {
      self.source = source
      self.target = target
      self.predicate = predicate
      self.status = status
      self.confidence = confidence
      self.years = years
      self.period = period
      self.evidence = evidence
    }
  }

  /// What one document says.
  package struct Evidence: Sendable, Hashable {
    /// Place in ``PageModel/documents``; nil for what the pack itself says.
    package var document: Int?
    /// Of the passage, in characters of the reader's raw text, as in `#char=`.
    package var characters: Range<Int>?
    /// The page as printed.
    package var page: String?
    /// The part of a file that has parts.
    package var part: String?
    /// In the words of the document.
    package var quote: String?
    /// Name of the rule that found it.
    package var rule: String?
    /// 0…1.
    package var confidence: Double?
    /// Place in ``PageModel/statuses``.
    package var status: Int?
    /// The period as written.
    package var period: String?
    /// The claim's IRI.
    package var claim: String?

    /// One claim.
    package init(
      document: Int? = nil, characters: Range<Int>? = nil, page: String? = nil,
      part: String? = nil, quote: String? = nil, rule: String? = nil, confidence: Double? = nil,
      status: Int? = nil, period: String? = nil, claim: String? = nil
    ) {
      self.document = document
      self.characters = characters
      self.page = page
      self.part = part
      self.quote = quote
      self.rule = rule
      self.confidence = confidence
      self.status = status
      self.period = period
      self.claim = claim
    }
  }

  /// A contradiction between claims.
  package struct Conflict: Sendable, Hashable {
    /// What the claims are about.
    package enum Subject: Sendable, Hashable {
      /// A value of a node: its place in ``PageModel/nodes``.
      case node(Int)
      /// An edge: its place in ``PageModel/edges``.
      case edge(Int)
    }

    /// One of the values that contradict each other.
    package struct Rival: Sendable, Hashable {
      /// As text.
      package var value: String
      /// Place in ``PageModel/nodes`` if the value is a thing.
      package var node: Int?
      /// The claim that gives it.
      package var evidence: Evidence

      /// A value and its source.
      package init(value: String, node: Int? = nil, evidence: Evidence) {
        self.value = value
        self.node = node
        self.evidence = evidence
      }
    }

    /// What the claims are about.
    package var subject: Subject
    /// Caption of the predicate that they disagree on.
    package var label: Message
    /// At least two.
    package var rivals: [Rival]
    /// Place in ``rivals`` of the one that became the fact; nil if none did.
    package var chosen: Int?

    /// A contradiction.
    package init(subject: Subject, label: Message, rivals: [Rival], chosen: Int? = nil) {
      self.subject = subject
      self.label = label
      self.rivals = rivals
      self.chosen = chosen
    }
  }
}
