import Diagnostics
import Mapping
import RDF

/// The facts of a graph by what they are about, and the passages behind them.
struct FactTable {
  /// A thing and a predicate.
  struct Place: Hashable, Comparable {
    var subject: String
    var predicate: String

    static func < (left: Place, right: Place) -> Bool {
      left.subject == right.subject
        ? left.predicate.utf8.lexicographicallyPrecedes(right.predicate.utf8)
        : left.subject.utf8.lexicographicallyPrecedes(right.subject.utf8)
    }
  }

  private struct Statement: Hashable {
    var place: Place
    var object: Term
  }

  /// By IRI of a thing: the local name of its class.
  private(set) var classes: [String: String] = [:]
  private(set) var facts: [Place: Set<Term>] = [:]
  private var labels: [String: String] = [:]
  private var passages: [Statement: [FactDifference.Passage]] = [:]

  init(_ graph: GraphFile, language: MessageLanguage) {
    var labelsByLanguage: [String: [(tag: String?, text: String)]] = [:]
    for triple in graph.facts {
      guard case .namedNode(let subject) = triple.subject else { continue }
      if triple.predicate == RDFVocabulary.type {
        if let type = triple.object.namedNode?.iri, type.hasPrefix(SMP.namespace) {
          classes[subject.iri] = Self.localName(type)
        }
      } else if triple.predicate == RDFS.label, let label = triple.object.literal {
        labelsByLanguage[subject.iri, default: []].append((label.language, label.lexicalForm))
      }
    }
    labels = labelsByLanguage.compactMapValues { labels in
      (labels.first { $0.tag == language.rawValue } ?? labels.first)?.text
    }
    let conflict = Self.localName(SMP.conflict.iri)
    for triple in graph.facts where triple.predicate.iri.hasPrefix(SMP.namespace) {
      guard case .namedNode(let subject) = triple.subject, classes[subject.iri] != conflict else {
        continue
      }
      facts[Place(subject: subject.iri, predicate: triple.predicate.iri), default: []]
        .insert(triple.object)
    }
    classes = classes.filter { $0.value != conflict }
    for claim in graph.claims {
      guard let subject = claim.subject?.namedNode?.iri, let predicate = claim.predicate,
        let object = claim.object
      else { continue }
      let quote = claim.properties[SMP.quote.iri]?.literal?.lexicalForm ?? ""
      let statement = Statement(
        place: Place(subject: subject, predicate: predicate), object: object)
      passages[statement, default: []].append(
        FactDifference.Passage(document: claim.graph, quote: quote))
    }
  }

  /// The things that satisfy a condition, in order of their IRIs.
  func things(_ isWanted: (String) -> Bool) -> [FactDifference.Thing] {
    classes.keys.filter(isWanted)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(thing)
  }

  /// Objects of one place in an order that does not change.
  func sorted(_ objects: Set<Term>) -> [Term] {
    objects.map { (text: Self.text($0), object: $0) }
      .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }.map(\.object)
  }

  func fact(_ place: Place, _ object: Term) -> FactDifference.Fact {
    var behind = passages[Statement(place: place, object: object)] ?? []
    // A fact of a symmetric predicate stands both ways, and its claim one way.
    if behind.isEmpty, let end = object.namedNode {
      let turned = Place(subject: end.iri, predicate: place.predicate)
      behind =
        passages[
          Statement(place: turned, object: .namedNode(NamedNode(unchecked: place.subject)))] ?? []
    }
    return FactDifference.Fact(
      subject: thing(place.subject), predicate: Self.localName(place.predicate),
      object: object.namedNode.map { .thing(thing($0.iri)) } ?? .value(Self.text(object)),
      passages: behind.sorted { left, right in
        left.document == right.document
          ? left.quote.utf8.lexicographicallyPrecedes(right.quote.utf8)
          : left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
      })
  }

  private func thing(_ iri: String) -> FactDifference.Thing {
    FactDifference.Thing(
      iri: iri, label: labels[iri] ?? Self.localName(iri), class: classes[iri])
  }

  private static func localName(_ iri: String) -> String {
    String(
      iri[(iri.lastIndex { $0 == "#" || $0 == "/" }.map(iri.index(after:)) ?? iri.startIndex)...])
  }

  /// A value as it is written, with its language or, where it is no plain text, its datatype.
  private static func text(_ term: Term) -> String {
    guard let literal = term.literal else {
      var bytes: [UInt8] = []
      CanonicalTerm.append(term, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return literal.language.map { "\(literal.lexicalForm) (\($0))" } ?? literal.lexicalForm
  }
}
