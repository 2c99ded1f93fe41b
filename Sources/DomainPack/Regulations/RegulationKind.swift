/// A kind of legal act: what it is called in text, where it stands, and how its key is made.
public struct RegulationKind: Hashable, Sendable {
  /// First part of the canonical key, upper case: `UU`, `PERMENDAGRI`, `SE-MENDAGRI`.
  public var code: String
  /// The full name: `Undang-Undang`.
  public var indonesianLabel: String
  /// The full name: `Law`.
  public var englishLabel: String
  /// The name used in short citations: `UU`.
  public var shortLabel: String
  /// Names met in running text.
  public var names: [RegulationName]
  /// Place in the hierarchy of law, 1 is the highest; nil for kinds that stand beside it.
  public var rank: Int?
  /// The rank by the level of the issuing place (`kota`), where it depends on it.
  public var rankByLevel: [String: Int]
  /// Value of `eli:type_document`.
  public var eliType: String
  /// Who issues acts of the kind, as far as keys tell.
  public var issue: Issue
  /// How the number stands in the key.
  public var number: Number
  /// How numbers are written.
  public var numerals: Numerals

  /// The numerals in which acts of the kind are counted.
  public enum Numerals: String, Hashable, Sendable {
    case arabic
    case roman
  }

  /// Who issues an act of the kind.
  public enum Issue: Hashable, Sendable {
    /// One body of the state.
    case national
    /// A ministry that the name does not tell, as in `Peraturan Menteri Nomor 3 Tahun 2008`.
    case unnamed
    /// The government of a place; its level (`kota`) where the kind tells it.
    case local(level: String?)
  }

  /// What counts as the number of an act of the kind.
  public enum Number: Hashable, Sendable {
    /// Every part of `193/1652/PUOD`; a year at the end is not a part.
    case whole
    /// The first part of `133/PMK.03/2022`.
    case leading
    /// None; the act is told by its year, one of these.
    case none(years: [Int])
  }

  /// Whether acts of the kind belong to a place.
  public var isLocal: Bool {
    switch issue {
    case .local: true
    case .national, .unnamed: false
    }
  }
}

/// A name of a kind of act in running text.
public struct RegulationName: Hashable, Sendable {
  /// Words separated by single spaces.
  public var text: String
  /// Whether the capitals of `text` must be capitals in short citations; other letters are free.
  public var needsCapitals: Bool
  /// Where the place of a local act stands.
  public var place: PlacePosition

  /// Where a local act's place stands.
  public enum PlacePosition: Hashable, Sendable {
    /// Behind the name: `Peraturan Daerah Kota Bandung`.
    case behind
    /// Before the name or behind it: `Bandung Mayor Regulation`.
    case beforeOrBehind
  }

  /// A name; one that begins with `=` needs its capitals, one with `{place} ` before it may have
  /// the place there.
  public init(_ written: String) {
    var rest = written[...]
    needsCapitals = rest.hasPrefix("=")
    if needsCapitals { rest = rest.dropFirst() }
    let mark = "{place} "
    place = rest.hasPrefix(mark) ? .beforeOrBehind : .behind
    if place == .beforeOrBehind { rest = rest.dropFirst(mark.count) }
    text = String(rest)
  }
}
