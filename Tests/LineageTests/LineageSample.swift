import Lineage
import RDF
import TestSupport

/// A dataset as a build writes it, made by hand or at random.
struct LineageSample {
  private(set) var quads: [Quad] = []
  private var claimCount = 0
  private var typed: Set<String> = []

  static let base = "https://w3id.org/simpul/id/"
  static let namespace = "https://w3id.org/simpul/ns#"

  init() {}

  private static func term(_ name: String) -> NamedNode { NamedNode(unchecked: namespace + name) }

  /// The IRI of an act.
  static func iri(_ key: String) -> String {
    let parts = key.lowercased().split(separator: "/")
    return "\(base)regulation/\(parts.joined(separator: "/"))"
  }

  /// Says something in the default graph.
  mutating func say(_ subject: String, _ predicate: String, _ object: Term) {
    let predicate =
      predicate.contains("://")
      ? NamedNode(unchecked: predicate) : Self.term(predicate)
    quads.append(
      Quad(Triple(.namedNode(NamedNode(unchecked: subject)), predicate, object)))
  }

  /// A thing of a class with a caption.
  mutating func add(_ iri: String, _ className: String, label: String) {
    guard typed.insert(iri).inserted else { return }
    say(iri, RDFVocabulary.type.iri, .namedNode(Self.term(className)))
    say(iri, RDFS.label.iri, .literal(Literal(label, language: "id")))
  }

  /// An act.
  mutating func addAct(_ key: String) {
    let iri = Self.iri(key)
    guard !typed.contains(iri) else { return }
    add(iri, "Regulation", label: key)
    say(iri, "regulationKey", .literal(Literal(key)))
  }

  /// A fact between two acts, and a claim of a document behind it.
  mutating func relate(
    _ from: String, _ relation: String, _ to: String, date: String? = nil, articles: String? = nil,
    document: String = "skripsi", quote: String? = nil
  ) {
    addAct(from)
    addAct(to)
    state(
      Self.iri(from), relation, Self.iri(to), date: date, articles: articles, document: document,
      quote: quote)
  }

  /// A fact between two things, and a claim of a document behind it.
  mutating func state(
    _ subject: String, _ relation: String, _ object: String, date: String? = nil,
    articles: String? = nil, document: String = "skripsi", quote: String? = nil
  ) {
    say(subject, relation, .namedNode(NamedNode(unchecked: object)))
    claim(
      subject, relation, .namedNode(NamedNode(unchecked: object)), date: date, articles: articles,
      document: document, quote: quote)
  }

  /// A claim of a document, whether it makes a fact or not.
  mutating func claim(
    _ subject: String, _ relation: String, _ object: Term, date: String? = nil,
    articles: String? = nil, document: String = "skripsi", quote: String? = nil
  ) {
    claimCount += 1
    let claim = Subject.namedNode(NamedNode(unchecked: "\(Self.base)claim/\(claimCount)"))
    let graph = NamedNode(unchecked: Self.document(document))
    var parts: [(NamedNode, Term)] = [
      (RDFVocabulary.type, .namedNode(Self.term("Claim"))),
      (RDFVocabulary.subject, .namedNode(NamedNode(unchecked: subject))),
      (RDFVocabulary.predicate, .namedNode(Self.term(relation))),
      (RDFVocabulary.object, object),
      (Self.term("quote"), .literal(Literal(quote ?? "kutipan \(claimCount)"))),
      (
        Self.term("fromPassage"),
        .namedNode(NamedNode(unchecked: "\(Self.document(document))#char=\(claimCount),9999"))
      ),
      (Self.term("rule"), .literal(Literal("tests/rule"))),
      (Self.term("confidence"), .literal(Literal("0.90", datatype: XSD.decimal))),
    ]
    if let date { parts.append((Self.term("period"), .literal(Literal(date)))) }
    if let articles {
      parts.append((Self.term("qualifier"), .literal(Literal("article=\(articles)"))))
    }
    for (predicate, object) in parts {
      quads.append(Quad(Triple(claim, predicate, object), in: .namedNode(graph)))
    }
  }

  /// A conflict of claims, by their numbers from 1.
  mutating func addConflict(claims: [Int], chosen: Int) {
    let conflict = "\(Self.base)conflict/\(claims.map(String.init).joined(separator: "-"))"
    func claim(_ number: Int) -> Term {
      .namedNode(NamedNode(unchecked: "\(Self.base)claim/\(number)"))
    }
    say(conflict, RDFVocabulary.type.iri, .namedNode(Self.term("Conflict")))
    for number in claims { say(conflict, "conflictClaim", claim(number)) }
    say(conflict, "chosenClaim", claim(chosen))
  }

  /// The IRI of a document.
  static func document(_ name: String) -> String { "\(base)document/\(name)" }

  /// A document; as the text of an act it is about it and is legislation.
  mutating func addDocument(_ name: String, textOf act: String? = nil) {
    let iri = Self.document(name)
    add(iri, "Document", label: name)
    let file = name.split(separator: "/").last ?? ""
    say(iri, "fileName", .literal(Literal("\(file).txt")))
    guard let act else { return }
    addAct(act)
    say(iri, "publicationType", .literal(Literal("legislation")))
    say(iri, "about", .namedNode(NamedNode(unchecked: Self.iri(act))))
  }

  // MARK: At random

  /// Acts with relations at random: most to earlier acts, some against time, so that there are
  /// cycles, and chains through many acts.
  ///
  /// - Parameters:
  ///   - acts: how many.
  ///   - edges: relations from each act on average.
  ///   - chain: the length of chains in which each act amends the one before it.
  ///   - backward: one of so many relations leads to a later act.
  ///   - generator: where chance comes from.
  /// - Returns: the dataset, and its relations by the numbers of the acts.
  static func random(
    acts: Int, edges: Int, chain: Int, backward: Int = 20, generator: inout SeededGenerator
  ) -> (sample: LineageSample, edges: [(from: Int, relation: LineageRelation, to: Int)]) {
    var sample = LineageSample()
    var made: [(from: Int, relation: LineageRelation, to: Int)] = []
    let relations = LineageRelation.ofDescent
    for act in 0..<acts { sample.addAct(key(act)) }
    func add(_ from: Int, _ relation: LineageRelation, _ to: Int) {
      guard from != to else { return }
      made.append((from, relation, to))
      sample.say(
        iri(key(from)), relation.name, .namedNode(NamedNode(unchecked: iri(key(to)))))
    }
    for act in 1..<acts {
      if chain > 1, act % chain != 0 { add(act, .amends, act - 1) }
      for _ in 0..<edges {
        let other = generator.below(act)
        let relation = relations[generator.below(relations.count)]
        generator.below(backward) == 0 ? add(other, relation, act) : add(act, relation, other)
      }
    }
    return (sample, made)
  }

  /// The key of the act with a number.
  static func key(_ number: Int) -> String { "UU/\(1945 + number % 80)/\(number)" }
}
