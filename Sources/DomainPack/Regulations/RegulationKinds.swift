/// Everything the pack knows about kinds of acts and about the words of a citation.
///
/// Read from `regulation-kinds.yaml`; the hierarchy is that of Law 12 of 2011, article 7.
public struct RegulationKinds: Sendable {
  /// In the order of the file.
  ///
  /// Several may share a code: the names then differ in what they tell about the place.
  public var kinds: [RegulationKind] = []
  /// Names that no act has, each with the code of the kind that is meant.
  public var misnamed: [(name: RegulationName, code: String)] = []
  /// Marks behind a number that tell the kind: `Prp` makes a law an emergency regulation.
  public var suffixes: [(name: RegulationName, code: String)] = []
  /// The words of a citation besides the names of kinds.
  public var words = CitationWords()
  /// The levels of places that issue local acts.
  public var levels: [PlaceLevel] = []
  /// Words within the name of a place that are no part of its key, such as `daerah tingkat ii`.
  public var placeFillers: [String] = []
  /// Words that may begin with a capital before the name of a place and are no part of it.
  public var placeStops: [String] = []
  /// Places known without their level, each with its slug (`provinsi-jawa-barat`).
  public var provinces: [(name: String, place: String)] = []
  /// Where the official pages of acts are; the first entry with a kind counts.
  public var pages: [RegulationPages] = []
  private var positions: [String: Int] = [:]

  /// A level of local government and how it is written.
  public struct PlaceLevel: Hashable, Sendable {
    /// First part of a place's slug: `kota`.
    public var level: String
    /// Words before the name: `Kota Bandung`.
    public var before: [String]
    /// Words behind the name: `Bandung City`.
    public var after: [String]
  }

  /// Kinds that know nothing.
  public init() {}

  /// The kind with a code; the first one of several.
  public func kind(withCode code: String) -> RegulationKind? { positions[code].map { kinds[$0] } }

  /// Adds a kind, behind those that are there.
  public mutating func add(_ kind: RegulationKind) {
    if positions[kind.code] == nil { positions[kind.code] = kinds.count }
    kinds.append(kind)
  }

  /// The kind of a canonical key and the slug of its place.
  ///
  /// `PERDA-KOTA-BANDUNG/2017/10` gives the kind PERDA and the place `kota-bandung`.
  public func kindAndPlace(ofKey key: String) -> (kind: RegulationKind, place: String?)? {
    let head = key.prefix { $0 != "/" }
    if let kind = kind(withCode: String(head)) { return (kind, nil) }
    var end = head.endIndex
    while let hyphen = head[..<end].lastIndex(of: "-") {
      if let kind = kind(withCode: String(head[..<hyphen])), kind.isLocal {
        return (kind, head[head.index(after: hyphen)...].lowercased())
      }
      end = hyphen
    }
    return nil
  }

  /// The rank of the act with a canonical key, 1 is the highest; nil for acts beside the hierarchy
  /// and for unknown kinds.
  public func rank(ofKey key: String) -> Int? {
    guard let (kind, place) = kindAndPlace(ofKey: key) else { return nil }
    let level = place.map { String($0.prefix { $0 != "-" }) }
    return level.flatMap { kind.rankByLevel[$0] } ?? kind.rank
  }
}

/// The words a citation is made of, in every language of the pack; the first of each list is the
/// one used when a citation is written.
public struct CitationWords: Hashable, Sendable {
  /// `nomor`, `no`, `number`.
  public var number: [String] = []
  /// `tahun`, `year`, `of`.
  public var year: [String] = []
  /// `tanggal`, `dated`: what stands before a full date.
  public var dated: [String] = []
  /// `tentang`, `on`: what stands before the title.
  public var about: [String] = []
  /// `dan`, `jo`: what stands between two numbers of a list.
  public var and: [String] = []
  /// `pasal`, `article`.
  public var article: [String] = []
  /// `ayat`, `paragraph`.
  public var paragraph: [String] = []
  /// `huruf`, `letter`.
  public var letter: [String] = []
  /// `angka`, `butir`.
  public var item: [String] = []
  /// `dari`, `of`: what stands between an article and its act.
  public var articleLink: [String] = []
  /// `republik indonesia`: what may stand between kind and number.
  public var filler: [String] = []
  /// `yang`, `which`: what ends a title without quotation marks.
  public var aboutEnd: [String] = []
  /// Words that titles write small: another word in small letters ends a title in capitals.
  public var aboutSmall: [String] = []
  /// `lembaran negara`: what begins a gazette reference.
  public var gazette: [String] = []
  /// `peraturan`, `regulation`: what may stand for an act of any kind in a short reference.
  public var anyKind: [String] = []
  /// `ini`: what stands behind the kind in a reference to the act at hand.
  public var thisAfter: [String] = []
  /// `this`: what stands before the kind in such a reference.
  public var thisBefore: [String] = []
  /// `tersebut`, `dimaksud`: what stands behind the kind in a reference to an act named before.
  public var thatAfter: [String] = []
  /// `the said`: what stands before the kind in such a reference.
  public var thatBefore: [String] = []

  /// No words.
  public init() {}
}
