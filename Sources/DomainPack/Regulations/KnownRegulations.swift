public import Diagnostics

/// The acts that the pack knows, by key.
public struct KnownRegulations: Sendable {
  /// In order of the file.
  public private(set) var entries: [KnownRegulation] = []
  private var positions: [String: Int] = [:]
  private var positionsByNumber: [String: [Int]] = [:]

  /// Knows nothing.
  public init() {}

  /// The act with a canonical key.
  public subscript(key: String) -> KnownRegulation? { positions[key].map { entries[$0] } }

  /// The acts with this number and year, whatever their kind, in order of the file.
  public func entries(year: String, number: String) -> [KnownRegulation] {
    (positionsByNumber["\(year)/\(number)"] ?? []).map { entries[$0] }
  }

  private static let columns = [
    "key", "title_id", "title_en", "names", "issued", "in_force_from", "in_force_until",
    "ended_by", "url", "relations",
  ]

  /// Reads `regulations.tsv`: tab separated, `#` lines are comments, the first other line names the
  /// columns; names are separated by `|`, relations are `name=KEY` separated by `;`.
  ///
  /// - Throws: ``SyntaxError`` with the line of the first row that is not so, of a key that stands
  ///   twice, or of a date that is no ISO 8601 date.
  public static func load(table: [UInt8], file: String) throws(SyntaxError) -> KnownRegulations {
    var result = KnownRegulations()
    var sawHeader = false
    let rows = table.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (line, row) in rows.enumerated() {
      guard let first = row.first, first != UInt8(ascii: "#") else { continue }
      let cells = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      let fault = { (english: String, indonesian: String) -> SyntaxError in
        let position = TextPosition(line: line, column: 0, offset: 0)
        return SyntaxError(
          Message(en: english, id: indonesian), at: position..<position, file: file)
      }
      guard sawHeader else {
        guard cells == columns else {
          let names = columns.joined(separator: ", ")
          throw fault("expected the columns \(names)", "diharapkan kolom \(names)")
        }
        sawHeader = true
        continue
      }
      guard cells.count == columns.count else {
        throw fault(
          "expected \(columns.count) cells, found \(cells.count)",
          "diharapkan \(columns.count) sel, ditemukan \(cells.count)")
      }
      try result.add(cells, fault: fault)
    }
    return result
  }

  private mutating func add(
    _ cells: [String], fault: (String, String) -> SyntaxError
  ) throws(SyntaxError) {
    let key = cells[0]
    guard key.split(separator: "/").count >= 2, key == key.uppercased() else {
      throw fault("“\(key)” is no key", "“\(key)” bukan kunci")
    }
    guard positions[key] == nil else {
      throw fault("the key \(key) stands twice", "kunci \(key) muncul dua kali")
    }
    for date in cells[4...6] where !date.isEmpty && !Self.isDate(date) {
      throw fault("“\(date)” is no date", "“\(date)” bukan tanggal")
    }
    var relations: [KnownRegulation.Relation] = []
    for pair in cells[9].split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let kind = KnownRegulation.RelationKind(rawValue: parts[0]) else {
        throw fault("“\(pair)” is no relation", "“\(pair)” bukan relasi")
      }
      relations.append(.init(kind: kind, target: parts[1]))
    }
    func optional(_ cell: String) -> String? { cell.isEmpty ? nil : cell }
    positions[key] = entries.count
    let parts = key.split(separator: "/")
    if parts.count == 3 {
      positionsByNumber["\(parts[1])/\(parts[2])", default: []].append(entries.count)
    }
    entries.append(
      KnownRegulation(
        key: key, indonesianTitle: cells[1], englishTitle: cells[2],
        names: cells[3].split(separator: "|").map(String.init), issued: optional(cells[4]),
        inForceFrom: optional(cells[5]), inForceUntil: optional(cells[6]),
        endedBy: optional(cells[7]), url: optional(cells[8]), relations: relations))
  }

  /// Whether the text is YYYY, YYYY-MM or YYYY-MM-DD with a month and a day that exist.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return false }
    return (numbers.count < 2 || (1...12).contains(numbers[1]))
      && (numbers.count < 3 || (1...31).contains(numbers[2]))
  }
}
