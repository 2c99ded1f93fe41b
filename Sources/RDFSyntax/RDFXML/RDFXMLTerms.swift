import RDF

/// How the terms of an arrangement are written in RDF/XML, decided and refused before anything is
/// written.
struct RDFXMLTerms {
  typealias Rank = TermRanking.Rank

  private let ranking: TermRanking
  private(set) var names: QualifiedNames
  /// The prefix of `its:dir`; nil where no literal has a base direction.
  private var directionPrefix: String?
  /// The names of properties and of the types that name elements.
  private var elements: [Rank: [UInt8]] = [:]
  /// The statement that gives each run its element's name; -1 for none.
  private var typings: [Int32] = []
  /// The XML literals that can stand as markup.
  private var markup: Set<Rank> = []

  /// Looks at all statements.
  ///
  /// - Throws: ``RDFXMLError`` with the first one, in order of graphs and subjects, that cannot be
  ///   written.
  init(_ arrangement: Arrangement, prefixes: [Prefix]) throws(RDFXMLError) {
    ranking = arrangement.ranking
    names = QualifiedNames(prefixes: prefixes)
    let terms = ranking.terms
    let splits = Self.splits(arrangement)
    try Self.check(arrangement, splits)
    let type = ranking.rank(of: RDFVocabulary.type)
    var named = Set(ranking.parts.map(\.predicate))
    for run in arrangement.runs {
      var typing = Int32(-1)
      for index in run.statements {
        let statement = arrangement.statements[index]
        let predicate = arrangement.predicate(at: statement.predicate)
        if typing < 0, predicate == type, splits[statement.object] != nil {
          typing = Int32(index)
          named.insert(statement.object)
        } else {
          named.insert(predicate)
        }
      }
      typings.append(typing)
    }
    // In order of IRIs, so that invented prefixes depend on nothing else.
    for rank in named.sorted() {
      guard let split = splits[rank] else { continue }
      let range = ranking.range(of: rank)
      elements[rank] = names.name(
        of: terms.bytes.span.extracting(range.lowerBound + 1..<range.upperBound - 1), split: split)
    }
    if Self.hasDirections(ranking) { directionPrefix = names.directionPrefix() }
    findMarkup()
  }

  /// The statement that says the type which a run's element is named by.
  func typing(ofRun run: Int) -> Int? { typings[run] < 0 ? nil : Int(typings[run]) }

  /// The name of a property, or of a type that names an element.
  func name(of rank: Rank) -> [UInt8] { elements[rank] ?? [] }

  /// Whether a literal can stand as markup, with `rdf:parseType="Literal"`.
  func isMarkup(_ literal: Rank) -> Bool { markup.contains(literal) }

