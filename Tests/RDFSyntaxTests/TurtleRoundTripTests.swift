import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Turtle and TriG there and back")
struct TurtleRoundTripTests {
  static let prefixes: [Prefix] = [
    .rdf, .xsd, Prefix(unchecked: "", namespace: "http://example.org/"),
    Prefix(unchecked: "smp", namespace: "https://w3id.org/simpul/ns#"),
    Prefix(unchecked: "é.x", namespace: "http://例え.jp/"),
  ]
  static let options = TurtleSerializer.Options(
    prefixes: prefixes, base: NamedNode(unchecked: "https://w3id.org/simpul/id/"),
    header: ["random"])

  @Test("random statements come back from Turtle", arguments: [options, .init()])
  func turtle(options: TurtleSerializer.Options) throws {
    var random = RandomQuads(generator: SeededGenerator())
    print("Turtle round trip: SIMPUL_SEED=\(random.generator.seed)")
    let triples = (0..<10_000).map { _ in random.triple(depth: 0) }
    let bytes: [UInt8] = TurtleSerializer(options: options).serialize(triples)
    let read = try TurtleParser().parse(bytes)
    // The writer keeps the labels of blank nodes, so the sets are equal and not just isomorphic.
    #expect(
      Set(read) == Set(triples.map { Quad($0) }), "SIMPUL_SEED=\(random.generator.seed)")
  }

  @Test("random datasets come back from TriG", arguments: [options, .init()])
  func triG(options: TurtleSerializer.Options) throws {
    var random = RandomQuads(generator: SeededGenerator())
    print("TriG round trip: SIMPUL_SEED=\(random.generator.seed)")
    let quads = random.quads(10_000)
    let bytes: [UInt8] = TriGSerializer(options: options).serialize(quads)
    #expect(
      Set(try TriGParser().parse(bytes)) == Set(quads), "SIMPUL_SEED=\(random.generator.seed)")
  }

  @Test(
    "the empty list within triple terms and as a graph comes back from both",
    arguments: [options, .init()])
  func emptyLists(options: TurtleSerializer.Options) throws {
    let node = NamedNode(unchecked: "http://example.org/a")
    let inner = Triple(.namedNode(RDFVocabulary.nil), node, .namedNode(RDFVocabulary.nil))
    let nested = Triple(.namedNode(node), node, .tripleTerm(inner))
    let quads = [Term.tripleTerm(inner), .tripleTerm(nested), .namedNode(RDFVocabulary.nil)].map {
      Quad(Triple(.namedNode(node), node, $0))
    }
    let turtle: [UInt8] = TurtleSerializer(options: options).serialize(quads.map(\.triple))
    #expect(Set(try TurtleParser().parse(turtle)) == Set(quads))
    let named = quads + quads.map { Quad($0.triple, in: .namedNode(RDFVocabulary.nil)) }
    let triG: [UInt8] = TriGSerializer(options: options).serialize(named)
    #expect(Set(try TriGParser().parse(triG)) == Set(named))
  }

  @Test("random trees of brackets and lists are what their statements say")
  func brackets() throws {
    var generator = SeededGenerator()
    print("Turtle brackets: SIMPUL_SEED=\(generator.seed)")
    for _ in 0..<300 {
      var tree = BracketTree(generator: generator)
      let text = tree.document()
      generator = tree.generator
      let read = try TurtleParser().parse(Array(text.utf8))
      // Nodes are named in the order of the text, so the sets are equal and not just isomorphic.
      #expect(Set(read) == Set(tree.quads), "SIMPUL_SEED=\(generator.seed):\n\(text)")
    }
  }

  @Test("mistakes set into good text are refused or read, and never crash")
  func mutations() {
    var random = RandomQuads(generator: SeededGenerator())
    print("TriG mutations: SIMPUL_SEED=\(random.generator.seed)")
    let signs = Array("<>[](){}.;,:@^\"'\\#a_-+1e \n".utf8)
    for _ in 0..<3_000 {
      var tree = BracketTree(generator: random.generator)
      var bytes: [UInt8] = Array(tree.document().utf8)
      random.generator = tree.generator
      bytes += TriGSerializer(options: Self.options).serialize(random.quads(2))
      for _ in 0..<3 where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random.generator)
        switch Int.random(in: 0..<4, using: &random.generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random.generator)
        case 2: bytes.insert(signs[random.generator.below(signs.count)], at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      do {
        let quads = try TriGParser().parse(bytes)
        let again: [UInt8] = TriGSerializer().serialize(quads)
        let reread = try TriGParser().parse(again)
        // Labels that the reader gave are read back with a hyphen more, so counts are compared.
        #expect(reread.count == Set(quads).count, "SIMPUL_SEED=\(random.generator.seed)")
      } catch {
        #expect(error.location.lowerBound.offset <= bytes.count)
      }
    }
  }
}

