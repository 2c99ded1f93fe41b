import Foundation
import TestSupport
import Testing

@Suite("Accidents to inputs", .serialized)
final class InputAccidentTests {
  private let place: AccidentFolder
  private let wanted: [String: [UInt8]]

  init() throws {
    place = try AccidentFolder()
    try place.writeDocuments(4, in: "in")
    wanted = try place.undisturbed("in")
  }

  deinit {
    do { try place.remove() } catch { Issue.record(error) }
  }

  private func build(_ inputs: String..., jobs: Int = 2) throws -> SimpulProcess.Outcome {
    try place.simpul.run(AccidentFolder.build(inputs, into: "out") + ["--jobs", "\(jobs)"])
  }

  /// Expects that a file was refused with a reason and that everything else was built as ever; the
  /// report tells of the file besides.
  private func expectSkipped(_ messages: [String], in outcome: SimpulProcess.Outcome) throws {
    #expect(outcome.status == 0, "\(outcome.messages)")
    for message in messages {
      #expect(
        outcome.messages.split(separator: "\n").contains { $0 == message },
        "\(message)\n\(outcome.messages)")
    }
    let found = try place.files(in: "out")
    for (name, bytes) in wanted where name != "report.md" {
      #expect(found[name] == bytes, "\(name)")
    }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place.path(name), withDestinationPath: target)
  }

  /// A file with holes only behind its first bytes, so that it takes no room.
  private func makeLarge(_ name: String, start: String, bytes: UInt64) throws {
    try place.simpul.write(start, to: name)
    let file = try FileHandle(forWritingTo: place.url(name))
    try file.truncate(atOffset: bytes)
    try file.close()
  }

  @Test("a file that nobody may read is skipped")
  func unreadable() throws {
    // Root may read what nobody else may, except what the system itself refuses.
    if geteuid() == 0 {
      try link("in/tertutup.txt", to: "/proc/self/mem")
    } else {
      try place.simpul.write("Kota Bandung.", to: "in/tertutup.txt")
      chmod(place.path("in/tertutup.txt"), 0)
    }
    let reason = geteuid() == 0 ? "Input/output error" : "permission denied"
    try expectSkipped(["in/tertutup.txt: warning: \(reason)"], in: try build("in"))
    let alone = try build("in/tertutup.txt")
    #expect(alone.status == 74)
    #expect(alone.messages.contains("in/tertutup.txt: \(reason)"), "\(alone.messages)")
  }

  @Test("folders that lead back to themselves are entered once, and a link to itself is told")
  func loops() throws {
    try place.makeFolder("in/dalam/lagi")
    try link("in/dalam/lagi/atas", to: "../..")
    try link("in/dalam/sini", to: ".")
    try link("in/diri.txt", to: "diri.txt")
    try expectSkipped(
      ["in/diri.txt: warning: too many links in a circle"], in: try build("in"))
  }

  @Test("pipes and sockets among the files are told, and nobody waits for them")
  func pipes() throws {
    #expect(mkfifo(place.path("in/pipa.txt"), 0o644) == 0)
    try expectSkipped(
      ["in/pipa.txt: warning: neither a file nor a folder; not read"], in: try build("in"))
  }

  @Test("a file of two gigabytes is refused with its size and read no further, whatever it holds")
  func large() throws {
    let starts = [
      ("besar.txt", "Kota Bandung "), ("besar.pdf", "%PDF-1.4\n"), ("besar.csv", "kota,mitra\n"),
      ("besar.zip", "PK\u{3}\u{4}"), ("besar.docx", "PK\u{3}\u{4}"), ("besar.html", "<html>"),
      ("besar.json", "[{"),
    ]
    for (name, start) in starts { try makeLarge("in/\(name)", start: start, bytes: 2 << 30) }
    // Of a corpus the lines are read one by one, so that the line is what is too long.
    try makeLarge("in/besar.jsonl", start: "{\"id\": 1", bytes: 2 << 30)
    try expectSkipped(
      starts.map { name, _ in
        "in/\(name): warning: the file has 2147483648 bytes; at most 536870912 are read"
      } + [
        "in/besar.jsonl: warning: line 1 has more than 536870912 bytes; the rest is not read"
      ], in: try build("in"))
  }

  @Test("files of one byte, of every format and every byte, trap nothing and hide nothing")
  func single() throws {
    let endings = [
      "txt", "md", "html", "pdf", "docx", "odt", "epub", "zip", "gz", "csv", "tsv", "json", "jsonl",
      "xml", "bib", "ris", "meta.yaml", "map.yaml", "txt.gz",
    ]
    for byte in UInt8.min...UInt8.max {
      let ending = endings[Int(byte) % endings.count]
      try place.simpul.write([byte], to: "in/x-\(byte).\(ending)")
    }
    for ending in endings { try place.simpul.write("", to: "in/kosong.\(ending)") }
    let outcome = try build("in")
    #expect(outcome.status == 0, "\(outcome.messages)")
    // What the documents say together is what the four say.
    let graph = try place.simpul.text(of: "out/graph.ttl")
    for city in ["kawasaki", "hamamatsu", "kitakyushu", "kochi"] {
      #expect(graph.contains("sisterCityOf") && graph.contains("city/jp/\(city)"))
    }
  }

  @Test("names with line breaks and control characters are read, and told on one line")
  func lineBreaks() throws {
    try place.makeFolder("lain")
    let names = [
      "satu\ndua.txt", "merah\u{1B}[31m.txt", "balik\u{202E}txt.txt", "-.txt", "--help.txt",
    ]
    for (number, name) in names.enumerated() {
      try place.simpul.write("Kota Bandung dan Kota Kochi, \(number).", to: "lain/\(name)")
    }
    try place.simpul.write("%PDF-1.4 no document", to: "lain/rusak\nsekali.pdf")
    let outcome = try build("lain")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.messages.contains("lain/rusak\\u{A}sekali.pdf: warning: "), "\(outcome.messages)")
    #expect(outcome.messages.contains("5 documents (1 skipped)"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("\u{1B}"))
    let before = try place.files(in: "out")
    #expect(try build("lain", jobs: 1).status == 0)
    #expect(try place.files(in: "out") == before)
  }

  @Test("names that differ in the form of their accents only are two documents")
  func accents() throws {
    let names = ["caf\u{E9}", "cafe\u{301}"]
    for (number, name) in names.enumerated() {
      let file = open("\(place.path("in"))/\(name).txt", O_WRONLY | O_CREAT, 0o644)
      try #require(file >= 0)
      let text = Array("Kota Bandung dan Kota Kochi, kabar \(number).".utf8)
      #expect(write(file, text, text.count) == text.count)
      close(file)
    }
    let together = try build("in")
    #expect(together.messages.contains("6 documents, "), "\(together.messages)")
    let apart = try build("in/\(names[1]).txt", "in/\(names[0]).txt")
    #expect(apart.messages.contains("2 documents, "), "\(apart.messages)")
  }

  @Test("a name that is no text is told, since nobody can name the file")
  func illegible() throws {
    let path = Array(place.path("in").utf8CString.dropLast()) + Array("/".utf8CString.dropLast())
    let file = open(path + [-1, -2, 0x2E, 0x74, 0x78, 0x74, 0], O_WRONLY | O_CREAT, 0o644)
    // Some file systems refuse such names themselves.
    guard file >= 0 else {
      #expect(errno == EILSEQ)
      return
    }
    close(file)
    try expectSkipped(
      [
        "in/\u{FFFD}\u{FFFD}.txt: warning: the name is not UTF-8; the file must be renamed to be read"
      ],
      in: try build("in"))
  }

  @Test("a name as long as the system allows is read, though none of a sidecar beside it would fit")
  func longName() throws {
    try place.simpul.write(
      "Kota Bandung dan Kota Kochi.", to: "in/\(String(repeating: "n", count: 251)).txt")
    let outcome = try build("in")
    #expect(outcome.status == 0 && !outcome.messages.contains("warning"), "\(outcome.messages)")
    #expect(outcome.messages.contains("5 documents, "), "\(outcome.messages)")
  }

  @Test("files that vanish, grow and shrink while others are read stop nothing")
  func unsteady() throws {
    // Lines enough to be at work for a while; what is read of a file ends where it ended when opened.
    let line = "{\"id\": \"%\", \"text\": \"Kota Bandung dan Kota Kochi adalah sister city.\"}\n"
    let lines = (0..<40_000).map { line.replacing("%", with: "n/\($0)") }.joined()
    try place.makeFolder("goyah")
    try place.simpul.write(lines, to: "goyah/a.jsonl")
    for number in 0..<3 {
      try place.simpul.write("Kota Bandung \(number).", to: "goyah/z\(number).txt")
    }
    let process = Process()
    process.executableURL = SimpulProcess.program
    process.arguments = [
      "build", "goyah", "-o", "out", "--ontology", TestPlaces.ontologyPath, "--formats", "report",
      "--jobs", "1",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SIMPUL_CACHE": "cache"], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = place.simpul.folder
    try Data().write(to: place.url("messages"))
    process.standardError = try FileHandle(forWritingTo: place.url("messages"))
    let ending = try process.start()
    // The first entry of the cache says that the first file is open and being read.
    while process.isRunning, !FileManager.default.fileExists(atPath: place.path("cache/documents"))
    {
      usleep(1000)
    }
    try FileManager.default.removeItem(at: place.url("goyah/z0.txt"))
    let grown = try FileHandle(forWritingTo: place.url("goyah/z1.txt"))
    try grown.seekToEnd()
    try grown.write(contentsOf: Data(" Kota Kochi.".utf8))
    try grown.close()
    #expect(truncate(place.path("goyah/a.jsonl"), 100_000) == 0)
    ending.wait(for: process)
    #expect(process.terminationStatus == 0)
    let messages = try place.simpul.text(of: "messages")
    #expect(
      messages.contains("goyah/z0.txt: warning: no such file or folder\n"),
      "\(messages.suffix(600))")
    #expect(
      messages.contains("goyah/a.jsonl: warning: the file became shorter while it was read\n"),
      "\(messages.suffix(600))")
  }

  @Test("a clock that was set back changes nothing: what has changed is told by content")
  func clock() throws {
    let arguments = AccidentFolder.build(["in"], into: "out")
    #expect(try place.simpul.run(arguments, cache: "cache").status == 0)
    // Everything is from a time that is still to come, or from long ago.
    for (root, seconds) in [("in", 4_000_000_000), ("cache", 4_100_000_000), ("out", 1)] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: place.path(root)) {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: Double(seconds))],
          ofItemAtPath: place.path("\(root)/\(name)"))
      }
    }
    let again = try place.simpul.run(arguments, cache: "cache")
    #expect(again.messages.contains("4 documents (4 unchanged)"), "\(again.messages)")
    #expect(try place.files(in: "out") == wanted)
    // As many bytes, and the same time.
    let name = "in/berita-1000.txt"
    let text = try place.simpul.text(of: name)
    try place.simpul.write(text.replacing("1990", with: "1989"), to: name)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 4_000_000_000)],
      ofItemAtPath: place.path(name))
    let changed = try place.simpul.run(arguments, cache: "cache")
    #expect(changed.messages.contains("4 documents (3 unchanged)"), "\(changed.messages)")
    #expect(try place.files(in: "out") == place.undisturbed("in"))
  }

  @Test("a folder that cannot be written into is refused before documents are read")
  func readOnly() throws {
    // Root may write into what others may not, except into what the system itself keeps.
    let folder = geteuid() == 0 ? "/proc/self/exports" : place.path("tertutup/exports")
    if geteuid() != 0 {
      try place.makeFolder("tertutup")
      chmod(place.path("tertutup"), 0o555)
    }
    let outcome = try place.simpul.run(AccidentFolder.build(["in"], into: folder))
    #expect(outcome.status == 74)
    #expect(outcome.messages.hasPrefix("simpul: \(folder): "), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1)
    chmod(place.path("tertutup"), 0o755)
    // A file where the folder is to be.
    try place.simpul.write("mine", to: "out")
    let occupied = try build("in")
    #expect(occupied.status == 74)
    #expect(occupied.messages == "simpul: out: is not a folder\n", "\(occupied.messages)")
    #expect(try place.simpul.text(of: "out") == "mine")
  }
}
