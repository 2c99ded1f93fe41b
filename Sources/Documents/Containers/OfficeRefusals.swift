import Diagnostics

/// Refusals of office files that are no texts, or that nobody can read without a password.
enum OfficeRefusals {
  /// A spreadsheet of a format.
  static func spreadsheet(_ format: String, file: String) -> ReadingError {
    ReadingError(
      file: file,
      reason: Message(
        en: "a spreadsheet (\(format)) is not read as a document; save its sheet as CSV",
        id: "lembar kerja (\(format)) tidak dibaca sebagai dokumen; simpan lembarnya sebagai CSV"))
  }

  /// A presentation of a format.
  static func presentation(_ format: String, file: String) -> ReadingError {
    ReadingError(
      file: file,
      reason: Message(
        en: "a presentation (\(format)) is not read; save it as PDF",
        id: "presentasi (\(format)) tidak dibaca; simpan sebagai PDF"))
  }

  /// A document that a password protects.
  static func password(file: String) -> ReadingError {
    ReadingError(file: file, reason: passwordReason)
  }

  private static let passwordReason = Message(
    en: "the document is protected by a password; open it, remove the password and save it again",
    id: "dokumen dilindungi kata sandi; buka dokumennya, hapus kata sandinya, lalu simpan lagi")

  /// Why a compound file of Microsoft Office is not read, told by the streams in its directory
  /// ([MS-CFB §2.6](https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb/)).
  ///
  /// Its entries stand at multiples of 128 bytes and begin with the name in UTF-16.
  static func compoundFile(_ bytes: [UInt8]) -> Message {
    for (name, reason) in streams where hasStream(name, bytes) { return reason }
    return Message(
      en: "Word 97 (.doc) files are not read", id: "berkas Word 97 (.doc) tidak dapat dibaca")
  }

  private static let streams: [(String, Message)] = [
    ("EncryptedPackage", passwordReason),
    (
      "Workbook",
      Message(
        en: "Excel 97 (.xls) files are not read; save the sheet as CSV",
        id: "berkas Excel 97 (.xls) tidak dapat dibaca; simpan lembarnya sebagai CSV")
    ),
    (
      "PowerPoint Document",
      Message(
        en: "PowerPoint 97 (.ppt) files are not read; save the slides as PDF",
        id: "berkas PowerPoint 97 (.ppt) tidak dapat dibaca; simpan salindianya sebagai PDF")
    ),
    (
      "WordDocument",
      Message(
        en: "Word 97 (.doc) files are not read; save the document as DOCX",
        id: "berkas Word 97 (.doc) tidak dapat dibaca; simpan dokumennya sebagai DOCX")
    ),
  ]

  private static func hasStream(_ name: String, _ bytes: [UInt8]) -> Bool {
    var wanted: [UInt8] = []
    for unit in name.utf16 { wanted += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    wanted += [0, 0]
    for start in stride(from: 512, to: bytes.count - wanted.count, by: 128)
    where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }
}
