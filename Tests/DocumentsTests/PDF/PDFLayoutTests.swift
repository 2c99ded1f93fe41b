import Claims
import Documents
import Testing

@Suite("Layout of PDF pages") struct PDFLayoutTests {
  static let first = """
    Kerja sama antara Kota Bandung dan Kota Kawasaki dimulai pada tahun 2016 dengan \
    penandatanganan nota kesepahaman tentang pengelolaan lingkungan hidup di kedua kota.
    """
  static let second = """
    Pemerintah kota menerima pelatihan pengukuran kualitas udara dari para ahli yang diutus \
    oleh mitra luar negeri tersebut selama tiga tahun berturut-turut tanpa biaya.
    """
  static let third = """
    Hambatan yang dihadapi antara lain keterbatasan anggaran, pergantian pejabat, dan \
    perbedaan bahasa yang dipakai dalam surat-menyurat antara kedua pemerintah.
    """

  /// Two paragraphs that only their page has.
  private static func texts(_ page: Int) -> [String] {
    let starts = ["Awalnya", "Selanjutnya", "Kemudian hari", "Akhirnya pula"]
    let texts = [first, second, third]
    return [0, 1].map { "\(starts[page - 1]) dicatat bahwa \(texts[(page + $0) % 3])" }
  }

  private func read(_ sample: PDFSample) throws -> Document {
    try ReadingSamples.reader.read(sample.bytes, fileName: "a.pdf")
  }

  private func blocks(_ sample: PDFSample) throws -> [String] {
    try read(sample).blocks.map(ReadingSamples.describe)
  }

  /// Paragraphs whose first line is set in.
  private func indented(_ text: String, _ columns: Int) -> [String] {
    PDFSample.wrap("__ " + text, columns)
  }

  /// Writes paragraphs with first lines set in by two characters, and gives the next baseline.
  private func write(
    _ texts: [String], columns: Int, x: Double, y: Double, into sample: inout PDFSample
  ) -> Double {
    var y = y
    for text in texts {
      for (index, line) in indented(text, columns).enumerated() {
        let shown = index == 0 ? String(line.dropFirst(3)) : line
        sample.line(shown, x: index == 0 ? x + 18 : x, y: y)
        y += 12
      }
    }
    return y
  }

  @Test("Paragraphs of one column begin with an indented line")
  func oneColumn() throws {
    var sample = PDFSample()
    sample.page()
    _ = write([Self.first, Self.second, Self.third], columns: 60, x: 72, y: 80, into: &sample)
    #expect(try blocks(sample) == [Self.first, Self.second, Self.third].map { "p: \($0)" })
  }

  @Test("Paragraphs without an indent begin behind a gap")
  func gaps() throws {
    var sample = PDFSample()
    sample.page()
    var y = 80.0
    for text in [Self.first, Self.second, Self.third] {
      y = sample.lines(PDFSample.wrap(text, 60), x: 72, y: y) + 7
    }
    #expect(try blocks(sample) == [Self.first, Self.second, Self.third].map { "p: \($0)" })
  }