/// A random Turtle document full of brackets, and the statements that it makes.
struct BracketTree {
  var generator: SeededGenerator
  private(set) var quads: [Quad] = []
  private var nodes = 0

  init(generator: SeededGenerator) { self.generator = generator }

  /// A few statements.
  mutating func document() -> String {
    (0..<generator.below(3) + 1).map { _ in statement() }.joined(separator: "\n")
  }

  private mutating func statement() -> String {
    switch generator.below(3) {
    case 0:
      let subject = node()
      return "\(generator.below(2) == 0 ? brackets(of: subject, depth: 0) : "[]\(known(subject))")."
    case 1:
      let (text, head) = collection(depth: 0)
      return "\(text)\(properties(of: head, depth: 0)) ."
    default:
      let subject = Subject.namedNode(NamedNode(unchecked: "a:s"))
      return "<a:s> \(properties(of: subject, depth: 0)) ."
    }
  }

  private mutating func known(_ subject: Subject) -> String { properties(of: subject, depth: 1) }

  /// A node under the name that the reader gives it.
  private mutating func node() -> Subject {
    defer { nodes += 1 }
    return .blankNode(BlankNode(label: "anon\(nodes)"))
  }

  private mutating func brackets(of node: Subject, depth: Int) -> String {
    "[\(properties(of: node, depth: depth))]"
  }

  /// At least one property, perhaps with semicolons to spare.
  private mutating func properties(of subject: Subject, depth: Int) -> String {
    (0..<generator.below(2) + 1).map { _ in
      let predicate = NamedNode(unchecked: "a:p\(generator.below(3))")
      let objects = (0..<generator.below(2) + 1).map { _ in
        let (text, term) = object(depth: depth + 1)
        quads.append(Quad(Triple(subject, predicate, term)))
        return text
      }
      return "<\(predicate.iri)>\(objects.joined(separator: ","))"
    }.joined(separator: [";", " ;; "][generator.below(2)]) + ["", ";", " ; ;"][generator.below(3)]
  }

  private mutating func object(depth: Int) -> (String, Term) {
    switch generator.below(depth < 4 ? 5 : 3) {
    case 0: return ("1", .literal(Literal("1", datatype: XSD.integer)))
    case 1: return ("'''a''b'''@id", .literal(Literal("a''b", language: "id")))
    case 2: return ("[ ]", node().term)
    case 3:
      let node = node()
      return (brackets(of: node, depth: depth), node.term)
    default:
      let (text, head) = collection(depth: depth)
      return (text, head.term)
    }
  }

  private mutating func collection(depth: Int) -> (String, Subject) {
    var text = "("
    let nothing = NamedNode(unchecked: RDFVocabulary.namespace + "nil")
    var head: Subject?
    var last: Subject?
    for _ in 0..<generator.below(4) {
      let (item, term) = object(depth: depth + 1)
      let cell = node()
      text += " \(item)"
      quads.append(
        Quad(Triple(cell, NamedNode(unchecked: RDFVocabulary.namespace + "first"), term)))
      if let last {
        let rest = NamedNode(unchecked: RDFVocabulary.namespace + "rest")
        quads.append(Quad(Triple(last, rest, cell.term)))
      }
      head = head ?? cell
      last = cell
    }
    if let last {
      let rest = NamedNode(unchecked: RDFVocabulary.namespace + "rest")
      quads.append(Quad(Triple(last, rest, .namedNode(nothing))))
    }
    return (text + ")", head ?? .namedNode(nothing))
  }
}
