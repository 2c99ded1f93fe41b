import Documents
import Testing

@Suite("Metadata of PDF files") struct PDFMetadataTests {
  private static func reader() -> DocumentReader {
    var lexicon = ReadingSamples.lexicon
    lexicon.placeholderNames = ["untitled", "Microsoft Word -", "user"]
    return DocumentReader(lexicon: lexicon)
  }

  private func read(_ information: [(String, String)]) throws -> Document {
    var sample = PDFSample()
    sample.information = information
    sample.page()
    sample.line("Kota Kembar", x: 72, y: 60, size: 20)
    _ = sample.lines(PDFSample.wrap(PDFLayoutTests.first, 60), x: 72, y: 100)
    return try Self.reader().read(sample.bytes, fileName: "a.pdf")
  }

  @Test("Title, authors and date come from the file")
  func given() throws {
    let metadata = try read([
      ("Title", "Kerja Sama Kota"), ("Author", "Siti Rahmawati; Budi Hadi"),
      ("CreationDate", "D:20170312091500+07'00'"),
    ]).metadata
    #expect(metadata.title == "Kerja Sama Kota")
    #expect(metadata.authors == ["Siti Rahmawati", "Budi Hadi"])
    #expect(metadata.date == "2017-03-12")
  }

  @Test(
    "What a program wrote of itself is no title",
    arguments: [
      "", "untitled", "Microsoft Word - skripsi bab 1", "Microsoft Word - x.doc", "laporan.indd",
      "12",
    ])
  func placeholders(_ title: String) throws {
    let metadata = try read([("Title", title), ("Author", "user")]).metadata
    #expect(metadata.title == "Kota Kembar")
    #expect(metadata.authors == [])
  }
}
