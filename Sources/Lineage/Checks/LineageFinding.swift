import Claims
public import Diagnostics
public import DomainPack

/// Something in a lineage that does not fit together.
public struct LineageFinding: Hashable, Sendable {
  /// What is found.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something cites an act, or rests on it, after the act has ended.
    case citedAfterEnd = "cited-after-end"
    /// An act rests on one that ranks below it.
    case restsOnLower = "rests-on-lower"
    /// An act acts upon one that is younger.
    case restsOnLater = "rests-on-later"
    /// Acts rest on each other in a circle.
    case cycle
    /// An act that is still cited rests on one that has ended.
    case endedRoot = "ended-root"
    /// Documents contradict each other about what is done to an act.
    case contradiction
    /// An act is said to have ended before it came into force.
    case endBeforeBegin = "end-before-begin"
    /// An act that is cited is in no document and not in the table of known acts.
    case gap
  }

  /// What is found.
  public var kind: Kind
  /// Warnings deserve a person's look; notes tell what is not known.
  public var severity: Severity
  /// What is wrong, with the names of the things.
  public var message: Message
  /// The things concerned, the one that the finding is about first.
  public var things: [Int]
  /// The claims that make it: places among those of the graph, without repetition.
  public var claims: [Int]
}

/// Looks for what does not fit together in a lineage.
///
/// ```swift
/// for finding in LineageCheck(graph, vocabulary: vocabulary).findings() { print(finding.message.english) }
/// ```
public struct LineageCheck: Sendable {
  let graph: LineageGraph
  /// When each act has ended, and by what; filled once.
  let ends: [Validity.Bound?]
  private let vocabulary: Vocabulary

  /// A check of a graph; the vocabulary tells what relations are called.
  ///
  /// - Complexity: O(acts + relations + claims).
  public init(_ graph: LineageGraph, vocabulary: Vocabulary) {
    self.graph = graph
    self.vocabulary = vocabulary
    ends = (0..<graph.count).map {
      graph.kinds[$0] == .regulation ? graph.validity(of: $0).until : nil
    }
  }

  /// All findings, kind by kind, each kind in order of the things.
  ///
  /// - Complexity: O(things + relations + claims) and the sorting of the claims behind findings.
  public func findings() -> [LineageFinding] {
    citationsAfterEnd() + ranks() + ages() + cycles() + endedRoots() + contradictions()
      + endsBeforeBegin() + gaps()
  }

  // MARK: Parts of messages

  func message(_ english: (MessageLanguage) -> String, _ indonesian: (MessageLanguage) -> String)
    -> Message
  {
    Message(en: english(.english), id: indonesian(.indonesian))
  }

  /// A thing by its short name, with its date where one is known.
  func name(_ thing: Int, _ language: MessageLanguage) -> String {
    graph.kinds[thing] == .regulation
      ? graph.shortName(of: thing, in: language)
      : graph.label(of: thing, in: language) + (date(of: thing).map { " (\($0))" } ?? "")
  }

  /// What a relation is called.
  func verb(_ relation: LineageRelation, _ language: MessageLanguage) -> String {
    guard let caption = vocabulary.description(of: Predicate(rawValue: relation.name))?.label else {
      return relation.name
    }
    return language == .english ? caption.english : caption.indonesian
  }

  /// How an act ended: *ended on 2014-10-02, repealed by UU 23/2014*.
  func told(_ end: Validity.Bound, _ language: MessageLanguage) -> String {
    let act = end.act.map { graph.shortName(of: $0, in: language) }
    let verb: Message =
      switch end.reason {
      case .replaced: Message(en: "replaced by", id: "digantikan oleh")
      case .stated, .known, .effect, .promulgated, .enacted, .repealed:
        Message(en: "repealed by", id: "dicabut dengan")
      }
    let by = act.map { ", \(verb.text(in: language)) \($0)" } ?? ""
    return Message(en: "ended on \(end.date)\(by)", id: "berakhir pada \(end.date)\(by)")
      .text(in: language)
  }

  /// When a thing came about: an act's begin or the year of its number, an agreement's signing or
  /// the begin of its time, a document's date; nil if nothing tells.
  func date(of thing: Int) -> LineageDate? {
    if graph.kinds[thing] == .regulation {
      return graph.beginDate(of: thing)?.date
        ?? graph.keyYear(of: thing).map { LineageDate(year: $0) }
    }
    let roles: [LineageVocabulary.DateRole] = [.signed, .period, .published]
    return roles.lazy.compactMap { graph.dates.stated[$0.rawValue][thing].orNil }.first
  }

  /// The claims behind a relation, the best first.
  func claims(_ relation: LineageRelation, from subject: Int, to object: Int) -> [Int] {
    graph.change(relation, from: subject, to: object)?.claims ?? []
  }

  /// Claims without repetition, in their order.
  static func unique(_ claims: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return claims.filter { seen.insert($0).inserted }
  }

  /// Whether something came about after an act had ended, whatever the unknown parts of both dates.
  func isAfterEnd(_ end: Validity.Bound, _ thing: Int) -> Bool {
    guard thing != end.act, let date = date(of: thing) else { return false }
    return end.date.isBefore(date)
  }

  /// The claims that tell of an act's end.
  func claims(of end: Validity.Bound, ending act: Int) -> [Int] {
    if !end.claims.isEmpty { return end.claims }
    guard let other = end.act else { return [] }
    return claims(.repeals, from: other, to: act) + claims(.replaces, from: other, to: act)
  }
}
