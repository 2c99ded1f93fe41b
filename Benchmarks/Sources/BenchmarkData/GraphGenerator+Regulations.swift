extension GraphGenerator {
  /// Writes the regulations of a block, whose relations form a graph without cycles.
  mutating func writeRegulations(of block: inout Block) {
    for index in 0..<4 {
      let descent = descent(ofRegulation: index, in: block)
      let number = regulations.count
      let regulation = Regulation(
        iri: id("regulation/\(descent.kind.slug)-\(number)"), kind: descent.kind,
        year: descent.year)
      describe(regulation, number, in: block)
      for parent in descent.parents {
        state(regulation.iri, parent.relation, parent.regulation)
        block.facts.append(
          Fact(
            subject: regulation.iri, predicate: parent.relation, object: parent.regulation))
      }
      writeLegalBasis(of: regulation, in: &block)
      writeArticles(of: regulation)
      regulations.append(regulation)
      if regulation.kind.isPopular { laws.append(regulation.iri) }
      register(regulation, descent.line)
    }
  }

  /// Where a new regulation comes from.
  private struct Descent {
    var kind: RegulationKind
    var year: Int
    var parents: [(relation: Term, regulation: Term)] = []
    var line = Line.new
  }

  /// The line of amendments that a new regulation belongs to.
  private enum Line {
    case new
    case deep
    /// It continues the family at this index.
    case family(Int)
  }

  private mutating func descent(ofRegulation index: Int, in block: Block) -> Descent {
    let isFirstBlock = block.number == 0
    // The first block has one of each kind, so that they occur at every size.
    let kind = isFirstBlock ? RegulationKind.allCases[index] : RegulationKind.random(&random)
    var descent = Descent(kind: kind, year: 1960 + random.integer(below: 40))
    let chanceToJoin = random.unit()
    let relation = reg(random.isTrue(withProbability: 0.65) ? "amends" : "repeals")
    if !isFirstBlock, index == 1, let deepFamily, deepFamily.length < Self.maximalDepth,
      random.isTrue(withProbability: 0.2)
    {
      let yearsLater = random.isTrue(withProbability: 0.2) ? 1 : 0
      descent = Descent(
        kind: .law, year: min(2024, deepFamily.newest.year + yearsLater),
        parents: [(relation, deepFamily.newest.iri)], line: .deep)
    } else if !families.isEmpty, chanceToJoin < 0.62 {
      join(&descent, by: relation)
    }
    if isFirstBlock, index == 0 { descent.line = .deep }
    return descent
  }

  /// Lets a regulation continue a family, and sometimes end a second one.
  private mutating func join(_ descent: inout Descent, by relation: Term) {
    let index =
      random.isTrue(withProbability: 0.5)
      ? random.integer(below: families.count)
      : families.count - 1 - random.skewedInteger(below: families.count, exponent: 3)
    let parent = families[index].newest
    descent = Descent(
      kind: parent.kind, year: min(2024, parent.year + 1 + random.integer(below: 6)),
      parents: [(relation, parent.iri)], line: .family(index))
    if random.isTrue(withProbability: 0.08), regulations.count > 8 {
      let other = random.element(of: families).newest.iri
      if other != parent.iri { descent.parents.append((reg("repeals"), other)) }
    }
  }

  private mutating func describe(_ regulation: Regulation, _ number: Int, in block: Block) {
    let iri = regulation.iri
    let kind = regulation.kind
    let year = regulation.year
    let numberInYear = 1 + number % 40
    state(iri, isA: reg(kind.className))
    let indonesian = sentence(Topics.indonesianWords, length: 3...8)
    let english = sentence(Topics.englishWords, length: 3...8)
    label(
      iri,
      indonesian: "\(kind.indonesian) Nomor \(numberInYear) Tahun \(year) tentang \(indonesian)",
      english: "\(kind.english) No. \(numberInYear) of \(year) on \(english)")
    state(iri, reg("number"), .integer(numberInYear))
    state(iri, reg("year"), .year(year))
    state(iri, reg("enactedOn"), day(of: year))
    let issuer = kind.nationalIssuer.map { id("government/\($0)") } ?? block.city.government
    state(iri, reg("issuedBy"), issuer)
    let isRevoked = random.integer(below: 4) == 3
    state(iri, reg("status"), .string(isRevoked ? "revoked" : "in force"))
    state(iri, dct("subject"), .string(random.element(of: Topics.subjects)))
  }

  /// Writes which laws a regulation carries out; laws themselves carry out none.
  private mutating func writeLegalBasis(of regulation: Regulation, in block: inout Block) {
    guard !laws.isEmpty, regulation.kind != .law else { return }
    let law = random.skewedElement(of: laws)
    state(regulation.iri, reg("implements"), law)
    block.facts.append(
      Fact(subject: regulation.iri, predicate: reg("implements"), object: law))
    if random.isTrue(withProbability: 0.6) {
      state(regulation.iri, reg("basedOn"), random.skewedElement(of: laws, exponent: 2))
    }
  }

  private mutating func writeArticles(of regulation: Regulation) {
    guard case .iri(let regulationIRI) = regulation.iri else { return }
    for number in 1...(1 + random.integer(below: 3)) {
      let article = Term.iri("\(regulationIRI)/pasal/\(number)")
      state(regulation.iri, reg("hasArticle"), article)
      state(article, isA: reg("Article"))
      state(article, reg("articleNumber"), .integer(number))
      let text = sentence(Topics.indonesianWords, length: 15...45)
      state(article, reg("text"), .indonesian(text))
    }
  }

  /// Makes a regulation the newest member of its line; a family of twelve is complete.
  private mutating func register(_ regulation: Regulation, _ line: Line) {
    switch line {
    case .new: families.append(Family(newest: regulation, length: 1))
    case .deep:
      deepFamily = Family(newest: regulation, length: (deepFamily?.length ?? 0) + 1)
    case .family(let index):
      families[index] = Family(newest: regulation, length: families[index].length + 1)
      guard families[index].length >= 12 else { return }
      families.swapAt(index, families.count - 1)
      families.removeLast()
    }
  }
}
