import RDF

/// What the default graph says of each thing, on its way into a ``LineageGraph``.
struct LineageColumns {
  private let nodeOfTerm: [Int32]
  private(set) var captions: LineageCaptions
  /// By ``LineageVocabulary/DateRole``, then by thing.
  private(set) var dates: [[LineageDate]]
  /// The kind of publication that each document says it is; 0 for none.
  private(set) var publicationTypes: [TermDictionary.ID]

  init(count: Int, nodeOfTerm: [Int32]) {
    self.nodeOfTerm = nodeOfTerm
    let none = [TermDictionary.ID](repeating: 0, count: count)
    captions = LineageCaptions(
      indonesian: none, english: none, other: none, titles: none, fileNames: none)
    publicationTypes = none
    dates = LineageVocabulary.DateRole.allCases.map { _ in
      [LineageDate](repeating: .none, count: count)
    }
  }

  /// Takes a statement whose predicate has a role.
  mutating func add(
    _ statement: TermDictionary.Statement, _ role: LineageVocabulary.Role, _ terms: TermDictionary
  ) {
    let node = Int(nodeOfTerm[Int(statement.subject)])
    guard node >= 0 else { return }
    switch role {
    case .label:
      let literal = terms.bytes.span.extracting(terms.range(of: statement.object))
      if Self.hasEnding("@id", literal) {
        Self.put(statement.object, into: &captions.indonesian[node], terms)
      } else if Self.hasEnding("@en", literal) {
        Self.put(statement.object, into: &captions.english[node], terms)
      } else {
        Self.put(statement.object, into: &captions.other[node], terms)
      }
    case .title: Self.put(statement.object, into: &captions.titles[node], terms)
    case .fileName: Self.put(statement.object, into: &captions.fileNames[node], terms)
    case .date, .period:
      let role: LineageVocabulary.DateRole =
        if case .date(let role) = role { role } else { .period }
      let literal = terms.bytes.span.extracting(terms.range(of: statement.object))
      if role == .period { addEnd(of: literal, to: node) }
      guard literal.count > 2, let date = LineageDate(literal.extracting(1..<literal.count)) else {
        return
      }
      let earlier = dates[role.rawValue][node]
      // Of several dates the earliest, and of those that agree the most exact.
      if earlier == .none || date.refines(earlier) || date.isBefore(earlier) {
        dates[role.rawValue][node] = date
      }
    case .publicationType: Self.put(statement.object, into: &publicationTypes[node], terms)
    case .relation, .type, .key, .page, .reifies, .claimSubject, .claimPredicate,
      .claimObject, .quote, .passage, .confidence, .rule, .qualifier,
      .conflictClaim, .chosenClaim:
      break
    }
  }

  /// Takes the end of an interval of the
  /// [Extended Date/Time Format](https://www.loc.gov/standards/datetime/) that has one, or a date,
  /// which is its own end: of several the latest, and of those that agree the most exact.
  private mutating func addEnd(of literal: Span<UInt8>, to node: Int) {
    // The quotation mark of the literal, where there is no interval.
    let before = literal.indices.first { literal[$0] == UInt8(ascii: "/") } ?? 0
    guard literal.count > before + 1,
      let date = LineageDate(literal.extracting(before + 1..<literal.count))
    else { return }
    let place = LineageVocabulary.DateRole.periodEnd.rawValue
    let other = dates[place][node]
    if other == .none || date.refines(other) || other.isBefore(date) { dates[place][node] = date }
  }

  /// Of several values the first in order of their bytes, whatever order they come in.
  private static func put(
    _ literal: TermDictionary.ID, into place: inout TermDictionary.ID, _ terms: TermDictionary
  ) {
    guard place != 0, place != literal else {
      place = literal
      return
    }
    let bytes = terms.bytes
    if bytes[terms.range(of: literal)].lexicographicallyPrecedes(bytes[terms.range(of: place)]) {
      place = literal
    }
  }

  private static func hasEnding(_ ending: String, _ literal: Span<UInt8>) -> Bool {
    let ending = Array(ending.utf8)
    return literal.count > ending.count
      && literal.extracting(literal.count - ending.count..<literal.count)
        .hasSameBytes(as: ending.span)
  }
}

extension LineageDate {
  /// The absence of a date in a column.
  static let none = LineageDate(code: 0)

  /// The date of a column; nil for ``none``.
  var orNil: LineageDate? { self == .none ? nil : self }
}
