import RDF

/// The terms that triple terms are made of, each numbered like every other term.
struct TripleTermParts {
  /// A triple term and its parts, by their numbers.
  struct Element {
    var id: TermDictionary.ID
    var subject: TermDictionary.ID
    var predicate: TermDictionary.ID
    var object: TermDictionary.ID
  }

  /// The triple terms: those without another inside, then those around these, and so on.
  private(set) var levels: [[Element]] = []

  /// Numbers the parts of all triple terms of a dictionary, and theirs.
  init(internedInto terms: inout TermDictionary) {
    var elements: [TermDictionary.ID: Element] = [:]
    var depths: [TermDictionary.ID: Int] = [:]
    // Parts get numbers beyond the present ones, and are looked into in turn.
    var id: TermDictionary.ID = 1
    while Int(id) <= terms.count {
      if terms.kind(of: id) == .tripleTerm {
        let bytes = Array(terms.bytes[terms.range(of: id)])
        let ranges = CanonicalTerm.parts(ofTripleTerm: bytes.span)
        elements[id] = Element(
          id: id,
          subject: terms.intern(bytes.span.extracting(ranges.subject)),
          predicate: terms.intern(bytes.span.extracting(ranges.predicate)),
          object: terms.intern(bytes.span.extracting(ranges.object)))
      }
      id += 1
    }
    for id in elements.keys {
      var chain: [TermDictionary.ID] = []
      var next = id
      while depths[next] == nil, let element = elements[next] {
        chain.append(next)
        next = element.object
      }
      for id in chain.reversed() {
        depths[id] = elements[id].flatMap { depths[$0.object] }.map { $0 + 1 } ?? 0
      }
    }
    for (id, depth) in depths {
      while levels.count <= depth { levels.append([]) }
      if let element = elements[id] { levels[depth].append(element) }
    }
  }
}
