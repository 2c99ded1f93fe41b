import Citations
import Claims
import Documents
import DomainPack

/// Makes claims of what a regulation's own text says that it does to other acts.
///
/// In the text of a regulation these take the place of what rules find between two acts: the rules
/// see sentences, while a clause of a regulation runs over the items of a list.
struct StatuteClaims {
  /// The classes of claims that the clauses of a regulation decide, by predicate.
  private static let decided = Set(StatuteRelation.Kind.allCases.map(\.rawValue))
  /// Longest passage given as evidence for a clause, in bytes; of a longer one the item that names
  /// the act is given.
  private static let longestPassage = 1500

  let statute: Statute
  let text: StatuteText
  /// Position of the act among the document's things.
  let own: Int

  /// Reads the document as a regulation; nil if it is the text of none.
  ///
  /// - Parameters:
  ///   - reading: the document, to whose things the act is added.
  ///   - key: the document's key, which names the act where a copy has lost its title block:
  ///     `pp/1984/8`.
  init?(_ reading: inout DocumentReading, key: String) {
    var text = StatuteText()
    for (number, read) in reading.blocks.enumerated() {
      let kind: StatuteText.BlockKind =
        switch read.block.kind {
        case .heading: .heading
        case .listItem: .item
        case .paragraph, .tableRow, .note, .bibliographyEntry, .caption, .quotation: .other
        }
      text.append(read.block.text.bytes, kind, number: number)
    }
    guard let statute = reading.pack.statutes.statute(in: text, path: key),
      let own = reading.intern(statute.own, of: statute, in: text)
    else { return nil }
    self.statute = statute
    self.text = text
    self.own = own
  }

  /// Puts the regulation's own clauses in the place of what rules found.
  func apply(to drafts: inout [DraftClaim], _ reading: inout DocumentReading) {
    let entities = reading.entities.entities
    drafts.removeAll { draft in
      guard Self.decided.contains(draft.claim.predicate.rawValue),
        case .entity(let object) = draft.claim.object,
        entities[object].entityClass == .regulation
      else { return false }
      // A thing that no word of the sentence names is one that rules take for granted in texts about
      // cooperation; laws are about anything.
      return entities[draft.claim.subject].entityClass == .regulation
        || !reading.sentences[draft.sentence].mentions.contains {
          $0.standing != .dropped && $0.entities.contains(draft.claim.subject)
        }
    }
    if statute.own.place == nil { dropDeeds(from: &drafts, reading) }
    for relation in statute.relations {
      if let draft = draft(of: relation, &reading) { drafts.append(draft) }
    }
    drafts += dates(reading)
  }

  /// Drops what the articles and the explanation of an act for the whole country seem to say of
  /// deeds: a norm tells what anybody is to do, and nothing that somebody did.
  private func dropDeeds(from drafts: inout [DraftClaim], _ reading: DocumentReading) {
    let deeds = Set(reading.pack.pack.words.members["unsaid-by-norms"] ?? [])
    var norms: Set<Int> = []
    for position in text.blocks.indices {
      let start = text.range(ofBlock: position).lowerBound
      let part = statute.parts.last { $0.range.lowerBound <= start }?.part
      if part == .body || part == .elucidation { norms.insert(text.blocks[position].number) }
    }
    drafts.removeAll { draft in
      deeds.contains(draft.claim.predicate.rawValue)
        && norms.contains(reading.sentences[draft.sentence].block)
    }
  }

  private func draft(
    of relation: StatuteRelation, _ reading: inout DocumentReading
  ) -> DraftClaim? {
    guard let object = reading.intern(relation.object, of: statute, in: text) else { return nil }
    var subject = own
    if let other = relation.subject {
      guard let position = reading.intern(other, of: statute, in: text) else { return nil }
      subject = position
    }
    guard subject != object else { return nil }
    let block = text.block(at: relation.object.byteRange.lowerBound)
    let range =
      relation.clause.count <= Self.longestPassage ? relation.clause : text.range(ofBlock: block)
    var claim = Claim(
      subject: subject, predicate: Predicate(rawValue: relation.kind.rawValue),
      object: .entity(object), confidence: relation.isReason ? 0.9 : 0.97,
      rule: "regulation-documents/\(relation.kind.rawValue)",
      evidence: evidence(range, reading))
    if relation.subject == nil, relation.kind != .basedOn || statute.inForce != nil {
      claim.period = (statute.inForce ?? statute.promulgated ?? statute.enacted)?.day
    }
    if let scope = relation.scope {
      claim.qualifiers["scope"] = words(scope)
    } else if !relation.articles.isEmpty {
      claim.qualifiers["article"] = relation.articles.joined(separator: ", ")
    }
    if let repair = relation.object.repair { claim.qualifiers["repair"] = "\(repair)" }
    return DraftClaim(claim: claim, sentence: sentence(atBlock: block, reading))
  }

  private func dates(_ reading: DocumentReading) -> [DraftClaim] {
    let found: [(StatuteDate?, String)] = [
      (statute.enacted, "signedOn"), (statute.promulgated, "publishedOn"),
      (statute.inForce, "inForceFrom"),
    ]
    return found.compactMap { date, predicate in
      date.map { date in
        DraftClaim(
          claim: Claim(
            subject: own, predicate: Predicate(rawValue: predicate),
            object: .value(date.day, .date),
            confidence: 0.95, rule: "regulation-documents/\(predicate)",
            evidence: evidence(date.range, reading)),
          sentence: sentence(atBlock: text.block(at: date.range.lowerBound), reading))
      }
    }
  }

  /// Words of the text, at most 200 bytes, white space folded.
  private func words(_ range: Range<Int>) -> String {
    let bytes = text.bytes[range].drop {
      $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
    }
    return String(decoding: bytes.prefix(200), as: UTF8.self).split(
      whereSeparator: \.isWhitespace
    )
    .joined(separator: " ")
  }

  /// The passage that a range of the joined text stands for.
  private func evidence(_ range: Range<Int>, _ reading: DocumentReading) -> Evidence {
    let first = text.block(at: range.lowerBound)
    let last = text.block(at: max(range.lowerBound, range.upperBound - 1))
    let from = source(range.lowerBound..<range.upperBound, inBlock: first, reading)
    let passage =
      first == last ? from : from.union(source(range, inBlock: last, reading))
    let block = reading.blocks[text.blocks[first].number].block
    return Evidence(
      passage: passage, quote: reading.document.quote(passage), page: block.page, part: block.part)
  }

  private func source(
    _ range: Range<Int>, inBlock position: Int, _ reading: DocumentReading
  ) -> SourceRange {
    let block = text.range(ofBlock: position)
    let part = range.clamped(to: block)
    return reading.blocks[text.blocks[position].number].block.text.sourceRange(
      of: part.lowerBound - block.lowerBound..<part.upperBound - block.lowerBound)
  }

  private func sentence(atBlock position: Int, _ reading: DocumentReading) -> Int {
    let number = text.blocks[position].number
    return reading.sentences.firstIndex { $0.block == number } ?? 0
  }
}

extension DocumentReading {
  /// The position of a cited act among the document's things; nil if its place is unknown.
  ///
  /// The local acts that a local regulation cites without a place are those of its own place.
  fileprivate mutating func intern(
    _ citation: Citation, of statute: Statute, in text: StatuteText
  ) -> Int? {
    let surface = String(decoding: text.bytes[citation.byteRange], as: UTF8.self)
    guard
      let entity = regulation(citation, place: statute.own.place, surface: surface)
    else { return nil }
    return entities.intern(entity, surface: surface.contains("\n") ? nil : surface)
  }
}
