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
      write(node, depth: nil, to: &out)
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
      out.array(answer.version.changes) { write($1, to: &$0) }
      out.name("laterChanges")
      out.array(answer.version.laterChanges) { write($1, to: &$0) }
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

  /// An act with everything that is said of it alone.
  func write(_ node: Int, depth: Int?, to out: inout JSONWriter) {
    let language = words.language
    let end = graph.end(of: node)
    out.object { out in
      member("key", graph.keys[node], to: &out)
      member("iri", graph.nodeTerms[node], to: &out)
      out.member("name") {
        graph.appendShortName(of: node, in: language, to: &$0)
        return true
      }
      out.member("label") {
        graph.appendLabel(of: node, in: language, to: &$0)
        return true
      }
      out.member("title") { graph.appendTitle(of: node, in: language, to: &$0) }
      out.member("rank", graph.rank(of: node))
      member("from", graph.beginDate(of: node)?.date, to: &out)
      member("until", end?.date, to: &out)
      out.member("endedBy", end?.act.map(name))
      out.member("page") { graph.appendPage(of: node, to: &$0) }
      out.member("depth", depth)
    }
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

  /// What an act does to another.
  func write(_ change: LineageChange, to out: inout JSONWriter) {
    out.object { out in
      member("from", keyTerm(change.subject), to: &out)
      out.member("relation", change.relation.name)
      member("to", keyTerm(change.object), to: &out)
      member("date", change.date, to: &out)
      if !change.articles.isEmpty {
        out.name("articles")
        out.array(change.articles) { $0.string($1) }
      }
      write(sources: change.claims, to: &out)
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
    guard !claims.isEmpty else { return }
    out.name("sources")
    out.array(claims) { write(source: $1, to: &$0) }
  }

  /// The bytes of the terms are copied, since the sources of a whole graph are many.
  private func write(source claim: Int, to out: inout JSONWriter) {
    let claims = graph.claims
    out.object { out in
      out.member("file") {
        graph.appendFile(ofClaim: claim, in: words.language, to: &$0)
        return true
      }
      member("quote", claims.quotes[claim], to: &out)
      member("passage", claims.passages[claim], to: &out)
      member("claim", claims.terms[claim], to: &out)
      member("rule", claims.rules[claim], to: &out)
      write(confidence: claims.confidences[claim], of: claim, to: &out)
      member("period", claims.periods[claim], to: &out)
    }
  }

  /// A decimal as it is written is a number of JSON too, save with a sign before it or a point at an
  /// end.
  private func write(
    confidence term: TermDictionary.ID, of claim: Int, to out: inout JSONWriter
  ) {
    out.name("confidence")
    let bytes = graph.terms.bytes.span
    if term != 0 {
      let range = graph.terms.range(of: term)
      let literal = bytes.extracting(range)
      let text = literal.extracting(1..<CanonicalTerm.endOfText(in: literal))
      if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "."),
        (2..<text.count).allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[$0] })
      {
        out.raw(text)
        return
      }
    }
    out.number(graph.confidence(of: claim))
  }

  /// A member with the text of a literal or an IRI; none for number 0.
  private func member(
    _ name: StaticString, _ term: TermDictionary.ID, to out: inout JSONWriter
  ) {
    guard term != 0 else { return }
    let bytes = graph.terms.bytes.span.extracting(graph.terms.range(of: term))
    switch CanonicalTerm.kind(of: bytes) {
    case .literal:
      out.member(name, escaped: bytes.extracting(1..<CanonicalTerm.endOfText(in: bytes)))
    case .iri: out.member(name, escaped: bytes.extracting(1..<bytes.count - 1))
    case .blankNode, .tripleTerm:
      out.member(name) {
        $0.append(copying: bytes)
        return true
      }
    }
  }

  private func write(_ trace: Trace, to out: inout JSONWriter) {
    out.object { out in
      out.name("regulations")
      out.array(trace.nodes.indices.dropFirst()) { out, place in
        write(trace.nodes[place], depth: trace.depths[place], to: &out)
      }
      out.name("relations")
      out.array(changes(of: trace)) { write($1, to: &$0) }
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
