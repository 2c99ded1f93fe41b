import Diagnostics

extension DocumentReader {
  func readContainer(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    throw ReadingError(
      file: fileName, reason: Message(en: "DOCX is not read yet", id: "DOCX belum dapat dibaca"))
  }

  func readHTML(
    _ raw: [Unicode.Scalar], bytes: [UInt8], fileName: String
  ) throws(ReadingError) -> Document {
    throw ReadingError(
      file: fileName, reason: Message(en: "HTML is not read yet", id: "HTML belum dapat dibaca"))
  }
}
