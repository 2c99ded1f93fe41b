import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Hostile HTML and XML")
struct HostileMarkupTests {
  private func read(_ bytes: [UInt8], _ name: String) throws -> Document {
    try ReadingSamples.reader.read(bytes, fileName: name)
  }

  private func refusal(_ text: String) -> String? {
    #expect(throws: ReadingError.self) { try read(Array(text.utf8), "a.xml") }?.description
  }

  @Test("refuses entities of a document, alone, exploding and external")
  func entities() {
    let bomb =
      "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><a>&b;</a>"
    #expect(
      refusal(bomb)?.contains("entities of a document type declaration are not read") == true)
    let external = "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>"
    #expect(
      refusal(external)?.contains("external entities and parameter entities are not read") == true)
    let parameter = "<!DOCTYPE a [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><a/>"
    #expect(
      refusal(parameter)?.contains("external entities and parameter entities are not read") == true)
    let unknown = "<!DOCTYPE a SYSTEM 'a.dtd'><a>&eacute;</a>"
    #expect(refusal(unknown)?.contains("eacute") == true)
  }

  @Test("names the file and the place of what is not well formed, in both languages")
  func places() {
    let error = #expect(throws: ReadingError.self) {
      try read(Array("<?xml version='1.0'?>\n<a>\n  <b></a>".utf8), "a.xml")
    }
    #expect(error?.description.hasPrefix("a.xml: line 3, column ") == true)
    #expect(error?.rendered(in: .indonesian).hasPrefix("a.xml: baris 3, kolom ") == true)
  }

  @Test("refuses XML nested too deeply")
  func deep() {
    let text = "<?xml version='1.0'?>" + String(repeating: "<a>", count: 100_000)
    #expect(refusal(text)?.contains("nested deeper than 256 elements") == true)
  }

  @Test("reads a page of one long line", .timeLimit(.minutes(5)))
  func longLine() throws {
    let sentence = "Kota Bandung bekerja sama dengan Kawasaki. "
    for (before, after) in [("<html><body><p>", "</p>"), ("<html><body><pre>", "</pre>")] {
      let text = before + String(repeating: sentence, count: (8 << 20) / sentence.count) + after
      let document = try read(Array(text.utf8), "a.html")
      let sizes = document.blocks.map(\.text.bytes.count)
      #expect(sizes.count == 1)
      #expect(sizes.allSatisfy { $0 > 7 << 20 })
    }
  }

  @Test(
    "stays linear on crafted pages",
    arguments: [
      "<b>x</b>", "<p>", "</i>", "<li>", "<br>", "<a href='#'>1</a>", "<table>x", "<q>x</q>",
      "<sup><a>", "&amp", "<!--", "<div class='a-b_c-D'>x</div>", "<td>", "<x", "<pre>\n", "<h1>",
      "<p lang=x>y", "<ul><li><a>x</a></ul>", "<script>", "<p a=", "\u{A0}", "<dl><dt>x",
    ])
  func crafted(_ piece: String) throws {
    let page = Array(("<html><body>" + String(repeating: piece, count: 100_000)).utf8)
    do {
      _ = try read(page, "a.html")
    } catch let error as ReadingError {
      #expect(error.file == "a.html")
    }
  }

  static let pages: [String: String] = [
    "a.html": MarkupSamples.page, "jats.xml": MarkupSamples.jats, "tei.xml": MarkupSamples.tei,
    "akn.xml": MarkupSamples.akomaNtoso, "docbook.xml": MarkupSamples.docBook,
    "records.xml": MarkupSamples.unknown,
  ]

  @Test("reads or refuses what was cut at every tenth byte", arguments: pages.keys.sorted())
  func cut(_ name: String) throws {
    let bytes = Array(try #require(Self.pages[name]).utf8)
    for end in stride(from: 0, to: bytes.count, by: 10) { check(Array(bytes[..<end]), name) }
    let count = try read(bytes, name).blocks.count
    #expect(count > 0)
  }

  @Test("reads or refuses what was changed at random", arguments: pages.keys.sorted())
  func mutated(_ name: String) throws {
    let bytes = Array(try #require(Self.pages[name]).utf8)
    var random = SeededGenerator()
    print("mutated \(name): SIMPUL_SEED=\(random.seed)")
    let wanted = ProcessInfo.processInfo.environment["SIMPUL_MUTATIONS"].flatMap { Int($0) } ?? 300
    for _ in 0..<wanted {
      var changed = bytes
      for _ in 0...random.below(6) where !changed.isEmpty {
        let at = random.below(changed.count)
        switch random.below(4) {
        case 0: changed[at] = UInt8(random.below(256))
        case 1: changed.remove(at: at)
        case 2: changed.insert(contentsOf: changed[at..<min(changed.count, at + 30)], at: at)
        default: changed.swapAt(at, random.below(changed.count))
        }
      }
      check(changed, name)
    }
  }

  /// Whatever is read holds together; whatever is refused names its file.
  private func check(_ bytes: [UInt8], _ name: String) {
    do {
      let document = try read(bytes, name)
      MarkupSamples.checkBlocks(document)
    } catch let error as ReadingError {
      #expect(error.file == name)
      #expect(!error.reason.english.isEmpty && !error.reason.indonesian.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }
}
