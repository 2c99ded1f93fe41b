import Diagnostics
import Foundation
import GraphPage
import Testing

@Suite("Sample pages")
struct SamplePageFiles {
  /// Where `SIMPUL_PAGE_SAMPLES` names a folder, `make page-test` finds its pages there.
  @Test(
    "are written for a browser to open",
    .enabled(
      if: ProcessInfo.processInfo.environment["SIMPUL_PAGE_SAMPLES"] != nil,
      "SIMPUL_PAGE_SAMPLES names no folder"))
  func writesSamples() throws {
    let folder = URL(
      filePath: try #require(ProcessInfo.processInfo.environment["SIMPUL_PAGE_SAMPLES"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for count in [300, 5000, 50000, 50001] {
      let page = PageSerializer(language: .english).write(SamplePage.model(nodes: count))
      try Data(page).write(to: folder.appending(path: "sample-\(count).html"))
    }
    let hostile = PageSerializer(language: .english).write(HostilePage.model())
    try Data(hostile).write(to: folder.appending(path: "hostile.html"))
    let empty = PageModel(about: SamplePage.model(nodes: 1).about)
    try Data(PageSerializer(language: .indonesian).write(empty))
      .write(to: folder.appending(path: "empty.html"))
  }
}
