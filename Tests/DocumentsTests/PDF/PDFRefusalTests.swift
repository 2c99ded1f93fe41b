import Claims
import Diagnostics
import Documents
import Foundation
import Testing

@Suite("PDF files and programs that fail", .timeLimit(.minutes(2))) struct PDFRefusalTests {
  private static var sample: PDFSample {
    var sample = PDFSample()
    sample.page()
    _ = sample.lines(PDFSample.wrap(PDFLayoutTests.first, 60), x: 72, y: 80)
    return sample
  }

  /// Why a file is refused, in English; nil if it is read.
  private func refusal(
    _ bytes: [UInt8], limits: ReadingLimits = .init(), programs: ExternalPrograms = .init()
  ) -> String? {
    let reader = DocumentReader(
      lexicon: ReadingSamples.lexicon, limits: limits, programs: programs)
    do throws(ReadingError) {
      _ = try reader.read(bytes, fileName: "a.pdf")
      return nil
    } catch {
      #expect(error.file == "a.pdf")
      #expect(!error.reason.text(in: .indonesian).isEmpty)
      #expect(error.reason.text(in: .indonesian) != error.reason.text(in: .english))
      return error.reason.text(in: .english)
    }
  }

  /// Runs a test with programs of its own in a folder before those of the system.
  private func withProgram(
    _ name: String, _ script: String, _ body: (ExternalPrograms, URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    // Written by a process of its own: a program that other tests start at this moment would hold
    // our file open for writing, and then it could not be run.
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = [
      "-c", "printf %s \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh",
      "#!/bin/sh\nhere=${0%/*}\necho $$ > $here/pid\n\(script)\n", file.path(),
    ]
    try writer.run()
    writer.waitUntilExit()
    try #require(writer.terminationStatus == 0)
    try body(ExternalPrograms(folders: [folder.path()] + ExternalPrograms().folders), folder)
  }

  /// Whether a process whose number a script wrote still runs; one that was ended needs a moment,
  /// and one whose parent has gone stays in the system's list until its new parent looks.
  private func isAlive(_ folder: URL, _ name: String) throws -> Bool {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    for _ in 0..<500 {
      guard kill(process, 0) == 0 else { return false }
      if let state = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
        String(decoding: state, as: UTF8.self).contains(") Z ")
      {
        return false
      }
      usleep(10_000)
    }
    return true
  }

  @Test(
    "A program that fails gives its message and leaves no process",
    arguments: [
      ("sleep 1000 & echo $! > $here/child; wait", "did not end within 1 seconds"),
      ("exec >&- 2>&-; sleep 1000", "did not end within 1 seconds"),
      ("kill -SEGV $$", "pdftotext crashed on the PDF with signal 11"),
      ("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", "wrote more than 100000 bytes"),
      ("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaa >&2; done", "did not end within 1 seconds"),
      ("echo '<html><page width=\"1\"'", "wrote no layout that can be read"),
      ("echo '<html><page width=\"a\" height=\"2\"/></html>'", "expected a number in width"),
      (
        "echo '<html><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a</word></html>'",
        "a word outside of a page"
      ),
      ("echo 'Syntax Error: no trailer' >&2; exit 1", "status 1: Syntax Error: no trailer"),
      ("exit 3", "status 3"),
      ("true", "wrote no layout that can be read"),
    ])
  func failing(_ script: String, _ reason: String) throws {
    try withProgram("pdftotext", script) { programs, folder in
      var limits = ReadingLimits()
      limits.programs = ProgramLimits(seconds: 1, secondsPerMegabyte: 0, outputBytes: 100_000)
      let refusal = try #require(
        self.refusal(Self.sample.bytes, limits: limits, programs: programs))
      #expect(refusal.contains(reason))
      #expect(try !isAlive(folder, "pid"))
      if script.contains("child") { #expect(try !isAlive(folder, "child")) }
    }
  }

  @Test("The copy of the file that the programs read has no name that could stay behind")
  func noFile() throws {
    let script = """
      (stat -L -c %h /dev/stdin || stat -L -f %l /dev/stdin) > $here/links 2>/dev/null
      cat /dev/stdin > $here/copy
      exit 1
      """
    try withProgram("pdftotext", script) { programs, folder in
      let bytes = Self.sample.bytes
      #expect(try #require(refusal(bytes, programs: programs)).contains("status 1"))
      let links = try String(contentsOf: folder.appending(path: "links"), encoding: .utf8)
      #expect(links == "0\n")
      #expect(try Array(Data(contentsOf: folder.appending(path: "copy"))) == bytes)
    }
  }

  @Test("Memory and processor time of the programs are bounded")
  func bounds() throws {
    let script = "(ulimit -v; ulimit -t; ulimit -c) > $here/bounds; exit 1"
    try withProgram("pdftotext", script) { programs, folder in
      var limits = ReadingLimits()
      limits.programs = ProgramLimits(
        seconds: 7, secondsPerMegabyte: 0, memoryBytes: 1 << 30)
      let refusal = self.refusal(Self.sample.bytes, limits: limits, programs: programs)
      #expect(try #require(refusal).contains("status 1"))
      let bounds = try String(contentsOf: folder.appending(path: "bounds"), encoding: .utf8)
      #if os(Linux)
        #expect(bounds == "1048576\n8\n0\n")
      #else
        #expect(bounds.hasSuffix("8\n0\n"))
      #endif
    }
  }

  @Test("Without poppler the package and the ways to it are named")
  func missing() throws {
    let refusal = try #require(
      self.refusal(Self.sample.bytes, programs: ExternalPrograms(folders: [])))
    for word in ["poppler-utils", "apt-get", "dnf", "brew install poppler"] {
      #expect(refusal.contains(word))
    }
  }

  @Test("Files that cannot be read are refused with the reason")
  func files() throws {
    var locked = Self.sample
    locked.isEncrypted = true
    #expect(try #require(refusal(locked.bytes)).contains("password"))
    var scan = PDFSample()
    scan.page()
    scan.box()
    #expect(try #require(refusal(scan.bytes)).contains("no text layer"))
    #expect(try #require(refusal(scan.bytes)).contains("ocrmypdf"))
    #expect(try #require(refusal(PDFSample().bytes)).contains("no pages"))
    #expect(try #require(refusal(Array("%PDF-1.4\nxyz\n".utf8))).contains("damaged"))
  }

  @Test("A file cut at every tenth byte is read or refused, with a reason")
  func truncated() {
    let bytes = Self.sample.bytes
    for count in stride(from: 0, to: bytes.count, by: 10) {
      if let refusal = refusal(Array(bytes[..<count])) { #expect(!refusal.isEmpty) }
    }
  }

  @Test("The mark of a PDF may stand behind other lines, and inside a text it is text")
  func mark() throws {
    #expect(refusal(Array("mailto header\n".utf8) + Self.sample.bytes) == nil)
    let text = try ReadingSamples.reader.read(
      Array("Berkas itu diawali dengan %PDF-1.4 di baris pertama.\n".utf8), fileName: "a.txt")
    #expect(text.format == "text")
  }

  @Test("Documents read side by side are the same as one by one")
  func sideBySide() async throws {
    let bytes = Self.sample.bytes
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<12 {
        group.addTask {
          let document = try ReadingSamples.reader.read(bytes, fileName: "a.pdf")
          return document.blocks.map(ReadingSamples.describe).joined(separator: "\n")
        }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(texts == [String](repeating: "p: \(PDFLayoutTests.first)", count: 12))
  }
}
