import DomainPack

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

  /// The key of an act, its IRI if it has none.
  private func name(_ node: Int) -> String { graph.key(of: node) ?? graph.iri(of: node) }

  /// An act with everything that is said of it alone.
  func write(_ node: Int, depth: Int?, to out: inout JSONWriter) {
    let validity = graph.validity(of: node)
    let key = graph.key(of: node)
    out.object { out in
      out.member("key", key)
      out.member("iri", graph.iri(of: node))
      out.member("name", graph.shortName(of: node, in: words.language))
      out.member("label", graph.label(of: node, in: words.language))
      out.member("title", graph.title(of: node, in: words.language))
      out.member("rank", key.flatMap { graph.regulationKinds.rank(ofKey: $0) })
      out.member("from", validity.from.map { "\($0.date)" })
      out.member("until", validity.until.map { "\($0.date)" })
      out.member("endedBy", validity.until?.act.map(name))
      out.member("page", graph.page(of: node))
      out.member("depth", depth)
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
      out.member("from", name(change.subject))
      out.member("relation", change.relation.name)
      out.member("to", name(change.object))
      out.member("date", change.date.map { "\($0)" })
      if !change.articles.isEmpty {
        out.name("articles")
        out.array(change.articles) { $0.string($1) }
      }
      write(sources: change.claims, to: &out)
    }
  }

  /// The passages behind something; nothing where there are none.
  func write(sources claims: [Int], to out: inout JSONWriter) {
    guard !claims.isEmpty else { return }
    out.name("sources")
    out.array(claims) { out, claim in
      let source = graph.source(claim, in: words.language)
      out.object { out in
        out.member("file", source.file)
        out.member("quote", source.quote)
        out.member("passage", source.passage)
        out.member("claim", source.claim)
        out.member("rule", source.rule)
        out.name("confidence")
        out.number(source.confidence)
        out.member("period", source.period)
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
