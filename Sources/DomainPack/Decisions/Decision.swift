public import Claims
public import Diagnostics

/// A thing as a person names it in a decision: by its IRI, the path of it, a key or any of its
/// names.
public struct ThingName: Hashable, Sendable {
  /// What names it.
  public var text: String
  /// Its class, where the name alone would not tell it from others; nil for any.
  public var entityClass: EntityClass?

  /// A thing by what names it.
  public init(_ text: String, entityClass: EntityClass? = nil) {
    self.text = text
    self.entityClass = entityClass
  }
}

/// The claims that a decision is about.
///
/// With an identity and a pattern, the pattern counts only where no claim has the identity any
/// more: a document that was written anew has other identities.
public struct ClaimSelector: Hashable, Sendable {
  /// The sixteen hexadecimal digits of a claim; nil if only the pattern tells.
  public var id: String?
  /// Nil for any, as the next three; subject and predicate are never both nil without an identity.
  public var subject: ThingName?
  /// The predicate.
  public var predicate: Predicate?
  /// A thing, a concept or a value.
  public var object: ThingName?
  /// Key or file name of the document that claims.
  public var document: String?

  /// A selector without any condition.
  public init(id: String? = nil) { self.id = id }

  /// Whether there is anything besides the identity.
  public var hasPattern: Bool { subject != nil || predicate != nil }
}

/// What people decided about what the documents say; docs/decisions-by-people.md describes it.
public struct Decision: Hashable, Sendable {
  /// What is decided.
  public var action: Action
  /// Who decided; nil if not told.
  public var by: String?
  /// When, as `YYYY-MM-DD`; nil if not told.
  public var on: String?
  /// Why; nil if not told.
  public var note: String?
  /// The file it stands in, as the user named it.
  public var file: String
  /// Where it begins in the file.
  public var position: TextPosition

  /// What a decision changes.
  public enum Action: Hashable, Sendable {
    /// These are one thing, the first of them; empty labels leave its own.
    case merge([ThingName], labels: [Label])
    /// No two of these are one thing.
    case distinct([ThingName])
    /// A name means another thing in a document.
    case split(Split)
    /// Something else is true of a thing.
    case correctThing(ThingName, ThingCorrection)
    /// The document says something else.
    case correctClaim(ClaimSelector, ClaimCorrection)
    /// There is no such thing.
    case rejectThing(ThingName)
    /// The document does not say so.
    case rejectClaim(ClaimSelector)
    /// The thing is as it is found.
    case confirmThing(ThingName)
    /// The document says so, and it is true.
    case confirmClaim(ClaimSelector)
  }

  /// A name for a thing, in a language where one is told.
  public struct Label: Hashable, Sendable {
    /// The name.
    public var text: String
    /// BCP 47 tag; nil if not told.
    public var language: String?

    /// A name in a language.
    public init(text: String, language: String? = nil) {
      self.text = text
      self.language = language
    }
  }

  /// A name that means another thing in one document.
  public struct Split: Hashable, Sendable {
    /// The name as the document writes it.
    public var name: String
    /// Key or file name of the document.
    public var document: String
    /// What the name was taken for; nil if only one thing of the document has it.
    public var from: ThingName?
    /// The known thing that it means; nil if it means one that has no other names yet.
    public var meaning: ThingName?
    /// The label of a new thing; nil for the name itself.
    public var label: String?
    /// The class of a new thing; nil for the same.
    public var entityClass: EntityClass?
    /// The key of a new thing; nil for none.
    public var key: String?
  }

  /// What is true of a thing; what is nil or empty stays.
  public struct ThingCorrection: Hashable, Sendable {
    /// The names to show, one for each language told.
    public var labels: [Label] = []
    /// Its class.
    public var entityClass: EntityClass?
    /// Its key in the pack, or that of a regulation.
    public var key: String?
    /// Where it lies.
    public var coordinates: Coordinates?

    /// A correction of nothing yet.
    public init() {}
  }

  /// What a claim says in truth; what is nil stays.
  public struct ClaimCorrection: Hashable, Sendable {
    /// A thing, a concept or a value.
    public var object: ThingName?
    /// How far it has come.
    public var status: Status?
    /// A date or interval in the Extended Date/Time Format: `2016`, `2016-11`, `2016-11-14`,
    /// `2017/2019`, `1960/..`.
    public var date: String?

    /// A correction of nothing yet.
    public init() {}
  }
}

/// A place on the earth, WGS 84, as it was written.
public struct Coordinates: Hashable, Sendable {
  /// Degrees north, -90…90, as a decimal number.
  public var latitude: String
  /// Degrees east, -180…180, as a decimal number.
  public var longitude: String

  /// A place by its degrees.
  public init(latitude: String, longitude: String) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
