import Diagnostics
import DomainPack

extension JSONReport {
  /// Hands the whole lineage to a sink as one JSON object, in pieces of some 64 KiB.
  ///
  /// - Throws: what the sink throws.
  public func json<Failure: Error>(
    _ extract: LineageExtract, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var out = JSONWriter()
    out.open(UInt8(ascii: "{"))
    out.name("regulations")
    out.open(UInt8(ascii: "["))
    for thing in extract.things {
      write(thing, depth: nil, to: &out)
      if out.bytes.count > 1 << 16 { try sink(out.take()) }
    }
    out.close(UInt8(ascii: "]"))
    out.name("relations")
    out.open(UInt8(ascii: "["))
    for relation in extract.relations {
      guard
        let change = graph.change(
          relation.relation, from: relation.subject, to: relation.object)
      else { continue }
      write(change, to: &out)
      if out.bytes.count > 1 << 16 { try sink(out.take()) }
    }
    out.close(UInt8(ascii: "]"))
    out.close(UInt8(ascii: "}"))
    try sink(out.take() + [0x0A])
  }

  /// How one act rests on another.
  public func json(_ path: LineagePath) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.name("regulations")
      out.array(path.acts) { write($1, depth: nil, to: &$0) }
      out.name("relations")
      out.array(
        zip(path.relations, zip(path.acts, path.acts.dropFirst())).flatMap { step in
          step.0.all.compactMap { graph.change($0, from: step.1.0, to: step.1.1) }
        }
      ) { write($1, to: &$0) }
    }
    return out.take() + [0x0A]
  }

  /// Findings, each with the things concerned and the passages.
  public func json(_ findings: [LineageFinding]) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.name("findings")
      out.array(findings) { out, finding in
        out.object { out in
          out.member("kind", finding.kind.rawValue)
          out.member("severity", finding.severity.rawValue)
          out.member("message", finding.message.text(in: words.language))
          out.name("things")
          out.array(finding.things) { $0.string(graph.key(of: $1) ?? graph.iri(of: $1)) }
          write(sources: finding.claims, to: &out)
        }
      }
    }
    return out.take() + [0x0A]
  }
}
