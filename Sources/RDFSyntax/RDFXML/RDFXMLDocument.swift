import RDF

/// Writes the statements of an arrangement as RDF/XML.
struct RDFXMLDocument {
  private typealias Rank = TermRanking.Rank

  private let arrangement: Arrangement
  private let ranking: TermRanking
  private let terms: RDFXMLTerms
  private let header: [String]
  private var output: [UInt8] = []

  /// How deep node elements stand in each other; a deeper one stands by itself, so that no reader's
  /// limit is met.
  private static let maximumDepth = 16
  /// How much is written before it is handed on.
  private static let chunkSize = 1 << 16

  /// Decides how everything is written.
  ///
  /// - Throws: ``RDFXMLError`` with the first statement that cannot be.
  init(_ collection: QuadCollection, options: RDFXMLSerializer.Options) throws(RDFXMLError) {
    arrangement = Arrangement(
      collection,
      Arrangement.Options(
        firstPredicates: [RDFVocabulary.type], maximumDepth: Self.maximumDepth,
        listsHoldLiterals: false, mergesGraphs: false))
    ranking = arrangement.ranking
    terms = try RDFXMLTerms(arrangement, prefixes: options.prefixes)
    header = options.header
  }

  /// Writes the document to a sink, chunk by chunk.
  mutating func write<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    appendHeader()
    terms.appendRoot(to: &output)
    for graph in arrangement.graphs {
      for run in arrangement.subjects(of: graph) {
        let subject = arrangement.statements[arrangement.runs[run].statements.lowerBound].subject
        appendNode(subject, run: run, indentation: 1)
        if output.count >= Self.chunkSize {
          try sink.write(output)
          output.removeAll(keepingCapacity: true)
        }
      }
    }
    markup("</rdf:RDF>\n")
    try sink.write(output)
    output.removeAll()
  }

  /// One element about a node, on lines of its own; nothing is said about it if there is no run.
  private mutating func appendNode(_ subject: Rank, run: Int?, indentation: Int) {
    let typing = run.flatMap(terms.typing(ofRun:))
    let element =
      typing.map { terms.name(of: arrangement.statements[$0].object) }
      ?? Array("rdf:Description".utf8)
    indent(indentation)
    markup("<")
    output.append(contentsOf: element)
    if let node = arrangement.blankNode(subject) {
      if arrangement.needsLabel(node) { attribute("rdf:nodeID", label(of: node).span) }
    } else {
      iriAttribute("rdf:about", subject)
    }
    let statements = run.map { arrangement.runs[$0].statements } ?? 0..<0
    guard statements.count > (typing == nil ? 0 : 1) else {
      markup("/>\n")
      return
    }
    markup(">\n")
    for index in statements where index != typing {
      let statement = arrangement.statements[index]
      appendProperty(
        arrangement.predicate(at: statement.predicate), statement.object,
        indentation: indentation + 1)
    }
    indent(indentation)
    markup("</")
    output.append(contentsOf: element)
    markup(">\n")
  }

  private mutating func appendProperty(_ predicate: Rank, _ object: Rank, indentation: Int) {
    let element = terms.name(of: predicate)
    indent(indentation)
    markup("<")
    output.append(contentsOf: element)
    if ranking.isLiteral(object) {
      appendLiteral(object)
    } else if let node = arrangement.blankNode(object) {
      guard arrangement.nesting.nodes[node].isNested else {
        attribute("rdf:nodeID", label(of: node).span)
        markup("/>\n")
        return
      }
      if arrangement.nesting.nodes[node].isCell {
        markup(" rdf:parseType=\"Collection\">\n")
        appendItems(of: node, indentation: indentation + 1)
      } else {
        markup(">\n")
        appendNode(object, run: arrangement.run(of: node), indentation: indentation + 1)
      }
      indent(indentation)
    } else if ranking.isTripleTerm(object) {
      appendTripleTerm(object, indentation: indentation + 1)
      indent(indentation)
    } else {
      iriAttribute("rdf:resource", object)
      markup("/>\n")
      return
    }
    markup("</")
    output.append(contentsOf: element)
    markup(">\n")
  }

  /// The one statement of a triple term, with the end of the start tag before it.
  ///
  /// Recursion goes as deep as ``RDFXMLTripleTerms/deepest``; what is deeper is refused before.
  private mutating func appendTripleTerm(_ term: Rank, indentation: Int) {
    let parts = ranking.parts(ofTripleTerm: term)
    markup(" rdf:parseType=\"Triple\">\n")
    indent(indentation)
    markup("<rdf:Description")
    if let node = arrangement.blankNode(parts.subject) {
      attribute("rdf:nodeID", label(of: node).span)
    } else {
      iriAttribute("rdf:about", parts.subject)
    }
    markup(">\n")
    appendProperty(parts.predicate, parts.object, indentation: indentation + 1)
    indent(indentation)
    markup("</rdf:Description>\n")
  }

  /// The items of a list, each as an element.
  private mutating func appendItems(of list: Int, indentation: Int) {
    var next = list
    while let (item, rest) = arrangement.cell(next) {
      let node = arrangement.blankNode(item)
      let isNested = node.map { arrangement.nesting.nodes[$0].isNested } ?? false
      // A list in a list has no short form: its first cell is a node like others.
      appendNode(
        item, run: isNested ? node.flatMap(arrangement.run(of:)) : nil, indentation: indentation)
      guard let cell = arrangement.blankNode(rest) else { return }
      next = cell
    }
  }

  /// The attributes of a property with a literal, the end of its start tag and the text.
  private mutating func appendLiteral(_ literal: Rank) {
    let held = ranking.terms
    let term = held.bytes.span.extracting(ranking.range(of: literal))
    let textEnd = 1 + ranking.textLength(of: literal)
    let text = term.extracting(1..<textEnd)
    if terms.isMarkup(literal) {
      markup(" rdf:parseType=\"Literal\">")
      CanonicalTerm.appendUnescaped(text, to: &output)
      return
    }
    if textEnd + 1 < term.count {
      if term[textEnd + 1] == UInt8(ascii: "@") {
        let tag = term.extracting(textEnd + 2..<term.count)
        let (language, direction) = LanguageTagBytes.split(tag)
        attribute("xml:lang", tag.extracting(language))
        if let direction { terms.append(direction, to: &output) }
      } else {
        attribute("rdf:datatype", term.extracting(textEnd + 4..<term.count - 1))
      }
    }
    markup(">")
    XMLText.append(text, in: .content, to: &output)
  }

  private mutating func appendHeader() {
    let lines = header.flatMap { $0.split(omittingEmptySubsequences: false) { $0.isNewline } }
    guard !lines.isEmpty else { return }
    markup("<!--\n")
    for line in lines {
      CanonicalTerm.append("  \(Self.commentText(line))\n", to: &output)
    }
    markup("-->\n")
  }

  /// A line that can stand in a comment.
  private static func commentText(_ line: Substring) -> String {
    var text = ""
    for scalar in line.unicodeScalars {
      if scalar == "-", text.hasSuffix("-") { text += " " }
      text.unicodeScalars.append(XMLText.isXML(scalar.value) ? scalar : "\u{FFFD}")
    }
    return text
  }

  /// The label in the letters of an `NCName`.
  private func label(of node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    arrangement.appendLabel(of: node, to: &bytes)
    let label = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    return Array(EncodedLabel.encode(EncodedLabel.decode(label), in: .ncName).utf8)
  }

  private mutating func markup(_ text: StaticString) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func indent(_ depth: Int) {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func iriAttribute(_ name: StaticString, _ rank: Rank) {
    let range = ranking.range(of: rank)
    let held = ranking.terms
    attribute(name, held.bytes.span.extracting(range.lowerBound + 1..<range.upperBound - 1))
  }

  private mutating func attribute(_ name: StaticString, _ value: Span<UInt8>) {
    markup(" ")
    markup(name)
    markup("=\"")
    XMLText.append(value, in: .attribute, to: &output)
    markup("\"")
  }
}
