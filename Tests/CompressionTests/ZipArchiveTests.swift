import Compression
import TestSupport
import Testing

@Suite("Zip archives")
struct ZipArchiveTests {
  @Test("reads stored and deflated entries")
  func reads() throws {
    let long = Array(repeating: Array("kota kembar ".utf8), count: 500).flatMap { $0 }
    let bytes = ZipWriter.archive([
      .init(name: "a.txt", content: Array("Bandung".utf8)),
      .init(name: "word/document.xml", content: long, isDeflated: true),
    ])
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.map(\.name) == ["a.txt", "word/document.xml"])
    for (entry, wanted) in zip(archive.entries, [Array("Bandung".utf8), long]) {
      #expect(try archive.contents(of: entry) == wanted)
    }
  }

  @Test("reads the sizes and places of zip64", arguments: [0, 3, 65_535])
  func wide(commentLength: Int) throws {
    let long = Array(repeating: Array("kota kembar ".utf8), count: 500).flatMap { $0 }
    let bytes = ZipWriter.archive(
      [
        .init(name: "a.txt", content: Array("Bandung".utf8)),
        .init(name: "b.txt", content: long, isDeflated: true),
      ], comment: [UInt8](repeating: 0x20, count: commentLength), isWide: true)
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.map(\.name) == ["a.txt", "b.txt"])
    for (entry, wanted) in zip(archive.entries, [Array("Bandung".utf8), long]) {
      #expect(try archive.contents(of: entry) == wanted)
    }
  }

  @Test("refuses a directory beyond its bound")
  func largeDirectory() throws {
    let bytes = ZipWriter.archive((0..<20).map { .init(name: "f\($0)", content: [1]) })
    #expect(throws: ZipError(.tooLarge("bytes of the directory", limit: 900))) {
      try ZipArchive(bytes, limits: ZipLimits(directoryBytes: 900))
    }
  }

  @Test("finds the directory before a comment")
  func comment() throws {
    let bytes = ZipWriter.archive(
      [.init(name: "a", content: [1])], comment: Array("PK\u{5}\u{6} no end".utf8))
    #expect(try ZipArchive(bytes).entries.count == 1)
  }

  @Test(
    "refuses names that lead out of the archive",
    arguments: ["../a", "a/../../b", "/etc/passwd", "C:\\a", "a\\..\\b", "", "./a", "a\u{1}b"])
  func escapes(_ name: String) throws {
    let bytes = ZipWriter.archive([.init(name: name, content: [1])])
    #expect(throws: ZipError(.unsafeName, entry: name)) { try ZipArchive(bytes) }
  }

  @Test("refuses a name that stands there twice")
  func twice() throws {
    let bytes = ZipWriter.archive([.init(name: "a", content: [1]), .init(name: "a", content: [2])])
    #expect(throws: ZipError(.unsafeName, entry: "a")) { try ZipArchive(bytes) }
  }

  @Test("refuses a small entry that unpacks to a huge one")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0, count: 8 << 20)
    let bytes = ZipWriter.archive([.init(name: "bomb", content: zeros, isDeflated: true)])
    #expect(bytes.count < 20_000)
    #expect(throws: ZipError(.tooLarge("compression ratio", limit: 500), entry: "bomb")) {
      try ZipArchive(bytes)
    }
    #expect(throws: ZipError(.tooLarge("bytes of an entry", limit: 1_000), entry: "bomb")) {
      try ZipArchive(bytes, limits: ZipLimits(entryBytes: 1_000))
    }
  }

  @Test("refuses an entry that unpacks to more than its directory says")
  func lies() throws {
    let content = [UInt8](repeating: 7, count: 100_000)
    let bytes = ZipWriter.archive([
      .init(name: "a", content: content, isDeflated: true, claimedSize: 10)
    ])
    let archive = try ZipArchive(bytes)
    let entry = try #require(archive.entries.first)
    #expect(throws: ZipError(.damaged, entry: "a")) { try archive.contents(of: entry) }
  }

  @Test("refuses entries that share bytes")
  func overlap() throws {
    let bytes = ZipWriter.archive(
      [
        .init(name: "a", content: [UInt8](repeating: 1, count: 100)),
        .init(name: "b", content: [UInt8](repeating: 1, count: 100)),
      ], sharesData: true)
    #expect(throws: ZipError(.malformed("entries overlap"), entry: "b")) { try ZipArchive(bytes) }
  }

  @Test("refuses too many entries, and too many bytes together")
  func limits() throws {
    let bytes = ZipWriter.archive((0..<20).map { .init(name: "f\($0)", content: [1, 2, 3]) })
    #expect(throws: ZipError(.tooLarge("entries", limit: 10))) {
      try ZipArchive(bytes, limits: ZipLimits(entries: 10))
    }
    #expect(throws: ZipError(.tooLarge("bytes of all entries", limit: 30))) {
      try ZipArchive(bytes, limits: ZipLimits(totalBytes: 30))
    }
  }

  @Test("refuses encryption")
  func encryption() throws {
    let bytes = ZipWriter.archive([.init(name: "a", content: [1], flags: 1)])
    #expect(throws: ZipError(.unsupported("encryption"), entry: "a")) { try ZipArchive(bytes) }
  }

  @Test("refuses damaged content")
  func checksum() throws {
    var bytes = ZipWriter.archive([.init(name: "a", content: Array("Bandung".utf8))])
    bytes[31] ^= 0x20
    let archive = try ZipArchive(bytes)
    let entry = try #require(archive.entries.first)
    #expect(throws: ZipError(.damaged, entry: "a")) { try archive.contents(of: entry) }
  }

  @Test(
    "survives every truncation and every changed byte of an archive, zip64 or not",
    arguments: [false, true])
  func hostile(isWide: Bool) throws {
    let bytes = ZipWriter.archive(
      [
        .init(name: "a", content: Array("Bandung dan Kawasaki".utf8), isDeflated: true),
        .init(name: "b", content: [1, 2, 3]),
      ], isWide: isWide)
    var outcomes = (read: 0, refused: 0)
    func visit(_ bytes: [UInt8]) {
      do {
        let archive = try ZipArchive(bytes)
        for entry in archive.entries { _ = try archive.contents(of: entry) }
        outcomes.read += 1
      } catch {
        outcomes.refused += 1
      }
    }
    for length in 0..<bytes.count { visit(Array(bytes[..<length])) }
    #expect(outcomes.read == 0)
    for index in bytes.indices {
      for mask in [UInt8(0x01), 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= mask
        visit(changed)
      }
    }
    #expect(outcomes.refused > bytes.count)
  }
}