  /// Appends the start tag of `rdf:RDF`.
  func appendRoot(to bytes: inout [UInt8]) {
    CanonicalTerm.append("<rdf:RDF", to: &bytes)
    for (prefix, namespace) in names.declarations {
      CanonicalTerm.append(
        prefix.isEmpty ? "\n    xmlns=\"" : "\n    xmlns:\(prefix)=\"", to: &bytes)
      XMLText.escape(namespace.span, in: .attribute, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    if directionPrefix != nil || !ranking.tripleTerms.isEmpty {
      CanonicalTerm.append("\n    rdf:version=\"1.2\"", to: &bytes)
    }
    if let directionPrefix {
      CanonicalTerm.append("\n    \(directionPrefix):version=\"2.0\"", to: &bytes)
    }
    CanonicalTerm.append(">\n", to: &bytes)
  }

  /// Appends the attribute that gives a text its base direction.
  func append(_ direction: BaseDirection, to bytes: inout [UInt8]) {
    let prefix = directionPrefix ?? "its"
    CanonicalTerm.append(" \(prefix):dir=\"\(direction.rawValue)\"", to: &bytes)
  }

  /// Whether any literal has a base direction.
  private static func hasDirections(_ ranking: TermRanking) -> Bool {
    let terms = ranking.terms
    return (ranking.blankNodes.upperBound..<ranking.tripleTerms.lowerBound).contains { rank in
      let term = terms.bytes.span.extracting(ranking.range(of: rank))
      let tail = ranking.textLength(of: rank) + 2
      return tail < term.count && term[tail] == UInt8(ascii: "@")
        && LanguageTagBytes.split(term.extracting(tail + 1..<term.count)).direction != nil
    }
  }

  /// Where the IRIs of predicates and types can be cut into namespace and name.
  private static func splits(_ arrangement: Arrangement) -> [Rank: Int] {
    let ranking = arrangement.ranking
    let terms = ranking.terms
    let type = ranking.rank(of: RDFVocabulary.type)
    var asked: Set<Rank> = []
    var splits: [Rank: Int] = [:]
    var last: Rank = 0
    func ask(_ rank: Rank) {
      guard asked.insert(rank).inserted, ranking.isIRI(rank) else { return }
      let range = ranking.range(of: rank)
      splits[rank] = QualifiedNames.split(
        terms.bytes.span.extracting(range.lowerBound + 1..<range.upperBound - 1))
    }
    for statement in arrangement.statements {
      let predicate = arrangement.predicate(at: statement.predicate)
      if predicate != last { ask(predicate) }
      last = predicate
      if predicate == type { ask(statement.object) }
    }
    for parts in ranking.parts { ask(parts.predicate) }
    return splits
  }

  /// Refuses what RDF/XML cannot say.
  private static func check(
    _ arrangement: Arrangement, _ splits: [Rank: Int]
  ) throws(RDFXMLError) {
    let ranking = arrangement.ranking
    let terms = ranking.terms
    var strays: [Rank: Unicode.Scalar] = [:]
    for rank in 1..<max(1, ranking.tripleTerms.lowerBound) where !ranking.isBlankNode(rank) {
      let term = terms.bytes.span.extracting(ranking.range(of: rank))
      if let stray = XMLText.firstStray(in: term) { strays[rank] = stray }
    }
    let tripleTerms = refusals(ofTripleTermsOf: ranking, splits, strays)
    for run in arrangement.runs {
      let isNamed = arrangement.graphs[run.graph].name != 0
      for statement in arrangement.statements[run.statements] {
        let predicate = arrangement.predicate(at: statement.predicate)
        var reason: RDFXMLError.Reason?
        if isNamed {
          reason = .namedGraph
        } else if splits[predicate] == nil {
          reason = .propertyIsNoName
        } else if ranking.isTripleTerm(statement.object),
          let refused = tripleTerms[Int(statement.object - ranking.tripleTerms.lowerBound)]
        {
          reason = refused
        } else if !strays.isEmpty {
          let stray = strays[statement.subject] ?? strays[predicate] ?? strays[statement.object]
          reason = stray.map { .characterOutsideXML($0) }
        }
        if let reason {
          throw RDFXMLError(reason: reason, triple: arrangement.triple(statement))
        }
      }
    }
  }

  /// Why triple terms cannot be written, in order of rank; nil for those that can.
  private static func refusals(
    ofTripleTermsOf ranking: TermRanking, _ splits: [Rank: Int], _ strays: [Rank: Unicode.Scalar]
  ) -> [RDFXMLError.Reason?] {
    var depths: [Int] = []
    var reasons: [RDFXMLError.Reason?] = []
    // Those within others have the lower ranks.
    for parts in ranking.parts {
      let inner =
        ranking.isTripleTerm(parts.object)
        ? Int(parts.object - ranking.tripleTerms.lowerBound) : nil
      depths.append(inner.map { depths[$0] + 1 } ?? 1)
      let stray = strays[parts.subject] ?? strays[parts.predicate] ?? strays[parts.object]
      if depths[depths.count - 1] > RDFXMLTripleTerms.deepest {
        reasons.append(.deepTripleTerm)
      } else if splits[parts.predicate] == nil {
        reasons.append(.propertyIsNoName)
      } else if let stray {
        reasons.append(.characterOutsideXML(stray))
      } else {
        reasons.append(inner.flatMap { reasons[$0] })
      }
    }
    return reasons
  }

  /// Finds the XML literals that a reader of the document gives back as they are: those that are in
  /// the canonical form that it makes of markup.
  private mutating func findMarkup() {
    var datatype: [UInt8] = Array("^^".utf8)
    CanonicalTerm.append(RDFVocabulary.xmlLiteral, to: &datatype)
    var root: [UInt8] = []
    appendRoot(to: &root)
    let terms = ranking.terms
    for rank in ranking.blankNodes.upperBound..<ranking.tripleTerms.lowerBound {
      let term = terms.bytes.span.extracting(ranking.range(of: rank))
      let textEnd = 1 + ranking.textLength(of: rank)
      guard term.extracting(textEnd + 1..<term.count).hasSameBytes(as: datatype.span) else {
        continue
      }
      var text: [UInt8] = []
      CanonicalTerm.appendUnescaped(term.extracting(1..<textEnd), to: &text)
      if Self.isReadBack(text, under: root) { markup.insert(rank) }
    }
  }

  private static func isReadBack(_ text: [UInt8], under root: [UInt8]) -> Bool {
    guard text.contains(where: ASCIISet("<>&\r").contains) else { return true }
    var document = root
    CanonicalTerm.append(
      "<rdf:Description rdf:about=\"a:a\"><rdf:value rdf:parseType=\"Literal\">", to: &document)
    document.append(contentsOf: text)
    CanonicalTerm.append("</rdf:value></rdf:Description></rdf:RDF>", to: &document)
    do {
      let quads = try RDFXMLParser().parse(document)
      guard quads.count == 1, let literal = quads[0].object.literal else { return false }
      return literal.datatype == RDFVocabulary.xmlLiteral
        && literal.lexicalForm.utf8.elementsEqual(text)
    } catch {
      // What is no markup is written as text.
      return false
    }
  }
}

extension Arrangement {
  /// A statement as a value.
  func triple(_ statement: Statement) -> Triple {
    let terms = ranking.terms
    var block = QuadBlock()
    func run(_ rank: Rank) -> QuadBlock.Run {
      block.appendRun { $0.append(contentsOf: terms.bytes[ranking.range(of: rank)]) }
    }
    let runs = QuadBlock.Statement(
      run(statement.subject), run(predicate(at: statement.predicate)), run(statement.object),
      in: .none)
    var decoder = CanonicalTermDecoder()
    return decoder.quad(runs, in: block.bytes.span).triple
  }
}
