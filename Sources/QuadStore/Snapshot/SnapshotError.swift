public import Diagnostics

/// Why a snapshot file is refused.
public struct SnapshotError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the file.
  public enum Reason: Hashable, Sendable {
    /// It is no snapshot at all.
    case notASnapshot
    /// It was written in another version of the format.
    case version(Int)
    /// It was written by a machine that orders bytes the other way.
    case byteOrder
    /// It is not as long as it says.
    case length(expected: Int, found: Int)
    /// A part is not what was written.
    case damaged(section: String, block: Int)
    /// What is changed beside it and what it holds contradict each other.
    case inconsistent
    /// The file of changes beside it is none.
    case notChanges
    /// The changes beside it were written in another version of their format.
    case versionOfChanges(Int)
    /// A record of the changes beside it is not what was written; 0 is their header.
    case damagedChanges(record: Int)
    /// The changes beside it are of another snapshot.
    case foreignChanges
    /// The system could not do what was asked, with its number of the error.
    case system(Int32)
  }

  /// What is wrong.
  public let reason: Reason
  /// The file.
  public let file: String

  /// An error in a file.
  public init(_ reason: Reason, file: String) {
    self.reason = reason
    self.file = file
  }

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch reason {
    case .notASnapshot:
      Message(en: "not a snapshot of Simpul", id: "bukan cuplikan Simpul")
    case .version(let version):
      Message(
        en: "a snapshot of format version \(version), this program reads \(SnapshotFormat.version)",
        id: "cuplikan format versi \(version), program ini membaca \(SnapshotFormat.version)")
    case .byteOrder:
      Message(
        en: "a snapshot from a machine with the other byte order",
        id: "cuplikan dari mesin dengan urutan bita yang lain")
    case .length(let expected, let found):
      Message(
        en: "the snapshot should have \(expected) bytes and has \(found)",
        id: "cuplikan seharusnya \(expected) bita, ternyata \(found)")
    case .damaged(let section, let block):
      Message(
        en: "damaged snapshot: block \(block) of '\(section)' is not what was written",
        id: "cuplikan rusak: blok \(block) dari '\(section)' bukan yang dahulu ditulis")
    case .inconsistent:
      Message(
        en: "changes that the snapshot cannot have had: what they take away is not there, or what "
          + "they put in is",
        id: "perubahan yang tidak mungkin dari cuplikan ini: yang dihapus tidak ada, atau yang "
          + "ditambahkan sudah ada")
    case .notChanges:
      Message(
        en: "not a file of changes beside a snapshot; move it away if it does not belong there",
        id: "bukan berkas perubahan di samping cuplikan; pindahkan jika memang bukan tempatnya")
    case .versionOfChanges(let version):
      Message(
        en: "changes of format version \(version), this program reads \(DeltaFormat.version)",
        id: "perubahan format versi \(version), program ini membaca \(DeltaFormat.version)")
    case .damagedChanges(let record):
      Message(
        en: "damaged changes: record \(record) is not what was written; without this file the "
          + "snapshot opens as it was before all changes in it",
        id: "perubahan rusak: rekaman \(record) bukan yang dahulu ditulis; tanpa berkas ini "
          + "cuplikan terbuka seperti sebelum semua perubahan di dalamnya")
    case .foreignChanges:
      Message(
        en: "these are changes of another snapshot than the one beside; put that one back, or "
          + "remove this file if its changes are not wanted",
        id: "ini perubahan cuplikan lain, bukan yang di sampingnya; kembalikan cuplikan itu, atau "
          + "hapus berkas ini jika perubahannya tidak diperlukan")
    case .system(let number):
      Message(
        en: "the system refused the file (error \(number))",
        id: "sistem menolak berkas (galat \(number))")
    }
  }

  /// The file and the reason.
  public var description: String { "\(file): \(message.text(in: .english))" }
}
