extension GraphGenerator {
  /// Writes a block's agreements with earlier cities, their programs and the donated tools.
  mutating func writeAgreements(of block: inout Block) {
    guard cities.count >= 2 else { return }
    for index in 0..<2 {
      let partner =
        block.number == 1 && index == 0
        ? cities[0] : cities[random.skewedInteger(below: cities.count - 1, exponent: 2)]
      writeAgreement(with: partner, documentedIn: block.documents[index], of: &block)
    }
  }

  private mutating func writeAgreement(
    with partner: City, documentedIn document: Term, of block: inout Block
  ) {
    let isLetter = random.isTrue(withProbability: 0.35)
    let number = agreements.count
    let agreement = id("agreement/\(number)")
    let field = random.skewedElement(of: Topics.fields, exponent: 1.5)
    let city = block.city
    state(agreement, isA: sc(isLetter ? "LoI" : "MoU"))
    let kind: (indonesian: ByteText, english: ByteText) =
      isLetter
      ? ("Surat Pernyataan Minat", "Letter of Intent")
      : ("Nota Kesepahaman", "Memorandum of Understanding")
    label(
      agreement,
      indonesian: "\(kind.indonesian) Kerja Sama Kota Kembar \(city.name) dan \(partner.name)",
      english:
        "\(kind.english) on Sister City Cooperation between \(city.name) and \(partner.name)")
    state(agreement, sc("partyCity"), city.iri)
    state(agreement, sc("partyCity"), partner.iri)
    state(agreement, sc("partyGovernment"), city.government)
    state(agreement, sc("partyGovernment"), partner.government)
    writeSignatories(of: agreement, number)
    let year = 1990 + random.integer(below: 34)
    let signed = day(of: year)
    state(agreement, sc("signedOn"), signed)
    if random.isTrue(withProbability: 0.8) {
      let lastYear = year + 1 + random.integer(below: 6)
      state(agreement, sc("validUntil"), .typed("\(lastYear)-12-31", .date))
    }
    state(agreement, sc("status"), sc("status/\(random.element(of: Topics.agreementStates))"))
    state(agreement, sc("field"), id("field/\(field.code)"))
    writeLegalBasis(of: agreement, in: &block)
    let description = sentence(Topics.englishWords, length: 10...30)
    state(agreement, dct("description"), .english(description))
    state(agreement, sc("documentedIn"), document)
    if !agreements.isEmpty, random.isTrue(withProbability: 0.3) {
      let recent = Array(agreements.suffix(40))
      state(agreement, sc("successorOf"), random.element(of: recent))
    }
    block.facts.append(
      Fact(subject: agreement, predicate: sc("partyCity"), object: partner.iri))
    block.facts.append(Fact(subject: agreement, predicate: sc("signedOn"), object: signed))
    agreements.append(agreement)
    for index in 0..<(1 + random.integer(below: 2)) {
      writeProgram("\(number)-\(index)", under: agreement, with: partner, since: year, of: &block)
    }
  }

  /// Writes one signatory of either side; sometimes also as an ordered list.
  private mutating func writeSignatories(of agreement: Term, _ number: Int) {
    let own = personOfThisBlock()
    let other = people[random.integer(below: people.count - 3)]
    if random.isTrue(withProbability: 0.25) {
      let first = Term.blankNode("l\(number)a")
      let second = Term.blankNode("l\(number)b")
      state(agreement, sc("signatoryList"), first)
      state(first, rdf("first"), own)
      state(first, rdf("rest"), second)
      state(second, rdf("first"), other)
      state(second, rdf("rest"), rdf("nil"))
    }
    state(agreement, sc("signedBy"), own)
    state(agreement, sc("signedBy"), other)
  }

  /// One of the three people whom the current block added.
  private mutating func personOfThisBlock() -> Term {
    people[people.count - 1 - random.integer(below: 3)]
  }

  /// Writes the regulations that an agreement rests on: one of this block, and a popular one unless
  /// it is the same.
  private mutating func writeLegalBasis(of agreement: Term, in block: inout Block) {
    let own = regulations[regulations.count - 1 - random.integer(below: 4)].iri
    let popular = random.skewedElement(of: laws)
    for basis in own == popular ? [own] : [own, popular] {
      state(agreement, sc("legalBasis"), basis)
      block.facts.append(Fact(subject: agreement, predicate: sc("legalBasis"), object: basis))
    }
  }

  private mutating func writeProgram(
    _ key: ByteText, under agreement: Term, with partner: City, since year: Int,
    of block: inout Block
  ) {
    let program = id("program/\(key)")
    let field = random.skewedElement(of: Topics.fields, exponent: 1.2)
    let name = block.city.name
    state(program, isA: sc("Program"))
    label(
      program, indonesian: "Program \(field.indonesian) \(name)",
      english: "\(field.english) Programme \(name)")
    state(program, sc("underAgreement"), agreement)
    state(program, sc("field"), id("field/\(field.code)"))
    state(program, sc("startDate"), date(year...min(2024, year + 3)))
    state(program, sc("budget"), money(from: 1000, below: 5_001_000))
    state(program, sc("participants"), .integer(5 + random.integer(below: 400)))
    state(program, sc("coordinator"), personOfThisBlock())
    block.facts.append(
      Fact(subject: program, predicate: sc("underAgreement"), object: agreement))
    if random.isTrue(withProbability: 0.5) {
      writeTool(key, of: program, from: partner, since: year, in: &block)
    }
  }

  private mutating func writeTool(
    _ key: ByteText, of program: Term, from partner: City, since year: Int, in block: inout Block
  ) {
    let tool = id("tool/\(key)")
    let kind = random.element(of: Topics.tools)
    state(tool, isA: sc("DonatedTool"))
    label(tool, indonesian: kind.indonesian, english: kind.english)
    state(tool, sc("donatedBy"), partner.government)
    state(tool, sc("receivedBy"), block.city.government)
    state(tool, sc("underProgram"), program)
    state(tool, sc("quantity"), .integer(1 + random.integer(below: 30)))
    state(tool, sc("value"), money(from: 100, below: 900_100))
    state(tool, sc("donatedOn"), date(year...min(2024, year + 4)))
    block.facts.append(
      Fact(subject: tool, predicate: sc("donatedBy"), object: partner.government))
  }

  /// An amount with two digits after the point.
  private mutating func money(from lowest: Int, below bound: Int) -> Term {
    let whole = lowest + random.integer(below: bound - lowest)
    let hundredths = random.integer(below: 100)
    return .typed("\(whole).\(twoDigits: hundredths)", .decimal)
  }
}
