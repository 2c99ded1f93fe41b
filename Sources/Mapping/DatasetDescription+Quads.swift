public import RDF

extension DatasetDescription {
  /// The predicates that a person wants to read first.
  public static let firstPredicates = [
    DCTerms.title, DCTerms.description, DCTerms.license, DCTerms.creator, PROV.wasAttributedTo,
    PROV.wasDerivedFrom,
  ]

  /// The description as statements of the default graph.
  ///
  /// The dataset has the IRI ``iri``, everything that belongs to its description one below it; no
  /// blank nodes. Three datasets are told of: the whole, its default graph (`void:subset`), and the
  /// pack (`prov:wasDerivedFrom`). The figures count what the files hold, the statements of the
  /// description among them, as the queries that VoID users run over a file do; only
  /// `void:entities`, `void:vocabulary` and the partitions are about the data alone.
  ///
  /// - Parameter data: every statement of the graph, each once.
  /// - Returns: the description, no statement twice, the same order every time: the whole first, and
  ///   of it the title.
  /// - Complexity: O(n).
  public func quads(describing data: QuadCollection) -> [Quad] {
    var whole = DatasetStatistics(terms: data.terms)
    var facts = DatasetStatistics(terms: data.terms)
    for statement in data.statements {
      whole.add(statement)
      if statement.graphName == 0 { facts.add(statement) }
    }
    let vocabularies = whole.vocabularies
    // Neither the number of the description's statements nor their subjects, predicates and classes
    // depend on the figures, so a draft is enough to count it in.
    for quad in statements(whole: whole, facts: facts, vocabularies: vocabularies) {
      whole.add(quad.triple)
      facts.add(quad.triple)
    }
    return statements(whole: whole, facts: facts, vocabularies: vocabularies)
  }

  /// The description as statements of the default graph, as ``quads(describing:)`` of a collection.
  public func quads(describing data: [Quad]) -> [Quad] {
    quads(describing: QuadCollection(data))
  }

  private func statements(
    whole: DatasetStatistics, facts: DatasetStatistics, vocabularies: [NamedNode]
  ) -> [Quad] {
    let dataset = NamedNode(unchecked: iri)
    let factsNode = below("facts")
    var writer = GraphWriter(graph: .defaultGraph)
    writer.add(dataset, RDFVocabulary.type, VoID.dataset)
    writer.add(dataset, RDFVocabulary.type, DCAT.dataset)
    for text in title.literals { writer.add(dataset, DCTerms.title, text) }
    for text in summary.literals { writer.add(dataset, DCTerms.description, text) }
    if let license { writer.add(dataset, DCTerms.license, license) }
    writeOrigin(of: dataset, to: &writer)
    writer.add(dataset, VoID.uriSpace, Literal(base))
    for vocabulary in vocabularies { writer.add(dataset, VoID.vocabulary, vocabulary) }
    write(whole, of: dataset, to: &writer)
    for (name, type) in [
      ("claims", SMP.claim), ("conflicts", SMP.conflict), ("documents", SMP.document),
    ] {
      let part = below(name)
      writer.add(dataset, VoID.classPartition, part)
      writer.add(part, RDFVocabulary.type, VoID.dataset)
      writer.add(part, VoID.class, type)
      writer.add(part, VoID.entities, integer(whole.members(of: type)))
    }
    writer.add(dataset, VoID.subset, factsNode)
    writer.add(factsNode, RDFVocabulary.type, VoID.dataset)
    writer.add(factsNode, DCTerms.title, Literal("Facts: the default graph", language: "en"))
    writer.add(factsNode, DCTerms.title, Literal("Fakta: graf bawaan", language: "id"))
    write(facts, of: factsNode, to: &writer)
    writeDumps(of: dataset, facts: factsNode, to: &writer)
    return writer.quads
  }

  /// Who made it, with what program, from which pack.
  private func writeOrigin(of dataset: NamedNode, to writer: inout GraphWriter) {
    let software = below("software")
    if let creator {
      let node = below("creator")
      writer.add(dataset, DCTerms.creator, node)
      writer.add(node, RDFVocabulary.type, FOAF.agent)
      writer.add(node, FOAF.name, Literal(creator))
    } else {
      writer.add(dataset, DCTerms.creator, software)
    }
    writer.add(dataset, PROV.wasAttributedTo, software)
    writer.add(software, RDFVocabulary.type, PROV.softwareAgent)
    writer.add(software, FOAF.name, Literal("Simpul"))
    writer.add(software, SchemaOrg.softwareVersion, Literal(softwareVersion))
    let pack = below("pack")
    let checksum = below("pack/checksum")
    writer.add(dataset, PROV.wasDerivedFrom, pack)
    writer.add(pack, RDFVocabulary.type, DCAT.dataset)
    writer.add(pack, DCTerms.title, Literal("Domain pack", language: "en"))
    writer.add(pack, DCTerms.title, Literal("Paket domain", language: "id"))
    writer.add(pack, SPDX.checksum, checksum)
    writer.add(checksum, RDFVocabulary.type, SPDX.checksumClass)
    writer.add(checksum, SPDX.algorithm, SPDX.sha256)
    writer.add(checksum, SPDX.checksumValue, Literal(packDigest, datatype: SPDX.hexBinary))
  }

  private func write(
    _ figures: DatasetStatistics, of node: NamedNode, to writer: inout GraphWriter
  ) {
    writer.add(node, VoID.triples, integer(figures.triples))
    writer.add(node, VoID.entities, integer(figures.entities))
    writer.add(node, VoID.distinctSubjects, integer(figures.subjects))
    writer.add(node, VoID.properties, integer(figures.properties))
    writer.add(node, VoID.classes, integer(figures.classes))
  }

  /// The files, where it is known at which address they stand.
  private func writeDumps(
    of dataset: NamedNode, facts: NamedNode, to writer: inout GraphWriter
  ) {
    guard let place else { return }
    for dump in dumps {
      let file = NamedNode(unchecked: place.iri + dump.fileName)
      let distribution = below("file/\(dump.fileName)")
      writer.add(dump.isDefaultGraphOnly ? facts : dataset, VoID.dataDump, file)
      writer.add(dataset, DCAT.distribution, distribution)
      writer.add(distribution, RDFVocabulary.type, DCAT.distributionClass)
      writer.add(distribution, DCTerms.title, Literal(dump.fileName))
      writer.add(distribution, DCAT.accessURL, place)
      writer.add(distribution, DCAT.downloadURL, file)
      writer.add(
        distribution, DCAT.mediaType,
        NamedNode(unchecked: "https://www.iana.org/assignments/media-types/\(dump.mediaType)"))
    }
  }

  private func below(_ name: String) -> NamedNode { NamedNode(unchecked: "\(iri)/\(name)") }

  private func integer(_ value: Int) -> Literal {
    Literal(String(value), datatype: XSD.integer)
  }
}
