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
    for start in stride(from: 0, to: extract.things.count, by: Self.batch) {
      let end = min(start + Self.batch, extract.things.count)
      write(extract.things[start..<end], to: &out)
      if out.bytes.count > 1 << 16 { try sink(out.take()) }
    }
    out.close(UInt8(ascii: "]"))
    out.name("relations")
    out.open(UInt8(ascii: "["))
    for start in stride(from: 0, to: extract.relations.count, by: Self.batch) {
      let end = min(start + Self.batch, extract.relations.count)
      let changes = extract.relations[start..<end].compactMap {
        graph.change($0.relation, from: $0.subject, to: $0.object)
      }
      write(changes, to: &out)
      if out.bytes.count > 1 << 16 { try sink(out.take()) }
    }
    out.close(UInt8(ascii: "]"))
    out.close(UInt8(ascii: "}"))
    try sink(out.take() + [0x0A])
  }

  /// How many acts or relations are looked up together.
  private static let batch = 64

  /// How one act rests on another.
  public func json(_ path: LineagePath) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.name("regulations")
      out.array { write(path.acts, to: &$0) }
      out.name("relations")
      let changes = zip(path.relations, zip(path.acts, path.acts.dropFirst())).flatMap { step in
        step.0.all.compactMap { graph.change($0, from: step.1.0, to: step.1.1) }
      }
      out.array { write(changes, to: &$0) }
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
