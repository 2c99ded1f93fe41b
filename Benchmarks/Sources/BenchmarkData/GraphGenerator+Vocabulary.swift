extension GraphGenerator {
  /// Writes what every graph begins with: classes, properties, fields, countries, agents and the
  /// national authorities.
  mutating func writeVocabulary() {
    writeClasses()
    writeRegulationVocabulary()
    for field in Topics.fields {
      let iri = id("field/\(field.code)")
      state(iri, isA: skos("Concept"))
      state(iri, skos("prefLabel"), .indonesian(field.indonesian))
      state(iri, skos("prefLabel"), .english(field.english))
    }
    for country in Names.countries {
      let iri = id("country/\(country.code)")
      state(iri, isA: sc("Country"))
      label(iri, indonesian: country.indonesian, english: country.english)
      state(iri, dct("identifier"), .string(country.code.uppercased))
    }
    for agent in Self.agents {
      state(id("agent/\(agent)"), isA: prov("Agent"))
      state(id("agent/\(agent)"), rdfs("label"), .string(agent))
    }
    for authority in ["kemendagri", "kemlu", "dpr", "presiden"] as [ByteText] {
      let iri = id("government/\(authority)")
      state(iri, isA: sc("Government"))
      state(iri, rdfs("label"), .indonesian(authority.capitalized))
    }
  }

  /// Who makes claims.
  static var agents: [ByteText] { ["extractor-rules-v1", "extractor-llm-v2", "human-curator"] }

  private mutating func writeClasses() {
    let classes: [(name: ByteText, parent: ByteText?)] = [
      ("City", nil), ("Province", nil), ("Country", nil), ("Government", nil), ("Person", nil),
      ("Agreement", nil), ("MoU", "Agreement"), ("LoI", "Agreement"), ("Program", nil),
      ("DonatedTool", nil), ("Document", nil), ("TextPassage", nil), ("Claim", nil),
      ("RoleTenure", nil),
    ]
    for (name, parent) in classes {
      state(sc(name), isA: owl("Class"))
      state(sc(name), rdfs("label"), .english(name))
      if let parent { state(sc(name), rdfs("subClassOf"), sc(parent)) }
    }
  }

  private mutating func writeRegulationVocabulary() {
    state(reg("Regulation"), isA: owl("Class"))
    state(reg("Article"), isA: owl("Class"))
    for kind in RegulationKind.allCases {
      let iri = reg(kind.className)
      state(iri, isA: owl("Class"))
      state(iri, rdfs("subClassOf"), reg("Regulation"))
      label(iri, indonesian: kind.indonesian, english: kind.english)
    }
    for property in ["amends", "repeals", "implements", "basedOn"] as [ByteText] {
      state(reg(property), isA: owl("ObjectProperty"))
      state(reg(property), rdfs("domain"), reg("Regulation"))
      state(reg(property), rdfs("range"), reg("Regulation"))
    }
  }
}
