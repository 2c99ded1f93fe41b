import Citations
import Claims
import DomainPack

/// Binds what refers to something said elsewhere: *kedua kota*, *program tersebut*, *kota ini*.
///
/// References to agreements are bound later, by ``AgreementBinder``, once their years are known.
struct ReferenceBinder {
  /// The pair that the document is mainly about; empty if it is about none.
  let topic: [Int]
  /// Over how many sentences *kota ini* still means the city at home, whatever other city is named
  /// later, and *kerja sama tersebut* the scheme that was spoken of.
  private static let reach = 2
  /// What *kegiatan ini* can mean.
  private static let activities = ["Program", "Training", "Event"]

  init(_ reading: DocumentReading) { topic = TopicFinder.pairs(in: reading).first ?? [] }

  /// Goes through the document in order and gives every reference what it stands for.
  func bind(_ reading: inout DocumentReading) {
    var pair = topic
    var lastOfClass: [Int32: Int] = [:]
    let home = topic.first { reading.country(of: $0) == reading.homeCountry }
    var lastHome: Int?
    let schemes = Set(
      (reading.pack.pack.words.members["scheme-tags"] ?? []).compactMap { reading.pack.classes[$0] }
    )
    var lastScheme: (entity: Int, sentence: Int)?
    let activities = Set(Self.activities.compactMap { reading.pack.classes[$0] })
    var lastActivity: (entity: Int, entityClass: Int32)?
    var regulations = RegulationsNamed()
    for number in reading.sentences.indices {
      if reading.cities(inSentence: number).count > 1 { lastScheme = nil }
      let order = reading.sentences[number].mentions.indices.sorted {
        reading.sentences[number].mentions[$0].tokens.lowerBound
          < reading.sentences[number].mentions[$1].tokens.lowerBound
      }
      for index in order {
        let mention = reading.sentences[number].mentions[index]
        guard mention.standing != .dropped else { continue }
        if let reference = mention.reference {
          let isHomeNear = lastHome.map { number - $0 <= Self.reach } ?? false
          if let short = mention.short {
            reading.sentences[number].mentions[index].entities =
              regulations.meant(by: short, in: reading).map { [$0] } ?? []
          } else if reference == "activity" {
            guard let lastActivity else { continue }
            reading.sentences[number].mentions[index].entities = [lastActivity.entity]
            reading.sentences[number].mentions[index].entityClass = lastActivity.entityClass
            reading.rebuildItems(ofSentence: number)
          } else if reference == "city", isHomeNear {
            reading.sentences[number].mentions[index].entities = home.map { [$0] } ?? []
          } else if reference == "cooperation", let scheme = lastScheme,
            number - scheme.sentence <= Self.reach
          {
            reading.sentences[number].mentions[index].entities = [scheme.entity]
          } else {
            let words = reading.text(
              mention.tokens, inBlock: reading.sentences[number].block)
            reading.sentences[number].mentions[index].entities = referent(
              reference == "cooperation" ? "agreement" : reference, of: mention, words: words,
              pair: pair, last: lastOfClass, in: &reading)
          }
        } else {
          for entity in mention.entities {
            if reading.entities.entities[entity].entityClass == .agreement {
              let places = Array(
                Set(
                  reading.parties(of: entity).flatMap { reading.entities.follow("place", from: $0) }
                ))
              let areCities = places.allSatisfy {
                reading.entities.entities[$0].entityClass.rawValue == "City"
              }
              if places.count == 2, areCities { pair = places.sorted() }
            }
          }
          if schemes.contains(mention.tag), let entity = mention.entities.last,
            reading.entities.entities[entity].entityClass != .agreement
          {
            lastScheme = (entity, number)
          }
          if let home, mention.entities.contains(home) { lastHome = number }
          if let entity = mention.entities.last {
            lastOfClass[mention.entityClass] = entity
            if activities.contains(mention.entityClass), !schemes.contains(mention.tag) {
              lastActivity = (entity, mention.entityClass)
            }
          }
          for entity in mention.entities { regulations.note(entity, in: reading) }
        }
      }
    }
  }

  private func referent(
    _ reference: String, of mention: SentenceMention, words: String, pair: [Int],
    last: [Int32: Int], in reading: inout DocumentReading
  ) -> [Int] {
    switch reference {
    case "cities": return pair
    case "agreement", "instrument":
      let label = reading.pack.classNames[Int(mention.entityClass)]
      return [
        reading.entities.intern(
          LocalEntity(
            entityClass: .agreement, label: label,
            attributes: ["reference": [reference], AgreementBinder.inText: ["yes"]]),
          surface: words)
      ]
    default: return last[mention.entityClass].map { [$0] } ?? []
    }
  }
}

/// The acts that a document has named so far, the last one of each kind.
private struct RegulationsNamed {
  private var last: [String: (entity: Int, turn: Int)] = [:]
  private var turn = 0

  /// Takes note of a thing that is named, if it is an act.
  mutating func note(_ entity: Int, in reading: DocumentReading) {
    guard let kind = Self.kind(of: entity, in: reading) else { return }
    turn += 1
    last[kind] = (entity, turn)
  }

  /// The act that a short reference means; nil if none of its kind was named.
  ///
  /// In the text of an act *Undang-Undang ini* is that act. What it says of others is read by its
  /// clauses (``StatuteClaims``), not by the rules for sentences that speak of acts; its many
  /// references to these make none there.
  func meant(by short: ShortCitation, in reading: DocumentReading) -> Int? {
    if let own = reading.ownRegulation {
      let isMeant = short.isOwn && Self.kind(of: own, in: reading).map(short.canMean) ?? false
      return isMeant ? own : nil
    }
    return last.filter { short.canMean($0.key) }.max { $0.value.turn < $1.value.turn }?.value.entity
  }

  private static func kind(of entity: Int, in reading: DocumentReading) -> String? {
    let entity = reading.entities.entities[entity]
    guard entity.entityClass == .regulation, let key = entity.key else { return nil }
    return reading.pack.pack.regulationKinds.kindAndPlace(ofKey: key)?.kind.code
  }
}
