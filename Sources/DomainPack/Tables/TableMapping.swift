public import Claims
public import Diagnostics

/// What the rows of a table say, as a mapping file `NAME.map.yaml` tells; docs/tables.md describes
/// the file.
public struct TableMapping: Hashable, Sendable {
  /// The mapping file as the user named it.
  public var file: String
  /// BCP 47 tag of the language of the table; nil if the mapping does not say.
  public var language: String?
  /// Title of the table as a document.
  public var title: String?
  /// How sure the claims are, 0…1, where they say nothing themselves.
  public var confidence = 0.95
  /// The things of a row, each behind those that it names.
  public var things: [Thing] = []
  /// In the order of the file.
  public var claims: [Statement] = []
  /// The types of agreement of the pack.
  public var agreementTypes: [AgreementType] = []

  /// A thing that each row speaks of.
  public struct Thing: Hashable, Sendable {
    /// Its name in the mapping.
    public var name: String
    /// What kind of thing it is.
    public var entityClass: EntityClass
    /// How things of its class are told apart.
    public var identity: Identity
    /// First segment of the IRIs of its class.
    public var folder: String
    /// What it is called; nil for an agreement that is called by its type, parties and year.
    public var label: MappedText?
    /// What divides the names of several such things in one cell; nil if a cell names one.
    public var split: String?
    /// The country of a place.
    public var country: MappedText?
    /// The type of an agreement.
    public var type: Concept?
    /// The parties of an agreement: positions in ``TableMapping/things``.
    public var parties: [Int] = []
    /// What it belongs to: position in ``TableMapping/things``.
    public var owner: Int?
    /// Further names.
    public var aliases: [MappedText] = []
    /// What tells it from its likes, in the order of the file.
    public var attributes: [Attribute] = []

    /// A thing with its name and class.
    public init(name: String, class description: ClassDescription) {
      self.name = name
      entityClass = description.name
      identity = description.identity
      folder = description.folder ?? Slug.of(description.name.rawValue)
    }
  }

  /// A name with a text.
  public struct Attribute: Hashable, Sendable {
    /// Name of the attribute or qualifier.
    public var name: String
    /// Its value.
    public var value: MappedText
  }

  /// A text that names a concept of the vocabulary.
  public struct Concept: Hashable, Sendable {
    /// The words.
    public var text: MappedText
    /// The concepts by the folded words (`Slug.folded`) that mean them.
    public var names: [String: String]
  }

  /// A claim that each row makes.
  public struct Statement: Hashable, Sendable {
    /// Name of the rule that its claims bear: `table/agreement-signedOn`.
    public var rule: String
    /// Position in ``TableMapping/things``; nil for the document itself.
    public var subject: Int?
    /// What is said.
    public var predicate: Predicate
    /// What the subject is related to, or its value.
    public var object: Object
    /// What divides several objects in one cell; nil if a cell holds one.
    public var split: String?
    /// How far it has come; nil if the mapping does not say.
    public var status: Concept?
    /// When: an EDTF date or interval.
    public var period: MappedText?
    /// Position in ``TableMapping/things``.
    public var within: Int?
    /// The predicate in place of ``predicate`` for what has not happened.
    public var planned: Predicate?
    /// How sure, 0…1; nil for that of the mapping.
    public var confidence: Double?
    /// In the order of the file.
    public var qualifiers: [Attribute] = []
  }

  /// The object of a statement.
  public enum Object: Hashable, Sendable {
    /// Things of the row: position in ``TableMapping/things``; nil for the document itself.
    case thing(Int?)
    /// Things of one of these classes that a cell names.
    case named(MappedText, [EntityClass])
    /// A concept of the vocabulary.
    case concept(Concept)
    /// A year, a month or a day.
    case date(MappedText)
    /// An interval or a length of time.
    case period(MappedText)
    /// A plain value.
    case literal(MappedText)

    /// The text that it is read from; nil for a thing.
    public var text: MappedText? {
      switch self {
      case .thing: nil
      case .named(let text, _), .date(let text), .period(let text), .literal(let text): text
      case .concept(let concept): concept.text
      }
    }
  }

  /// Every column that the mapping names, with its place in the file.
  public var columns: [(name: String, position: TextPosition)] {
    var texts: [MappedText?] = []
    for thing in things {
      texts += [thing.label, thing.country, thing.type?.text] + thing.aliases
      texts += thing.attributes.map(\.value)
    }
    for claim in claims {
      texts += [claim.object.text, claim.status?.text, claim.period]
      texts += claim.qualifiers.map(\.value)
    }
    return texts.compactMap(\.self).flatMap(\.columns)
  }
}
