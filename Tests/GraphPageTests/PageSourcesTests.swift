import Foundation
import GraphPage
import TestSupport
import Testing

@Suite("Files of the page")
struct PageSourcesTests {
  private static let folder = TestPlaces.root.appending(path: "Sources/GraphPage/Page")

  private static func files(_ endings: Set<String>) throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { endings.contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }

  private static func texts() throws -> [String: [String: String]] {
    let data = try Data(contentsOf: folder.appending(path: "texts.json"))
    return try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: [String: String]])
  }

  @Test("every text is there in English and in Indonesian, with the same parts to fill in")
  func textsAreComplete() throws {
    let parts = #/\{\w+\}/#
    for (key, text) in try Self.texts() {
      #expect(Set(text.keys) == ["en", "id"], "\(key)")
      let english = try #require(text["en"])
      let indonesian = try #require(text["id"])
      #expect(!english.isEmpty && !indonesian.isEmpty, "\(key)")
      #expect(
        Set(english.matches(of: parts).map { String($0.0) })
          == Set(indonesian.matches(of: parts).map { String($0.0) }), "\(key)")
    }
  }

  @Test("the program and the markup name texts that exist, and every text is named")
  func textsAreUsed() throws {
    let sources = try Self.files(["js", "html"]).map(\.text).joined(separator: "\n")
    let keys = Set(try Self.texts().keys)
    for match in sources.matches(of: #/\bsay\('(\w+)'/#) {
      #expect(keys.contains(String(match.1)), "\(match.1)")
    }
    for match in sources.matches(of: #/data-(?:text|label|placeholder)="(\w+)"/#) {
      #expect(keys.contains(String(match.1)), "\(match.1)")
    }
    for key in keys {
      // sayCount adds “One” for a single thing.
      let stem = key.hasSuffix("One") ? String(key.dropLast(3)) : key
      #expect(
        sources.contains("'\(key)'") || sources.contains("'\(stem)'")
          || sources.contains("\"\(key)\""), "\(key) is not used")
    }
  }

  @Test("nothing in the program interprets markup, runs text or asks the network")
  func programIsHarmless() throws {
    let forbidden = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createContextualFragment",
      "DOMParser", "eval(", "new Function", "setTimeout('", "fetch(", "XMLHttpRequest", "WebSocket",
      "EventSource", "sendBeacon", "import(", "import ", "localStorage", "document.cookie",
    ]
    for (name, text) in try Self.files(["js"]) {
      for word in forbidden { #expect(!text.contains(word), "\(name): \(word)") }
    }
    for (name, text) in try Self.files(["css"]) {
      #expect(!text.contains("url(") && !text.contains("@import"), "\(name)")
    }
  }

  @Test("every module of the program is part of the page, and none is longer than 400 lines")
  func modulesAreShort() throws {
    let page = PageReading(PageSerializer().write(SamplePage.model(nodes: 60))).text
    for (name, text) in try Self.files(["js", "css"]) {
      #expect(page.contains(text), "\(name)")
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(name)")
    }
  }
}
