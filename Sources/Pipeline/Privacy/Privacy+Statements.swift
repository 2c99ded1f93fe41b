import Mapping
import PropertyGraph
import RDF

extension Privacy {
  /// Statements without what is held back: things of the classes, every statement and claim that
  /// they are part of, their names in all literals, and the words of documents.
  ///
  /// A class is named by its IRI or the end of it.
  ///
  /// - Throws: ``PipelineError`` for a class that nothing has.
  /// - Complexity: O(n) in the number of statements.
  func applied(to collection: QuadCollection) throws(PipelineError) -> QuadCollection {
    guard !isEmpty else { return collection }
    return try PrivateStatements(self, collection).remaining()
  }
}

/// The making of a collection without some of its things.
private struct PrivateStatements {
  private typealias ID = TermDictionary.ID

  private let privacy: Privacy
  private let collection: QuadCollection
  private var isRemoved: [Bool]
  private var redactor = NameRedactor([])

  /// Predicates whose objects are the words of a document.
  private static let quoting = [
    SMP.quote.iri, "http://www.w3.org/ns/oa#exact",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf",
  ]
  private static let naming = [
    RDFS.label.iri, "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2004/02/skos/core#altLabel", "http://xmlns.com/foaf/0.1/name",
    "http://purl.org/dc/terms/title", "https://schema.org/name", "http://schema.org/name",
  ]

  init(_ privacy: Privacy, _ collection: QuadCollection) throws(PipelineError) {
    self.privacy = privacy
    self.collection = collection
    isRemoved = [Bool](repeating: false, count: collection.terms.count + 1)
    guard !privacy.withoutClasses.isEmpty else { return }
    try removeThings()
    redactor = NameRedactor(names())
    removeStatementsAbout()
  }

  private mutating func removeThings() throws(PipelineError) {
    let terms = collection.terms
    let type = terms.id(ofIRI: RDFVocabulary.type.iri)
    var classes: [ID: String] = [:]
    for statement in collection.statements where statement.predicate == type {
      if classes[statement.object] == nil {
        classes[statement.object] = terms.text(of: statement.object)
      }
    }
    var hidden: Set<ID> = []
    for name in privacy.withoutClasses {
      let found = classes.filter { term, iri in
        iri == name || iri.localName.lowercased() == name.lowercased()
      }
      guard !found.isEmpty else {
        throw Privacy.unknownClass(name, known: Set(classes.values.map(\.localName)).sorted())
      }
      hidden.formUnion(found.keys)
    }
    for statement in collection.statements
    where statement.predicate == type && hidden.contains(statement.object) {
      isRemoved[Int(statement.subject)] = true
    }
    // Authors are persons that stand in the graph as plain names.
    guard let author = terms.id(ofIRI: SMP.author.iri),
      hidden.contains(where: { classes[$0]?.localName == "Person" })
    else { return }
    for statement in collection.statements where statement.predicate == author {
      isRemoved[Int(statement.object)] = true
    }
  }

  private func names() -> [String] {
    let naming = Set(Self.naming.compactMap { collection.terms.id(ofIRI: $0) })
    let author = collection.terms.id(ofIRI: SMP.author.iri)
    return collection.statements.compactMap { statement in
      guard
        isRemoved[Int(statement.subject)] && naming.contains(statement.predicate)
          || isRemoved[Int(statement.object)] && statement.predicate == author
      else { return nil }
      return collection.terms.text(of: statement.object)
    }
  }

  /// Claims and triple terms that speak of what is removed are removed too, and so is what speaks of
  /// these.
  private mutating func removeStatementsAbout() {
    let terms = collection.terms
    let telling = Set(
      [
        RDFVocabulary.subject.iri, RDFVocabulary.object.iri, RDFVocabulary.namespace + "reifies",
        SMP.within.iri,
      ]
      .compactMap { terms.id(ofIRI: $0) })
    for term in 1..<ID(terms.count + 1) where terms.kind(of: term) == .tripleTerm {
      if namesRemoved(term) { isRemoved[Int(term)] = true }
    }
    for statement in collection.statements
    where telling.contains(statement.predicate) && isRemoved[Int(statement.object)] {
      isRemoved[Int(statement.subject)] = true
    }
  }

  private func namesRemoved(_ tripleTerm: ID) -> Bool {
    let terms = collection.terms
    let written = terms.bytes.span.extracting(terms.range(of: tripleTerm))
    let parts = CanonicalTerm.parts(ofTripleTerm: written)
    for range in [parts.subject, parts.object] {
      if let part = terms.id(of: written.extracting(range)), isRemoved[Int(part)] { return true }
    }
    return false
  }

  func remaining() -> QuadCollection {
    let terms = collection.terms
    let quoting = Set(Self.quoting.compactMap { terms.id(ofIRI: $0) })
    var result = QuadCollection()
    var block = QuadBlock()
    var rewritten: [ID: [UInt8]?] = [:]
    for statement in collection.statements {
      guard !isRemoved[Int(statement.subject)], !isRemoved[Int(statement.object)],
        !isRemoved[Int(statement.graphName)]
      else { continue }
      let isQuote = quoting.contains(statement.predicate)
      guard let object = written(statement.object, isQuote: isQuote, &rewritten) else { continue }
      block.statements.append(
        QuadBlock.Statement(
          block.appendRun { $0 += terms.bytes[terms.range(of: statement.subject)] },
          block.appendRun { $0 += terms.bytes[terms.range(of: statement.predicate)] },
          block.appendRun { $0 += object },
          in: block.appendRun { $0 += terms.bytes[terms.range(of: statement.graphName)] }))
      if block.count == 1 << 12 {
        result.append(block)
        block.removeAll()
      }
    }
    if !block.isEmpty { result.append(block) }
    return result
  }

  /// An object as it may leave; nil if it may not.
  private func written(
    _ object: ID, isQuote: Bool, _ known: inout [ID: [UInt8]?]
  ) -> [UInt8]? {
    let terms = collection.terms
    let bytes = Array(terms.bytes[terms.range(of: object)])
    guard terms.kind(of: object) == .literal, isQuote || !redactor.isEmpty else { return bytes }
    if !isQuote, let made = known[object] { return made }
    let text = terms.text(of: object)
    var changed: String? = redactor.redacted(text)
    if isQuote { changed = changed.flatMap(privacy.quotes.cut) }
    let made: [UInt8]? = changed.map { changed in
      guard changed != text else { return bytes }
      var literal: [UInt8] = [UInt8(ascii: "\"")]
      CanonicalTerm.appendEscaped(changed, to: &literal)
      return literal + bytes[CanonicalTerm.endOfLiteralText(in: bytes.span)...]
    }
    if !isQuote { known[object] = made }
    return made
  }
}
