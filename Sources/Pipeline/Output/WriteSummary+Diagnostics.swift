import Diagnostics
import GraphFormats

extension WriteSummary {
  /// Tells what a file could not hold, and what its reader will change: one warning of each kind.
  func diagnostics(in file: String) -> [Diagnostic] {
    [
      ("graph.characters", replacements), ("graph.infinity", infinities.map(Self.misreadings)),
      ("graph.unplaced", unplaced),
    ].compactMap { id, message in
      message.map { Diagnostic(id: id, severity: .warning, message: $0, file: file) }
    }
  }

  private var replacements: Message? {
    guard replacedCharacters > 0 else { return nil }
    let count = replacedCharacters
    return Message(
      en: "\(count) \(count == 1 ? "character" : "characters") that XML or DOT cannot hold "
        + "replaced by U+FFFD",
      id: "\(count) karakter yang tidak dapat ditulis dalam XML atau DOT diganti U+FFFD")
  }

  private var unplaced: Message? {
    guard unplacedNodes > 0 else { return nil }
    let count = unplacedNodes
    return Message(
      en: "\(count) \(count == 1 ? "thing is" : "things are") not on the map, since nothing tells "
        + "where \(count == 1 ? "it is" : "they are")",
      id: "\(count) hal tidak ada di peta karena tidak diketahui tempatnya")
  }

  private static func misreadings(_ found: GephiInfinities) -> Message {
    let count = found.count
    return Message(
      en:
        "Gephi will show \"Infinity\" for \"INF\" in \(count) \(count == 1 ? "value" : "values"), "
        + "the first of them \"\(found.example)\"; labels are not affected, so go by them",
      id: "Gephi akan menampilkan \"Infinity\" sebagai ganti \"INF\" dalam \(count) nilai, "
        + "yang pertama \"\(found.example)\"; label tidak terpengaruh, jadi berpeganglah pada label"
    )
  }
}
