import Claims
import Documents
import DomainPack

/// The names that the cells of a table hold, each once, to be looked up together.
struct CellNameRequests {
  /// A name, and the country that the row gives for it.
  struct Request: Hashable {
    var name: String
    var country: String?
  }

  /// In the order of the rows.
  private(set) var requests: [Request] = []
  private var seen: Set<Request> = []

  /// Adds the names of a row.
  mutating func collect(_ cells: RowCells, _ mapping: TableMapping) {
    for thing in mapping.things where thing.identity != .agreement {
      guard let label = thing.label else { continue }
      let country = thing.country.flatMap { cells.value(of: $0)?.text }
      if let country { add(Request(name: country, country: nil)) }
      for value in cells.values(of: label, split: thing.split) {
        add(Request(name: value.text, country: country))
      }
    }
    for claim in mapping.claims {
      guard case .named(let text, _) = claim.object else { continue }
      for value in cells.values(of: text, split: claim.split) {
        add(Request(name: value.text, country: nil))
      }
    }
  }

  private mutating func add(_ request: Request) {
    if seen.insert(request).inserted { requests.append(request) }
  }
}

/// The names of a table as the reader of running text understands them.
///
/// Each name is read as a text of its own, with its country behind it, by the gazetteer and the rules
/// for mentions; what names the whole cell is what the cell names.
struct CellNames {
  /// What was read of all names.
  private(set) var reading: DocumentReading
  private var blocks: [CellNameRequests.Request: Int] = [:]
  /// The first sentence of each block; nil for one without tokens.
  private var sentences: [Int: Int] = [:]
  private let places: Set<Int32>

  init(_ requests: CellNameRequests, language: String?, extractor: Extractor) {
    var document = Document(fileName: "", format: "csv", rawText: [], blocks: [])
    for (number, request) in requests.requests.enumerated() {
      blocks[request] = number
      document.blocks.append(Block(kind: .tableRow, text: Self.text(of: request)))
    }
    reading = DocumentReading(document: document, pack: extractor.pack)
    if let language { reading.language = language }
    extractor.annotate(&reading, BaseAnnotator(reading))
    for (number, sentence) in reading.sentences.enumerated() where sentences[sentence.block] == nil
    {
      sentences[sentence.block] = number
    }
    places = Set(["Country", "Province"].compactMap { extractor.pack.classes[$0] })
  }

  /// The name, with capitals if it has none at all, and the country.
  private static func text(of request: CellNameRequests.Request) -> RepairedText {
    let hasCapitals = request.name.unicodeScalars.contains { $0.properties.isUppercase }
    var text = RepairedText()
    var isStart = true
    func append(_ scalar: Unicode.Scalar) { text.append(scalar, from: 0..<1) }
    for scalar in request.name.unicodeScalars {
      if !hasCapitals, isStart, scalar.properties.isLowercase {
        scalar.properties.uppercaseMapping.unicodeScalars.forEach(append)
      } else {
        append(scalar)
      }
      isStart = scalar == " "
    }
    for scalar in (request.country.map { ", \($0)" } ?? "").unicodeScalars { append(scalar) }
    return text
  }

  /// The thing of a class that a name means; nil if the whole name means none.
  ///
  /// - Returns: position in the entities of ``reading``.
  func thing(named name: String, country: String? = nil, of entityClass: EntityClass) -> Int? {
    guard let block = blocks[CellNameRequests.Request(name: name, country: country)],
      let number = sentences[block], let wanted = reading.pack.classes[entityClass.rawValue]
    else { return nil }
    let read = reading.blocks[block]
    let behind = country.map { ", \($0)".utf8.count } ?? 0
    let nameEnd = read.block.text.bytes.count - behind
    let count = read.tokens.prefix { $0.range.upperBound <= nameEnd }.count
    let sentence = reading.sentences[number]
    var best: SentenceMention?
    for mention in sentence.mentions
    where mention.tokens.lowerBound == 0 && mention.entityClass == wanted
      && !mention.entities.isEmpty && (mention.standing != .dropped || mention.isUnconfirmed)
    {
      guard
        mention.tokens.upperBound >= count || isPlace(mention.tokens.upperBound..<count, sentence)
      else { continue }
      if best.map({ isNearer(mention, than: $0, to: count) }) ?? true { best = mention }
    }
    return best?.entities.first
  }

  /// Whether one mention ends nearer to the end of a name; of two alike the one that is confirmed.
  private func isNearer(
    _ mention: SentenceMention, than other: SentenceMention, to count: Int
  ) -> Bool {
    let distances = [mention, other].map { abs($0.tokens.upperBound - count) }
    if distances[0] != distances[1] { return distances[0] < distances[1] }
    return !mention.isUnconfirmed && other.isUnconfirmed
  }

  /// Whether some tokens are only marks and the place in which a name lies: `, Jepang`, `(Jepang)`.
  private func isPlace(_ tokens: Range<Int>, _ sentence: SentenceReading) -> Bool {
    tokens.allSatisfy { token in
      reading.blocks[sentence.block].tokens[token].look.contains(.mark)
        || sentence.mentions.contains {
          $0.tokens.contains(token) && tokens.contains($0.tokens.lowerBound)
            && places.contains($0.entityClass)
        }
    }
  }
}
