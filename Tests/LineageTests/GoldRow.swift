import Foundation
import TestSupport

/// Rows of the shared tables of lineage.
enum GoldRow {
  /// The rows of a file by the names of its columns.
  static func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(
      contentsOf: SharedMaterial.folder.appending(path: "gold/\(name)"), encoding: .utf8)
    let rows = cells(text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The cells of [CSV](https://www.rfc-editor.org/rfc/rfc4180).
  private static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var characters = text.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if next == "\"" {
          cell.append("\"")
          next = characters.next()
        } else {
          isQuoted = false
        }
        continue
      }
      switch character {
      case "\"": isQuoted = true
      case ",":
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\n", "\r\n":
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    if cell.isEmpty, rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }
}
