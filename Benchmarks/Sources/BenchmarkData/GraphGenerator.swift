/// Makes the benchmark graph: cities that cooperate, their governments, people, documents,
/// regulations, agreements, programs, donated tools, and claims about them.
///
/// The graph comes in blocks, each a city and what hangs on it. A later block refers to earlier
/// ones, and to old ones more often than to new ones, so that the citation counts are skewed as in
/// real data. Seed and size alone decide the statements: a smaller graph is the beginning of a
/// larger one, and none occurs twice. Numbers and order of the random choices are therefore part of
/// the data's definition, as are the lists in `Names` and `Topics`.
struct GraphGenerator<Writer: StatementWriter> {
  var random: MersenneTwister
  var writer: Writer
  /// Written statements that have not been taken yet.
  var buffer: [UInt8] = []
  /// How many statements have been written.
  private(set) var count = 0
  /// The named graph of the statements to come; nil is the default graph.
  var graph: Term?

  var provinces: [Province] = []
  var cities: [City] = []
  var people: [Term] = []
  var regulations: [Regulation] = []
  /// The regulations of popular kinds, which others rest on.
  var laws: [Term] = []
  /// Lines of regulations, each of which amended or repealed the one before.
  var families: [Family] = []
  /// The one line that grows to `maximalDepth` members.
  var deepFamily: Family?
  var agreements: [Term] = []
  var selectorCount = 0

  /// The length of the longest line of amendments.
  static var maximalDepth: Int { 300 }

  struct Province {
    var iri: Term
    var country: ByteText
  }

  struct City {
    var iri: Term
    var government: Term
    var country: ByteText
    var name: ByteText
    /// The name as IRIs hold it.
    var slug: ByteText
  }

  struct Regulation {
    var iri: Term
    var kind: RegulationKind
    var year: Int
  }

  struct Family {
    var newest: Regulation
    /// How many members the line has.
    var length: Int
  }

  /// A block while it is being written.
  struct Block {
    /// The number of the block, from 0.
    var number: Int
    var city: City
    var documents: [Term] = []
    var passages: [Term] = []
    /// What claims will support.
    var facts: [Fact] = []
  }

  struct Fact {
    var subject: Term
    var predicate: Term
    var object: Term
  }

  init(seed: UInt64, writer: Writer) {
    random = MersenneTwister(seed: seed)
    self.writer = writer
  }

  /// Writes whole blocks until there are `wanted` statements or somewhat more, and gives the bytes
  /// to `take`, about a megabyte at a time.
  mutating func run<Failure: Error>(
    wanted: Int, take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    writer.begin(&buffer)
    writeVocabulary()
    var number = 0
    while count < wanted {
      writeBlock(number)
      number += 1
      if buffer.count > 1 << 20 {
        try take(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    writer.end(&buffer)
    try take(buffer)
    buffer.removeAll()
  }

  /// Writes a statement in the current graph.
  mutating func state(_ subject: Term, _ predicate: Term, _ object: Term) {
    writer.write(
      Statement(subject: subject, predicate: predicate, object: object, graph: graph), to: &buffer)
    count += 1
  }

  /// Writes the class of a resource.
  mutating func state(_ subject: Term, isA type: Term) {
    state(subject, rdf("type"), type)
  }

  /// Writes the Indonesian and the English label of a resource.
  mutating func label(_ subject: Term, indonesian: ByteText, english: ByteText) {
    state(subject, rdfs("label"), .indonesian(indonesian))
    state(subject, rdfs("label"), .english(english))
  }

  private mutating func writeBlock(_ number: Int) {
    graph = nil
    var block = Block(number: number, city: writePlaces(number))
    cities.append(block.city)
    graph = id("graph/source-\(number)")
    writePeople(of: block)
    writeDocuments(of: &block)
    writeRegulations(of: &block)
    writeAgreements(of: &block)
    writeClaims(of: block)
  }
}
