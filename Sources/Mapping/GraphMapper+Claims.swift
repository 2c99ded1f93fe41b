internal import Claims
internal import RDF
internal import Resolution

extension GraphMapper {
  /// Writes the graph of a document: what it names, its claims and the passages behind them.
  func write(
    _ document: SourceDocument, claims: [Int], of graph: KnowledgeGraph,
    to writer: inout GraphWriter
  ) {
    let documentNode = node(graph.entities[document.entity].path)
    writer.begin(.namedNode(documentNode))
    for entity in document.mentions {
      writer.add(documentNode, SMP.mentions, node(graph.entities[entity].path))
    }
    for position in claims {
      let claim = graph.claims[position]
      let passage = write(claim.claim.evidence, of: documentNode, to: &writer)
      write(claim, passage: passage, of: graph, to: &writer)
    }
  }

  private func write(
    _ evidence: Evidence, of document: NamedNode, to writer: inout GraphWriter
  ) -> NamedNode {
    let (start, end) = (evidence.passage.start, evidence.passage.end)
    let passage = NamedNode(unchecked: "\(document.iri)#char=\(start),\(end)")
    writer.add(passage, RDFVocabulary.type, SMP.passage)
    writer.add(passage, DCTerms.isPartOf, document)
    writer.add(
      passage, NIF.beginIndex, Literal(String(start), datatype: XSD.nonNegativeInteger))
    writer.add(passage, NIF.endIndex, Literal(String(end), datatype: XSD.nonNegativeInteger))
    if let page = evidence.page {
      writer.add(passage, SMP.page, Literal(String(page), datatype: XSD.integer))
    }
    if let part = evidence.part { writer.add(passage, SMP.part, Literal(part)) }
    return passage
  }

  private func write(
    _ resolved: ResolvedClaim, passage: NamedNode, of graph: KnowledgeGraph,
    to writer: inout GraphWriter
  ) {
    let claim = resolved.claim
    let node = claimNode(claim)
    let subject = self.node(graph.entities[resolved.subject].path)
    let predicate = SMP.node(claim.predicate)
    let object = term(resolved.object, of: graph)
    writer.add(node, RDFVocabulary.type, SMP.claim)
    switch profile {
    case .rdf11:
      writer.add(node, RDFVocabulary.subject, subject)
      writer.add(node, RDFVocabulary.predicate, predicate)
      writer.add(node, RDFVocabulary.object, object)
    case .rdf12:
      writer.add(
        node, RDFVocabulary.reifies,
        .tripleTerm(Triple(.namedNode(subject), predicate, object)))
    }
    writer.add(node, SMP.fromPassage, passage)
    // Where quotes do not leave the house they are empty.
    if !claim.evidence.quote.isEmpty {
      writer.add(node, SMP.quote, Literal(claim.evidence.quote))
    }
    writer.add(node, SMP.rule, Literal(claim.rule))
    writer.add(
      node, SMP.confidence, decimal(min(max(claim.confidence, 0), 1), decimals: 2))
    if let status = claim.status { writer.add(node, SMP.status, concept(status.rawValue)) }
    if let modality = claim.modality { writer.add(node, SMP.modality, Literal(modality)) }
    if let within = resolved.within {
      writer.add(node, SMP.within, self.node(graph.entities[within].path))
    }
    if let period = claim.period { writer.add(node, SMP.period, Literal(period)) }
    for (name, value) in claim.qualifiers.sorted(by: { $0.key < $1.key }) {
      writer.add(node, SMP.qualifier, Literal("\(name)=\(value)"))
    }
  }
}
