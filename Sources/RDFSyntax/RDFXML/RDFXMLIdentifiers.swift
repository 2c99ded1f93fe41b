import RDF

/// The `rdf:ID`s of a document, each of which may occur once with one base
/// ([constraint-id](https://www.w3.org/TR/rdf-syntax-grammar/#constraint-id)).
struct RDFXMLIdentifiers {
  private var keys = TermDictionary()
  private var base: BaseIRI?
  /// What tells the base from others: two hashes, for which nobody can craft an equal pair, in place
  /// of its letters, which would have to be kept with every base of a document.
  private var fingerprint: [UInt8] = []
  private let seeds = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))

  /// Takes an ID; false if it was there already.
  mutating func insert(_ id: UnsafeBufferPointer<UInt8>, base: BaseIRI?) -> Bool {
    if fingerprint.isEmpty || base != self.base {
      self.base = base
      fingerprint = makeFingerprint(of: base)
    }
    let count = keys.count
    let key = fingerprint + id
    _ = keys.intern(key.span)
    return keys.count > count
  }

  /// The fragment of a base plays no part.
  private func makeFingerprint(of base: BaseIRI?) -> [UInt8] {
    let text = Array(base?.node.iri.utf8.prefix { $0 != UInt8(ascii: "#") } ?? "".utf8[...])
    return [seeds.0, seeds.1].flatMap { seed in
      var hasher = Hasher()
      hasher.combine(seed)
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
      let hash = hasher.finalize()
      return withUnsafeBytes(of: hash) { Array($0) }
    }
  }
}
