import DomainPack
import RDF

/// Writes answers as JSON, nothing folded.
public struct JSONReport: Sendable {
  let graph: LineageGraph
  let words: LineageWords

  /// A report on a graph; the words tell the language of captions.
  public init(_ graph: LineageGraph, words: LineageWords) {
    self.graph = graph
    self.words = words
  }

  /// The answer as one JSON object that ends with a line feed.
  public func json(_ answer: LineageAnswer) -> [UInt8] {
    var out = JSONWriter()
    let node = answer.question.node
    out.object { out in
      out.name("regulation")
      write([node], to: &out)
      out.member("on", "\(answer.version.day)")
      out.member("state", answer.version.state.rawValue)
      out.member("inItsPlace", answer.version.inItsPlace.map(name))
      out.name("validity")
      out.object { out in
        for (name, bound) in [("from", answer.validity.from), ("until", answer.validity.until)] {
          guard let bound else { continue }
          out.name(name)
          write(bound, to: &out)
        }
        out.member("notBefore", answer.validity.earliestYear)
      }
      out.name("changes")
      out.array { write(answer.version.changes, to: &$0) }
      out.name("laterChanges")
      out.array { write(answer.version.laterChanges, to: &$0) }
      let conflicts = graph.conflicts(about: node)
      if !conflicts.isEmpty {
        out.name("conflicts")
        out.array(conflicts) { write($1, on: node, to: &$0) }
      }
      for trace in answer.traces {
        out.name(trace.direction.rawValue)
        write(trace, to: &out)
      }
      if answer.question.directions.contains(.down) {
        out.name("hanging")
        write(answer.hanging, to: &out)
      }
    }
    return out.take() + [0x0A]
  }

  /// The term of the key of an act, of its IRI if it has none.
  private func keyTerm(_ node: Int) -> TermDictionary.ID {
    graph.keys[node] == 0 ? graph.nodeTerms[node] : graph.keys[node]
  }

  /// The key of an act, its IRI if it has none.
  private func name(_ node: Int) -> String { graph.key(of: node) ?? graph.iri(of: node) }

  /// Acts with everything that is said of each alone, one object each.
  ///
  /// - Parameters:
  ///   - acts: the acts, in order.
  ///   - depths: how far each is from what was asked about; empty where nothing was.
  ///   - out: where they are written.
  func write(_ acts: some Collection<Int>, depths: [Int] = [], to out: inout JSONWriter) {
    var ids: [TermDictionary.ID] = []
    ids.reserveCapacity(2 * acts.count)
    for act in acts {
      ids.append(graph.keys[act])
      ids.append(graph.nodeTerms[act])
    }
    let names = TermTexts(ids, in: graph.terms)
    for (place, act) in acts.enumerated() {
      out.object { out in
        member("key", names[2 * place], to: &out)
        member("iri", names[2 * place + 1], to: &out)
        describe(act, to: &out)
        out.member("depth", depths.isEmpty ? nil : depths[place])
      }
    }
  }

  private func describe(_ act: Int, to out: inout JSONWriter) {
    let language = words.language
    let end = graph.end(of: act)
    out.member("name") {
      graph.appendShortName(of: act, in: language, to: &$0)
      return true
    }
    out.member("label") {
      graph.appendLabel(of: act, in: language, to: &$0)
      return true
    }
    out.member("title") { graph.appendTitle(of: act, in: language, to: &$0) }
    out.member("rank", graph.rank(of: act))
    member("from", graph.beginDate(of: act)?.date, to: &out)
    member("until", end?.date, to: &out)
    out.member("endedBy", end?.act.map(name))
    out.member("page") { graph.appendPage(of: act, to: &$0) }
  }

  private func member(_ name: StaticString, _ date: LineageDate?, to out: inout JSONWriter) {
    guard let date else { return }
    out.member(name) {
      date.append(to: &$0)
      return true
    }
  }

  private func write(_ bound: Validity.Bound, to out: inout JSONWriter) {
    out.object { out in
      out.member("date", "\(bound.date)")
      out.member("reason", bound.reason.rawValue)
      out.member("act", bound.act.map(name))
      write(sources: bound.claims, to: &out)
    }
  }

  /// What acts do to others, one object each.
  func write(_ changes: [LineageChange], to out: inout JSONWriter) {
    var ends: [TermDictionary.ID] = []
    var claims: [Int] = []
    for change in changes {
      ends.append(keyTerm(change.subject))
      ends.append(keyTerm(change.object))
      claims.append(contentsOf: change.claims)
    }
    let keys = TermTexts(ends, in: graph.terms)
    let sources = ClaimTexts(claims, in: graph)
    var next = 0
    for (place, change) in changes.enumerated() {
      let claims = next..<next + change.claims.count
      next = claims.upperBound
      out.object { out in
        member("from", keys[2 * place], to: &out)
        out.member("relation", change.relation.name)
        member("to", keys[2 * place + 1], to: &out)
        member("date", change.date, to: &out)
        if !change.articles.isEmpty {
          out.name("articles")
          out.array(change.articles) { $0.string($1) }
        }
        write(sources: change.claims, sources, from: claims.lowerBound, to: &out)
      }
    }
  }

