public import Claims
import Citations
public import Documents
import DomainPack

/// Reads documents into claims: the whole of extraction for one document, a pure function of the
/// document, its key and the pack.
public struct Extractor: Sendable {
  let pack: CompiledPack

  /// An extractor for a compiled pack.
  public init(_ pack: CompiledPack) { self.pack = pack }

  /// What a document says.
  public func claims(of document: Document, key: String) -> DocumentClaims {
    let outcome = outcome(of: document, key: key)
    return ClaimAssembler(
      reading: outcome.reading, drafts: DraftClaim.withoutPoorer(outcome.drafts), documentKey: key,
      title: outcome.title.text
    ).assembled()
  }

  /// The blocks of a document as they are read: with the words that scanning misread put right.
  package func blocks(of document: Document) -> [Block] {
    DocumentReading(document: document, pack: pack).blocks.map(\.block)
  }

  /// A document read through, before its claims are put together.
  func outcome(of document: Document, key: String) -> ExtractionOutcome {
    var reading = DocumentReading(document: document, pack: pack)
    let base = BaseAnnotator(reading)
    annotate(&reading, base)
    let hasConfirmed = reading.confirmNames()
    if OwnNames.collect(&reading) {
      annotate(&reading, base)
    } else if hasConfirmed {
      reading.entities = EntityTable()
      annotate(&reading, base)
    }
    let statute = StatuteClaims(&reading, key: key)
    reading.ownRegulation = statute?.own ?? ownRegulation(of: reading)
    let title = TitleFinder.find(in: reading)
    addDocument(title, key: key, to: &reading)
    reading.homeCountry = home(of: reading)
    let binder = ReferenceBinder(reading)
    binder.bind(&reading)
    var drafts = relations(&reading, topic: binder.topic)
    dropSelfCitations(from: &drafts, reading)
    VariantBinder.bind(&reading, drafts: &drafts)
    var agreements = AgreementBinder(topic: binder.topic, instruments: pack.instrumentTypes)
    agreements.bind(&reading, drafts: &drafts)
    AgreementTerms.add(to: &drafts, reading)
    CitationBinder.bind(&reading, drafts: &drafts)
    statute?.apply(to: &drafts, &reading)
    return ExtractionOutcome(
      reading: reading,
      drafts: DraftClaim.withoutNeedlessDefaults(drafts), title: title)
  }

  /// Finds the names in a document.
  func annotate(_ reading: inout DocumentReading, _ base: BaseAnnotator) {
    let first = reading.entities.entities.first
    if first?.entityClass != .document {
      var table = EntityTable()
      _ = table.intern(LocalEntity(entityClass: .document, label: ""), surface: nil)
      for entity in reading.entities.entities { _ = table.intern(entity, surface: nil) }
      for index in reading.ownRecords.indices { reading.ownRecords[index].entity += 1 }
      reading.entities = table
    }
    for number in reading.sentences.indices {
      reading.sentences[number].ruleSpans = reading.sentences[number].mentions.filter {
        $0.origin != nil
      }.map(\.tokens)
      reading.sentences[number].mentions = []
    }
    base.annotate(&reading)
    var rules = MentionReader(pack: pack)
    for number in reading.sentences.indices { rules.read(sentence: number, of: &reading) }
  }

  private func addDocument(
    _ title: TitleFinder.Title, key: String, to reading: inout DocumentReading
  ) {
    let language = reading.language
    reading.entities.update(0) { entity in
      entity.label = title.text
      entity.language = language
      entity.key = "document/\(key)"
      entity.attributes = Self.attributes(reading.document.metadata)
    }
    if let sentence = title.sentence, let tokens = title.tokens {
      reading.sentences[sentence].mentions.append(
        SentenceMention(
          tokens: tokens, entityClass: pack.classes["Document"] ?? 0, entities: [0],
          standing: .inner))
      if tokens == reading.sentences[sentence].tokens {
        reading.sentences[sentence].context = .title
      }
    }
  }

  /// What is known of a document besides its text, by the names of the vocabulary's properties.
  static func attributes(_ metadata: DocumentMetadata) -> [String: [String]] {
    let values: [String: [String?]] = [
      "author": metadata.authors, "published": [metadata.date], "publisher": [metadata.publisher],
      "address": [metadata.url], "publicationType": [metadata.type?.rawValue],
    ]
    return values.mapValues { $0.compactMap(\.self) }.filter { !$0.value.isEmpty }
  }

  /// Drops that the text of a regulation cites itself: in its title block, or as *Undang-Undang ini*.
  private func dropSelfCitations(from drafts: inout [DraftClaim], _ reading: DocumentReading) {
    guard let own = reading.ownRegulation else { return }
    drafts.removeAll { draft in
      draft.claim.predicate.rawValue == "cites" && draft.claim.subject == 0
        && draft.claim.object == .entity(own)
    }
  }

  /// How many blocks the title block of a regulation has at most.
  private static let titleBlocks = 12

  /// The regulation that a document is the text of: the first one named in the title block of a
  /// document that has the parts of a regulation.
  private func ownRegulation(of reading: DocumentReading) -> Int? {
    guard reading.sentences.contains(where: { $0.context == .legalBasis }) else { return nil }
    for sentence in reading.sentences
    where sentence.block < Self.titleBlocks && sentence.context == .heading {
      for mention in sentence.mentions where mention.standing != .dropped {
        if let entity = mention.entities.first,
          reading.entities.entities[entity].entityClass == .regulation
        {
          return entity
        }
      }
    }
    return nil
  }

  /// The country whose language the document is written in, or whose cities it names most.
  private func home(of reading: DocumentReading) -> Substring? {
    if let country = pack.pack.languages.first(where: { $0.tag == reading.language })?.homeCountry {
      return Substring(country)
    }
    var counts: [Substring: Int] = [:]
    for number in reading.sentences.indices {
      for city in reading.cities(inSentence: number) {
        if let country = reading.country(of: city) { counts[country, default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func relations(_ reading: inout DocumentReading, topic: [Int]) -> [DraftClaim] {
    guard var reader = RelationReader(reading, topic: topic) else { return [] }
    for number in reading.sentences.indices { reader.read(sentence: number, of: &reading) }
    reader.readFrames(of: &reading)
    reader.readEach(of: &reading)
    return reader.drafts
  }
}
