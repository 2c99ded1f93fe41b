import Compression
import Diagnostics
import Documents
import TestSupport
import Testing

@Suite("Documents of a file")
struct MemberReaderTests {
  private static func gzip(_ text: String) throws -> [UInt8] {
    let packer = try GzipPacker()
    var packed: [UInt8] = []
    packer.pack(Array(text.utf8), into: &packed)
    packer.finish(into: &packed)
    return packed
  }

  private static func file(_ name: String, _ text: String) -> ZipWriter.File {
    ZipWriter.File(name: name, content: Array(text.utf8), isDeflated: true)
  }

  /// What a file is made of: members as path and first block, problems as `! place: message`.
  private static func events(
    _ source: some RandomAccessBytes, path: String, limits: ReadingLimits = .init()
  ) throws -> [String] {
    var reader = try MemberReader(path: path, source: source, limits: limits)
    var events: [String] = []
    while let event = reader.next() {
      switch event {
      case .member(let member):
        let document = try ReadingSamples.reader.read(member)
        events.append("\(member.path) = \(document.blocks.first?.text.string ?? "")")
      case .problem(let problem): events.append("! \(problem.rendered(in: .english))")
      }
    }
    return events
  }

  @Test("a plain file is one document")
  func plain() throws {
    #expect(
      try Self.events(Array("Kota Bandung.".utf8), path: "a/b.txt") == ["a/b.txt = Kota Bandung."])
  }

  @Test("a packed file is the document within, told by the name without .gz")
  func packed() throws {
    let bytes = try Self.gzip("# Kota Bandung\n")
    #expect(try Self.events(bytes, path: "a.md.gz") == ["a.md.gz = Kota Bandung"])
    var reader = try MemberReader(path: "x/a.md.gz", source: bytes)
    #expect(!reader.holdsSeveral)
    guard case .member(let member)? = reader.next() else {
      Issue.record("no member")
      return
    }
    let document = try ReadingSamples.reader.read(member)
    #expect(document.format == "markdown")
    #expect(document.fileName == "a.md.gz")
  }

  @Test("the documents of an archive come in the order of their paths, without the system's own")
  func archive() throws {
    let bytes = ZipWriter.archive([
      Self.file("z.txt", "Kota Kochi."), Self.file("folder/a.txt", "Kota Bandung."),
      Self.file("__MACOSX/folder/._a.txt", "x"), Self.file("folder/.DS_Store", "x"),
      Self.file(".hidden/b.txt", "x"),
    ])
    #expect(
      try Self.events(bytes, path: "surat.zip") == [
        "surat.zip/folder/a.txt = Kota Bandung.", "surat.zip/z.txt = Kota Kochi.",
      ])
  }

  @Test("entries that lead out of the archive, and archives within it, are refused by name")
  func refuses() throws {
    let inner = ZipWriter.archive([Self.file("b.txt", "x")])
    let bytes = ZipWriter.archive([
      Self.file("../out.txt", "x"), Self.file("/etc/passwd", "x"),
      Self.file("a.txt", "Kota Bandung."),
      .init(name: "in.zip", content: inner), .init(name: "in.txt.gz", content: try Self.gzip("x")),
    ])
    let events = try Self.events(bytes, path: "s.zip")
    #expect(
      events == [
        "! s.zip: warning: zip archive with an unsafe or repeated name (../out.txt)",
        "! s.zip: warning: zip archive with an unsafe or repeated name (/etc/passwd)",
        "s.zip/a.txt = Kota Bandung.",
        "! s.zip/in.txt.gz: warning: an archive within an archive is not read; unpack it first",
        "! s.zip/in.zip: warning: an archive within an archive is not read; unpack it first",
      ])
  }

  @Test("an empty archive is told")
  func emptyArchive() throws {
    #expect(
      try Self.events(ZipWriter.archive([]), path: "s.zip") == [
        "! s.zip: warning: no documents in the archive"
      ])
  }

  @Test("a DOCX is one document, not an archive of its parts")
  func word() throws {
    let body =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      + "<w:body><w:p><w:r><w:t>Kota Bandung.</w:t></w:r></w:p></w:body></w:document>"
    let bytes = ZipWriter.archive([Self.file("word/document.xml", body)])
    #expect(try Self.events(bytes, path: "a.docx") == ["a.docx = Kota Bandung."])
    let outer = ZipWriter.archive([.init(name: "a.docx", content: bytes)])
    #expect(try Self.events(outer, path: "s.zip") == ["s.zip/a.docx = Kota Bandung."])
  }

  static let corpus = """
    {"id": "satu", "text": "Kota Bandung.", "meta": {"title": "Berita", "author": "Sari", "year": 2017}}

    {"id": 2, "text": "Kota Kochi.", "source": "x", "meta": {"lang": "id"}}
    {"id": "rusak", "text": "Kota
    {"text": "Kota Medan.", "source": "y"}
    ["text"]
    {"id": "akhir", "text": "Kota Bogor."}
    """

  static let corpusEvents = [
    "c.jsonl/satu = Kota Bandung.",
    "! c.jsonl:3:34: note: “source” is not used; used are: id, text, meta",
    "! c.jsonl:3:58: note: “meta.lang” is not used; used are: title, authors, year, date, language, "
      + "url, publisher, type, container, volume, issue, pages, doi",
    "c.jsonl/2 = Kota Kochi.",
    "! c.jsonl:4:30: warning: not JSON: expected the closing quote, found the end of the line",
    "c.jsonl/line-5 = Kota Medan.",
    "! c.jsonl:6:1: warning: expected an object with “text”",
    "c.jsonl/akhir = Kota Bogor.",
  ]

  @Test("a corpus is read line by line; a bad line costs itself, an unused key is told once")
  func lines() throws {
    #expect(try Self.events(Array(Self.corpus.utf8), path: "c.jsonl") == Self.corpusEvents)
  }

  @Test("a corpus is known by its first line, whatever its name, packed or within an archive")
  func corpora() throws {
    let plain = Self.corpusEvents
    let named = plain.map { $0.replacing("c.jsonl", with: "data.txt") }
    #expect(try Self.events(Array(Self.corpus.utf8), path: "data.txt") == named)
    #expect(try Self.events(Array("\u{FEFF}\(Self.corpus)".utf8), path: "data.txt") == named)
    let packed = plain.map { $0.replacing("c.jsonl", with: "c.jsonl.gz") }
    #expect(try Self.events(try Self.gzip(Self.corpus), path: "c.jsonl.gz") == packed)
    let bytes = ZipWriter.archive([Self.file("x/c.jsonl", Self.corpus)])
    let inside = plain.map { $0.replacing("c.jsonl", with: "s.zip/x/c.jsonl") }
    #expect(try Self.events(bytes, path: "s.zip") == inside)
  }

  @Test("a JSON file that is no corpus is text")
  func otherJSON() throws {
    let events = try Self.events(Array("{\n  \"text\": \"Kota\"\n}\n".utf8), path: "a.json")
    #expect(events.count == 1)
    #expect(events.allSatisfy { $0.hasPrefix("a.json = ") })
  }

  @Test("what a line says of its document becomes its metadata")
  func metadata() throws {
    var reader = try MemberReader(path: "c.jsonl", source: Array(Self.corpus.utf8))
    guard case .member(let member)? = reader.next() else {
      Issue.record("no member")
      return
    }
    let metadata = try ReadingSamples.reader.read(member).metadata
    #expect(metadata.title == "Berita")
    #expect(metadata.authors == ["Sari"])
    #expect(metadata.date == "2017")
    #expect(metadata.origin(of: .title) == .sidecar)
    #expect(member.keyPath == "satu")
  }

  @Test("a line longer than the bound ends the corpus with its number")
  func longLine() throws {
    let text =
      #"{"text": "Kota."}"# + "\n" + #"{"text": ""# + String(repeating: "a", count: 600_000)
    let events = try Self.events(
      Array(text.utf8), path: "c.jsonl", limits: ReadingLimits(fileBytes: 500_000))
    #expect(
      events == [
        "c.jsonl/line-1 = Kota.",
        "! c.jsonl: warning: line 2 has more than 500000 bytes; the rest is not read",
      ])
  }

  @Test("packed data that are cut or packed twice are refused")
  func damaged() throws {
    let bytes = try Self.gzip("Kota Bandung")
    #expect(throws: ReadingError.self) {
      _ = try Self.events(Array(bytes.dropLast(5)), path: "a.txt.gz")
    }
    let packer = try GzipPacker()
    var twice: [UInt8] = []
    packer.pack(bytes, into: &twice)
    packer.finish(into: &twice)
    #expect(throws: ReadingError(file: "a.gz", reason: MemberReader.nested)) {
      _ = try Self.events(twice, path: "a.gz")
    }
  }

  @Test("sidecars within an archive go with their documents")
  func sidecars() throws {
    let bytes = ZipWriter.archive([
      Self.file("a/tesis.txt", "Kota."), Self.file("a/tesis.meta.yaml", "title: Kota"),
      Self.file("b.txt", "Kota."), Self.file("b.txt.meta.yaml", "title: B"),
      Self.file("b.meta.yaml", "title: C"),
    ])
    var reader = try MemberReader(path: "s.zip", source: bytes)
    var found: [String] = []
    while case .member(let member)? = reader.next() {
      found.append(
        "\(member.path) \(member.sidecar?.path ?? "–") "
          + String(decoding: member.sidecar?.bytes ?? [], as: UTF8.self))
    }
    #expect(
      found == [
        "s.zip/a/tesis.txt s.zip/a/tesis.meta.yaml title: Kota",
        "s.zip/b.txt s.zip/b.txt.meta.yaml title: B",
      ])
  }

  @Test("mappings of tables within an archive go with their documents and are none themselves")
  func mappings() throws {
    let bytes = ZipWriter.archive([
      Self.file("a/daftar.csv", "Kota,Mitra"), Self.file("a/daftar.map.yaml", "title: A"),
      Self.file("a/lain.csv", "Kota,Mitra"), Self.file("b/daftar.csv", "Kota,Mitra"),
      Self.file("b/map.yaml", "title: B"), Self.file("b/daftar.csv.map.yml", "title: C"),
    ])
    var reader = try MemberReader(path: "s.zip", source: bytes)
    var found: [String] = []
    while case .member(let member)? = reader.next() {
      found.append(
        "\(member.path) \(member.mapping?.path ?? "–") "
          + String(decoding: member.mapping?.bytes ?? [], as: UTF8.self))
    }
    #expect(
      found == [
        "s.zip/a/daftar.csv s.zip/a/daftar.map.yaml title: A", "s.zip/a/lain.csv – ",
        "s.zip/b/daftar.csv s.zip/b/daftar.csv.map.yml title: C",
      ])
  }

  @Test(
    "looks for the mapping of a table under its name, without its endings, and for the folder's",
    arguments: [
      (
        "a/x.csv.gz",
        [
          "a/x.csv.gz.map.yaml", "a/x.csv.gz.map.yml", "a/x.csv.map.yaml", "a/x.csv.map.yml",
          "a/x.map.yaml", "a/x.map.yml", "a/map.yaml", "a/map.yml",
        ]
      ),
      (".x", [".x.map.yaml", ".x.map.yml", "map.yaml", "map.yml"]),
      ("/x", ["/x.map.yaml", "/x.map.yml", "/map.yaml", "/map.yml"]),
    ])
  func mappingNames(table: String, expected: [String]) {
    #expect(MappingName.names(for: table) == expected)
    #expect(expected.allSatisfy(MappingName.isMapping))
    #expect(!MappingName.isMapping(table))
  }
}
