import RDF

/// Orders and groups the statements of one Turtle document and writes its body.
struct TurtleWriter {
  /// The names given so far, and the prefixes that they need.
  private(set) var names: TurtleNames
  /// What every line begins with but those inside a text.
  var margin = ""
  private let rank: [NamedNode: UInt8]

  /// How wide a line with several objects may get, in bytes.
  private static let lineWidth = 100

  init(options: TurtleSerializer.Options) {
    names = TurtleNames(prefixes: options.prefixes, base: options.base)
    var rank = [RDFVocabulary.type: UInt8(0)]
    for (index, predicate) in options.firstPredicates.enumerated() where rank[predicate] == nil {
      rank[predicate] = UInt8(min(index + 1, 254))
    }
    self.rank = rank
  }

  /// Everything below the declarations.
  mutating func body(of triples: [Triple]) -> [UInt8] {
    var bytes: [UInt8] = []
    var subject: Subject?
    var predicate: NamedNode?
    var objects: [Term] = []
    for index in order(triples) {
      let triple = triples[index]
      if triple.subject == subject, triple.predicate == predicate {
        objects.append(triple.object)
        continue
      }
      append(objects, to: &bytes)
      objects = [triple.object]
      predicate = triple.predicate
      if triple.subject == subject {
        CanonicalTerm.append(" ;\n\(margin)  ", to: &bytes)
      } else {
        if subject != nil { CanonicalTerm.append(" .\n\n", to: &bytes) }
        subject = triple.subject
        CanonicalTerm.append(margin, to: &bytes)
        append(triple.subject, to: &bytes)
        bytes.append(UInt8(ascii: " "))
      }
      if triple.predicate == RDFVocabulary.type {
        bytes.append(UInt8(ascii: "a"))
      } else {
        names.append(triple.predicate, to: &bytes)
      }
    }
    append(objects, to: &bytes)
    if subject != nil { CanonicalTerm.append(" .\n", to: &bytes) }
    return bytes
  }

  /// Writes the header as a comment, the declarations that the names so far need, and the body.
  func write<Sink: ByteSink>(
    _ body: [UInt8], header: [String], to sink: inout Sink
  ) throws(Sink.Failure) {
    var output = ChunkedOutput()
    appendHeader(header, to: &output.pending)
    for part in [names.declarations(), body] where !part.isEmpty {
      if !output.pending.isEmpty { output.pending.append(UInt8(ascii: "\n")) }
      output.pending.append(contentsOf: part)
    }
    try output.handOn(to: &sink)
  }

  /// Appends lines as a comment.
  func appendHeader(_ header: [String], to bytes: inout [UInt8]) {
    for line in header.flatMap({ $0.split(omittingEmptySubsequences: false) { $0.isNewline } }) {
      CanonicalTerm.append(line.isEmpty ? "#\n" : "# \(line)\n", to: &bytes)
    }
  }

  /// The statements' indices in the order of the document, each statement once.
  private func order(_ triples: [Triple]) -> [Int] {
    var keys = ByteRuns()
    for triple in triples {
      switch triple.subject {
      case .namedNode(let node):
        keys.bytes.append(0)
        CanonicalTerm.append(node.iri, to: &keys.bytes)
      case .blankNode(let node):
        keys.bytes.append(1)
        CanonicalTerm.append(node.label, to: &keys.bytes)
      }
      keys.bytes.append(0)
      keys.bytes.append(rank[triple.predicate] ?? 255)
      CanonicalTerm.append(triple.predicate.iri, to: &keys.bytes)
      keys.bytes.append(0)
      CanonicalTerm.append(triple.object, to: &keys.bytes)
      keys.endRun()
    }
    return keys.sortedUnique()
  }

  /// Appends the objects of one predicate: on the same line if they fit, else one on each line.
  private mutating func append(_ objects: [Term], to bytes: inout [UInt8]) {
    guard let first = objects.first else { return }
    var list = ByteRuns()
    append(first, to: &list.bytes)
    list.endRun()
    for object in objects.dropFirst() {
      append(object, to: &list.bytes)
      list.endRun()
    }
    let lineStart = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let width = bytes.count - lineStart + list.bytes.count + 2 * list.count
    let isOneLine =
      list.count == 1
      || (width <= Self.lineWidth && !list.bytes.contains(UInt8(ascii: "\n")))
    let separator = isOneLine ? " " : "\n\(margin)    "
    for object in 0..<list.count {
      if object > 0 { bytes.append(UInt8(ascii: ",")) }
      CanonicalTerm.append(separator, to: &bytes)
      bytes.append(contentsOf: list[object])
    }
  }

  /// Appends a subject, or the name of a graph.
  mutating func append(_ subject: Subject, to bytes: inout [UInt8]) {
    switch subject {
    case .namedNode(let node): names.append(node, to: &bytes)
    case .blankNode(let node): CanonicalTerm.append(node, to: &bytes)
    }
  }

  private mutating func append(_ term: Term, to bytes: inout [UInt8]) {
    switch term {
    case .namedNode(let node): names.append(node, to: &bytes)
    case .blankNode(let node): CanonicalTerm.append(node, to: &bytes)
    case .literal(let literal): append(literal, to: &bytes)
    case .tripleTerm(let triple):
      CanonicalTerm.append("<<( ", to: &bytes)
      append(triple.subject, to: &bytes)
      bytes.append(UInt8(ascii: " "))
      names.append(triple.predicate, to: &bytes)
      bytes.append(UInt8(ascii: " "))
      append(triple.object, to: &bytes)
      CanonicalTerm.append(" )>>", to: &bytes)
    }
  }

  private mutating func append(_ literal: Literal, to bytes: inout [UInt8]) {
    if TurtleShorthand.canStandBare(literal) {
      CanonicalTerm.append(literal.lexicalForm, to: &bytes)
      return
    }
    if literal.lexicalForm.utf8.contains(UInt8(ascii: "\n")) {
      TurtleShorthand.appendLongString(literal.lexicalForm, to: &bytes)
    } else {
      bytes.append(UInt8(ascii: "\""))
      CanonicalTerm.appendEscaped(literal.lexicalForm, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    if let language = literal.language {
      CanonicalTerm.append("@\(language)", to: &bytes)
      if let direction = literal.direction {
        CanonicalTerm.append("--\(direction.rawValue)", to: &bytes)
      }
    } else if literal.datatype != XSD.string {
      CanonicalTerm.append("^^", to: &bytes)
      names.append(literal.datatype, to: &bytes)
    }
  }
}