  private func write(_ conflict: LineageConflict, on act: Int, to out: inout JSONWriter) {
    out.object { out in
      if let taken = conflict.taken {
        out.name("taken")
        write(taken, on: act, to: &out)
      }
      out.name("notTaken")
      out.array(conflict.others) { write($1, on: act, to: &$0) }
    }
  }

  private func write(_ deed: LineageConflict.Deed, on act: Int, to out: inout JSONWriter) {
    out.object { out in
      member("from", keyTerm(deed.subject), to: &out)
      out.member("relation", deed.relation.name)
      member("to", keyTerm(act), to: &out)
      write(sources: deed.claims, to: &out)
    }
  }

  /// The passages behind something; nothing where there are none.
  func write(sources claims: [Int], to out: inout JSONWriter) {
    write(sources: claims, ClaimTexts(claims, in: graph), from: 0, to: &out)
  }

  /// The passages behind something, whose texts stand from a place on; nothing where there are none.
  private func write(
    sources claims: [Int], _ texts: ClaimTexts, from start: Int, to out: inout JSONWriter
  ) {
    guard !claims.isEmpty else { return }
    out.name("sources")
    out.array(claims.indices) { out, index in
      write(source: claims[index], texts, at: start + index, to: &out)
    }
  }

  /// The bytes of the terms are copied, since the sources of a whole graph are many.
  private func write(
    source claim: Int, _ texts: ClaimTexts, at place: Int, to out: inout JSONWriter
  ) {
    out.object { out in
      out.member("file") {
        graph.appendFile(ofClaim: claim, in: words.language, to: &$0)
        return true
      }
      member("quote", texts[place, .quote], to: &out)
      member("passage", texts[place, .passage], to: &out)
      member("claim", texts[place, .claim], to: &out)
      member("rule", texts[place, .rule], to: &out)
      write(confidence: texts[place, .confidence], of: claim, to: &out)
      member("period", texts[place, .period], to: &out)
    }
  }

  /// A decimal as it is written is a number of JSON too, save with a sign before it or a point at an
  /// end.
  private func write(
    confidence literal: TermTexts.Text, of claim: Int, to out: inout JSONWriter
  ) {
    out.name("confidence")
    let text = graph.terms.bytes.span.extracting(literal.range)
    if literal.kind == .literal, text.count > 2, text[0] == UInt8(ascii: "0"),
      text[1] == UInt8(ascii: "."),
      (2..<text.count).allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[$0] })
    {
      out.raw(text)
    } else {
      out.number(graph.confidence(of: claim))
    }
  }

  /// A member with the text of a literal or an IRI; none for number 0.
  private func member(
    _ name: StaticString, _ term: TermDictionary.ID, to out: inout JSONWriter
  ) {
    guard term != 0 else { return }
    member(name, TermTexts([term], in: graph.terms)[0], to: &out)
  }

  /// A member with the text of a term; none for that of number 0.
  private func member(_ name: StaticString, _ text: TermTexts.Text, to out: inout JSONWriter) {
    let bytes = graph.terms.bytes.span.extracting(text.range)
    switch text.kind {
    case .literal, .iri: out.member(name, escaped: bytes)
    case .blankNode, .tripleTerm:
      out.member(name) {
        $0.append(copying: bytes)
        return true
      }
    case nil: break
    }
  }

  private func write(_ trace: Trace, to out: inout JSONWriter) {
    out.object { out in
      out.name("regulations")
      out.array {
        write(trace.nodes.dropFirst(), depths: Array(trace.depths.dropFirst()), to: &$0)
      }
      out.name("relations")
      out.array { write(Array(changes(of: trace)), to: &$0) }
      let beyond = trace.stepsBeyond.reduce(0, +)
      out.member("stepsBeyondDepth", beyond == 0 ? nil : beyond)
    }
  }

  /// The relations of a trace, act by act.
  private func changes(of trace: Trace) -> some Sequence<LineageChange> {
    trace.nodes.indices.lazy.flatMap { place in
      trace.steps[place].lazy.flatMap { step in
        step.relations.all.lazy.compactMap { relation in
          let (here, there) = (trace.nodes[place], trace.nodes[step.place])
          return trace.direction == .up
            ? graph.change(relation, from: here, to: there)
            : graph.change(relation, from: there, to: here)
        }
      }
    }
  }

  private func write(_ things: HangingThings, to out: inout JSONWriter) {
    out.object { out in
      for (title, list) in [
        ("agreements", things.agreements), ("programs", things.programs),
        ("parties", things.parties), ("places", things.places), ("documents", things.documents),
      ] {
        out.name(title)
        out.array(list) { out, thing in
          out.object { out in
            out.member("iri", graph.iri(of: thing.node))
            out.member("class", graph.className(of: thing.node))
            out.member("label", graph.label(of: thing.node, in: words.language))
            out.member("relation", thing.relation.name)
            out.member("to", graph.iri(of: thing.to))
          }
        }
      }
    }
  }
}
