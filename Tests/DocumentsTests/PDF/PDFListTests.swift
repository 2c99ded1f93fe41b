import Documents
import Testing

@Suite("Lists, notes and page numbers of single PDF pages") struct PDFListTests {
  private static let text = PDFLayoutTests.first

  private func blocks(_ sample: PDFSample) throws -> [String] {
    try ReadingSamples.reader.read(sample.bytes, fileName: "a.pdf").blocks
      .map(ReadingSamples.describe)
  }

  /// A page with a paragraph, and the baseline below it.
  private func page() -> (PDFSample, Double) {
    var sample = PDFSample()
    sample.page()
    let end = sample.lines(PDFSample.wrap(Self.text, 60), x: 72, y: 80)
    return (sample, end)
  }

  @Test("Lists within lists, their marks set apart, are no tables")
  func nested() throws {
    var (sample, end) = page()
    for (mark, x, text) in [
      ("1.", 84.0, "Tujuan pertama"), ("2.", 84, "Tujuan kedua"), ("a.", 108, "bagian satu"),
      ("b.", 108, "bagian dua"), ("\u{2022}", 84, "butir"), ("\u{2022}", 108, "butir lain"),
    ] {
      end += 12
      sample.line(mark, x: x, y: end)
      sample.line(text, x: x + 24, y: end)
    }
    #expect(
      try blocks(sample) == [
        "p: \(Self.text)", "li: Tujuan pertama", "li: Tujuan kedua", "li: bagian satu",
        "li: bagian dua", "li: butir", "li: butir lain",
      ])
  }

  @Test("A table behind a list keeps its rows, and numbered rows of three cells stay a table")
  func tables() throws {
    var (sample, end) = page()
    let rows = [
      ["\u{2022}", "butir terakhir"], ["No", "Kota", "Tahun"], ["1.", "Kawasaki", "2016"],
      ["2.", "Hamamatsu", "2014"], ["3.", "Suwon", "1997"], ["4.", "Kochi"],
    ]
    for (number, row) in rows.enumerated() {
      end += number == 1 ? 26 : 13
      for (cell, x) in zip(row, [84.0, 120, 240]) { sample.line(cell, x: x, y: end) }
    }
    #expect(
      try blocks(sample) == [
        "p: \(Self.text)", "li: butir terakhir", "row: No | Kota | Tahun",
        "row: 1. | Kawasaki | 2016", "row: 2. | Hamamatsu | 2014", "row: 3. | Suwon | 1997",
        "row: 4. | Kochi",
      ])
  }

  @Test("Notes in the type of the text are told by their raised marks")
  func notes() throws {
    var sample = PDFSample()
    sample.page()
    sample.line("Kota Bandung menandatangani nota.", x: 72, y: 80)
    let end = 72 + PDFSample.width("Kota Bandung menandatangani nota.")
    sample.line("1", x: end, y: 77, size: 6)
    sample.line("Kota itu lalu menerima hibah dari mitranya.", x: end + 10, y: 80)
    _ = sample.lines(PDFSample.wrap(Self.text, 60), x: 72, y: 100)
    sample.line("1", x: 72, y: 757, size: 6)
    sample.line("Wawancara dengan kepala bagian kerja sama", x: 78, y: 760)
    sample.line("pada bulan Maret di Bandung.", x: 72, y: 772)
    sample.line("2", x: 72, y: 789, size: 6)
    sample.line("Arsip kota.", x: 78, y: 792)
    #expect(
      try blocks(sample) == [
        "p: Kota Bandung menandatangani nota. Kota itu lalu menerima hibah dari mitranya.",
        "p: \(Self.text)",
        "note: Wawancara dengan kepala bagian kerja sama pada bulan Maret di Bandung.",
        "note: Arsip kota.",
      ])
  }

  @Test("The only page's number is told by the word before it")
  func pageNumber() throws {
    var (sample, _) = page()
    sample.line("Halaman 1", x: 280, y: 800)
    #expect(try blocks(sample) == ["p: \(Self.text)"])
  }
}
