import Foundation
import QuadStore
import RDF
import TestSupport
import Testing

@Suite("Snapshot of a store")
struct SnapshotTests {
  @Test("opens as the store that was written")
  func roundTrip() throws {
    var generator = SeededGenerator()
    let folder = try SnapshotFolder()
    for graphs in [0, 3] {
      let statements = RandomStatements(&generator, count: 700, graphs: graphs)
      let path = folder.path("graph.simpul")
      try statements.store.writeSnapshot(to: path)
      let opened = try QuadStore(snapshot: path)
      #expect(try opened.quads() == Set(statements.quads), "seed \(generator.seed)")
      var handed: [Quad] = []
      try opened.forEachBlock { handed += $0.quads }
      #expect(handed.count == opened.count && Set(handed) == Set(statements.quads))
      #expect(opened.defaultGraph.statistics == statements.store.defaultGraph.statistics)
      for id in 1...UInt32(opened.termCount) {
        let bytes = try opened.terms.withBytes(of: id) { Array(copying: $0) }
        #expect(try opened.terms.id(of: bytes.span) == id)
      }
      #expect(try opened.terms.id(of: Array("<http://example.org/unknown>".utf8).span) == nil)
    }
  }

  @Test("has the same bytes each time, also when written from a snapshot")
  func determinism() throws {
    var generator = SeededGenerator()
    let folder = try SnapshotFolder()
    let statements = RandomStatements(&generator, count: 300, graphs: 2)
    try statements.store.writeSnapshot(to: folder.path("one"))
    try statements.store.writeSnapshot(to: folder.path("two"))
    try QuadStore(snapshot: folder.path("one")).writeSnapshot(to: folder.path("three"))
    let one = try Data(contentsOf: folder.url.appending(path: "one"))
    #expect(try Data(contentsOf: folder.url.appending(path: "two")) == one)
    #expect(try Data(contentsOf: folder.url.appending(path: "three")) == one)
  }

  /// Reads all that a file holds.
  ///
  /// - Returns: its statements; nil if it is refused.
  private static func statements(of path: String) throws -> Set<Quad>? {
    do {
      let store = try QuadStore(snapshot: path)
      for id in 1..<UInt32(store.termCount + 1) {
        let bytes = try store.terms.withBytes(of: id) { Array(copying: $0) }
        _ = try store.terms.id(of: bytes.span)
      }
      return try store.quads()
    } catch is SnapshotError {
      return nil
    }
  }

  @Test("is refused or answers rightly with a changed byte anywhere")
  func flippedBytes() throws {
    var generator = SeededGenerator()
    let folder = try SnapshotFolder()
    let statements = RandomStatements(&generator, count: 60, graphs: 1)
    try statements.store.writeSnapshot(to: folder.path("whole"))
    let whole = Array(try Data(contentsOf: folder.url.appending(path: "whole")))
    // Padding holds zeros only; one byte of a run of them stands for all.
    var places = whole.indices.filter { whole[$0] != 0 }
    places += stride(from: 0, to: whole.count, by: 509)
    var refused = 0
    for place in places {
      var bytes = whole
      bytes[place] ^= UInt8(1 + generator.below(255))
      let found = try Self.statements(of: try folder.write(bytes, as: "changed"))
      #expect(
        found == nil || found == Set(statements.quads),
        "byte \(place), seed \(generator.seed)")
      refused += found == nil ? 1 : 0
    }
    #expect(refused > places.count / 3)
  }

  @Test("is refused when it is cut or goes on")
  func lengths() throws {
    var generator = SeededGenerator()
    let folder = try SnapshotFolder()
    try RandomStatements(&generator, count: 60, graphs: 1).store
      .writeSnapshot(to: folder.path("whole"))
    let whole = Array(try Data(contentsOf: folder.url.appending(path: "whole")))
    for count in [0, 1, 7, 63, 64, 65, 1_000, whole.count / 2, whole.count - 1] {
      let path = try folder.write(whole[..<count], as: "cut")
      #expect(throws: SnapshotError.self) { try QuadStore(snapshot: path) }
    }
    let longer = try folder.write(whole + [0], as: "longer")
    #expect(
      throws: SnapshotError(.length(expected: whole.count, found: whole.count + 1), file: longer)
    ) { try QuadStore(snapshot: longer) }
  }

  @Test("names what is wrong with a file that is none")
  func foreignFiles() throws {
    let folder = try SnapshotFolder()
    let text = try folder.write(Array(repeating: UInt8(ascii: "a"), count: 100), as: "text")
    #expect(throws: SnapshotError(.notASnapshot, file: text)) { try QuadStore(snapshot: text) }
    var generator = SeededGenerator()
    try RandomStatements(&generator, count: 5, graphs: 0).store
      .writeSnapshot(to: folder.path("whole"))
    var bytes = Array(try Data(contentsOf: folder.url.appending(path: "whole")))
    bytes[8] = 9
    let newer = try folder.write(bytes, as: "newer")
    #expect(throws: SnapshotError(.version(9), file: newer)) { try QuadStore(snapshot: newer) }
    let missing = folder.path("missing")
    #expect(throws: SnapshotError(.system(2), file: missing)) { try QuadStore(snapshot: missing) }
  }

  @Test("leaves the earlier file where the new one cannot be written")
  func refusedWriting() throws {
    var generator = SeededGenerator()
    let folder = try SnapshotFolder()
    let path = folder.path("graph.simpul")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: SnapshotError.self) {
      try RandomStatements(&generator, count: 5, graphs: 0).store.writeSnapshot(to: path)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == ["graph.simpul"])
  }
}
