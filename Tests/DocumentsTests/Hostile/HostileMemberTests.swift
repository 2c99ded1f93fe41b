import Compression
import Diagnostics
import DocumentChecks
import Documents
import TestSupport
import Testing

@Suite("Hostile archives of documents, corpora and long lines", .timeLimit(.minutes(5)))
struct HostileMemberTests {
  private static func gzip(_ bytes: [UInt8], times: Int = 1) throws -> [UInt8] {
    let packer = try GzipPacker()
    var packed: [UInt8] = []
    for _ in 0..<times { packer.pack(bytes, into: &packed) }
    packer.finish(into: &packed)
    return packed
  }

  /// What became of a file: the number of documents, and all problems and refusals in English.
  private static func outcome(
    _ bytes: [UInt8], _ path: String, limits: ReadingLimits = .init()
  ) -> (documents: Int, problems: [String]) {
    var documents = 0
    var problems: [String] = []
    do throws(ReadingError) {
      var reader = try MemberReader(path: path, source: bytes, limits: limits)
      while let event = reader.next() {
        switch event {
        case .member(let member):
          do throws(ReadingError) {
            _ = try ReadingSamples.reader.read(member)
            documents += 1
          } catch {
            problems.append(error.description)
          }
        case .problem(let problem): problems.append(problem.rendered(in: .english))
        }
      }
    } catch {
      problems.append(error.description)
    }
    return (documents, problems)
  }

  @Test("a packed file that unpacks to more than the bound is refused")
  func gzipBomb() throws {
    let bytes = try Self.gzip([UInt8](repeating: 0x61, count: 1 << 20), times: 64)
    #expect(bytes.count < 1 << 20)
    let found = Self.outcome(bytes, "a.txt.gz", limits: ReadingLimits(fileBytes: 4 << 20))
    #expect(found.documents == 0)
    let problems = found.problems
    #expect(problems.count == 1)
    #expect(problems.allSatisfy { $0.contains("a.txt.gz") && $0.contains("\(4 << 20)") })
  }

  @Test("a document of an archive that is a bomb costs itself")
  func zipBomb() {
    let bytes = ZipWriter.archive([
      .init(name: "a.txt", content: Array("Kota Bandung.".utf8)),
      .init(name: "b.txt", content: [UInt8](repeating: 0x20, count: 8 << 20), isDeflated: true),
    ])
    let found = Self.outcome(bytes, "s.zip")
    #expect(found.documents == 1)
    #expect(found.problems.count == 1)
    #expect(found.problems.allSatisfy { $0.contains("compression ratio (b.txt)") })
  }

  @Test("archives within archives are not opened, however deep")
  func nested() throws {
    var bytes = ZipWriter.archive([.init(name: "a.txt", content: Array("Kota.".utf8))])
    for depth in 0..<50 {
      bytes = ZipWriter.archive([
        .init(name: "\(depth).zip", content: bytes),
        .init(name: "b.txt", content: Array("Kota.".utf8)),
      ])
    }
    let found = Self.outcome(bytes, "s.zip")
    #expect(found.documents == 1)
    #expect(found.problems.count == 1)
    #expect(found.problems.allSatisfy { $0.contains("s.zip/49.zip") })
    #expect(Self.outcome(try Self.gzip(bytes), "s.zip.gz").documents == 0)
  }

  @Test("a line of a corpus nested 100,000 deep costs itself")
  func deepLine() {
    let deep = String(repeating: "[", count: 100_000)
    let text = "{\"text\": \"Kota.\"}\n{\"text\": \"x\", \"meta\": \(deep)\n{\"text\": \"Desa.\"}\n"
    let found = Self.outcome(Array(text.utf8), "c.jsonl")
    #expect(found.documents == 2)
    #expect(found.problems.count == 1)
    #expect(found.problems.allSatisfy { $0.contains("c.jsonl:2:") })
  }

  @Test(
    "a text of one long line is read", arguments: [("a.txt", 200 << 20), ("a.md", 32 << 20)])
  func longLine(_ name: String, _ size: Int) throws {
    let sentence = Array("Kota Bandung bekerja sama dengan Kawasaki. ".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + sentence.count)
    while bytes.count < size { bytes += sentence }
    let document = try ReadingSamples.reader.read(bytes, fileName: name)
    let sizes = document.blocks.map(\.text.bytes.count)
    #expect(sizes == [bytes.count - 1])
  }

  private static let files: [String: Result<[UInt8], any Error>] = [
    "s.zip": .success(
      ZipWriter.archive([
        .init(name: "a.md", content: Array("# Kota\n\nIsi.\n".utf8), isDeflated: true),
        .init(name: "a.meta.yaml", content: Array("title: Kota\n".utf8)),
        .init(name: "c.jsonl", content: Array(MemberReaderTests.corpus.utf8), isDeflated: true),
      ])),
    "a.txt.gz": Result { try gzip(Array("Kota Bandung.\n\nDesa.\n".utf8), times: 3) },
    "c.jsonl": .success(Array(MemberReaderTests.corpus.utf8)),
    "c.jsonl.gz": Result { try gzip(Array(MemberReaderTests.corpus.utf8)) },
  ]

  @Test("what was cut or changed is read or refused", arguments: files.keys.sorted())
  func changed(_ name: String) throws {
    let bytes = try #require(Self.files[name]).get()
    let whole = Self.outcome(bytes, name).documents
    #expect(whole > 0)
    for end in stride(from: 0, to: bytes.count, by: 10) {
      let problems = Self.outcome(Array(bytes[..<end]), name).problems
      #expect(problems.allSatisfy { $0.contains(name) }, "cut at \(end): \(problems)")
    }
    var random = SeededGenerator()
    print("changed \(name): SIMPUL_SEED=\(random.seed)")
    for round in 0..<300 {
      var changed = bytes
      for _ in 0...random.below(4) {
        let at = random.below(changed.count)
        switch random.below(3) {
        case 0: changed[at] = UInt8(random.below(256))
        case 1: changed.swapAt(at, random.below(changed.count))
        default: changed.insert(contentsOf: changed[at..<min(changed.count, at + 12)], at: at)
        }
      }
      let problems = Self.outcome(changed, name).problems
      #expect(
        problems.allSatisfy { $0.contains(": ") },
        "SIMPUL_SEED=\(random.seed), round \(round): \(problems)")
    }
  }
}
