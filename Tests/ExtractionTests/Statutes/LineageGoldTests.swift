import Citations
import Documents
import DomainPack
import Foundation
import TestSupport
import Testing

/// Holds what the reader of regulations finds in laws against what people and another graph found.
///
/// The laws and the tables lie in `$SIMPUL_SHARED`: `corpus-regulations` and `gold`.
@Suite(
  "Relations between regulations in the shared laws",
  .enabled(if: SharedMaterial.shouldRun("gold/lineage-dev.csv")))
struct LineageGoldTests {
  /// A row of a table: what one act does to another.
  struct Row {
    var from: String
    var relation: String
    var to: String
    var fields: [String: String]
  }

  @Test("finds at least 95 of 100 of the checked relations, with date and scope, and no false one")
  func checkedRelations() throws {
    let laws = try Laws()
    var found = 0
    var count = 0
    for row in try Self.rows("lineage-dev.csv") {
      let relation = try laws.relation(row)
      guard row.fields["confirmed"] == "yes" else {
        if row.fields["confirmed"] == "false" {
          #expect(relation == nil, "\(row.from) \(row.relation) \(row.to)")
        }
        continue
      }
      count += 1
      let day = row.fields["effective_date"] ?? ""
      let isWhole = (row.fields["scope"] ?? "").isEmpty
      if let relation, try day.isEmpty || laws.day(row.from) == day,
        row.relation != "repeals" || isWhole != relation.isPartial
      {
        found += 1
      } else {
        print("not found: \(row.from) \(row.relation) \(row.to) \(day)")
      }
    }
    print("checked relations: \(found) of \(count)")
    #expect(count > 0 && Double(found) >= 0.95 * Double(count))
  }

  @Test("finds at least 92 of 100 of the relations of the other graph that the text supports")
  func otherRelations() throws {
    let laws = try Laws()
    var found = 0
    var count = 0
    for row in try Self.rows("lineage-silver-dev.csv") where row.fields["text_check"] == "supported"
    {
      count += 1
      if try laws.relation(row) != nil { found += 1 }
    }
    print("relations of the other graph: \(found) of \(count)")
    #expect(count > 0 && Double(found) >= 0.92 * Double(count))
  }

  /// The rows of a table of the shared gold.
  private static func rows(_ name: String) throws -> [Row] {
    let text = try String(
      contentsOf: SharedMaterial.folder.appending(path: "gold/\(name)"), encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
    let names = lines.removeFirst()
    return lines.map { cells in
      let fields = Dictionary(
        zip(names, cells), uniquingKeysWith: { first, _ in first })
      return Row(
        from: fields["from"] ?? "", relation: fields["relation"] ?? "", to: fields["to"] ?? "",
        fields: fields)
    }
  }

  /// The cells of a line of comma-separated values.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

/// The shared laws, each read once.
private final class Laws {
  // A class because laws are read when they are asked for; each test has its own.
  private let reader: DocumentReader
  private let parser: StatuteParser
  private var statutes: [String: Statute?] = [:]

  init() throws {
    let pack = try RealPack.pack()
    reader = try RealPack.reader()
    parser = StatuteParser(
      citations: CitationParser(kinds: pack.regulationKinds, known: pack.knownRegulations),
      words: pack.statuteWords, languages: pack.languages)
  }

  /// What the text of the first act of a row says of the second.
  func relation(_ row: LineageGoldTests.Row) throws -> StatuteRelation? {
    try statute(row.from)?.relations.first { relation in
      relation.subject == nil && relation.kind.rawValue == row.relation
        && relation.object.key == row.to
    }
  }

  /// When an act came into force, else when it was enacted.
  func day(_ key: String) throws -> String? {
    let statute = try statute(key)
    return (statute?.inForce ?? statute?.enacted)?.day
  }

  private func statute(_ key: String) throws -> Statute? {
    if let known = statutes[key] { return known }
    let path = key.lowercased()
    let file = SharedMaterial.folder.appending(path: "corpus-regulations/\(path).md")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let document = try reader.read([UInt8](Data(contentsOf: file)), fileName: "\(path).md")
    var text = StatuteText()
    for (number, block) in document.blocks.enumerated() {
      let kind: StatuteText.BlockKind =
        switch block.kind {
        case .heading: .heading
        case .listItem: .item
        default: .other
        }
      text.append(block.text.bytes, kind, number: number)
    }
    let statute = parser.statute(in: text, path: path)
    statutes[key] = .some(statute)
    return statute
  }
}
