import Claims
public import Diagnostics
public import DomainPack

/// The words of reports: those of the pack for relations, and the fixed ones, in one language.
public struct LineageWords: Sendable {
  /// The language.
  public let language: MessageLanguage
  private var captions: [LineageRelation: (forth: String, back: String)] = [:]

  /// The words in a language.
  ///
  /// - Parameters:
  ///   - vocabulary: tells what relations are called.
  ///   - language: the language.
  public init(vocabulary: Vocabulary, language: MessageLanguage) {
    self.language = language
    for relation in LineageRelation.allCases {
      let description = vocabulary.description(of: Predicate(rawValue: relation.name))
      func text(_ caption: Caption?) -> String? {
        guard let caption else { return nil }
        return language == .english ? caption.english : caption.indonesian
      }
      let forth = text(description?.label) ?? relation.name
      captions[relation] = (forth, text(description?.inverseLabel) ?? "← \(forth)")
    }
  }

  /// A text in the language.
  func say(_ english: String, _ indonesian: String) -> String {
    Message(en: english, id: indonesian).text(in: language)
  }

  /// What a relation is called: *repeals*, or read from its object *repealed by*.
  func caption(_ relation: LineageRelation, _ direction: Trace.Direction) -> String {
    guard let caption = captions[relation] else { return relation.name }
    return direction == .up ? caption.forth : caption.back
  }

  /// Several relations between the same two: *repeals, replaces*.
  func captions(_ relations: LineageRelations, _ direction: Trace.Direction) -> String {
    relations.all.map { caption($0, direction) }.joined(separator: ", ")
  }

  /// What stands for so many: *… 37 more*.
  func more(_ count: Int) -> String { say("… \(count) more", "… \(count) lagi") }

  /// The time in which an act is in force: `2004-10-15 – 2014-10-02`; nil if nothing is known of it.
  func span(_ validity: Validity) -> String? {
    span(from: validity.from?.date, until: validity.until?.date)
  }

  /// The time between two dates, of which either may not be known; nil if neither is.
  func span(from: LineageDate?, until: LineageDate?) -> String? {
    guard from != nil || until != nil else { return nil }
    return "\(from.map { "\($0)" } ?? "?") –" + (until.map { " \($0)" } ?? "")
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .note: say("note", "catatan")
    case .warning: say("warning", "peringatan")
    case .error: say("error", "galat")
    }
  }

  func state(_ state: Validity.State) -> String {
    switch state {
    case .inForce: say("in force", "berlaku")
    case .notYet: say("not yet in force", "belum berlaku")
    case .ended: say("no longer in force", "tidak berlaku lagi")
    case .unknown: say("not known whether in force", "tidak diketahui apakah berlaku")
    }
  }

  /// Why an end is where it is; `other` is the act that brought it about.
  func reason(_ bound: Validity.Bound, other: String?) -> String {
    switch bound.reason {
    case .stated: say("stated by a document", "dinyatakan dalam dokumen")
    case .known:
      other.map {
        say("ended by \($0), by the domain pack", "diakhiri oleh \($0), menurut paket domain")
      }
        ?? say("by the domain pack", "menurut paket domain")
    case .effect:
      say(
        "the day on which it takes effect on other acts",
        "hari berlakunya akibat terhadap peraturan lain")
    case .promulgated: say("the day of its promulgation", "hari pengundangannya")
    case .enacted: say("the day of its enactment", "hari penetapannya")
    case .repealed: say("repealed by \(other ?? "?")", "dicabut dengan \(other ?? "?")")
    case .replaced:
      say(
        "replaced by \(other ?? "?"); no repeal is stated",
        "digantikan oleh \(other ?? "?"); pencabutan tidak dinyatakan")
    }
  }
}
