import Compression
import DocumentChecks
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Fixtures cut, changed and packed badly", .timeLimit(.minutes(10)))
struct HostileFixtureTests {
  private static let check = DocumentCheck(ReadingSamples.reader)
  private static let files = FixtureFiles.originals + FixtureFiles.converted
  private static let archives = files.filter { file in
    [".docx", ".odt", ".epub"].contains { file.hasSuffix($0) }
  }

  /// Another program reads PDF, for each of which it takes as long as for thousands of other files.
  private static func isPDF(_ file: String) -> Bool { file.hasSuffix(".pdf") }

  /// Runs a check; what it finds is told with how to see it again, and never with the bytes.
  private func expect(
    _ bytes: [UInt8], _ file: String, _ what: @autoclosure () -> String
  ) -> Document? {
    do throws(DocumentViolation) {
      return try Self.check.check(bytes, name: file)
    } catch {
      Issue.record("\(file), \(what()): \(error)")
      return nil
    }
  }

  /// A number that the environment gives, else a usual one.
  private static func setting(_ name: String, usually: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usually
  }

  /// `PDFRefusalTests` cuts a small PDF at every tenth byte; `SIMPUL_PDF_CUTS=1000000` cuts these so
  /// too, which takes hours with all of them.
  @Test("are read or refused when cut at every tenth byte, PDF at twenty places", arguments: files)
  func cut(_ file: String) throws {
    let bytes = try FixtureFiles.bytes(file)
    let isPacked = Self.archives.contains(file)
    let cuts = Self.setting("SIMPUL_PDF_CUTS", usually: 20)
    let step = Self.isPDF(file) ? max(10, bytes.count / cuts) : 10
    for end in stride(from: 0, to: bytes.count, by: step) {
      let document = expect(Array(bytes[..<end]), file, "cut at \(end)")
      if isPacked, end > 4 { #expect(document == nil, "\(file) cut at \(end) was read") }
    }
    let whole = expect(bytes, file, "whole")?.blocks.count ?? 0
    #expect(whole > 0)
  }

  @Test("are read or refused when changed at random", arguments: files)
  func changed(_ file: String) throws {
    let bytes = try FixtureFiles.bytes(file)
    var random = SeededGenerator()
    print("changed \(file): SIMPUL_SEED=\(random.seed)")
    let wanted = Self.setting("SIMPUL_MUTATIONS", usually: 100)
    for round in 0..<(Self.isPDF(file) ? max(wanted / 20, 1) : wanted) {
      let changed = Self.change(bytes, &random)
      _ = expect(changed, file, "SIMPUL_SEED=\(random.seed), round \(round)")
    }
  }

  @Test("are read or refused when a part within changes at random", arguments: archives)
  func changedParts(_ file: String) throws {
    let parts = try Self.parts(of: file)
    let texts = parts.indices.filter { parts[$0].name.hasSuffix("ml") }
    var random = SeededGenerator()
    print("changed parts of \(file): SIMPUL_SEED=\(random.seed)")
    for round in 0..<40 {
      var changed = parts
      let part = try #require(texts.randomElement(using: &random))
      changed[part].content = Self.change(parts[part].content, &random)
      _ = expect(
        Self.archive(changed), file,
        "SIMPUL_SEED=\(random.seed), round \(round), \(parts[part].name)")
    }
  }

  /// A few bytes other than they were, gone, doubled or exchanged.
  private static func change(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(6) where !bytes.isEmpty {
      let at = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[at] = UInt8(random.below(256))
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(20)))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
      default: bytes.swapAt(at, random.below(bytes.count))
      }
    }
    return bytes
  }

  // MARK: Archives

  private struct Part {
    var name: String
    var content: [UInt8]
    var isDeflated = false
    var claimedSize: Int?
  }

  private static func parts(of file: String) throws -> [Part] {
    let archive = try ZipArchive(try FixtureFiles.bytes(file))
    return try archive.entries.map { Part(name: $0.name, content: try archive.contents(of: $0)) }
  }

  private static func archive(_ parts: [Part]) -> [UInt8] {
    ZipWriter.archive(
      parts.map {
        ZipWriter.File(
          name: $0.name, content: $0.content, isDeflated: $0.isDeflated, claimedSize: $0.claimedSize
        )
      })
  }

  @Test("are refused with a part that is a bomb, leads out or lies", arguments: archives)
  func badParts(_ file: String) throws {
    let parts = try Self.parts(of: file)
    let same = expect(Self.archive(parts), file, "packed again")?.blocks.count ?? 0
    #expect(same > 0)
    let main = try #require(
      parts.firstIndex { part in
        ["word/document.xml", "content.xml", "ch001.xhtml"].contains { part.name.hasSuffix($0) }
      })
    var lie = parts
    lie[main].isDeflated = true
    lie[main].claimedSize = 9
    let bomb = Part(
      name: "x.xml", content: [UInt8](repeating: 0x20, count: 8 << 20), isDeflated: true)
    for (changed, reason) in [
      (parts + [bomb], "exceeds the limit of 500 for compression ratio (x.xml)"),
      (parts + [Part(name: "../x.xml", content: [1])], "unsafe or repeated name (../x.xml)"),
      (parts + [Part(name: "/x.xml", content: [1])], "unsafe or repeated name (/x.xml)"),
      (parts + [parts[main]], "unsafe or repeated name (\(parts[main].name))"),
      (lie, "does not match its checksum or size (\(parts[main].name))"),
    ] {
      let refusal = try Self.refusal(of: Self.archive(changed), file)
      #expect(refusal.hasPrefix("\(file): "))
      #expect(refusal.contains(reason), "\(refusal)")
    }
  }

  private static func refusal(of bytes: [UInt8], _ file: String) throws -> String {
    do throws(ReadingError) {
      let document = try ReadingSamples.reader.read(bytes, fileName: file)
      return "read as \(document.format)"
    } catch {
      return error.description
    }
  }
}
