import Claims
import DomainPack
import Resolution
import TestSupport
import Testing

/// What documents say of the ends of regulations.
@Suite("Contradictions about the ends of things")
struct EndConflictTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try .ofThePack() }

  /// A claim of a document: `UU/2004/32 repeals UU/1999/22`.
  struct Saying {
    var text: String
    var confidence = 0.8
    var qualifiers: [String: String] = [:]
  }

  /// A document that says these things; `textOf` makes it the text of a regulation.
  private func document(
    _ key: String, textOf own: String? = nil, type: String? = nil, _ sayings: Saying...
  ) -> DocumentClaims {
    var builder = DocumentBuilder(key)
    var acts: [String: Int] = [:]
    func act(_ key: String) -> Int {
      if let known = acts[key] { return known }
      let act = builder.add("Regulation", key, key: key)
      acts[key] = act
      return act
    }
    if let own { builder.claim(0, "about", .entity(act(own))) }
    for saying in sayings {
      let words = saying.text.split(separator: " ").map(String.init)
      builder.claim(
        act(words[0]), words[1], .entity(act(words[2])), qualifiers: saying.qualifiers,
        confidence: saying.confidence)
    }
    var claims = builder.claims
    if let type { claims.entities[0].attributes["publicationType"] = [type] }
    return claims
  }

  /// The deeds that are facts, and the statements of each conflict, the chosen one first.
  private func outcome(_ documents: [DocumentClaims]) -> (facts: [String], conflicts: [[String]]) {
    let graph = Resolver(vocabulary: vocabulary).resolve(documents)
    func key(_ thing: Int) -> String { graph.entities[thing].key ?? graph.entities[thing].path }
    let deeds = ["amends", "repeals", "replaces", "enacts"]
    let facts = graph.facts.filter { deeds.contains($0.predicate.rawValue) }.map { fact in
      guard case .entity(let object) = fact.object else { return "" }
      return "\(key(fact.subject)) \(fact.predicate.rawValue) \(key(object))"
    }
    let conflicts = graph.conflicts.map { conflict in
      ([conflict.chosen] + conflict.claims.filter { !graph.agreesWithChosen($0, of: conflict) })
        .map { position in
          let claim = graph.claims[position]
          guard case .entity(let object) = claim.object, object == conflict.thing else { return "" }
          return "\(key(claim.subject)) \(claim.claim.predicate.rawValue) \(key(object))"
        }
    }
    return (facts.sorted(), conflicts)
  }

  @Test("one source repeals what another one only amends: the better supported is the fact")
  func repealedOrAmended() {
    let found = outcome([
      document("a", Saying(text: "UU/2004/32 repeals UU/1999/22", confidence: 0.9)),
      document("b", Saying(text: "UU/2004/32 amends UU/1999/22", confidence: 0.6)),
    ])
    #expect(found.facts == ["UU/2004/32 repeals UU/1999/22"])
    #expect(found.conflicts == [["UU/2004/32 repeals UU/1999/22", "UU/2004/32 amends UU/1999/22"]])
  }

  @Test("the closing provision of a law outranks a thesis that says it was another law")
  func closingProvision() {
    let found = outcome([
      document(
        "law", textOf: "UU/2004/32", Saying(text: "UU/2004/32 repeals UU/1999/22", confidence: 0.5)),
      document(
        "thesis-a", Saying(text: "UU/2014/23 replaces UU/1999/22", confidence: 0.95)),
      document(
        "thesis-b", Saying(text: "UU/2014/23 replaces UU/1999/22", confidence: 0.95)),
    ])
    #expect(found.facts == ["UU/2004/32 repeals UU/1999/22"])
    #expect(
      found.conflicts == [
        [
          "UU/2004/32 repeals UU/1999/22", "UU/2014/23 replaces UU/1999/22",
          "UU/2014/23 replaces UU/1999/22",
        ]
      ])
  }

  @Test("what is said to have been changed years after its end makes a conflict")
  func changedAfterEnd() {
    let found = outcome([
      document("a", Saying(text: "UU/2004/32 repeals UU/1999/22", confidence: 0.9)),
      document("b", Saying(text: "UU/2008/12 amends UU/1999/22", confidence: 0.7)),
    ])
    #expect(found.facts == ["UU/2004/32 repeals UU/1999/22"])
    #expect(found.conflicts == [["UU/2004/32 repeals UU/1999/22", "UU/2008/12 amends UU/1999/22"]])
  }

  @Test("a law that amends speaks for the life of what a thesis says had ended")
  func amendingLaw() {
    let found = outcome([
      document("a", Saying(text: "UU/2004/32 repeals UU/1999/22", confidence: 0.9)),
      document(
        "law", textOf: "UU/2008/12", Saying(text: "UU/2008/12 amends UU/1999/22", confidence: 0.7)),
    ])
    #expect(found.facts == ["UU/2008/12 amends UU/1999/22"])
    #expect(found.conflicts == [["UU/2008/12 amends UU/1999/22", "UU/2004/32 repeals UU/1999/22"]])
  }

  @Test("of several changes the one that its law states brings down the end, and no other change")
  func severalChanges() {
    let found = outcome([
      document("a", Saying(text: "UU/2004/32 repeals UU/1999/22", confidence: 0.9)),
      document("b", Saying(text: "UU/2009/1 amends UU/1999/22", confidence: 0.5)),
      document("law", textOf: "UU/2008/12", Saying(text: "UU/2008/12 amends UU/1999/22")),
    ])
    #expect(found.facts == ["UU/2008/12 amends UU/1999/22", "UU/2009/1 amends UU/1999/22"])
    #expect(found.conflicts.map(\.last) == ["UU/2004/32 repeals UU/1999/22"])
  }

  @Test("where two laws speak of themselves, what a third source says of a change still falls")
  func ownTexts() {
    let found = outcome([
      document("a", textOf: "UU/2004/32", Saying(text: "UU/2004/32 repeals UU/1999/22")),
      document("b", Saying(text: "UU/2009/1 amends UU/1999/22", confidence: 0.95)),
      document("c", textOf: "UU/2008/12", Saying(text: "UU/2008/12 amends UU/1999/22")),
    ])
    #expect(found.facts == ["UU/2004/32 repeals UU/1999/22", "UU/2008/12 amends UU/1999/22"])
    #expect(
      found.conflicts == [["UU/2004/32 repeals UU/1999/22", "UU/2009/1 amends UU/1999/22"]])
  }

  @Test(
    "finds no contradiction in what can hold together",
    arguments: [
      // An end in other words.
      [("a", "", "UU/2004/32 repeals UU/1999/22"), ("b", "", "UU/2004/32 replaces UU/1999/22")],
      // Changed before, and in the year of, its end.
      [
        ("a", "", "UU/2004/32 repeals UU/1999/22"), ("b", "", "UU/2001/5 amends UU/1999/22"),
        ("c", "", "UU/2004/9 amends UU/1999/22"),
      ],
      // Two laws that each say so of themselves.
      [
        ("a", "UU/2004/32", "UU/2004/32 repeals UU/1999/22"),
        ("b", "UU/2014/23", "UU/2014/23 repeals UU/1999/22"),
      ],
      // An emergency regulation and the law that it became.
      [
        ("a", "", "PERPPU/2004/3 repeals UU/1999/22"), ("b", "", "UU/2005/8 repeals UU/1999/22"),
        ("c", "", "UU/2005/8 enacts PERPPU/2004/3"),
      ],
      // Of another one.
      [("a", "", "UU/2004/32 repeals UU/1999/22"), ("b", "", "UU/2004/33 repeals UU/1999/25")],
    ])
  func compatible(documents: [(key: String, own: String, says: String)]) {
    let found = outcome(
      documents.map {
        document($0.key, textOf: $0.own.isEmpty ? nil : $0.own, Saying(text: $0.says))
      })
    #expect(found.conflicts == [])
    #expect(found.facts == documents.map(\.says).sorted())
  }

  @Test("what ends a part only contradicts nothing", arguments: ["article", "scope"])
  func partial(qualifier: String) {
    let found = outcome([
      document(
        "a",
        Saying(text: "UU/2004/32 repeals UU/1999/22", qualifiers: [qualifier: "Pasal 9"])),
      document(
        "b", Saying(text: "UU/2004/32 amends UU/1999/22"),
        Saying(text: "UU/2014/23 repeals UU/1999/22")),
    ])
    #expect(found.conflicts == [] && found.facts.count == 3)
  }

  @Test("a report about a law is no text of it")
  func report() {
    let found = outcome([
      document(
        "report", textOf: "UU/2014/23", type: "report",
        Saying(text: "UU/2014/23 repeals UU/1999/22", confidence: 0.6)),
      document("b", Saying(text: "UU/2004/32 repeals UU/1999/22", confidence: 0.9)),
    ])
    #expect(found.facts == ["UU/2004/32 repeals UU/1999/22"])
    #expect(found.conflicts.count == 1)
  }

  @Test("what a person confirmed stands before the text of a law")
  func decided() throws {
    let documents = [
      document("law", textOf: "UU/2004/32", Saying(text: "UU/2004/32 repeals UU/1999/22")),
      document("thesis", Saying(text: "UU/2014/23 replaces UU/1999/22", confidence: 0.3)),
    ]
    let decisions = try Decisions.load(
      """
      - confirm: {subject: regulation/uu/2014/23, predicate: replaces, object: regulation/uu/1999/22}
      """, file: "d.yaml", vocabulary: vocabulary)
    let graph = Resolver(vocabulary: vocabulary).resolve(documents, decisions: decisions.entries)
      .graph
    #expect(graph.facts("replaces") == ["regulation/uu/2014/23 regulation/uu/1999/22"])
    #expect(graph.facts("repeals") == [] && graph.conflicts.count == 1)
  }

  @Test("the order of the documents changes nothing")
  func order() {
    let documents = [
      document("a", Saying(text: "UU/2004/32 repeals UU/1999/22")),
      document("b", Saying(text: "UU/2014/23 repeals UU/1999/22")),
      document("c", Saying(text: "UU/2015/9 amends UU/1999/22")),
    ]
    let graphs = [documents, documents.reversed()].map {
      Resolver(vocabulary: vocabulary).resolve($0)
    }
    #expect(graphs[0] == graphs[1])
  }
}