  @Test("Two columns are read one after the other, below a title and abstract across both")
  func twoColumns() throws {
    var sample = PDFSample()
    sample.page()
    sample.line("Kota Kembar di Indonesia", x: 150, y: 70, size: 18)
    let abstract = Self.third + " " + Self.first
    let end = sample.lines(PDFSample.wrap(abstract, 78), x: 60, y: 100)
    let top = end + 20
    let left = write([Self.first, Self.second], columns: 35, x: 60, y: top, into: &sample)
    let divided = PDFSample.wrap(Self.third, 35)
    _ = sample.lines(Array(divided[..<2]), x: 60, y: left + 8)
    let right = sample.lines(Array(divided[2...]), x: 318, y: top)
    _ = write([Self.first, Self.second], columns: 35, x: 318, y: right, into: &sample)
    #expect(
      try blocks(sample) == ["h1: Kota Kembar di Indonesia", "p: \(abstract)"]
        + [Self.first, Self.second, Self.third, Self.first, Self.second].map { "p: \($0)" })
  }

  @Test("Pages that are copies of each other keep their lines")
  func copies() throws {
    var sample = PDFSample()
    for _ in 1...2 {
      sample.page()
      _ = write([Self.first, Self.second, Self.third], columns: 60, x: 72, y: 80, into: &sample)
    }
    let page = [Self.first, Self.second, Self.third].map { "p: \($0)" }
    #expect(try blocks(sample) == page + page)
  }

  @Test("Running heads of even and odd pages and page numbers are dropped")
  func runningHeads() throws {
    var sample = PDFSample()
    for page in 1...4 {
      sample.page()
      sample.line(
        page.isMultiple(of: 2) ? "Siti Rahmawati" : "Jurnal Antarkota 3 (2)", x: 72, y: 40)
      _ = write(Self.texts(page), columns: 60, x: 72, y: 80, into: &sample)
      sample.line("- \(page + 14) -", x: 280, y: 800)
    }
    #expect(try blocks(sample) == (1...4).flatMap { Self.texts($0).map { "p: \($0)" } })
  }

  @Test("Heads with the chapter's name are dropped, the chapter's own heading stays")
  func chapterHeads() throws {
    var sample = PDFSample()
    for page in 1...3 {
      sample.page()
      if page > 1 {
        sample.line("BAB II TINJAUAN KOTA", x: 72, y: 40)
        sample.line("\(page + 6)", x: 500, y: 40)
      } else {
        sample.line("BAB II TINJAUAN KOTA", x: 200, y: 70)
        sample.line("7", x: 300, y: 800)
      }
      _ = write(Self.texts(page), columns: 60, x: 72, y: 100, into: &sample)
    }
    #expect(
      try blocks(sample) == ["h1: BAB II TINJAUAN KOTA"]
        + (1...3).flatMap { Self.texts($0).map { "p: \($0)" } })
  }

  @Test("Lines of a table of contents are list items, not cells or headings")
  func contents() throws {
    var sample = PDFSample()
    sample.page()
    var y = 80.0
    for (title, size) in [("Latar kerja sama", 12.0), ("Mitra luar negeri", 10), ("Hasil", 10)] {
      sample.line(title, x: 110, y: y, size: size)
      sample.line("2.1", x: 72, y: y, size: size)
      sample.line(". . . . . . . . . . . . . . 12", x: 260, y: y, size: size)
      y += 14
    }
    _ = sample.lines(PDFSample.wrap(Self.first, 60), x: 72, y: y + 20)
    let kinds = try read(sample).blocks.map(\.kind)
    #expect(kinds == [.listItem, .listItem, .listItem, .paragraph])
  }

  @Test("A paragraph goes on in the next column and on the next page, around a footnote")
  func acrossPages() throws {
    let text = [Self.first, Self.second, Self.third].joined(separator: " ")
    let lines = PDFSample.wrap(text, 60)
    var sample = PDFSample()
    sample.page()
    _ = sample.lines(Array(lines[..<4]), x: 72, y: 80)
    sample.line("1", x: 72 + PDFSample.width(lines[3]), y: 112, size: 6)
    sample.line("1", x: 72, y: 760, size: 6)
    sample.line("Wawancara dengan kepala dinas, 12 Maret 2018.", x: 80, y: 762, size: 8)
    sample.page()
    _ = sample.lines(Array(lines[4...]), x: 72, y: 80)
    let document = try read(sample)
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "p: \(text)", "note: Wawancara dengan kepala dinas, 12 Maret 2018.",
      ])
    #expect(document.blocks.map(\.page) == [1, 1])
    let range = document.blocks[0].text.sourceRange
    #expect(document.places.places(of: range.start..<range.end).map(\.page) == [1, 2])
  }

  @Test("Words divided at the end of a line are made whole, doubled words keep their hyphen")
  func hyphens() throws {
    var sample = PDFSample()
    sample.page()
    _ = sample.lines(
      [
        "Perjanjian itu menyangkut pengelolaan lingkungan hidup penandata-",
        "nganan yang dilakukan oleh kedua pemerintah dan peraturan undang-",
        "undang serta peraturan lain yang sesuai dengan ketentuan perundang-",
        "undangan yang berlaku di Indonesia.",
      ], x: 72, y: 80)
    #expect(
      try blocks(sample) == [
        "p: Perjanjian itu menyangkut pengelolaan lingkungan hidup penandatanganan yang "
          + "dilakukan oleh kedua pemerintah dan peraturan undang-undang serta peraturan lain yang "
          + "sesuai dengan ketentuan perundang-undangan yang berlaku di Indonesia."
      ])
  }

  @Test("A line alone at the foot of a column does not break the paragraph that goes on behind it")
  func loneLine() throws {
    let text = [Self.first, Self.second, Self.third].joined(separator: " ")
    let lines = PDFSample.wrap(text, 60)
    var sample = PDFSample()
    sample.page()
    _ = sample.lines(Array(lines[..<4]), x: 72, y: 80)
    sample.line("Diterbitkan oleh Pusat Kajian Kota", x: 72, y: 790)
    sample.page()
    _ = sample.lines(Array(lines[4...]), x: 72, y: 80)
    #expect(try blocks(sample) == ["p: \(text)", "p: Diterbitkan oleh Pusat Kajian Kota"])
  }

  @Test("A paragraph behind a list item without a gap is no part of it")
  func behindItem() throws {
    var sample = PDFSample()
    sample.page()
    let item = "Hibah alat pemantau udara yang dipasang di lima tempat."
    sample.line("\u{2022}", x: 90, y: 80)
    sample.line(item, x: 108, y: 80)
    for (index, line) in PDFSample.wrap(Self.first, 62).enumerated() {
      sample.line(line, x: 72, y: 92 + Double(index) * 12)
    }
    #expect(try blocks(sample) == ["li: \(item)", "p: \(Self.first)"])
  }

  @Test("Larger type and known words make headings, and the chapter's name joins its number")
  func headings() throws {
    var sample = PDFSample()
    sample.page()
    sample.line("Judul Skripsi yang Besar", x: 120, y: 60, size: 20)
    sample.line("BAB I", x: 270, y: 110)
    sample.line("PENDAHULUAN", x: 255, y: 124)
    sample.line("Latar Belakang Penelitian", x: 72, y: 150, size: 14)
    var y = sample.lines(PDFSample.wrap(Self.first, 60), x: 72, y: 172)
    sample.line("Rincian", x: 72, y: y + 16, size: 12)
    y = sample.lines(PDFSample.wrap(Self.second, 60), x: 72, y: y + 36)
    sample.line("5.1 Rumusan masalah penelitian", x: 72, y: y + 14)
    _ = sample.lines(PDFSample.wrap(Self.third, 60), x: 72, y: y + 34)
    #expect(
      try blocks(sample) == [
        "h1: Judul Skripsi yang Besar", "h1: BAB I PENDAHULUAN", "h1: Latar Belakang Penelitian",
        "p: \(Self.first)", "h2: Rincian", "p: \(Self.second)",
        "h2: 5.1 Rumusan masalah penelitian", "p: \(Self.third)",
      ])
  }

  @Test("List items, a caption and a table are told from the text around them")
  func listAndTable() throws {
    var sample = PDFSample()
    sample.page()
    var y = sample.lines(PDFSample.wrap(Self.first, 60), x: 72, y: 80) + 6
    for item in [Self.second, "Hibah alat pemantau udara.", "Pertukaran pelajar."] {
      sample.line("\u{2022}", x: 90, y: y)
      y = sample.lines(PDFSample.wrap(item, 54), x: 108, y: y)
    }
    sample.line("Gambar 1. Program menurut tahun", x: 72, y: y + 14)
    y += 34
    for row in [
      ["Tahun", "Program", "Mitra"], ["2016", "Pelatihan sampah", "Kota Kawasaki"],
      ["2017", "Hibah alat pemantau", "Kota Kawasaki"], ["2018", "Pertukaran", "Hamamatsu"],
    ] {
      for (cell, x) in zip(row, [72.0, 150, 300]) { sample.line(cell, x: x, y: y) }
      y += 16
    }
    _ = sample.lines(PDFSample.wrap(Self.third, 60), x: 72, y: y + 10)
    #expect(
      try blocks(sample) == [
        "p: \(Self.first)", "li: \(Self.second)", "li: Hibah alat pemantau udara.",
        "li: Pertukaran pelajar.", "caption: Gambar 1. Program menurut tahun",
        "row: Tahun | Program | Mitra", "row: 2016 | Pelatihan sampah | Kota Kawasaki",
        "row: 2017 | Hibah alat pemantau | Kota Kawasaki",
        "row: 2018 | Pertukaran | Hamamatsu", "p: \(Self.third)",
      ])
  }

  @Test("Cells set close together are told apart by the column they begin in")
  func closeCells() throws {
    var sample = PDFSample()
    sample.page()
    var y = sample.lines(PDFSample.wrap(Self.first, 60), x: 72, y: 80) + 20
    for row in [
      ["Tahun", "Program", "Mitra"], ["2016", "Pelatihan sampah", "Kota Kawasaki"],
      ["2017", "Hibah alat", "Kota Kawasaki"], ["2018", "Pertukaran", "Hamamatsu"],
    ] {
      for (cell, x) in zip(row, [72.0, 150, 252]) { sample.line(cell, x: x, y: y) }
      y += 16
    }
    #expect(
      try blocks(sample) == [
        "p: \(Self.first)", "row: Tahun | Program | Mitra",
        "row: 2016 | Pelatihan sampah | Kota Kawasaki", "row: 2017 | Hibah alat | Kota Kawasaki",
        "row: 2018 | Pertukaran | Hamamatsu",
      ])
  }

  @Test("Entries of a list of works cited begin left of their other lines")
  func bibliography() throws {
    let entries = [
      "Hadi, S. (2015). Paradiplomasi dan kerja sama kota di Indonesia: tinjauan hukum dan "
        + "politik daerah. Jakarta: Penerbit Nusantara.",
      "Putri, A. (2017). Kota kembar sebagai sarana pembangunan. Bandung: Penerbit Kota.",
      "Tanaka, H. (2014). Environmental cooperation between cities in Asia and beyond. "
        + "Kawasaki: City Press.",
    ]
    var sample = PDFSample()
    sample.page()
    var y = sample.lines(PDFSample.wrap(Self.first, 60), x: 72, y: 80)
    sample.line("DAFTAR PUSTAKA", x: 240, y: y + 20)
    y += 44
    for entry in entries {
      for (index, line) in PDFSample.wrap(entry, 55).enumerated() {
        sample.line(line, x: index == 0 ? 72 : 102, y: y)
        y += 12
      }
    }
    #expect(
      try blocks(sample) == ["p: \(Self.first)", "h1: DAFTAR PUSTAKA"]
        + entries.map { "bib: \($0)" })
  }

  @Test("Every block is found again in the raw text and on its page")
  func places() throws {
    var sample = PDFSample()
    for page in 1...3 {
      sample.page()
      _ = write(Self.texts(page), columns: 60, x: 72, y: 80, into: &sample)
    }
    let document = try read(sample)
    try #require(document.blocks.count == 6)
    for block in document.blocks {
      let range = block.text.sourceRange
      #expect(
        ReadingSamples.reader.repair(document.quote(range), markup: false) == block.text.string)
      for start in stride(from: 0, to: block.text.bytes.count - 5, by: 7) {
        let part = block.text.sourceRange(of: start..<start + 5)
        let place = try #require(document.places.place(at: part.start))
        #expect(place.page == block.page)
        let box = try #require(place.box)
        #expect(
          box.left >= 71 && box.right <= 72 + PDFSample.width(String(repeating: "x", count: 63)))
        #expect(box.bottom - box.top > 5 && box.bottom - box.top < 14)
      }
    }
    // The first word of the second paragraph stands where the test put it.
    let second = document.blocks[1].text.sourceRange
    let box = try #require(document.places.place(at: second.start)?.box)
    #expect(abs(box.left - 90) < 0.5)
    #expect(abs(box.right - 90 - PDFSample.width("Awalnya")) < 0.5)
  }
}
