import RDF

/// Where terms that many statements share stand in a block, once they are written there.
struct WrittenTerms {
  private var type = QuadBlock.Run.none
  private var first = QuadBlock.Run.none
  private var rest = QuadBlock.Run.none
  private var `nil` = QuadBlock.Run.none
  private var reifies = QuadBlock.Run.none

  /// `rdf:type`.
  @inline(__always)
  mutating func type(in terms: inout TermBytes) -> QuadBlock.Run {
    Self.write("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", at: &type, in: &terms)
  }

  /// `rdf:first`.
  mutating func first(in terms: inout TermBytes) -> QuadBlock.Run {
    Self.write("<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>", at: &first, in: &terms)
  }

  /// `rdf:rest`.
  mutating func rest(in terms: inout TermBytes) -> QuadBlock.Run {
    Self.write("<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>", at: &rest, in: &terms)
  }

  /// `rdf:nil`.
  mutating func `nil`(in terms: inout TermBytes) -> QuadBlock.Run {
    Self.write("<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>", at: &`nil`, in: &terms)
  }

  /// `rdf:reifies`.
  mutating func reifies(in terms: inout TermBytes) -> QuadBlock.Run {
    Self.write(
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>", at: &reifies, in: &terms)
  }

  @inline(__always)
  private static func write(
    _ term: StaticString, at run: inout QuadBlock.Run, in terms: inout TermBytes
  ) -> QuadBlock.Run {
    if run.count == 0 {
      let start = terms.end
      terms.append(term)
      run = terms.run(from: start)
    }
    return run
  }
}
