import DomainPack

extension CitationParser {
  /// The citation with its key, repaired where the known regulations allow; nil for a wrong name
  /// that no known act explains.
  func resolved(
    _ number: NumberAndYear, name: CitationGrammar.KindName, written: String, place: Place?,
    range: Range<Int>, title: Citation.Title?
  ) -> Citation? {
    let kind = grammar.kinds.kinds[name.kind]
    var citation = Citation(
      byteRange: range, key: nil, kind: number.code ?? kind.code, number: number.number,
      year: number.year, place: place?.slug, placeNeeds: .nothing, about: title, articles: [],
      repair: number.repair, confidence: number.form == .words ? 0.97 : 0.93)
    if kind.isLocal { citation.placeNeeds = need(place) }
    if citation.placeNeeds != .place {
      citation.key = RegulationReference.key(
        kind: citation.kind, place: kind.isLocal ? place?.slug : nil, year: citation.year,
        number: citation.number)
    }
    if number.repair != nil { citation.confidence -= 0.15 }
    if name.isMisnomer { return corrected(citation, written: written) }
    if kind.issue == .unnamed { return withIssuer(citation) }
    if citation.placeNeeds == .level { return withLevel(citation) }
    guard let key = citation.key, known[key] == nil else { return citation }
    if let canonical = aliases[key] {
      return moved(citation, to: canonical, .otherNumber(written: key))
    }
    return corrected(citation, written: written) ?? citation
  }

  private func need(_ place: Place?) -> Citation.PlaceNeed {
    guard let place else { return .place }
    return place.hasLevel ? .nothing : .level
  }

  /// The known act that is meant by a wrong name: the one with the kind that the name suggests, or
  /// else the only one of this number and year whose title is the one in the text.
  private func corrected(_ citation: Citation, written: String) -> Citation? {
    let about = citation.about?.text ?? ""
    if let key = citation.key, let act = known[key] {
      guard about.isEmpty || Self.agree(about, act) else { return nil }
      return moved(citation, to: key, .misnamed(written: written, code: citation.kind))
    }
    guard !about.isEmpty else { return nil }
    let meant = candidates(citation).filter { Self.agree(about, $0, upTo: .max) }
    guard meant.count == 1, let code = grammar.kinds.kindAndPlace(ofKey: meant[0].key)?.kind.code
    else { return nil }
    return moved(citation, to: meant[0].key, .misnamed(written: written, code: code))
  }

  /// The only known act of this number and year that a ministry issued.
  private func withIssuer(_ citation: Citation) -> Citation {
    let about = citation.about?.text ?? ""
    let meant = candidates(citation).filter {
      $0.key.hasPrefix(citation.kind) && (about.isEmpty || Self.agree(about, $0))
    }
    guard meant.count == 1, let code = grammar.kinds.kindAndPlace(ofKey: meant[0].key)?.kind.code
    else {
      var unsure = citation
      unsure.confidence = 0.5
      return unsure
    }
    return moved(citation, to: meant[0].key, .unnamedIssuer(code: code))
  }

  /// The only known act of a place with this name, whatever its level.
  private func withLevel(_ citation: Citation) -> Citation {
    var unsure = citation
    unsure.confidence = 0.6
    guard let name = citation.place else { return unsure }
    let places = grammar.kinds.levels.map { "\($0.level)-\(name)" }.filter {
      let key = RegulationReference.key(
        kind: citation.kind, place: $0, year: citation.year, number: citation.number)
      return known[key] != nil
    }
    guard places.count == 1 else { return unsure }
    var result = moved(
      citation,
      to: RegulationReference.key(
        kind: citation.kind, place: places[0], year: citation.year, number: citation.number),
      .placeLevel(place: places[0]))
    result.placeNeeds = .nothing
    return result
  }

  private func candidates(_ citation: Citation) -> [KnownRegulation] {
    known.entries(year: String(citation.year), number: citation.number ?? "").filter {
      grammar.kinds.kindAndPlace(ofKey: $0.key)?.kind.isLocal == false
    }
  }

  private func moved(_ citation: Citation, to key: String, _ repair: CitationRepair) -> Citation {
    var result = citation
    result.key = key
    if let found = grammar.kinds.kindAndPlace(ofKey: key) {
      result.kind = found.kind.code
      result.place = found.place ?? result.place
    }
    let parts = key.split(separator: "/")
    if parts.count == 3, let year = Int(parts[1]) {
      result.year = year
      result.number = String(parts[2])
    }
    result.repair = repair
    result.confidence = min(result.confidence, 0.85)
    return result
  }

  /// Whether the title in a text is that of an act: the letters of the shorter one, or the first
  /// `limit` of them, begin the other.
  ///
  /// The kind, number and year agree already where the limit is low; where the title alone decides,
  /// all letters count, since many begin with *Perubahan atas*.
  private static func agree(_ about: String, _ act: KnownRegulation, upTo limit: Int = 24) -> Bool {
    let letters = letters(of: about)
    return [act.indonesianTitle, act.englishTitle].contains { title in
      let other = self.letters(of: title)
      let length = min(letters.count, other.count, limit)
      return length >= 8 && letters.prefix(length).elementsEqual(other.prefix(length))
    }
  }

  private static func letters(of text: String) -> [UInt8] {
    text.utf8.compactMap {
      let folded = $0 | 0x20
      return UInt8(ascii: "a")...UInt8(ascii: "z") ~= folded ? folded : nil
    }
  }
}
