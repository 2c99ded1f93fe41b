public import Claims
public import Diagnostics

/// How a name of the gazetteer counts where it is met.
public enum NameUse: Hashable, Sendable {
  /// Wherever it stands, whatever its capitals.
  case plain
  /// Only with the capitals it is written with.
  case exactCase
  /// Only where the context confirms it.
  case needsContext
}

/// One named thing of the gazetteer; docs/pack.md describes the columns.
public struct GazetteerEntry: Hashable, Sendable {
  /// Path of the entity's IRI under the base: `city/id/bandung`.
  public var key: String
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// The caption in Indonesian; that in English where the table has none.
  public var indonesianLabel: String
  /// The caption in English; that in Indonesian where the table has none.
  public var englishLabel: String
  /// Names met in running text, without the labels.
  public var names: [Name]
  /// Key of the place or body it belongs to.
  public var parent: String?
  /// Degrees, WGS 84.
  public var latitude: String?
  /// Degrees east, WGS 84, as the table writes them.
  public var longitude: String?
  /// What else the table says of it, such as `level` and `population`.
  public var attributes: [String: String]
  /// IRIs of the same thing elsewhere.
  public var exactMatches: [String]

  /// A name met in running text.
  public struct Name: Hashable, Sendable {
    /// The name as written.
    public var text: String
    /// Where it counts.
    public var use: NameUse

    /// A name and how it counts.
    public init(text: String, use: NameUse) {
      self.text = text
      self.use = use
    }
  }

  /// The label in a language, by its BCP 47 tag.
  public func label(in language: String) -> String {
    language == "en" ? englishLabel : indonesianLabel
  }
}

/// The named things that the pack knows, by key.
public struct Gazetteer: Sendable {
  /// In order of the keys.
  public private(set) var entries: [GazetteerEntry] = []
  private var positions: [String: Int] = [:]

  /// A gazetteer without entries.
  public init() {}

  /// The entry with this key; nil if there is none.
  public func entry(forKey key: String) -> GazetteerEntry? { positions[key].map { entries[$0] } }

  private static let columns = [
    "key", "class", "label_id", "label_en", "names", "parent", "lat", "lon", "attributes", "exact",
  ]

  /// Adds the rows of one table.
  ///
  /// - Throws: ``SyntaxError`` with the line of the first row that is not as docs/pack.md says.
  public mutating func add(table: [UInt8], file: String) throws(SyntaxError) {
    var line = 0
    var sawHeader = false
    for row in table.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { line += 1 }
      guard let first = row.first, first != UInt8(ascii: "#") else { continue }
      let cells = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      func fault(_ english: String, _ indonesian: String) -> SyntaxError {
        let position = TextPosition(line: line, column: 0, offset: 0)
        return SyntaxError(
          Message(en: english, id: indonesian), at: position..<position, file: file)
      }
      guard sawHeader else {
        guard cells.map(Self.text) == Self.columns else {
          let names = Self.columns.joined(separator: ", ")
          throw fault("expected the columns \(names)", "diharapkan kolom \(names)")
        }
        sawHeader = true
        continue
      }
      guard cells.count == Self.columns.count else {
        throw fault(
          "expected \(Self.columns.count) cells, found \(cells.count)",
          "diharapkan \(Self.columns.count) sel, ditemukan \(cells.count)")
      }
      guard !cells[0].isEmpty, !cells[1].isEmpty, !(cells[2].isEmpty && cells[3].isEmpty) else {
        throw fault(
          "a row needs a key, a class and a label", "baris memerlukan key, class, dan label")
      }
      let entry = Self.entry(cells)
      guard positions.updateValue(entries.count, forKey: entry.key) == nil else {
        throw fault("the key \(entry.key) stands twice", "kunci \(entry.key) muncul dua kali")
      }
      entries.append(entry)
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func entry(_ cells: [ArraySlice<UInt8>]) -> GazetteerEntry {
    func optional(_ cell: ArraySlice<UInt8>) -> String? { cell.isEmpty ? nil : text(cell) }
    let names = cells[4].split(separator: UInt8(ascii: "|")).map { name -> GazetteerEntry.Name in
      switch name.first {
      case UInt8(ascii: "="): .init(text: text(name.dropFirst()), use: .exactCase)
      case UInt8(ascii: "?"): .init(text: text(name.dropFirst()), use: .needsContext)
      default: .init(text: text(name), use: .plain)
      }
    }
    var attributes: [String: String] = [:]
    for pair in cells[8].split(separator: UInt8(ascii: ";")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
      if parts.count == 2 { attributes[text(parts[0])] = text(parts[1]) }
    }
    return GazetteerEntry(
      key: text(cells[0]), entityClass: EntityClass(rawValue: text(cells[1])),
      indonesianLabel: text(cells[2].isEmpty ? cells[3] : cells[2]),
      englishLabel: text(cells[3].isEmpty ? cells[2] : cells[3]), names: names,
      parent: optional(cells[5]), latitude: optional(cells[6]), longitude: optional(cells[7]),
      attributes: attributes, exactMatches: cells[9].split(separator: UInt8(ascii: "|")).map(text))
  }
}
