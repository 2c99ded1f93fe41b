extension GraphGenerator {
  /// Writes one or two claims for every fact of a block, with the passage behind them.
  mutating func writeClaims(of block: Block) {
    for (number, fact) in block.facts.enumerated() {
      let count = random.isTrue(withProbability: 0.8) ? 1 : 2
      for index in 0..<count {
        let claim = id("claim/\(block.number)-\(number)-\(index)")
        state(claim, isA: sc("Claim"))
        state(claim, rdf("subject"), fact.subject)
        state(claim, rdf("predicate"), fact.predicate)
        state(claim, rdf("object"), fact.object)
        state(claim, prov("wasDerivedFrom"), random.element(of: block.passages))
        state(claim, sc("confidence"), .decimal(0.3 + 0.7 * random.unit(), decimals: 3))
        let agent = random.element(of: Self.agents)
        state(claim, prov("wasAttributedTo"), id("agent/\(agent)"))
        state(claim, prov("generatedAtTime"), timeOfYear())
      }
    }
  }

  /// A moment of the year 2024.
  private mutating func timeOfYear() -> Term {
    let month = 1 + random.integer(below: 12)
    let day = 1 + random.integer(below: 28)
    let hour = random.integer(below: 24)
    let minute = random.integer(below: 60)
    let second = random.integer(below: 60)
    return .typed(
      """
      2024-\(twoDigits: month)-\(twoDigits: day)T\
      \(twoDigits: hour):\(twoDigits: minute):\(twoDigits: second)Z
      """, .dateTime)
  }
}
