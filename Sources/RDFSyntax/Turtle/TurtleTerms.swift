import RDF

/// How every term of an arrangement is written in Turtle, decided before the first is.
///
/// The declarations at the top of a document need no second look at it then.
struct TurtleTerms {
  private let ranking: TermRanking
  private var names: TurtleNameTable
  /// The forms of the IRIs, by rank.
  private var forms: [TurtleNameTable.Form]
  /// The styles of the literals, by rank less that of the first.
  private var literals: [LiteralStyle] = []
  private let firstLiteral: TermRanking.Rank
  /// The datatypes of literals.
  private var datatypeNumbers = TermDictionary()
  /// What is known of the datatypes, by number.
  private var datatypes = [Datatype()]

  private struct Datatype {
    /// Which literals can do without quotes; nil if none can.
    var bare: TurtleShorthand.BareDatatype?
    /// How it is written; nil as long as no literal needs it.
    var form: TurtleNameTable.Form?
  }

  /// How a literal is written.
  private struct LiteralStyle {
    var isBare = false
    var isLong = false
    /// The number of its datatype; 0 if it goes without saying.
    var datatype: TermDictionary.ID = 0
  }

  /// Looks at all terms.
  init(_ arrangement: Arrangement, prefixes: [Prefix], base: NamedNode?) {
    ranking = arrangement.ranking
    names = TurtleNameTable(prefixes: prefixes, base: base)
    forms = [TurtleNameTable.Form](
      repeating: .whole, count: Int(ranking.blankNodes.lowerBound))
    firstLiteral = ranking.blankNodes.upperBound
    let unnamed = Self.neverWritten(in: arrangement)
    let terms = ranking.terms
    let bytes = terms.bytes.span
    for rank in 1..<max(1, ranking.blankNodes.lowerBound) where !unnamed.contains(rank) {
      forms[Int(rank)] = names.use(bytes.extracting(ranking.range(of: rank)))
    }
    literals.reserveCapacity(Int(ranking.tripleTerms.lowerBound - firstLiteral))
    for rank in firstLiteral..<ranking.tripleTerms.lowerBound { literals.append(style(of: rank)) }
  }

  /// Appends the declarations that the terms need.
  func appendDeclarations(to bytes: inout [UInt8]) { names.appendDeclarations(to: &bytes) }

  /// Appends an IRI or literal.
  func append(_ rank: TermRanking.Rank, to bytes: inout [UInt8]) {
    let term = ranking.terms.bytes.span.extracting(ranking.range(of: rank))
    guard rank >= firstLiteral else {
      names.append(term, as: forms[Int(rank)], to: &bytes)
      return
    }
    let style = literals[Int(rank - firstLiteral)]
    let textEnd = 1 + ranking.textLength(of: rank)
    if style.isBare {
      bytes.append(copying: term.extracting(1..<textEnd))
      return
    }
    if style.isLong {
      TurtleShorthand.appendLongString(term.extracting(1..<textEnd), to: &bytes)
    } else {
      bytes.append(copying: term.extracting(0..<textEnd + 1))
    }
    if style.datatype == 0 {
      bytes.append(copying: term.extracting(textEnd + 1..<term.count))
    } else {
      CanonicalTerm.append("^^", to: &bytes)
      names.append(
        term.extracting(textEnd + 3..<term.count),
        as: datatypes[Int(style.datatype)].form ?? .whole, to: &bytes)
    }
  }

  /// Whether a term stands on one line and is no longer than so many bytes, as a first guess.
  func mayFit(_ rank: TermRanking.Rank, width: Int) -> Bool {
    guard ranking.isLiteral(rank) else { return true }
    return !literals[Int(rank - firstLiteral)].isLong && ranking.textLength(of: rank) <= width
  }

  private mutating func style(of rank: TermRanking.Rank) -> LiteralStyle {
    let terms = ranking.terms
    let term = terms.bytes.span.extracting(ranking.range(of: rank))
    let textEnd = 1 + ranking.textLength(of: rank)
    let text = term.extracting(1..<textEnd)
    var style = LiteralStyle()
    if textEnd + 1 < term.count, term[textEnd + 1] == UInt8(ascii: "^") {
      let datatype = term.extracting(textEnd + 3..<term.count)
      let number = datatypeNumbers.intern(datatype)
      if Int(number) == datatypes.count {
        datatypes.append(Datatype(bare: TurtleShorthand.BareDatatype(datatype)))
      }
      if let bare = datatypes[Int(number)].bare,
        TurtleShorthand.BareDatatype(shapeOf: text) == bare
      {
        style.isBare = true
        return style
      }
      style.datatype = number
      if datatypes[Int(number)].form == nil { datatypes[Int(number)].form = names.use(datatype) }
    }
    style.isLong = TurtleShorthand.holdsLineFeed(text)
    return style
  }

  /// Those of `rdf:type`, `rdf:first`, `rdf:rest` and `rdf:nil` that only stand where Turtle has a
  /// sign for them.
  private static func neverWritten(in arrangement: Arrangement) -> Set<TermRanking.Rank> {
    let ranking = arrangement.ranking
    let type = ranking.rank(of: RDFVocabulary.type)
    var unwritten = Set(
      [RDFVocabulary.type, RDFVocabulary.first, RDFVocabulary.rest, RDFVocabulary.nil]
        .map(ranking.rank(of:)))
    let candidates = unwritten
    for graph in arrangement.graphs where candidates.contains(graph.name) {
      unwritten.remove(graph.name)
    }
    for run in arrangement.runs.indices {
      let node = arrangement.blankNode(ofRun: run)
      if node.map({ arrangement.nesting.nodes[$0].isCell }) ?? false { continue }
      for statement in arrangement.statements[arrangement.runs[run].statements] {
        if candidates.contains(statement.subject) { unwritten.remove(statement.subject) }
        let predicate = arrangement.predicate(at: statement.predicate)
        if predicate != type, candidates.contains(predicate) { unwritten.remove(predicate) }
      }
    }
    for statement in arrangement.statements
    where statement.object != arrangement.emptyList && candidates.contains(statement.object) {
      unwritten.remove(statement.object)
    }
    for parts in ranking.parts {
      unwritten.subtract([parts.subject, parts.predicate, parts.object])
    }
    return unwritten
  }
}
