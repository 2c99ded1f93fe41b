/// One regulation cited in a text.
public struct Citation: Hashable, Sendable {
  /// From the kind (or, for the later ones of a list, the number) to the year, without articles and
  /// title; in bytes of the text that was read.
  public var byteRange: Range<Int>
  /// Canonical key (`UU/2014/23`); nil if the act is local and the text names no place.
  public var key: String?
  /// Code of the kind, after repair: `UU`, `PERMENDAGRI`, `PERDA`.
  public var kind: String
  /// As it stands in the key: `23`, `193-1652-PUOD`; nil for acts that have none.
  public var number: String?
  /// Four digits, common era.
  public var year: Int
  /// Slug of the issuing place (`kota-bandung`); without its level (`bandung`) if the text does not
  /// tell it; nil if the text names none.
  public var place: String?
  /// Whether the act belongs to a place and the text does not name it in full.
  public var placeNeeds: PlaceNeed
  /// The title that follows.
  public var about: Title?
  /// In text order; those before the act and those behind it.
  public var articles: [CitedArticle]
  /// What had to be repaired; nil if the citation is sound.
  public var repair: CitationRepair?
  /// How sure the reading is, 0…1.
  public var confidence: Double

  /// The title of an act as the text gives it.
  public struct Title: Hashable, Sendable {
    /// White space runs are single spaces.
    public var text: String
    /// Without the quotation marks.
    public var byteRange: Range<Int>
  }

  /// What is missing of the place.
  public enum PlaceNeed: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// Whether it is a city, a regency or a province.
    case level
    /// The place.
    case place
  }

  /// The key, completed with the place that the context gives (`kota-bandung`).
  ///
  /// A place that the text names without its level takes the level of the default place if both
  /// have the same name. Nil only if the act is local, the text names no place and none is given.
  public func key(defaultPlace: String?) -> String? {
    switch placeNeeds {
    case .nothing: return key
    case .place:
      guard let defaultPlace else { return nil }
      return RegulationReference.key(kind: kind, place: defaultPlace, year: year, number: number)
    case .level:
      guard let defaultPlace, let place, defaultPlace.hasSuffix("-\(place)") else { return key }
      return RegulationReference.key(kind: kind, place: defaultPlace, year: year, number: number)
    }
  }
}

/// An article of a cited act.
public struct CitedArticle: Hashable, Sendable {
  /// In one form, whatever the text's spacing: `Pasal 35 ayat (1) huruf a`.
  public var text: String
  /// Where it stands, in bytes.
  public var byteRange: Range<Int>
}

/// What a reader of the text must know to agree with the key.
public enum CitationRepair: Hashable, Sendable {
  /// The text calls the act by a wrong kind; the known regulations tell the right one.
  case misnamed(written: String, code: String)
  /// The text does not say which ministry issued the act; the known regulations tell.
  case unnamedIssuer(code: String)
  /// The text gives a place without its level; the known regulations tell.
  case placeLevel(place: String)
  /// The act is known under another number; its key as the text gives it.
  case otherNumber(written: String)
  /// Digits misread by a scanner; as they stand in the text.
  case digits(written: String)
  /// A year of two digits.
  case shortYear(written: String)
}

extension CitationRepair: CustomStringConvertible {
  /// What was put right as data: the kind of the repair and, behind a colon, what the text has.
  ///
  /// `misnamed-kind: Peraturan Pusat`, `unnamed-issuer`, `unnamed-level`, `other-number: PP/2007/39`,
  /// `misread-digits: 2C 14`, `short-year: 99`.
  public var description: String {
    switch self {
    case .misnamed(let written, _): "misnamed-kind: \(written)"
    case .unnamedIssuer: "unnamed-issuer"
    case .placeLevel: "unnamed-level"
    case .otherNumber(let written): "other-number: \(written)"
    case .digits(let written): "misread-digits: \(written)"
    case .shortYear(let written): "short-year: \(written)"
    }
  }
}
