import Claims
import Diagnostics
import Documents
import DomainPack

/// Where the columns that a mapping names stand in a table.
struct TableColumns {
  private var positions: [String: Int] = [:]

  /// Finds the columns: by the very name, else by the only one that differs in capitals, marks and
  /// blanks alone.
  ///
  /// - Throws: ``SyntaxError`` at the first name that the table does not have.
  init(_ layout: TableLayout, mapping: TableMapping) throws(SyntaxError) {
    for (name, position) in mapping.columns where positions[name] == nil {
      let folded = Slug.folded(name)
      let alike = layout.columns.indices.filter {
        !layout.columns[$0].isEmpty && Slug.folded(layout.columns[$0]) == folded
      }
      guard
        let column = layout.columns.firstIndex(of: name) ?? (alike.count == 1 ? alike.first : nil)
      else {
        throw SyntaxError(
          Self.unknown(name, layout.columns.filter { !$0.isEmpty }), at: position..<position,
          file: mapping.file)
      }
      positions[name] = column
    }
  }

  /// The position of a column that the mapping names.
  func position(of name: String) -> Int? { positions[name] }

  private static func unknown(_ name: String, _ columns: [String]) -> Message {
    if let near = EditDistance.nearest(to: name, among: columns).first {
      return Message(
        en: "the table has no column “\(name)”; did you mean “\(near)”?",
        id: "tabel tidak memiliki kolom “\(name)”; maksud Anda “\(near)”?")
    }
    let known = columns.prefix(40).joined(separator: ", ")
    return Message(
      en: "the table has no column “\(name)”; its columns are: \(known)",
      id: "tabel tidak memiliki kolom “\(name)”; kolomnya: \(known)")
  }
}
